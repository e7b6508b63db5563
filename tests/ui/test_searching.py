"""A clerk finds a paragraph of another document and puts it into the draft."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.hands import Until, press, type_into

from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.places import user_data
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.searching.finding import Finding
from ttcs_desktop.ui.searching.phrases import PhraseTab
from ttcs_desktop.ui.searching.screen import SearchScreen

OLD = Draft(
    "KẾ HOẠCH\nthông tin cơ sở năm 2026\n\n1. Mục đích\n\n"
    "2. Phát huy vai trò **hệ thống truyền thanh** cơ sở\n",
    unit="btgtu",
    number="07",
    date=datetime.date(2025, 12, 1),
)


@pytest.fixture
def kept(workbench: Workbench, tmp_path: Path) -> Path:
    path = tmp_path / "cu" / "ke-hoach-2026.docx"
    workbench.export_docx(OLD, path)
    return path


@pytest.fixture
def finding(window: MainWindow, kept: Path, until: Until) -> Finding:
    window.commands.trigger("search-all")
    screen = window.screen_of("search")
    assert isinstance(screen, SearchScreen)
    tab = screen.tabs.tab(0)
    assert isinstance(tab, Finding)
    tab.asker.folder = lambda _title: kept.parent  # type: ignore[method-assign]
    tab.folder_button.click()
    until(lambda: "1 văn bản mới" in window.messages.text())
    return tab


def search(tab: Finding, words: str, until: Until, count: int = 1) -> None:
    type_into(tab.wanted, words)
    until(lambda: len(tab.table.rows()) == count and tab.told.text())


def test_a_paragraph_is_found_without_marks_and_shown_with_its_document(
    finding: Finding, until: Until
) -> None:
    search(finding, "he thong truyen thanh", until)
    shown = finding.paragraph.toPlainText()
    for words in ("07-KH/BTGDV", "01/12/2025", "Ban Tuyên giáo", "Phát huy", "ke-hoach-2026.docx"):
        assert words in shown
    assert '<span style=" font-weight:700;">hệ</span>' in finding.paragraph.toHtml().replace(
        "font-weight:600", "font-weight:700"
    )
    search(finding, "hé thông", until, count=0)
    assert finding.told.text() == "Không tìm thấy."
    assert not finding.note_button.isEnabled()


def test_enter_opens_the_document_at_the_paragraph(
    qtbot: QtBot, finding: Finding, window: MainWindow, until: Until
) -> None:
    search(finding, "truyen thanh", until)
    qtbot.keyClick(finding.wanted, Qt.Key.Key_Return)
    press(finding.table, Qt.Key.Key_Return)
    until(window.is_writing)
    until(lambda: window.editor().text.line() == 6)


def test_a_paragraph_is_put_in_with_its_source_as_one_step(
    finding: Finding, editor: EditorScreen, window: MainWindow, until: Until
) -> None:
    before = editor.text.toPlainText()
    window.go("search")
    search(finding, "truyen thanh", until)
    finding.note_button.click()
    text = editor.text.toPlainText()
    assert "Phát huy vai trò **hệ thống truyền thanh** cơ sở[^1]\n" in text
    assert "[^1]: Kế hoạch thông tin cơ sở năm 2026, số 07-KH/BTGDV, ngày 01/12/2025 của" in text
    assert editor.isVisible()
    editor.text.undo()
    assert editor.text.toPlainText() == before
    window.go("search")
    finding.sign_button.click()
    assert "cơ sở [XEM LẠI: trích Kế hoạch" in editor.text.toPlainText()
    editor.text.undo()
    assert editor.text.toPlainText() == before


def test_without_a_draft_the_clerk_is_told(
    finding: Finding, window: MainWindow, until: Until
) -> None:
    search(finding, "truyen thanh", until)
    finding.note_button.click()
    assert "Chưa có văn bản nào đang soạn" in window.messages.text()


def phrases(window: MainWindow) -> PhraseTab:
    window.go("search")
    screen = window.screen_of("search")
    assert isinstance(screen, SearchScreen)
    screen.tabs.setCurrentIndex(1)
    tab = screen.tabs.tab(1)
    assert isinstance(tab, PhraseTab)
    return tab


def test_a_phrase_is_kept_named_put_in_removed_and_taken_back(
    editor: EditorScreen, window: MainWindow, until: Until
) -> None:
    editor.text.insert("Yêu cầu các đơn vị nghiêm túc thực hiện.")
    window.commands.trigger("keep-phrase")
    until(lambda: "Đã giữ câu mẫu" in window.messages.text())
    tab = phrases(window)
    until(tab.table.rows)
    tab.table.pick(lambda _one: True)
    type_into(tab.name, "Kết")
    tab.save_button.click()
    until(lambda: [one.name for one in tab.table.rows()] == ["Kết"])
    tab.table.pick(lambda _one: True)
    count = editor.text.toPlainText().count("nghiêm túc")
    tab.insert_button.click()
    assert editor.text.toPlainText().count("nghiêm túc") == count + 1
    tab = phrases(window)
    tab.table.pick(lambda _one: True)
    tab.remove_button.click()
    until(lambda: not tab.table.rows())
    window.messages.act()
    until(lambda: [one.name for one in tab.table.rows()] == ["Kết"])


def test_words_of_a_secret_document_become_no_phrase(
    window: MainWindow, editor: EditorScreen, until: Until
) -> None:
    secret = dataclasses.replace(editor.writing.draft, marks=Marks(secrecy="Mật"))
    window.take_up(secret, None, None)
    window.commands.trigger("keep-phrase")
    until(lambda: "kho mẫu câu" in window.messages.text())
    assert not (user_data() / "phrases.json").exists()


def test_a_damaged_index_is_told_and_made_again(
    finding: Finding, window: MainWindow, until: Until
) -> None:
    search(finding, "truyen thanh", until)
    for side in user_data().glob("search.sqlite3-*"):
        side.unlink()
    (user_data() / "search.sqlite3").write_bytes(b"no database" * 999)
    finding.wanted.setText("thanh")
    until(lambda: "bị hỏng" in window.messages.text())
    until(lambda: len(finding.table.rows()) == 1)
