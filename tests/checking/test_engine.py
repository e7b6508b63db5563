"""How findings are weighed and placed, what an office may decide, and which format is chosen."""

import dataclasses
import datetime
import json

import pytest
from checking.documents import check, golden_docx, library
from checking.editing import Edited
from checking.foreign import state_plan
from checking.samples import decision, party, state
from docx.shared import Mm, Pt

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.engine import check as run
from ttcs_desktop.checking.recognition import recognise
from ttcs_desktop.checking.rules import RULES
from ttcs_desktop.checking.rules.form import FORM
from ttcs_desktop.errors import DataError, SourceError
from ttcs_desktop.model.check_settings import CheckSettings, Ignored, Weight
from ttcs_desktop.model.finding import ChangeLook, ChangeSection, ChangeWords, Finding
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.readers.inspection import inspect
from ttcs_desktop.services import checking
from ttcs_desktop.services.check_settings import (
    load_check_settings,
    read_check_settings,
    save_check_settings,
    write_check_settings,
)


def findings(data: bytes, settings: CheckSettings | None = None, form: str = "") -> list[Finding]:
    appearance = inspect(data, where="tệp")
    profile = library().formats[form or appearance.format_id]
    case = Case(appearance, recognise(appearance), profile, settings=settings or CheckSettings())
    return list(run(case, FORM))


def narrow() -> bytes:
    file = Edited(state())
    file.section(0, left=1134)
    return file.data()


def test_rules_have_ids_of_their_own_and_a_family() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.family and rule.id.startswith(f"{rule.family}.") for rule in RULES)


@pytest.mark.parametrize("form", ["party-2018", "party-2026", "state-2020", "front-2025"])
def test_rules_of_form_name_their_clause_or_are_practice(form: str) -> None:
    profile = library().formats[form]
    practice = {rule.id for rule in FORM if not rule.clause(profile)}
    assert practice <= {
        "line.hand-made", "signature.stranded", "trick.indent", "trick.centre", "trick.room",
        "trick.letters", "trick.blank-lines", "scope.legal-act",
    }  # fmt: skip


def test_a_finding_says_where_what_was_found_what_is_asked_and_the_clause() -> None:
    (only,) = findings(narrow())
    assert (only.rule, only.severity, only.found, only.asked) == (
        "page.margins", Severity.ERROR, "20 mm", "30 - 35 mm",
    )  # fmt: skip
    assert only.clause == "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I.1 - 3"
    assert only.place.section == 1


def test_a_fix_is_data_that_finds_its_place_again() -> None:
    (margin,) = findings(narrow())
    assert margin.fix is not None
    assert margin.fix.changes == (ChangeSection(0, {"left": 30.0}),)
    file = Edited(state())
    file.look("2. Việc tổ chức", size=12)
    (size,) = findings(file.data())
    assert size.fix is not None
    (change,) = size.fix.changes
    assert isinstance(change, ChangeLook)
    assert change.look == {"size": 14.0}
    paragraphs = inspect(file.data(), where="tệp").paragraphs
    (at,) = [
        one for one in paragraphs if (one.spot.part, one.spot.order) == (change.part, change.order)
    ]
    assert at.text[change.start : change.end].startswith("2. Việc tổ chức")


def test_a_fix_of_words_puts_right_ones_in_their_place() -> None:
    file = Edited(state())
    file.swap("Số: 15", "Số: 15", "Số 15")
    (only,) = findings(file.data())
    assert only.fix is not None
    (change,) = only.fix.changes
    assert isinstance(change, ChangeWords)
    text = next(
        one.text
        for one in inspect(file.data(), where="tệp").paragraphs
        if one.spot.order == change.order and one.spot.part == change.part
    )
    assert text[: change.start] + change.words + text[change.end :] == "Số: 15/KH-UBND"


def test_the_office_weighs_a_rule_or_a_whole_family() -> None:
    by_rule = CheckSettings(weights={"page.margins": Weight.NOTE})
    by_family = CheckSettings(weights={"page": Weight.OFF})
    assert [one.severity for one in findings(narrow(), by_rule)] == [Severity.NOTE]
    assert findings(narrow(), by_family) == []


def test_a_rule_weighs_more_than_its_family() -> None:
    both = CheckSettings(weights={"page": Weight.OFF, "page.margins": Weight.WARNING})
    assert [one.severity for one in findings(narrow(), both)] == [Severity.WARNING]


def test_what_the_office_ignores_is_not_shown() -> None:
    file = Edited(state())
    file.look("Nguyễn Văn Bình", size=12)
    ignored = CheckSettings(ignored=(Ignored("size.component", "NGUYỄN VĂN BÌNH"),))
    elsewhere = CheckSettings(ignored=(Ignored("size.component", "Trần Thị Bé"),))
    assert findings(file.data(), ignored) == []
    assert len(findings(file.data(), elsewhere)) == 1


def test_an_unverified_format_only_warns() -> None:
    file = Edited(golden_docx("seed-front-2025"))
    file.section(0, left=1134)
    assert {one.severity for one in findings(file.data())} == {Severity.WARNING}


