"""Instruments as a table that clerks edit, and back (bảng văn bản viện dẫn)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ttcs_desktop.codec import to_record, to_table
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.registry.columns import (
    CellKind,
    Column,
    Line,
    fits,
    read_lines,
    table_of,
    unknown_table,
    wrong_line,
)
from ttcs_desktop.registry.labels import label
from ttcs_desktop.registry.spreadsheets import Table

_NEEDED = ("type_name", "issuer", "title")


@dataclass(frozen=True, slots=True)
class ReadInstruments:
    """Instruments as a table wants them, and what is wrong with the table."""

    instruments: tuple[Instrument, ...]
    problems: tuple[Problem, ...]


def instrument_tables(instruments: Iterable[Instrument]) -> tuple[Table, ...]:
    """Return instruments as a table."""
    rows = (to_table(instrument) for instrument in instruments)
    return (table_of(_("Văn bản"), _columns(), rows),)


def is_instrument_table(table: Table) -> bool:
    """Tell whether a table is of instruments: it has a column that no other table has."""
    headings = {heading.casefold() for heading in table.headings}
    return label("type_name").casefold() in headings or label("title").casefold() in headings


def read_instrument_tables(
    tables: Sequence[Table], known: Mapping[str, Instrument]
) -> ReadInstruments:
    """Read tables over the instruments that are known."""
    problems: list[Problem] = []
    found: dict[str, Instrument] = {}
    for table in tables:
        if not fits(table, _columns()):
            problems.append(unknown_table(table))
            continue
        read = read_lines(table, _columns())
        problems.extend(read.problems)
        for line in read.lines:
            one = _instrument(line, known)
            if isinstance(one, Problem):
                problems.append(one)
            elif one is not None:
                found[one.id] = one
    return ReadInstruments(tuple(found.values()), tuple(problems))


def _instrument(line: Line, known: Mapping[str, Instrument]) -> Instrument | Problem | None:
    instrument_id = line.values.get("id", "")
    if not instrument_id:
        return None
    below = to_table(known[instrument_id]) if instrument_id in known else {}
    values: dict[str, Any] = {**below, **line.values}
    lacking = ", ".join(label(field) for field in _NEEDED if not values.get(field))
    if lacking:
        return wrong_line(line, _("thiếu {fields}.").format(fields=lacking))
    try:
        return to_record(values, Instrument, where=instrument_id)
    except DataError as error:
        return wrong_line(line, error.what)


def _columns() -> tuple[Column, ...]:
    return (
        Column("id", is_needed=True),
        Column("type_name"),
        Column("symbol"),
        Column("date", CellKind.DATE),
        Column("issuer"),
        Column("title"),
        Column("short_name"),
        Column("valid_from", CellKind.DATE),
        Column("valid_to", CellKind.DATE),
        Column("status"),
        Column("successor", heading="successor_id"),
        Column("citation"),
        Column("source"),
    )
