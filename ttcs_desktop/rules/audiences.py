"""Which groups of a guidance a unit belongs to (nhóm đối tượng của một đơn vị)."""

import datetime
from collections.abc import Iterable

from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.model.unit import Unit


def groups_of(unit: Unit, units: Iterable[Unit], date: datetime.date) -> tuple[int, ...]:
    """Return the groups whose tasks a unit takes up on a day, its own first.

    To its own come those of the bodies that had ended by then and left it their duties: the
    department that took over press and grassroots information has the tasks of both.
    """
    inherited = (
        one.group
        for one in units
        if one.group and unit.id in one.successors and has_ended(one, date)
    )
    return tuple(dict.fromkeys(group for group in (unit.group, *sorted(inherited)) if group))


def has_ended(unit: Unit, date: datetime.date) -> bool:
    """Tell whether a unit was no more on a day."""
    last = unit.periods[-1].valid_to
    return last is not None and last < date


def fitting(
    infos: Iterable[TemplateInfo], kind: str, unit: Unit, groups: Iterable[int]
) -> tuple[TemplateInfo, ...]:
    """Return the templates of a kind for a unit: those of its groups first, then the general ones.

    Templates that are for another group, or another regime, are left out.
    """
    order = [*groups, 0]
    suited = [
        one
        for one in infos
        if one.kind == kind
        and unit.regime in one.regimes
        and one.group in order
        and one.type_name  # one that cannot be read has none
    ]
    return tuple(sorted(suited, key=lambda one: (order.index(one.group), one.id)))
