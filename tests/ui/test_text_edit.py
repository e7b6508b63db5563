"""The text as a clerk types it: nothing that is typed is disturbed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.hands import press

from ttcs_desktop.model.document import PageBreak, Table
from ttcs_desktop.model.text import Footnote, plain
from ttcs_desktop.officialtext.lines import PAGE_BREAK as OFFICIAL_PAGE_BREAK
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.inserting import PAGE_BREAK, insertions
from ttcs_desktop.ui.editor.text_edit import TextEdit


@pytest.fixture
def text(qtbot: QtBot) -> TextEdit:
    text = TextEdit()
    qtbot.addWidget(text)
    text.resize(400, 300)
    text.show()
    return text


def compose(text: TextEdit, *steps: str, commit: str) -> None:
    """Type as an input method that shows what it is composing before it commits it."""
    for step in steps:
        QApplication.sendEvent(text, QInputMethodEvent(step, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(text, event)


def rewrite(text: TextEdit, back: int, words: str) -> None:
    """Type as an input method that takes letters back and writes them anew with their marks."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words, -back, back)
    QApplication.sendEvent(text, event)


MOTTO = ("Cộng", "hòa", "xã", "hội", "chủ", "nghĩa", "Việt", "Nam", "Độc", "lập", "Tự", "do")


def test_words_composed_by_an_input_method_arrive_whole(text: TextEdit) -> None:
    for word in MOTTO:
        steps = [word[:length] for length in range(1, len(word) + 1)]
        compose(text, *steps, commit=word)
        press(text, Qt.Key.Key_Space, " ")
    assert text.toPlainText().split() == list(MOTTO)


def test_words_rewritten_by_an_input_method_arrive_whole(text: TextEdit) -> None:
    for plain_word, word in (("Cong65", "Cộng"), ("hoa2", "hòa"), ("Viet65", "Việt")):
        for letter in plain_word:
            compose(text, commit=letter)
        rewrite(text, len(plain_word), word)
        compose(text, commit=" ")
    assert text.toPlainText() == "Cộng hòa Việt "


def test_words_rewritten_by_backspace_keys_arrive_whole(text: TextEdit) -> None:
    for letter in "Vieet":
        press(text, Qt.Key(ord(letter.upper())), letter)
    for _ in range(3):
        press(text, Qt.Key.Key_Backspace)
    for letter in "ệt":
        press(text, Qt.Key.Key_unknown, letter)
    assert text.toPlainText() == "Việt"


def test_new_text_from_the_form_leaves_what_is_being_composed(text: TextEdit) -> None:
    text.load("I. MỤC ĐÍCH\n\n1. Nội dung cũ.\n\n2. Hết.\n")
    text.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(text, QInputMethodEvent("nghi", []))
    text.replace(text.toPlainText().replace("cũ", "mới"))
    compose(text, "nghĩ", commit="nghĩa")
    assert text.toPlainText() == "I. MỤC ĐÍCH\n\n1. Nội dung mới.\n\n2. Hết.\nnghĩa"


def test_new_text_keeps_cursor_and_undo(text: TextEdit) -> None:
    text.load("a\nb 😀 c\nd\n")
    cursor = text.textCursor()
    cursor.setPosition(len("a\nb 😀 c\n") + 1)  # beyond the first plane, Qt counts two
    text.setTextCursor(cursor)
    assert text.line() == 3
    assert text.replace("a\nb 😀 khác\nd\n") == 2
    assert text.toPlainText() == "a\nb 😀 khác\nd\n"
    assert text.line() == 3
    text.undo()
    assert text.toPlainText() == "a\nb 😀 c\nd\n"


def test_bold_goes_on_over_the_lines_of_a_paragraph(text: TextEdit) -> None:
    text.load("**tuyên truyền\nthực hiện** Chỉ thị\n\n**chưa đóng\n\nđoạn sau")

    def is_bold(line: int, at: int) -> bool:
        formats = text.document().findBlockByNumber(line).layout().formats()
        return any(
            one.start <= at < one.start + one.length
            and one.format.fontWeight() == QFont.Weight.Bold
            for one in formats
        )

    assert is_bold(0, 5)
    assert is_bold(1, 3)
    assert not is_bold(1, 15)
    assert not is_bold(5, 2)


def test_a_mark_round_words_is_put_and_taken_away(text: TextEdit) -> None:
    text.load("thông tin cơ sở")
    text.selectAll()
    text.surround("**")
    assert text.toPlainText() == "**thông tin cơ sở**"
    text.selectAll()
    text.surround("**")
    assert text.toPlainText() == "thông tin cơ sở"


def test_what_is_inserted_is_read_as_what_it_is(text: TextEdit, workbench: Workbench) -> None:
    act = insertions(text, workbench)
    assert PAGE_BREAK == OFFICIAL_PAGE_BREAK
    text.load("KẾ HOẠCH\n\nvề việc thử\n\n1. Một đoạn.\n\n2. Đoạn sau.\n")
    text.go_to_line(5)
    text.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    act["footnote"]()
    assert text.textCursor().selectedText() == "nội dung chú thích"
    text.go_to_line(text.toPlainText().splitlines().index("2. Đoạn sau.") + 1)
    text.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    act["footnote"]()
    text.moveCursor(QTextCursor.MoveOperation.End)
    act["table"]()
    text.moveCursor(QTextCursor.MoveOperation.End)
    act["page-break"]()
    text.insert("Trang sau.")
    document = parse(text.toPlainText())
    notes = [
        plain(item.content)
        for block in document.blocks
        for item in getattr(block, "content", ())
        if isinstance(item, Footnote)
    ]
    assert notes == ["nội dung chú thích", "nội dung chú thích"]
    kinds = [type(block) for block in document.blocks]
    assert kinds.count(Table) == 1
    assert kinds.count(PageBreak) == 1


def test_files_dragged_over_the_text_are_left_to_the_window(text: TextEdit) -> None:
    from PySide6.QtCore import QMimeData, QUrl

    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/home/a.docx")])
    words.setText("chữ")
    assert not text.canInsertFromMimeData(files)
    assert text.canInsertFromMimeData(words)
