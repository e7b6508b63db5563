"""A pack for the signer in one folder: .docx, PDF with signature fields, slip, letters, checksums.

The folder appears whole or not at all, and never over another one. `coming_back` follows it up.
"""

import datetime
import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.hand_off import HandOff
from ttcs_desktop.model.mail import Attachment, MailAccount
from ttcs_desktop.rules.secrecy import Trace, refusal
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.files import free_path, told_as_write_error
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mail_account import load_account
from ttcs_desktop.services.mailing import Mailing, draft_files
from ttcs_desktop.services.naming import suggested_name
from ttcs_desktop.services.signing import Signing
from ttcs_desktop.services.slip import slip_of

CHECKSUMS, LETTERS, SLIP = "SHA256SUMS.txt", "thu", "phieu-trinh-ky"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was written, and what the clerk should know of it."""

    hand_off: HandOff
    folder: Path
    files: tuple[Path, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class HandingOff:
    """Writes packs."""

    library: Library
    account: MailAccount = field(default_factory=load_account)

    def hand_off(
        self, composition: Composition, folder: Path, pattern: str, *, document: str = ""
    ) -> Pack:
        """Write the pack of a document into a folder of its own, and note it in the follow-up.

        `pattern` names files as in `naming.suggested_name`; `document` is the file it is made of.

        Raises:
            WriteError: the folder cannot be written; nothing of the pack is left.
            UserError: the database cannot be written; nothing of the pack is left.
        """
        name = suggested_name(composition, pattern)
        contents, notes = self._contents(composition, name)
        target = write_folder(free_path(folder / name), contents)
        pdf = contents[f"{name}.pdf"]
        try:
            noted = self._noted(composition, name, target, pdf, document)
        except UserError:
            shutil.rmtree(target, ignore_errors=True)
            raise
        return Pack(noted, target, tuple(target / one for one in contents), notes)

    def _contents(
        self, composition: Composition, name: str
    ) -> tuple[dict[str, bytes], tuple[str, ...]]:
        """Return the files of a pack by their names, and what the clerk should know."""
        from ttcs_desktop.writers.docx import write as write_docx
        from ttcs_desktop.writers.pdf import write as write_pdf

        form, notes = composition.format, []
        contents = {f"{name}.docx": write_docx(composition.sheet, form, composition.draft)}
        pdf, told = self._to_be_signed(composition)
        contents[f"{name}.pdf"] = pdf
        notes += [told] if told else []
        slip = slip_of(self.library, composition, tuple(contents), _pages(pdf))
        slip_name = f"{name}-{SLIP}"
        contents[f"{slip_name}.docx"] = write_docx(slip, form)
        contents[f"{slip_name}.pdf"] = write_pdf(slip, form)
        if told := refusal(composition.document.marks, Trace.MAIL):
            notes.append(told)
        else:
            attached = tuple(Attachment(one, contents[one]) for one in tuple(contents)[:2])
            mails = Mailing(self.library, self.account).mails(composition, attached)
            letters = draft_files(mails)
            contents |= {f"{LETTERS}/{one}": data for one, data in letters.items()}
            notes += [mail.note for mail in mails if mail.note]
        contents[CHECKSUMS] = checksum_list(contents)
        return contents, tuple(dict.fromkeys(notes))

    def _to_be_signed(self, composition: Composition) -> tuple[bytes, str]:
        """Return the PDF with its signature fields; without them where there is no room to sign."""
        from ttcs_desktop.writers.pdf import write

        signing = Signing(self.library)
        if signing.boxes(composition):
            return signing.prepare(composition), ""
        told = _("Văn bản không có chỗ ký nên tệp PDF không có ô ký.")
        return write(composition.sheet, composition.format), told

    def _noted(
        self, composition: Composition, name: str, target: Path, pdf: bytes, document: str
    ) -> HandOff:
        from ttcs_desktop.registry.hand_offs import HandOffs

        return HandOffs(self.library.database).add(
            HandOff(
                id=0,
                document=document,
                number=composition.sheet.keywords if composition.document.number.serial else "",
                title=composition.sheet.title,
                name=name,
                folder=str(target.absolute()),
                pdf_size=len(pdf),
                pdf_sha256=hashlib.sha256(pdf).hexdigest(),
                made_at=datetime.datetime.now(datetime.UTC),
            )
        )


def checksum_list(contents: Mapping[str, bytes]) -> bytes:
    """Return the checksums of files as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in contents.items())
    return "".join(lines).encode("utf-8")


def write_folder(target: Path, contents: Mapping[str, bytes]) -> Path:
    """Write a whole folder or nothing: a temporary one beside it, flushed, then renamed.

    Raises:
        WriteError: says why in a clerk's words; nothing is left behind.
    """
    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(dir=target.parent, prefix=".ttcs-"))
        for name, data in contents.items():
            path = temporary / name
            path.parent.mkdir(exist_ok=True)
            with path.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        if os.name == "posix":
            temporary.chmod(0o755)
        temporary.rename(target)
    except OSError as error:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
        raise told_as_write_error(target, error) from error
    return target


def _pages(pdf: bytes) -> int:
    from ttcs_desktop.readers.pdf import read_facts

    return read_facts(pdf).pages
