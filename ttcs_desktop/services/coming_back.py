"""What comes back signed: known again, looked at, filed beside the original, ticked (nhận lại).

A PDF that was signed elsewhere begins with the bytes that were handed off, so it is known beyond
doubt; one that was saved anew is known by its properties, by number and symbol in its words, or by
its name, and then the clerk is told that its text must be compared.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.model.hand_off import HandOff, KnownBy
from ttcs_desktop.model.mail import MailAccount
from ttcs_desktop.model.signature import Change, SignatureReport
from ttcs_desktop.services.files import free_path, write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mail_account import load_account
from ttcs_desktop.services.naming import safe_name
from ttcs_desktop.services.signature_words import verdict
from ttcs_desktop.services.signing import Signing

SIGNED, SIGNED_LETTERS = "da-ky", "thu-da-ky"
SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Signed PDF and scans."""
LARGEST = 200_000_000
"""Bytes; a larger file is no scan of a document."""
_HEAD = 500
"""Letters; further down a number is one that the text cites."""
_LEAST_NAME = 6
"""Letters; a shorter name tells nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a returned file seems to be: one pack, or several to choose from, or none."""

    candidates: tuple[HandOff, ...]
    known_by: KnownBy

    @property
    def hand_off(self) -> HandOff | None:
        """The pack, where there is no doubt which."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class Returned:
    """A signed file that was filed and ticked, and what the clerk should know of it."""

    hand_off: HandOff
    reports: tuple[SignatureReport, ...]
    notes: tuple[str, ...]
    letters: tuple[Path, ...]


@dataclass(frozen=True)
class ComingBack:
    """Takes signed files back."""

    library: Library
    account: MailAccount = field(default_factory=load_account)

    def waiting(self) -> tuple[HandOff, ...]:
        """Return the packs that are still out, the newest first."""
        return tuple(one for one in self.all() if not one.is_back)

    def all(self) -> tuple[HandOff, ...]:
        """Return every pack: those still out first (theo dõi trình ký)."""
        from ttcs_desktop.registry.hand_offs import HandOffs

        return HandOffs(self.library.database).all()

    def match(self, path: Path) -> Match:
        """Tell which pack a file belongs to, by the surest sign that tells anything.

        Raises:
            SourceError: the file cannot be read, or is of no such kind.
        """
        return self._match(_bytes_of(path), path.stem)

    def take_back(self, path: Path, hand_off: HandOff | None = None) -> Returned:
        """File a signed PDF or a scan beside its original, tick it, and write letters with it.

        Raises:
            SourceError: the file cannot be read, or is of no such kind.
            UserError: it is not known which pack it belongs to, it is not signed, or was changed
                after signing; nothing was filed.
            WriteError: the folder cannot be written.
        """
        from ttcs_desktop.registry.hand_offs import HandOffs

        data = _bytes_of(path)
        match = Match((hand_off,), KnownBy.CLERK) if hand_off else self._match(data, path.stem)
        pack = match.hand_off
        if pack is None:
            raise _doubtful(path, match.candidates or self.waiting())
        reports = self._reports(path, data, pack)
        told = verdict(reports) if reports else _("Bản quét, không có chữ ký số.")
        filed = free_path(Path(pack.folder) / f"{pack.name}-{SIGNED}{path.suffix.lower()}")
        write_atomically(filed, data)
        ticked = HandOffs(self.library.database).tick(
            pack.id,
            file=str(filed),
            sha256=hashlib.sha256(data).hexdigest(),
            known_by=match.known_by,
            verdict=told,
        )
        notes = [told, *_to_compare(match.known_by, is_signed=bool(reports))]
        notes += self._ticked_in_register(ticked)
        letters, more = self._letters(ticked, filed)
        return Returned(ticked, reports, (*notes, *more), letters)

    def _match(self, data: bytes, stem: str) -> Match:
        packs = self.all()
        for known_by, is_it in self._signs(data, stem):
            found = tuple(pack for pack in packs if is_it(pack))
            out = tuple(pack for pack in found if not pack.is_back)
            if found:
                return Match(out or found, known_by)
        return Match((), KnownBy.CLERK)

    def _signs(self, data: bytes, stem: str) -> Iterator[tuple[KnownBy, Callable[[HandOff], bool]]]:
        """Yield the ways to know a pack by a file, the surest first."""
        from ttcs_desktop.readers.pdf import read_facts

        yield KnownBy.CONTENT, lambda pack: _begins_with(data, pack)
        facts = read_facts(data)
        yield (
            KnownBy.METADATA,
            lambda pack: (
                bool(pack.number) and (facts.keywords, facts.title) == (pack.number, pack.title)
            ),
        )
        head = _key(facts.words)[:_HEAD]
        yield KnownBy.NUMBER, lambda pack: bool(pack.number) and _is_numbered(head, pack.number)
        name = safe_name(stem).lower()
        yield (
            KnownBy.NAME,
            lambda pack: len(pack.name) >= _LEAST_NAME and pack.name.lower() in name,
        )

    def _reports(self, path: Path, data: bytes, pack: HandOff) -> tuple[SignatureReport, ...]:
        """Return what the signatures tell; stop at a file that must not be filed as signed."""
        if path.suffix.lower() != ".pdf":
            return ()
        if hashlib.sha256(data).hexdigest() == pack.pdf_sha256:
            raise UserError(
                _("Đây là tệp đã xuất, chưa có chữ ký nào."),
                where=str(path),
                remedy=_("Chọn tệp đã ký, thường có thêm “.signed” trong tên."),
            )
        reports = Signing(self.library).verify(data)
        if not reports and _begins_with(data, pack):
            raise UserError(
                _("Tệp này chưa được ký số."), where=str(path), remedy=_("Ký rồi đưa lại tệp.")
            )
        if any(not one.is_intact or one.change is Change.FORBIDDEN for one in reports):
            raise UserError(
                _("Không nhận tệp này: đã bị sửa sau khi ký."),
                where=str(path),
                remedy=_("Xin lại tệp từ người ký; không sửa hay in lại tệp đã ký."),
            )
        return reports

    def _ticked_in_register(self, pack: HandOff) -> tuple[str, ...]:
        """Note in the register that the signed document came back; tell what was noted."""
        from ttcs_desktop.services.registering import NumberBook

        book = NumberBook(self.library)
        entry = book.held(pack.document)
        if entry is None or pack.returned_at is None:
            return ()
        day = short_date(pack.returned_at.astimezone().date())
        told, before = _("Đã nhận bản ký ngày {day}.").format(day=day), entry.registered.note
        if told not in before:
            note = f"{before} {told}".strip()
            try:
                book.amend(entry, replace(entry.registered, note=note))
            except UserError as error:
                return (_("Chưa ghi được vào sổ: {reason}").format(reason=error),)
        return (_("Đã ghi vào sổ, dòng số {number}.").format(number=entry.number_and_symbol),)

    def _letters(self, pack: HandOff, filed: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
        """Write the letters anew with the signed file, from the draft inside the pack's .docx."""
        from ttcs_desktop.services.composing import Composer
        from ttcs_desktop.services.mailing import Mailing, attached, write_drafts
        from ttcs_desktop.services.opening import open_file
        from ttcs_desktop.services.secrecy import SecretError

        docx = Path(pack.folder) / f"{pack.name}.docx"
        try:
            composition = Composer(self.library).compose(open_file(docx).draft)
            files = attached([docx, filed])
            mails = Mailing(self.library, self.account).mails(composition, files)
        except SecretError as told:
            return (), (str(told),)
        except UserError as error:
            return (), (_("Chưa soạn được thư kèm bản đã ký: {reason}").format(reason=error),)
        return write_drafts(mails, Path(pack.folder) / SIGNED_LETTERS), ()


