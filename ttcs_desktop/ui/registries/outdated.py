"""Fields of the clerk's under which the shipped value has changed (dữ liệu gốc đã đổi)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Outdated
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.registries.keeper import Keeper
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable


class OutdatedView(QWidget):
    """Asks of each such field whether the clerk's stays or the new one is taken."""

    done = Signal()
    """The clerk goes back."""

    def __init__(self, office: Office, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.table = RowTable[Outdated](
            _("Dữ liệu gốc đã đổi"),
            (
                Column(_("Đơn vị, văn bản"), lambda one: one.name, 28),
                Column(_("Mục"), lambda one: one.label, 24),
                Column(_("Của đơn vị"), lambda one: one.own),
                Column(_("Gốc trước đây"), lambda one: one.then, tone=lambda _one: "muted"),
                Column(_("Gốc bây giờ"), lambda one: one.now),
            ),
            office.background,
            office.workbench.search_key,
            empty=_("Không còn chỗ nào phải chọn."),
        )
        told = QLabel(
            _("Bản cập nhật đã đổi những chỗ đơn vị từng sửa. Chọn từng dòng: giữ hay lấy mới.")
        )
        told.setObjectName("heading")
        told.setWordWrap(True)
        keep, take = QPushButton(_("Giữ của đơn vị")), QPushButton(_("Lấy dữ liệu gốc mới"))
        back = QPushButton(_("Quay lại"))
        keep.clicked.connect(lambda: self._settle(keeps_own=True))
        take.clicked.connect(lambda: self._settle(keeps_own=False))
        back.clicked.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(Flow((keep, take, back)))

    def show_outdated(self, outdated: Sequence[Outdated]) -> None:
        """Show the fields to decide on."""
        self.table.show_rows(outdated)
        self.table.pick(lambda _one: True)

    def _settle(self, *, keeps_own: bool) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self._keeper.settle(chosen, keeps_own=keeps_own, done=lambda: None)
