"""Many places that differ in the same way as one remark at the first of them (gộp phát hiện)."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from ttcs_desktop.checking.rule import Remark
from ttcs_desktop.i18n import _
from ttcs_desktop.model.finding import Change, Fix

T = TypeVar("T")


def gathered(items: Iterable[tuple[Hashable, T]], told: Callable[[T], Remark]) -> Iterator[Remark]:
    """Yield one remark for each way to differ: that of its first place, with how many more."""
    groups: dict[Hashable, list[T]] = {}
    for way, item in items:
        groups.setdefault(way, []).append(item)
    for group in groups.values():
        first, more = told(group[0]), len(group) - 1
        if not more:
            yield first
            continue
        message = _("{message} Còn {count} chỗ như vậy.").format(message=first.message, count=more)
        yield replace(first, message=message, fix=_joined([told(item).fix for item in group]))


def _joined(fixes: list[Fix | None]) -> Fix | None:
    """Mend all places at once, where each can be."""
    known = [fix for fix in fixes if fix is not None]
    if not known or len(known) < len(fixes):
        return None
    changes: tuple[Change, ...] = tuple(change for fix in known for change in fix.changes)
    return Fix(changes, known[0].before, known[0].after)
