"""The register of numbers, kept so that no number is given twice (sổ đăng ký văn bản đi).

A number is given inside one writing transaction that holds its series, so windows and processes
that ask together each get their own. Nothing is ever deleted: what is undone is cancelled with a
reason and stays in the register.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager

from ttcs_desktop.errors import UnknownError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.register import Entry, NumberState, Registered, Serial, Series
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.register_rows import (
    entry_in,
    held,
    is_of_year,
    is_series,
    named,
    new_row,
    next_number,
    no_line,
    not_kept,
    occurrence_of,
    row_of,
    serials_of,
    series_in,
    write_row,
)
from ttcs_desktop.registry.tables import EntryRow, SeriesRow
from ttcs_desktop.rules.register import next_suffix

CHUNK = 500
"""Lines read at a time, so that a window that waits is not held up by a long register."""


class Register:
    """Gives numbers and keeps them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reserve(
        self, series: Series, registered: Registered, serial: Serial | None = None, count: int = 1
    ) -> tuple[Entry, ...]:
        """Keep the next numbers of a series, or the one that is named, for documents to come.

        Raises:
            TakenError: the number named is given already.
            UserError: the database cannot be written.
        """
        return self._give(series, registered, NumberState.RESERVED, [serial] * count)

    def issue(
        self,
        series: Series,
        registered: Registered,
        serial: Serial | None = None,
        *,
        is_double: bool = False,
    ) -> Entry:
        """Give the next number of a series, or the one that is named, to a document.

        `is_double` records a number that is on another document already, as paper registers show.

        Raises:
            TakenError: the number named is given already.
            UserError: the database cannot be written.
        """
        return self._give(series, registered, NumberState.ISSUED, [serial], is_double=is_double)[0]

    def insert_after(
        self,
        series: Series,
        number: int,
        registered: Registered,
        state: NumberState = NumberState.ISSUED,
    ) -> Entry:
        """Give a number between two: 264a after 264.

        Raises:
            UnknownError: there is no number 264 yet.
            UserError: the database cannot be written.
        """
        with self._database.writing() as session:
            row = held(session, series)
            given = [one for one in serials_of(session, row) if one.number == number]
            if not given:
                raise UnknownError(
                    _("Chưa có số {number} để chèn số sau nó.").format(number=number),
                    remedy=_("Lấy số tiếp theo của sổ."),
                )
            suffix = next_suffix(one.suffix for one in given)
            entry = new_row(row, Serial(number, suffix), 0, state, registered)
            session.add(entry)
            session.flush()
            return entry_in(entry)

    def issue_reserved(self, entry_id: int, registered: Registered) -> Entry:
        """Put a number that was kept on its document.

        Raises:
            UnknownError: no such number is kept.
            UserError: the database cannot be written.
        """
        with self._database.writing() as session:
            row = row_of(session, entry_id)
            if row.state != NumberState.RESERVED:
                raise not_kept(row)
            row.state = NumberState.ISSUED
            write_row(row, registered)
            return entry_in(row)

    def amend(self, entry_id: int, registered: Registered) -> Entry:
        """Write what a line says anew; its number and state stay.

        Raises:
            UnknownError: there is no such line.
            UserError: the database cannot be written.
        """
        with self._database.writing() as session:
            row = row_of(session, entry_id)
            write_row(row, registered)
            return entry_in(row)

    def cancel(self, entry_id: int, reason: str) -> Entry:
        """Cancel a number and note why; it stays in the register and is not given again.

        Raises:
            UserError: no reason is given, or the database cannot be written.
            UnknownError: there is no such line.
        """
        if not reason.strip():
            raise UserError(
                _("Chưa ghi lý do huỷ số."), remedy=_("Ghi lý do, ví dụ: văn bản không ban hành.")
            )
        with self._database.writing() as session:
            row = row_of(session, entry_id)
            if row.state == NumberState.CANCELLED:
                raise UserError(
                    _("Số {serial} đã huỷ trước đó: {reason}").format(
                        serial=Serial(row.number, row.suffix), reason=row.reason
                    )
                )
            row.state, row.reason = NumberState.CANCELLED, reason.strip()
            return entry_in(row)

    def begin_at(self, series: Series, first: int) -> None:
        """Start a series at a number, as when the numbers before it are in a paper register.

        Raises:
            UserError: numbers were given already, or the database cannot be written.
        """
        with self._database.writing() as session:
            row = held(session, series)
            lowest = min((one.number for one in serials_of(session, row)), default=None)
            if lowest is not None and lowest < first:
                raise UserError(
                    _("Sổ đã có số {lowest}, không bắt đầu từ {first} được.").format(
                        lowest=lowest, first=first
                    )
                )
            row.first = first

    def entry(self, entry_id: int) -> Entry:
        """Return a line of the register.

        Raises:
            UnknownError: there is no such line.
        """
        if not self._database.location.exists():
            raise no_line(entry_id)
        with self._database.reading() as session:
            row = session.get(EntryRow, entry_id)
            if row is None:
                raise no_line(entry_id)
            return entry_in(row)

    def peek(self, series: Series) -> Serial:
        """Return the number that would be given next; another window may take it first."""
        if not self._database.location.exists():
            return Serial(1)
        with self._database.reading() as session:
            row = session.scalar(named(series))
            return Serial(next_number(session, row) if row else 1)

    def first_of(self, series: Series) -> int:
        """Return where a series starts in this register."""
        if not self._database.location.exists():
            return 1
        with self._database.reading() as session:
            row = session.scalar(named(series))
            return row.first if row else 1

    def series(self, unit: str = "") -> tuple[Series, ...]:
        """Return the series that hold anything, of one unit or of all."""
        if not self._database.location.exists():
            return ()
        asked = sa.select(SeriesRow).order_by(
            SeriesRow.unit, SeriesRow.span, SeriesRow.type_name, SeriesRow.is_secret
        )
        if unit:
            asked = asked.where(SeriesRow.unit == unit)
        with self._database.reading() as session:
            return tuple(series_in(row) for row in session.scalars(asked))

    def entries(
        self,
        series: Series | None = None,
        *,
        unit: str = "",
        year: int = 0,
        state: NumberState | None = None,
        document: str = "",
    ) -> tuple[Entry, ...]:
        """Return the lines of the register, by series and number.

        `year` is that of the document's date; a line without a date counts by the day it was given.
        """
        if not self._database.location.exists():
            return ()
        asked = sa.select(EntryRow).join(EntryRow.series).order_by(
            SeriesRow.unit, SeriesRow.span, SeriesRow.type_name, EntryRow.number, EntryRow.suffix,
            EntryRow.occurrence,
        )  # fmt: skip
        if series:
            asked = asked.where(*is_series(series))
        if unit:
            asked = asked.where(SeriesRow.unit == unit)
        if state:
            asked = asked.where(EntryRow.state == state)
        if document:
            asked = asked.where(EntryRow.document == document)
        if year:
            asked = asked.where(is_of_year(year))
        asked = asked.options(contains_eager(EntryRow.series)).execution_options(yield_per=CHUNK)
        with self._database.reading() as session:
            return tuple(entry_in(row) for row in session.scalars(asked))

    def _give(
        self,
        series: Series,
        registered: Registered,
        state: NumberState,
        serials: Sequence[Serial | None],
        *,
        is_double: bool = False,
    ) -> tuple[Entry, ...]:
        with self._database.writing() as session:
            row = held(session, series)
            rows = []
            for asked in serials:
                serial = asked or Serial(next_number(session, row))
                occurrence = occurrence_of(session, row, serial, is_double=is_double)
                entry = new_row(row, serial, occurrence, state, registered)
                session.add(entry)
                session.flush()
                rows.append(entry)
            return tuple(entry_in(entry) for entry in rows)
