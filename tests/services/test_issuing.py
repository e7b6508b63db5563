"""The gate before issuing: each thing that is missing is told, with its place."""

import dataclasses
import datetime
from collections.abc import Callable
from typing import Any

import pytest
from sound_plan import DAY, sound_plan

from ttcs_desktop.errors import DataError
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.gate import Gate, GatePoint
from ttcs_desktop.model.unit import Person
from ttcs_desktop.places import user_data
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.issuing import IssueGate
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries

DRAFT = sound_plan("Thường trực Tỉnh uỷ (báo cáo)", "Các chi bộ, đảng bộ trực thuộc")
SOUND = DRAFT.text


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def look(library: Library) -> Callable[..., Gate]:
    """Look at the sound draft with some words put in the place of others, and other changes."""

    def look(before: str = "", after: str = "", **changes: Any) -> Gate:
        assert before in SOUND
        text = SOUND.replace(before, after) if before else SOUND
        draft = dataclasses.replace(DRAFT, text=text, **changes)
        return IssueGate(library, lambda: DAY).look(Composer(library).compose(draft))

    return look


def told(gate: Gate) -> dict[str, GatePoint]:
    return {point.problem.rule: point for point in gate.points}


def line_of(words: str, text: str = SOUND) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


def test_a_sound_document_may_be_issued(look: Callable[..., Gate]) -> None:
    gate = look()
    assert gate.points == ()
    assert gate.may_issue
    assert [check.title for check in gate.checks] == [
        "Không còn chỗ bổ sung", "Các ô bắt buộc đã điền", "Không còn chỗ để trống", "Số, ký hiệu",
        "Địa danh, ngày", "Người ký", "Thẩm quyền ban hành", "Nơi nhận", "Dấu chỉ",
        "Thể thức và nội dung",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "rule", "line"),
    [
        ("Đưa thông tin", "[CẦN BỔ SUNG: mục đích]", "issuing.placeholder", "1. Đưa"),
        ("số 12-KH/TU", "số      -KH/TU", "issuing.blank-number", "Thực hiện"),
        ("số 12-KH/TU", "số -KH/TU", "issuing.blank-number", "Thực hiện"),
        ("ngày 05/9/2026", "ngày   /9/2026", "issuing.blank-number", "Thực hiện"),
        ("Nguyễn Văn An\n", "", "issuing.no-signer", "T/M BAN"),
        (SOUND[SOUND.index("Nơi nhận") : SOUND.index("T/M")], "", "issuing.no-recipients", ""),
    ],
)
def test_what_is_missing_stops_issuing_and_leads_to_its_line(
    look: Callable[..., Gate], before: str, after: str, rule: str, line: str
) -> None:
    gate = look(before, after)
    assert not gate.may_issue
    point = told(gate)[rule]
    assert point.stops
    assert point.problem.message.endswith(".")
    assert point.problem.hint
    if line:
        assert point.problem.line == line_of(line)


def test_dots_to_write_on_are_asked_about(look: Callable[..., Gate]) -> None:
    gate = look("Đưa thông tin về cơ sở.", "Kinh phí: ............ đồng.")
    assert gate.may_issue
    assert told(gate)["issuing.dots"].problem.line == line_of("1. Đưa")
    assert look("về cơ sở.", "về cơ sở...").points == ()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"number": ""}, "issuing.no-number"),
        ({"number": "hai"}, "issuing.odd-number"),
        ({"date": None}, "issuing.no-date"),
        ({"marks": Marks(draft_round=2)}, "issuing.draft-mark"),
    ],
)
def test_number_date_and_marks_are_looked_at(
    look: Callable[..., Gate], changes: dict[str, Any], rule: str
) -> None:
    gate = look(**changes)
    assert not gate.may_issue
    assert told(gate)[rule].stops


def test_an_inserted_number_is_a_number(look: Callable[..., Gate]) -> None:
    assert look(number="264a").may_issue


def test_a_date_to_come_is_asked_about(look: Callable[..., Gate]) -> None:
    gate = look(date=datetime.date(2026, 12, 1))
    assert gate.may_issue
    assert "01/12/2026, sau hôm nay" in told(gate)["issuing.date-to-come"].problem.message


@pytest.mark.parametrize(
    ("signed", "type_name", "words"),
    [
        ("T/M ĐẢNG UỶ", "HƯỚNG DẪN", "Đảng uỷ không ban hành hướng dẫn."),
        ("T/M BAN THƯỜNG VỤ", "QUY CHẾ", "Ban thường vụ không ban hành quy chế."),
        ("T/M BAN THƯỜNG VỤ", "CHỈ THỊ", "Ban thường vụ không ban hành chỉ thị."),
    ],
)
def test_a_type_that_the_body_does_not_issue_is_asked_about_with_its_source(
    library: Library, signed: str, type_name: str, words: str
) -> None:
    text = SOUND.replace("T/M BAN THƯỜNG VỤ", signed).replace("KẾ HOẠCH\n", f"{type_name}\n", 1)
    composition = Composer(library).compose(dataclasses.replace(DRAFT, text=text))
    gate = IssueGate(library, lambda: DAY).look(composition)
    problem = told(gate)["issuing.not-entitled"].problem
    assert problem.message == words
    assert "399-QĐ/TW, Điều 11" in problem.source
    assert not told(gate)["issuing.not-entitled"].stops


