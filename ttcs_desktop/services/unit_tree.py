"""Units as a tree by who stands over whom on a date (cây đơn vị)."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ttcs_desktop.i18n import _
from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.library import Library

_LEVELS = ("trung-uong", "tinh", "huyen", "xa")
_NO_LEVEL = len(_LEVELS)


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in the tree, or a level that gathers units without superior (then without id).

    `parent` and `children` are places in `UnitTree.nodes`; `parent` is -1 at the top.
    """

    id: str
    name: str
    parent: int
    children: tuple[int, ...]
    is_there: bool = True


@dataclass(frozen=True, slots=True)
class UnitTree:
    """The tree, each node after its parent; `found` are the places of what was sought."""

    nodes: tuple[UnitNode, ...] = ()
    roots: tuple[int, ...] = ()
    found: tuple[int, ...] = ()

    def place(self, unit_id: str) -> int:
        """Return where a unit stands, -1 when it is not in the tree."""
        places = (at for at, node in enumerate(self.nodes) if node.id and node.id == unit_id)
        return next(places, -1)


def unit_tree(
    library: Library, date: datetime.date, *, find: str = "", with_ended: bool = False
) -> UnitTree:
    """Return the units that are there on a date, by the names they bear then.

    With `find` only those whose name, today or once, holds the words, and who stands over them;
    `with_ended` also those that are not there on that date.
    """
    units = {
        unit.id: unit
        for unit in library.units.values()
        if with_ended or any(period.covers(date) for period in unit.periods)
    }
    sought = {unit.id for unit in library.units.find(find)} & units.keys() if find else set()
    kept = {one for id_ in sought for one in _line_up(id_, units)} if find else set(units)
    return _Planter(units, kept, sought, date).plant()


class _Planter:
    """Puts units into a tree from the top down."""

    def __init__(
        self, units: Mapping[str, Unit], kept: set[str], sought: set[str], date: datetime.date
    ) -> None:
        self._sought = sought
        self._date = date
        self._below: dict[str, list[Unit]] = {}
        self._tops: dict[str, list[Unit]] = {}
        for unit in units.values():
            if unit.id not in kept:
                continue
            has_superior = unit.superior in units and not _goes_round(unit, units)
            home = self._below if has_superior else self._tops
            home.setdefault(unit.superior if has_superior else unit.level, []).append(unit)
        self._nodes: list[UnitNode] = []
        self._found: list[int] = []

    def plant(self) -> UnitTree:
        roots = tuple(
            self._put("", level_word(level), -1, self._tops[level])
            for level in sorted(self._tops, key=_rank)
        )
        return UnitTree(tuple(self._nodes), roots, tuple(self._found))

    def _put(
        self, id_: str, name: str, parent: int, below: Iterable[Unit], *, is_there: bool = True
    ) -> int:
        at = len(self._nodes)
        self._nodes.append(UnitNode(id_, name, parent, (), is_there))
        if id_ in self._sought:
            self._found.append(at)
        children = tuple(self._put_unit(unit, at) for unit in self._sorted(below))
        self._nodes[at] = UnitNode(id_, name, parent, children, is_there)
        return at

    def _put_unit(self, unit: Unit, parent: int) -> int:
        period = period_on(unit, self._date)
        below = self._below.get(unit.id, ())
        return self._put(unit.id, period.name, parent, below, is_there=period.covers(self._date))

    def _sorted(self, units: Iterable[Unit]) -> list[Unit]:
        """Sort by level; the bodies of the province stay in their own order, others go by name."""

        def key(unit: Unit) -> tuple[int, str]:
            rank = _rank(unit.level)
            name = period_on(unit, self._date).name
            return (rank, "" if rank <= 1 else without_marks(name).casefold())

        return sorted(units, key=key)


def level_word(level: str) -> str:
    """Return what a level is called."""
    words = {
        "trung-uong": _("Trung ương"),
        "tinh": _("Cấp tỉnh"),
        "huyen": _("Cấp huyện"),
        "xa": _("Cấp xã"),
        "": _("Chưa rõ cấp"),
    }
    return words.get(level, level)


def _rank(level: str) -> int:
    return _LEVELS.index(level) if level in _LEVELS else _NO_LEVEL


def _line_up(unit_id: str, units: Mapping[str, Unit]) -> list[str]:
    """Return a unit and everyone over it."""
    line: list[str] = []
    while unit_id in units and unit_id not in line:
        line.append(unit_id)
        unit_id = units[unit_id].superior
    return line


def _goes_round(unit: Unit, units: Mapping[str, Unit]) -> bool:
    """Tell whether a unit stands over itself by a slip of the clerk's."""
    line = _line_up(unit.id, units)
    return units[line[-1]].superior in line
