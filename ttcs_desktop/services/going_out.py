"""A document on its way out: handed off, sent, signed, printed, taken back (văn bản gửi đi).

One document at a time stands on this desk: the draft that is being written, or a file. What is kept
of it here is what the clerk sees; everything is worked out by the services beside this one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.hand_off import HandOff
from ttcs_desktop.model.mail import Attachment, Letter, Mail, MailAccount
from ttcs_desktop.services.coming_back import ComingBack, Match
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.handing_off import HandingOff, Pack
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mail_account import load_account
from ttcs_desktop.services.mailing import Mailing, attached, files_of
from ttcs_desktop.services.naming import suggested_name
from ttcs_desktop.services.outbox import Outbox
from ttcs_desktop.services.papers import Papers
from ttcs_desktop.services.settings import load_settings
from ttcs_desktop.services.signing import Signing
from ttcs_desktop.services.signing_files import SigningFiles, Verified

_PDF, _DOCX = ".pdf", ".docx"


@dataclass(frozen=True, slots=True)
class GoingOut:
    """A document on its way out.

    Attributes:
        path: its .docx; None for a draft that no file holds.
        name: of its files, without suffix.
        signed: files that came back signed, the newest last.
    """

    composition: Composition
    path: Path | None
    name: str
    signed: tuple[Path, ...] = ()

    @property
    def title(self) -> str:
        """Return what it is called: number and symbol, then type and subject."""
        number = self.composition.sheet.keywords if self.number else ""
        return " · ".join(part for part in (number, self.composition.sheet.title) if part)

    @property
    def number(self) -> str:
        """Return its serial, "" while it has none."""
        return self.composition.document.number.serial

    @property
    def document(self) -> str:
        """Return how the register, the outbox and the packs know it."""
        return str(self.path or "")


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that may go with letters; `is_usual` tells that it goes unless the clerk says no."""

    file: Attachment
    is_usual: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A letter to be looked at, and those to the same recipient that went or will go already."""

    mail: Mail
    earlier: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that came back, before it is filed: whose it seems to be, what its signatures tell."""

    path: Path
    match: Match
    verified: Verified | None

    @property
    def candidates(self) -> tuple[HandOff, ...]:
        """Return the packs it may belong to."""
        return self.match.candidates


@dataclass(frozen=True)
class Dispatch:
    """The desk of documents on their way out."""

    library: Library

    def of_draft(self, draft: Draft, path: Path | None) -> GoingOut:
        """Put a draft on the desk; `path` is the file that holds it, None for none.

        Raises:
            UserError: its unit or format is not there any more; the database cannot be read.
        """
        composition = Composer(self.library).compose(draft)
        own = path if path is not None and path.suffix.lower() == _DOCX else None
        name = own.stem if own else suggested_name(composition, load_settings().name_pattern)
        packs = ComingBack(self.library).all() if own else ()
        signed = tuple(
            Path(pack.returned_file)
            for pack in reversed(packs)
            if pack.is_back and pack.document == str(own) and Path(pack.returned_file).is_file()
        )
        return GoingOut(composition, own, name, signed)

    def of_file(self, path: Path) -> GoingOut:
        """Put a file on the desk.

        Raises:
            SourceError: it cannot be read.
            UserError: its unit or format is not there any more; the database cannot be read.
        """
        from ttcs_desktop.services.opening import open_file

        return self.of_draft(open_file(path).draft, path)

    def files(self, out: GoingOut) -> tuple[Offered, ...]:
        """Return the files that may go with letters: what was signed in place of what was not.

        Raises:
            SecretError: the document bears a mark of secrecy.
            SourceError: a file cannot be read.
        """
        from ttcs_desktop.services.mailing import refuse_secret

        refuse_secret(out.composition)
        beside = out.path.with_suffix(_PDF) if out.path else None
        if out.path and beside and out.path.is_file() and beside.is_file():
            docx, pdf = attached((out.path, beside))
        else:
            docx, pdf = files_of(out.composition, out.name)
        signed = attached(out.signed)
        return (
            Offered(docx, is_usual=not signed),
            Offered(pdf, is_usual=not signed),
            *(Offered(one, is_usual=one is signed[-1]) for one in signed),
        )

    def letters(
        self, out: GoingOut, files: Iterable[Attachment], *, with_plain_names: bool = False
    ) -> tuple[Prepared, ...]:
        """Write a letter for each recipient or group; none is sent here.

        Raises:
            SecretError: the document bears a mark of secrecy.
        """
        mails = Mailing(self.library).mails(
            out.composition, files, with_plain_names=with_plain_names
        )
        outbox, document = self.outbox(), out.document
        return tuple(
            Prepared(mail, outbox.earlier(document, mail.recipient) if document else ())
            for mail in mails
        )

    def put_in(self, out: GoingOut, mails: Sequence[Mail]) -> tuple[Letter, ...]:
        """Put letters into the outbox; they wait for the clerk's yes.

        Raises:
            UserError: a letter has no sound address, or the database cannot be written.
        """
        sender = Mailing(self.library).sender()
        if sender is None:
            raise UserError(
                _("Chưa khai báo hộp thư để gửi."),
                remedy=_("Ghi máy chủ thư, cổng và địa chỉ gửi trong phần thiết đặt hộp thư."),
            )
        return self.outbox().put_in((replace(mail, sender=sender) for mail in mails), out.document)

    def hand_off(self, out: GoingOut, folder: Path) -> Pack:
        """Write the pack for the signer into a folder of its own.

        Raises:
            WriteError: the folder cannot be written; nothing of the pack is left.
            UserError: the database cannot be written; nothing of the pack is left.
        """
        pattern = load_settings().name_pattern
        making = HandingOff(self.library)
        return making.hand_off(out.composition, folder, pattern, document=out.document)

    def prepare(self, out: GoingOut, path: Path) -> None:
        """Write the PDF with its signature fields, for the tool of the Cipher Committee.

        Raises:
            UserError: the document has no place to sign.
            WriteError: the file cannot be written; the old one is intact.
        """
        write_atomically(path, Signing(self.library).prepare(out.composition))

    def see(self, path: Path) -> Seen:
        """Look at a file that came back; nothing is filed yet.

        Raises:
            SourceError: the file cannot be read, or is of no such kind.
        """
        match = self.coming_back().match(path)
        is_pdf = path.suffix.lower() == _PDF
        return Seen(path, match, self.signing.verify(path) if is_pdf else None)

    def account(self) -> MailAccount:
        """Return the mailbox as it is set up now."""
        return load_account()

    def outbox(self) -> Outbox:
        """Return the letters that wait, with the mailbox as it is set up now."""
        return Outbox(self.library)

    def coming_back(self) -> ComingBack:
        """Return who takes signed files back."""
        return ComingBack(self.library)

    @property
    def signing(self) -> SigningFiles:
        """Signs and verifies files."""
        return SigningFiles(self.library)

    @property
    def papers(self) -> Papers:
        """Makes what is printed."""
        return Papers(self.library)
