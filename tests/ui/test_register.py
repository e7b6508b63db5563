"""The register of numbers in the window: given, kept, cancelled with a reason, never lost."""

import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from ui.hands import Until, type_into, write

from ttcs_desktop.model.register import NumberState
from ttcs_desktop.services.number_forms import Act
from ttcs_desktop.services.registering import Outgoing
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.register.screen import RegisterScreen

OFFICE = "btgtu"
DAY = datetime.date(2026, 11, 20)


@pytest.fixture
def screen(window: MainWindow) -> RegisterScreen:
    window.go("register")
    shown = window.screen_of("register")
    assert isinstance(shown, RegisterScreen)
    shown.show_unit(OFFICE)
    return shown


def give(qtbot: QtBot, screen: RegisterScreen, subject: str, until: Until) -> str:
    """Give the next number to a plan; returns it."""
    before = len(screen.table.rows())
    qtbot.mouseClick(screen.acts[Act.ISSUE], Qt.MouseButton.LeftButton)
    until(screen.panel.isVisible)
    panel = screen.panel.panel
    panel.input("type_name").show_value("Kế hoạch")
    panel.input("date").show_value(DAY.isoformat())
    line = panel.input("subject").inner
    assert isinstance(line, QPlainTextEdit)
    write(line, subject)
    until(lambda: "-KH/BTGTU" in screen.panel.next.text())
    qtbot.mouseClick(screen.panel.do, Qt.MouseButton.LeftButton)
    until(lambda: len(screen.table.rows()) > before)
    return screen.table.rows()[0].number_and_symbol


def test_two_numbers_are_given_and_one_is_cancelled_with_its_reason(
    qtbot: QtBot,
    screen: RegisterScreen,
    window: MainWindow,
    workbench: Workbench,
    until: Until,
) -> None:
    assert give(qtbot, screen, "về thông tin cơ sở", until) == "01-KH/BTGTU"
    assert "01-KH/BTGTU" in window.messages.text()
    assert give(qtbot, screen, "về tuyên truyền", until) == "02-KH/BTGTU"
    screen.table.pick(lambda entry: entry.number_and_symbol == "01-KH/BTGTU")
    qtbot.mouseClick(screen.acts[Act.CANCEL], Qt.MouseButton.LeftButton)
    until(lambda: screen.panel.isVisible() and "01-KH/BTGTU" in screen.panel.title.text())
    qtbot.mouseClick(screen.panel.do, Qt.MouseButton.LeftButton)
    until(lambda: "lý do" in window.messages.text())
    reason = screen.panel.panel.input("reason").inner
    assert isinstance(reason, QPlainTextEdit)
    write(reason, "Văn bản không ban hành")
    qtbot.mouseClick(screen.panel.do, Qt.MouseButton.LeftButton)
    until(lambda: screen.table.rows()[-1].state is NumberState.CANCELLED)
    assert screen.table.rows()[-1].reason == "Văn bản không ban hành"
    states = [entry.state for entry in workbench.numbers.entries(unit=OFFICE)]
    assert states == [NumberState.CANCELLED, NumberState.ISSUED]
    screen.table.pick(lambda entry: entry.state is NumberState.CANCELLED)
    assert not screen.acts[Act.CANCEL].isEnabled()
    assert workbench.numbers.next_number(Outgoing(OFFICE, "kế hoạch", DAY)) == "03-KH/BTGTU"


def test_what_was_just_given_can_be_cancelled_from_the_message(
    qtbot: QtBot, screen: RegisterScreen, window: MainWindow, until: Until
) -> None:
    give(qtbot, screen, "về thông tin cơ sở", until)
    window.messages.act()
    until(lambda: screen.panel.title.text() == "Huỷ số 01-KH/BTGTU")


