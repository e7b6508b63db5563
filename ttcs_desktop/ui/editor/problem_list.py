"""Points to look at again, in the order of the text (điểm cần rà soát)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.ui.icons import icon

LINE = Qt.ItemDataRole.UserRole


class ProblemList(QTreeWidget):
    """One row for each point; Enter or a double click goes to its line."""

    wanted = Signal(int)
    """Go to this line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bare")
        self.setAccessibleName(_("Điểm cần rà soát"))
        self.setHeaderLabels([_("Mức"), _("Dòng"), _("Điều gì"), _("Nên làm")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        header = self.header()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._problems: tuple[Problem, ...] = ()
        self.itemActivated.connect(self._go)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the points of a text."""
        if tuple(problems) == self._problems:
            return
        self._problems = tuple(problems)
        self.clear()
        words = _words()
        for problem in problems:
            line = str(problem.line) if problem.line else ""
            row = QTreeWidgetItem([words[problem.severity], line, problem.message, problem.hint])
            row.setIcon(0, icon(problem.severity, problem.severity))
            row.setData(0, LINE, problem.line)
            for column in (2, 3):
                row.setToolTip(column, row.text(column))
            if problem.source:
                row.setToolTip(0, problem.source)
            self.addTopLevelItem(row)

    def _go(self, row: QTreeWidgetItem) -> None:
        if row.data(0, LINE):
            self.wanted.emit(row.data(0, LINE))


def _words() -> dict[Severity, str]:
    return {
        Severity.ERROR: _("Lỗi"),
        Severity.WARNING: _("Cần xem"),
        Severity.NOTE: _("Ghi chú"),
    }
