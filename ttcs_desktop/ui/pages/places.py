"""Between lines of the text and places on the pages (vị trí dòng trên trang)."""

import re
from collections.abc import Sequence
from typing import Protocol


class Place(Protocol):
    """Where a line of the text begins: page from 1, x and y (its foot, đường chân chữ) in pt."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def page(self) -> int: ...  # noqa: D102
    @property
    def x(self) -> float: ...  # noqa: D102
    @property
    def y(self) -> float: ...  # noqa: D102


MOST_WORDS = 4
ASCENT = 12.0
"""Points from the foot of a line up to the top of its letters."""


def line_at(places: Sequence[Place], page: int, x: float, y: float) -> int:
    """Return the line whose place is the nearest above a click, 0 when there is none."""
    above = [one for one in places if one.line and (one.page, one.y) <= (page, y + ASCENT)]
    here = [one for one in above if one.page == page]
    beside = [one for one in here if one.x <= x + ASCENT]
    for candidates in (beside, here, above):
        if candidates:
            return max(candidates, key=lambda one: (one.page, one.y, one.x)).line
    return min((one.line for one in places if one.line), default=0)


def column_after(text: str, words: str) -> int:
    """Return where in a text its printed words end, 0 when they are not found.

    What is printed lacks the marks of the text, so only the last words are looked for: as many as
    are found, at the place nearest to where they must be.
    """
    flat = " ".join(text.split("\n"))
    read = words.split()
    for count in range(min(MOST_WORDS, len(read)), 0, -1):
        wanted = " ".join(read[-count:])
        ends = [found.end() for found in re.finditer(re.escape(wanted), flat)]
        if ends:
            return min(ends, key=lambda end: abs(end - len(words)))
    return 0


def place_of(places: Sequence[Place], line: int) -> Place | None:
    """Return where a line stands: its own place, or that of the nearest line above or below it."""
    known = [one for one in places if one.line]
    above = [one for one in known if one.line <= line]
    nearest = max(above, key=lambda one: one.line, default=None)
    return nearest or min(known, key=lambda one: one.line, default=None)
