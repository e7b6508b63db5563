"""Keeps the pages in step with the text: the newest draft counts, older ones are dropped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Background, Latest

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

PAUSE = 5
"""Milliseconds to wait for the next key before the pages are made."""


class LivePages(QObject):
    """Makes the pages of the draft, away from the window."""

    made = Signal(object)
    """A `PagePreview`."""
    refused = Signal(object)
    """The draft cannot be set: an error."""

    def __init__(
        self,
        workbench: "Workbench",
        background: Background,
        draft: Callable[[], Draft],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._draft = draft
        self._making = Latest(background)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._make)

    def follow(self) -> None:
        """Make the pages soon: the draft has changed."""
        if not self._pause.isActive():
            self._pause.start()

    def _make(self) -> None:
        draft = self._draft()
        self._making.submit(
            lambda: self._workbench.preview(draft), self.made.emit, self.refused.emit
        )
