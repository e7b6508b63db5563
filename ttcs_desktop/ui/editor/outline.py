"""The sections of the text, to go to them (dàn ý)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ttcs_desktop.i18n import _

if TYPE_CHECKING:
    from ttcs_desktop.services.outline import TextSection

FIRST_LINE = Qt.ItemDataRole.UserRole


class Outline(QListWidget):
    """One row for each section; the row of the cursor's section is marked."""

    wanted = Signal(int)
    """Go to this line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bare")
        self.setAccessibleName(_("Dàn ý"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sections: tuple[TextSection, ...] = ()
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)

    def show_sections(self, sections: "Sequence[TextSection]") -> None:
        """Show the sections of a text."""
        if tuple(sections) == self._sections:
            return
        self._sections = tuple(sections)
        row = self.currentRow()
        highest = min((one.level for one in sections), default=0)
        self.clear()
        for section in sections:
            depth = min(section.level - highest, 4)
            item = QListWidgetItem("    " * depth + section.title)
            item.setData(FIRST_LINE, section.first_line)
            item.setToolTip(section.title)
            if depth == 0:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.addItem(item)
        self.setCurrentRow(row)

    def mark_line(self, line: int) -> None:
        """Mark the section that a line belongs to."""
        inside = [number for number, one in enumerate(self._sections) if one.first_line <= line]
        self.setCurrentRow(inside[-1] if inside else -1)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(FIRST_LINE))
