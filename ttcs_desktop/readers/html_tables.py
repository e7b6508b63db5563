"""A table of HTML as it is read, cell by cell (bảng trong HTML)."""

from dataclasses import dataclass, field

from ttcs_desktop.officialtext.tables import MOST_COLUMNS
from ttcs_desktop.readers.passages import Block, Cell, Passage, Row, WordTable

_MOST_ROWS = 2000


@dataclass(slots=True)
class _Reaching:
    """A cell that reaches down into this many more rows."""

    rows: int
    columns: int


@dataclass(slots=True)
class HtmlTable:
    """Gathers rows; a cell that spans rows goes on in each of them."""

    is_in_cell: bool = False
    _rows: list[Row] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    _reaching: dict[int, _Reaching] = field(default_factory=dict)
    _next_reaching: dict[int, _Reaching] = field(default_factory=dict)
    _spans: tuple[int, int] = (1, 1)
    _heads: list[bool] = field(default_factory=list)

    def begin_row(self) -> None:
        """Begin a row; the one before ends."""
        self._end_row()

    def begin_cell(self, told: dict[str, str], *, is_head: bool) -> None:
        """Begin a cell, with what its tag tells of its spans."""
        self._go_on()
        self._spans = (_span(told.get("colspan", "")), _span(told.get("rowspan", "")))
        self._heads.append(is_head)
        self.is_in_cell = True

    def end_cell(self, blocks: tuple[Block, ...]) -> None:
        """End a cell that holds these."""
        columns, rows = self._spans
        if rows > 1:
            self._next_reaching[self._width()] = _Reaching(rows - 1, columns)
        self._cells.append(Cell(blocks, columns))
        self.is_in_cell = False

    def finished(self) -> WordTable | None:
        """Return the table; None for one without words."""
        self._end_row()
        rows = [row for row in self._rows if any(_holds_words(cell) for cell in row.cells)]
        if not rows:
            return None
        if not any(row.is_header for row in rows) and len(rows) > 1 and _names_columns(rows[0]):
            rows[0] = Row(rows[0].cells, is_header=True)
        return WordTable(tuple(rows), is_ruled=True)

    def _end_row(self) -> None:
        if not self._cells and not self._reaching:
            return
        self._go_on()
        if self._cells and len(self._rows) < _MOST_ROWS:
            is_header = bool(self._heads) and all(self._heads)
            self._rows.append(Row(tuple(self._cells), is_header))
        self._reaching = {
            column: _Reaching(one.rows - 1, one.columns)
            for column, one in self._reaching.items()
            if one.rows > 1
        } | self._next_reaching
        self._cells, self._heads, self._next_reaching = [], [], {}

    def _go_on(self) -> None:
        """Put the cells that reach down from above where they stand in this row."""
        while (reaching := self._reaching.get(self._width())) is not None:
            self._cells.append(Cell((), reaching.columns, goes_on=True))

    def _width(self) -> int:
        return sum(cell.columns for cell in self._cells)


def _span(told: str) -> int:
    return min(max(int(told), 1), MOST_COLUMNS) if told.strip().isdecimal() else 1


def _holds_words(cell: Cell) -> bool:
    return cell.goes_on or bool(cell.blocks)


def _names_columns(row: Row) -> bool:
    """Tell whether a row can be the head: words in every cell, figures in none."""
    texts = [
        " ".join(block.text for block in cell.blocks if isinstance(block, Passage)).strip()
        for cell in row.cells
    ]
    return len(texts) > 1 and all(text and not text[0].isdigit() for text in texts)
