"""Unit files: kinds, units, and the patterns of communes (tệp đơn vị).

A unit says only what differs from its kind, a period only what differs from its unit. The notation
is explained at the head of `resources/units/provincial.toml`, `communes.toml` and
`former_communes.toml`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.model.unit import Epoch, Unit, UnitPeriod
from ttcs_desktop.registry.communes import Around, Commune, District, bodies_of
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown
from ttcs_desktop.registry.lazy import Lazy

Table = dict[str, Any]

LINE_END = " | "
CHOICE = " / "


@dataclass(frozen=True, slots=True)
class UnitsFile:
    """What a unit file holds, by id."""

    kind: dict[str, Table] = field(default_factory=dict)
    unit: dict[str, Table] = field(default_factory=dict)
    pattern: dict[str, Table] = field(default_factory=dict)
    commune: dict[str, Commune] = field(default_factory=dict)
    former_pattern: dict[str, Table] = field(default_factory=dict)
    former_commune: dict[str, Commune] = field(default_factory=dict)
    district: dict[str, District] = field(default_factory=dict)
    epoch: dict[str, Table] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedUnit:
    """What of a unit is typed otherwise than it is kept."""

    kind: str
    periods: tuple[Table, ...] = ({},)


@dataclass(frozen=True, slots=True)
class TypedPeriod:
    """What of a period is typed otherwise than it is kept: lines and choices in one string."""

    letterhead_issuer: str
    letterhead_parent: str = ""
    signing: tuple[str, ...] = ()


FILE_FIELDS = field_names(UnitsFile)
UNIT_FIELDS = field_names(Unit) - {"id"}
PERIOD_FIELDS = field_names(UnitPeriod)


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """What the unit files say: the units by id, and the epochs in order of time."""

    units: Mapping[str, Unit]
    epochs: tuple[Epoch, ...]


def read_units(folders: Iterable[Path]) -> ReadFiles:
    """Read the unit files of the folders; what comes later lies over what came before.

    Raises:
        DataError: a file or a field is wrong; names the file, the unit and the field.
    """
    laid: Table = {}
    homes: dict[str, Path] = {}
    for path, values in data_files(folders):
        refuse_unknown(values, FILE_FIELDS, str(path))
        file = to_record(values, UnitsFile, where=str(path))
        homes.update(dict.fromkeys((*file.unit, *file.pattern, *file.former_pattern), path))
        laid = merged(laid, values)
    file = to_record(laid, UnitsFile, where="")
    return ReadFiles(
        Lazy(_makers(file, homes)),
        tuple(
            to_record({"id": key, **table}, Epoch, where=f"epoch.{key}")
            for key, table in file.epoch.items()
        ),
    )


def _makers(file: UnitsFile, homes: Mapping[str, Path]) -> dict[str, Callable[[], Unit]]:
    """Return what makes each unit; those written out, and one of each pattern, are made at once."""
    around = Around(file.district, file.commune)
    tables = dict(bodies_of(file.commune, file.pattern, homes, around))
    tables.update(bodies_of(file.former_commune, file.former_pattern, homes, around))

    def made(unit_id: str) -> Unit:
        table = tables[unit_id]() if unit_id in tables else {}
        return _unit(unit_id, merged(table, file.unit.get(unit_id, {})), file.kind, homes)

    makers: dict[str, Callable[[], Unit]] = {
        unit_id: partial(made, unit_id) for unit_id in {**tables, **file.unit}
    }
    samples = {unit_id.rpartition("-")[0]: unit_id for unit_id in tables}
    for unit_id in (*file.unit, *samples.values()):
        makers[unit_id] = partial(_same, made(unit_id))
    return makers


def _same(unit: Unit) -> Unit:
    return unit


def _unit(unit_id: str, own: Table, kinds: Mapping[str, Table], homes: Mapping[str, Path]) -> Unit:
    where = f"{homes.get(unit_id) or homes[own['kind']]}: {unit_id}"
    typed = to_record(own, TypedUnit, where=where)
    table = merged(kinds[typed.kind], own) if typed.kind in kinds else own
    refuse_unknown(table, UNIT_FIELDS | PERIOD_FIELDS, where)
    unit = {key: value for key, value in table.items() if key in UNIT_FIELDS}
    common = {key: value for key, value in table.items() if key not in UNIT_FIELDS}
    periods = [_period(common, own_period, where) for own_period in typed.periods]
    return to_record({**unit, "id": unit_id, "periods": periods}, Unit, where=where)


def _period(common: Table, own: Table, where: str) -> Table:
    refuse_unknown(own, PERIOD_FIELDS, where)
    period = merged(common, own) if own else common
    typed = to_record(period, TypedPeriod, where=where)
    return {
        **period,
        "letterhead_parent": typed.letterhead_parent.replace(LINE_END, "\n"),
        "letterhead_issuer": typed.letterhead_issuer.split(LINE_END),
        "signing": [{"lines": form} for line in typed.signing for form in _signing_forms(line)],
    }


def _signing_forms(typed: str) -> list[list[str]]:
    """Read "T/M BAN THƯỜNG VỤ | BÍ THƯ / PHÓ BÍ THƯ" as one form for each position."""
    *authority, positions = typed.split(LINE_END)
    return [[*authority, position] for position in positions.split(CHOICE)]
