"""The shelf of documents worked on last, under its heading (văn bản gần đây)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ttcs_desktop.model.home import RecentDocument, RecentPage
from ttcs_desktop.ui.look import TIGHT
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.start.recent_list import RecentModel, RecentView

Words = Callable[[RecentDocument], tuple[str, str]]


class RecentShelf(QWidget):
    """Shows any number of documents; the one chosen is told of as it is."""

    chosen = Signal(object)

    def __init__(self, office: Office, title: str, empty: str, words: Words) -> None:
        super().__init__()
        heading = QLabel(title)
        heading.setObjectName("heading")
        self.list = RecentView(title)
        self.model = RecentModel(office.workbench, office.background, words)
        self.list.setModel(self.model)
        self.list.activated.connect(lambda index: self.chosen.emit(self.model.document(index)))
        self._empty = QLabel(empty)
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for widget, stretch in ((heading, 0), (self._empty, 0), (self.list, 1)):
            column.addWidget(widget, stretch)
        column.addStretch()
        self.list.hide()

    def begin(self, page: RecentPage) -> None:
        """Show documents from the newest on."""
        self.model.begin(page)
        self.list.setVisible(bool(page.documents))
        self._empty.setVisible(not page.documents)
