"""Units as tables that clerks edit, and back: units, people, contacts, terms (bảng đơn vị).

A line of the first table is one period of a unit; people, contacts and terms have tables of their
own, and those of a unit that a table names replace the ones it had. A column that is missing
changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ttcs_desktop.codec import merged, to_record, to_table
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.unit import Unit, UnitPeriod
from ttcs_desktop.registry.columns import (
    Line,
    fits,
    read_lines,
    table_of,
    unknown_table,
    wrong_line,
)
from ttcs_desktop.registry.data_files import field_names
from ttcs_desktop.registry.labels import label
from ttcs_desktop.registry.own_fields import PERIODS, period_key
from ttcs_desktop.registry.spreadsheets import Table
from ttcs_desktop.registry.unit_columns import tables_beside, unit_columns

_OF_PERIOD = field_names(UnitPeriod) | {"habits"}


@dataclass(frozen=True, slots=True)
class ReadUnits:
    """Units as the tables want them, and what is wrong with the tables."""

    units: tuple[Unit, ...]
    problems: tuple[Problem, ...]


def unit_tables(units: Iterable[Unit]) -> tuple[Table, ...]:
    """Return units as tables: the units, their people, contacts and terms."""
    tables = [to_table(unit) for unit in units]
    beside = [
        table_of(title, columns, _parts(tables, part)) for part, title, columns in tables_beside()
    ]
    return (table_of(_("Đơn vị"), unit_columns(), _rows(tables)), *beside)


def read_unit_tables(tables: Sequence[Table], known: Mapping[str, Unit]) -> ReadUnits:
    """Read tables over the units that are known; a table of none of the four kinds is told."""
    wanted: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    places: dict[str, Line] = {}
    for table in sorted(tables, key=lambda table: not fits(table, unit_columns())):
        problems.extend(_take(table, known, wanted, places))
    units = []
    for unit_id, values in wanted.items():
        line = places[unit_id]
        if lacking := _lacking(values):
            problems.append(wrong_line(line, _("thiếu {fields}.").format(fields=lacking)))
            continue
        try:
            unit = to_record({**values, "id": unit_id}, Unit, where=unit_id)
        except DataError as error:
            problems.append(wrong_line(line, f"{unit_id}: {error.what}"))
            continue
        problems.extend(wrong_line(line, said) for said in _overlaps(unit))
        units.append(unit)
    problems.extend(_strangers(units, {**known, **{unit.id: unit for unit in units}}, places))
    return ReadUnits(tuple(units), tuple(problems))


def _take(
    table: Table,
    known: Mapping[str, Unit],
    wanted: dict[str, dict[str, Any]],
    places: dict[str, Line],
) -> list[Problem]:
    for part, _title, columns in tables_beside():
        if fits(table, columns):
            read = read_lines(table, columns)
            return [*read.problems, *_take_parts(part, read.lines, known, wanted, places)]
    columns = unit_columns()
    if not fits(table, columns):
        return [unknown_table(table)]
    read = read_lines(table, columns)
    problems = [*read.problems]
    for line in read.lines:
        unit_id = line.values.get("id", "")
        if not unit_id:
            continue
        places.setdefault(unit_id, line)
        _take_period(_table_in_work(unit_id, known, wanted), line.values)
    return problems


def _take_period(table: dict[str, Any], values: Mapping[str, Any]) -> None:
    """Lay a line over a unit: its period is the one that starts that day, or a new one.

    A new period is like the one before it, but for what the line says. Without a column of dates
    it is the last one.
    """
    own: dict[str, Any] = {}
    for field, value in values.items():
        branch, _dot, leaf = field.partition(".")
        if leaf:
            own.setdefault(branch, {})[leaf] = value
        else:
            own[field] = value
    table.update({name: value for name, value in own.items() if name not in _OF_PERIOD})
    changed = {name: value for name, value in own.items() if name in _OF_PERIOD}
    periods: list[dict[str, Any]] = table[PERIODS]
    if not changed:
        return
    if "valid_from" not in changed:
        periods[-1:] = [merged(periods[-1] if periods else {}, changed)]
        return
    keys = [period_key(period) for period in periods]
    key = period_key(changed)
    if key in keys:
        at = keys.index(key)
        periods[at] = merged(periods[at], changed)
        return
    before = [period for period in periods if period_key(period) < key]
    periods.append(merged({**before[-1], "valid_to": None} if before else {}, changed))
    periods.sort(key=period_key)


def _take_parts(
    part: str,
    lines: Iterable[Line],
    known: Mapping[str, Unit],
    wanted: dict[str, dict[str, Any]],
    places: dict[str, Line],
) -> Iterator[Problem]:
    begun: set[str] = set()
    for line in lines:
        values = dict(line.values)
        unit_id = values.pop("unit", "")
        if not unit_id:
            continue
        if unit_id not in known and unit_id not in wanted:
            yield wrong_line(line, _("Không có đơn vị “{id}”.").format(id=unit_id))
            continue
        places.setdefault(unit_id, line)
        table = _table_in_work(unit_id, known, wanted)
        if unit_id not in begun:
            begun.add(unit_id)
            table[part] = []
        table[part].append(values)


def _table_in_work(
    unit_id: str, known: Mapping[str, Unit], wanted: dict[str, dict[str, Any]]
) -> dict[str, Any]:
    if unit_id not in wanted:
        table = to_table(known[unit_id]) if unit_id in known else {}
        wanted[unit_id] = {**table, PERIODS: list(table.get(PERIODS, ()))}
    return wanted[unit_id]


def _lacking(values: Mapping[str, Any]) -> str:
    """Return what a unit still lacks, in the words of the headings."""
    fields = [name for name in ("kind", "regime") if not values.get(name)]
    needed = ("name", "letterhead_issuer", "symbol", "place")
    periods = values.get(PERIODS) or [{}]
    fields += [name for name in needed if not all(period.get(name) for period in periods)]
    return ", ".join(label(name) for name in fields)


def _overlaps(unit: Unit) -> Iterator[str]:
    for before, after in zip(unit.periods, unit.periods[1:], strict=False):
        if before.valid_to is None or (after.valid_from or before.valid_to) <= before.valid_to:
            yield _(
                "{id}: hai quãng thời gian chồng lên nhau; ghi “Đến ngày” cho “{name}”."
            ).format(id=unit.id, name=before.name)


def _strangers(
    units: Iterable[Unit], all_units: Mapping[str, Unit], places: Mapping[str, Line]
) -> Iterator[Problem]:
    for unit in units:
        for other in (unit.superior, *unit.successors):
            if other and other not in all_units:
                yield wrong_line(
                    places[unit.id],
                    _("{id}: không có đơn vị “{other}”.").format(id=unit.id, other=other),
                    _("Sửa mã cấp trên hoặc mã đơn vị kế thừa."),
                )


def _rows(tables: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for table in tables:
        for period in table[PERIODS]:
            habits = {f"habits.{name}": value for name, value in period["habits"].items()}
            yield {**table, **period, **habits}


def _parts(tables: Iterable[Mapping[str, Any]], part: str) -> Iterator[dict[str, Any]]:
    for table in tables:
        for one in table[part]:
            yield {"unit": table["id"], **one}
