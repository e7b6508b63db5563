"""Opens the window and stays with it until it closes (ứng dụng)."""

import dataclasses
import logging
import logging.handlers
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from ttcs_desktop import i18n
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Background
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import dress
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.message_bar import Message, log_file
from ttcs_desktop.ui.sweeping import Sweeper

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

LOG_SIZE = 500_000
"""Bytes; one older log is kept beside it."""
DRAWING = 150
"""Milliseconds that the window has to itself to be drawn for the first time."""
SHARE = 0.001
"""Seconds that a worker may hold the interpreter while the window waits."""


def run(workbench: "Workbench", paths: Sequence[Path]) -> int:
    """Open the window, with the first of the files, and return the exit code when it closes."""
    sys.setswitchinterval(SHARE)
    _write_log()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101  a window needs one
    application.setApplicationName("TTCS")
    application.setDesktopFileName("ttcs-desktop")
    Sweeper(application)
    dress(application)
    application.setWindowIcon(icon("app"))
    desktop = Desktop(workbench)
    desktop.open(paths)
    code = application.exec()
    desktop.close()
    return code


class Desktop:
    """The window, and another in its place when the clerk changes the language."""

    def __init__(self, workbench: "Workbench") -> None:
        self._workbench = workbench
        self._background = Background()
        self._background.hold()
        self.window = self._make()
        sys.excepthook = self._tell

    def open(self, paths: Sequence[Path]) -> None:
        """Show the window; open the first of the files."""
        self.window.show()
        for path in paths[:1]:
            self.window.open_file(path)
        self._background.run(self._warm_up, failed=lambda _error: None)
        QTimer.singleShot(DRAWING, self._background.begin)

    def speak(self, language: str) -> None:
        """Speak another language from now on; what is being written stays on the desk."""
        if self.window.holds_edits():
            told = _("Lưu hoặc bỏ những gì đang sửa ở đây, rồi đổi ngôn ngữ.")
            self.window.messages.say(Message(told, topic="left", weight="warning"))
            return
        self._background.forget()
        i18n.use(language)
        try:
            settings = dataclasses.replace(self._workbench.settings(), language=language)
            self._workbench.save_settings(settings)
        except UserError as error:
            self.window.messages.tell(error)
        before, self.window = self.window, self._make()
        self.window.carry_over(before)
        self.window.show()
        before.deleteLater()
        before.hide()

    def close(self) -> None:
        """End what runs, and the session."""
        self._background.close()
        self._workbench.close()

    def _warm_up(self) -> None:
        """Load what the first document needs while the clerk still chooses one.

        What fails here fails again where it can be told.
        """
        import_module("ttcs_desktop.ui.editor.screen")
        self._workbench.preview(Draft(text=""))

    def _make(self) -> MainWindow:
        QLocale.setDefault(QLocale(i18n.language()))
        window = MainWindow(self._workbench, self._background)
        window.language_wanted.connect(self.speak)
        return window

    def _tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception) and not isinstance(error, UserError):
            logging.getLogger(__name__).error("unforeseen", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            self.window.messages.tell(error)
        else:
            sys.__excepthook__(kind, error, trace)


def _write_log() -> None:
    path = Path(log_file())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)
