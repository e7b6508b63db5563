"""Numbers for outgoing documents: kept, given, inserted, cancelled, listed (sổ đăng ký văn bản đi).

A number is given in one transaction of the register, so two windows, two processes or two machines
never give the same one. What is undone is cancelled with a reason and stays in the register.
"""

import dataclasses
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.register import Entry, NumberState, Registered, Serial, Series
from ttcs_desktop.model.text import plain
from ttcs_desktop.rules.register import register_problems, series_of, symbol_after_number
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.register_tables import register_tables

if TYPE_CHECKING:
    from ttcs_desktop.registry.register import Register

_LETTER = "công văn"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A document that needs a number (văn bản đi).

    Attributes:
        type_name: e.g. "Kế hoạch"; "" or "công văn" for a letter.
        field: what follows the body in the symbol of a State letter, e.g. "VX".
        document: the file or draft that will bear the number.
    """

    unit: str
    type_name: str
    date: datetime.date
    subject: str = ""
    signer: str = ""
    recipients: str = ""
    filing: str = ""
    copies: int = 0
    note: str = ""
    document: str = ""
    field: str = ""
    is_secret: bool = False


@dataclass(frozen=True)
class NumberBook:
    """Gives numbers to outgoing documents and keeps the register of them."""

    library: Library

    def series(self, outgoing: Outgoing) -> Series:
        """Return the series that a document takes its number from.

        Raises:
            UnknownError: there is no such unit.
        """
        unit = self.library.unit(outgoing.unit)
        form = self.library.format_for(unit.regime, outgoing.date)
        return series_of(
            unit, outgoing.type_name, outgoing.date, form, is_secret=outgoing.is_secret
        )

    def next_number(self, outgoing: Outgoing) -> str:
        """Return number and symbol that would be given now: "32-HD/BTGTU".

        Raises:
            UnknownError: there is no such unit.
        """
        serial = self._register.peek(self.series(outgoing))
        return f"{serial.number:02}{self._registered(outgoing).symbol}"

    def reserve(self, outgoing: Outgoing, number: str = "", count: int = 1) -> tuple[Entry, ...]:
        """Keep the next numbers, or the one that is named ("264a"), for a document to come.

        A document that holds a number already keeps that one.

        Raises:
            UserError: the number is taken or none at all, or the register cannot be written.
        """
        held = self.held(outgoing.document)
        if held and not number:
            return (held,)
        return self._register.reserve(
            self.series(outgoing), self._registered(outgoing), _serial(number), count
        )

    def issue(self, outgoing: Outgoing, number: str = "", *, is_double: bool = False) -> Entry:
        """Give a document the number it holds, the one that is named, or the next one.

        `is_double` records a number that is on another document already.

        Raises:
            UserError: the number is taken or none at all, or the register cannot be written.
        """
        held = self.held(outgoing.document)
        if held and held.state is NumberState.ISSUED:
            raise UserError(
                _("Văn bản này đã mang số {number}.").format(number=held.number_and_symbol),
                remedy=_("Huỷ số ấy trước, kèm lý do, nếu phải lấy số khác."),
            )
        registered = self._registered(outgoing)
        if held and _serial(number) in (None, held.serial):
            return self._register.issue_reserved(held.id, registered)
        return self._register.issue(
            self.series(outgoing), registered, _serial(number), is_double=is_double
        )

    def issue_kept(self, entry: Entry, outgoing: Outgoing) -> Entry:
        """Put a number that was kept on a document.

        Raises:
            UserError: the number is not kept any more, or the register cannot be written.
        """
        return self._register.issue_reserved(entry.id, self._registered(outgoing))

    def insert_after(
        self, outgoing: Outgoing, number: int, state: NumberState = NumberState.ISSUED
    ) -> Entry:
        """Give a document a number between two: 264a after 264.

        Raises:
            UserError: there is no such number, or the register cannot be written.
        """
        return self._register.insert_after(
            self.series(outgoing), number, self._registered(outgoing), state
        )

    def amend(self, entry: Entry, registered: Registered) -> Entry:
        """Write what a line says anew; its number and state stay.

        Raises:
            UserError: there is no such line, or the register cannot be written.
        """
        return self._register.amend(entry.id, registered)

    def cancel(self, entry: Entry, reason: str) -> Entry:
        """Cancel a number with a reason; it stays in the register and is not given again.

        Raises:
            UserError: no reason is given, or the register cannot be written.
        """
        return self._register.cancel(entry.id, reason)

    def begin_at(self, outgoing: Outgoing, first: int) -> None:
        """Start a series at a number; those before it are in a register on paper.

        Raises:
            UserError: numbers were given already, or the register cannot be written.
        """
        self._register.begin_at(self.series(outgoing), first)

    def entry(self, line: int) -> Entry:
        """Return a line of the register by its number in the list.

        Raises:
            UnknownError: there is no such line.
        """
        return self._register.entry(line)

    def held(self, document: str) -> Entry | None:
        """Return the line of the number that a document holds; None when it holds none."""
        found = self._register.entries(document=document) if document else ()
        return next((entry for entry in found if entry.state is not NumberState.CANCELLED), None)

    def all_series(self, unit: str = "") -> tuple[Series, ...]:
        """Return the series that hold anything, of one unit or of all."""
        return self._register.series(unit)

    def entries(
        self,
        series: Series | None = None,
        *,
        unit: str = "",
        year: int = 0,
        state: NumberState | None = None,
    ) -> tuple[Entry, ...]:
        """Return the lines of the register, by series and number."""
        return self._register.entries(series, unit=unit, year=year, state=state)

    def check(self, series: Series, entries: Iterable[Entry] | None = None) -> tuple[Problem, ...]:
        """Return gaps, doubles and dates out of order of a series; of its lines where at hand."""
        lines = self._register.entries(series) if entries is None else tuple(entries)
        return tuple(register_problems(lines, self._register.first_of(series)))

    def title(self, series: Series) -> str:
        """Return what a series is called: "Kế hoạch năm 2026", "Hướng dẫn từ 20/8/2025"."""
        kind = upper_first(series.type_name) or _("Văn bản đi")
        if series.is_secret:
            kind = _("{kind} mật").format(kind=kind)
        if "-" not in series.span:
            year = _("năm {year}").format(year=series.span) if series.span else ""
            return f"{kind} {year}".strip()
        start = datetime.date.fromisoformat(series.span)
        unit = self.library.units.get(series.unit)
        terms = {term.valid_from: term.name for term in unit.terms} if unit else {}
        return f"{kind} {terms.get(start) or _('từ {day}').format(day=short_date(start))}"

    def export(self, path: Path, entries: Iterable[Entry]) -> None:
        """Write lines as .xlsx in the columns of the register of outgoing documents.

        Each series has its sheet; a last one lists what should be looked at.

        Raises:
            WriteError: the file cannot be written; the old one is intact.
        """
        from ttcs_desktop.registry.spreadsheets import as_xlsx

        by_series: dict[Series, list[Entry]] = {}
        for entry in entries:
            by_series.setdefault(entry.series, []).append(entry)
        lists = [(self.title(series), listed) for series, listed in by_series.items()]
        problems = [
            (self.title(series), problem) for series in by_series for problem in self.check(series)
        ]
        write_atomically(path, as_xlsx(register_tables(lists, problems)))

    @property
    def _register(self) -> "Register":
        from ttcs_desktop.registry.register import Register

        return Register(self.library.database)

    def _registered(self, outgoing: Outgoing) -> Registered:
        unit = self.library.unit(outgoing.unit)
        period = period_on(unit, outgoing.date)
        form = self.library.format_for(unit.regime, outgoing.date)
        symbol = symbol_after_number(outgoing.type_name, period.symbol, form, outgoing.field)
        said = {
            field.name: getattr(outgoing, field.name)
            for field in dataclasses.fields(Registered)
            if field.name not in ("symbol", "type_name")
        }
        type_name = upper_first(outgoing.type_name or _LETTER)
        return Registered(**said, symbol=symbol, type_name=type_name)


def state_word(state: NumberState) -> str:
    """Return what became of a number, in a word."""
    words = {
        NumberState.RESERVED: _("giữ số"),
        NumberState.ISSUED: _("đã ban hành"),
        NumberState.CANCELLED: _("đã huỷ"),
    }
    return words[state]


def outgoing_of(document: Document, unit: str, date: datetime.date, *, file: str = "") -> Outgoing:
    """Return what the register needs to know of a document."""
    return Outgoing(
        unit=unit,
        type_name=upper_first(document.type_name or _LETTER),
        date=date,
        subject=plain(document.subject),
        signer="; ".join(block.name for block in document.signatures if block.name),
        recipients="; ".join(one.name for one in document.recipients.entries),
        filing=document.recipients.filing,
        document=file,
        field=document.number.letter_field,
        is_secret=bool(document.marks.secrecy),
    )


def _serial(number: str) -> Serial | None:
    if not number:
        return None
    serial = Serial.read(number)
    if serial is None:
        raise UserError(
            _("“{number}” không phải số văn bản.").format(number=number),
            remedy=_("Ghi như 31, 05 hoặc 264a."),
        )
    return serial
