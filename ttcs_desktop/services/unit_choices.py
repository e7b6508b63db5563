"""Ready choices of many units at once, by the clerk's own words (chọn nhóm đơn vị)."""

import datetime
from collections import Counter
from dataclasses import dataclass

from ttcs_desktop.i18n import _
from ttcs_desktop.services.library import Library


@dataclass(frozen=True, slots=True)
class UnitChoices:
    """A selector as `registry.choices` reads it, what it is called, and how many units it names."""

    selector: str
    name: str
    count: int


def unit_choices(library: Library, date: datetime.date) -> tuple[UnitChoices, ...]:
    """Return the groups of recipients that have units on a date, then the kinds of bodies."""
    there = library.units.select("all", on=date)
    groups = Counter(unit.group for unit in there if unit.group)
    kinds = Counter(unit.kind for unit in there)
    own_groups = Counter(name for unit in there for name in unit.groups)
    names = {one.number: one.name for one in library.task_words.groups}
    found = [
        *((f"group:{number}", names.get(number, ""), groups[number]) for number in sorted(groups)),
        *((f"group:{name}", name, count) for name, count in sorted(own_groups.items())),
        *((f"kind:{kind}", _kind_word(kind), kinds[kind]) for kind in _KINDS if kinds[kind]),
    ]
    return tuple(UnitChoices(selector, name, count) for selector, name, count in found)


_KINDS = ("dang-uy", "ubnd", "mttq", "ban-xay-dung-dang", "so")


def _kind_word(kind: str) -> str:
    words = {
        "dang-uy": _("Mọi đảng uỷ xã, phường, đặc khu"),
        "ubnd": _("Mọi uỷ ban nhân dân xã, phường, đặc khu, tỉnh"),
        "mttq": _("Mọi uỷ ban Mặt trận xã, phường, đặc khu, tỉnh"),
        "ban-xay-dung-dang": _("Mọi ban xây dựng Đảng của đảng uỷ xã"),
        "so": _("Mọi sở"),
    }
    return words[kind]
