"""Tables that only place things on the page (bảng ẩn): letterhead, recipients and signatures."""

from collections.abc import Iterator

from ttcs_desktop.officialtext.lines import bare
from ttcs_desktop.officialtext.number import read_number
from ttcs_desktop.officialtext.recipients import label
from ttcs_desktop.officialtext.signatures import is_anchor, is_title
from ttcs_desktop.officialtext.words import key, known
from ttcs_desktop.readers.dress import plain_words
from ttcs_desktop.readers.line_breaks import OPEN_ENDS
from ttcs_desktop.readers.passages import BREAK, Block, Cell, Passage, Row, Words, WordTable

_MOST_COLUMNS = 3
_MOST_ROWS = 6
"""A table with more rows is one of data, or else begins with a letterhead."""
Stack = list[Cell]
"""Cells that stand under each other."""


def is_layout(table: WordTable) -> bool:
    """Tell whether a table is no table to a reader: no lines, and few columns; or a letterhead."""
    columns = [stack for stack in _columns(table.rows) if any(map(_texts_of, stack))]
    if len(columns) <= 1:
        return not table.is_ruled or len(table.rows) == 1
    if len(columns) > _MOST_COLUMNS:
        return False
    if len(table.rows) > _MOST_ROWS:
        return any(map(_is_head, _row_texts(table.rows[0])))
    told = (text for row in table.rows for text in _row_texts(row))
    return not table.is_ruled or any(_is_head(text) or label(text) is not None for text in told)


def stacks(table: WordTable) -> Iterator[Stack]:
    """Yield the cells as a clerk reads them: column by column, between rows of one wide cell.

    Signatures side by side are read from the right, where the lead body signs (Hướng dẫn
    36-HD/VPTW, 1.7.2).
    """
    rows: list[Row] = []
    for row in table.rows:
        if len(row.cells) == 1 and rows and len(rows[-1].cells) > 1:
            yield from _in_order(rows)
            rows = []
        rows.append(row)
    yield from _in_order(rows)


def _in_order(rows: list[Row]) -> list[Stack]:
    columns = _columns(rows)
    told = [stack for stack in columns if any(map(_texts_of, stack))]
    if len(told) > 1 and all(map(_is_signature, told)):
        return told[::-1]
    return columns


def _columns(rows: list[Row] | tuple[Row, ...]) -> list[Stack]:
    """Return the cells by the column they start in."""
    columns: dict[int, Stack] = {}
    for row in rows:
        place = 0
        for cell in row.cells:
            if not cell.goes_on:
                columns.setdefault(place, []).append(cell)
            place += cell.columns
    return [columns[place] for place in sorted(columns)]


def _is_signature(stack: Stack) -> bool:
    """Tell whether a column holds titles of a signer, and neither recipients nor a letterhead."""
    texts = [text for cell in stack for text in _texts(cell)]
    if any(_is_head(text) or label(text) is not None for text in texts):
        return False
    first = texts[0].rstrip(OPEN_ENDS) if texts else ""
    return is_anchor(first) or is_title(first)


def _is_head(text: str) -> bool:
    number = read_number(text)
    return key(text) in known().titles or (number is not None and number.symbol != "")


def _row_texts(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield from _texts(cell)


def _texts(cell: Cell) -> Iterator[str]:
    """Yield the lines of a cell that have words."""
    for block in cell.blocks:
        yield from _lines(block)


def _texts_of(cell: Cell) -> bool:
    return any(_texts(cell))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, WordTable):
        for row in block.rows:
            for cell in row.cells:
                yield from _texts(cell)
    elif isinstance(block, Passage):
        for line in block.text.split(BREAK):
            if words := bare(plain_words((Words(line),))):
                yield words
