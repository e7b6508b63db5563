"""The letters of a document, one for each recipient or group, to be ticked (danh sách thư)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Mail
from ttcs_desktop.ui.icons import icon

if TYPE_CHECKING:
    from ttcs_desktop.services.going_out import Prepared

LETTER = Qt.ItemDataRole.UserRole
ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
PARTS = (0.36, 0.34)
"""Of the room: recipient and addresses; the rest is for what to see to."""
SHOWN = 2
"""Addresses that a row names; the others are counted."""


class LetterList(QTreeWidget):
    """A row for each letter; those without address, or sent before, start without a tick."""

    picked = Signal(int)
    """The number of the letter that the cursor stands on, -1 for none."""
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Thư của từng nơi nhận"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setColumnCount(3)
        self.setHeaderLabels([_("Nơi nhận"), _("Gửi đến"), _("Lưu ý")])
        self.header().setAccessibleName(self.accessibleName())
        self.header().setStretchLastSection(True)
        for column in (0, 1):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.currentItemChanged.connect(lambda row, _was: self.picked.emit(self._number(row)))
        self.itemChanged.connect(lambda _row, _column: self.ticked.emit())

    def show_letters(self, letters: "Sequence[Prepared]") -> None:
        """Show other letters; ticks stay on recipients that were shown before."""
        before = {
            row.text(0): row.checkState(0)
            for at in range(self.topLevelItemCount())
            if (row := self.topLevelItem(at)) is not None
        }
        current = self.number()
        with QSignalBlocker(self):
            self.clear()
            for one in letters:
                row = QTreeWidgetItem(self)
                self._fill(row, one)
                usual = ON if one.mail.to and not one.earlier else OFF
                row.setCheckState(0, before.get(row.text(0), usual))
        shown = self.topLevelItem(max(0, min(current, len(letters) - 1)))
        if shown is not None:
            self.setCurrentItem(shown)
        self.ticked.emit()

    def show_letter(self, number: int, letter: "Prepared") -> None:
        """Show that a letter was changed."""
        row = self.topLevelItem(number)
        if row is not None:
            with QSignalBlocker(self):
                self._fill(row, letter)

    def number(self) -> int:
        """Return the number of the letter that the cursor stands on, -1 for none."""
        return self._number(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns."""
        super().resizeEvent(event)
        for column, part in enumerate(PARTS):
            self.setColumnWidth(column, round(self.viewport().width() * part))

    def chosen(self) -> list[int]:
        """Return the numbers of the letters that are ticked."""
        rows = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        return [at for at, row in enumerate(rows) if row and row.checkState(0) is ON]

    def tick_all(self, *, is_on: bool) -> None:
        """Tick all letters that have an address, or none."""
        for at in range(self.topLevelItemCount()):
            row = self.topLevelItem(at)
            if row is not None:
                row.setCheckState(0, ON if is_on and row.data(0, LETTER) else OFF)

    def _fill(self, row: QTreeWidgetItem, letter: "Prepared") -> None:
        mail = letter.mail
        note = told(letter)
        row.setText(0, mail.recipient or mail.subject)
        row.setText(1, addresses_in_short(mail))
        row.setText(2, note)
        row.setToolTip(1, "\n".join(one.email for one in mail.to))
        row.setToolTip(2, note)
        row.setIcon(2, icon("warning", "warning") if note else icon(""))
        row.setData(0, LETTER, bool(mail.to))

    def _number(self, row: QTreeWidgetItem | None) -> int:
        return self.indexOfTopLevelItem(row) if row is not None else -1


def addresses_in_short(mail: Mail) -> str:
    """Return the first addresses of a letter, and how many more there are."""
    if not mail.to:
        return _("chưa có địa chỉ")
    shown = ", ".join(one.email for one in mail.to[:SHOWN])
    more = len(mail.to) - SHOWN
    return (
        _("{addresses} và {count} địa chỉ nữa").format(addresses=shown, count=more)
        if more > 0
        else shown
    )


def told(letter: "Prepared") -> str:
    """Return what the clerk should see to in a letter."""
    from ttcs_desktop.services.outbox_words import letter_word

    before = [letter_word(one.state) for one in letter.earlier]
    already = _("Nơi này đã có thư: {states}.").format(states=", ".join(before)) if before else ""
    return " ".join(part for part in (already, letter.mail.note) if part)
