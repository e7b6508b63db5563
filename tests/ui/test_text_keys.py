"""Tab, Shift+Tab and Enter in the text, and the marks a clerk puts with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.hands import press, write

from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.inserting import changes
from ttcs_desktop.ui.editor.keys import Keys
from ttcs_desktop.ui.editor.text_edit import TextEdit

NO, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def text(qtbot: QtBot) -> TextEdit:
    text = TextEdit()
    qtbot.addWidget(text)
    Keys(text)
    text.resize(500, 300)
    text.show()
    text.setFocus()
    return text


def stand(text: TextEdit, words: str) -> None:
    """Put the cursor behind words."""
    cursor = text.textCursor()
    cursor.setPosition(text.toPlainText().index(words) + len(words))
    text.setTextCursor(cursor)


def test_tab_and_shift_tab_move_a_paragraph_as_one_step(text: TextEdit) -> None:
    text.load("I. MỘT\n1. Họp.\n2. In tài liệu.\n3. Gửi.\nII. HAI")
    stand(text, "In tài")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.toPlainText() == "I. MỘT\n1. Họp.\na) In tài liệu.\n2. Gửi.\nII. HAI"
    assert text.textCursor().block().text()[: text.column()] == "a) In tài"
    QTest.keyClick(text, Qt.Key.Key_Backtab, SHIFT)
    assert text.toPlainText() == "I. MỘT\n1. Họp.\n2. In tài liệu.\n3. Gửi.\nII. HAI"
    text.undo()
    text.undo()
    assert text.toPlainText() == "I. MỘT\n1. Họp.\n2. In tài liệu.\n3. Gửi.\nII. HAI"
    assert not text.document().isUndoAvailable()


def test_tab_leads_out_of_a_plain_paragraph(text: TextEdit) -> None:
    text.load("Một đoạn thường.\n1. Một khoản.")
    assert not text._wants_tab()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.toPlainText() == "Một đoạn thường.\n1. Một khoản."
    stand(text, "khoản")
    assert text._wants_tab()


def test_a_list_is_written_by_enter_alone(text: TextEdit) -> None:
    write(text, "1. Họp")
    QTest.keyClick(text, Qt.Key.Key_Return)
    write(text, "In")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    write(text, "Bìa")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Return)
    write(text, "Gửi")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Return)
    write(text, "Hết.")
    assert text.toPlainText() == "1. Họp\n2. In\na) Bìa\n3. Gửi\nHết."


def test_enter_inside_the_list_numbers_on_and_one_undo_takes_it_back(text: TextEdit) -> None:
    text.load("1. Họp\n\n2. In\n\n3. Gửi")
    stand(text, "Họp")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.toPlainText() == "1. Họp\n\n2. \n\n3. In\n\n4. Gửi"
    text.undo()
    assert text.toPlainText() == "1. Họp\n\n2. In\n\n3. Gửi"


def test_shift_enter_is_a_line_of_its_own(text: TextEdit) -> None:
    text.load("1. Họp")
    stand(text, "Họp")
    QTest.keyClick(text, Qt.Key.Key_Return, SHIFT)
    write(text, "x")
    assert text.toPlainText() == "1. Họp\nx"
    assert text.blockCount() == 2


def test_no_key_is_taken_from_an_input_method(text: TextEdit) -> None:
    text.load("1. Họp\n- ")
    text.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(text, QInputMethodEvent("nghi", []))
    assert text.is_composing()
    assert not text._wants_tab()
    press(text, Qt.Key.Key_Return, "\r")
    committed = QInputMethodEvent("", [])
    committed.setCommitString("nghĩa")
    QApplication.sendEvent(text, committed)
    assert "2." not in text.toPlainText()
    assert "nghĩa" in text.toPlainText()


def test_syllables_composed_right_after_a_new_mark_arrive_whole(text: TextEdit) -> None:
    write(text, "- Một")
    for word in ("Hai", "Bốn", "Nghĩa"):
        QTest.keyClick(text, Qt.Key.Key_Return)
        for length in range(1, len(word) + 1):
            QApplication.sendEvent(text, QInputMethodEvent(word[:length], []))
        committed = QInputMethodEvent("", [])
        committed.setCommitString(word)
        QApplication.sendEvent(text, committed)
    assert text.toPlainText() == "- Một\n- Hai\n- Bốn\n- Nghĩa"


def unikey(text: TextEdit, *steps: str | int) -> None:
    """Type as UniKey does: letters, and for each mark some backspaces and the letters anew."""
    for step in steps:
        if isinstance(step, int):
            for _ in range(step):
                press(text, Qt.Key.Key_Backspace)
        else:
            write(text, step)


@pytest.mark.parametrize("mark", ["1. ", "a) ", "- ", "I. ", "| ", "+ ", ""])
def test_rewriting_by_backspace_is_exact_after_every_kind_of_mark(
    text: TextEdit, mark: str
) -> None:
    write(text, mark)
    unikey(text, "Vie", 1, "ê", "t", 2, "ệt", " dd", 2, "đ", "uo", 2, "ươ", "c", 2, "ợc")
    assert text.toPlainText() == f"{mark}Việt được"


def test_a_mark_rewritten_by_backspace_is_the_mark_that_was_typed(text: TextEdit) -> None:
    write(text, "d) Một")
    QTest.keyClick(text, Qt.Key.Key_Return)
    unikey(text, 3, "dd", 2, "đ", ") Hai")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.toPlainText() == "d) Một\nđ) Hai\ne) "


def test_ctrl_b_and_ctrl_i_turn_the_selected_words(text: TextEdit, workbench: Workbench) -> None:
    act = changes(text, workbench)
    text.load("1. thông tin cơ sở")
    cursor = text.textCursor()
    cursor.setPosition(len("1. thông "))
    cursor.setPosition(len("1. thông tin"), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    act["bold"]()
    assert text.toPlainText() == "1. thông **tin** cơ sở"
    assert text.textCursor().selectedText() == "tin"
    act["italic"]()
    assert text.toPlainText() == "1. thông ***tin*** cơ sở"
    act["bold"]()
    act["italic"]()
    assert text.toPlainText() == "1. thông tin cơ sở"
    text.undo()
    assert text.toPlainText() == "1. thông *tin* cơ sở"
    formats = text.document().firstBlock().layout().formats()
    assert any(one.format.fontItalic() for one in formats)
    assert any(one.format.fontWeight() != QFont.Weight.Bold for one in formats)


def test_tab_goes_through_a_table_and_adds_a_row(text: TextEdit, workbench: Workbench) -> None:
    act = changes(text, workbench)
    text.load("Đoạn.")
    act["table"]()
    write(text, "Việc")
    for words in ("", "", "Họp", "05/9", "2", "In", ""):
        QTest.keyClick(text, Qt.Key.Key_Tab)
        write(text, words)
    assert text.toPlainText().strip().split("\n")[2:] == [
        "| TT  | Việc | Ghi chú |",
        "| :-: | ---- | ------- |",
        "|  1  | Họp  | 05/9    |",
        "|  2  | In   |         |",
    ]
    act["table-column"]()
    assert all(line.count("|") == 5 for line in text.toPlainText().strip().split("\n")[2:])
    act["table-drop-column"]()
    act["table-drop-row"]()
    assert "In" not in text.toPlainText()


def test_the_footnote_command_leads_to_the_words_and_back(
    text: TextEdit, workbench: Workbench
) -> None:
    act = changes(text, workbench)
    text.load("Một[^1] hai[^2].\n\nBa.\n\n[^1]: lời một\n\n[^2]: lời hai")
    stand(text, "hai[^")
    act["go-footnote"]()
    assert text.textCursor().block().text()[: text.column()] == "[^2]: "
    act["go-footnote"]()
    assert text.textCursor().block().text()[: text.column()] == "Một[^1] hai[^2]"


def test_a_locked_text_takes_no_key(text: TextEdit) -> None:
    text.load("1. Họp\n2. In")
    stand(text, "In")
    text.setReadOnly(True)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.toPlainText() == "1. Họp\n2. In"