def test_what_the_standing_committee_may_issue_is_not_asked_about(library: Library) -> None:
    text = SOUND.replace("KẾ HOẠCH\n", "HƯỚNG DẪN\n", 1)
    composition = Composer(library).compose(dataclasses.replace(DRAFT, text=text))
    assert "issuing.not-entitled" not in told(IssueGate(library, lambda: DAY).look(composition))


def test_a_rule_that_was_read_in_the_original_stops_issuing(look: Callable[..., Gate]) -> None:
    folder = user_data() / "authority"
    folder.mkdir(parents=True)
    (folder / "rieng.toml").write_text(
        '[[rule]]\nregime = "party"\nforbidden = ["kế hoạch"]\nsource = "x"\n'
        'verified = "primary"\n',
        encoding="utf-8",
    )
    gate = look()
    assert not gate.may_issue
    assert told(gate)["issuing.not-entitled"].stops


def test_a_misspelt_rule_is_told(library: Library) -> None:
    folder = user_data() / "authority"
    folder.mkdir(parents=True)
    (folder / "rieng.toml").write_text('[[rule]]\nregim = "party"\n', encoding="utf-8")
    with pytest.raises(DataError, match="regim"):
        _ = library.authority


def with_people(library: Library, *people: Person) -> None:
    unit = library.units["dang-uy-22480"]
    Registries(library).save([dataclasses.replace(unit, people=people)])


def test_a_signer_out_of_office_stops_issuing(library: Library, look: Callable[..., Gate]) -> None:
    form = (("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),)
    former = Person("Nguyễn Văn An", "Bí thư", form, valid_to=datetime.date(2026, 6, 30))
    with_people(library, former)
    gate = look()
    assert told(gate)["issuing.not-in-office"].stops
    assert told(gate)["issuing.not-in-office"].problem.line == line_of("T/M BAN")
    with_people(library, former, Person("Nguyễn Văn An", "Bí thư", form, DAY))
    assert look().points == ()


def test_a_signer_who_is_not_known_or_signs_otherwise_is_asked_about(
    library: Library, look: Callable[..., Gate]
) -> None:
    with_people(library, Person("Trần Thị Bình", "Bí thư"))
    gate = look()
    assert gate.may_issue
    assert "Nguyễn Văn An" in told(gate)["issuing.unknown-signer"].problem.message
    deputy = Person("Nguyễn Văn An", "Phó Bí thư", (("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),))
    with_people(library, deputy)
    assert (
        "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ" in told(look())["issuing.unusual-signature"].problem.hint
    )


def test_a_deputy_of_the_state_signs_with_the_line_that_the_rule_adds(library: Library) -> None:
    text = SOUND.replace("T/M BAN THƯỜNG VỤ\n\nBÍ THƯ", "TM. ỦY BAN NHÂN DÂN\n\nPHÓ CHỦ TỊCH")
    text = text.replace("Lưu Văn phòng Đảng uỷ", "Lưu: VT")
    draft = dataclasses.replace(DRAFT, text=text, unit="ubnd-22480")
    gate = IssueGate(library, lambda: DAY).look(Composer(library).compose(draft))
    assert "issuing.unusual-signature" not in told(gate)


def test_a_letter_needs_an_addressee(library: Library) -> None:
    text = "1. Nội dung.\n\n" + SOUND[SOUND.index("Nơi nhận") :]
    draft = dataclasses.replace(DRAFT, text=text)
    gate = IssueGate(library, lambda: DAY).look(Composer(library).compose(draft))
    assert told(gate)["issuing.no-addressee"].problem.message == "Công văn chưa có “Kính gửi”."


def test_a_recipient_named_twice_is_asked_about(look: Callable[..., Gate]) -> None:
    gate = look("Các chi bộ, đảng bộ trực thuộc", "Thường trực Tỉnh ủy")
    assert told(gate)["issuing.odd-recipient"].problem.line == line_of("Các chi bộ")


def test_empty_fields_and_gaps_of_a_template_lead_to_the_form(library: Library) -> None:
    draft = Drafter(library).start("annual-plan", "dang-uy-22480", DAY)
    gate = IssueGate(library, lambda: DAY).look(Composer(library).compose(draft))
    checks = {check.id: check for check in gate.checks}
    assert "year" in [point.field for point in checks["fields"].points]
    gaps = {point.problem.message: point.field for point in checks["placeholders"].points}
    assert gaps["Còn chỗ phải bổ sung: Năm kế hoạch."] == "year"
    assert gaps["Còn chỗ phải bổ sung: Cơ quan chủ trì."] == "tasks"
    assert all(point.problem.line for point in checks["placeholders"].points)


def test_what_is_wrong_with_the_text_itself_stops_issuing(look: Callable[..., Gate]) -> None:
    gate = look("Đưa thông tin về cơ sở.", "Thực hiện [[khong-co]].")
    checks = {check.id: check for check in gate.checks}
    assert [point.problem.rule for point in checks["findings"].points][:1] == ["citations.unknown"]
    assert checks["findings"].points[0].problem.line == line_of("1. Đưa")
