"""Offers at the cursor: asked for by a command, chosen, undone in one step."""

import pytest
from ui.hands import Until

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.main_window import MainWindow


@pytest.fixture
def workbench() -> Workbench:
    """Return the real services with what ships."""
    return Workbench(Library())


def test_a_name_that_was_begun_is_completed_and_undone(window: MainWindow, until: Until) -> None:
    window.take_up(Draft(text="Đề nghị so tu phap", unit="btgtu"), None, None)
    editor = window.editor()
    text, menu = editor.text, editor.aids.offers.menu
    text.moveCursor(text.textCursor().MoveOperation.End)
    window.commands.actions["complete"].trigger()
    until(menu.actions)
    menu.actions()[0].trigger()
    menu.close()
    assert text.toPlainText() == "Đề nghị Sở Tư pháp"
    text.undo()
    assert text.toPlainText() == "Đề nghị so tu phap"


def test_nothing_to_offer_is_said(window: MainWindow, until: Until) -> None:
    window.take_up(Draft(text="Chữ này không bắt đầu gì zzz", unit="btgtu"), None, None)
    text = window.editor().text
    text.moveCursor(text.textCursor().MoveOperation.End)
    window.commands.actions["complete"].trigger()
    until(lambda: "bắt đầu như vậy" in window.messages.text())
