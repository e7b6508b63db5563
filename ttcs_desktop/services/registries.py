"""Units and instruments as the clerk keeps them: edited, imported, exported (danh mục).

What is written lies over what ships, field by field, so an update of the product never overwrites
it. Everything is shown as differences before it is taken in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.codec import to_table
from ttcs_desktop.errors import DataError, SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Difference, Outdated, RecordKind
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.rules.ids import suggested_id
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library

if TYPE_CHECKING:
    from ttcs_desktop.registry.own_fields import OwnField

Record = Unit | Instrument


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file brings, before it is taken in: the records, what they change, what is wrong."""

    records: tuple[Record, ...]
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing of the file is wrong."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the clerk had changed of some records, to go back to it (để hoàn tác)."""

    fields: "tuple[tuple[RecordKind, str, tuple[OwnField, ...]], ...]"


@dataclass(frozen=True)
class Registries:
    """Keeps units and instruments."""

    library: Library

    def compare(self, records: Iterable[Record]) -> tuple[Difference, ...]:
        """Return what saving records would change."""
        from ttcs_desktop.registry.own_records import differences

        return tuple(
            difference
            for record in records
            for difference in differences(self._now(record), record)
        )

    def save(self, records: Iterable[Record]) -> tuple[Difference, ...]:
        """Keep records as they are given, all of them or none; return what changed.

        Raises:
            WriteError: the database cannot be written; it stands as before.
        """
        from ttcs_desktop.registry.own_fields import changes, keep

        kept = tuple(records)
        changed = self.compare(kept)
        ids = {(one.kind, one.id) for one in changed}
        shipped = {kind: self._shipped(kind) for kind in {kind for kind, _id in ids}}
        with self.library.database.writing() as session:
            for record in kept:
                kind = kind_of(record)
                if (kind, record.id) in ids:
                    below = shipped[kind].get(record.id)
                    table = to_table(below) if below else {}
                    fields = changes(kind, record.id, table, to_table(record))
                    keep(session, kind, record.id, fields)
        self.library.refresh()
        return changed

    def snapshot(self, ids: Iterable[tuple[RecordKind, str]]) -> Snapshot:
        """Return what the clerk has changed of some records so far."""
        own = {kind: self._own_fields(kind) for kind in RecordKind}
        return Snapshot(
            tuple(
                (kind, id_, tuple(one for one in own[kind] if one.id == id_))
                for kind, id_ in dict.fromkeys(ids)
            )
        )

    def go_back(self, snapshot: Snapshot) -> None:
        """Let records stand again as they stood then, all of them or none (hoàn tác).

        Raises:
            WriteError: the database cannot be written; it stands as before.
        """
        from ttcs_desktop.registry.own_fields import keep

        with self.library.database.writing() as session:
            for kind, record_id, fields in snapshot.fields:
                keep(session, kind, record_id, {one.field: one for one in fields})
        self.library.refresh()

    def suggested_id(self, record: Record) -> str:
        """Return an id for a new record, made of what it is called, that no other bears."""
        return suggested_id(record, self._all(kind_of(record)))

    def own(self, kind: RecordKind, record_id: str = "") -> tuple[Difference, ...]:
        """Return what the clerk changed of one record, or of all: shipped before, own after."""
        from ttcs_desktop.registry.own_records import as_difference

        records = self._all(kind)
        shipped = self._shipped(kind)
        return tuple(
            as_difference(one, records.get(one.id), is_new=one.id not in shipped)
            for one in self._own_fields(kind)
            if record_id in ("", one.id)
        )

    def restore(self, kind: RecordKind, record_id: str, field: str = "") -> None:
        """Take back what ships, of one field or of a whole record; a record of ours goes away.

        Raises:
            WriteError: the database cannot be written; it stands as before.
        """
        from ttcs_desktop.registry.own_fields import keep

        kept = {
            one.field: one
            for one in self._own_fields(kind)
            if one.id == record_id and field and one.field != field
        }
        with self.library.database.writing() as session:
            keep(session, kind, record_id, kept)
        self.library.refresh()

    def outdated(self) -> tuple[Outdated, ...]:
        """Return the clerk's fields under which the shipped value has changed since."""
        return (*self.library.units.outdated, *self.library.instruments.outdated)

    def stay_with_own(self, outdated: Outdated) -> None:
        """Keep the clerk's value over what ships today, and tell of it no more.

        Raises:
            WriteError: the database cannot be written; it stands as before.
        """
        from ttcs_desktop.registry.own_fields import keep, over_today

        shipped = self._shipped(outdated.kind).get(outdated.id)
        fields = (one for one in self._own_fields(outdated.kind) if one.id == outdated.id)
        kept = over_today(fields, to_table(shipped) if shipped else {}, outdated.field)
        with self.library.database.writing() as session:
            keep(session, outdated.kind, outdated.id, kept)
        self.library.refresh()

    def read(self, path: Path) -> Incoming:
        """Read a table of units or instruments; nothing is taken in yet.

        Raises:
            SourceError: the file is no table, damaged or too large.
        """
        from ttcs_desktop.registry.instrument_sheets import (
            is_instrument_table,
            read_instrument_tables,
        )
        from ttcs_desktop.registry.spreadsheets import read_tables
        from ttcs_desktop.registry.unit_sheets import read_unit_tables

        tables = read_tables(path)
        if tables and all(is_instrument_table(table) for table in tables):
            instruments = read_instrument_tables(tables, self.library.instruments)
            found: tuple[Record, ...] = instruments.instruments
            problems = instruments.problems
        else:
            units = read_unit_tables(tables, self.library.units)
            found, problems = units.units, units.problems
        return Incoming(found, self.compare(found), problems)

    def take_in(self, incoming: Incoming) -> tuple[Difference, ...]:
        """Keep what a file brings; return what changed.

        Raises:
            SourceError: a cell of the file is wrong; nothing was taken in.
            WriteError: the database cannot be written; it stands as before.
        """
        if not incoming.is_sound:
            wrong = [one for one in incoming.problems if one.severity is Severity.ERROR]
            raise SourceError(
                _("Bảng còn {count} chỗ sai, chưa nhập gì. {first}").format(
                    count=len(wrong), first=wrong[0].message
                ),
                remedy=wrong[0].hint,
            )
        return self.save(incoming.records)

    def export(self, records: Iterable[Record], path: Path) -> tuple[Path, ...]:
        """Write units or instruments as .xlsx or .csv; return the files.

        A .csv holds one table: people, contacts and terms of units go into files beside it.

        Raises:
            DataError: the file name ends otherwise.
            WriteError: a file cannot be written; the old one is intact.
        """
        from ttcs_desktop.registry.instrument_sheets import instrument_tables
        from ttcs_desktop.registry.spreadsheets import as_csv, as_xlsx
        from ttcs_desktop.registry.unit_sheets import unit_tables

        chosen = tuple(records)
        instruments = [one for one in chosen if isinstance(one, Instrument)]
        units = [one for one in chosen if isinstance(one, Unit)]
        tables = instrument_tables(instruments) if instruments else unit_tables(units)
        if path.suffix.lower() == ".xlsx":
            write_atomically(path, as_xlsx(tables))
            return (path,)
        if path.suffix.lower() != ".csv":
            raise DataError(
                _("Không biết ghi bảng kiểu “{suffix}”.").format(suffix=path.suffix),
                where=str(path),
                remedy=_("Đặt tên tệp kết thúc bằng .xlsx hoặc .csv."),
            )
        files = {path: tables[0]}
        for table in tables[1:]:
            if table.rows:
                files[path.with_stem(f"{path.stem} - {table.name}")] = table
        for file, table in files.items():
            write_atomically(file, as_csv(table))
        return tuple(files)

    def _all(self, kind: RecordKind) -> Mapping[str, Record]:
        return self.library.units if kind is RecordKind.UNIT else self.library.instruments

    def _now(self, record: Record) -> Record | None:
        return self._all(kind_of(record)).get(record.id)

    def _shipped(self, kind: RecordKind) -> Mapping[str, Record]:
        from ttcs_desktop.registry.instruments import load_instruments
        from ttcs_desktop.registry.units import load_units

        if kind is RecordKind.UNIT:
            return load_units(*self.library.unit_folders)
        return load_instruments(*self.library.instrument_folders)

    def _own_fields(self, kind: RecordKind) -> "tuple[OwnField, ...]":
        from ttcs_desktop.registry.own_fields import own_fields

        return own_fields(self.library.location, kind)


def kind_of(record: Record) -> RecordKind:
    """Return what a record is."""
    return RecordKind.UNIT if isinstance(record, Unit) else RecordKind.INSTRUMENT
