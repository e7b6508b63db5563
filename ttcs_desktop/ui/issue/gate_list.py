"""The questions of the gate, each with what still stands in its way (danh sách rà soát)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ttcs_desktop.i18n import _
from ttcs_desktop.model.gate import Gate, GatePoint
from ttcs_desktop.ui.icons import icon

POINT = Qt.ItemDataRole.UserRole


class GateList(QTreeWidget):
    """A row for each question, the points below it; Enter or a double click goes to the place."""

    wanted = Signal(object)
    """The clerk wants to see to this point."""
    told = Signal(str)
    """All that is known of the row that the cursor stands on."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Rà soát trước khi ban hành"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(lambda row, _was: self._tell(row))
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)

    def show_gate(self, gate: Gate) -> None:
        """Show what was found."""
        self.clear()
        for check in gate.checks:
            is_clear = not check.points
            sign = ("check", "good") if is_clear else _sign(stops=not check.is_met)
            told = check.title if is_clear else f"{check.title} ({len(check.points)})"
            row = QTreeWidgetItem([told])
            row.setIcon(0, icon(*sign))
            words = _("đạt") if is_clear else _("chưa đạt") if not check.is_met else _("cần xem")
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{check.title}: {words}")
            self.addTopLevelItem(row)
            for point in check.points:
                row.addChild(_point_row(point))
            row.setExpanded(True)

    def points(self) -> list[GatePoint]:
        """Return the points that show."""
        tops = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        below = [top.child(at) for top in tops if top for at in range(top.childCount())]
        return [row.data(0, POINT) for row in below if row]

    def _tell(self, row: QTreeWidgetItem | None) -> None:
        self.told.emit(row.toolTip(0) if row else "")

    def _go(self, row: QTreeWidgetItem) -> None:
        point = row.data(0, POINT)
        if point is not None:
            self.wanted.emit(point)


def _point_row(point: GatePoint) -> QTreeWidgetItem:
    words = f"{point.problem.message} {point.problem.hint}".strip()
    row = QTreeWidgetItem([point.problem.message])
    row.setIcon(0, icon(*_sign(stops=point.stops)))
    row.setToolTip(0, "\n".join(one for one in (words, point.problem.source) if one))
    row.setData(0, POINT, point)
    return row


def _sign(*, stops: bool) -> tuple[str, str]:
    return ("error", "error") if stops else ("warning", "warning")
