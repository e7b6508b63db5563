"""Tables as they are typed, cell by cell (bảng trong văn bản nguồn): `| a | b |`.

A cell with nothing between its pipes widens the one before it; `^` goes on with the one above.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ttcs_desktop.officialtext.tables import ABOVE, MOST_COLUMNS, is_alignment, is_row
from ttcs_desktop.services.line_edits import Edit, in_place_of

_PIPE = re.compile(r"(?<!\\)(?:\\\\)*\|")
_NARROWEST = 3
WIDEST = 96
"""Letters of a row up to which pipes stand one under another."""
_LEFT = "---"


@dataclass(frozen=True, slots=True)
class _Place:
    """A table of a text and the cell that the cursor is in; rows and cells count from 0."""

    first: int
    rows: list[list[str]]
    row: int
    cell: int
    offset: int
    """Letters of the cell's words before the cursor."""

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1


def is_table_row(text: str) -> bool:
    """Tell whether a line is a row of a table."""
    return is_row(text.strip())


def next_cell(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Go to the next cell; the last one is followed by a new row. None outside of a table."""
    return _worked(lines, at, column, _to_next)


def previous_cell(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Go to the cell before; from the first one nowhere. None outside of a table."""
    return _worked(lines, at, column, _to_previous)


def cell_below(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Go to the cell below; the last row is followed by a new one. None outside of a table.

    A last row without words is one too many: it goes, and with it the cursor out of the table.
    """
    place = _place(lines, at, column)
    if place and place.row == len(place.rows) - 1 and place.row > 0 and _is_empty(place):
        kept = [*_aligned(place.rows[:-1]), ""]
        piece = in_place_of(lines, place.first, place.last, kept)
        return Edit((piece,), place.last, 0)
    return _worked(lines, at, column, _to_below)


def with_row(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Add a row below the cursor's, below the header when it stands there."""
    return _worked(lines, at, column, _add_row)


def with_column(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Add a column after the cursor's."""
    return _worked(lines, at, column, _add_column)


def without_row(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Take the cursor's row away; the line under the header and an only row stay."""
    return _worked(lines, at, column, _drop_row)


def without_column(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Take the cursor's column away; an only one stays."""
    return _worked(lines, at, column, _drop_column)


def aligned(rows: Sequence[str]) -> list[str]:
    """Return the rows of a table with their pipes one under another, where they fit a line."""
    return _aligned([_cells(row) for row in rows])


_Step = Callable[[_Place], tuple[int, int, int]]
"""Changes the rows; returns the row, cell and letter for the cursor, -1 for the cell's end."""


def _worked(lines: Sequence[str], at: int, column: int, step: _Step) -> Edit | None:
    place = _place(lines, at, column)
    if place is None:
        return None
    last = place.last
    row, cell, offset = step(place)
    written = _aligned(place.rows)
    piece = in_place_of(lines, place.first, last, written)
    is_same = list(lines[place.first : last + 1]) == written
    return Edit(() if is_same else (piece,), place.first + row, _column(written[row], cell, offset))


def _place(lines: Sequence[str], at: int, column: int) -> _Place | None:
    if not is_table_row(lines[at]):
        return None
    first = last = at
    while first > 0 and is_table_row(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and is_table_row(lines[last + 1]):
        last += 1
    rows = [_cells(line) for line in lines[first : last + 1]]
    pipes = [found.end() for found in _PIPE.finditer(lines[at])]
    row = rows[at - first]
    cell = min(max(sum(end <= column for end in pipes) - 1, 0), len(row) - 1)
    raw = lines[at][pipes[cell] : column]
    return _Place(first, rows, at - first, _widened(row, cell), len(raw.lstrip()))


def _cells(text: str) -> list[str]:
    pipes = [(found.end() - 1, found.end()) for found in _PIPE.finditer(text)]
    starts = [end for _start, end in pipes]
    ends = [start for start, _end in pipes[1:]] + [len(text)]
    raw = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    if len(raw) > 1 and not raw[-1].strip():
        raw.pop()
    return ["" if column and not cell else cell.strip() or " " for column, cell in enumerate(raw)]


def _widened(row: Sequence[str], cell: int) -> int:
    """Return the cell that a place belongs to: one with nothing in it widens the one before."""
    while cell > 0 and not row[cell]:
        cell -= 1
    return cell


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    width = max(len(row) for row in rows)
    full = [[*row, *[" "] * (width - len(row))] for row in rows]
    rule = next((row for row in full if _is_rule(row)), None)
    sides = [_side(cell) for cell in rule] if rule else [_LEFT] * width
    widths = [_width(full, column) for column in range(width)]
    is_straight = sum(widths) + 3 * width < WIDEST
    if not is_straight:
        widths = [0] * width
    return [_written(row, widths, sides) for row in full]


def _width(rows: Sequence[Sequence[str]], column: int) -> int:
    texts = [
        row[column].strip()
        for row in rows
        if not _is_rule(row) and (column + 1 == len(row) or row[column + 1])
    ]
    return max([_NARROWEST, *map(len, texts)])


def _written(row: Sequence[str], widths: Sequence[int], sides: Sequence[str]) -> str:
    written, is_rule = "|", _is_rule(row)
    for column, cell in enumerate(row):
        if not cell:
            written += "|"
            continue
        until = column + 1
        while until < len(row) and not row[until]:
            until += 1
        room = sum(widths[column:until]) + 2 * (until - column - 1)
        text = cell.strip()
        if is_rule:
            written += f" {_ruled(text, widths[column])} |"
        else:
            written += f" {_set(text, room, sides[column])} |"
    return written


def _set(text: str, room: int, side: str) -> str:
    if side.startswith(":") and side.endswith(":"):
        return text.rjust((room + len(text)) // 2).ljust(room)
    return text.rjust(room) if side.endswith(":") else text.ljust(room)


def _ruled(text: str, room: int) -> str:
    left, right = text.startswith(":"), text.endswith(":")
    dashes = max(room, _NARROWEST) - left - right
    return ":" * left + "-" * max(dashes, 1) + ":" * right


def _side(cell: str) -> str:
    return cell.strip() or _LEFT


def _is_rule(row: Sequence[str]) -> bool:
    return bool(row) and all(is_alignment(cell.strip()) for cell in row)


def _is_empty(place: _Place) -> bool:
    return not any(cell.strip() for cell in place.rows[place.row])


def _column(text: str, cell: int, offset: int) -> int:
    """Return where a letter of a cell stands in its row."""
    pipes = [found.end() for found in _PIPE.finditer(text)]
    end = pipes[cell + 1] - 1 if cell + 1 < len(pipes) else len(text)
    raw = text[pipes[cell] : end]
    words = raw.strip()
    lead = len(raw) - len(raw.lstrip()) if words else 1
    return pipes[cell] + lead + (len(words) if offset < 0 else min(offset, len(words)))


def _stops(rows: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return the cells that the cursor may go to, in reading order."""
    return [
        (number, cell)
        for number, row in enumerate(rows)
        if not _is_rule(row)
        for cell, text in enumerate(row)
        if text
    ]


def _to_next(place: _Place) -> tuple[int, int, int]:
    later = [stop for stop in _stops(place.rows) if stop > (place.row, place.cell)]
    if later:
        return (*later[0], -1)
    place.rows.append([" "] * _full_width(place))
    return len(place.rows) - 1, 0, -1


def _to_previous(place: _Place) -> tuple[int, int, int]:
    before = [stop for stop in _stops(place.rows) if stop < (place.row, place.cell)]
    return (*before[-1], -1) if before else (place.row, place.cell, 0)


def _to_below(place: _Place) -> tuple[int, int, int]:
    below = [row for row, _cell in _stops(place.rows) if row > place.row]
    if not below:
        place.rows.append([" "] * _full_width(place))
    row = below[0] if below else len(place.rows) - 1
    return row, _widened(place.rows[row], min(place.cell, len(place.rows[row]) - 1)), -1


def _add_row(place: _Place) -> tuple[int, int, int]:
    rule = next((number for number, row in enumerate(place.rows) if _is_rule(row)), -1)
    row = max(place.row, rule) + 1
    place.rows.insert(row, [" "] * _full_width(place))
    return row, 0, -1


def _add_column(place: _Place) -> tuple[int, int, int]:
    if _full_width(place) >= MOST_COLUMNS:
        return place.row, place.cell, place.offset
    after = place.cell + 1
    while after < len(place.rows[place.row]) and not place.rows[place.row][after]:
        after += 1
    for row in place.rows:
        cut_through = after < len(row) and not row[after]
        new = _LEFT if _is_rule(row) else "" if cut_through else " "
        row[after:after] = [new] if len(row) >= after else []
    return place.row, after, -1


def _drop_row(place: _Place) -> tuple[int, int, int]:
    held = [number for number, row in enumerate(place.rows) if not _is_rule(row)]
    if place.row in held and len(held) > 1:
        below = place.rows[place.row + 1] if place.row + 1 < len(place.rows) else []
        gone = place.rows.pop(place.row)
        for column, text in enumerate(below):
            if text.strip() == ABOVE and column < len(gone):
                below[column] = gone[column] or " "
    row = min(place.row, len(place.rows) - 1)
    row = row - 1 if _is_rule(place.rows[row]) and row else row
    return row, _widened(place.rows[row], min(place.cell, len(place.rows[row]) - 1)), 0


def _drop_column(place: _Place) -> tuple[int, int, int]:
    if _full_width(place) > 1:
        for row in place.rows:
            is_wide = place.cell + 1 < len(row) and not row[place.cell + 1]
            if place.cell < len(row):
                row.pop(place.cell + 1 if is_wide else place.cell)
    row = place.rows[place.row]
    return place.row, _widened(row, min(place.cell, len(row) - 1)), 0


def _full_width(place: _Place) -> int:
    return max(len(row) for row in place.rows)
