"""Letters that carry a document to its recipients: written, kept as drafts, handed on (gửi thư)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.mail import Attachment, Mail, MailAccount, MailAddress, MailTemplate
from ttcs_desktop.rules.secrecy import Trace, refusal
from ttcs_desktop.services.addressing import Addressing, addressings
from ttcs_desktop.services.blanks import filled
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mail_account import load_account
from ttcs_desktop.services.naming import safe_name
from ttcs_desktop.services.secrecy import SecretError

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Mailing:
    """Writes letters; none is sent here."""

    library: Library
    account: MailAccount = field(default_factory=load_account)

    def mails(
        self,
        composition: Composition,
        attachments: Iterable[Attachment],
        *,
        with_plain_names: bool = False,
    ) -> tuple[Mail, ...]:
        """Write one letter for each line of Nơi nhận, or group that it means.

        `Mail.note` tells what the clerk should see to: addresses that are missing, files that were
        zipped or are too large. With plain names, attachments have names without marks.

        Raises:
            SecretError: the document bears a mark of secrecy.
        """
        refuse_secret(composition)
        files, note = self.fitted(tuple(attachments), with_plain_names=with_plain_names)
        return tuple(
            self._mail(composition, addressing, files, note)
            for addressing in addressings(self.library, composition)
        )

    def fitted(
        self, attachments: tuple[Attachment, ...], *, with_plain_names: bool = False
    ) -> tuple[tuple[Attachment, ...], str]:
        """Return attachments fit to be sent, and a sentence when that changed or cannot be done."""
        from ttcs_desktop.delivery.mail.attachments import plainly_named, size, zipped

        limits, note = self.library.mail_desk.limits, ""
        if with_plain_names:
            attachments = plainly_named(attachments)
        if size(attachments) > limits.zip_above:
            before = size(attachments)
            attachments = (zipped(attachments, _stem(attachments[0].name)),)
            note = _("Tệp kèm {before} nên đã nén còn {after}.").format(
                before=megabytes(before), after=megabytes(size(attachments))
            )
        if size(attachments) > limits.largest:
            note = _("Tệp kèm {size}, nhiều hộp thư không nhận quá {largest}.").format(
                size=megabytes(size(attachments)), largest=megabytes(limits.largest)
            )
        return attachments, note

    def _mail(
        self,
        composition: Composition,
        addressing: Addressing,
        files: tuple[Attachment, ...],
        note: str,
    ) -> Mail:
        template = self._template(addressing.purpose)
        words = self._words(composition, addressing, files)
        return Mail(
            to=addressing.to,
            subject=filled(template.subject, words),
            body=filled(template.body, words),
            attachments=files,
            sender=self.sender(),
            recipient=addressing.recipient,
            note=" ".join(part for part in (_unreached(addressing), note) if part),
        )

    def sender(self) -> MailAddress | None:
        """Return whom letters come from; None while no mailbox is set up."""
        account = self.account
        return MailAddress(account.email, account.name) if account.email else None

    def _template(self, purpose: str) -> MailTemplate:
        templates = self.library.mail_desk.templates.values()
        wanted = _key(purpose)
        fitting = [one for one in templates if wanted in map(_key, one.purposes)]
        return next(iter(fitting or [one for one in templates if not one.purposes]))

    def _words(
        self, composition: Composition, addressing: Addressing, files: tuple[Attachment, ...]
    ) -> dict[str, str]:
        document = composition.document
        unit = document.issuer.name or " - ".join(document.issuer.issuers).replace("\n", " ")
        date = document.place_and_date.date
        number = composition.sheet.keywords if document.number.serial else ""
        parts = (
            f"số {number}" if number else "",
            f"ngày {short_date(date)}" if date else "",
        )
        # words of the letter, whatever language the window speaks
        numbered = ", ".join(part for part in parts if part)
        return {
            "recipient": addressing.recipient,
            "title": composition.sheet.title,
            "number": number,
            "date": short_date(date) if date else "",
            "numbered": f" ({numbered})" if numbered else "",
            "unit": unit,
            "sender": self.account.name or unit,
            "files": "\n".join(f"- {one.name} ({megabytes(len(one.data))})" for one in files),
        }


def refuse_secret(composition: Composition) -> None:
    """Stop where no letter may be written.

    Raises:
        SecretError: the document bears a mark of secrecy.
    """
    if told := refusal(composition.document.marks, Trace.MAIL):
        raise SecretError(told)


def files_of(composition: Composition, name: str) -> tuple[Attachment, ...]:
    """Return the document as attachments, .docx and PDF, under a name without suffix."""
    from ttcs_desktop.writers.docx import write as write_docx
    from ttcs_desktop.writers.pdf import write as write_pdf

    sheet, form = composition.sheet, composition.format
    return (
        Attachment(f"{name}.docx", write_docx(sheet, form, composition.draft)),
        Attachment(f"{name}.pdf", write_pdf(sheet, form)),
    )


def attached(paths: Iterable[Path]) -> tuple[Attachment, ...]:
    """Return files on disk as attachments, under their own names.

    Raises:
        SourceError: a file cannot be read.
    """
    return tuple(map(_attachment, paths))


def draft_files(mails: Iterable[Mail]) -> dict[str, bytes]:
    """Return letters as files that open in the mail program ready to be sent (`.eml`), by name.

    Raises:
        WriteError: a letter would not read back as it was meant.
    """
    from ttcs_desktop.delivery.mail.message import draft_file

    return {
        f"{number:02}-{safe_name(mail.recipient or mail.subject)}.eml": draft_file(mail)
        for number, mail in enumerate(mails, start=1)
    }


def write_drafts(mails: Iterable[Mail], folder: Path) -> tuple[Path, ...]:
    """Write letters as files that open in the mail program ready to be sent (`.eml`).

    Raises:
        WriteError: a file cannot be written, or would not read back as it was meant.
    """
    files = draft_files(mails)
    for name, data in files.items():
        write_atomically(folder / name, data)
    return tuple(folder / name for name in files)


def open_in_mail_program(mail: Mail, folder: Path) -> None:
    """Open a letter in the system's mail program; its files are written to a folder for it.

    Raises:
        UserError: there is no mail program, it does not start, or the folder cannot be written.
    """
    from ttcs_desktop.delivery.mail.program import open_letter

    (draft,) = write_drafts([mail], folder)
    paths = []
    for attachment in mail.attachments:
        path = folder / Path(attachment.name).name
        write_atomically(path, attachment.data)
        paths.append(path)
    open_letter(mail, draft, paths)


def megabytes(size: int) -> str:
    """Return a size as a clerk reads it: "1,2 MB", "35 KB"."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",")


def _unreached(addressing: Addressing) -> str:
    if not addressing.to:
        return _("Chưa có địa chỉ thư của “{recipient}”; ghi vào phần liên hệ của đơn vị.").format(
            recipient=addressing.recipient
        )
    if addressing.unreached:
        return _("Còn {count} đơn vị chưa có địa chỉ thư: {names}.").format(
            count=len(addressing.unreached), names=", ".join(addressing.unreached)
        )
    return ""


def _key(words: str) -> str:
    return fold(words).casefold()


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name


def _attachment(path: Path) -> Attachment:
    try:
        return Attachment(path.name, path.read_bytes())
    except OSError as error:
        raise SourceError(
            _("Không đọc được tệp kèm ({reason}).").format(reason=error.strerror or error),
            where=str(path),
            remedy=_("Chọn lại tệp."),
        ) from error
