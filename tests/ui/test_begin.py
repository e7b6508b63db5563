"""From the start screen to a document: a unit by a few letters, a date, a kind."""

import dataclasses
import datetime
import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from ui.hands import Until, type_into

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.home import ToDo, ToDoKind
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.background import Background
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.start.screen import StartScreen

TEMPLATES = Path(__file__).parent / "templates"


def unit_line(start: StartScreen) -> QLineEdit:
    line = start.unit.inner
    assert isinstance(line, QLineEdit)
    return line


def test_a_plan_is_begun_for_a_unit_typed_without_marks(
    qtbot: QtBot, start: StartScreen, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    type_into(unit_line(start), "so tu phap")
    qtbot.keyClick(unit_line(start), Qt.Key.Key_Return)
    assert unit_line(start).text() == "Sở Tư pháp"
    qtbot.mouseClick(start.cards["plan"], Qt.MouseButton.LeftButton)
    until(window.is_writing)
    editor = window.editor()
    assert editor.isVisible()
    draft = editor.writing.draft
    assert (draft.unit, draft.template, draft.date) == (
        "so-tu-phap",
        "trial-plan",
        start.date.date(),
    )
    assert editor.text.toPlainText().startswith("KẾ HOẠCH")
    until(editor.pages.page_count)
    until(lambda: workbench.settings().unit == "so-tu-phap")


def test_the_unit_of_the_day_before_is_there_again(
    qtbot: QtBot, workbench: Workbench, until: Until
) -> None:
    workbench.save_settings(dataclasses.replace(workbench.settings(), unit="btgtu"))
    background = Background()
    window = MainWindow(workbench, background)
    qtbot.addWidget(window)
    start = window.screen_of("start")
    assert isinstance(start, StartScreen)
    until(lambda: start.unit.value() == "btgtu")
    background.close()


def test_what_is_due_for_the_unit_stands_on_the_home_screen(
    start: StartScreen, workbench: Workbench, until: Until
) -> None:
    today = datetime.datetime.now().astimezone().date()
    start.unit.show_value("btgtu")
    start.arrive()
    tasks = workbench.home.to_do("btgtu", today).things
    assert tasks
    until(lambda: start.due.list.count() == len(tasks))
    assert tasks[0].title in start.due.list.item(0).text()


def test_each_thing_to_do_leads_to_where_it_is_done(
    start: StartScreen, window: MainWindow, workbench: Workbench, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("KẾ HOẠCH\n\n**thử**\n", encoding="utf-8")
    start.due.chosen.emit(ToDo(ToDoKind.TASK, "Tổ chức hội nghị", "hạn", path=str(path)))
    until(lambda: window.is_writing() and window.editor().filing.path == path)
    start.due.chosen.emit(ToDo(ToDoKind.OUTBOX, "1 thư chờ gửi", ""))
    assert window.screen_of("sending").isVisible() or not window.isVisible()
    waiting = Draft(text="BÁO CÁO\n\n**chờ số**\n", unit="btgtu")
    kept = workbench.home.drafts.keep(waiting)
    start.due.chosen.emit(ToDo(ToDoKind.NUMBER, "chờ số", "", draft_id=kept))
    until(lambda: "chờ số" in window.editor().text.toPlainText())


def test_enter_takes_the_first_and_arrow_the_one_that_is_marked(
    qtbot: QtBot, start: StartScreen, workbench: Workbench
) -> None:
    line = unit_line(start)
    type_into(line, "so")
    found = [unit.name for unit in workbench.units("so")]
    assert found[0].startswith("Sở")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == found[0]
    type_into(line, "so")
    popup = line.completer().popup()
    assert popup is not None
    for _ in range(2):
        qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == found[1]


def test_words_that_name_no_unit_are_marked_and_what_was_chosen_comes_back(
    qtbot: QtBot, start: StartScreen
) -> None:
    line = unit_line(start)
    type_into(line, "khong co don vi nay")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.property("isWrong")
    assert start.unit.value() is None
    start.unit.show_value("btgtu")
    name = line.text()
    type_into(line, "khong co")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == name
    assert start.unit.value() == "btgtu"


def test_without_a_unit_the_clerk_is_asked_for_it(
    qtbot: QtBot, start: StartScreen, window: MainWindow
) -> None:
    qtbot.mouseClick(start.cards["guidance"], Qt.MouseButton.LeftButton)
    assert "đơn vị" in window.messages.text()
    assert not window.is_writing()


def test_a_kind_without_template_cannot_be_chosen(start: StartScreen) -> None:
    assert not start.cards["report"].isEnabled()
    assert start.cards["guidance"].isEnabled()


def test_a_blank_text_needs_no_unit(start: StartScreen, window: MainWindow) -> None:
    start.begin_blank()
    editor = window.editor()
    assert editor.isVisible()
    editor.text.insert("BÁO CÁO")
    assert editor.writing.draft.text == "BÁO CÁO"


def test_commands_that_the_screen_does_not_know_are_grey(
    window: MainWindow, start: StartScreen
) -> None:
    assert not window.commands.actions["save-docx"].isEnabled()
    start.begin_blank()
    assert window.commands.actions["save-docx"].isEnabled()
    window.go("start")
    assert not window.commands.actions["print"].isEnabled()
    assert window.commands.actions["open"].isEnabled()


def test_a_template_of_the_unit_that_is_wrong_is_told(
    qtbot: QtBot, tmp_path: Path, until: Until
) -> None:
    (tmp_path / "mau-hong").mkdir()
    (tmp_path / "mau-hong" / "template.toml").write_text("title = ", encoding="utf-8")
    background = Background()
    window = MainWindow(Workbench(Library(template_folders=(tmp_path,))), background)
    qtbot.addWidget(window)
    until(window.messages.text)
    assert "mau-hong" in window.messages.text()
    assert "template.toml" in window.messages.text()
    background.close()


def test_two_templates_of_a_kind_are_offered_by_name(
    qtbot: QtBot, tmp_path: Path, until: Until
) -> None:
    for name in ("mot", "hai"):
        shutil.copytree(TEMPLATES / "trial-plan", tmp_path / name)
    background = Background()
    window = MainWindow(Workbench(Library(template_folders=(tmp_path,))), background)
    qtbot.addWidget(window)
    window.show()
    start = window.screen_of("start")
    assert isinstance(start, StartScreen)
    until(start.cards["plan"].isEnabled)
    start.unit.show_value("btgtu")
    qtbot.mouseClick(start.cards["plan"], Qt.MouseButton.LeftButton)
    until(lambda: start.findChild(QMenu))
    menu = start.findChild(QMenu)
    assert menu is not None
    assert [one.text() for one in menu.actions()] == ["Kế hoạch thử", "Kế hoạch thử"]
    menu.actions()[1].trigger()
    until(window.is_writing)
    assert window.editor().writing.draft.template in {"mot", "hai"}
    window.close()
    background.close()


def test_templates_of_other_groups_and_regimes_are_not_offered(
    qtbot: QtBot, tmp_path: Path, until: Until
) -> None:
    background = Background()
    window = MainWindow(Workbench(Library()), background)
    qtbot.addWidget(window)
    window.show()
    start = window.screen_of("start")
    assert isinstance(start, StartScreen)
    until(start.cards["plan"].isEnabled)
    start.unit.show_value("dang-uy-22366")
    qtbot.mouseClick(start.cards["plan"], Qt.MouseButton.LeftButton)
    until(lambda: start.findChild(QMenu))
    menu = start.findChild(QMenu)
    assert menu is not None
    assert [one.text() for one in menu.actions()] == [
        "Kế hoạch năm của cấp uỷ",
        "Kế hoạch năm về thông tin cơ sở",
    ]
    menu.close()
    window.close()
    background.close()
