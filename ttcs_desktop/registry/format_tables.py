"""The tables of a format file, checked field by field against the records of `model.format`."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from ttcs_desktop.model.format import FormatProfile, TypeName
from ttcs_desktop.model.look import Range, TextStyle
from ttcs_desktop.registry.data_files import field_names, refuse_unknown

_NOTATION: Mapping[type, frozenset[str]] = {
    FormatProfile: (field_names(FormatProfile) - {"id"}) | {"like", "like_verified"},
    TextStyle: field_names(TextStyle) | {"like"},
    TypeName: field_names(TypeName) - {"name"},
}
"""The fields that a file may write, where they are not those of the record."""


class _Below(NamedTuple):
    """What a field holds: one table of a record, or many of them."""

    record: type
    are_many: bool


def checked(table: Mapping[str, Any], record: type, where: str) -> dict[str, Any]:
    """Return a table of a record, its lone numbers written out as ranges.

    Raises:
        DataError: a field is unknown, here or in a table below; names the table and the field.
    """
    refuse_unknown(table, _NOTATION.get(record) or field_names(record), where)
    below = _tables_of(record)
    return {
        key: _checked(value, below[key], f"{where}: {key}") if key in below else value
        for key, value in table.items()
    }


def _checked(value: object, below: _Below, where: str) -> object:
    if below.are_many:
        return _each_checked(value, below.record, where)
    if below.record is Range and isinstance(value, int | float):
        return {"default": value, "min": value, "max": value, "choices": ()}
    return checked(value, below.record, where) if isinstance(value, Mapping) else value


def _each_checked(value: object, record: type, where: str) -> object:
    one = _Below(record, are_many=False)
    if isinstance(value, Mapping):
        return {name: _checked(own, one, f"{where}.{name}") for name, own in value.items()}
    return [_checked(own, one, where) for own in value] if isinstance(value, list) else value


@cache
def _tables_of(record: type) -> dict[str, _Below]:
    """Return the fields of a record that hold records."""
    return {
        name: _Below(below, get_origin(hint) in (dict, tuple))
        for name, hint in get_type_hints(record).items()
        for below in _records_in(hint)
    }


def _records_in(hint: object) -> Iterator[type]:
    yield from (
        own for own in (hint, *get_args(hint)) if isinstance(own, type) and is_dataclass(own)
    )
