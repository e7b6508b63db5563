"""What would change, field by field, before anything is written (đối chiếu)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Difference
from ttcs_desktop.ui.look import GAP, TIGHT
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

LINES = 4


class DifferenceView(QWidget):
    """A row for each field that would change; below, all that the field says and would say."""

    def __init__(self, office: Office, *, names_record: bool = True) -> None:
        super().__init__()
        columns = (
            *((Column[Difference](_("Đơn vị, văn bản"), _record, 28),) if names_record else ()),
            Column[Difference](_("Mục"), lambda one: one.label, 26),
            Column[Difference](_("Đang là"), lambda one: one.before, tone=lambda _one: "muted"),
            Column[Difference](_("Sẽ là"), lambda one: one.after),
        )
        self.table = RowTable[Difference](
            _("Những chỗ thay đổi"),
            columns,
            office.background,
            office.workbench.search_key,
            empty=_("Không có gì thay đổi."),
        )
        self.table.picked.connect(self._show)
        self._before, self._after = _box(_("Đang là")), _box(_("Sẽ là"))
        across = QHBoxLayout()
        across.setSpacing(GAP)
        for title, box in ((_("Đang là"), self._before), (_("Sẽ là"), self._after)):
            label = QLabel(title)
            label.setObjectName("quiet")
            side = QVBoxLayout()
            side.setSpacing(TIGHT)
            side.addWidget(label)
            side.addWidget(box)
            across.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.table, 1)
        column.addLayout(across)

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show what would change."""
        self.table.show_rows(tuple(differences))
        self.table.pick(lambda _one: True)
        self._show(self.table.current())

    def _show(self, one: Difference | None) -> None:
        self._before.setPlainText(one.before if one else "")
        self._after.setPlainText(one.after if one else "")


def _record(one: Difference) -> str:
    return _("{name} (mới)").format(name=one.name) if one.is_new else one.name


def _box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * LINES + 18)
    return box
