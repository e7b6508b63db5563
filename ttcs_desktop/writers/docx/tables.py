"""Tables of the sheet as Word tables: columns without borders, and ruled ones (bảng)."""

from collections.abc import Iterator, Sequence

from ttcs_desktop.model.metrics import CELL_SIDE
from ttcs_desktop.model.sheet import Cell, Columns, Grid, GridCell, Line
from ttcs_desktop.writers.docx.names import twips
from ttcs_desktop.writers.docx.paragraphs import Paragraphs
from ttcs_desktop.writers.docx.styles import GRID_STYLE

_NO_MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def columns(side_by_side: Columns, paragraphs: Paragraphs, *, keeps_last: bool = False) -> str:
    """Write a table without borders: widths that never change, no room inside its cells.

    With `keeps_last` it stays on the page of what follows.
    """
    widths = [twips(width) for width in side_by_side.widths]
    last = len(side_by_side.rows) - 1
    rows = []
    for index, cells in enumerate(side_by_side.rows):
        keeps = keeps_last if index == last else side_by_side.keep_together
        written = [
            _cell(width, _cell_content(cell, width, paragraphs, keeps=keeps))
            for cell, width in zip(cells, widths, strict=True)
        ]
        rows.append(_row(written))
    return f"{_start(widths, twips(side_by_side.starts_at))}{''.join(rows)}</w:tbl>"


def _cell_content(cell: Cell, width: int, paragraphs: Paragraphs, *, keeps: bool) -> str:
    return "".join(
        paragraphs.line(element, keeps=keeps)
        if isinstance(element, Line)
        else paragraphs.rule(element, width, keeps=keeps)
        for element in cell
    ) or paragraphs.after_table(keeps=keeps)


def grid(ruled: Grid, paragraphs: Paragraphs, *, keeps_last: bool = False) -> str:
    """Write a ruled table: its header rows repeat, its rows never split, its cells may be merged.

    With `keeps_last` its last row stays on the page of what follows.
    """
    widths = [twips(width) for width in ruled.widths]
    paragraphs.used.add(GRID_STYLE)
    all_rows = (*ruled.header, *ruled.rows)
    rows = []
    for index, cells in enumerate(_placed(all_rows, len(widths))):
        is_head = index < len(ruled.header)
        written = []
        for own, column, is_start in cells:
            content = _lines(
                own.lines if is_start else _covered(own),
                paragraphs,
                align="" if is_head else str(ruled.alignments[column]),
                keeps=keeps_last and index == len(all_rows) - 1,
                starts_page=ruled.page_break_before and index == column == 0,
            )
            merged = _merged(own, is_start=is_start)
            centred = '<w:vAlign w:val="center"/>' if is_head else ""
            width = sum(widths[column : column + own.columns])
            written.append(_cell(width, content, f"{merged}{centred}"))
        rows.append(_row(written, is_head=is_head))
    return f"{_start(widths, twips(CELL_SIDE), GRID_STYLE)}{''.join(rows)}</w:tbl>"


def _lines(
    lines: Sequence[Line], paragraphs: Paragraphs, *, align: str, keeps: bool, starts_page: bool
) -> str:
    return "".join(
        paragraphs.line(line, align=align, keeps=keeps, starts_page=starts_page and number == 0)
        for number, line in enumerate(lines)
    ) or paragraphs.after_table(keeps=keeps)


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


def _start(widths: Sequence[int], starts_at: int, style: str = "") -> str:
    """Return the start of a table: its properties in the order of the schema, and its columns."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{starts_at}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{'' if style else _NO_MARGINS}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
    )


def _row(cells: Sequence[str], *, is_head: bool = False) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, content: str, own: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{own}</w:tcPr>{content}</w:tc>'


def _merged(cell: GridCell, *, is_start: bool) -> str:
    columns = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    start = ' w:val="restart"' if is_start else ""
    return f"{columns}<w:vMerge{start}/>" if cell.rows > 1 else columns
