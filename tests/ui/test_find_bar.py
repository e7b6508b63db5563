"""Find and replace, with and without marks."""

import pytest
from pytestqt.qtbot import QtBot

from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.find_bar import FindBar
from ttcs_desktop.ui.editor.text_edit import TextEdit

TEXT = "Ủy ban 😀 nhân dân\nủy quyền\nuỷ ban nhân dân\n"


@pytest.fixture
def text(qtbot: QtBot) -> TextEdit:
    text = TextEdit()
    qtbot.addWidget(text)
    text.load(TEXT)
    return text


@pytest.fixture
def bar(qtbot: QtBot, text: TextEdit, workbench: Workbench) -> FindBar:
    bar = FindBar(text, workbench.search_key)
    qtbot.addWidget(bar)
    bar.start()
    return bar


def found(text: TextEdit) -> tuple[int, str]:
    return text.line(), text.textCursor().selectedText()


def test_words_are_found_whatever_their_marks_and_case(bar: FindBar, text: TextEdit) -> None:
    bar.wanted.setText("uy ban")
    bar.find_next()
    assert found(text) == (1, "Ủy ban")
    bar.find_next()
    assert found(text) == (3, "uỷ ban")
    bar.find_next()
    assert found(text) == (1, "Ủy ban")
    bar.find_previous()
    assert found(text) == (3, "uỷ ban")
    assert bar.told() == "2 trong 2 chỗ"


def test_what_stands_behind_a_picture_letter_is_found_exactly(bar: FindBar, text: TextEdit) -> None:
    bar.wanted.setText("nhân dân")
    bar.find_next()
    assert found(text) == (1, "nhân dân")


def test_exact_search_minds_marks_and_case(bar: FindBar, text: TextEdit) -> None:
    bar.exactly.setChecked(True)
    bar.wanted.setText("ủy")
    bar.find_next()
    assert found(text) == (2, "ủy")
    bar.find_next()
    assert found(text) == (2, "ủy")


def test_replacing_everything_is_undone_at_once(bar: FindBar, text: TextEdit) -> None:
    bar.wanted.setText("uy ban")
    bar.instead.setText("Uỷ ban")
    bar.replace_all()
    assert text.toPlainText() == "Uỷ ban 😀 nhân dân\nủy quyền\nUỷ ban nhân dân\n"
    assert bar.told() == "Đã thay 2 chỗ."
    text.undo()
    assert text.toPlainText() == TEXT


def test_one_place_is_replaced_and_the_next_shown(bar: FindBar, text: TextEdit) -> None:
    bar.wanted.setText("dân")
    bar.instead.setText("DÂN")
    bar.find_next()
    bar.replace()
    assert found(text) == (3, "dân")
    assert text.toPlainText() == TEXT.replace("dân", "DÂN", 1)


def test_what_is_nowhere_is_told(bar: FindBar, text: TextEdit) -> None:
    bar.wanted.setText("trung ương")
    bar.find_next()
    assert bar.told() == "Không tìm thấy."
    assert text.textCursor().position() == 0
