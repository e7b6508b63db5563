"""What was worked out about a text, kept for when the same text comes again (ghi nhớ).

A draft and the same draft a letter later, or the documents of one batch, have nearly all their
lines in common.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

MOST = 2_000
"""Texts. With one more, all are forgotten and it begins anew."""
LONGEST = 2_000
"""Letters. What is longer than any paragraph is worked out each time."""


def remembered(worked_out: Callable[[str], T]) -> Callable[[str], T]:
    """Remember what a function says of a text.

    It must depend on nothing but the text, and what it returns must never change.
    """
    return _Memory(worked_out).__getitem__


class Finder:
    """A pattern that remembers what it found in a text (mẫu tìm có nhớ)."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        compiled = re.compile(pattern, flags)
        self._find = compiled.finditer
        self._found = lru_cache(MOST)(lambda text, start: tuple(compiled.finditer(text, start)))

    def finditer(self, text: str, start: int = 0) -> Iterable[re.Match[str]]:
        """Return the places where the pattern stands in a text from `start` on, in order."""
        return self._found(text, start) if len(text) <= LONGEST else self._find(text, start)


class _Memory(dict[str, T]):
    """Answers by text; a text that comes again is looked up without a step of Python."""

    def __init__(self, worked_out: Callable[[str], T]) -> None:
        self._worked_out = worked_out

    def __missing__(self, text: str) -> T:
        answer = self._worked_out(text)
        if len(text) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[text] = answer
        return answer
