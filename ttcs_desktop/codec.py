"""TOML and JSON to and from the records of `model`, with errors that name the field."""

import datetime
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _

T = TypeVar("T")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file as plain values.

    Raises:
        DataError: the file cannot be read or is not TOML; says where.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(
            _("Không đọc được tệp dữ liệu."), where=str(path), remedy=str(error.strerror or error)
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(
            _("Tệp dữ liệu không đúng cú pháp TOML: {reason}").format(reason=error),
            where=str(path),
            remedy=_("Sửa lại dòng được nêu rồi mở lại."),
        ) from error


def to_record(values: object, record: type[T], *, where: str) -> T:
    """Turn plain values into a record.

    Raises:
        DataError: a field is missing, unknown in type or out of place; `where` and the path of the
            field are in the message.
    """
    try:
        return msgspec.convert(values, record, strict=False)
    except msgspec.ValidationError as error:
        raise DataError(
            _("Dữ liệu không đúng: {reason}").format(reason=error),
            where=where,
            remedy=_("Sửa trường được nêu ($ là gốc của tệp)."),
        ) from error


def to_json(record: object) -> bytes:
    """Return a record as JSON; the same record gives the same bytes."""
    return msgspec.json.encode(record, order="deterministic")


def from_json(data: bytes | str, record: type[T], *, where: str) -> T:
    """Read a record from JSON.

    Raises:
        DataError: the data is not JSON or not of that record.
    """
    try:
        return msgspec.json.decode(data, type=record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataError(
            _("Dữ liệu không đúng: {reason}").format(reason=error), where=where
        ) from error


def to_table(record: object) -> dict[str, Any]:
    """Return a record as a plain table of dicts, lists, strings, numbers and dates."""
    table: dict[str, Any] = msgspec.to_builtins(
        record, builtin_types=(datetime.date,), enc_hook=os.fspath
    )
    return table


def to_plain(record: object) -> object:
    """Return any value made of records as plain dicts, lists, strings, numbers and dates."""
    plain: object = msgspec.to_builtins(record, builtin_types=(datetime.date,), enc_hook=os.fspath)
    return plain


def merged(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one TOML table over another, table by table, key by key."""
    result = dict(base)
    for key, value in change.items():
        below = result.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            result[key] = merged(below, value)
        else:
            result[key] = value
    return result
