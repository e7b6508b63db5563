"""The sheet as the Typst library sets it: every space worked out, every line ended.

The result is plain values for JSON. An element is a dict with `kind`: "line", "rule", "room",
"columns", "grid" or "together"; `above` is the space above it in pt (`is_firm` when it also stands
at the top of a page), `height` its own; `sticks` keeps it on the page of what follows. A line's
`words` are dicts: `text` with its dress, and `note` (the words of a footnote) where it is a
footnote mark; `skip` (pt, to a tab stop); `end` ("soft" inside a paragraph, "hard" where the clerk
ended the line).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.metrics import (
    AFTER_TABLE,
    BELOW_GRID,
    CELL_SIDE,
    FOOT_FROM_EDGE,
    FOOT_LEAST_FROM_EDGE,
    TABLE_LINE,
)
from ttcs_desktop.model.sheet import Cell, Columns, Element, Grid, Line, Rule, Sheet, SheetSection
from ttcs_desktop.writers.pdf.keeping import kept_together, parted
from ttcs_desktop.writers.pdf.letters import printable
from ttcs_desktop.writers.pdf.looks import Look, looks, paper, points
from ttcs_desktop.writers.pdf.tables import columns, grid
from ttcs_desktop.writers.pdf.words import words

Values = dict[str, Any]

_RULE, _FOOTNOTE = "rule", "footnote"


def copy(sheet: Sheet, format: FormatProfile) -> Values:  # noqa: A002
    """Return a sheet ready to be set."""
    setter = _Setter(looks(format), format)
    sections = [setter.section(section) for section in sheet.sections]
    if setter.has_notes and isinstance(sheet.sections[0].elements[0], Columns | Grid):
        sections[0]["elements"].insert(0, _room())
    number = format.page_number
    return {
        "title": printable(sheet.title),
        "author": printable(sheet.author),
        "keywords": printable(sheet.keywords),
        "looks": setter.looks,
        "number_top": points(number.distance_from_top),
        "number_on_first": number.shown_on_first_page,
        "numbers_restart": number.annexes_numbered_separately,
        "foot_from_edge": points(FOOT_FROM_EDGE),
        "foot_least_from_edge": points(FOOT_LEAST_FROM_EDGE),
        "table_line": TABLE_LINE,
        "cell_side": points(CELL_SIDE),
        "sections": sections,
    }


class _Setter:
    def __init__(self, looks: dict[str, Look], format: FormatProfile) -> None:  # noqa: A002
        self.looks = looks
        self.has_notes = False
        self._format = format
        self._paper = paper(format, is_landscape=False)

    def section(self, section: SheetSection) -> Values:
        self._paper = paper(self._format, is_landscape=section.is_landscape)
        width, height = self._paper.text_width, self._paper.text_height
        return {
            "paper": self._paper,
            "elements": list(kept_together(self._flow(section.elements, width), height)),
            "first_head": self._cell(section.first_head, width),
            "first_foot": self._cell(section.first_foot, width),
            "last_foot": self._last_foot(section.last_foot, width),
        }

    def _last_foot(self, foot: Cell, width: float) -> Values:
        """Set the lines at the foot of the last page, where a rule is nothing but its line."""
        values = self._cell(foot, width)
        for element in values["elements"]:
            if element["kind"] == "rule":
                element["height"] = element["thickness"]
        return values

    def _flow(self, elements: Sequence[Element], width: float) -> Iterator[Values]:
        """Set elements one under another, the larger of the spaces that two ask for between."""
        below = extra = 0.0
        before: Element | None = None
        for element in elements:
            if isinstance(before, Columns | Grid) and isinstance(element, Columns | Grid):
                yield _room(BELOW_GRID if isinstance(before, Grid) else 0.0)
            starts_page = isinstance(element, Line | Grid) and element.page_break_before
            is_firm = before is None or starts_page
            above = self._above(element, before)
            values = self._element(element, width) | {
                "above": above if is_firm else extra + max(below, above),
                "is_firm": is_firm,
                "starts_page": starts_page,
            }
            below, extra = self._below(element)
            before = element
            has_notes = values["kind"] == "line" and values["is_whole"]
            yield from parted(values, extra) if has_notes else (values,)

    def _above(self, element: Element, before: Element | None) -> float:
        look = self._look(element)
        least = BELOW_GRID if isinstance(before, Grid) else 0.0
        return max(least, look.before) if look else 0.0

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
            return columns(element, self._cell, self._paper.text_height)
        return grid(element, self._cell, self._paper.text_height)

    def _line(self, line: Line, width: float) -> Values:
        look = self.looks[line.style]
        room = (width, self._paper.text_width)
        written = list(words(line.runs, look, self.looks[_FOOTNOTE], room))
        has_notes = any("note" in word for word in written)
        self.has_notes |= has_notes
        ends = sum("end" in word for word in written)
        return {
            "kind": "line",
            "style": line.style,
            "align": look.align,
            "source": line.source,
            "sticks": line.keep_with_next or self._format.styles[line.style].keep_with_next,
            "height": look.line_height * (ends + 1) + look.extra * ends,
            "is_whole": has_notes,
            "goes_on": False,
            "words": written,
        }

    def _rule(self, rule: Rule) -> Values:
        """Set a rule as the lower edge of a low line."""
        return {
            "kind": "rule",
            "align": "center",
            "length": points(rule.length),
            "thickness": rule.thickness,
            "height": self.looks[_RULE].line_height + rule.thickness,
            "sticks": rule.keep_with_next,
        }

    def _cell(self, cell: Cell, width: float, align: str = "") -> Values:
        """Set what stands in a cell; the space above its first line and below its last counts."""
        elements = list(self._flow(cell, width))
        below = sum(self._below(cell[-1])) if cell else 0.0
        height = sum(element["above"] + element["height"] for element in elements) + below
        above = elements[0]["above"] if elements else 0.0
        for index, element in enumerate(elements):
            element["above"] *= index > 0
            element["align"] = align or element["align"]
        return {"elements": elements, "above": above, "below": below, "height": height}


def _room(above: float = 0.0) -> Values:
    """Return the low line that has to stand between two tables in a .docx."""
    return {
        "kind": "room",
        "height": AFTER_TABLE,
        "above": above,
        "is_firm": False,
        "starts_page": False,
        "sticks": False,
    }
