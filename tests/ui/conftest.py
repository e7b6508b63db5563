"""A window with the real services behind it, on a screen that nobody sees."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.hands import Until

from ttcs_desktop import i18n
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.application import Desktop
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.look import dress
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.start.screen import StartScreen

TEMPLATES = Path(__file__).parent / "templates"
PATIENCE = 8000
"""Milliseconds; the machine that runs the tests may be busy."""


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    i18n.use("vi")
    yield
    i18n.use("vi")


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Wait until something holds, while the window lives on."""

    def wait(holds: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE)

    return wait


@pytest.fixture
def workbench() -> Workbench:
    """Return the real services, with two small templates that have every kind of field."""
    return Workbench(Library(template_folders=(TEMPLATES,)))


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    dress(qapp)
    return qapp


@pytest.fixture
def desktop(dressed: QApplication, workbench: Workbench) -> Iterator[Desktop]:
    hook = sys.excepthook
    desktop = Desktop(workbench)
    sys.excepthook = hook  # what goes wrong in a test is for pytest, not for the message bar
    desktop.window.setWindowState(Qt.WindowState.WindowNoState)
    desktop.window.resize(1366, 740)
    desktop.open([])
    yield desktop
    desktop.window.close()
    desktop.close()
    desktop.window.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(desktop: Desktop) -> MainWindow:
    return desktop.window


@pytest.fixture
def start(window: MainWindow, until: Until) -> StartScreen:
    """Return the start screen once it knows what there is."""
    screen = window.screen_of("start")
    assert isinstance(screen, StartScreen)
    until(screen.cards["plan"].isEnabled)
    return screen


@pytest.fixture
def editor(window: MainWindow, workbench: Workbench, until: Until) -> EditorScreen:
    """Return the editor with a fresh plan on it, its pages shown."""
    draft = workbench.new_draft("trial-plan", "btgtu", None)
    window.take_up(draft, None, None)
    editor = window.editor()
    until(editor.pages.page_count)
    return editor
