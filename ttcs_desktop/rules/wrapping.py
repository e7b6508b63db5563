"""Names and titles broken by sense (ngắt dòng theo nghĩa): letterhead, subject, authority.

A line ends where a unit of sense begins; lines are about equally long; no syllable stands alone.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from ttcs_desktop.model.sheet import FootnoteMark, Line, Run
from ttcs_desktop.rules.line_ends import BEST, cost_of_ends
from ttcs_desktop.rules.measure import Face, width

_FEW = 2
"""Words that look lost on a line of their own."""
_LOST = 1.0
_MOST_WORDS = 100
"""A longer text is no name or title; its lines are filled as in running text."""
_ONE_LINE_MORE = 0.25
"""What it costs to take one line more than the fewest, so that lines end where sense does."""


def broken(name: str, face: Face, room: float) -> str:
    """Return a name with `\\n` where its lines end, so that each is at most `room` mm wide.

    Line ends that the name brings along are kept.
    """
    return "\n".join(_broken(line, face, room) for line in name.split("\n"))


def broken_runs(
    runs: Sequence[Run | FootnoteMark], face: Face, room: float
) -> tuple[Run | FootnoteMark, ...]:
    """Return runs with `\\n` in place of the spaces where lines end, as `broken` does."""
    lines = broken(_text(runs), face, room)
    end = 0
    written: list[Run | FootnoteMark] = []
    for run in runs:
        if isinstance(run, FootnoteMark):
            written.append(run)
            continue
        start, end = end, end + len(run.text)
        text = lines[start:end]
        written.append(run if text == run.text else Run(text, run.bold, run.italic, run.underline))
    return tuple(written)


def by_sense(line: Line, face: Face, room: float) -> Line:
    """Return a line whose words are broken by sense to `room` mm."""
    return dataclasses.replace(line, runs=broken_runs(line.runs, face, room))


def _text(runs: Sequence[Run | FootnoteMark]) -> str:
    return "".join(run.text for run in runs if isinstance(run, Run))


@lru_cache(maxsize=512)
def _broken(name: str, face: Face, room: float) -> str:
    if width(name, face) <= room:
        return name
    words = name.split(" ")
    line = _Line(words, face, room)
    ends = _greedy_ends(line)
    if line.count <= _MOST_WORDS:
        _cost, ends = min(_best_ends(line, len(ends)), _one_line_more(line, len(ends)))
    return "\n".join(" ".join(words[start:end]) for start, end in pairwise((0, *ends)))


class _Line:
    """What it costs to let some of the words stand on one line."""

    def __init__(self, words: list[str], face: Face, room: float) -> None:
        self.count = len(words)
        self.room = room
        self._space = width(" ", face)
        self._sums = [0.0, *accumulate(width(word, face) + self._space for word in words)]
        self._costs = (BEST, *cost_of_ends(words), BEST)

    def width(self, start: int, end: int) -> float:
        return self._sums[end] - self._sums[start] - self._space

    def cost(self, start: int, end: int) -> float:
        used = self.width(start, end)
        overflow = 100.0 * max(0.0, used - self.room)
        emptiness = (1.0 - used / self.room) ** 2
        is_lost = end - start <= _FEW and used < self.room / 2
        return overflow + emptiness + _LOST * is_lost + self._costs[end]


def _greedy_ends(line: _Line) -> tuple[int, ...]:
    """Return where lines end that take as many words as they can."""
    ends: list[int] = []
    start = 0
    for index in range(1, line.count):
        if line.width(start, index + 1) > line.room:
            ends.append(index)
            start = index
    return (*ends, line.count)


def _best_ends(line: _Line, lines: int) -> tuple[float, tuple[int, ...]]:
    """Return where each of `lines` lines ends at the least cost, and that cost."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for remaining in range(lines, 0, -1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            for end in _possible_ends(line, start, remaining):
                total = cost + line.cost(start, end)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*ends, end))
        best = reached
    return best[line.count]


def _possible_ends(line: _Line, start: int, remaining: int) -> Iterator[int]:
    """Yield where a line may end that leaves a word for each line after it."""
    if remaining == 1:
        yield line.count
        return
    for end in range(start + 1, line.count - remaining + 2):
        yield end
        if line.width(start, end) > line.room:
            return


def _one_line_more(line: _Line, fewest: int) -> tuple[float, tuple[int, ...]]:
    if fewest >= line.count:
        return float("inf"), ()
    cost, ends = _best_ends(line, fewest + 1)
    return cost + _ONE_LINE_MORE, ends
