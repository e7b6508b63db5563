"""Names and titles broken by sense (ngắt dòng theo nghĩa): letterhead, subject, authority.

A line ends where a unit of sense begins; lines are about equally long; no syllable stands alone.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from ttcs_desktop.language.case import upper
from ttcs_desktop.model.sheet import FootnoteMark, Run
from ttcs_desktop.rules.measure import Face, width

_BEST_BEGINNINGS = (
    "TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "THỊ XÃ", "XÃ", "PHƯỜNG", "THỊ TRẤN", "ĐẶC KHU", "VÀ",
    "CỦA", "VỀ", "GIAI ĐOẠN", "TRONG", "TRÊN", "LẦN THỨ", "NHIỆM KỲ",
)  # fmt: skip
_GOOD_BEGINNINGS = (
    "VIỆT NAM", "TRUNG ƯƠNG", "BỘ", "SỞ", "BAN", "PHÒNG", "VĂN PHÒNG", "ĐẢNG", "ỦY BAN", "UỶ BAN",
    "NHÂN DÂN", "MẶT TRẬN", "HỘI ĐỒNG", "KHỐI", "CÁC", "TRỰC THUỘC", "THỰC HIỆN", "CÔNG TÁC",
    "TẠI", "THEO", "ĐỐI VỚI", "NĂM", "HOẠT ĐỘNG", "TRIỂN KHAI",
)  # fmt: skip
_BEST, _GOOD, _ANY, _NEVER = 0.0, 0.15, 0.6, 2.0
_ORPHAN = 1.0
_FEW = 2
"""Words that look lost on a line of their own."""
_BEFORE_NUMBERS = frozenset(
    ("SỐ", "NGÀY", "THÁNG", "NĂM", "ĐIỀU", "KHOẢN", "LẦN", "THỨ", "ĐOẠN", "QUÝ", "THỊ", "ĐỊNH", "-")
)
_QUOTES = "“\"'(‘"

_Heads = tuple[tuple[str, ...], ...]
_BEST_HEADS: _Heads = tuple(tuple(words.split()) for words in _BEST_BEGINNINGS)
_GOOD_HEADS: _Heads = tuple(tuple(words.split()) for words in _GOOD_BEGINNINGS)


def broken(name: str, face: Face, room: float) -> str:
    """Return a name with `\\n` where its lines end, so that each is at most `room` mm wide.

    Line ends that the name brings along are kept.
    """
    return "\n".join(_broken(line, face, room) for line in name.split("\n"))


def broken_runs(
    runs: Sequence[Run | FootnoteMark], face: Face, room: float
) -> tuple[Run | FootnoteMark, ...]:
    """Return runs with `\\n` in place of the spaces where lines end, as `broken` does."""
    lines = iter(broken(_text(runs), face, room))
    written: list[Run | FootnoteMark] = []
    for run in runs:
        if isinstance(run, FootnoteMark):
            written.append(run)
            continue
        text = "".join(next(lines) for _letter in run.text)
        written.append(run if text == run.text else Run(text, run.bold, run.italic, run.underline))
    return tuple(written)


def _text(runs: Sequence[Run | FootnoteMark]) -> str:
    return "".join(run.text for run in runs if isinstance(run, Run))


@lru_cache(maxsize=512)
def _broken(name: str, face: Face, room: float) -> str:
    if width(name, face) <= room:
        return name
    words = name.split(" ")
    line = _Line(words, face, room)
    ends = _best_ends(line, _greedy_count(line))
    return "\n".join(" ".join(words[start:end]) for start, end in pairwise((0, *ends)))


class _Line:
    """What it costs to let some of the words stand on one line."""

    def __init__(self, words: list[str], face: Face, room: float) -> None:
        self.count = len(words)
        self.room = room
        self._space = width(" ", face)
        self._sums = [0.0, *accumulate(width(word, face) + self._space for word in words)]
        self._costs = [_cost_of_end(words, end) for end in range(self.count + 1)]

    def width(self, start: int, end: int) -> float:
        return self._sums[end] - self._sums[start] - self._space

    def cost(self, start: int, end: int) -> float:
        used = self.width(start, end)
        overflow = 100.0 * max(0.0, used - self.room)
        emptiness = (1.0 - used / self.room) ** 2
        is_lost = end - start <= _FEW and used < self.room / 2
        return overflow + emptiness + _ORPHAN * is_lost + self._costs[end]


def _greedy_count(line: _Line) -> int:
    lines, start = 1, 0
    for index in range(1, line.count):
        if line.width(start, index + 1) > line.room:
            lines, start = lines + 1, index
    return lines


def _best_ends(line: _Line, lines: int) -> tuple[int, ...]:
    """Return where each of `lines` lines ends, at the least cost."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for remaining in range(lines, 0, -1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            lasts = (line.count,) if remaining == 1 else range(start + 1, line.count)
            for end in lasts:
                total = cost + line.cost(start, end)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*ends, end))
        best = reached
    return best[line.count][1]


def _cost_of_end(words: list[str], end: int) -> float:
    """Return what it costs to end a line before a word."""
    if end in (0, len(words)) or words[end - 1] in ("-", "–"):
        return _BEST
    if words[end] in ("-", "–") or _belongs_to_number(words[end - 1], words[end]):
        return _NEVER
    following = [upper(word.lstrip(_QUOTES)) for word in words[end : end + 2]]
    if _starts_with(following, _BEST_HEADS):
        return _BEST
    is_good = _starts_with(following, _GOOD_HEADS) or words[end - 1].endswith((",", ";", ":"))
    return _GOOD if is_good else _ANY


def _belongs_to_number(word: str, following: str) -> bool:
    """Tell whether a word stands with the number after it: "số 07-CT/TW", "năm 2026"."""
    return following[:1].isdigit() and upper(word) in _BEFORE_NUMBERS


def _starts_with(words: list[str], heads: _Heads) -> bool:
    return any(tuple(words[: len(head)]) == head for head in heads)
