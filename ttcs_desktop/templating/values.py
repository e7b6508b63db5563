"""What answers become for a template: words, dates, units, rows (giá trị của ô nhập)."""

from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.rules.scribe import missing as missing_mark

EMPTY = ""
"""What an optional field holds when it was left empty: nothing to print, and false."""
ROW_ID = "id"
"""The lasting id that any row may carry beside its columns, such as that of a task."""
ROW_INDICATORS = "indicators"
"""The ids of the indicators that measure what a row says, carried in the same way."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A required field that was left empty; prints as a visible mark (chỗ còn thiếu)."""

    field: str
    label: str

    @property
    def mark(self) -> str:
        """The words that stand in the draft: `[CẦN BỔ SUNG: Trích yếu]`."""
        return missing_mark(self.label)

    def __getitem__(self, _key: object) -> "Missing":
        return self


@dataclass(frozen=True, slots=True)
class Cited:
    """An instrument to cite; prints as `[[id]]`, which the format writes out (văn bản viện dẫn)."""

    id: str
    symbol: str = ""
    type_name: str = ""
    short_name: str = ""
    title: str = ""
    issuer: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is an instrument at all."""
        return bool(self.id)


class Row:
    """One row of a RECORDS field: `row.lead` is the cell of its column `lead`."""

    __slots__ = ("_cells",)

    def __init__(self, cells: dict[str, object]) -> None:
        self._cells = cells

    def __getitem__(self, key: str) -> object:
        return self._cells[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a column."""
        return key in self._cells

    def __iter__(self) -> Iterator[str]:
        """Name the columns, for an error that says which there are."""
        return iter(self._cells)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that share what stands in one column (nhóm dòng)."""

    name: object
    rows: tuple[Row, ...]


SCALARS = (str, int, float, Missing, Cited)
"""Beside dates and units: what may be compared."""
