"""What was worked out about a text, kept for when the same text comes again (ghi nhớ).

A draft and the same draft a letter later, or the documents of one batch, have nearly all their
lines in common.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

MOST = 2_000
LONGEST = 2_000
"""Letters. A text is looked at anew when it is longer than any paragraph."""


def remembered(worked_out: Callable[[str], T]) -> Callable[[str], T]:
    """Remember what a function says of the last few thousand texts.

    It must depend on nothing but the text, and what it returns must never change.
    """
    known = lru_cache(maxsize=MOST)(worked_out)

    @wraps(worked_out)
    def recalled(text: str) -> T:
        return known(text) if len(text) <= LONGEST else worked_out(text)

    return recalled
