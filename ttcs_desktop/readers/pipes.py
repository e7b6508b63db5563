"""Tables of a .docx as pipe tables (bảng): `||` widens a cell, `^` continues the one above."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.officialtext.tables import ABOVE, MOST_COLUMNS, PIPE
from ttcs_desktop.readers.dress import Notes, is_bold, official, plain_words, undressed
from ttcs_desktop.readers.passages import Block, Cell, Inline, Passage, Row, Words, WordTable

_RULES = {"center": ":-:", "right": "-:", "end": "-:"}
_LEFT = "---"
_SPACE = Words(" ")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell with the column it starts in."""

    cell: Cell
    column: int


def pipe_rows(table: WordTable, notes: Notes) -> list[str]:
    """Return a table as lines of official text; one too wide for any page as lines of words."""
    width = max((_width(row) for row in table.rows), default=0)
    if not 0 < width <= MOST_COLUMNS:
        return [" ".join(_words_of(row)) for row in table.rows]
    placed = [_placed(row, width) for row in table.rows]
    head = _head_rows(table.rows)
    rows: list[str] = []
    for index, row in enumerate(placed):
        if index == head:
            rows.append(_rule(placed[head:], width))
        above = placed[index - 1] if index not in (0, head) else []
        rows.append(_row(row, above, notes, is_head=index < head))
    return rows if head < len(placed) else [*rows, _rule([], width)]


def _row(row: list[_Placed], above: list[_Placed], notes: Notes, *, is_head: bool) -> str:
    spans = {(own.column, own.cell.columns) for own in above}
    cells = []
    for own in row:
        if own.cell.goes_on:
            text = ABOVE if (own.column, own.cell.columns) in spans else ""
        else:
            text = _text(own.cell, notes, is_head=is_head)
        cells.append(f" {text} " if text else " ")
        cells.extend([""] * (own.cell.columns - 1))
    return PIPE + PIPE.join(cells) + PIPE


def _text(cell: Cell, notes: Notes, *, is_head: bool) -> str:
    words = _words(cell)
    if is_head and is_bold(words):
        words = undressed(words, bold=True)
    text = official(words, notes).replace(PIPE, f"\\{PIPE}")
    is_sign = text == ABOVE or (text and not text.strip(":-"))
    return f"\\{text}" if is_sign else text


def _words(cell: Cell) -> tuple[Inline, ...]:
    """Return the words of all paragraphs of a cell, one after the other."""
    words: list[Inline] = []
    for passage in _passages(cell.blocks):
        if words:
            words.append(_SPACE)
        if passage.label:
            words.append(Words(f"{passage.label} "))
        words.extend(passage.words)
    return tuple(words)


def _passages(blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        elif isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    yield from _passages(cell.blocks)


def _words_of(row: Row) -> Iterator[str]:
    return (plain_words(_words(cell)) for cell in row.cells)


def _head_rows(rows: tuple[Row, ...]) -> int:
    """Return how many rows are the head: those that repeat, or a first row that stands out.

    A cell of the head that reaches down takes the rows it reaches into the head.
    """
    count = 0
    while count < len(rows) and rows[count].is_header:
        count += 1
    if not count and len(rows) > 1 and _stands_out(rows[0]) and not _stands_out(rows[1]):
        count = 1
    while 0 < count < len(rows) - 1 and any(cell.goes_on for cell in rows[count].cells):
        count += 1
    return count


def _stands_out(row: Row) -> bool:
    """Tell whether every cell with words begins in bold."""
    told = [words for cell in row.cells if plain_words(words := _words(cell))]
    return len(told) > 1 and all(map(_begins_bold, told))


def _begins_bold(words: tuple[Inline, ...]) -> bool:
    return next(part.bold for part in words if isinstance(part, Words) and part.text.strip())


def _rule(rows: list[list[_Placed]], width: int) -> str:
    """Return the line between head and body, which says how each column stands."""
    counts = [Counter[str]() for _column in range(width)]
    for row in rows:
        for own in row:
            if own.cell.columns == 1 and (stands := _alignment(own.cell)) is not None:
                counts[own.column][stands] += 1
    usual = (count.most_common(1)[0][0] if count else "" for count in counts)
    return PIPE + PIPE.join(_RULES.get(stands, _LEFT) for stands in usual) + PIPE


def _alignment(cell: Cell) -> str | None:
    told = (passage for passage in _passages(cell.blocks) if not passage.is_empty)
    first = next(told, None)
    return None if first is None else first.alignment


def _placed(row: Row, width: int) -> list[_Placed]:
    placed: list[_Placed] = []
    column = 0
    for cell in row.cells:
        placed.append(_Placed(cell, column))
        column += cell.columns
    placed.extend(_Placed(Cell(()), place) for place in range(column, width))
    return placed


def _width(row: Row) -> int:
    return sum(cell.columns for cell in row.cells)
