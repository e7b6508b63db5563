"""Keeps the draft as it grows, so that a crash or a power cut costs seconds (tự lưu)."""

import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Background, Latest

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

SOON = 1200
"""Milliseconds from a change to its being kept."""


class Autosaver(QObject):
    """Keeps what is being written shortly after it changed, and when the window closes."""

    def __init__(
        self,
        workbench: "Workbench",
        background: Background,
        now: Callable[[], tuple[Draft, Path | None]],
        refused: Callable[[Exception], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._saving = Latest(background)
        self._now = now
        self._refused = refused
        self._is_failing = False
        self._lock = threading.Lock()
        self._turns = count(1)
        self._last_turn = 0
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._save)

    def follow(self) -> None:
        """Keep the draft soon: it has changed."""
        if not self._soon.isActive():
            self._soon.start()

    def rest(self) -> None:
        """What waits need not be kept any more: a file holds it."""
        self._soon.stop()
        self._later(self._workbench.discard_autosave)

    def keep_now(self) -> UserError | None:
        """Keep the draft before going on; returns what is in the way, None when it is kept."""
        self._soon.stop()
        draft, path = self._now()
        try:
            self._in_turn(lambda: self._workbench.autosave(draft, path))()
        except UserError as error:
            return error
        return None

    def set_aside(self) -> UserError | None:
        """Keep the draft for later and begin anew; returns what is in the way."""
        from ttcs_desktop.services.recovery import Autosave

        error = self.keep_now()
        if error is None:
            self._workbench.close()
            self._workbench.kept = Autosave(self._workbench.kept.folder)
        return error

    def _save(self) -> None:
        draft, path = self._now()
        self._later(lambda: self._workbench.autosave(draft, path))

    def _later(self, work: Callable[[], object]) -> None:
        self._saving.submit(self._in_turn(work), self._succeed, self._fail)

    def _in_turn(self, work: Callable[[], object]) -> Callable[[], None]:
        """Return work that leaves alone what was asked for after it: an older draft is no news."""
        turn = next(self._turns)

        def do() -> None:
            with self._lock:
                if turn > self._last_turn:
                    work()
                    self._last_turn = turn

        return do

    def _succeed(self, _none: None) -> None:
        self._is_failing = False

    def _fail(self, error: Exception) -> None:
        """Say once that nothing is kept, not at every key."""
        if not self._is_failing:
            self._refused(error)
        self._is_failing = True
