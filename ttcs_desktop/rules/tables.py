"""Tables of the body (bảng): cells as lines, column widths by what they hold."""

from collections.abc import Iterator

from ttcs_desktop.model.document import Alignment, Table, TableCell
from ttcs_desktop.model.metrics import CELL_SIDE
from ttcs_desktop.model.sheet import Grid, GridCell
from ttcs_desktop.rules.measure import Face, face_of, width
from ttcs_desktop.rules.scribe import Scribe

HEAD, CELL = "table-head", "table-cell"
_WIDEST_WORD = 40.0
_HEAD_LINES = 2
"""Lines that the head of a column may take before the column grows."""
_SLACK = 0.6
"""Room beside the longest word, mm: the lines of the table, and what rounding takes."""
_DAMPING = 0.5
"""How far a long text may draw width from a short one: 1 fully, 0 not at all."""

Rows = tuple[tuple[TableCell, ...], ...]


def grid(scribe: Scribe, table: Table, box: str, room: float) -> Grid:
    """Write a table that fills `room` mm."""
    widths = _widths(scribe, table, room)
    return Grid(
        widths=widths,
        alignments=table.alignments,
        header=_cells(scribe, table.header, box, HEAD, table.line),
        rows=_cells(scribe, table.rows, box, CELL, table.line),
        source=table.line,
    )


def _cells(
    scribe: Scribe, rows: Rows, box: str, style: str, source: int
) -> tuple[tuple[GridCell, ...], ...]:
    return tuple(
        tuple(
            GridCell(
                (scribe.line(box, style, cell.content, source=source),), cell.columns, cell.rows
            )
            for cell in row
        )
        for row in rows
    )


def _widths(scribe: Scribe, table: Table, room: float) -> tuple[float, ...]:
    """Share the room out: each column its longest word, the rest by how much it holds."""
    count = len(table.alignments)
    least, wanted = [2 * CELL_SIDE] * count, [2 * CELL_SIDE] * count
    for rows, style, lines in ((table.header, HEAD, _HEAD_LINES), (table.rows, CELL, 1)):
        face = face_of(scribe.format, style)
        for column, cell in _placed(rows):
            if cell.columns > 1 or column >= count:
                continue
            words = scribe.words(cell.content)
            longest = _longest_word(words, face)
            least[column] = max(least[column], longest)
            wanted[column] = max(
                wanted[column], longest, width(words, face) / lines + 2 * CELL_SIDE + _SLACK
            )
    return _rounded(_shared(least, wanted, table.alignments, room), room)


def _shared(
    least: list[float], wanted: list[float], alignments: tuple[Alignment, ...], room: float
) -> list[float]:
    if sum(least) >= room:
        return [own * room / sum(least) for own in least]
    if sum(wanted) <= room:
        return _widened(wanted, alignments, room - sum(wanted))
    pulls = [(want - own) ** _DAMPING for own, want in zip(least, wanted, strict=True)]
    return _grown(least, wanted, pulls, room - sum(least))


def _grown(
    least: list[float], wanted: list[float], pulls: list[float], spare: float
) -> list[float]:
    """Give spare room to columns by their pull, none more than it wants."""
    widths = list(least)
    while spare > 0.01 and any(pulls):
        share = spare / sum(pulls)
        for column, pull in enumerate(pulls):
            given = min(pull * share, wanted[column] - widths[column])
            widths[column] += given
            spare -= given
            if wanted[column] - widths[column] < 0.01:
                pulls[column] = 0.0
    return widths


def _widened(wanted: list[float], alignments: tuple[Alignment, ...], spare: float) -> list[float]:
    """Give room that nobody needs to the columns of running text."""
    shares = [
        want if align is Alignment.LEFT else 0.0
        for want, align in zip(wanted, alignments, strict=True)
    ]
    if not any(shares):
        shares = wanted
    return [want + spare * share / sum(shares) for want, share in zip(wanted, shares, strict=True)]


def _rounded(widths: list[float], room: float) -> tuple[float, ...]:
    """Round to tenths of a millimetre; the widest column takes up what that leaves."""
    rounded = [round(own, 1) for own in widths]
    widest = rounded.index(max(rounded))
    rounded[widest] = round(rounded[widest] + room - sum(rounded), 1)
    return tuple(rounded)


def _longest_word(words: str, face: Face) -> float:
    longest = max((width(word, face) for word in words.split()), default=0.0)
    return min(longest, _WIDEST_WORD) + 2 * CELL_SIDE + _SLACK


def _placed(rows: Rows) -> Iterator[tuple[int, TableCell]]:
    """Yield each cell with the column it starts in."""
    taken: dict[int, int] = {}
    for row in rows:
        column = 0
        started: dict[int, int] = {}
        for cell in row:
            while taken.get(column, 0):
                column += 1
            yield column, cell
            for covered in range(column, column + cell.columns):
                started[covered] = cell.rows
            column += cell.columns
        taken = {column: rest - 1 for column, rest in (taken | started).items() if rest > 1}
