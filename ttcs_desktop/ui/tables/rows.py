"""Rows for a table, drawn only where they show; found and sorted away from the window (dòng)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import colours

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column: what it says of a row.

    Attributes:
        letters: how wide it is; 0 takes the room that is left.
        sign: name of an icon and of its colour; the words say the same.
        tone: name of the colour of the words, "" for the usual one.
        order: what it is sorted by, the words unless told.
        is_number: stands at the right.
        is_struck: the words are struck out.
    """

    title: str
    words: Callable[[R], str]
    letters: int = 0
    sign: Callable[[R], tuple[str, str] | None] | None = None
    tone: Callable[[R], str] | None = None
    order: Callable[[R], Any] | None = None
    is_number: bool = False
    is_struck: Callable[[R], bool] | None = None


class Arranger(Generic[R]):
    """Finds and sorts rows; what is compared is worked out once, by whichever thread asks first."""

    def __init__(
        self, rows: Sequence[R], columns: Sequence[Column[R]], fold: Callable[[str], str]
    ) -> None:
        self.rows = tuple(rows)
        self._columns = columns
        self._fold = fold
        self._keys: list[str] | None = None

    def arranged(self, query: str, column: int, *, is_descending: bool) -> tuple[R, ...]:
        """Return the rows that hold every word, sorted by a column; -1 leaves them as given."""
        found = self.rows
        wanted = self._fold(query).split()
        if wanted:
            keys = self._folded()
            found = tuple(
                row
                for row, key in zip(self.rows, keys, strict=True)
                if all(word in key for word in wanted)
            )
        if column < 0:
            return found
        return tuple(sorted(found, key=self._order(column), reverse=is_descending))

    def _folded(self) -> list[str]:
        if self._keys is None:
            words = [column.words for column in self._columns]
            self._keys = [self._fold(" ".join(say(row) for say in words)) for row in self.rows]
        return self._keys

    def _order(self, column: int) -> Callable[[R], Any]:
        chosen = self._columns[column]
        return chosen.order or (lambda row: self._fold(chosen.words(row)))


class RowModel(QAbstractTableModel, Generic[R]):
    """Shows rows; a cell is worked out when it is drawn."""

    def __init__(self, columns: Sequence[Column[R]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """Return what stands over a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return column.title
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401  by role
        """Return what a cell says and how it looks."""
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Role.DisplayRole:
            return " · ".join(line for line in column.words(row).splitlines() if line)
        if role == Role.ToolTipRole:
            return column.words(row)
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.DecorationRole and column.sign:
            sign = column.sign(row)
            return icon(*sign) if sign else None
        if role == Role.ForegroundRole and column.tone:
            tone = column.tone(row)
            return QBrush(QColor(getattr(colours(), tone))) if tone else None
        if role == Role.FontRole and column.is_struck and column.is_struck(row):
            return self._struck
        return None


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter
