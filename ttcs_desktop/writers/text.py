"""The sheet as plain text that a clerk can proofread (bản chữ): mail body, golden files.

100 columns stand for the width of the text on the page; boxes stand where they stand on paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import (
    Columns,
    Element,
    FootnoteMark,
    Grid,
    Line,
    Rule,
    Sheet,
    SheetSection,
)
from ttcs_desktop.writers.text_grid import grid_lines
from ttcs_desktop.writers.text_lines import Measure, aligned, footnote_lines, line_lines

COLUMNS = 100
_RULE, _NEW_PAGE = "─", "═"
_PARAGRAPH_SPACE = 6
"""Space between paragraphs, pt, that shows as an empty line."""
_CELL_SPACE = 12
"""Space inside a box, pt, that shows as an empty line."""
_LINES_PER_MM = 1 / 7


def write(sheet: Sheet, format: FormatProfile) -> str:  # noqa: A002
    """Return the sheet as plain text; the same sheet gives the same text."""
    pages = (_section(section, format) for section in sheet.sections)
    text = f"\n{_NEW_PAGE * COLUMNS}\n\n".join("\n".join(lines) + "\n" for lines in pages)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _section(section: SheetSection, format: FormatProfile) -> list[str]:  # noqa: A002
    measure = Measure(COLUMNS / format.text_width, format)
    head = list(_cell(section.first_head, COLUMNS, measure))
    foot = list(_cell((*section.first_foot, *section.last_foot), COLUMNS, measure))
    body = list(_flow(section.elements, measure))
    notes = list(_footnotes(section.elements, measure))
    parts = [part for part in (head, body, notes, foot) if part]
    return [line for index, part in enumerate(parts) for line in ([""] if index else []) + part]


def _flow(elements: Sequence[Element], measure: Measure) -> Iterator[str]:
    above: Element | None = None
    for element in elements:
        if _starts_page(element):
            yield from ("", _NEW_PAGE * COLUMNS, "")
        elif above is not None and _has_space_between(above, element, measure.format):
            yield ""
        yield from _element(element, measure)
        above = element


def _element(element: Element, measure: Measure) -> Iterable[str]:
    if isinstance(element, Columns):
        return _side_by_side(element, measure)
    if isinstance(element, Grid):
        return grid_lines(element, COLUMNS, measure)
    return _cell((element,), COLUMNS, measure)


def _side_by_side(columns: Columns, measure: Measure) -> Iterator[str]:
    widths = [round(width * measure.scale) for width in columns.widths]
    for index, row in enumerate(columns.rows):
        if index:
            yield ""
        cells = [
            [aligned(line, "left", width) for line in _cell(cell, width - 1, measure)]
            for cell, width in zip(row, widths, strict=True)
        ]
        for parts in zip_longest(*cells):
            yield "".join(
                part if part is not None else " " * width
                for part, width in zip(parts, widths, strict=True)
            )


def _cell(cell: Sequence[Element], width: int, measure: Measure) -> Iterator[str]:
    above: Line | None = None
    for element in cell:
        if isinstance(element, Line):
            yield from [""] * _empty_lines(above, element, measure.format)
            above = element
        if isinstance(element, Rule):
            yield aligned(_RULE * (round(element.length * measure.scale) or width), "center", width)
        elif isinstance(element, Line) and element.style == "signature-space":
            yield from [""] * round(measure.format.signature.signature_space * _LINES_PER_MM)
        elif isinstance(element, Line):
            yield from line_lines(element, width, measure)


def _empty_lines(above: Line | None, below: Line, format: FormatProfile) -> int:  # noqa: A002
    """Return how many empty lines show the space between two lines of a cell."""
    if above is None:
        return 0
    space = max(_space_after(above, format), _space_before(below, format))
    return int(space // _CELL_SPACE)


def _footnotes(elements: Sequence[Element], measure: Measure) -> Iterator[str]:
    for line in _lines(elements):
        for run in line.runs:
            if isinstance(run, FootnoteMark):
                yield from footnote_lines(run, COLUMNS, measure)


def _lines(elements: Iterable[Element]) -> Iterator[Line]:
    for element in elements:
        if isinstance(element, Line):
            yield element
        elif isinstance(element, Columns):
            for row in element.rows:
                for cell in row:
                    yield from _lines(cell)
        elif isinstance(element, Grid):
            for cells in (*element.header, *element.rows):
                for grid_cell in cells:
                    yield from grid_cell.lines


def _starts_page(element: Element) -> bool:
    return isinstance(element, Line | Grid) and element.page_break_before


def _has_space_between(above: Element, below: Element, format: FormatProfile) -> bool:  # noqa: A002
    if not isinstance(above, Line | Rule) or not isinstance(below, Line | Rule):
        return True
    return max(_space_after(above, format), _space_before(below, format)) >= _PARAGRAPH_SPACE


def _space_after(element: Line | Rule, format: FormatProfile) -> float:  # noqa: A002
    if isinstance(element, Rule):
        return _PARAGRAPH_SPACE
    space = format.styles[element.style].space_after
    return space.default if space else 0.0


def _space_before(element: Line | Rule, format: FormatProfile) -> float:  # noqa: A002
    return 0.0 if isinstance(element, Rule) else format.styles[element.style].space_before
