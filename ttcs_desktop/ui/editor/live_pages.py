"""Keeps the pages in step with the text: the newest draft counts, older ones are dropped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Background, Latest

if TYPE_CHECKING:
    from ttcs_desktop.services.composing import PagePreview
    from ttcs_desktop.services.outline import TextSection
    from ttcs_desktop.services.workbench import Workbench

PAUSE = 15
"""Milliseconds to wait for the next key before the pages are made."""


class LivePages(QObject):
    """Makes pages, places, problems and sections of the draft, away from the window."""

    made = Signal(object)
    """A `PagePreview`."""
    outlined = Signal(object)
    """The sections of the text."""
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
        self._making.submit(lambda: self._work(draft), self._take, self.refused.emit)

    def _work(self, draft: Draft) -> "tuple[PagePreview, tuple[TextSection, ...]]":
        return self._workbench.preview(draft), self._workbench.sections(draft)

    def _take(self, work: "tuple[PagePreview, tuple[TextSection, ...]]") -> None:
        preview, sections = work
        self.made.emit(preview)
        self.outlined.emit(sections)
