"""The checker in the window: beside the text as one types, and for a file that was dropped."""

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot
from ui.hands import Until, write

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.problem_list import POINT
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.main_window import MainWindow

SLIP = "Tuyên truyền , vận động nhân dân."
TEXT = f"BÁO CÁO\n\nvề việc thử\n\nI. MỘT\n\n{SLIP}\n"
RULE = "spacing.before-mark"


def row_of(editor: EditorScreen, rule: str) -> QTreeWidgetItem | None:
    rows = [editor.problems.topLevelItem(at) for at in range(editor.problems.topLevelItemCount())]
    return next(
        (row for row in rows if row.data(0, POINT) and row.data(0, POINT).rule == rule), None
    )


def at_slip(window: MainWindow, until: Until) -> EditorScreen:
    window.take_up(Draft(text=TEXT, unit="btgtu"), None, None)
    editor = window.editor()
    window.commands.trigger("go-problems")
    until(lambda: row_of(editor, RULE))
    return editor


def test_what_the_checker_finds_stands_in_the_list_with_its_word_and_what_is_asked(
    window: MainWindow, until: Until
) -> None:
    row = row_of(at_slip(window, until), RULE)
    assert row is not None
    assert (row.text(0), row.text(1)) == ("Cần xem", "7")
    assert not row.icon(0).isNull()
    assert "truyền ," in row.toolTip(2)
    assert "truyền," in row.text(3)


def test_a_click_on_a_finding_goes_to_its_line(window: MainWindow, until: Until) -> None:
    editor = at_slip(window, until)
    row = row_of(editor, RULE)
    editor.problems.itemClicked.emit(row, 0)
    assert editor.text.line() == 7


def test_one_click_mends_a_finding_and_one_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, until: Until
) -> None:
    editor = at_slip(window, until)
    editor.problems.setCurrentItem(row_of(editor, RULE))
    qtbot.mouseClick(editor.checks.mend_button, Qt.MouseButton.LeftButton)
    assert editor.text.toPlainText() == TEXT.replace(" ,", ",")
    until(lambda: row_of(editor, RULE) is None)
    editor.text.undo()
    assert editor.text.toPlainText() == TEXT
    until(lambda: row_of(editor, RULE))


def test_a_rule_is_passed_over_in_this_office_until_it_is_taken_back(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    editor = at_slip(window, until)
    editor.problems.setCurrentItem(row_of(editor, RULE))
    qtbot.mouseClick(editor.checks.ignore_button, Qt.MouseButton.LeftButton)
    until(lambda: row_of(editor, RULE) is None)
    assert [one.rule for one in workbench.checks.checker.settings.ignored] == [RULE]
    workbench.checks.heed(RULE)
    editor.checks.follow()
    until(lambda: row_of(editor, RULE))


def test_a_finding_without_a_place_beyond_doubt_offers_no_mend(
    window: MainWindow, until: Until
) -> None:
    editor = at_slip(window, until)
    assert not editor.checks.mend_button.isEnabled()


def test_typing_on_ten_pages_is_not_held_up_by_the_checker(
    window: MainWindow, until: Until
) -> None:
    lines = "\n\n".join(
        f"Đoạn {at}: " + "tuyên truyền, vận động nhân dân. " * 9 for at in range(70)
    )
    window.take_up(Draft(text=f"{TEXT}\n{lines}", unit="btgtu"), None, None)
    editor = window.editor()
    until(lambda: row_of(editor, RULE) and editor.pages.page_count() >= 8)
    began = time.process_time()
    for letter in "chữ":
        write(editor.text, letter)
    assert time.process_time() - began < 0.15
    assert "chữ" in editor.text.toPlainText()
