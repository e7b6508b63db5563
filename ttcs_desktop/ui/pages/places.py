"""Between lines of the text and places on the pages (vị trí dòng trên trang)."""

from collections.abc import Sequence
from typing import Protocol


class Place(Protocol):
    """Where a line of the text begins: page from 1, x and y in pt."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def page(self) -> int: ...  # noqa: D102
    @property
    def x(self) -> float: ...  # noqa: D102
    @property
    def y(self) -> float: ...  # noqa: D102


NEAR = 6.0
"""Points below the click that still count as above it: a line's top is not its ink."""


def line_at(places: Sequence[Place], page: int, x: float, y: float) -> int:
    """Return the line whose place is the nearest above a click, 0 when there is none."""
    above = [one for one in places if one.line and (one.page, one.y) <= (page, y + NEAR)]
    here = [one for one in above if one.page == page]
    beside = [one for one in here if one.x <= x + NEAR]
    for candidates in (beside, here, above):
        if candidates:
            return max(candidates, key=lambda one: (one.page, one.y, one.x)).line
    return min((one.line for one in places if one.line), default=0)


def place_of(places: Sequence[Place], line: int) -> Place | None:
    """Return where a line stands: its own place, or that of the nearest line above or below it."""
    known = [one for one in places if one.line]
    above = [one for one in known if one.line <= line]
    nearest = max(above, key=lambda one: one.line, default=None)
    return nearest or min(known, key=lambda one: one.line, default=None)
