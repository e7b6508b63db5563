"""Gaps and disorder in the numbering of the body (thứ tự đánh số): reported, never changed."""

from collections.abc import Iterable, Iterator

from ttcs_desktop.i18n import _
from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import DIVISIONS, LEVELS, Block, Item, Level
from ttcs_desktop.model.problem import Problem, Severity

_DEPTH = {level: depth for depth, level in enumerate(LEVELS)}
_MARKED = frozenset({Level.DASH, Level.PLUS})
_RUNS_ON = frozenset({Level.CHAPTER, Level.ARTICLE})
"""Levels that count on through the divisions above them."""
_MAY_RESTART = frozenset({Level.CHAPTER})
_PARENTS = {Level.SUBCLAUSE: Level.CLAUSE, Level.SUBSUBCLAUSE: Level.SUBCLAUSE}
"""Levels whose number starts with that of the item above."""
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def numbering_problems(blocks: Iterable[Block]) -> Iterator[Problem]:
    """Yield a warning for each number that does not follow the one before it."""
    last: dict[Level, tuple[str, int]] = {}
    for item in blocks:
        if not isinstance(item, Item) or item.level in _MARKED:
            continue
        position = _position(item)
        if position is None:
            continue
        before = last.get(item.level)
        problem = _misplaced(item, last) or _problem(item, position, before)
        if problem:
            yield problem
        last[item.level] = (item.ordinal, position)
        _forget_below(last, item.level)


def _problem(item: Item, position: int, before: tuple[str, int] | None) -> Problem | None:
    expected = before[1] + 1 if before else 1
    if position == expected or (position == 1 and item.level in _MAY_RESTART):
        return None
    if before is None:
        message = _("Thứ tự bắt đầu từ “{ordinal}”, không phải số đầu tiên.").format(
            ordinal=item.ordinal
        )
        rule = "numbering.start"
    elif position > expected:
        message = _("Thứ tự nhảy từ “{before}” đến “{ordinal}”.").format(
            before=before[0], ordinal=item.ordinal
        )
        rule = "numbering.gap"
    else:
        message = _("Sau “{before}” là “{ordinal}”: thứ tự bị lặp hoặc đảo.").format(
            before=before[0], ordinal=item.ordinal
        )
        rule = "numbering.disorder"
    return _warning(item, rule, message)


def _misplaced(item: Item, last: dict[Level, tuple[str, int]]) -> Problem | None:
    """Tell that "1.1" stands under "2"."""
    parent = last.get(_PARENTS.get(item.level, item.level))
    if item.level not in _PARENTS or parent is None:
        return None
    if item.ordinal.rpartition(".")[0] == parent[0]:
        return None
    message = _("“{ordinal}” đứng dưới “{parent}”: số thứ tự không cùng mục.").format(
        ordinal=item.ordinal, parent=parent[0]
    )
    return _warning(item, "numbering.parent", message)


def _warning(item: Item, rule: str, message: str) -> Problem:
    hint = _("Đánh số lại, hoặc bổ sung phần còn thiếu.")
    return Problem(Severity.WARNING, rule, message, item.line, hint)


def _forget_below(last: dict[Level, tuple[str, int]], level: Level) -> None:
    """Start the levels below anew; articles count on through the divisions."""
    for deeper in [known for known in last if _DEPTH[known] > _DEPTH[level]]:
        if not (deeper in _RUNS_ON and level in DIVISIONS):
            del last[deeper]


def _position(item: Item) -> int | None:
    """Return which number of its series an ordinal is; None when it cannot be told."""
    own = item.ordinal.rpartition(".")[2].strip()
    if own.isdecimal():
        return int(own)
    if item.level is Level.POINT:
        letter = own.lower()
        return POINT_LETTERS.index(letter) + 1 if letter in POINT_LETTERS else None
    return _roman(own)


@remembered
def _roman(text: str) -> int | None:
    digits = [_ROMAN.get(letter) for letter in text.upper()]
    values = [digit for digit in digits if digit is not None]
    if not text or len(values) != len(digits):
        return None
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
