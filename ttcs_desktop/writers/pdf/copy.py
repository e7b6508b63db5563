"""The sheet as the Typst library sets it: every space worked out, every line ended.

The result is plain values for JSON. An element is a dict with `kind`: "line", "rule", "room",
"columns" or "grid"; `above` is the space above it in pt (`is_firm` when it also stands at the top
of a page); `sticks` keeps it on the page of what follows. A line's `words` are dicts: `text` with
its dress, and `note` (the words of a footnote) where it is a footnote mark; `skip` (pt, to a tab
stop); `end` ("soft" inside a paragraph, "hard" where the clerk ended the line).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.metrics import AFTER_TABLE, CELL_SIDE, FOOT_FROM_EDGE, TABLE_LINE
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
from ttcs_desktop.writers.pdf.looks import Look, looks, paper, points
from ttcs_desktop.writers.pdf.words import words

Values = dict[str, Any]

_RULE, _FOOTNOTE = "rule", "footnote"


def copy(sheet: Sheet, format: FormatProfile) -> Values:  # noqa: A002
    """Return a sheet ready to be set."""
    setter = _Setter(looks(format), format)
    number = format.page_number
    return {
        "title": sheet.title,
        "author": sheet.author,
        "keywords": sheet.keywords,
        "looks": setter.looks,
        "number_top": points(number.distance_from_top),
        "number_on_first": number.shown_on_first_page,
        "numbers_restart": number.annexes_numbered_separately,
        "foot_from_edge": points(FOOT_FROM_EDGE),
        "table_line": TABLE_LINE,
        "cell_side": points(CELL_SIDE),
        "sections": [setter.section(section) for section in sheet.sections],
    }


class _Setter:
    def __init__(self, looks: dict[str, Look], format: FormatProfile) -> None:  # noqa: A002
        self.looks = looks
        self._format = format
        self._page_width = 0.0

    def section(self, section: SheetSection) -> Values:
        page = paper(self._format, is_landscape=section.is_landscape)
        self._page_width = width = page.text_width
        return {
            "paper": page,
            "elements": self._elements(section, width),
            "first_head": self._cell(section.first_head, width),
            "first_foot": self._cell(section.first_foot, width),
            "last_foot": self._cell(section.last_foot, width),
        }

    def _elements(self, section: SheetSection, width: float) -> list[Values]:
        elements = list(self._flow(section.elements, width))
        if elements and (section.last_foot or isinstance(section.elements[-1], Columns | Grid)):
            elements[-1]["sticks"] = True
            elements.append(_room())
        return elements

    def _flow(self, elements: Sequence[Element], width: float) -> Iterator[Values]:
        """Set elements one under another, the larger of the spaces that two ask for between."""
        below = extra = 0.0
        before: Element | None = None
        for element in elements:
            if isinstance(before, Columns | Grid) and isinstance(element, Columns | Grid):
                yield _room()
            starts_page = isinstance(element, Line | Grid) and element.page_break_before
            is_firm = before is None or starts_page
            above = self._above(element)
            yield self._element(element, width) | {
                "above": above if is_firm else extra + max(below, above),
                "is_firm": is_firm,
                "starts_page": starts_page,
            }
            below, extra = self._below(element)
            before = element

    def _above(self, element: Element) -> float:
        look = self._look(element)
        return look.before if look else 0.0

    def _below(self, element: Element) -> tuple[float, float]:
        look = self._look(element)
        return (look.after, look.extra) if look else (0.0, 0.0)

    def _look(self, element: Element) -> Look | None:
        if isinstance(element, Line):
            return self.looks[element.style]
        return self.looks[_RULE] if isinstance(element, Rule) else None

    def _element(self, element: Element, width: float) -> Values:
        if isinstance(element, Line):
            return self._line(element, width)
        if isinstance(element, Rule):
            return self._rule(element)
        if isinstance(element, Columns):
            return self._columns(element)
        return self._grid(element)

    def _line(self, line: Line, width: float) -> Values:
        look = self.looks[line.style]
        room = (width, self._page_width)
        return {
            "kind": "line",
            "style": line.style,
            "align": look.align,
            "source": line.source,
            "sticks": line.keep_with_next or self._format.styles[line.style].keep_with_next,
            "words": list(words(line.runs, look, self.looks[_FOOTNOTE], room)),
        }

    def _rule(self, rule: Rule) -> Values:
        """Set a rule as the lower edge of a low line."""
        look = self.looks[_RULE]
        return {
            "kind": "rule",
            "length": points(rule.length),
            "thickness": rule.thickness,
            "height": look.ascent + look.descent + rule.thickness,
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


def _room() -> Values:
    """Return the low line that has to follow a table in a .docx."""
    return {
        "kind": "room",
        "height": AFTER_TABLE,
        "above": 0.0,
        "is_firm": False,
        "starts_page": False,
        "sticks": False,
    }


def _placed(grid: Grid) -> list[list[tuple[GridCell, int, str]]]:
    """Return each row's cells with the column they start in and their alignment, "" in the head."""
    taken: set[tuple[int, int]] = set()
    rows = []
    for y, row in enumerate((*grid.header, *grid.rows)):
        placed, x = [], 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            align = "" if y < len(grid.header) else str(grid.alignments[x])
            placed.append((cell, x, align))
            taken.update((x + i, y + j) for i in range(cell.columns) for j in range(cell.rows))
            x += cell.columns
        rows.append(placed)
    return rows
