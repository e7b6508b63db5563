"""A ruled table in plain text (bảng), with merged cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ttcs_desktop.model.document import Alignment
from ttcs_desktop.model.sheet import Grid, GridCell
from ttcs_desktop.writers.text_lines import Measure, line_lines, words

_Place = tuple[int, int]


@dataclass
class _Layout:
    """Cells by where they start, and which cell covers each place; sizes in letters and lines."""

    widths: list[int]
    starts: dict[_Place, GridCell] = field(default_factory=dict)
    owners: dict[_Place, _Place] = field(default_factory=dict)
    texts: dict[_Place, list[str]] = field(default_factory=dict)
    heights: list[int] = field(default_factory=list)

    def owner(self, row: int, column: int) -> _Place | None:
        return self.owners.get((row, column))


def grid_lines(grid: Grid, columns: int, measure: Measure) -> Iterator[str]:
    """Yield a table as lines of at most about `columns` letters."""
    layout = _laid_out(grid, columns, measure)
    count = len(layout.heights)
    for row in range(count):
        yield _border(layout, row)
        for line in range(layout.heights[row]):
            yield _text(layout, row, line)
    yield _border(layout, count)


def _laid_out(grid: Grid, columns: int, measure: Measure) -> _Layout:
    scale = (columns - len(grid.widths) - 1) / sum(grid.widths)
    layout = _Layout([max(3, round(width * scale)) for width in grid.widths])
    rows = (*grid.header, *grid.rows)
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            while layout.owner(index, column):
                column += 1
            _place(layout, cell, (index, column))
            column += cell.columns
    _widen_for_words(layout)
    for place, cell in layout.starts.items():
        is_head = place[0] < len(grid.header)
        layout.texts[place] = _cell_text(layout, place, cell, grid, measure, is_head=is_head)
    layout.heights = [_height(layout, index) for index in range(len(rows))]
    _give_room_to_tall_cells(layout)
    return layout


def _widen_for_words(layout: _Layout) -> None:
    """Give each column room for its longest word, at the cost of the widest."""
    for (_row, column), cell in layout.starts.items():
        longest = max(
            (len(word) for line in cell.lines for word in words(line.runs).split()), default=0
        )
        lacking = longest + 2 - _width(layout, column, cell.columns)
        widest = layout.widths.index(max(layout.widths))
        if lacking > 0 and column != widest:
            layout.widths[column] += lacking
            layout.widths[widest] = max(3, layout.widths[widest] - lacking)


def _place(layout: _Layout, cell: GridCell, place: _Place) -> None:
    layout.starts[place] = cell
    row, column = place
    for covered_row in range(row, row + cell.rows):
        for covered_column in range(column, column + cell.columns):
            layout.owners[covered_row, covered_column] = place


def _cell_text(
    layout: _Layout,
    place: _Place,
    cell: GridCell,
    grid: Grid,
    measure: Measure,
    *,
    is_head: bool,
) -> list[str]:
    column = place[1]
    width = _width(layout, column, cell.columns) - 2
    side = grid.alignments[column] if column < len(grid.alignments) else Alignment.LEFT
    align = Alignment.CENTRE if is_head else side
    return [
        f" {text} " for line in cell.lines for text in line_lines(line, width, measure, align=align)
    ]


def _width(layout: _Layout, column: int, span: int) -> int:
    return sum(layout.widths[column : column + span]) + span - 1


def _height(layout: _Layout, row: int) -> int:
    own = [
        len(layout.texts[place])
        for place, cell in layout.starts.items()
        if place[0] == row and cell.rows == 1
    ]
    return max(own, default=1)


def _give_room_to_tall_cells(layout: _Layout) -> None:
    for (row, column), cell in layout.starts.items():
        last = min(row + cell.rows, len(layout.heights)) - 1
        room = sum(layout.heights[row : last + 1]) + last - row
        layout.heights[last] += max(0, len(layout.texts[row, column]) - room)


def _text(layout: _Layout, row: int, line: int) -> str:
    """Return one line of text of a row; a cell from above goes on with its own words."""
    parts = ["|"]
    column = 0
    while column < len(layout.widths):
        place = layout.owner(row, column)
        span = layout.starts[place].columns if place else 1
        parts.append(_words(layout, place, row, line, _width(layout, column, span)) + "|")
        column += span
    return "".join(parts)


def _border(layout: _Layout, row: int) -> str:
    """Return the rule above a row, open where a cell reaches across it."""
    parts = ["+"]
    column = 0
    while column < len(layout.widths):
        above, below = layout.owner(row - 1, column), layout.owner(row, column)
        reaches = above is not None and above == below
        span = layout.starts[above].columns if above is not None and reaches else 1
        width = _width(layout, column, span)
        if reaches:
            parts.append(_words(layout, above, row, -1, width) + "+")
        else:
            parts.append("-" * width + "+")
        column += span
    return "".join(parts)


def _words(layout: _Layout, place: _Place | None, row: int, line: int, width: int) -> str:
    """Return the words of a cell that stand on a line of a row; -1 is the rule above the row."""
    if place is None:
        return " " * width
    passed = sum(layout.heights[place[0] : row]) + (row - place[0])
    index = passed + line
    text = layout.texts[place]
    return (text[index] if 0 <= index < len(text) else "").ljust(width)
