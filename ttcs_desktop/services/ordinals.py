"""The numbers that marks count with: I II III, 1 2 3, 1.1 1.2, a b c d đ (số thứ tự)."""

from collections.abc import Mapping

from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.model.document import LEVELS, Level

_TENS = ("", "X", "XX", "XXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = tuple(tens + ones for tens in _TENS for ones in _ONES)[1:]
_MOST = 999
_PARENTS = {Level.SUBCLAUSE: Level.CLAUSE, Level.SUBSUBCLAUSE: Level.SUBCLAUSE}
"""Levels whose number begins with that of the item above them."""
RANKS: Mapping[Level, int] = {level: rank for rank, level in enumerate(LEVELS)}
"""How deep each level stands, the highest at 0."""


class Counter:
    """Counts the items of a text in reading order; says which number comes next."""

    def __init__(self) -> None:
        self._last: dict[Level, str] = {}

    def following(self, level: Level) -> str | None:
        """Return the number of the next item of a level; None when there is none after the last."""
        last = self._last.get(level)
        position = _position(level, last) if last else 0
        own = _ordinal(level, position + 1) if position is not None else None
        if own is None or level not in _PARENTS:
            return own
        parent = self._last.get(_PARENTS[level]) or (last or "").rpartition(".")[0]
        return f"{parent}.{own}" if parent else own

    def count(self, level: Level, ordinal: str) -> None:
        """Go on past an item; the levels below it begin anew, articles never do."""
        self._last[level] = ordinal
        for deeper in [one for one in self._last if RANKS[one] > RANKS[level]]:
            if deeper is not Level.ARTICLE:
                del self._last[deeper]


def _position(level: Level, ordinal: str) -> int | None:
    own = ordinal.rpartition(".")[2]
    if level is Level.ROMAN:
        return _ROMAN.index(own) + 1 if own in _ROMAN else None
    if level is Level.POINT:
        return POINT_LETTERS.index(own) + 1 if own in POINT_LETTERS else None
    return int(own) if own.isdecimal() else None


def _ordinal(level: Level, position: int) -> str | None:
    if level in {Level.ROMAN, Level.POINT}:
        series = _ROMAN if level is Level.ROMAN else POINT_LETTERS
        return series[position - 1] if position <= len(series) else None
    return str(position) if position <= _MOST else None
