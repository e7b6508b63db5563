"""Label sheets and envelopes as PDF, each word in its place (nhãn, phong bì)."""

import json
from collections.abc import Sequence
from typing import Any

from ttcs_desktop.model.postage import Inscription, PostageSheet
from ttcs_desktop.places import resources
from ttcs_desktop.writers.pdf.fonts import TWIN
from ttcs_desktop.writers.pdf.letters import printable
from ttcs_desktop.writers.pdf.looks import points

_FIXED_TIME = 0
_INSIDE = 3.0
"""Room kept free at each edge of an area, mm: label sheets shift in printers."""


def write_postage(sheets: Sequence[PostageSheet], title: str) -> bytes:
    """Return label sheets or envelopes as PDF, a page for each."""
    import typst

    folder = resources() / "typst"
    values = {"font": TWIN, "title": printable(title), "sheets": [_sheet(one) for one in sheets]}
    pdf = typst.compile(
        str(folder / "postage.typ"),
        root=str(folder),
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(resources() / "fonts")],
        ),
        ignore_system_fonts=True,
        sys_inputs={"postage": json.dumps(values)},
        timestamp=_FIXED_TIME,
    )
    assert isinstance(pdf, bytes), "one file, no file name: bytes"  # noqa: S101
    return pdf


def _sheet(sheet: PostageSheet) -> dict[str, Any]:
    return {
        "width": points(sheet.width),
        "height": points(sheet.height),
        "inscriptions": [_inscription(one) for one in sheet.inscriptions],
    }


def _inscription(inscription: Inscription) -> dict[str, Any]:
    area = inscription.area
    return {
        "left": points(area.left + _INSIDE),
        "top": points(area.top + _INSIDE),
        "width": points(area.width - 2 * _INSIDE),
        "height": points(area.height - 2 * _INSIDE),
        "size": inscription.size,
        "lines": [{"words": printable(words), "bold": bold} for words, bold in inscription.lines],
    }
