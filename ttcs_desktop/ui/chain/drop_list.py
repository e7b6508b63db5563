"""Files and folders that were dropped or chosen, to be read (khay nhận tệp)."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import EDGE, TIGHT, colours

TAKES = (".docx", ".docm", ".doc", ".txt", ".zip", ".eml")
PATH = Qt.ItemDataRole.UserRole


class DropList(QWidget):
    """Takes files, folders, archives and mails; a path stands in it once."""

    added = Signal(list)
    """Paths that were not there before."""
    removed = Signal(list)

    def __init__(self, name: str, asker: Asker) -> None:
        super().__init__()
        self._asker = asker
        self.list = _Tray(name)
        self.list.dropped.connect(self.add)
        self.setAcceptDrops(True)
        files, folder = QPushButton(_("Thêm tệp…")), QPushButton(_("Thêm thư mục…"))
        self.remove_button = QPushButton(_("Bỏ khỏi khay"))
        self.remove_button.setEnabled(False)
        files.clicked.connect(self.ask_for_files)
        folder.clicked.connect(self.ask_for_folder)
        self.remove_button.clicked.connect(self.remove_chosen)
        self.list.itemSelectionChanged.connect(
            lambda: self.remove_button.setEnabled(bool(self.list.selectedItems()))
        )
        heading = QLabel(name)
        heading.setObjectName("heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addLayout(Flow((files, folder, self.remove_button)))

    def paths(self) -> list[Path]:
        """Return what is in the tray."""
        return [self.list.item(at).data(PATH) for at in range(self.list.count())]

    def add(self, paths: Sequence[Path]) -> None:
        """Put paths into the tray."""
        known = self.paths()
        fresh = [path for path in dict.fromkeys(paths) if path not in known]
        for path in fresh:
            item = QListWidgetItem(icon("open" if path.is_dir() else "guidance"), path.name)
            item.setData(PATH, path)
            item.setToolTip(str(path))
            self.list.addItem(item)
        if fresh:
            self.added.emit(fresh)

    def remove(self, paths: Sequence[Path]) -> None:
        """Take paths out of the tray; the files stay where they are."""
        gone = [path for path in self.paths() if path in paths]
        for at in reversed(range(self.list.count())):
            if self.list.item(at).data(PATH) in gone:
                self.list.takeItem(at)
        if gone:
            self.removed.emit(gone)

    def remove_chosen(self) -> None:
        """Take what is selected out of the tray."""
        self.remove([item.data(PATH) for item in self.list.selectedItems()])

    def ask_for_files(self) -> None:
        """Ask which files to add."""
        kinds = " ".join(f"*{suffix}" for suffix in TAKES)
        self.add(self._asker.open_many(_("Thêm tệp"), _("Báo cáo ({kinds})").format(kinds=kinds)))

    def ask_for_folder(self) -> None:
        """Ask which folder to add."""
        folder = self._asker.folder(_("Thêm thư mục"))
        if folder is not None:
            self.add([folder])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be read."""
        if paths_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put what was dropped into the tray."""
        self.add(paths_in(event))
        event.acceptProposedAction()


class _Tray(QListWidget):
    """The list itself; empty, it says what may be dropped."""

    dropped = Signal(list)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(paths_in(event))
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.count():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(colours().muted))
        room = self.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        words = _("Thả vào đây tệp .docx, thư mục, tệp nén .zip hoặc thư .eml.")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, words)
        painter.end()


def paths_in(event: QDropEvent) -> list[Path]:
    """Return the files and folders of a drag that can be read."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir() or path.suffix.lower() in TAKES]
