"""Changes of a text by lines, worked out apart from any window (sửa theo dòng)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in place of others; lines count from 0.

    `start` and `end` count letters from the start of the line; the end may be on a later line, a
    line's end counts one.
    """

    line: int
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Pieces of one text, none over another, and where the cursor stands after them.

    Places are those of the text as it was. `selected` letters before the cursor are to be typed
    over.
    """

    pieces: tuple[Piece, ...]
    line: int
    column: int
    selected: int = 0


def applied(lines: Sequence[str], edit: Edit) -> list[str]:
    """Return the lines of a text after a change."""
    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for piece in sorted(edit.pieces, key=lambda one: (one.line, one.start), reverse=True):
        at = starts[piece.line]
        text = text[: at + piece.start] + piece.words + text[at + piece.end :]
    return text.split("\n")


def between(old: Sequence[str], new: Sequence[str], line: int, column: int) -> Edit:
    """Return what turns the lines of a text into as many others, each touched where it differs."""
    pieces = (
        _piece(number, before, after)
        for number, (before, after) in enumerate(zip_longest(old, new, fillvalue=""))
        if before != after
    )
    return Edit(tuple(pieces), line, column)


def in_place_of(old: Sequence[str], first: int, last: int, new: Sequence[str]) -> Piece:
    """Return what puts lines in place of some, both ends included, touching what differs."""
    before, after = "\n".join(old[first : last + 1]), "\n".join(new)
    return _piece(first, before, after)


def _piece(line: int, before: str, after: str) -> Piece:
    start = _same(before, after)
    rest, wanted = before[start:], after[start:]
    same = _same(rest[::-1], wanted[::-1])
    return Piece(line, start, len(before) - same, wanted[: len(wanted) - same])


def _same(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((at for at, (left, right) in pairs if left != right), shorter)
