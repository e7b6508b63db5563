"""What goes out on paper is seen, then printed or saved, from the same pages."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from judges import page_count, words
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.hands import Until
from ui.sent_document import DRAFT, NAME, issued_file

from ttcs_desktop.services.library import Library
from ttcs_desktop.services.papers import PaperKind
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.sending.papers import PapersTab
from ttcs_desktop.ui.sending.screen import PAPERS, SendingScreen

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@pytest.fixture
def workbench() -> Workbench:
    return Workbench(Library())


@pytest.fixture
def papers(window: MainWindow, workbench: Workbench, tmp_path: Path, until: Until) -> PapersTab:
    """Return the tab with the pages of the issued plan on it."""
    window.send_out(DRAFT, issued_file(workbench, tmp_path / "đi"))
    screen = window.screen_of("sending")
    assert isinstance(screen, SendingScreen)
    screen.tabs.setCurrentIndex(PAPERS)
    tab = screen.tabs.tab(PAPERS)
    assert isinstance(tab, PapersTab)
    until(lambda: tab.paper and tab.options.counts.rows() and tab.options.labels.count())
    return tab


def choose(tab: PapersTab, kind: PaperKind, until: Until) -> None:
    before = tab.paper
    tab.options.kind.show_choice(kind)
    tab.options.kind.chosen.emit(kind)
    until(lambda: tab.paper not in (None, before))


def to_file(path: Path, seen: list["QPrinter"]) -> "Callable[[QPrinter], bool]":
    def choose_printer(printer: "QPrinter") -> bool:
        from PySide6.QtPrintSupport import QPrinter

        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        seen.append(printer)
        return True

    return choose_printer


def saved(qtbot: QtBot, tab: PapersTab, path: Path, until: Until) -> str:
    tab.asker.save = lambda _title, _name, _kinds: path
    qtbot.mouseClick(tab.save_button, Qt.MouseButton.LeftButton)
    until(path.exists)
    return " ".join(words(path))


def test_as_many_copies_are_asked_for_as_the_recipients_need(
    qtbot: QtBot, papers: PapersTab, window: MainWindow, tmp_path: Path, until: Until
) -> None:
    assert "4 bản" in papers.options.total.text()
    asked: list[QPrinter] = []
    papers.choose_printer = to_file(tmp_path / "in.pdf", asked)
    qtbot.mouseClick(papers.print_button, Qt.MouseButton.LeftButton)
    until(lambda: "máy in" in window.messages.text())
    assert asked[0].copyCount() == 4
    info = subprocess.run(
        ["pdfinfo", str(tmp_path / "in.pdf")], check=True, capture_output=True, text=True
    )
    assert "A4" in info.stdout
    papers.options.copies.setValue(2)
    qtbot.mouseClick(papers.print_button, Qt.MouseButton.LeftButton)
    until(lambda: len(asked) == 2)
    assert asked[1].copyCount() == 2


def test_both_sides_are_asked_for(
    qtbot: QtBot, papers: PapersTab, tmp_path: Path, until: Until
) -> None:
    before = papers.paper
    papers.options.is_two_sided.setChecked(True)
    until(lambda: papers.paper not in (None, before))
    asked: list[QPrinter] = []
    papers.choose_printer = to_file(tmp_path / "in.pdf", asked)
    qtbot.mouseClick(papers.print_button, Qt.MouseButton.LeftButton)
    until((tmp_path / "in.pdf").exists)
    assert papers.paper is not None
    assert papers.paper.is_two_sided


def test_an_envelope_is_printed_on_paper_of_its_size(
    qtbot: QtBot, papers: PapersTab, window: MainWindow, tmp_path: Path, until: Until
) -> None:
    choose(papers, PaperKind.ENVELOPES, until)
    before = papers.paper
    papers.options.envelopes.show_choice("c5")
    papers.options.envelopes.chosen.emit("c5")
    until(lambda: papers.paper is not before)
    asked: list[QPrinter] = []
    papers.choose_printer = to_file(tmp_path / "bì.pdf", asked)
    qtbot.mouseClick(papers.print_button, Qt.MouseButton.LeftButton)
    until(lambda: "Phong bì" in window.messages.text())
    info = subprocess.run(
        ["pdfinfo", str(tmp_path / "bì.pdf")], check=True, capture_output=True, text=True
    ).stdout
    size = info.partition("Page size:")[2].split()
    assert [round(float(one) / 72 * 25.4) for one in (size[0], size[2])] == [229, 162]
    assert page_count(tmp_path / "bì.pdf") == 3


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (PaperKind.SLIP, "PHIẾU TRÌNH KÝ"),
        (PaperKind.LIST, "Ký nhận"),
        (PaperKind.LABELS, "Kính gửi: Sở Tư pháp"),
    ],
)
def test_slip_list_and_labels_are_seen_and_saved(
    qtbot: QtBot, papers: PapersTab, tmp_path: Path, until: Until, kind: PaperKind, said: str
) -> None:
    choose(papers, kind, until)
    assert papers.pages.isVisible()
    assert said in saved(qtbot, papers, tmp_path / "giấy.pdf", until)


def test_a_certified_copy_is_made_in_the_form_of_the_copying_body(
    qtbot: QtBot, papers: PapersTab, tmp_path: Path, until: Until
) -> None:
    choose(papers, PaperKind.COPY, until)
    form = papers.options.form
    until(lambda: "kind" in form.answers())
    form.show_answers(form.answers() | {"unit": "so-tu-phap", "number": "7"})
    form.changed.emit()
    until(lambda: papers.paper and papers.paper.title == "SAO Y: 05-KH/ĐU")
    until(lambda: form.answers().get("kind") == "SAO Y")
    form.input("kind").show_value("TRÍCH SAO")
    form.changed.emit()
    until(lambda: "first" in form._questions)
    lines = form.input("first")._choices
    assert any("MỤC ĐÍCH" in one for one in lines)
    chosen = next(one for one in lines if "Đưa thông tin" in one)
    form.input("first").show_value(chosen)
    form.input("last").show_value(chosen)
    form.changed.emit()
    until(lambda: papers.paper and papers.paper.title == "TRÍCH SAO: 05-KH/ĐU")
    text = saved(qtbot, papers, tmp_path / "sao.pdf", until)
    assert "Số: 07/TrS-STP" in text
    assert "Đưa thông tin về cơ sở" in text
    assert "Thực hiện Kế hoạch số 12-KH/TU" not in text


def test_what_stands_in_the_way_is_told_in_place_of_the_pages(
    window: MainWindow, papers: PapersTab, until: Until
) -> None:
    import dataclasses

    window.send_out(dataclasses.replace(DRAFT, number="", date=None), None)
    until(lambda: papers.paper is not None and "KH-05" not in window.windowTitle())
    papers.options.kind.show_choice(PaperKind.COPY)
    papers.options.kind.chosen.emit(PaperKind.COPY)
    until(lambda: "đã ban hành" in papers.told.text())
    assert not papers.print_button.isEnabled()
    assert not papers.pages.isVisible()


def test_the_file_is_named_after_the_document(papers: PapersTab) -> None:
    names: list[str] = []
    papers.asker.save = lambda _title, name, _kinds: names.append(name)  # type: ignore[func-returns-value]
    papers.save()
    assert names == [f"{NAME}-document.pdf"]
