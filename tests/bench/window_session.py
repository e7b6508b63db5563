"""One start of a window, told from the inside.

    python -m tests.bench.window_session KIND STARTED     prints JSON

KIND: `bare`, a window of Qt alone; `ours`, the app at its first screen; `open`, the app with the
seed open and a few words typed. STARTED: when the process was asked for, as `time.time()` tells.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SEED = Path(__file__).parents[1] / "seed-guidance.txt"
REST = 1500
"""Milliseconds that the open app is left alone before its memory is read."""


class FirstPaint(QObject):
    """Tells when the window stands on the screen and hears the keyboard again."""

    def __init__(self, application: QApplication, started: float, *, ends_there: bool) -> None:
        super().__init__(application)
        self.elapsed = 0.0
        self._started = started
        self._ends_there = ends_there
        application.installEventFilter(self)

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Wait for the first paint of a window."""
        if event.type() == QEvent.Type.Paint and isinstance(seen, QMainWindow):
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.elapsed = time.time() - self._started
        if self._ends_there:
            QApplication.quit()


def peak() -> int:
    """Return the most memory that the process held at once, in bytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def bare(application: QApplication) -> None:
    """Show a window of Qt alone."""
    window = QMainWindow()
    window.setCentralWidget(QLabel("TTCS"))
    window.resize(1366, 740)
    window.show()
    application.exec()


def ours() -> None:
    """Show the app as its entry point does."""
    from ttcs_desktop.bootstrap import _open_window

    _open_window([])


def open_seed(application: QApplication) -> None:
    """Show the app with the seed open, as a clerk has it after a while."""
    from ttcs_desktop.model.draft import Draft
    from ttcs_desktop.services.workbench import Workbench
    from ttcs_desktop.ui.application import Desktop
    from ttcs_desktop.ui.look import dress

    dress(application)
    desktop = Desktop(Workbench())
    desktop.open([])
    draft = Draft(text=SEED.read_text(encoding="utf-8"), unit="btgtu")
    desktop.window.take_up(draft, None, None)
    text = desktop.window.editor().text
    for number in range(20):
        QTimer.singleShot(600 + 100 * number, lambda: text.insert("chữ "))
    QTimer.singleShot(2600 + REST, application.quit)
    application.exec()
    desktop.window.close()
    desktop.close()


def main() -> None:
    """Start, and print what it took."""
    kind, started = sys.argv[1], float(sys.argv[2])
    application = QApplication([])
    first = FirstPaint(application, started, ends_there=kind != "open")
    if kind == "ours":
        ours()
    else:
        {"bare": bare, "open": open_seed}[kind](application)
    print(json.dumps({"seconds": first.elapsed, "peak": peak()}))


if __name__ == "__main__":
    main()
