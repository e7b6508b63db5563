"""What the clerk changed, field by field, over what ships (sửa đổi của đơn vị).

A field is a path in a record: `filing`, `habits.spelling`, `periods[2025-07-01].symbol`, where a
period goes by the day it starts, "" for an open start. A whole period that was taken out is
`periods[2025-07-01]` without a value.
"""

import datetime
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ttcs_desktop.codec import to_json
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.registry.location import Location

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ttcs_desktop.registry.database import Database

Table = dict[str, Any]

PERIODS = "periods"


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field as the clerk wants it; `shipped` is what shipped when it was written."""

    kind: RecordKind
    id: str
    field: str
    value: Any
    shipped: Any = None


def own_fields(database: "Database | Location", kind: RecordKind) -> tuple[OwnField, ...]:
    """Return every field of one kind of record that the clerk changed.

    From a location whose file stands at the newest step it is read without SQLAlchemy, so that a
    start costs nothing.

    Raises:
        UserError: the database is damaged, newer than the product, or cannot be reached.
    """
    location = database if isinstance(database, Location) else database.location
    if not location.exists():
        return ()
    from ttcs_desktop.registry import database_file, migrations

    columns = "record_id, field, value, shipped"
    if location.file and database_file.revision_of(location.file) == migrations.revisions()[-1]:
        with database_file.looking(location.file) as connection:
            rows = connection.execute(
                f"SELECT {columns} FROM own_field WHERE record = ? ORDER BY record_id, field",  # noqa: S608
                (kind,),
            ).fetchall()
    else:
        rows = _through_database(database, kind)
    return tuple(OwnField(kind, row[0], row[1], _read(row[2]), _read(row[3])) for row in rows)


def keep(
    session: "Session", kind: RecordKind, record_id: str, wanted: Mapping[str, OwnField]
) -> None:
    """Make these the only fields of a record that the clerk changed."""
    import sqlalchemy as sa

    from ttcs_desktop.registry.tables import OwnFieldRow

    now = datetime.datetime.now(datetime.UTC)
    of_record = (OwnFieldRow.record == kind, OwnFieldRow.record_id == record_id)
    known = {row.field: row for row in session.scalars(sa.select(OwnFieldRow).where(*of_record))}
    for field in known.keys() - wanted.keys():
        session.delete(known[field])
    for field, own in wanted.items():
        value, shipped = _written(own.value) or "null", _written(own.shipped)
        row = known.get(field)
        if row is None:
            session.add(
                OwnFieldRow(
                    record=kind,
                    record_id=record_id,
                    field=field,
                    value=value,
                    shipped=shipped,
                    changed_at=now,
                )
            )
        elif (row.value, row.shipped) != (value, shipped):
            row.value, row.shipped, row.changed_at = value, shipped, now


def flat(table: Mapping[str, Any], keys: Sequence[str] | None = None) -> Table:
    """Return the fields of a record by their paths, without its id and what is not told.

    A period goes by the day it starts, or by its key when keys are given.
    """
    fields: Table = {}
    for name, value in table.items():
        if name == PERIODS:
            for key, period in zip(keys or map(period_key, value), value, strict=True):
                fields |= _branches(period, f"{PERIODS}[{key}].")
        elif name != "id":
            fields |= _branches({name: value})
    return fields


def period_key(period: Mapping[str, Any]) -> str:
    """Return what a period goes by: the day it starts."""
    return str(period.get("valid_from") or "")


def changes(
    kind: RecordKind, record_id: str, shipped: Mapping[str, Any], wanted: Mapping[str, Any]
) -> dict[str, OwnField]:
    """Return the fields that make `wanted` of what ships; `{}` ships for a new record."""
    below, above = flat(shipped), flat(wanted, _keys(shipped, wanted))
    gone = _periods_of(below) - _periods_of(above)
    below = {path: value for path, value in below.items() if _period_of(path) not in gone}
    fields = {
        path: OwnField(kind, record_id, path, above.get(path), below.get(path))
        for path in {**above, **below}
        if above.get(path) != below.get(path)
    }
    return fields | {period: OwnField(kind, record_id, period, None) for period in gone}


def over_today(
    own: Iterable[OwnField], shipped: Mapping[str, Any], field: str
) -> dict[str, OwnField]:
    """Return the clerk's fields, one of them now written over what ships today."""
    below = flat(shipped)
    return {
        one.field: replace(one, shipped=below.get(field)) if one.field == field else one
        for one in own
    }


