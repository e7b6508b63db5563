"""What is typed to find words in texts, and whether a text holds it (tìm chữ).

A syllable typed with marks is found as it is, uỷ and ủy alike; one typed without marks is found
with any. Words in quotes stand together in this order, and so do the parts of `07-CT/TW`. A word
that ends with `*` is the beginning of one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ttcs_desktop.language.letters import nfc, without_marks
from ttcs_desktop.language.tones import fold

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r'"([^"]*)("|$)|“([^”]*)(”|$)|(\S+)')


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that stand together, as they are compared; the last may be only a beginning."""

    words: tuple[str, ...]
    is_prefix: bool = False

    @property
    def bare(self) -> tuple[str, ...]:
        """The words without marks."""
        return tuple(map(without_marks, self.words))

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing was typed with marks."""
        return self.bare == self.words


def compared(text: str) -> str:
    """Return a text as it is compared: small letters, one spelling of tone marks."""
    return fold(nfc(text).lower())


def wanted(typed: str) -> tuple[Wanted, ...]:
    """Read what was typed to be found; a text is found when it holds all of it."""
    return tuple(one for one in _pieces(typed) if one.words)


def _pieces(typed: str) -> Iterator[Wanted]:
    for piece in _PIECE.finditer(typed.replace("”", '"').replace("“", '"')):
        quoted, loose = piece[1], piece[5]
        said = loose if loose is not None else quoted
        words = tuple(_WORD.findall(compared(said)))
        yield Wanted(words, said.rstrip().endswith("*"))


def holds(text: str, sought: Sequence[Wanted]) -> bool:
    """Tell whether a text holds all that is sought."""
    words = [found[0] for found in _WORD.finditer(compared(text))]
    return all(any(_stands_at(words, at, one) for at in range(len(words))) for one in sought)


def spans(text: str, sought: Sequence[Wanted]) -> tuple[tuple[int, int], ...]:
    """Return where in a text what is sought stands: from which letter to which."""
    shown = nfc(text)
    if len(fold(shown.lower())) != len(text):
        return ()
    found = list(_WORD.finditer(compared(text)))
    words = [one[0] for one in found]
    return tuple(
        (found[at].start(), found[at + len(one.words) - 1].end())
        for at in range(len(words))
        for one in sought
        if _stands_at(words, at, one)
    )


def _stands_at(words: Sequence[str], at: int, one: Wanted) -> bool:
    there = words[at : at + len(one.words)]
    if len(there) < len(one.words):
        return False
    *firsts, last = zip(there, one.words, strict=True)
    return all(_is(word, typed) for word, typed in firsts) and (
        _begins(*last) if one.is_prefix else _is(*last)
    )


def _is(word: str, typed: str) -> bool:
    return word == typed or (typed.isascii() and without_marks(word) == typed)


def _begins(word: str, typed: str) -> bool:
    return word.startswith(typed) or (typed.isascii() and without_marks(word).startswith(typed))
