"""Tables of the sheet as Word tables: columns without borders, and ruled ones (bảng)."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ttcs_desktop.model.metrics import CELL_SIDE
from ttcs_desktop.model.sheet import Cell, Columns, Grid, GridCell, Line
from ttcs_desktop.writers.docx.names import VAL, twips, w
from ttcs_desktop.writers.docx.paragraphs import Element, Paragraphs
from ttcs_desktop.writers.docx.styles import GRID_STYLE

_add = etree.SubElement
_W, _TYPE = w("w"), w("type")
_ROW, _CELL, _CELL_PR = w("tr"), w("tc"), w("tcPr")


def columns(
    parent: Element, side_by_side: Columns, paragraphs: Paragraphs, *, keeps_last: bool = False
) -> None:
    """Write a table without borders: widths that never change, no room inside its cells.

    With `keeps_last` it stays on the page of what follows.
    """
    widths = [twips(width) for width in side_by_side.widths]
    table = _add(parent, w("tbl"))
    _add_properties(table, widths, twips(side_by_side.starts_at), style="")
    last = len(side_by_side.rows) - 1
    for index, cells in enumerate(side_by_side.rows):
        row = _row(table)
        keeps = keeps_last if index == last else side_by_side.keep_together
        for cell, width in zip(cells, widths, strict=True):
            _write_cell(_cell(row, width), cell, width, paragraphs, keeps=keeps)


def _write_cell(
    parent: Element, cell: Cell, width: int, paragraphs: Paragraphs, *, keeps: bool
) -> None:
    for element in cell:
        if isinstance(element, Line):
            paragraphs.line(parent, element, keeps=keeps)
        else:
            paragraphs.rule(parent, element, width, keeps=keeps)
    if not cell:
        paragraphs.after_table(parent, keeps=keeps)


def grid(parent: Element, ruled: Grid, paragraphs: Paragraphs, *, keeps_last: bool = False) -> None:
    """Write a ruled table: its header rows repeat, its rows never split, its cells may be merged.

    With `keeps_last` its last row stays on the page of what follows.
    """
    widths = [twips(width) for width in ruled.widths]
    table = _add(parent, w("tbl"))
    paragraphs.used.add(GRID_STYLE)
    _add_properties(table, widths, twips(CELL_SIDE), style=GRID_STYLE)
    rows = (*ruled.header, *ruled.rows)
    placed = _placed(rows, len(widths))
    for index, cells in enumerate(placed):
        is_head = index < len(ruled.header)
        row = _row(table, is_head=is_head)
        for own, column, is_start in cells:
            cell = _cell(row, sum(widths[column : column + own.columns]), own, is_start=is_start)
            if is_head:
                _add(cell[0], w("vAlign"), {VAL: "center"})
            _write_lines(
                cell,
                own.lines if is_start else _covered(own),
                paragraphs,
                align="" if is_head else str(ruled.alignments[column]),
                keeps=keeps_last and index == len(rows) - 1,
                starts_page=ruled.page_break_before and index == column == 0,
            )


def _write_lines(
    cell: Element,
    lines: Sequence[Line],
    paragraphs: Paragraphs,
    *,
    align: str,
    keeps: bool,
    starts_page: bool,
) -> None:
    for number, line in enumerate(lines):
        paragraphs.line(
            cell, line, align=align, keeps=keeps, starts_page=starts_page and number == 0
        )
    if not lines:
        paragraphs.after_table(cell, keeps=keeps)


def _covered(cell: GridCell) -> tuple[Line, ...]:
    """Return what stands where a cell reaches down from above: a paragraph of its style, empty."""
    return tuple(Line("", line.style, ()) for line in cell.lines[:1])


def _placed(
    rows: Sequence[Sequence[GridCell]], count: int
) -> Iterator[list[tuple[GridCell, int, bool]]]:
    """Yield each row's cells with their column, and whether they start there or come from above."""
    from_above: dict[int, tuple[GridCell, int]] = {}
    for row in rows:
        coming = iter(row)
        placed: list[tuple[GridCell, int, bool]] = []
        column = 0
        while column < count:
            cell, left = from_above.pop(column, (None, 0))
            is_start = cell is None
            if cell is None:
                cell = next(coming, GridCell(()))
                left = cell.rows
            placed.append((cell, column, is_start))
            if left > 1:
                from_above[column] = (cell, left - 1)
            column += cell.columns
        yield placed


def _add_properties(table: Element, widths: Sequence[int], starts_at: int, *, style: str) -> None:
    properties = _add(table, w("tblPr"))
    if style:
        _add(properties, w("tblStyle"), {VAL: style})
    _add(properties, w("tblW"), {_W: str(sum(widths)), _TYPE: "dxa"})
    _add(properties, w("tblInd"), {_W: str(starts_at), _TYPE: "dxa"})
    _add(properties, w("tblLayout"), {_TYPE: "fixed"})
    if not style:
        margins = _add(properties, w("tblCellMar"))
        for side in ("left", "right"):
            _add(margins, w(side), {_W: "0", _TYPE: "dxa"})
    columns = _add(table, w("tblGrid"))
    for width in widths:
        _add(columns, w("gridCol"), {_W: str(width)})


def _row(table: Element, *, is_head: bool = False) -> Element:
    row = _add(table, _ROW)
    properties = _add(row, w("trPr"))
    _add(properties, w("cantSplit"))
    if is_head:
        _add(properties, w("tblHeader"))
    return row


def _cell(
    row: Element, width: int, merged: GridCell | None = None, *, is_start: bool = True
) -> Element:
    cell = _add(row, _CELL)
    properties = _add(cell, _CELL_PR)
    _add(properties, w("tcW"), {_W: str(width), _TYPE: "dxa"})
    if merged and merged.columns > 1:
        _add(properties, w("gridSpan"), {VAL: str(merged.columns)})
    if merged and merged.rows > 1:
        _add(properties, w("vMerge"), {VAL: "restart"} if is_start else {})
    return cell