def test_numbers_are_kept_and_given_later(
    qtbot: QtBot, screen: RegisterScreen, until: Until
) -> None:
    screen.ask(Act.RESERVE)
    until(screen.panel.isVisible)
    panel = screen.panel.panel
    panel.input("type_name").show_value("Kế hoạch")
    panel.input("count").show_value(2)
    screen.panel.carry_out()
    until(lambda: len(screen.table.rows()) == 2)
    assert {entry.state for entry in screen.table.rows()} == {NumberState.RESERVED}
    screen.table.pick(lambda entry: entry.number_and_symbol == "01-KH/BTGTU")
    assert screen.acts[Act.ISSUE_KEPT].isEnabled()
    qtbot.mouseClick(screen.acts[Act.ISSUE_KEPT], Qt.MouseButton.LeftButton)
    until(lambda: "01-KH/BTGTU" in screen.panel.title.text())
    screen.panel.carry_out()
    until(lambda: any(entry.state is NumberState.ISSUED for entry in screen.table.rows()))
    issued = [one for one in screen.table.rows() if one.state is NumberState.ISSUED]
    assert [entry.number_and_symbol for entry in issued] == ["01-KH/BTGTU"]


def test_a_number_is_inserted_after_another(
    qtbot: QtBot, screen: RegisterScreen, until: Until
) -> None:
    give(qtbot, screen, "về thông tin cơ sở", until)
    give(qtbot, screen, "về tuyên truyền", until)
    screen.table.pick(lambda entry: entry.number_and_symbol == "01-KH/BTGTU")
    screen.ask(Act.INSERT)
    until(screen.panel.isVisible)
    screen.panel.carry_out()
    until(lambda: len(screen.table.rows()) == 3)
    assert screen.table.rows()[0].number_and_symbol == "01a-KH/BTGTU"


def test_gaps_are_shown_and_a_wrong_number_is_refused(
    screen: RegisterScreen, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    workbench.numbers.issue(Outgoing(OFFICE, "kế hoạch", DAY), "5")
    screen.look()
    until(screen.oddities.rows)
    assert "1 - 4" in screen.oddities.rows()[0][1].message
    screen.ask(Act.ISSUE)
    until(screen.panel.isVisible)
    screen.panel.panel.input("type_name").show_value("Kế hoạch")
    screen.panel.panel.input("number").show_value("5")
    screen.panel.carry_out()
    until(window.messages.text)
    assert "5" in window.messages.text()
    assert screen.panel.isVisible()
    assert len(workbench.numbers.entries(unit=OFFICE)) == 1


def test_a_register_is_searched_without_marks_and_narrowed_to_a_series(
    screen: RegisterScreen, workbench: Workbench, until: Until
) -> None:
    for kind, subject in (("kế hoạch", "tuyên truyền miệng"), ("báo cáo", "thông tin cơ sở")):
        workbench.numbers.issue(Outgoing(OFFICE, kind, DAY, subject))
    screen.look()
    until(lambda: len(screen.table.rows()) == 2)
    type_into(screen.wanted, "tuyen truyen")
    until(lambda: len(screen.table.rows()) == 1)
    screen.wanted.clear()
    until(lambda: len(screen.table.rows()) == 2)
    series = next(one for one in workbench.numbers.all_series(OFFICE) if one.type_name == "báo cáo")
    screen.series.show_choice(series)
    screen.look()
    until(lambda: len(screen.table.rows()) == 1)
    assert screen.table.rows()[0].registered.subject == "thông tin cơ sở"


def test_the_register_is_written_as_a_workbook(
    screen: RegisterScreen, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    workbench.numbers.issue(Outgoing(OFFICE, "kế hoạch", DAY, "về thông tin cơ sở"))
    screen.look()
    until(screen.table.rows)
    path = tmp_path / "so.xlsx"
    screen.asker.save = lambda _title, _name, _kinds: path  # type: ignore[method-assign]
    screen.export()
    until(path.exists)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet["A2"].value == "01-KH/BTGTU"


def test_nothing_is_asked_before_a_unit_is_chosen(window: MainWindow, workbench: Workbench) -> None:
    window.go("register")
    shown = window.screen_of("register")
    assert isinstance(shown, RegisterScreen)
    shown.ask(Act.ISSUE)
    assert "đơn vị" in window.messages.text()
    assert shown.panel.isHidden()
