"""Data files on disk: read in order, and strict about the names of their fields."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import read_toml
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _


def data_files(folders: Iterable[Path]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every TOML file of the folders, folder by folder, by name.

    Raises:
        DataError: a file cannot be read or is not TOML.
    """
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            yield path, read_toml(path)


def field_names(record: type) -> frozenset[str]:
    """Return the names of a record's fields."""
    return frozenset(one.name for one in fields(record))


def refuse_unknown(table: Mapping[str, Any], known: Collection[str], where: str) -> None:
    """Refuse a table with a field that nobody reads, such as a misspelt one.

    Raises:
        DataError: names the field, and the one that was probably meant.
    """
    for name in table:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            raise DataError(
                _("Không có trường “{field}”.").format(field=name),
                where=where,
                remedy=_("Có phải là “{guess}”?").format(guess=close[0])
                if close
                else _("Các trường có thể ghi: {fields}.").format(fields=", ".join(sorted(known))),
            )
