"""Where lines end (ngắt dòng): as late as words fit, at the places where word processors end them.

The habits are those of LibreOffice, learned from many thousands of its lines; where they can be
compared, Word has the same.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain

from ttcs_desktop.writers.pdf.widths import DOTS_PER_POINT, DOTS_PER_TWIP, widths

PARAGRAPHS_KEPT = 2_000
"""As many as 80 pages have; a megabyte."""
_AFTER = r"\-–—…!?|/\\"
"""Marks that a line may end after, in the middle of a word."""
_NEVER_BEFORE = r",.;:)\]}“”‘’«»/\\'\""
"""Marks that such an end never stands before."""
_NEVER_FIRST = r"!?;:,.)\]}/\\"
"""Marks that never start a line, even after a space."""
_OPENING = r"(\[{"
_SIGNS = r"$£€₫±+−№"
"""Signs that stand before a number."""
_STOP = re.compile(
    rf"(?<![{_OPENING} \t])[ \t]+(?![ \t{_NEVER_FIRST}])"
    rf"|(?:[{_AFTER}](?<![/\\])|(?<!\d)[/\\]|[/\\](?!\d))(?![ \t{_AFTER}{_NEVER_BEFORE}])"
    rf"|[,.;:!?)\]}}%](?=[{_OPENING}])|(?<!\d)[,.;:)\]}}%](?=[…{_SIGNS}])"
    rf"|[^\s\d{_OPENING}“”‘’«»'\"](?=%)"
    rf"|[^\s“”‘’«»'\"](?=—)"
)
"""What stands before a place where a line may end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one face; size in pt."""

    text: str
    size: float
    is_bold: bool = False
    is_italic: bool = False


def line_ends(pieces: Sequence[Piece], first: float, rest: float) -> list[int]:
    """Return where each line but the last ends, as offsets into the text of all pieces.

    `first` and `rest` are the widths in pt of the first line and of the others.
    """
    return list(_line_ends(tuple(pieces), first, rest))


@lru_cache(PARAGRAPHS_KEPT)
def _line_ends(pieces: tuple[Piece, ...], first: float, rest: float) -> tuple[int, ...]:
    """Break a paragraph; while one types, all but one are as they were a moment ago."""
    breaker = _Breaker(_merged(pieces))
    ends: list[int] = []
    start, room = 0, round(first * DOTS_PER_POINT)
    while (cut := breaker.first_too_far(start, room)) < breaker.length:
        start = breaker.end(start, cut)
        if start == breaker.length:
            break
        ends.append(start)
        room = round(rest * DOTS_PER_POINT)
    return tuple(ends)


class _Breaker:
    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._text = "".join(piece.text for piece in pieces)
        self.length = len(self._text)
        self._edges = list(accumulate(chain.from_iterable(map(_widths, pieces)), initial=0))
        self._piece_ends = list(accumulate(len(piece.text) for piece in pieces))
        self._stops = [match.end() for match in _STOP.finditer(self._text)]

    def first_too_far(self, start: int, room: int) -> int:
        """Return the first letter of a line from `start` that does not fit into `room` dots.

        What a piece takes is counted in whole twips.
        """
        edges = self._edges
        for end in self._piece_ends[bisect_right(self._piece_ends, start) :]:
            width = edges[end] - edges[start]
            if width > room:
                return bisect_right(edges, edges[start] + max(room, 0), start, end) - 1
            room -= (width + DOTS_PER_TWIP // 2) // DOTS_PER_TWIP * DOTS_PER_TWIP
            start = end
        return self.length

    def end(self, start: int, cut: int) -> int:
        """Return where a line from `start` ends whose letter at `cut` does not fit.

        A space that hangs over the edge always ends the line; a word goes to the next line from
        the last place where the line may end, from the space before it when that is a slash:
        `31-HD/BTGTW` goes whole, though `31-` would fit. Words in another face that start after a
        space go alone.
        """
        if self._text[cut] == " ":
            return self.length - len(self._text[cut:].lstrip(" "))
        end = self._last_stop(cut - (self._text[cut - 1] == "/"))
        if self._text[end - 1] == "/":
            end = self._text.rfind(" ", 0, end) + 1 or end
        piece = self._piece_ends[bisect_right(self._piece_ends, cut) - 1]
        if end < piece <= cut and self._text[piece - 1] == " ":
            end = piece
        return end if end > start else self._end_in_word(start, cut)

    def _last_stop(self, furthest: int) -> int:
        index = bisect_right(self._stops, furthest)
        return self._stops[index - 1] if index else 0

    def _end_in_word(self, start: int, cut: int) -> int:
        """Return where a word is cut that is wider than its line: in the first face it has."""
        piece = self._piece_ends[bisect_right(self._piece_ends, start)]
        return max(start + 1, cut if cut < piece else piece - 1)


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of one face made one."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last is not None and replace(piece, text=last.text) == last:
            merged[-1] = replace(last, text=last.text + piece.text)
        else:
            merged.append(piece)
    return merged


def _widths(piece: Piece) -> Iterable[int]:
    return widths(piece.text, piece.size, is_bold=piece.is_bold, is_italic=piece.is_italic)