def test_settings_go_out_and_come_in_as_toml_and_json(tmp_path) -> None:
    settings = CheckSettings(
        weights={"page": Weight.NOTE, "font.name": Weight.OFF},
        ignored=(Ignored("size.component", "Phụ lục", "in khổ A3"),),
        lexicon=("Vân Phong", "Cam Ranh"),
    )
    for name in ("co-quan.toml", "co-quan.json"):
        write_check_settings(settings, tmp_path / name)
        assert read_check_settings(tmp_path / name) == settings
    save_check_settings(settings, tmp_path)
    assert load_check_settings(tmp_path) == settings


def test_wrong_settings_name_the_field(tmp_path) -> None:
    (tmp_path / "checking.toml").write_text('[weights]\npage = "loud"\n', encoding="utf-8")
    with pytest.raises(DataError, match="weights"):
        load_check_settings(tmp_path)


def test_without_settings_nothing_was_decided(tmp_path) -> None:
    assert load_check_settings(tmp_path) == CheckSettings()


# --- which format


def test_our_own_file_says_its_format() -> None:
    assert check(golden_docx("seed-party-2018")).format.id == "party-2018"
    assert check(golden_docx("seed-youth-2013")).format.id == "youth-2013"


def test_a_foreign_file_is_held_against_what_it_looks_like() -> None:
    assert check(state_plan().data()).format.id == "state-2020"


@pytest.mark.parametrize(
    ("day", "asked"),
    [("05 tháng 10 năm 2025", "party-2018"), ("05 tháng 10 năm 2026", "party-2026")],
)
def test_the_date_in_the_file_chooses_the_period(day: str, asked: str) -> None:
    file = Edited(party())
    file.swap("Khánh Hoà, ngày", "05 tháng 10 năm 2026", day)
    checked = check(without_properties(file))
    assert (checked.format.id, checked.is_dated) == (asked, True)


def test_a_format_that_is_asked_for_is_taken() -> None:
    assert check(state(), "party-2026").format.id == "party-2026"


def test_a_party_body_with_the_national_name_is_still_party() -> None:
    file = Edited(party())
    file.say("ĐẢNG CỘNG SẢN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    checked = check(without_properties(file))
    assert checked.format.id == "party-2026"
    assert "regime.title" in {one.rule for one in checked.findings}


def test_a_file_without_a_head_says_so_and_is_not_scolded() -> None:
    made = state_plan()
    for child in list(made.document.element.body)[:1]:
        made.document.element.body.remove(child)
    for paragraph in list(made.document.paragraphs)[:4]:
        paragraph._p.getparent().remove(paragraph._p)
    table = made.document.tables[-1]._tbl
    table.getparent().remove(table)
    made.document.paragraphs[0].runs[0].font.size = Pt(30)
    found = check(made.data()).findings
    assert "structure.unrecognised" in {one.rule for one in found}
    assert {one.severity for one in found} == {Severity.NOTE}


def test_paper_is_checked_in_any_file() -> None:
    made = state_plan()
    for child in list(made.document.element.body)[:-1]:
        made.document.element.body.remove(child)
    made.document.add_paragraph("Ghi chép")
    made.document.sections[0].left_margin = Mm(10)
    severities = {one.rule: one.severity for one in check(made.data()).findings}
    assert severities["page.margins"] is Severity.ERROR


# --- JSON, SARIF


def test_json_has_a_lasting_shape() -> None:
    told = checking.as_json(check(narrow()))
    assert list(told) == [
        "version", "file", "format", "format_title", "date", "is_dated", "conforms", "counts",
        "findings", "components",
    ]  # fmt: skip
    finding = told["findings"][0]
    assert list(finding) == [
        "rule", "severity", "message", "place", "clause", "found", "asked", "fix",
    ]  # fmt: skip
    json.dumps(told, default=str)


def test_sarif_names_every_rule_it_uses() -> None:
    told = checking.as_sarif([check(narrow())])
    run_ = told["runs"][0]
    rules = run_["tool"]["driver"]["rules"]
    (result,) = [one for one in run_["results"] if one["ruleId"] == "page.margins"]
    assert told["version"] == "2.1.0"
    assert rules[result["ruleIndex"]]["id"] == "page.margins"
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "tệp.docx"


def test_a_file_that_is_no_docx_is_refused_with_a_sentence() -> None:
    with pytest.raises(SourceError):
        check(b"PK\x03\x04 nothing")


def test_every_rule_row_has_title_and_clause() -> None:
    rows = checking.rule_rows(library(), "state-2020")
    assert all(row["title"] for row in rows)
    assert {row["severity"] for row in rows} == {"error", "warning", "note"}


def test_checking_twice_finds_the_same() -> None:
    data = narrow()
    first, second = check(data), check(data)
    assert dataclasses.replace(first, appearance=second.appearance) == second


def test_a_decision_is_dated_by_its_own_line() -> None:
    assert check(decision()).date == datetime.date(2026, 2, 5)


def without_properties(file: Edited) -> bytes:
    """Return the file without what tells that it is ours."""
    for part in file.document.part.package.iter_parts():
        if str(part.partname) == "/docProps/custom.xml":
            part._blob = b"<Properties/>"
    return file.data()
