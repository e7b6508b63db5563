"""Where footnotes stand in a text: their marks and their words (chú thích: `[^1]`, `[^1]: …`)."""

import re
from collections.abc import Sequence
from itertools import count

_MARK = re.compile(r"\[\^([\w-]{1,20})\]")
_WORDS = re.compile(r"\s*\[\^([\w-]{1,20})\]:\s*")
Place = tuple[int, int]
"""A line and a letter of it, both from 0."""


def free_label(text: str) -> str:
    """Return the first number that no footnote of a text has."""
    used = set(_MARK.findall(text))
    return next(str(number) for number in count(1) if str(number) not in used)


def other_end(lines: Sequence[str], line: int, column: int) -> Place | None:
    """Return where the words of the footnote at a place begin, or for its words the mark.

    Away from any, it is the words of the next mark on the line, or before that. None without one.
    """
    defined = _WORDS.match(lines[line])
    if defined:
        return _mark(lines, defined[1])
    marks = list(_MARK.finditer(lines[line]))
    later = [found for found in marks if found.end() >= column]
    if not marks:
        return None
    label = (later or marks[-1:])[0][1]
    for number, text in enumerate(lines):
        found = _WORDS.match(text)
        if found and found[1] == label:
            return number, found.end()
    return None


def _mark(lines: Sequence[str], label: str) -> Place | None:
    for number, text in enumerate(lines):
        defined = _WORDS.match(text)
        start = defined.end() if defined else 0
        for found in _MARK.finditer(text, start):
            if found[1] == label:
                return number, found.end()
    return None
