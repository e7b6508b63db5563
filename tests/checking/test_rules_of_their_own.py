"""Rules that no single planted fault shows: who may sign, contact lines, legal acts."""

import dataclasses
import datetime

import pytest
from checking.documents import check, completed, golden_docx, library, written
from checking.editing import Edited
from checking.samples import LETTER, STATE_FACTS, decision, state

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.engine import check as run
from ttcs_desktop.checking.recognition import recognise
from ttcs_desktop.checking.rules.form import FORM
from ttcs_desktop.model.finding import Finding
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Person, Regime, Unit, UnitPeriod
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.readers.inspection import inspect

COMMUNE = UnitPeriod(
    name="Ủy ban nhân dân xã Vạn Ninh",
    letterhead_issuer=("ỦY BAN NHÂN DÂN XÃ VẠN NINH",),
    letterhead_parent="ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
    symbol="UBND",
    place="Vạn Ninh",
)


def unit(*people: Person) -> dict[str, Unit]:
    return {"xa": Unit("xa", "ubnd", Regime.STATE, (COMMUNE,), people=people)}


def of_person(*people: Person) -> list[Finding]:
    appearance = inspect(state(), where="tệp")
    case = Case(
        appearance,
        recognise(appearance),
        library().formats["state-2020"],
        date=datetime.date(2026, 2, 5),
        units=unit(*people),
    )
    return [one for one in run(case, FORM) if one.rule == "signature.person"]


HEAD = Person(
    "Nguyễn Văn Bình",
    "Chủ tịch",
    (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),),
    valid_from=datetime.date(2025, 7, 1),
)


def test_a_signer_who_is_in_office_and_signs_as_usual_is_right() -> None:
    assert of_person(HEAD) == []


def test_a_signer_whom_the_unit_does_not_know_is_not_doubted() -> None:
    assert of_person(dataclasses.replace(HEAD, name="Trần Thị Bé")) == []


def test_a_signer_who_is_not_in_office_on_that_day_is_told() -> None:
    (only,) = of_person(dataclasses.replace(HEAD, valid_from=datetime.date(2026, 3, 1)))
    assert only.severity is Severity.WARNING
    assert only.place.words == "Nguyễn Văn Bình"


def test_a_signer_who_signs_another_way_is_a_hint() -> None:
    (only,) = of_person(dataclasses.replace(HEAD, authority=(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),)))
    assert (only.severity, only.asked) == (Severity.NOTE, "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")


def test_a_legal_act_is_left_to_its_own_rules() -> None:
    file = Edited(decision())
    file.swap("Số: 15", "15/QĐ", "15/2026/QĐ")
    file.look("Điều 3.", size=20)
    rules = [one.rule for one in check(file.data()).findings]
    assert rules == ["scope.legal-act"]


def test_a_plan_with_the_year_in_its_symbol_is_no_legal_act() -> None:
    file = Edited(state())
    file.swap("Số: 15", "15/KH", "15/2026/KH")
    assert "number.legal-act" in {one.rule for one in check(file.data()).findings}


@pytest.mark.parametrize("name", ["letter-state", "letter-party"])
def test_our_contact_lines_stand_on_the_right_page(name: str) -> None:
    found = {one.rule for one in check(golden_docx(name)).findings}
    assert "regime.contact" not in found


def test_a_contact_line_on_the_last_page_of_a_state_document_is_told() -> None:
    facts = STATE_FACTS | {"field": "VX"}
    file = Edited(written(completed(parse(LETTER), facts), library().formats["state-2020"]))
    last = file.add("Báo cáo gửi về Sở", "Địa chỉ: 01 Trần Phú; điện thoại 0258 0000000")
    table = file.p("Nơi nhận").getparent().getparent().getparent()
    table.addnext(last)
    run_ = last.find(f"{{{W}}}r")
    turn = run_.makeelement(f"{{{W}}}lastRenderedPageBreak", {})
    run_.insert(0, turn)
    assert "regime.contact" in {one.rule for one in check(file.data()).findings}


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
