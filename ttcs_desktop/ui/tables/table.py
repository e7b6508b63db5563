"""A table of many rows that scrolls without a stall (bảng dài)."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ttcs_desktop.ui.background import Background, Latest
from ttcs_desktop.ui.look import EDGE, GAP, colours
from ttcs_desktop.ui.tables.rows import Arranger, Column, RowModel

R = TypeVar("R")
NARROWEST = 22
"""Letters that a column keeps which takes the room left by the others."""
ROW_ROOM = 11
"""Pixels above and below the letters of a row."""


class RowTable(QTableView, Generic[R]):
    """Rows to look through by keys, words and columns; `background` finds and sorts them."""

    picked = Signal(object)
    """The row that the cursor stands on; None when it stands on none."""
    opened = Signal(object)
    """A row was chosen by Enter or a double click."""
    arranged = Signal()
    """The rows wanted now are shown."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        background: Background,
        fold: Callable[[str], str],
        *,
        empty: str = "",
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._fold = fold
        self._empty = empty
        self._query = ""
        self._column, self._is_descending = -1, False
        self._arranging = Latest(background)
        self._wanted = object()
        self._refused = background.crashed.emit
        self._model: RowModel[R] = RowModel(columns)
        self._arranger: Arranger[R] = Arranger((), self._model.columns, fold)
        self.setModel(self._model)
        self._lay_out()
        self.selectionModel().currentRowChanged.connect(lambda _at, _was: self._tell())
        self.activated.connect(lambda at: self.opened.emit(self._model.rows[at.row()]))
        self.horizontalHeader().sectionClicked.connect(self._sort_by)

    def show_rows(self, rows: Sequence[R], keep: Callable[[R], Any] | None = None) -> None:
        """Show other rows; `keep` tells a row from others, so that the cursor stays on its own."""
        self._arranger = Arranger(rows, self._model.columns, self._fold)
        self._arrange(keep)

    def search(self, query: str) -> None:
        """Show only the rows that hold these words, with or without marks."""
        self._query = query
        self._arrange(None)

    def rows(self) -> tuple[R, ...]:
        """Return the rows that show, in the order in which they do."""
        return self._model.rows

    def current(self) -> R | None:
        """Return the row that the cursor stands on."""
        at = self.currentIndex().row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    def chosen(self) -> tuple[R, ...]:
        """Return the rows that are selected, in the order in which they show."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._model.rows[at] for at in places)

    def pick(self, holds: Callable[[R], object]) -> None:
        """Put the cursor on the first row of which something holds."""
        at = next((at for at, row in enumerate(self._model.rows) if holds(row)), -1)
        if at >= 0:
            flags = QItemSelectionModel.SelectionFlag
            index = self._model.index(at, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def _lay_out(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(self.fontMetrics().height() + ROW_ROOM)
        across.setSectionsClickable(True)
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setAccessibleName(self.accessibleName())
        for at, column in enumerate(self._model.columns):
            self.setColumnWidth(at, self._breadth(column.letters or NARROWEST))

    def _breadth(self, letters: int) -> int:
        return letters * self.fontMetrics().averageCharWidth() + 2 * GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the columns that take it."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        columns = self._model.columns
        taking = [at for at, column in enumerate(columns) if not column.letters]
        others = sum(self.columnWidth(at) for at in range(len(columns)) if at not in taking)
        for number, at in enumerate(taking):
            room = (self.viewport().width() - others) // (len(taking) - number)
            self.setColumnWidth(at, max(room, self._breadth(NARROWEST)))
            others += self.columnWidth(at)

    def _sort_by(self, column: int) -> None:
        self._is_descending = column == self._column and not self._is_descending
        self._column = column
        order = Qt.SortOrder.DescendingOrder if self._is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSortIndicator(column, order)
        self._arrange(None)

    def _arrange(self, keep: Callable[[R], Any] | None) -> None:
        arranger, query = self._arranger, self._query
        column, is_descending = self._column, self._is_descending
        self._wanted = wanted = object()
        if not query and column < 0:
            self._arranging.drop()
            self._take(wanted, arranger.rows, keep)
            return
        self._arranging.submit(
            lambda: arranger.arranged(query, column, is_descending=is_descending),
            lambda rows: self._take(wanted, rows, keep),
            self._refused,
        )

    def _take(self, wanted: object, rows: tuple[R, ...], keep: Callable[[R], Any] | None) -> None:
        if wanted is not self._wanted:
            return
        current, same = self.current(), keep or (lambda row: row)
        self._model.show_rows(rows)
        if current is not None:
            mark = same(current)
            self.pick(lambda row: same(row) == mark)
            if self.current() is None:
                self._tell()
        self.arranged.emit()

    def _tell(self) -> None:
        self.picked.emit(self.current())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or a sentence in their place when there are none."""
        super().paintEvent(event)
        if self._model.rows or not self._empty:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(colours().muted))
        room = self.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, middle | Qt.TextFlag.TextWordWrap, self._empty)
        painter.end()
