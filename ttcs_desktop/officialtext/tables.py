"""Pipe tables (bảng): lines of cells between pipes."""

import re
from dataclasses import dataclass, field

from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Alignment, Table, TableCell
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.lines import TextLine

PIPE = "|"
ABOVE = "^"
"""A cell that continues the one above it."""
MOST_COLUMNS = 63
"""More do not fit on any page, and are what Word allows."""
_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_RULE = re.compile(r":?-{2,}:?|:-:?|-:")


@dataclass(slots=True)
class _Cell:
    text: str
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Row:
    line: int
    cells: list[_Cell] = field(default_factory=list)

    @property
    def width(self) -> int:
        return sum(cell.columns for cell in self.cells)


def is_row(text: str) -> bool:
    """Tell whether a line is a row of a table."""
    if not text.startswith(PIPE):
        return False
    return text.count(PIPE) <= MOST_COLUMNS or len(_cells(text)) <= MOST_COLUMNS


def is_alignment(text: str) -> bool:
    """Tell whether a cell could be one of the line under the header: `---`, `:-:`."""
    return _RULE.fullmatch(text) is not None


def read_table(lines: list[TextLine], reader: InlineReader) -> Table:
    """Read the rows of a table; a row with too few cells is filled up, with a problem."""
    split = [(line.number, _cells(line.text)) for line in lines]
    ruled = next((index for index, (_n, cells) in enumerate(split) if _is_rule(cells)), None)
    rows = [_row(line, cells) for index, (line, cells) in enumerate(split) if index != ruled]
    alignments = [_alignment(cell) for cell in split[ruled][1]] if ruled is not None else []
    expected = len(alignments) or (rows[0].width if rows else 0)
    width = max([expected, *(row.width for row in rows)])
    for row in rows:
        if row.width != expected:
            reader.problems.append(_broken(row, expected))
        _fill_up(row, width)
    alignments += [Alignment.LEFT] * (width - len(alignments))
    header_rows = ruled or 0
    return Table(
        tuple(alignments),
        _joined(rows[:header_rows], reader),
        _joined(rows[header_rows:], reader),
        lines[0].number,
    )


def _cells(text: str) -> list[str]:
    """Cut a row at its pipes; an escaped pipe is a letter."""
    parts = _PIPE.split(text)
    cells = [left + slashes for left, slashes in zip(parts[::2], [*parts[1::2], ""], strict=True)]
    cells = cells[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1].strip() else cells


def _is_rule(cells: list[str]) -> bool:
    return bool(cells) and all(is_alignment(cell.strip()) for cell in cells)


def _alignment(cell: str) -> Alignment:
    rule = cell.strip()
    if rule.endswith(":"):
        return Alignment.CENTRE if rule.startswith(":") else Alignment.RIGHT
    return Alignment.LEFT


def _row(line: int, cells: list[str]) -> _Row:
    """Read a row; a cell with nothing at all between its pipes widens the one before it."""
    row = _Row(line)
    for column, text in enumerate(cells):
        if not text and row.cells:
            row.cells[-1].columns += 1
        else:
            row.cells.append(_Cell(text.strip(), column))
    return row


def _fill_up(row: _Row, width: int) -> None:
    row.cells.extend(_Cell("", column) for column in range(row.width, width))


def _joined(rows: list[_Row], reader: InlineReader) -> tuple[tuple[TableCell, ...], ...]:
    """Return rows in which a cell that continues the one above it is part of that one."""
    above: dict[int, _Cell] = {}
    for row in rows:
        kept, current = [], {}
        for cell in row.cells:
            head = above.get(cell.column)
            if cell.text == ABOVE and head and head.columns == cell.columns:
                head.rows += 1
                current[cell.column] = head
                continue
            if cell.text == ABOVE:
                reader.problems.append(_nothing_above(row))
                cell.text = ""
            kept.append(cell)
            current[cell.column] = cell
        row.cells, above = kept, current
    return tuple(
        tuple(
            TableCell(reader.read(cell.text, row.line), cell.columns, cell.rows)
            for cell in row.cells
        )
        for row in rows
    )


def _broken(row: _Row, expected: int) -> Problem:
    return Problem(
        Severity.WARNING,
        "officialtext.broken-table",
        _("Dòng này của bảng có {found} ô, các dòng khác có {expected}.").format(
            found=row.width, expected=expected
        ),
        row.line,
        _("Thêm hoặc bớt dấu | cho đủ số ô; muốn gộp ô thì gõ hai dấu || liền nhau."),
    )


def _nothing_above(row: _Row) -> Problem:
    return Problem(
        Severity.WARNING,
        "officialtext.broken-table",
        _("Dấu ^ gộp với ô phía trên, nhưng phía trên không có ô rộng bằng."),
        row.line,
        _("Bỏ dấu ^, hoặc gộp ô phía trên cho cùng số cột."),
    )
