"""Memory is swept on the window's own thread, a little at a time (dọn bộ nhớ).

Left to itself Python sweeps in whichever thread makes an object too many: a worker that reads
20,000 lines then stops the window for a third of a second at a time, and may let go of what belongs
to the window.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

PAUSE = 4000
"""Milliseconds between two light sweeps."""
LIGHT = 1
"""Only what was made lately."""
TURNS = 75
"""Light sweeps between two whole ones, about five minutes."""


class Sweeper(QObject):
    """Sweeps lightly now and then, wholly when the clerk turns to another program."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._turn = 0
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()
        application.applicationStateChanged.connect(self._follow)

    def sweep(self) -> None:
        """Sweep what was made lately; what the first sweep finds in use stays out of later ones."""
        self._turn += 1
        if self._turn == 1:
            gc.collect()
            gc.freeze()
        elif self._turn % TURNS:
            gc.collect(LIGHT)
        else:
            gc.collect()

    def _follow(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationInactive and self._turn:
            gc.collect()