def laid(shipped: Mapping[str, Any], own: Iterable[OwnField]) -> tuple[Table, tuple[OwnField, ...]]:
    """Lay the clerk's fields over the table of a record that ships.

    Returns the table, and the fields with nothing beneath them any more: those of a period that no
    longer ships and of which the clerk only wrote a part, or that would leave no period at all.
    """
    table: Table = {name: value for name, value in shipped.items() if name != PERIODS}
    periods = {period_key(period): _copied(period) for period in shipped.get(PERIODS, ())}
    by_period: dict[str, list[OwnField]] = {}
    for one in own:
        by_period.setdefault(_period_of(one.field), []).append(one)
    for one in by_period.pop("", ()):
        _put(table, one.field, one.value)
    left: list[OwnField] = []
    for lead, fields in by_period.items():
        key, told = lead[len(PERIODS) + 1 : -1], {one.field: one for one in fields}
        named = told.get(f"{lead}.name")
        if lead in told:
            periods.pop(key, None)
        elif key in periods or (named and named.shipped is None):
            period = periods.setdefault(key, {"valid_from": key or None})
            for one in fields:
                _put(period, one.field[len(lead) + 1 :], one.value)
        else:
            left.extend(fields)
    if not periods and shipped.get(PERIODS):
        left.extend(one for fields in by_period.values() for one in fields if one not in left)
        periods = {period_key(period): period for period in shipped[PERIODS]}
    if periods:
        table[PERIODS] = sorted(periods.values(), key=period_key)
    return table, tuple(left)


def _keys(shipped: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    """Return what each wanted period goes by; one that only starts otherwise keeps its old key."""
    known = {period_key(period): period for period in shipped.get(PERIODS, ())}
    keys = [period_key(period) for period in wanted.get(PERIODS, ())]
    left = {key: period for key, period in known.items() if key not in keys}
    for at, period in enumerate(wanted.get(PERIODS, ())):
        if keys[at] in known:
            continue
        twin = next((key for key, was in left.items() if _is_same(was, period)), None)
        if twin is not None:
            del left[twin]
            keys[at] = twin
    return keys


def _is_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(one.get(name) == other.get(name) for name in ("name", "symbol", "valid_to"))


def _branches(table: Mapping[str, Any], lead: str = "") -> Table:
    fields: Table = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            fields |= _branches(value, f"{lead}{name}.")
        elif value is not None:
            fields[lead + name] = _plain(value)
    return fields


def _plain(value: Any) -> Any:  # noqa: ANN401  a value of any field
    """Return a value as it comes back from the database: dates in words, tuples as lists."""
    if isinstance(value, str | int | float):
        return str(value) if isinstance(value, str) else value
    return json.loads(to_json(value))


def _put(table: Table, path: str, value: Any) -> None:  # noqa: ANN401  a value of any field
    *branches, leaf = path.split(".")
    for branch in branches:
        table = table.setdefault(branch, {})
    if value is None:
        table.pop(leaf, None)
    else:
        table[leaf] = value


def _copied(period: Mapping[str, Any]) -> Table:
    return {
        name: dict(value) if isinstance(value, Mapping) else value for name, value in period.items()
    }


def _period_of(path: str) -> str:
    """Return `periods[2025-07-01]` of a path below it, "" of any other."""
    return path[: path.index("]") + 1] if path.startswith(f"{PERIODS}[") else ""


def _periods_of(fields: Collection[str]) -> set[str]:
    return {period for path in fields if (period := _period_of(path))}


def _written(value: Any) -> str | None:  # noqa: ANN401  a value of any field
    return None if value is None else to_json(value).decode()


def _read(text: str | None) -> Any:  # noqa: ANN401  a value of any field
    return None if text is None else json.loads(text)


def _through_database(database: "Database | Location", kind: RecordKind) -> list[Any]:
    import sqlalchemy as sa

    from ttcs_desktop.registry.database import Database
    from ttcs_desktop.registry.tables import OwnFieldRow

    opened = Database(database) if isinstance(database, Location) else database
    columns = (OwnFieldRow.record_id, OwnFieldRow.field, OwnFieldRow.value, OwnFieldRow.shipped)
    with opened.reading() as session:
        return list(
            session.execute(
                sa.select(*columns)
                .where(OwnFieldRow.record == kind)
                .order_by(OwnFieldRow.record_id, OwnFieldRow.field)
            )
        )
