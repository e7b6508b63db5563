"""The consolidated report and the reminder as drafts, and the workbook beside them."""

import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ttcs_desktop.model.document import Table
from ttcs_desktop.model.indicator import Figure, IndicatorKind
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.report import Consolidation, Expected, UnitReport
from ttcs_desktop.model.task import Task, TaskResult, TaskState
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.consolidation import Call, consolidate
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.consolidated_draft import ConsolidatedDrafter
from ttcs_desktop.services.consolidating import write_workbook
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library

D = Decimal
DAY = datetime.date(2026, 12, 10)
YEAR = Period(PeriodKind.YEAR, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
TASK = Task("hd-31.1.1", "Quán triệt Chỉ thị 07 đến từng chi bộ.")
NAMES = ("Đảng uỷ xã Nam Cam Ranh", "Đảng uỷ xã A | B *C*", "Đảng uỷ xã Vạn Ninh")
HOURS = "gio-phat-thanh"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def result(library: Library) -> Consolidation:
    told = "100% chi bộ đã quán triệt trong quý I năm 2026"
    reports = [
        UnitReport(
            f"u{index}",
            name,
            f"{index}.docx",
            YEAR,
            DAY,
            tasks=(TASK,),
            results=(TaskResult(TASK.id, state, told),),
            figures=(
                Figure(HOURS, D(hours), D(300)),
                Figure("mo-hinh-hay", text="Loa truyền thanh thông minh ở thôn"),
            ),
        )
        for index, (name, state, hours) in enumerate(
            zip(NAMES[:2], (TaskState.DONE, TaskState.UNDER_WAY), (720, 1240), strict=True)
        )
    ]
    expected = tuple(Expected(f"u{index}", name, "Xã") for index, name in enumerate(NAMES))
    return consolidate(reports, Call(expected, library.indicators, YEAR))


def test_the_report_says_sums_answers_and_who_is_missing(
    library: Library, result: Consolidation
) -> None:
    draft = ConsolidatedDrafter(Drafter(library)).report(result, "btgtu", DAY)
    document = parse(draft.text)
    assert plain(document.subject) == "tổng hợp kết quả công tác thông tin cơ sở năm 2026"
    assert "đã báo cáo: 02." in draft.text
    assert "Đơn vị chưa báo cáo: Đảng uỷ xã Vạn Ninh." in draft.text
    assert "01 đơn vị đã thực hiện, 01 đơn vị đang thực hiện" in draft.text
    assert "“100% chi bộ đã quán triệt trong quý I năm 2026”" in draft.text
    assert len(document.annexes) == 2
    assert document.annexes[1].is_landscape
    (table,) = (block for block in document.annexes[1].blocks if isinstance(block, Table))
    heads, *rows = [[plain(cell.content) for cell in row] for row in (*table.header, *table.rows)]
    assert heads == ["TT", "Chỉ tiêu", "Đơn vị tính", *NAMES[:2], "Tổng"]
    hours = "Thời lượng phát thanh trên đài truyền thanh"
    assert rows == [["1", hours, "giờ", "720", "1.240", "1.960"]]


def test_many_units_stand_one_under_another_with_a_few_indicators_to_a_table(
    library: Library,
) -> None:
    counted = [
        one.id
        for one in library.indicators.values()
        if one.kind in (IndicatorKind.SUM, IndicatorKind.LAST)
    ][:10]
    reports = [
        UnitReport(
            f"u{index}",
            f"Đảng uỷ xã {index}",
            f"{index}.docx",
            YEAR,
            DAY,
            figures=tuple(Figure(one, D(index)) for one in counted),
        )
        for index in range(12)
    ]
    many = consolidate(reports, Call((), library.indicators, YEAR))
    draft = ConsolidatedDrafter(Drafter(library)).report(many, "btgtu", DAY)
    blocks = parse(draft.text).annexes[1].blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(table.alignments) for table in tables] == [10, 4]
    last = [plain(cell.content) for cell in tables[1].rows[-1]]
    assert last == ["", "Tổng", "66", "66"]


def test_merged_figures_travel_on_to_the_next_level(
    library: Library, result: Consolidation
) -> None:
    draft = ConsolidatedDrafter(Drafter(library)).report(result, "btgtu", DAY)
    assert draft.period == YEAR
    assert [task.id for task in draft.tasks] == [TASK.id]
    assert Figure(HOURS, D(1960), D(600)) in draft.figures
    sheet = Composer(library).compose(draft)
    assert sheet.document.issuer.symbol == "BTGTU"


def test_the_reminder_goes_to_those_who_are_missing(
    library: Library, result: Consolidation
) -> None:
    due = datetime.date(2026, 12, 20)
    draft = ConsolidatedDrafter(Drafter(library)).reminder(result, "btgtu", DAY, due)
    document = parse(draft.text)
    assert document.addressees is not None
    assert document.addressees.names == (NAMES[2],)
    assert "02/03 đơn vị" in draft.text or "2/3 đơn vị" in draft.text
    assert "trước ngày 20/12/2026" in draft.text


def test_the_workbook_traces_every_figure(result: Consolidation, tmp_path: Path) -> None:
    path = tmp_path / "tổng hợp.xlsx"
    write_workbook(result, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        "Tổng hợp",
        "Theo đơn vị",
        "Nhiệm vụ",
        "Nguồn số liệu",
        "Chưa nộp, nộp chậm",
        "Rà soát",
    ]
    totals = list(book["Tổng hợp"].values)
    hours = next(row for row in totals if row[1] and "Thời lượng" in str(row[1]))
    assert (hours[3], hours[5]) == (600, 1960)
    sources = [row[:4] for row in book["Nguồn số liệu"].values if "Thời lượng" in str(row[0])]
    assert [(row[1], row[2], row[3]) for row in sources] == [
        (NAMES[0], 720, "0.docx"),
        (NAMES[1], 1240, "1.docx"),
    ]
    assert list(book["Chưa nộp, nộp chậm"].values)[1][0] == NAMES[2]
