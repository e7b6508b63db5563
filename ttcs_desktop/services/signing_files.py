"""PDF files signed and looked at, as they lie in a folder (ký và kiểm tra tệp PDF)."""

from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import FileKey, SignatureReport, TokenInfo, TokenKey
from ttcs_desktop.services.files import free_path, write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import bytes_of
from ttcs_desktop.services.signature_words import story, verdict
from ttcs_desktop.services.signing import LINE, Signing

SIGNED = "da-ky"


@dataclass(frozen=True, slots=True)
class SignRequest:
    """A file to be signed, where in it, with what.

    Attributes:
        field: an empty field of the file; "" for a line at the top right of page 1, as copies and
            annexes bear it.
        picture: PNG of the signature or seal, for a field; None for a line.
        words: what the line says above the moment of signing.
    """

    pdf: Path
    field: str
    key: FileKey | TokenKey
    picture: Path | None = None
    words: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """What the signatures of a file tell, in sentences."""

    path: Path
    reports: tuple[SignatureReport, ...]

    @property
    def verdict(self) -> str:
        """Return in one sentence whether the file can be relied on."""
        return verdict(self.reports)

    @property
    def is_good(self) -> bool:
        """Tell whether it is signed, and every signature is good."""
        return bool(self.reports) and all(one.is_good for one in self.reports)

    @property
    def stories(self) -> tuple[str, ...]:
        """Return what each signature tells, in the order they were put on."""
        return tuple(" ".join(part for part in story(one) if part) for one in self.reports)


@dataclass(frozen=True)
class SigningFiles:
    """Signs and verifies files."""

    library: Library

    def empty_fields(self, path: Path) -> tuple[str, ...]:
        """Return the signature fields of a PDF that are still empty.

        Raises:
            SourceError: the file cannot be read.
        """
        from ttcs_desktop.delivery.signatures.fields import field_names

        return field_names(bytes_of(path), only_empty=True)

    def sign(self, request: SignRequest) -> Path:
        """Write the signed file beside the one given, under a name of its own; return it.

        Raises:
            SourceError: the PDF or the picture cannot be read.
            KeyHolderError: file or token does not sign; says why and what to do.
            UserError: the field is taken, or there is no picture for it.
            WriteError: the folder cannot be written; nothing is left behind.
        """
        pdf = bytes_of(request.pdf)
        if request.field and request.field != LINE:
            signed = self._in_field(pdf, request)
        else:
            signed = self._in_line(pdf, request)
        target = free_path(request.pdf.with_stem(f"{request.pdf.stem}-{SIGNED}"))
        write_atomically(target, signed)
        return target

    def verify(self, path: Path) -> Verified:
        """Return what the signatures of a PDF tell.

        Raises:
            SourceError: the file, or a certificate in a folder of trusted ones, cannot be read.
        """
        if path.suffix.lower() != ".pdf":
            raise SourceError(
                _("Chỉ tệp PDF mới có chữ ký số để kiểm tra."),
                where=str(path),
                remedy=_("Chọn tệp PDF."),
            )
        return Verified(path, Signing(self.library).verify(bytes_of(path)))

    def tokens(self, module: Path) -> tuple[TokenInfo, ...]:
        """Return the tokens that are plugged in.

        Raises:
            KeyHolderError: the token's program cannot be used; says why.
        """
        return Signing(self.library).tokens(module)

    def _in_field(self, pdf: bytes, request: SignRequest) -> bytes:
        if request.picture is None:
            raise UserError(
                _("Chưa chọn ảnh chữ ký hoặc dấu."), remedy=_("Chọn ảnh PNG nền trong suốt.")
            )
        ink = bytes_of(request.picture)
        signing = Signing(self.library)
        return signing.sign(pdf, request.field, request.key, ink, place=request.place)

    def _in_line(self, pdf: bytes, request: SignRequest) -> bytes:
        signing = Signing(self.library)
        ready = pdf if request.field == LINE else signing.with_line_field(pdf)
        return signing.sign_line(ready, request.key, request.words, place=request.place)
