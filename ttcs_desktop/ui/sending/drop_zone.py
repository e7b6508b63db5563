"""Where a signed PDF or a scan is dropped, or chosen (ô thả tệp đã ký)."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.icons import icon

ROOM = 40
PDF = (".pdf",)


class SignedZone(QPushButton):
    """A button that also takes a file of some kinds dropped on it."""

    dropped = Signal(object)
    """The path of a file."""

    def __init__(self, words: str, kinds: tuple[str, ...], asker: Asker) -> None:
        super().__init__(icon("down"), words)
        self._asker = asker
        self._kinds = kinds
        self.setAccessibleName(words)
        self.setAcceptDrops(True)
        self.setMinimumHeight(ROOM)
        self.clicked.connect(self.ask)

    def ask(self) -> None:
        """Ask for a file."""
        kinds = " ".join(f"*{suffix}" for suffix in self._kinds)
        path = self._asker.open(self.text(), _("Tệp ({kinds})").format(kinds=kinds))
        if path is not None:
            self.dropped.emit(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file of these kinds."""
        if file_in(event, self._kinds):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the file."""
        path = file_in(event, self._kinds)
        if path is not None:
            self.dropped.emit(path)
            event.acceptProposedAction()


def file_in(event: QDropEvent, kinds: tuple[str, ...]) -> Path | None:
    """Return the first file of some kinds in a drag."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in kinds), None)
