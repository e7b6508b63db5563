"""Places in a text of which none stands within another (chỗ trong văn bản)."""

from collections.abc import Iterable
from typing import Any, TypeVar

from ttcs_desktop.rules.signs import SIGN

S = TypeVar("S", bound=tuple[int, int, Any])
"""Start, end, and what stands there."""

FIXED = (
    rf"{SIGN.pattern}|\[\[[^\]]*\]\]|\[\^\w+\]:?|^\s*\|?\s*(?:\d+(?:\.\d+)*[.)-]|[a-zđ]\))(?=\s)"
    r"|^\s*\|\s*\d+(?=\s*\|)|^[|:\s-]+$"
)
"""Signs, citations, notes, list marks and numbers of rows: a pattern for several lines."""
YEAR = r"(?:19|20)\d{2}(?!\d)"


def free_spans(candidates: Iterable[S], taken: Iterable[tuple[int, int]]) -> list[S]:
    """Return the candidates outside of what is taken, the first of those that meet."""
    held = list(taken)
    spans: list[S] = []
    for one in candidates:
        if all(one[1] <= start or end <= one[0] for start, end in held):
            held.append(one[:2])
            spans.append(one)
    return spans
