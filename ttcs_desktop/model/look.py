"""How pages and lines look (kỹ thuật trình bày): paper, margins, styles, sizes that move together.

Lengths are in mm, sizes and spacing in pt; `source` and `verified` as in `model.format`.
"""

from dataclasses import dataclass

STYLE_NAMES = (
    "parent-body", "issuing-body", "body-separator", "number", "place-date", "letter-subject",
    "rule", "type-name", "author-line", "subject", "subject-separator", "addressee-label",
    "addressee-single", "addressee", "addressee-last", "body", "body-centred", "basis",
    "enacting", "closing-note", "table-head", "table-cell", "footnote", "authority",
    "signer-title", "signer-title-direct", "signer-joiner", "signature-space", "signed-note",
    "signer-name", "recipients-label", "recipient", "secrecy", "urgency", "circulation",
    "draft-mark", "no-media", "drafter-mark", "contact", "annex-label", "annex-title",
    "annex-reference", "page-number",
)  # fmt: skip
"""Styles that every format has; those of its levels and fixed lines come on top."""


@dataclass(frozen=True, slots=True)
class Range:
    """A value with the span that the rule allows (mặc định, tối thiểu, tối đa).

    Where the rule names single values ("1 cm hoặc 1,27 cm"), `choices` holds them.
    """

    default: float
    min: float
    max: float
    choices: tuple[float, ...] = ()

    def allows(self, value: float, tolerance: float = 0.0) -> bool:
        """Tell whether a value lies within the span, or near one of the choices."""
        if self.choices:
            return any(abs(value - choice) <= tolerance for choice in self.choices)
        return self.min - tolerance <= value <= self.max + tolerance


THIRD_TO_HALF = Range(0.4, 1 / 3, 0.5)
"""How long a rule is that is drawn as a part of the words above it."""


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins (khổ giấy, định lề trang)."""

    width: float
    height: float
    margin_top: Range
    margin_bottom: Range
    margin_left: Range
    margin_right: Range
    source: str
    verified: str
    is_two_sided: bool = False
    """Mirror the margins for two-sided printing (in hai mặt)."""
    two_sided_allowed: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number (số trang): Arabic, in the top margin, from page 2."""

    distance_from_top: float
    source: str
    verified: str
    shown_on_first_page: bool = False
    annexes_numbered_separately: bool = True


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one component looks; its name in Word is `title`.

    `size` of the style in force comes from the size set when the set names the style. `line` is
    exact pt when the format's `line_mode` is "exactly", a multiple of single spacing when it is
    "multiple"; None is single spacing. `tab_stops` in mm from the left edge.
    """

    title: str
    size: Range
    source: str
    verified: str
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_upper: bool = False
    """The words are put into upper case by `arrange`."""
    is_framed: bool = False
    colour: str = "000000"
    align: str = "left"
    """left, center, right or justify"""
    first_line_indent: Range | None = None
    left_indent: float = 0.0
    hanging: float = 0.0
    space_before: float = 0.0
    space_after: Range | None = None
    line: Range | None = None
    keep_with_next: bool = False
    tab_stops: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SizeSet:
    """Sizes that must move together (bộ cỡ chữ), e.g. 13/14/14 or 12/13/13."""

    id: str
    title: str
    sizes: dict[str, float]
    """Size by style name."""
    source: str
    verified: str
