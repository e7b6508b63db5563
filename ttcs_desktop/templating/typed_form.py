"""A form as it is typed: the tables of `template.toml` and of shared files (biểu mẫu, như gõ)."""

import dataclasses
import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.errors import DataError, TemplateError
from ttcs_desktop.model.template import FieldType, Holding
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.templating.faults import Source, read_tables, read_text, unknown_name

T = TypeVar("T")

FILE = "template.toml"
LONGEST = 1_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class TypedDefault:
    """The default of earlier times as it is typed."""

    until: datetime.date
    default: Any


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field as it is typed."""

    label: str
    label_en: str = ""
    help: str = ""
    help_en: str = ""
    type: FieldType = FieldType.TEXT
    section: str = ""
    default: Any = None
    earlier: tuple[TypedDefault, ...] = ()
    required: bool = True
    choices: tuple[str, ...] = ()
    pattern: str = ""
    pattern_help: str = ""
    min: float | None = None
    max: float | None = None
    columns: dict[str, "TypedField"] = dataclasses.field(default_factory=dict)
    holds: Holding | None = None
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class TypedSection:
    """A section of the form as it is typed."""

    title: str
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class TypedTemplate:
    """`template.toml` as it is typed, what it extends laid under it."""

    title: str
    kind: str
    type_name: str
    regimes: tuple[Regime, ...]
    version: str = "1"
    title_en: str = ""
    description: str = ""
    description_en: str = ""
    extends: str = ""
    group: int = 0
    shares: tuple[str, ...] = ()
    sections: dict[str, TypedSection] = dataclasses.field(default_factory=dict)
    fields: dict[str, TypedField] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedShare:
    """A file of sections and fields that several templates share, beside their macros."""

    sections: dict[str, TypedSection] = dataclasses.field(default_factory=dict)
    fields: dict[str, TypedField] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file of a form: its text, to say where in it a fault is, and its tables."""

    source: Source
    name: str
    text: str
    tables: Mapping[str, Any]

    def fault(self, table: str, what: str, remedy: str = "") -> TemplateError:
        """Return a fault in a table of the file."""
        return self.source.fault(self.name, self._line(table), what, remedy)

    def _line(self, table: str) -> int:
        found = re.search(rf"^\s*\[\[?\s*{re.escape(table)}\s*\]", self.text, re.MULTILINE)
        return self.text.count("\n", 0, found.start()) + 1 if table and found else 0


def read_form_file(path: Path, name: str, source: Source, record: type) -> FormFile:
    """Read a file whose tables are to become a record.

    Raises:
        TemplateError: the file cannot be read, is not TOML, or names what nobody reads.
    """
    text = read_text(path, source, LONGEST)
    file = FormFile(source, name, text, read_tables(source, name, text))
    for table, unknown, known in _unknown_names(file.tables, record):
        raise file.fault(table, *unknown_name(unknown, known))
    return file


def read_record(file: FormFile, values: Mapping[str, Any], record: type[T]) -> T:
    """Read the values of a file as a record.

    Raises:
        TemplateError: a value is missing or wrong; names the table and its line.
    """
    try:
        return to_record(values, record, where=file.name)
    except DataError as error:
        raise file.fault(_wrong_table(values), error.what, error.remedy) from error


def laid_over(below: Mapping[str, Any], form: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a form over the one it extends, key by key.

    A field that says its own default has none of the earlier ones below it.
    """
    laid = merged(below, form)
    for table, own, record in _tables(form):
        if record is TypedField and "default" in own and "earlier" not in own:
            _table_at(laid, table).pop("earlier", None)
    return laid


def shared_under(form: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    """Lay shared sections and fields under a form; they come after the form's own.

    A field of the form without a label is the shared one, changed.
    """
    laid = dict(form)
    for kind in ("sections", "fields"):
        own, common = dict(_named(form, kind)), dict(_named(shared, kind))
        changed = {
            name: table for name, table in own.items() if name in common and not _is_whole(table)
        }
        kept = {name: table for name, table in own.items() if name not in changed}
        added = {name: table for name, table in common.items() if name not in kept}
        both = laid_over({kind: added}, {kind: changed})[kind]
        if kept or both:
            laid[kind] = kept | both
    return laid


def _is_whole(table: object) -> bool:
    return isinstance(table, Mapping) and ("label" in table or "title" in table)


def _table_at(values: dict[str, Any], table: str) -> dict[str, Any]:
    for part in table.split("."):
        values = values[part]
    return values


def _wrong_table(values: Mapping[str, Any]) -> str:
    """Return the innermost table that cannot be read by itself; "" for the head of the file."""
    tables: list[tuple[str, Any, type[Any]]] = list(_tables(values))
    for table, own, record in tables[::-1]:
        try:
            to_record(own, record, where=table)
        except DataError:
            return table
    return ""


def _unknown_names(values: Mapping[str, Any], record: type) -> Iterator[tuple[str, str, list[str]]]:
    """Yield every name that nobody reads: its table, itself, and what could stand there."""
    for table, own, own_record in (("", values, record), *_tables(values)):
        known = [one.name for one in dataclasses.fields(own_record)]
        for name in own if isinstance(own, Mapping) else ():
            if name not in known:
                yield table, name, known


def _tables(values: Mapping[str, Any]) -> Iterator[tuple[str, Any, type[Any]]]:
    """Yield every table of the form: its name, its values, and what it is to be read as."""
    for kind, record in (("sections", TypedSection), ("fields", TypedField)):
        for name, table in _named(values, kind):
            yield f"{kind}.{name}", table, record
            yield from _earlier(f"{kind}.{name}", table)
            for column, own in _named(table, "columns"):
                yield f"{kind}.{name}.columns.{column}", own, TypedField
                yield from _earlier(f"{kind}.{name}.columns.{column}", own)


def _earlier(table: str, own: Any) -> Iterator[tuple[str, Any, type[Any]]]:  # noqa: ANN401
    entries = own.get("earlier") if isinstance(own, Mapping) else None
    for entry in entries if isinstance(entries, list) else ():
        yield f"{table}.earlier", entry, TypedDefault


def _named(values: Any, kind: str) -> list[tuple[str, Any]]:  # noqa: ANN401  TOML of any kind
    tables = values.get(kind) if isinstance(values, Mapping) else None
    return list(tables.items()) if isinstance(tables, Mapping) else []
