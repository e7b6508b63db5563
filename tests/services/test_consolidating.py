"""Reports of many units come in as files and become one, whatever lies among them."""

import dataclasses
import datetime
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from judges import libreoffice_resave

from ttcs_desktop.model.draft import DRAFT_NAMESPACE, Draft
from ttcs_desktop.model.indicator import Figure
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.report import Consolidation
from ttcs_desktop.model.task import Task, TaskResult, TaskState
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.consolidating import Consolidator
from ttcs_desktop.services.exporting import export_docx
from ttcs_desktop.services.library import Library

D = Decimal
YEAR = Period(PeriodKind.YEAR, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
TASK = Task("hd-31.1.1", "Quán triệt Chỉ thị đến từng chi bộ.")
UNITS = ("dang-uy-22480", "dang-uy-22546", "dang-uy-22366")
ITEMS = "Tin, bài phát trên đài truyền thanh"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def draft(unit: str, items: int, **facts: object) -> Draft:
    answer = f"Đã phát {items} tin"
    text = (
        "BÁO CÁO\n\n**kết quả công tác thông tin cơ sở năm 2026**\n\nI. KẾT QUẢ\n\n"
        f"- Quán triệt Chỉ thị đến từng chi bộ: {answer}.\n\n"
        f"| STT | Chỉ tiêu | Kết quả |\n|---|---|--:|\n| 1 | {ITEMS} | {items} |\n\n"
        "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNơi nhận:\n- Tỉnh uỷ (báo cáo);\n- Lưu VPĐU.\n\n"
        "Nguyễn Văn A\n"
    )
    values = {
        "text": text,
        "unit": unit,
        "date": datetime.date(2026, 11, 10),
        "number": "12",
        "period": YEAR,
        "tasks": (TASK,),
        "results": (TaskResult(TASK.id, TaskState.DONE, answer),),
        "figures": (Figure("ban-tin-phat-thanh", D(items)),),
    }
    return Draft(**(values | facts))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def export(library: Library) -> Callable[[Draft, Path], Path]:
    composer = Composer(library)

    def write(one: Draft, path: Path) -> Path:
        export_docx(composer.compose(one), path)
        return path

    return write


@pytest.fixture
def merge(library: Library) -> Callable[..., Consolidation]:
    def run(*paths: Path, expect: str = "") -> Consolidation:
        consolidator = Consolidator(library)
        asked = consolidator.expected(expect, YEAR) if expect else ()
        return consolidator.consolidate(consolidator.collect(paths), asked, YEAR)

    return run


def total(result: Consolidation) -> Decimal | None:
    return next(one.value for one in result.figures if one.indicator.id == "ban-tin-phat-thanh")


def test_a_folder_of_reports_is_summed_and_the_missing_are_named(
    tmp_path: Path, export: Callable[..., Path], merge: Callable[..., Consolidation]
) -> None:
    for unit, items in zip(UNITS[:2], (30, 12), strict=True):
        export(draft(unit, items), tmp_path / f"{unit}.docx")
    result = merge(tmp_path, expect=",".join(UNITS))
    assert total(result) == 42
    assert [one.unit for one in result.missing] == [UNITS[2]]
    assert [answer.text for answer in result.tasks[0].answers] == [
        "Đã phát 30 tin",
        "Đã phát 12 tin",
    ]
    contribution = result.figures[0].contributions[0]
    assert contribution.file.endswith(f"{UNITS[0]}.docx")
    assert result.problems == ()


def test_an_archive_and_a_mail_are_opened(
    tmp_path: Path, export: Callable[..., Path], merge: Callable[..., Consolidation]
) -> None:
    one = export(draft(UNITS[0], 30), tmp_path / "a" / "một.docx")
    two = export(draft(UNITS[1], 12), tmp_path / "a" / "hai.docx")
    archive, mail = tmp_path / "nộp.zip", tmp_path / "thư.eml"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(one, "thư mục/một.docx")
        packed.writestr("thư mục/~$một.docx", b"lock")
    message = EmailMessage()
    message["Subject"] = "Báo cáo năm"
    message.set_content("Kính gửi.")
    message.add_attachment(
        two.read_bytes(), maintype="application", subtype="octet-stream", filename="hai.docx"
    )
    mail.write_bytes(bytes(message))
    result = merge(archive, mail)
    assert total(result) == 42
    assert result.set_aside == ()
    assert {one.file for one in result.reports} == {"nộp.zip/thư mục/một.docx", "thư.eml/hai.docx"}


def _without_data(source: Path, target: Path) -> Path:
    """Take the data part out of a report, as an office without this product sends it."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if DRAFT_NAMESPACE.encode() not in data:
                new.writestr(name, data)
    return target


def test_a_foreign_report_is_known_by_its_letterhead_and_read_off_its_table(
    tmp_path: Path, export: Callable[..., Path], merge: Callable[..., Consolidation]
) -> None:
    ours = export(draft(UNITS[0], 1250), tmp_path / "ours" / "a.docx")
    foreign = _without_data(ours, tmp_path / "foreign.docx")
    result = merge(foreign, expect=UNITS[0])
    (report,) = result.reports
    assert (report.is_foreign, report.unit, report.period) == (True, UNITS[0], YEAR)
    assert total(result) == 1250


def _edited(path: Path, changes: dict[str, str]) -> None:
    document = docx.Document(str(path))
    cells = [p for t in document.tables for c in t._cells for p in c.paragraphs]
    for paragraph in (*document.paragraphs, *cells):
        for run in paragraph.runs:
            for old, new in changes.items():
                run.text = run.text.replace(old, new)
    document.save(str(path))


@pytest.mark.libreoffice
def test_a_report_edited_elsewhere_gives_back_both_changes_and_says_so(
    tmp_path: Path, export: Callable[..., Path], merge: Callable[..., Consolidation]
) -> None:
    path = export(draft(UNITS[0], 30), tmp_path / "a.docx")
    _edited(path, {"Đã phát 30 tin": "Đã phát thêm 5 tin"})
    document = docx.Document(str(path))
    table = next(t for t in document.tables if any("Chỉ tiêu" in c.text for c in t._cells))
    table.rows[1].cells[2].paragraphs[0].runs[0].text = "35"
    document.save(str(path))
    (tmp_path / "resaved").mkdir()
    result = merge(libreoffice_resave(path, tmp_path / "resaved"))
    (report,) = result.reports
    assert report.was_edited_outside is True
    assert report.unit == UNITS[0]
    assert total(result) == 35
    assert result.tasks[0].answers[0].text == "Đã phát thêm 5 tin."


def _truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _protected(_data: bytes) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00" * 80
    )


def _pdf(_data: bytes) -> bytes:
    return b"%PDF-1.7\n%nothing"


def _bomb(_data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * 300_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize("spoilt", [_truncated, _protected, _pdf, _bomb])
def test_a_broken_file_is_listed_with_the_reason_and_the_rest_is_merged(
    spoilt: Callable[[bytes], bytes],
    tmp_path: Path,
    export: Callable[..., Path],
    merge: Callable[..., Consolidation],
) -> None:
    good = export(draft(UNITS[0], 30), tmp_path / "in" / "tốt.docx")
    (tmp_path / "in" / "xấu.docx").write_bytes(spoilt(good.read_bytes()))
    result = merge(tmp_path / "in")
    assert total(result) == 30
    assert [Path(one.file).name for one in result.set_aside] == ["xấu.docx"]
    assert len(result.set_aside[0].reason) > 10


def test_a_tampered_data_part_is_told_and_the_tables_are_read(
    tmp_path: Path, export: Callable[..., Path], merge: Callable[..., Consolidation]
) -> None:
    path = export(draft(UNITS[0], 30), tmp_path / "a.docx")
    spoilt = tmp_path / "spoilt.docx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if DRAFT_NAMESPACE.encode() in data:
                data = data.replace(b'"figures"', b'"figures')
            new.writestr(name, data)
    result = merge(spoilt)
    assert total(result) == 30
    assert result.reports[0].is_foreign is True
    assert result.problems


def test_another_period_is_set_aside(
    tmp_path: Path, export: Callable[..., Path], merge: Callable[..., Consolidation]
) -> None:
    last_year = Period(PeriodKind.YEAR, datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    old = dataclasses.replace(draft(UNITS[0], 7), period=last_year)
    result = merge(export(old, tmp_path / "a.docx"))
    assert result.reports == ()
    assert "01/01/2025" in result.set_aside[0].reason


def test_units_that_began_within_the_period_are_told(library: Library) -> None:
    consolidator = Consolidator(library)
    year = Period(PeriodKind.YEAR, datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    (one,) = consolidator.expected(UNITS[0], year)
    assert one.existed == (datetime.date(2025, 7, 1), None)
