"""Keeps the draft as it grows, so that a crash or a power cut costs seconds (tự lưu)."""

from collections.abc import Callable
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
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._save)

    def follow(self) -> None:
        """Keep the draft soon: it has changed."""
        if not self._soon.isActive():
            self._soon.start()

    def rest(self) -> None:
        """What waits need not be kept any more: a file holds it."""
        self._soon.stop()
        self._saving.drop()
        self._saving.submit(self._workbench.discard_autosave, _nothing, self._refused)

    def keep_now(self) -> None:
        """Keep the draft before going on: the window closes, or another draft comes."""
        self._soon.stop()
        self._saving.drop()
        try:
            self._workbench.autosave(*self._now())
        except UserError as error:
            self._refused(error)

    def set_aside(self) -> None:
        """Keep the draft for later, and begin anew: another draft comes to the desk."""
        from ttcs_desktop.services.recovery import Autosave

        self.keep_now()
        self._workbench.close()
        self._workbench.kept = Autosave(self._workbench.kept.folder)

    def _save(self) -> None:
        draft, path = self._now()
        self._saving.submit(lambda: self._workbench.autosave(draft, path), _nothing, self._refused)


def _nothing(_result: object) -> None:
    return None
