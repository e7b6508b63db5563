"""Reports of 65 units dropped at once become one; what is odd stands beside it."""

import datetime
import zipfile
from collections.abc import Callable
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest
from ui.hands import Until
from ui.test_opening import drop, files

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.indicator import Figure
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.exporting import export_docx
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.background import Progress
from ttcs_desktop.ui.chain.consolidation import ConsolidationTab
from ttcs_desktop.ui.chain.screen import ChainScreen
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.sending.letters import LettersTab
from ttcs_desktop.ui.sending.screen import LETTERS, SendingScreen

YEAR = Period(PeriodKind.YEAR, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
COUNTED = "ban-tin-phat-thanh"
TEXT = (
    "BÁO CÁO\n\n**kết quả công tác thông tin cơ sở năm 2026**\n\nI. KẾT QUẢ\n\n"
    "- Đã phát tin.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNơi nhận:\n- Tỉnh uỷ;\n- Lưu.\n\nNguyễn Văn A\n"
)


@pytest.fixture
def workbench() -> Workbench:
    return Workbench(Library())


@pytest.fixture(scope="module")
def write() -> Callable[[str, int, Path], Path]:
    """Write the report of a unit, its figure in its data."""
    composer = Composer(Library())

    def to_file(unit: str, count: int, path: Path) -> Path:
        draft = Draft(
            text=TEXT,
            unit=unit,
            date=datetime.date(2026, 11, 10),
            number="12",
            period=YEAR,
            figures=(Figure(COUNTED, Decimal(count)),),
        )
        export_docx(composer.compose(draft), path)
        return path

    return to_file


@pytest.fixture(scope="module")
def communes() -> list[str]:
    library = Library()
    return [unit.id for unit in library.units.select("kind:dang-uy", on=YEAR.end)]


@pytest.fixture(scope="module")
def reports(
    tmp_path_factory: pytest.TempPathFactory,
    write: Callable[[str, int, Path], Path],
    communes: list[str],
) -> Path:
    """Return a folder with a report of each of the 65 communes."""
    folder = tmp_path_factory.mktemp("báo cáo")
    for number, unit in enumerate(communes, 1):
        write(unit, number, folder / f"{unit}.docx")
    return folder


@pytest.fixture
def tab(window: MainWindow) -> ConsolidationTab:
    window.go("chain")
    screen = window.screen_of("chain")
    assert isinstance(screen, ChainScreen)
    at = [screen.tabs.tabText(number) for number in range(screen.tabs.count())]
    number = at.index("Tổng hợp báo cáo")
    screen.tabs.setCurrentIndex(number)
    shown = screen.tabs.tab(number)
    assert isinstance(shown, ConsolidationTab)
    return shown


def total(tab: ConsolidationTab) -> Decimal | None:
    assert tab.result is not None
    return next(one.value for one in tab.result.figures if one.indicator.id == COUNTED)


def test_65_reports_are_consolidated_by_drop_and_drafted(
    tab: ConsolidationTab,
    window: MainWindow,
    reports: Path,
    communes: list[str],
    tmp_path: Path,
    until: Until,
) -> None:
    assert len(communes) == 65
    tab.unit.show_value("btgtu")
    tab.asked.show_choice("kind:dang-uy")
    assert drop(tab.inbox, files(reports))
    until(lambda: tab.result and len(tab.result.reports) == 65)
    assert total(tab) == sum(range(1, 66))
    assert "65 báo cáo trong tổng hợp, 0 đơn vị chưa nộp" in tab.told.text()
    by_unit = tab.results.table("Theo đơn vị").rows()
    assert len(by_unit) == 66
    assert not tab.remind.isEnabled()
    book = tmp_path / "tong-hop.xlsx"
    tab.asker.save = lambda _title, _name, _kinds: book  # type: ignore[method-assign]
    tab.write_workbook()
    until(book.exists)
    assert "Theo đơn vị" in openpyxl.load_workbook(book).sheetnames
    tab.draft_report()
    until(window.is_writing)
    draft = window.editor().writing.draft
    assert (draft.template, draft.unit, draft.period) == ("consolidated-report", "btgtu", YEAR)
    assert str(sum(range(1, 66))) in draft.text.replace(".", "")


@pytest.fixture
def lacking(
    tab: ConsolidationTab,
    write: Callable[[str, int, Path], Path],
    communes: list[str],
    tmp_path: Path,
    until: Until,
) -> ConsolidationTab:
    """Return the tab with the report of one of 65 committees."""
    path = write(communes[0], 30, tmp_path / "một.docx")
    tab.unit.show_value("btgtu")
    tab.asked.show_choice("kind:dang-uy")
    tab.inbox.add([path])
    until(lambda: tab.result and len(tab.result.missing) == 64)
    return tab


def test_who_is_missing_is_named_and_reminded(
    lacking: ConsolidationTab, window: MainWindow, until: Until
) -> None:
    assert len(lacking.results.table("Chưa nộp, nộp chậm").rows()) == 64
    lacking.draft_reminder()
    until(window.is_writing)
    assert window.editor().writing.draft.template == "reminder"
    assert "Đảng uỷ" in window.editor().writing.draft.text


def test_one_click_drafts_the_reminder_with_a_letter_for_each_who_is_missing(
    lacking: ConsolidationTab, window: MainWindow, until: Until
) -> None:
    lacking.mail.click()
    until(window.is_writing)
    assert window.editor().writing.draft.template == "reminder"
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    letters = screen.tabs.tab(LETTERS)
    assert screen.tabs.currentIndex() == LETTERS
    assert isinstance(letters, LettersTab)
    until(lambda: letters.list.topLevelItemCount() >= 64)


def test_a_mail_an_archive_and_a_broken_file_come_in_together(
    tab: ConsolidationTab,
    write: Callable[[str, int, Path], Path],
    communes: list[str],
    tmp_path: Path,
    until: Until,
) -> None:
    one = write(communes[0], 30, tmp_path / "in" / "một.docx")
    two = write(communes[1], 12, tmp_path / "in" / "hai.docx")
    archive, mail, broken = (tmp_path / name for name in ("nộp.zip", "thư.eml", "hỏng.docx"))
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(one, "một.docx")
    message = EmailMessage()
    message.set_content("Kính gửi.")
    message.add_attachment(
        two.read_bytes(), maintype="application", subtype="octet-stream", filename="hai.docx"
    )
    mail.write_bytes(bytes(message))
    broken.write_bytes(b"PK broken")
    assert drop(tab.inbox.list, files(archive, mail, broken))
    until(lambda: tab.result and len(tab.result.reports) == 2)
    assert total(tab) == 42
    (aside,) = tab.results.table("Để riêng").rows()
    assert aside.file == "hỏng.docx"
    assert aside.reason


def test_a_file_taken_out_of_the_tray_leaves_the_sums(
    tab: ConsolidationTab,
    write: Callable[[str, int, Path], Path],
    communes: list[str],
    tmp_path: Path,
    until: Until,
) -> None:
    one, two = (
        write(unit, count, tmp_path / f"{unit}.docx")
        for unit, count in zip(communes[:2], (30, 12), strict=True)
    )
    tab.inbox.add([one, two])
    tab.inbox.add([one])
    until(lambda: tab.result and len(tab.result.reports) == 2)
    tab.inbox.list.item(0).setSelected(True)
    tab.inbox.remove_chosen()
    until(lambda: tab.result and len(tab.result.reports) == 1)
    assert total(tab) == 12
    tab.inbox.remove([two])
    assert tab.result is None
    assert not tab.draft.isEnabled()


def test_a_late_report_is_told_by_the_last_day(
    tab: ConsolidationTab,
    write: Callable[[str, int, Path], Path],
    communes: list[str],
    tmp_path: Path,
    until: Until,
) -> None:
    tab.asked.show_choice(communes[0])
    tab.due.set_date(datetime.date(2026, 11, 5))
    tab.inbox.add([write(communes[0], 30, tmp_path / "một.docx")])
    until(lambda: tab.result and tab.result.late)
    assert "1 nộp chậm" in tab.told.text()


def test_reading_can_be_stopped_and_nothing_stays_half_read(
    tab: ConsolidationTab,
    window: MainWindow,
    reports: Path,
    monkeypatch: pytest.MonkeyPatch,
    until: Until,
) -> None:
    told: list[int] = []
    report = Progress.report

    def stop_at_ten(progress: Progress, done: int, total: int) -> None:
        told.append(total)
        if done == 10:
            progress.cancel()
        report(progress, done, total)

    monkeypatch.setattr(Progress, "report", stop_at_ten)
    tab.inbox.add([reports])
    until(lambda: tab.inbox.list.count() == 0)
    assert told[:2] == [65, 65]
    assert len(told) == 11
    assert tab.result is None
    assert window.messages.text() == ""


def test_drafting_needs_to_know_for_whom(
    tab: ConsolidationTab,
    window: MainWindow,
    write: Callable[[str, int, Path], Path],
    communes: list[str],
    tmp_path: Path,
    until: Until,
) -> None:
    tab.inbox.add([write(communes[0], 30, tmp_path / "một.docx")])
    until(lambda: tab.result)
    tab.draft_report()
    assert "đơn vị tổng hợp" in window.messages.text()
    assert not window.is_writing()
