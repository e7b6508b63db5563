"""A format's page and styles in pt, as word processors round them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import Range, TextStyle
from ttcs_desktop.model.metrics import SINGLE_LINE

ASCENT = 0.9336
"""From a line's top to its baseline in Times New Roman, parts of the size."""
EXACT_ASCENT = 0.8
"""The same in a line of exact height, parts of that height."""
FRAME = 0.8
"""What the line of a frame adds above and below the words in it, pt."""
TWIPS = 20
"""Twips in a pt."""


_PARTS = 10_000
"""LibreOffice keeps the edges of a table's columns in parts of its width."""


def points(millimetres: float) -> float:
    """Return a length in pt, rounded to whole twips as a .docx has it."""
    return _twips(millimetres) / TWIPS


def column_widths(widths: Sequence[float]) -> tuple[float, ...]:
    """Return how wide a table's columns of so many mm come out, pt."""
    edges = list(accumulate(map(_twips, widths), initial=0))
    whole = edges[-1]
    rounded = [round(edge * _PARTS / whole) * whole // _PARTS for edge in edges]
    return tuple((right - left) / TWIPS for left, right in pairwise(rounded))


def _twips(millimetres: float) -> int:
    return round(millimetres * 72 * TWIPS / 25.4)


@dataclass(frozen=True, slots=True)
class Paper:
    """Paper and margins of a section, pt; `left` is the inner margin of two-sided printing."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    is_two_sided: bool

    @property
    def text_width(self) -> float:
        """Width of the text, pt."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the text, pt."""
        return self.height - self.top - self.bottom


def paper(format: FormatProfile, *, is_landscape: bool) -> Paper:  # noqa: A002
    """Return the paper of a section."""
    page = format.page
    width, height = points(page.width), points(page.height)
    return Paper(
        width=height if is_landscape else width,
        height=width if is_landscape else height,
        top=points(page.margin_top.default),
        bottom=points(page.margin_bottom.default),
        left=points(page.margin_left.default),
        right=points(page.margin_right.default),
        is_two_sided=page.is_two_sided,
    )


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph of one style looks, pt.

    Attributes:
        first, left: indent of the first line and of the others.
        before, after: space above and below.
        ascent, descent: of a line, from its baseline.
        extra: room below each line, which may hang over the foot of a page.
        stops: tab stops from the left edge.
    """

    size: float
    is_bold: bool
    is_italic: bool
    is_underlined: bool
    is_framed: bool
    colour: str
    align: str
    first: float
    left: float
    before: float
    after: float
    ascent: float
    descent: float
    extra: float
    stops: tuple[float, ...]

    @property
    def line_height(self) -> float:
        """Height of a line without its extra room, pt."""
        return self.ascent + self.descent


def looks(format: FormatProfile) -> dict[str, Look]:  # noqa: A002
    """Return the look of every style of a format."""
    return {
        name: _look(style, format.size(name), format.line_mode)
        for name, style in format.styles.items()
    }


def _look(style: TextStyle, size: float, line_mode: str) -> Look:
    ascent, descent, extra = _line_height(style.line, size, line_mode)
    frame = FRAME if style.is_framed else 0.0
    return Look(
        size=size,
        is_bold=style.is_bold,
        is_italic=style.is_italic,
        is_underlined=style.is_underlined,
        is_framed=style.is_framed,
        colour=style.colour,
        align=style.align,
        first=points(style.left_indent + _default(style.first_line_indent) - style.hanging),
        left=points(style.left_indent),
        before=style.space_before,
        after=_default(style.space_after),
        ascent=ascent + frame,
        descent=descent + frame,
        extra=extra,
        stops=tuple(points(stop) for stop in style.tab_stops),
    )


def _line_height(line: Range | None, size: float, line_mode: str) -> tuple[float, float, float]:
    """Return ascent, descent and extra room of a line, pt.

    A multiple of single spacing adds its extra below each line, in whole twips.
    """
    if line is not None and line_mode == "exactly":
        return line.default * EXACT_ASCENT, line.default * (1 - EXACT_ASCENT), 0.0
    single = math.ceil(size * TWIPS * SINGLE_LINE)
    multiple = 1.0 if line is None else line.default
    extra = math.floor(single * multiple) - single
    return size * ASCENT, single / TWIPS - size * ASCENT, extra / TWIPS


def _default(value: Range | None) -> float:
    return 0.0 if value is None else value.default
