"""Words that lost the space between them, as copied from a PDF (chữ dính liền): thôngtin."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.syllables import is_syllable
from ttcs_desktop.language.tones import fold

_WORD = re.compile(r"(?<![\w.@/-])[^\W\d_]+(?![\w@/-])")
_LONGEST_SYLLABLE = 7
_SHORTEST = 4
_MOST_LETTERS = 60
_ALONE = frozenset("ởýỷố")
"""Letters that are a syllable of their own, and not part of one when a word is cut."""
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Split:
    """A word that seems to be several: where it stands in a text, and how it should be written."""

    start: int
    end: int
    words: str


def splits(text: str, known: Known | None = None) -> tuple[Split, ...]:
    """Return the words of a text that look run together; `known` tells syllables there are."""
    return tuple(_found(text, known or is_syllable))


def _found(text: str, known: Known) -> Iterator[Split]:
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) < _SHORTEST or len(word) > _MOST_LETTERS or word.isascii():
            continue
        parts = _parts(fold(nfc(word).lower()), known)
        if len(parts) > 1:
            yield Split(match.start(), match.end(), _as_typed(word, parts))


def _as_typed(word: str, parts: tuple[str, ...]) -> str:
    pieces, at = [], 0
    for part in parts:
        pieces.append(word[at : at + len(part)])
        at += len(part)
    return " ".join(pieces)


@lru_cache(maxsize=4000)
def _parts(word: str, known: Known) -> tuple[str, ...]:
    """Return the fewest syllables that a word can be cut into, the first ones long; none if none.

    A word that is a syllable as it stands is one.
    """
    best: list[tuple[str, ...] | None] = [None] * len(word) + [()]
    for start in range(len(word) - 1, -1, -1):
        for length in range(min(_LONGEST_SYLLABLE, len(word) - start), 0, -1):
            rest, part = best[start + length], word[start : start + length]
            if rest is None or not _may_stand(part, known):
                continue
            current = best[start]
            if current is None or len(rest) + 1 < len(current):
                best[start] = (part, *rest)
    return best[0] or ()


def _may_stand(part: str, known: Known) -> bool:
    return part in _ALONE if len(part) == 1 else known(part)
