"""The sheet as the Typst library sets it: every space worked out, every line ended.

The result is plain values for JSON. An element is a dict with `kind`: "line", "rule", "columns" or
"grid"; `above` is the space above it in pt (`is_firm` when it also stands at the top of a page);
`sticks` keeps it on the page of what follows. A line's `words` are dicts: `text` with its dress,
`skip` (pt, to a tab stop), `end` ("soft" inside a paragraph, "hard" where the clerk ended it) and
`note` (the words of a footnote).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import (
    Cell,
    Columns,
    Element,
    Grid,
    GridCell,
    Line,
    Rule,
    Sheet,
    SheetSection,
)
from ttcs_desktop.writers.pdf.looks import CELL_SIDE, Look, looks, paper, points
from ttcs_desktop.writers.pdf.words import words

Values = dict[str, Any]


def copy(sheet: Sheet, format: FormatProfile) -> Values:  # noqa: A002
    """Return a sheet ready to be set."""
    setter = _Setter(looks(format), format)
    return {
        "title": sheet.title,
        "author": sheet.author,
        "keywords": sheet.keywords,
        "looks": setter.looks,
        "number_top": points(format.page_number.distance_from_top),
        "number_on_first": format.page_number.shown_on_first_page,
        "sections": [setter.section(section) for section in sheet.sections],
    }


class _Setter:
    def __init__(self, looks: dict[str, Look], format: FormatProfile) -> None:  # noqa: A002
        self.looks = looks
        self._format = format

    def section(self, section: SheetSection) -> Values:
        page = paper(self._format, is_landscape=section.is_landscape)
        width = page.text_width
        return {
            "paper": page,
            "elements": list(self._flow(section.elements, width)),
            "first_head": self._cell(section.first_head, width),
            "first_foot": self._cell(section.first_foot, width),
            "last_foot": self._cell(section.last_foot, width),
        }

    def _flow(self, elements: Sequence[Element], width: float) -> Iterator[Values]:
        """Set elements one under another, with the larger of the spaces that two of them ask for."""
        below = extra = 0.0
        for index, element in enumerate(elements):
            above = self.looks[element.style].before if isinstance(element, Line) else 0.0
            starts_page = isinstance(element, Line) and element.page_break_before
            is_firm = index == 0 or starts_page
            yield self._element(element, width) | {
                "above": above if is_firm else extra + max(below, above),
                "is_firm": is_firm,
                "starts_page": starts_page,
            }
            below, extra = self._below(element)

    def _below(self, element: Element) -> tuple[float, float]:
        if isinstance(element, Line):
            look = self.looks[element.style]
            return look.after, look.extra
        return 0.0, 0.0

    def _element(self, element: Element, width: float) -> Values:
        if isinstance(element, Line):
            return self._line(element, width)
        if isinstance(element, Rule):
            return self._rule(element)
        if isinstance(element, Columns):
            return self._columns(element)
        return self._grid(element)

    def _line(self, line: Line, width: float, align: str = "") -> Values:
        look = self.looks[line.style]
        return {
            "kind": "line",
            "style": line.style,
            "align": align or look.align,
            "source": line.source,
            "sticks": line.keep_with_next,
            "words": list(words(line.runs, look, self.looks.get("footnote", look), width)),
        }

    def _rule(self, rule: Rule) -> Values:
        return {
            "kind": "rule",
            "length": points(rule.length),
            "thickness": rule.thickness,
            "sticks": rule.keep_with_next,
        }

    def _cell(self, cell: Cell, width: float, align: str = "") -> Values:
        """Set what stands in a cell; the space below its last line counts."""
        elements = list(self._flow(cell, width))
        if align:
            for element in elements:
                element["align"] = align
        below = sum(self._below(cell[-1])) if cell else 0.0
        return {"elements": elements, "below": below}

    def _columns(self, columns: Columns) -> Values:
        widths = [points(width) for width in columns.widths]
        return {
            "kind": "columns",
            "widths": widths,
            "starts_at": points(columns.starts_at),
            "is_together": columns.keep_together,
            "sticks": False,
            "cells": [
                self._cell(cell, width)
                for row in columns.rows
                for cell, width in zip(row, widths, strict=True)
            ],
        }

    def _grid(self, grid: Grid) -> Values:
        rows = _placed(grid)
        split = len(grid.header)
        return {
            "kind": "grid",
            "widths": [points(width) for width in grid.widths],
            "side": points(CELL_SIDE),
            "source": grid.source,
            "sticks": False,
            "header": [self._grid_cell(grid, *cell) for row in rows[:split] for cell in row],
            "cells": [self._grid_cell(grid, *cell) for row in rows[split:] for cell in row],
        }

    def _grid_cell(self, grid: Grid, cell: GridCell, column: int, align: str) -> Values:
        widths = grid.widths[column : column + cell.columns]
        width = sum(points(width) for width in widths) - 2 * points(CELL_SIDE)
        return self._cell(cell.lines, width, align) | {
            "columns": cell.columns,
            "rows": cell.rows,
        }


def _placed(grid: Grid) -> list[list[tuple[GridCell, int, str]]]:
    """Return each row's cells with the column they start in and their alignment."""
    taken: set[tuple[int, int]] = set()
    rows = []
    for y, row in enumerate((*grid.header, *grid.rows)):
        placed, x = [], 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            align = str(grid.alignments[x])
            placed.append((cell, x, align))
            taken.update((x + i, y + j) for i in range(cell.columns) for j in range(cell.rows))
            x += cell.columns
        rows.append(placed)
    return rows
