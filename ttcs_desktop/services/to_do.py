"""What is due soon for a unit (việc cần làm hôm nay)."""

import datetime
from dataclasses import dataclass

from ttcs_desktop.services.deadline_list import Due, due_around
from ttcs_desktop.services.library import Library

DAYS_AHEAD = 31


@dataclass(frozen=True, slots=True)
class ToDo:
    """A report that is due: `days` until it is collected inside; below 0 when that day is past."""

    due: Due
    days: int


def to_do(library: Library, unit_id: str, today: datetime.date) -> tuple[ToDo, ...]:
    """Return the reports of a unit that are due within a month, the soonest first.

    A unit that is not known has nothing to do.
    """
    if unit_id not in library.units:
        return ()
    regime = library.units[unit_id].regime
    return tuple(
        ToDo(due, (due.inner_day - today).days)
        for due in due_around(library, today)
        if not due.rule.regimes or regime in due.rule.regimes
        if 0 <= (due.last_day - today).days <= DAYS_AHEAD
    )
