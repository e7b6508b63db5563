"""Where lines end (ngắt dòng): greedily, at the places where word processors end them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ttcs_desktop.writers.pdf.widths import DOTS_PER_POINT, measure

_AFTER = r"\-–—…!?|}"
"""Marks that a line may end after, in the middle of a word."""
_NEVER_BEFORE = r",.;:)\]”’»%/'\""
"""Marks that such an end never stands before."""
_NEVER_FIRST = r"!?;:,.)\]}/"
"""Marks that never start a line, even after a space."""
_WORD = re.compile(
    rf"(?:[^ \t{_AFTER}]+(?!—)"
    rf"|[{_AFTER}](?=[ \t{_AFTER}{_NEVER_BEFORE}]|$)"
    rf"|[ \t](?=[ \t]*[{_NEVER_FIRST}]))*"
    rf"(?:[ \t]+|[{_AFTER}]|[^ \t](?=—)|$)"
)
"""Text up to and with a place where a line may end."""
_SLASH = re.compile(rf"[^ \t\-–—]*?/[^ \t\d{_NEVER_BEFORE}]")
_SPACE = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one face."""

    text: str
    size: float
    is_bold: bool = False
    is_italic: bool = False


def line_ends(pieces: Sequence[Piece], first: float, rest: float) -> list[int]:
    """Return where each line but the last ends, as offsets into the text of all pieces.

    `first` and `rest` are the widths in pt of the first line and of the others.
    """
    return _Breaker(pieces, int(first * DOTS_PER_POINT), int(rest * DOTS_PER_POINT)).ends()


class _Breaker:
    def __init__(self, pieces: Sequence[Piece], first: int, rest: int) -> None:
        self._pieces = pieces
        self._measures = [measure(piece.size, piece.is_bold, piece.is_italic) for piece in pieces]
        self._starts = [0]
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece.text))
        self._text = "".join(piece.text for piece in pieces)
        self._first, self._rest = first, rest

    def ends(self) -> list[int]:
        words = [match.span() for match in _WORD.finditer(self._text)]
        ends: list[int] = []
        index, line_start, room = 0, 0, self._first
        while index < len(words):
            start, end = words[index]
            width = self._width(start, end)
            if width <= room or self._width(start, self._without_space(start, end)) <= room:
                room -= width
                index += 1
                continue
            line_start = self._line_end(line_start, start, end, room)
            while words[index][0] > line_start:
                index -= 1
            words[index] = (line_start, words[index][1])
            ends.append(line_start)
            room = self._rest
        return ends

    def _line_end(self, line_start: int, start: int, end: int, room: int) -> int:
        """Return where a line ends whose next word, from `start` to `end`, is too wide.

        Two habits of word processors: a space that hangs over the edge always ends the line; and
        when a part of the word up to a slash and a letter would fit, the line ends at the space
        before: `31-HD/BTGTW` goes to the next line whole, though `31-` would fit.
        """
        for space in _SPACE.finditer(self._text, start, end):
            if self._width(start, space.start()) <= room < self._width(start, space.end()):
                return space.end()
        if start == line_start:
            return self._cut(start, end, room)
        slash = _SLASH.match(self._text, start)
        if slash and self._width(start, slash.end()) <= room:
            space = self._text.rfind(" ", line_start, start)
            return start if space < 0 else space + 1
        return start

    def _cut(self, start: int, end: int, room: int) -> int:
        """Return where a word wider than its line is cut: after the last letter that fits."""
        cut = start + 1
        while cut < end - 1 and self._width(start, cut + 1) <= room:
            cut += 1
        return cut

    def _without_space(self, start: int, end: int) -> int:
        return start + len(self._text[start:end].rstrip(" \t"))

    def _width(self, start: int, end: int) -> int:
        if len(self._pieces) == 1:
            return self._measures[0](self._text[start:end])
        index = bisect_right(self._starts, start) - 1
        width = 0
        while start < end:
            stop = min(end, self._starts[index + 1])
            width += self._measures[index](self._text[start:stop])
            start, index = stop, index + 1
        return width
