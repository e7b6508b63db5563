"""Findings that a clerk reads one by one, and those that say the same again (gộp khi trình bày)."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

MOST = 5
"""Findings of one rule that are shown one by one."""


def few_of_each(
    found: Sequence[T], rule_of: Callable[[T], str]
) -> Iterator[tuple[T, tuple[T, ...]]]:
    """Yield what is to be shown, each with the findings that it stands for: mostly none.

    Of a rule with more than a few findings the next one stands for all that follow.
    """
    of_rule: dict[str, list[T]] = {}
    for one in found:
        of_rule.setdefault(rule_of(one), []).append(one)
    shown: Counter[str] = Counter()
    for one in found:
        rule = rule_of(one)
        shown[rule] += 1
        if shown[rule] <= MOST or len(of_rule[rule]) == MOST + 1:
            yield one, ()
        elif shown[rule] == MOST + 1:
            yield one, tuple(of_rule[rule][MOST:])
