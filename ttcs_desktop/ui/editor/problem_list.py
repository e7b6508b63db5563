"""Points to look at again, in the order of the text (điểm cần rà soát)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.services.alike import few_of_each
from ttcs_desktop.ui.icons import icon

if TYPE_CHECKING:
    from ttcs_desktop.services.desk_checks import Point

LINE = Qt.ItemDataRole.UserRole
POINT = Qt.ItemDataRole.UserRole + 1


class ProblemList(QTreeWidget):
    """One row for each point; a click or Enter goes to its line."""

    wanted = Signal(int)
    """Go to this line."""
    picked = Signal(object)
    """The `Point` that the cursor stands on; None when it stands on none."""

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
        self._points: tuple[Point, ...] = ()
        self._failure = ""
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)
        self.currentItemChanged.connect(lambda row, _was: self._tell(row))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what stands in the way of a text."""
        if tuple(problems) != self._problems:
            self._problems = tuple(problems)
            self._fill()

    def show_points(self, points: "Sequence[Point]") -> None:
        """Show what the checker finds in the text, among the others."""
        if (tuple(points), "") != (self._points, self._failure):
            self._points, self._failure = tuple(points), ""
            self._fill()

    def show_failure(self, sentence: str) -> None:
        """Say why there are no findings of the checker: it could not look."""
        if ((), sentence) != (self._points, self._failure):
            self._points, self._failure = (), sentence
            self._fill()

    def count(self) -> int:
        """Return how many points there are, also those that share a row."""
        return len(self._problems) + len(self._unsaid()) + bool(self._failure)

    def point(self) -> "Point | None":
        """Return the finding that the cursor stands on."""
        row = self.currentItem()
        return row.data(0, POINT) if row else None

    def _fill(self) -> None:
        current = self.currentItem()
        at = self.indexOfTopLevelItem(current) if current else -1
        kept = current.text(2) if current else ""
        rows = [(one.line, _problem_row(one)) for one in self._problems]
        rows += [
            (one.line, _row_of_many(like) if like else _point_row(one))
            for one, like in few_of_each(self._unsaid(), lambda point: point.rule)
        ]
        rows.sort(key=lambda one: (one[0] == 0, one[0]))  # what no line holds comes last
        if self._failure:
            rows.insert(0, (0, _row(Severity.WARNING, 0, self._failure, "", "")))
        quiet = QSignalBlocker(self)
        self.clear()
        self.addTopLevelItems([row for _line, row in rows])
        if kept:
            self._stand_on(kept, at)
        quiet.unblock()
        self._tell(self.currentItem())

    def _unsaid(self) -> "list[Point]":
        """Return the findings of the checker that are not among the problems of the text."""
        said = {(one.line, one.message) for one in self._problems}
        return [one for one in self._points if (one.line, one.message) not in said]

    def _stand_on(self, message: str, at: int) -> None:
        """Put the cursor back on what it stood on, there or elsewhere."""
        others = self.findItems(message, Qt.MatchFlag.MatchExactly, 2)
        for row in (self.topLevelItem(at), *others):
            if row is not None and row.text(2) == message:
                self.setCurrentItem(row)
                return

    def _tell(self, row: QTreeWidgetItem | None) -> None:
        self.picked.emit(row.data(0, POINT) if row else None)

    def _go(self, row: QTreeWidgetItem) -> None:
        if row.data(0, LINE):
            self.wanted.emit(row.data(0, LINE))


def _problem_row(problem: Problem) -> QTreeWidgetItem:
    return _row(problem.severity, problem.line, problem.message, problem.hint, problem.source)


def _point_row(point: "Point") -> QTreeWidgetItem:
    row = _row(point.severity, point.line, point.message, asked_words(point), point.clause)
    lines = (point.message, _found(point), asked_words(point), point.clause)
    for column in (0, 2, 3):
        row.setToolTip(column, "\n".join(line for line in lines if line))
    row.setData(0, POINT, point)
    return row


def _row_of_many(points: "Sequence[Point]") -> QTreeWidgetItem:
    """Return one row for findings of one rule; it stands on the first of them."""
    row = _point_row(points[0])
    lines = ", ".join(dict.fromkeys(str(one.line) for one in points if one.line))
    told = _("Còn {count} điểm như vậy.").format(count=len(points))
    row.setText(2, " ".join((told, points[0].message)))
    if lines:
        row.setToolTip(2, _("Ở các dòng: {lines}").format(lines=lines))
    return row


def _row(severity: Severity, line: int, message: str, hint: str, clause: str) -> QTreeWidgetItem:
    row = QTreeWidgetItem([severity_words()[severity], str(line or ""), message, hint])
    row.setIcon(0, icon(severity, severity))
    row.setData(0, LINE, line)
    for column in (2, 3):
        row.setToolTip(column, row.text(column))
    if clause:
        row.setToolTip(0, clause)
    return row


def asked_words(point: "Point") -> str:
    """Return what a rule asks for, in a sentence."""
    return _("Yêu cầu: {asked}").format(asked=point.asked) if point.asked else ""


def _found(point: "Point") -> str:
    return _("Trong văn bản: {found}").format(found=point.found) if point.found else ""


def severity_words() -> dict[Severity, str]:
    """Return what severities are called."""
    return {
        Severity.ERROR: _("Lỗi"),
        Severity.WARNING: _("Cần xem"),
        Severity.NOTE: _("Ghi chú"),
    }
