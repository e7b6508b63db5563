"""Signers, contacts and usual recipients, to look up (người ký, liên hệ)."""

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.registries.keeper import Keeper
from ttcs_desktop.ui.registries.lists import Listing
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.rows import Column

if TYPE_CHECKING:
    from ttcs_desktop.services.directory import DirectoryRow


class Directory(Listing):
    """Who signs and who is written to; a line leads to its unit, where it is edited."""

    wanted_unit = Signal(str)
    """The clerk wants to see this unit."""

    def __init__(self, office: Office, keeper: Keeper) -> None:
        self.kind = QComboBox()
        super().__init__(office, _("Người ký, liên hệ"), _columns(), "units")
        self._rows: tuple[DirectoryRow, ...] = ()
        self.kind.setAccessibleName(_("Loại"))
        self.kind.addItem(_("Tất cả"), "")
        for kind, words in _kinds().items():
            self.kind.addItem(words, kind)
        self.top.insertWidget(1, self.kind)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.table.opened.connect(lambda row: self.wanted_unit.emit(row.unit_id))
        self.table.setToolTip(_("Enter hoặc nháy đúp để mở đơn vị và sửa"))
        keeper.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Read who there is."""
        workbench = self.office.workbench
        unit, today = workbench.settings().unit, datetime.datetime.now().astimezone().date()

        def work() -> "tuple[DirectoryRow, ...]":
            from ttcs_desktop.services.directory import directory

            return directory(workbench.library, unit, today)

        self.office.background.run(work, self._show, self.office.messages.tell)

    def _show(self, rows: "tuple[DirectoryRow, ...]") -> None:
        self._rows = rows
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self.kind.currentData()
        self.table.show_rows([row for row in self._rows if kind in ("", row.kind)])


def _kinds() -> dict[str, str]:
    from ttcs_desktop.services.directory import Entry

    return {
        Entry.SIGNER: _("Người ký"),
        Entry.CONTACT: _("Đầu mối liên hệ"),
        Entry.RECIPIENT: _("Nơi nhận thường dùng"),
    }


def _columns() -> "tuple[Column[DirectoryRow], ...]":
    words = _kinds()

    def tone(row: "DirectoryRow") -> str:
        return "" if row.holds else "muted"

    return (
        Column(_("Tên"), lambda row: row.name, tone=tone),
        Column(_("Chức vụ, vai trò"), lambda row: row.role, 24),
        Column(_("Đơn vị"), lambda row: row.unit, 28),
        Column(_("Thẩm quyền ký, địa chỉ"), lambda row: row.reached, 32, tone=tone),
        Column(_("Thời gian"), lambda row: row.since, 16),
        Column(_("Loại"), lambda row: words[row.kind], 20, tone=lambda _row: "muted"),
    )
