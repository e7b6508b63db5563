"""Fixes as data: which words, looks or paragraphs to change (cách sửa an toàn)."""

from collections.abc import Iterable
from typing import Any

from ttcs_desktop.checking.case import Case
from ttcs_desktop.model.component import Component, Stretch
from ttcs_desktop.model.finding import ChangeLook, ChangeParagraph, ChangeWords, Fix


def look_fix(
    case: Case, stretches: Iterable[Stretch], look: dict[str, Any], before: str, after: str
) -> Fix:
    """Return a fix that gives stretches another look."""
    return Fix(
        tuple(
            ChangeLook(*_place(case, one.paragraph), one.start, one.end, look) for one in stretches
        ),
        before,
        after,
    )


def paragraph_fix(
    case: Case, paragraphs: Iterable[int], look: dict[str, Any], before: str, after: str
) -> Fix:
    """Return a fix that makes paragraphs stand otherwise."""
    changes = tuple(ChangeParagraph(*_place(case, index), look) for index in paragraphs)
    return Fix(changes, before, after)


def words_fix(case: Case, stretch: Stretch, words: str) -> Fix | None:
    """Return a fix that puts other words in the place of a stretch; None when nothing changes."""
    before = case.raw(stretch)
    if before == words:
        return None
    place = _place(case, stretch.paragraph)
    return Fix((ChangeWords(*place, stretch.start, stretch.end, words),), before, words)


def trimmed(case: Case, component: Component) -> Stretch:
    """Return the first stretch of a component without the room round its words."""
    stretch = component.stretches[0]
    raw = case.raw(stretch)
    start = stretch.start + len(raw) - len(raw.lstrip())
    return Stretch(stretch.paragraph, start, max(start, stretch.start + len(raw.rstrip())))


def _place(case: Case, paragraph: int) -> tuple[str, int]:
    spot = case.appearance.paragraphs[paragraph].spot
    return spot.part, spot.order