def _bytes_of(path: Path) -> bytes:
    if path.suffix.lower() not in SUFFIXES:
        raise SourceError(
            _("Chỉ nhận tệp PDF đã ký hoặc bản quét."),
            where=str(path),
            remedy=_("Các loại tệp nhận được: {suffixes}.").format(suffixes=", ".join(SUFFIXES)),
        )
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(
                _("Tệp quá lớn (trên 200 MB)."), where=str(path), remedy=_("Kiểm tra lại tệp.")
            )
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            _("Không mở được tệp ({reason}).").format(reason=error.strerror or error),
            where=str(path),
            remedy=_("Kiểm tra tên tệp và quyền đọc."),
        ) from error


def _begins_with(data: bytes, pack: HandOff) -> bool:
    """Tell whether a file begins with the PDF that was handed off, byte for byte."""
    if len(data) < pack.pdf_size:
        return False
    return hashlib.sha256(data[: pack.pdf_size]).hexdigest() == pack.pdf_sha256


def _key(words: str) -> str:
    return "".join(without_marks(words).lower().split())


def _is_numbered(head: str, number: str) -> bool:
    """Tell whether a number stands in the head of a page, and not as the end of a longer one."""
    return re.search(rf"(?<!\d){re.escape(_key(number))}", head) is not None


def _to_compare(known_by: KnownBy, *, is_signed: bool) -> tuple[str, ...]:
    if known_by is KnownBy.CONTENT:
        return ()
    if is_signed:
        return (_("Tệp không còn là bản đã xuất từ đây; đối chiếu lại nội dung trước khi gửi đi."),)
    return (_("Đối chiếu bản quét với bản gốc trước khi gửi đi."),)


def _doubtful(path: Path, candidates: Sequence[HandOff]) -> UserError:
    names = "; ".join(f"{one.number or one.name} ({one.title})" for one in candidates[:5])
    return UserError(
        _("Chưa rõ tệp này thuộc hồ sơ trình ký nào."),
        where=str(path),
        remedy=_("Chọn một hồ sơ: {names}.").format(names=names)
        if names
        else _("Chưa có hồ sơ nào đang trình ký."),
    )
