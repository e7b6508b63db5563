"""One signature put on a PDF, behind everything that is there already (ký số)."""

import io
from typing import TYPE_CHECKING

from ttcs_desktop.delivery.signatures.fields import field_names, reading
from ttcs_desktop.delivery.signatures.keys import opened
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import FileKey, TokenKey

if TYPE_CHECKING:
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.stamp import StaticStampStyle

_DIGEST = "sha256"
_ROOM = 32_768
"""Bytes kept for the signature and its certificates."""


def signed(
    pdf: bytes, key: FileKey | TokenKey, field: str, *, look: bytes, place: str = ""
) -> bytes:
    """Return a PDF signed in one of its empty fields; it begins with the bytes of the one given.

    `look` is a page (PDF) that shows in the field; `place` where one signs, e.g. "Khánh Hoà".

    Raises:
        SourceError: the PDF, or the file of the key, cannot be read.
        KeyHolderError: file or token does not sign; says why and what to do.
        UserError: the PDF does not let itself be signed.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

    told = PdfSignatureMetadata(field_name=field, md_algorithm=_DIGEST, location=place or None)
    with opened(key) as signer, reading():
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        written = io.BytesIO()
        try:
            PdfSigner(told, signer, stamp_style=_style(look)).sign_pdf(
                writer, existing_fields_only=True, bytes_reserved=_ROOM, output=written
            )
        except SigningError as error:
            raise UserError(
                _("Không ký được vào tệp này ({reason}).").format(reason=error),
                remedy=_("Kiểm tra tệp có cho phép ký thêm không."),
            ) from error
    return written.getvalue()


def _style(look: bytes) -> "StaticStampStyle":
    from pyhanko.pdf_utils.layout import AxisAlignment as Align
    from pyhanko.pdf_utils.layout import InnerScaling, Margins, SimpleBoxLayoutRule
    from pyhanko.stamp import StaticStampStyle

    filling = SimpleBoxLayoutRule(
        x_align=Align.ALIGN_MID,
        y_align=Align.ALIGN_MID,
        margins=Margins(0, 0, 0, 0),
        inner_content_scaling=InnerScaling.STRETCH_FILL,
    )
    return StaticStampStyle(border_width=0, background=_page(look), background_layout=filling)


def _page(look: bytes) -> "PdfContent":
    """Return the first page of a PDF as something that can be drawn into another."""
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.pdf_utils.reader import PdfFileReader

    class Page(PdfContent):
        def render(self) -> bytes:
            drawn = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(look)))
            self.resources.xobject["/Look"] = drawn
            left, bottom, right, top = drawn.get_object()["/BBox"]
            self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
            return b"/Look Do"

    return Page()


def refuse_without_field(pdf: bytes, field: str) -> None:
    """Stop where a PDF has no empty field of a name.

    Raises:
        SourceError: the PDF cannot be read.
        UserError: it has none; names those it has.
    """
    empty = field_names(pdf, only_empty=True)
    if field in empty:
        return
    raise UserError(
        _("Tệp PDF không có ô ký “{name}” còn trống.").format(name=field),
        remedy=_("Các ô còn trống: {names}.").format(names=", ".join(empty))
        if empty
        else _("Xuất lại tệp PDF có ô ký từ văn bản."),
    )
