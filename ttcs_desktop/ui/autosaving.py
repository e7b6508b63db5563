"""Keeps the draft as it grows, so that a crash or a power cut costs seconds (tự lưu)."""

import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.kept import Moment
from ttcs_desktop.ui.background import Background, Latest

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

SOON = 1000
"""Milliseconds from a change to its being kept."""


class Autosaver(QObject):
    """Keeps what is being written shortly after it changed, and when the window closes."""

    versions_changed = Signal()
    """A version was kept."""

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
        self._background = background
        self._saving = Latest(background)
        self._now = now
        self._refused = refused
        self._is_failing = False
        self._lock = threading.Lock()
        self._turns = count(1)
        self._last_turn = 0
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._save)

    def begin(self, draft: Draft, file: Path | None) -> None:
        """Keep another draft from now on; `file` holds all of it, None where none does."""
        self._soon.stop()
        history = self._workbench.history
        before = history.begin()

        def work() -> None:
            before.end()
            history.prepare()

        self._background.run(work, failed=self._fail)
        if file is not None:
            self.file(draft, file, Moment.OPENED)

    def follow(self) -> None:
        """Keep the draft soon: it has changed."""
        if not self._soon.isActive():
            self._soon.start()

    def rest(self) -> None:
        """What waits need not be kept any more: a file holds it."""
        self._soon.stop()
        draft, path = self._now()
        if path is not None:
            self.file(draft, path, Moment.SAVED)

    def file(self, draft: Draft, path: Path, moment: Moment) -> None:
        """Note that a file holds the draft, and keep the version that it holds."""
        history = self._workbench.history
        kept = history.autosave
        note = self._in_turn(lambda: history.file(kept, draft, path))

        def work() -> None:
            note()
            history.keep_version(kept, draft, path, moment)

        self._background.run(work, lambda _none: self.versions_changed.emit(), self._fail)

    def keep_version(self, moment: Moment, note: str = "") -> None:
        """Keep the draft as it stands as a version."""
        history = self._workbench.history
        kept, (draft, path) = history.autosave, self._now()

        def work() -> int:
            return history.keep_version(kept, draft, path, moment, note)

        self._background.run(work, lambda _id: self.versions_changed.emit(), self._refused)

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
        """Keep the draft for later, to begin anew; returns what is in the way."""
        error = self.keep_now()
        if error is None:
            self._workbench.history.autosave.close()
        return error

    def _save(self) -> None:
        history, (draft, path) = self._workbench.history, self._now()
        kept = history.autosave

        def work() -> None:
            if kept is history.autosave:
                self._workbench.autosave(draft, path)

        self._later(work)

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
