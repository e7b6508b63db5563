"""Digital signatures: a PDF prepared, signed here or elsewhere, and looked at again (ký số).

Most offices sign with the tool of the Government Cipher Committee (Ban Cơ yếu Chính phủ): `prepare`
gives it a PDF with the fields where they belong, `verify` looks at what comes back. `sign` signs
here, by file or token.
"""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import (
    FieldBox,
    FieldKind,
    FileKey,
    SignatureReport,
    TokenInfo,
    TokenKey,
)
from ttcs_desktop.rules.measure import MM_PER_POINT
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library

if TYPE_CHECKING:
    from ttcs_desktop.writers.pdf import SignatureRoom

PERSON, SEAL, LINE = "Nguoi-ky-{number}", "Co-quan-{number}", "Dong-ky"
"""Names of the fields; numbers from 1, as the signatures are read."""
_LINES_KEPT = 3


@dataclass(frozen=True)
class Signing:
    """Prepares, signs and verifies."""

    library: Library
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now().astimezone()

    def boxes(self, composition: Composition) -> tuple[FieldBox, ...]:
        """Return the fields that a document's signatures and seals belong in, as they are read."""
        from ttcs_desktop.writers.pdf import signature_rooms

        rooms = signature_rooms(composition.sheet, composition.format)
        return tuple(
            box for number, room in enumerate(rooms, 1) for box in self._boxes(room, number)
        )

    def prepare(self, composition: Composition) -> bytes:
        """Return the PDF with empty fields for the signatures and the seal of each signer.

        Raises:
            UserError: the document has no place to sign.
        """
        from ttcs_desktop.delivery.signatures.fields import with_fields
        from ttcs_desktop.writers.pdf import write

        boxes = self.boxes(composition)
        if not boxes:
            raise UserError(
                _("Văn bản không có chỗ ký."),
                remedy=_("Chọn người ký; dòng “(đã ký)” thì bỏ đi."),
            )
        return with_fields(write(composition.sheet, composition.format), boxes)

    def with_line_field(self, pdf: bytes) -> bytes:
        """Return a PDF with an empty field at the top right of page 1, for body and time of a copy.

        Raises:
            SourceError: the PDF cannot be read.
            UserError: it has such a field already.
        """
        from ttcs_desktop.delivery.signatures.fields import page_size, with_fields
        from ttcs_desktop.writers.pdf.stamp import line_stamp_height

        look, (width, _height) = self.library.signing_look, page_size(pdf, 1)
        top, right = _points(look.line_from_top), width - _points(look.line_from_right)
        bottom = top + line_stamp_height(_LINES_KEPT, look.line_size)
        return with_fields(pdf, [FieldBox(LINE, FieldKind.LINE, 1, width / 2, top, right, bottom)])

    def sign(
        self, pdf: bytes, field: str, key: FileKey | TokenKey, picture: bytes, *, place: str = ""
    ) -> bytes:
        """Return a PDF signed in a field, with the picture (PNG) of the signature or seal in it.

        What was signed before stays signed.

        Raises:
            SourceError: the PDF or the picture cannot be read.
            KeyHolderError: file or token does not sign; says why and what to do.
            UserError: the field is not there, or taken.
        """
        from ttcs_desktop.delivery.signatures.fields import field_size
        from ttcs_desktop.writers.pdf.stamp import picture_stamp

        width, height = field_size(pdf, field)
        look = picture_stamp(picture, width, height) if width else b""
        return self._signed(pdf, field, key, look, place)

    def sign_line(
        self, pdf: bytes, key: FileKey | TokenKey, words: Sequence[str], *, place: str = ""
    ) -> bytes:
        """Return a PDF signed in its line field, with words and the moment of signing in it.

        Electronic copies say what kind they are and who copies ("SAO Y", "UBND XÃ …"), annexes in
        files of their own say number and symbol (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7d; Phần
        II). The moment is written as ISO 8601 asks.

        Raises:
            SourceError, KeyHolderError, UserError: as `sign`.
        """
        from ttcs_desktop.delivery.signatures.fields import field_size
        from ttcs_desktop.writers.pdf.stamp import line_stamp

        width, _height = field_size(pdf, LINE)
        lines = (*words, self.now().isoformat(timespec="seconds"))
        size = self.library.signing_look.line_size
        look = line_stamp(lines[-_LINES_KEPT:], width, size) if width else b""
        return self._signed(pdf, LINE, key, look, place)

    def verify(self, pdf: bytes) -> tuple[SignatureReport, ...]:
        """Return what each signature of a PDF tells, in the order they were put on; () for none.

        Raises:
            SourceError: the PDF, or a certificate in a folder of trusted ones, cannot be read.
        """
        from ttcs_desktop.delivery.signatures.verify import roots_in, verified

        roots = [one for folder in self.library.trust_folders for one in roots_in(folder)]
        return verified(pdf, roots)

    def tokens(self, module: Path) -> tuple[TokenInfo, ...]:
        """Return the tokens that are plugged in.

        Raises:
            KeyHolderError: the token's program cannot be used; says why.
        """
        from ttcs_desktop.delivery.signatures.keys import tokens

        return tokens(module)

    def _signed(
        self, pdf: bytes, field: str, key: FileKey | TokenKey, look: bytes, place: str
    ) -> bytes:
        from ttcs_desktop.delivery.signatures.sign import refuse_without_field, signed

        refuse_without_field(pdf, field)
        return signed(pdf, key, field, look=look, place=place)

    def _boxes(self, room: "SignatureRoom", number: int) -> Iterator[FieldBox]:
        """Yield where a signature and its seal stand, the seal over the signature's left."""
        look = self.library.signing_look
        width, height = _points(look.picture_width), _points(look.picture_height)
        middle = (room.top + room.bottom) / 2
        left = room.middle - width / 2
        yield FieldBox(
            PERSON.format(number=number), FieldKind.PERSON, room.page,
            left, middle - height / 2, left + width, middle + height / 2,
        )  # fmt: skip
        seal, edge = _points(look.seal_width), left + width * look.seal_over
        yield FieldBox(
            SEAL.format(number=number), FieldKind.SEAL, room.page,
            edge - seal, middle - seal / 2, edge, middle + seal / 2,
        )  # fmt: skip


def field_word(name: str) -> str:
    """Return what a signature field is for, in words; the name of one that is not ours."""
    kind, number = name.rpartition("-")[::2]
    if number.isdigit() and kind == PERSON.rpartition("-")[0]:
        return _("Chữ ký của người ký {number}").format(number=number)
    if number.isdigit() and kind == SEAL.rpartition("-")[0]:
        return _("Dấu của cơ quan, người ký {number}").format(number=number)
    return _("Dòng ký") if name == LINE else name


def _points(millimetres: float) -> float:
    return millimetres / MM_PER_POINT
