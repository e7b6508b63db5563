"""The words of a sheet, line by line, whatever box they stand in (chữ trên trang)."""

from collections.abc import Iterable, Iterator

from ttcs_desktop.model.sheet import Columns, Element, Grid, Line, Run, Sheet


def lines_of(sheet: Sheet) -> Iterator[Line]:
    """Yield every line of a sheet, as its pages are read."""
    for section in sheet.sections:
        yield from _lines(section.first_head)
        yield from _lines(section.elements)
        yield from _lines((*section.first_foot, *section.last_foot))


def words_of(line: Line) -> str:
    """Return the words of a line; footnotes stand where their marks are, in brackets."""
    return "".join(
        run.text if isinstance(run, Run) else f" ({''.join(one.text for one in run.runs)})"
        for run in line.runs
    )


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
                for ruled_cell in cells:
                    yield from ruled_cell.lines
