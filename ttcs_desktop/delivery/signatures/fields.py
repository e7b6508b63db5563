"""Empty signature fields, put into a PDF where its signatures belong (ô ký).

A field is added behind the file as it stands, so that what was signed before stays signed.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import FieldBox

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_LONGEST_REASON = 120


def with_fields(pdf: bytes, boxes: Iterable[FieldBox]) -> bytes:
    """Return a PDF with empty signature fields; it begins with the bytes of the one given.

    Raises:
        SourceError: the PDF cannot be read.
        UserError: it has a field of that name already.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    with reading():
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
        taken = set(field_names(pdf))
        for box in boxes:
            if box.name in taken:
                raise UserError(
                    _("Tệp PDF đã có ô ký “{name}”.").format(name=box.name),
                    remedy=_("Dùng tệp PDF chưa có ô ký."),
                )
            _width, height = _size(writer.prev, box.page)
            corners = (
                round(box.left),
                round(height - box.bottom),
                round(box.right),
                round(height - box.top),
            )
            spec = SigFieldSpec(box.name, on_page=box.page - 1, box=corners)
            append_signature_field(writer, spec)
        written = io.BytesIO()
        writer.write(written)  # type: ignore[no-untyped-call]
    return written.getvalue()


def field_names(pdf: bytes, *, only_empty: bool = False) -> tuple[str, ...]:
    """Return the names of the signature fields of a PDF, in their order.

    Raises:
        SourceError: the PDF cannot be read.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    with reading():
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        return tuple(
            name
            for name, value, _reference in enumerate_sig_fields(reader)
            if value is None or not only_empty
        )


def field_size(pdf: bytes, name: str) -> tuple[float, float]:
    """Return width and height of a signature field, pt; 0 when there is none of that name.

    Raises:
        SourceError: the PDF cannot be read.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import enumerate_sig_fields

    with reading():
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        for known, _value, reference in enumerate_sig_fields(reader):
            if known == name:
                left, bottom, right, top = map(float, reference.get_object()["/Rect"])
                return right - left, top - bottom
    return 0.0, 0.0


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Return width and height of a page (from 1), pt.

    Raises:
        SourceError: the PDF cannot be read, or has no such page.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    with reading():
        return _size(PdfFileReader(io.BytesIO(pdf), strict=False), page)


@contextmanager
def reading() -> Iterator[None]:
    """Tell that a PDF cannot be read, whatever the library says of it.

    Raises:
        SourceError: the PDF is damaged, locked or none at all.
    """
    from pyhanko.pdf_utils.misc import PdfError

    try:
        yield
    except (PdfError, ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise SourceError(
            _("Không đọc được tệp PDF ({reason}).").format(reason=in_short(error)),
            remedy=_("Xuất lại tệp PDF; tệp có mật khẩu thì bỏ mật khẩu trước."),
        ) from error


def in_short(error: Exception) -> str:
    """Return what a library says of an error, on one line that can be read."""
    said = " ".join(str(error).split())
    return said if len(said) <= _LONGEST_REASON else f"{said[:_LONGEST_REASON]}…"


def _size(reader: "PdfFileReader", page: int) -> tuple[float, float]:
    reference, _resources = reader.find_page_for_modification(page - 1)  # type: ignore[no-untyped-call]
    found = reference.get_object()
    while "/MediaBox" not in found:
        found = found["/Parent"]
    left, bottom, right, top = map(float, found["/MediaBox"])
    return right - left, top - bottom
