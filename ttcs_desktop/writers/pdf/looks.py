"""A format's styles and page as the Typst library wants them: numbers only, pt and mm."""

import math
from typing import Any

from ttcs_desktop.model.format import FormatProfile, Range, TextStyle

ASCENT = 0.8911
DESCENT = 0.2163
LINE_GAP = 0.0425
"""Times New Roman and its metric twin, parts of the size."""
EXACT_ASCENT = 0.8
"""Where the baseline stands in a line of exact height, as word processors place it."""
TWIPS = 20
MM = 72 / 25.4
CELL_SIDE = 1.9
"""Room left and right inside a cell of a ruled table, mm (108 twips)."""


def looks(format: FormatProfile) -> dict[str, Any]:  # noqa: A002
    """Return the page and every style of a format, ready for `resources/typst`."""
    page = format.page
    return {
        "page": {
            "width": page.width,
            "height": page.height,
            "top": page.margin_top.default,
            "bottom": page.margin_bottom.default,
            "left": page.margin_left.default,
            "right": page.margin_right.default,
            "is_two_sided": page.is_two_sided,
            "number_top": format.page_number.distance_from_top,
            "number_on_first": format.page_number.shown_on_first_page,
        },
        "cell_side": CELL_SIDE,
        "styles": {
            name: _style(style, format.size(name), format.line_mode)
            for name, style in format.styles.items()
        },
    }


def _style(style: TextStyle, size: float, line_mode: str) -> dict[str, Any]:
    ascent, descent, extra = _line_height(style.line, size, line_mode)
    first = _default(style.first_line_indent)
    return {
        "size": size,
        "bold": style.is_bold,
        "italic": style.is_italic,
        "underline": style.is_underlined,
        "framed": style.is_framed,
        "colour": style.colour,
        "align": style.align,
        "first": (style.left_indent + first - style.hanging) * MM,
        "left": style.left_indent * MM,
        "before": style.space_before,
        "after": _default(style.space_after),
        "ascent": ascent,
        "descent": descent,
        "extra": extra,
        "stops": [stop * MM for stop in style.tab_stops],
    }


def _line_height(line: Range | None, size: float, line_mode: str) -> tuple[float, float, float]:
    """Return ascent, descent and extra space below a line, pt.

    A multiple of single spacing adds its extra below each line, in whole twips.
    """
    if line is not None and line_mode == "exactly":
        return line.default * EXACT_ASCENT, line.default * (1 - EXACT_ASCENT), 0.0
    single = math.ceil(size * TWIPS * (ASCENT + DESCENT + LINE_GAP))
    multiple = 1.0 if line is None else line.default
    ascent = size * (ASCENT + LINE_GAP)
    extra = math.floor(single * multiple) - single
    return ascent, single / TWIPS - ascent, extra / TWIPS


def _default(value: Range | None) -> float:
    return 0.0 if value is None else value.default
