"""Reports of a check: appraisal form, comments of Word, JSON, SARIF; settings as one file."""

import datetime
import json
import zipfile
from io import BytesIO
from pathlib import Path

import judges
import pytest
from checking.content_mutations import CONTENT_MUTATIONS
from checking.documents import TODAY, library
from checking.editing import Edited
from checking.samples import SAMPLES

from ttcs_desktop.errors import DataError, UserError
from ttcs_desktop.model.check_settings import CheckSettings, Ignored, Weight
from ttcs_desktop.services.check_reports import commented, write_appraisal
from ttcs_desktop.services.check_settings import read_check_settings, write_check_settings
from ttcs_desktop.services.checking import Checked, Checker, CheckRequest, as_json, as_sarif

NOW = datetime.datetime(2026, 11, 24, 8, 0, tzinfo=datetime.UTC)
S = "2. Việc tổ chức thực hiện"


def faulty() -> bytes:
    """Return a State plan with faults in its text, its margins and its font."""
    file = Edited(SAMPLES["state"]())
    file.swap(S, "thiết thực, tiết kiệm", "thiết thực ,  tiết kiệm")
    file.swap("1. Phòng Văn hóa", "15/12/2026", "15/12/2025")
    file.look(S, font="Arial")
    file.section(0, left=850)
    return file.data()


def checked(data: bytes, settings: CheckSettings | None = None) -> Checked:
    checker = Checker(library(), lambda: TODAY, settings)
    return checker.check_data(data, CheckRequest(Path("kế hoạch.docx")))


def test_the_appraisal_form_says_every_finding_with_its_clause(tmp_path: Path) -> None:
    result = checked(faulty())
    write_appraisal(result, tmp_path / "phiếu.docx", TODAY)
    write_appraisal(result, tmp_path / "phiếu.pdf", TODAY)
    assert judges.audit(tmp_path / "phiếu.docx") == []
    words = " ".join(judges.words(tmp_path / "phiếu.pdf"))
    assert "PHIẾU THẨM ĐỊNH THỂ THỨC" in words
    for finding in result.findings:
        assert " ".join(finding.message.split()[:2]) in words


def test_the_appraisal_form_is_written_as_docx_or_pdf_only(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.docx"):
        write_appraisal(checked(SAMPLES["state"]()), tmp_path / "phiếu.txt", TODAY)


def test_comments_stand_at_the_words_and_the_file_stays_valid(tmp_path: Path) -> None:
    data = faulty()
    result = checked(data)
    path = tmp_path / "nhận xét.docx"
    path.write_bytes(commented(data, result, NOW))
    assert judges.audit(path) == []
    with zipfile.ZipFile(path) as archive:
        comments = archive.read("word/comments.xml").decode()
        document = archive.read("word/document.xml").decode()
    assert comments.count("<w:comment ") == len(result.findings)
    assert document.count("commentRangeStart") == len(result.findings)
    overdue = next(one for one in result.findings if one.rule == "dates.overdue")
    number = comments[: comments.index(overdue.message)].rpartition('w:id="')[2].partition('"')[0]
    start = document.index(f'<w:commentRangeStart w:id="{number}"')
    end = document.index(f'<w:commentRangeEnd w:id="{number}"')
    assert "15/12/2025" in document[start:end]
    assert "Phòng Văn hóa" not in document[start:end]


def test_comments_come_on_top_of_those_a_file_has() -> None:
    once = commented(faulty(), checked(faulty()), NOW)
    again = checked(once)
    twice = commented(once, again, NOW)
    with zipfile.ZipFile(BytesIO(twice)) as archive:
        ids = archive.read("word/comments.xml").decode().split('<w:comment w:id="')[1:]
    numbers = [int(one.partition('"')[0]) for one in ids]
    assert len(set(numbers)) == len(numbers)
    assert len(numbers) > len(again.findings)


def test_a_commented_copy_is_found_as_faulty_as_the_file() -> None:
    before = [(one.rule, one.place.paragraph) for one in checked(faulty()).findings]
    copy = commented(faulty(), checked(faulty()), NOW)
    after = [(one.rule, one.place.paragraph) for one in checked(copy).findings]
    assert after == before


@pytest.mark.libreoffice
def test_libreoffice_shows_the_comments_and_every_word(tmp_path: Path) -> None:
    path = tmp_path / "nhận xét.docx"
    path.write_bytes(commented(faulty(), checked(faulty()), NOW))
    (tmp_path / "lưu").mkdir()
    saved = judges.libreoffice_resave(path, tmp_path / "lưu")
    with zipfile.ZipFile(saved) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == len(checked(faulty()).findings)


def test_json_and_sarif_hold_every_finding_with_rule_clause_and_place() -> None:
    result = checked(faulty())
    plain = json.loads(json.dumps(as_json(result), default=str))
    assert [one["rule"] for one in plain["findings"]] == [one.rule for one in result.findings]
    run = as_sarif([result])["runs"][0]
    assert len(run["results"]) == len(result.findings)
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for entry, finding in zip(run["results"], result.findings, strict=True):
        assert entry["ruleId"] == finding.rule == ids[entry["ruleIndex"]]
        assert entry["properties"]["clause"] == finding.clause
        assert entry["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_the_office_weighs_rules_and_families_and_turns_them_off() -> None:
    settings = CheckSettings(
        weights={"spacing": Weight.OFF, "dates.overdue": Weight.ERROR, "font.name": Weight.NOTE}
    )
    found = {one.rule: one.severity.value for one in checked(faulty(), settings).findings}
    assert not any(rule in found for rule in ("spacing.double", "spacing.before-mark"))
    assert found["dates.overdue"] == "error"
    assert found["font.name"] == "note"


def test_the_office_ignores_words_and_has_its_own_lexicon() -> None:
    planted = next(one for one in CONTENT_MUTATIONS if one.name == "no Vietnamese syllable")
    file = Edited(SAMPLES[planted.document]())
    planted.change(file)
    data = file.data()

    def rules(settings: CheckSettings) -> set[str]:
        return {one.rule for one in checked(data, settings).findings}

    assert "language.spelling" in rules(CheckSettings())
    assert "language.spelling" not in rules(CheckSettings(lexicon=("ngghành",)))
    ignored = Ignored("language.spelling", "NGGHÀNH", "tên riêng")
    assert "language.spelling" not in rules(CheckSettings(ignored=(ignored,)))
    assert "language.spelling" in rules(CheckSettings(ignored=(Ignored("", "khác"),)))


@pytest.mark.parametrize("name", ["thiết lập.toml", "thiết lập.json"])
def test_settings_travel_as_one_file(tmp_path: Path, name: str) -> None:
    settings = CheckSettings(
        {"spacing": Weight.NOTE}, (Ignored("capitals.names", "Bộ tài chính"),), ("Niê", "Ea H'leo")
    )
    write_check_settings(settings, tmp_path / name)
    assert read_check_settings(tmp_path / name) == settings


def test_settings_with_a_wrong_weight_are_refused_with_the_field(tmp_path: Path) -> None:
    path = tmp_path / "thiết lập.toml"
    path.write_text('[weights]\nspacing = "nặng"\n', encoding="utf-8")
    with pytest.raises(DataError, match="weights"):
        read_check_settings(path)
