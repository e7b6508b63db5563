"""Tables as the Typst library sets them: without lines (bảng ẩn) and ruled (bảng có kẻ)."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

from ttcs_desktop.model.metrics import CELL_SIDE, TABLE_LINE
from ttcs_desktop.model.sheet import Cell, Columns, Grid, GridCell
from ttcs_desktop.writers.pdf.looks import column_widths, points

Values = dict[str, Any]

SetCell = Callable[[Cell, float, str], Values]
"""Sets what stands in a cell of a width in pt, aligned so or, for "", as its styles say."""


def columns(table: Columns, set_cell: SetCell, page_height: float) -> Values:
    """Set a table without lines."""
    widths = column_widths(table.widths)
    rows = [
        [set_cell(cell, width, "") for cell, width in zip(row, widths, strict=True)]
        for row in table.rows
    ]
    heights = [max(cell["height"] for cell in row) for row in rows]
    return {
        "kind": "columns",
        "widths": widths,
        "starts_at": points(table.starts_at),
        "is_whole": table.keep_together and sum(heights) <= page_height,
        "sticks": False,
        "height": sum(heights),
        "cells": [
            cell | {"is_whole": height <= page_height}
            for row, height in zip(rows, heights, strict=True)
            for cell in row
        ],
    }


def grid(table: Grid, set_cell: SetCell, page_height: float) -> Values:
    """Set a ruled table."""
    widths = column_widths(table.widths)
    placed = [_grid_cell(cell, widths, set_cell) for cell in _placed(table)]
    head = len(table.header)
    head_height = sum(_row_height(placed, row) for row in range(head))
    tall = {
        cell["row"]
        for cell in placed
        if cell["height"] > page_height - (head_height if cell["row"] >= head else 0.0)
    }
    cells = [
        cell | {"is_whole": cell["row"] not in tall and (cell["row"] < head or cell["rows"] == 1)}
        for cell in placed
    ]
    return {
        "kind": "grid",
        "widths": widths,
        "source": table.source,
        "sticks": False,
        "height": sum(cell["height"] for cell in placed),
        "header": [cell for cell in cells if cell["row"] < head],
        "cells": [cell for cell in cells if cell["row"] >= head],
    }


class _Placed(NamedTuple):
    cell: GridCell
    row: int
    column: int
    align: str


def _placed(table: Grid) -> Iterator[_Placed]:
    """Give the cells with where they start; those of the head keep their style's alignment."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate((*table.header, *table.rows)):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            align = "" if row < len(table.header) else str(table.alignments[column])
            yield _Placed(cell, row, column, align)
            down, across = range(row, row + cell.rows), range(column, column + cell.columns)
            taken.update(product(down, across))
            column += cell.columns


def _grid_cell(placed: _Placed, widths: Sequence[float], set_cell: SetCell) -> Values:
    cell, column = placed.cell, placed.column
    width = sum(widths[column : column + cell.columns]) - 2 * points(CELL_SIDE)
    values = set_cell(cell.lines, width, placed.align)
    return values | {
        "row": placed.row,
        "columns": cell.columns,
        "rows": cell.rows,
        "height": values["height"] + TABLE_LINE,
    }


def _row_height(cells: Sequence[Values], row: int) -> float:
    heights = (cell["height"] for cell in cells if cell["row"] == row and cell["rows"] == 1)
    return max(heights, default=0.0)
