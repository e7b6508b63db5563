"""Rows of the register: series and the numbers in them (dòng trong sổ)."""

import datetime
from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from ttcs_desktop.errors import UnknownError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.register import Entry, NumberState, Registered, Serial, Series
from ttcs_desktop.registry.tables import EntryRow, SeriesRow


class TakenError(UserError):
    """A number is on another document already."""


def held(session: Session, series: Series) -> SeriesRow:
    """Return the row of a series, made if need be, so that nobody else gives from it meanwhile."""
    held = named(series).with_for_update()
    row = session.scalar(held)
    if row is None:
        try:
            with session.begin_nested():
                session.add(SeriesRow(**asdict(series), first=1))
        except IntegrityError:
            session.expire_all()
        row = session.scalars(held).one()
    return row


def named(series: Series) -> sa.Select[SeriesRow]:
    """Select a series."""
    return sa.select(SeriesRow).where(*is_series(series))


def is_series(series: Series) -> tuple[sa.ColumnElement[bool], ...]:
    """Match a series."""
    return (
        SeriesRow.unit == series.unit,
        SeriesRow.type_name == series.type_name,
        SeriesRow.span == series.span,
        SeriesRow.is_secret == series.is_secret,
    )


def next_number(session: Session, row: SeriesRow) -> int:
    """Return the number after the last one of a series."""
    last = session.scalar(
        sa.select(sa.func.max(EntryRow.number)).where(EntryRow.series_id == row.id)
    )
    return max(row.first, (last or 0) + 1)


def serials_of(session: Session, row: SeriesRow) -> list[Serial]:
    """Return every number of a series."""
    found = session.execute(
        sa.select(EntryRow.number, EntryRow.suffix).where(EntryRow.series_id == row.id)
    )
    return [Serial(number, suffix) for number, suffix in found]


def occurrence_of(session: Session, row: SeriesRow, serial: Serial, *, is_double: bool) -> int:
    """Return how often a number was given before; one that is still in use is refused."""
    states = session.scalars(
        sa.select(EntryRow.state).where(
            EntryRow.series_id == row.id,
            EntryRow.number == serial.number,
            EntryRow.suffix == serial.suffix,
        )
    ).all()
    if not is_double and any(state != NumberState.CANCELLED for state in states):
        raise TakenError(
            _("Số {serial} đã có văn bản mang rồi.").format(serial=serial),
            remedy=_("Lấy số tiếp theo, hoặc số chèn {serial}a.").format(serial=serial.number),
        )
    return len(states)


def new_row(
    series: SeriesRow, serial: Serial, occurrence: int, state: NumberState, registered: Registered
) -> EntryRow:
    """Return a new line of a series."""
    return EntryRow(
        series=series,
        number=serial.number,
        suffix=serial.suffix,
        occurrence=occurrence,
        state=state,
        given_at=datetime.datetime.now(datetime.UTC),
        reason="",
        **asdict(registered),
    )


def write_row(row: EntryRow, registered: Registered) -> None:
    """Write what a line says."""
    for name, value in asdict(registered).items():
        setattr(row, name, value)


def row_of(session: Session, entry_id: int) -> EntryRow:
    """Return a line, so that nobody else changes it meanwhile.

    Raises:
        UnknownError: there is no such line.
    """
    row = session.get(EntryRow, entry_id, with_for_update=True)
    if row is None:
        raise no_line(entry_id)
    return row


def no_line(entry_id: int) -> UnknownError:
    """Return that the register has no such line."""
    return UnknownError(
        _("Sổ không có dòng {id}.").format(id=entry_id), remedy=_("Mở lại sổ rồi chọn dòng.")
    )


def not_kept(row: EntryRow) -> UnknownError:
    """Return that a number is not one that is kept."""
    return UnknownError(
        _("Số {serial} không phải số đang giữ.").format(serial=Serial(row.number, row.suffix)),
        remedy=_("Lấy số tiếp theo của sổ."),
    )


def series_in(row: SeriesRow) -> Series:
    """Return the series of a row."""
    return Series(row.unit, row.type_name, row.span, row.is_secret)


def entry_in(row: EntryRow) -> Entry:
    """Return the line of a row."""
    given_at = row.given_at
    if given_at.tzinfo is None:
        given_at = given_at.replace(tzinfo=datetime.UTC)
    said = {name: getattr(row, name) for name in Registered.__dataclass_fields__}
    return Entry(
        row.id,
        series_in(row.series),
        Serial(row.number, row.suffix),
        NumberState(row.state),
        Registered(**said),
        given_at,
        row.reason,
    )


def is_of_year(year: int) -> sa.ColumnElement[bool]:
    """Match the lines of a year, by the document's date or else by the day they were given."""
    day = sa.func.coalesce(sa.extract("year", EntryRow.date), sa.extract("year", EntryRow.given_at))
    return day == year
