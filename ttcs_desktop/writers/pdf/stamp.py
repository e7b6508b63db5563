"""A page as small as a signature field: the picture of a signature or seal, or lines of words."""

import json
from collections.abc import Sequence

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.metrics import SINGLE_LINE
from ttcs_desktop.places import resources
from ttcs_desktop.writers.pdf.fonts import TWIN

_FIXED_TIME = 0
_PNG = b"\x89PNG\r\n\x1a\n"


def picture_stamp(png: bytes, width: float, height: float) -> bytes:
    """Return a picture as a page of a size in pt; what is transparent in it stays so.

    Raises:
        SourceError: it is no PNG, or a damaged one.
    """
    if not png.startswith(_PNG):
        raise _no_picture()
    return _set({"picture": list(png), "lines": [], "width": width, "height": height, "size": 10})


def line_stamp(lines: Sequence[str], width: float, size: float) -> bytes:
    """Return lines of words in black, at the right of a page; `width` and `size` in pt."""
    height = line_stamp_height(len(lines), size)
    return _set(
        {"picture": [], "lines": list(lines), "width": width, "height": height, "size": size}
    )


def line_stamp_height(count: int, size: float) -> float:
    """Return how high a page of so many lines is, pt."""
    return count * size * SINGLE_LINE


def _set(values: dict[str, object]) -> bytes:
    import typst

    folder = resources() / "typst"
    try:
        page = typst.compile(
            str(folder / "stamp.typ"),
            root=str(folder),
            font_paths=typst.Fonts(
                include_system_fonts=False,
                include_embedded_fonts=False,
                font_paths=[str(resources() / "fonts")],
            ),
            ignore_system_fonts=True,
            sys_inputs={"stamp": json.dumps(values | {"font": TWIN})},
            timestamp=_FIXED_TIME,
            pdf_tags=False,
        )
    except typst.TypstError as error:
        raise _no_picture() from error
    assert isinstance(page, bytes), "one file, no file name: bytes"  # noqa: S101
    return page


def _no_picture() -> SourceError:
    return SourceError(
        _("Ảnh chữ ký hoặc dấu không đọc được."),
        remedy=_("Chọn ảnh PNG nền trong suốt."),
    )
