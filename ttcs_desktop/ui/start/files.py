"""Files and drafts to carry on with (bản nháp đang dở, tệp gần đây)."""

from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _, language
from ttcs_desktop.ui.look import GAP, TIGHT
from ttcs_desktop.ui.short_paths import short_path

if TYPE_CHECKING:
    import datetime

    from ttcs_desktop.model.home import RecentDocument, ToDo
    from ttcs_desktop.services.recovery import Recovered

THING = Qt.ItemDataRole.UserRole
LONGEST = 90
"""Letters of a title."""


class Shelf(QWidget):
    """A heading over a list; what is chosen there is told of as it is."""

    chosen = Signal(object)

    def __init__(self, title: str, empty: str) -> None:
        super().__init__()
        heading = QLabel(title)
        heading.setObjectName("heading")
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(THING)))
        self._empty = QLabel(empty)
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        self._head = QHBoxLayout()
        self._head.addWidget(heading)
        self._head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(self._head)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch()
        self.list.hide()

    def fill(self, things: Sequence[tuple[str, str, object]]) -> None:
        """Show things by two lines of words."""
        self.list.clear()
        for first, second, thing in things:
            item = QListWidgetItem(f"{first}\n{second}")
            item.setData(THING, thing)
            item.setToolTip(f"{first}\n{second}")
            self.list.addItem(item)
        self.list.setVisible(bool(things))
        self._empty.setVisible(not things)

    def add_button(self, text: str, act: Callable[[Any], object]) -> QPushButton:
        """Put a button beside the heading that acts on what is selected."""
        button = QPushButton(text)

        def press() -> None:
            item = self.list.currentItem()
            if item is not None:
                act(item.data(THING))

        button.clicked.connect(press)
        button.hide()
        self.list.currentRowChanged.connect(lambda row: button.setVisible(row >= 0))
        self._head.addSpacing(GAP)
        self._head.addWidget(button)
        return button


def recent_words(file: "RecentDocument") -> tuple[str, str]:
    """Return the words for a recent file."""
    return (file.title or Path(file.path).name, short_path(file.path))


def recovered_row(kept: "Recovered") -> tuple[str, str, object]:
    """Return the words for a draft that no file holds."""
    lines = [line.strip("* ") for line in kept.draft.text.splitlines() if line.strip("* ")]
    title = shorten(" ".join(lines[:4]), LONGEST, placeholder="…") or _("Văn bản chưa có chữ")
    when = _("tự lưu lúc {time}").format(time=_moment(kept.saved_at))
    return (title, f"{when}  {short_path(kept.path)}".strip(), kept)


def due_row(thing: "ToDo") -> tuple[str, str, object]:
    """Return the words for a thing to do."""
    return (thing.title, thing.detail, thing)


def _moment(time: "datetime.datetime") -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(time.timestamp()))
    pattern = "HH:mm dd/MM/yyyy" if language() == "vi" else "d MMM yyyy, HH:mm"
    return QLocale(language()).toString(moment, pattern)
