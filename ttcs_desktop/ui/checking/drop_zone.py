"""Where a .docx is dropped, or chosen, to be checked (ô thả tệp kiểm tra)."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.icons import icon

ROOM = 40


class DropZone(QPushButton):
    """A button that also takes a file dropped on it."""

    dropped = Signal(object)
    """The path of a .docx."""

    def __init__(self, asker: Asker) -> None:
        super().__init__(
            icon("check"), _("&Kiểm tra thể thức: thả tệp .docx vào đây, hoặc bấm để chọn")
        )
        self._asker = asker
        self.setAccessibleName(_("Kiểm tra thể thức một tệp .docx"))
        self.setAcceptDrops(True)
        self.setMinimumHeight(ROOM)
        self.clicked.connect(self.ask)

    def ask(self) -> None:
        """Ask which file to check."""
        path = self._asker.open(_("Kiểm tra thể thức"), _("Văn bản Word (*.docx)"))
        if path is not None:
            self.dropped.emit(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a .docx."""
        if docx_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what was dropped instead of opening it."""
        path = docx_in(event)
        if path is not None:
            self.dropped.emit(path)
            event.acceptProposedAction()


def docx_in(event: QDropEvent) -> Path | None:
    """Return the first .docx of a drag."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() == ".docx"), None)
