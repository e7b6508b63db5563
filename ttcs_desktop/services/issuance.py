"""Issuing a draft: its number, its final files, its line in the register (ban hành).

The number is kept first, then the files are written, then it counts as given. What fails in between
leaves a kept number, which the next try takes up again; no number is lost or given twice.
"""

import dataclasses
import datetime
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.errors import UserError, WriteError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gate import Gate
from ttcs_desktop.model.register import Entry, NumberState, Serial
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.exporting import export_docx, export_pdf
from ttcs_desktop.services.issuing import IssueGate
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.naming import suggested_name
from ttcs_desktop.services.registering import NumberBook, Outgoing, outgoing_of
from ttcs_desktop.services.settings import load_settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a draft shall be issued.

    Attributes:
        number: "" for the next one of its series.
        key: what tells the document in the register until its file is written.
    """

    date: datetime.date
    folder: Path
    number: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What issuing would do: the gate, number and symbol to be given, the file's name."""

    gate: Gate
    number: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that was issued, its line in the register and its files."""

    draft: Draft
    entry: Entry
    docx: Path
    pdf: Path


@dataclass(frozen=True)
class Issuance:
    """Issues drafts."""

    library: Library

    def prospect(self, draft: Draft, wanted: Wanted) -> Prospect:
        """Return what issuing a draft would do; nothing is given or written.

        Raises:
            UserError: the draft names no unit, or its template or unit is not there any more.
        """
        held = self._book.held(wanted.key)
        outgoing = self._outgoing(self._composed(draft, wanted.number, wanted.date), wanted)
        if held is not None and not wanted.number:
            number, symbol = _printed(held.serial), held.number_and_symbol
        else:
            symbol = self._book.next_number(outgoing)
            number = wanted.number.strip() or _leading_number(symbol)
        composition = self._composed(draft, number, wanted.date)
        gate = IssueGate(self.library).look(composition)
        return Prospect(gate, symbol, suggested_name(composition, load_settings().name_pattern))

    def issue(self, draft: Draft, wanted: Wanted) -> Issued:
        """Give a draft its number and date, write the .docx and the PDF, note it in the register.

        Raises:
            UserError: the gate is not passed, the number is taken, or a file or the register cannot
                be written; a number that was taken stays kept for this document.
        """
        prospect = self.prospect(draft, wanted)
        if not prospect.gate.may_issue:
            first = next(point for point in prospect.gate.points if point.stops)
            raise UserError(
                _("Chưa ban hành được: {first}").format(first=first.problem.message),
                remedy=first.problem.hint,
            )
        composition = self._composed(draft, wanted.number, wanted.date)
        (kept,) = self._kept(self._outgoing(composition, wanted), wanted)
        final = self._composed(draft, _printed(kept.serial), wanted.date)
        name = suggested_name(final, load_settings().name_pattern)
        docx = _free(wanted.folder, name)
        pdf = docx.with_suffix(".pdf")
        _write(final, docx, pdf)
        outgoing = dataclasses.replace(
            self._outgoing(final, wanted), document=str(docx), copies=self._copies(final)
        )
        entry = self._book.issue_kept(kept, outgoing)
        return Issued(final.draft, entry, docx, pdf)

    def issued_as(self, path: Path) -> Entry | None:
        """Return the line of the register that a file was issued under; None when it was not."""
        held = self._book.held(str(path))
        return held if held is not None and held.state is NumberState.ISSUED else None

    def _kept(self, outgoing: Outgoing, wanted: Wanted) -> tuple[Entry, ...]:
        """Return the number that is kept for the document: an earlier try's, or one kept now."""
        held = self._book.held(wanted.key)
        if held is None or (wanted.number and Serial.read(wanted.number) != held.serial):
            return self._book.reserve(outgoing, wanted.number)
        return (held,)

    def _composed(self, draft: Draft, number: str, date: datetime.date) -> Composition:
        if not draft.unit:
            raise UserError(
                _("Chưa chọn đơn vị ban hành."), remedy=_("Chọn đơn vị ở thẻ Thể thức.")
            )
        dated = dataclasses.replace(draft, number=number.strip(), date=date)
        return Composer(self.library).compose(dated)

    def _copies(self, composition: Composition) -> int:
        """Return how many copies the recipients and the archive need, 0 where nobody says."""
        from ttcs_desktop.services.posting import Posting

        try:
            return sum(one.copies for one in Posting(self.library).copies(composition))
        except UserError:
            return 0

    def _outgoing(self, composition: Composition, wanted: Wanted) -> Outgoing:
        draft = composition.draft
        return outgoing_of(composition.document, draft.unit, wanted.date, file=wanted.key)

    @property
    def _book(self) -> NumberBook:
        return NumberBook(self.library)


def _write(composition: Composition, docx: Path, pdf: Path) -> None:
    """Write both files, or none of them.

    Raises:
        WriteError: the folder cannot be written.
    """
    export_pdf(composition, pdf)
    try:
        export_docx(composition, docx)
    except WriteError:
        pdf.unlink(missing_ok=True)
        raise


def _printed(serial: Serial) -> str:
    return f"{serial.number:02}{serial.suffix}"


def _leading_number(symbol: str) -> str:
    """Return the number of "32-HD/BTGTU"."""
    digits = len(symbol) - len(symbol.lstrip("0123456789"))
    return symbol[:digits]


def _free(folder: Path, name: str) -> Path:
    """Return a file that is not there yet; nothing is written over."""
    path, count = folder / f"{name}.docx", 1
    while path.exists() or path.with_suffix(".pdf").exists():
        count += 1
        path = folder / f"{name}-{count}.docx"
    return path
