"""Instruments by id: what ships, with the clerk's own laid over it (văn bản viện dẫn)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import merged, to_record
from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Outdated
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.registry.data_files import data_files, field_names, refuse_unknown
from ttcs_desktop.registry.own_fields import OwnField
from ttcs_desktop.registry.own_records import lay
from ttcs_desktop.registry.shelf import Shelf, UnknownIdError

FIELDS = field_names(Instrument) - {"id"}


class Instruments(Shelf[Instrument]):
    """Instruments by id, to find by symbol, title or issuer.

    `outdated` and `problems` are those of `Units`.
    """

    def __init__(
        self,
        entries: Mapping[str, Instrument],
        outdated: tuple[Outdated, ...] = (),
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(entries, _words, _unknown)
        self.outdated = outdated
        self.problems = problems


def load_instruments(*folders: Path, own: Iterable[OwnField] = ()) -> Instruments:
    """Read every instrument file; a later folder lies over an earlier one, field by field.

    `own` are the fields that the clerk changed in the database; they lie over all.

    Raises:
        DataError: a file is not TOML, or a field is wrong; names file, instrument and field.
    """
    tables: dict[str, dict[str, Any]] = {}
    homes: dict[str, Path] = {}
    for path, values in data_files(folders):
        read = to_record(values, dict[str, dict[str, Any]], where=str(path))
        homes.update(dict.fromkeys(read, path))
        tables = merged(tables, read)
    shipped = {
        key: _instrument(key, table, f"{homes[key]}: {key}") for key, table in tables.items()
    }
    laid = lay(shipped, own, Instrument)
    return Instruments(laid.records, laid.outdated, laid.problems)


def _instrument(instrument_id: str, table: Mapping[str, Any], where: str) -> Instrument:
    refuse_unknown(table, FIELDS, where)
    return to_record({"id": instrument_id, **table}, Instrument, where=where)


def _words(instrument: Instrument) -> str:
    return " ".join(
        (
            instrument.type_name,
            instrument.symbol,
            instrument.short_name,
            instrument.title,
            instrument.issuer,
        )
    )


def _unknown(instrument_id: str, guesses: str) -> UnknownIdError:
    return UnknownIdError(
        _("Không có văn bản “{id}” để viện dẫn.").format(id=instrument_id),
        remedy=_("Có phải: {guesses}?").format(guesses=guesses)
        if guesses
        else _("Thêm văn bản ấy vào thư mục instruments của đơn vị."),
    )
