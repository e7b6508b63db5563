"""A format: the rules of form of one regime between two dates, as data (thể thức).

Lengths are in mm, sizes and spacing in pt. Every table carries `source`, the clause it comes from,
and `verified`: "primary" read in the rule itself, "measured" on an official copy, "secondary",
"carried" over from the rule before, "seen" in practice, "ours" where no rule speaks, or
"unverified".
"""

import datetime
from dataclasses import dataclass, field

from ttcs_desktop.model.document import Level
from ttcs_desktop.model.unit import Regime


@dataclass(frozen=True, slots=True)
class Range:
    """A value with the span that the rule allows (mặc định, tối thiểu, tối đa)."""

    default: float
    min: float
    max: float

    def allows(self, value: float, tolerance: float = 0.0) -> bool:
        """Tell whether a value lies within the span."""
        return self.min - tolerance <= value <= self.max + tolerance


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


@dataclass(frozen=True, slots=True)
class FixedLine:
    """A line that the format itself prints, e.g. the national name; `rule` as in Letterhead."""

    style: str
    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of page 1 (ô 1-4). Rule kinds: "" none, "text" as long as the words above,
    "third-to-half" of them.
    """

    left_width: float
    right_width: float
    right_lines: tuple[FixedLine, ...]
    source: str
    verified: str
    starts_at: float = 0.0
    """Left edge of the columns from the text's left edge; negative reaches into the margin."""
    under_issuer: str = ""
    """Separator text under the issuing body: "*", "***" or ""."""
    issuer_rule: str = ""
    rule_fraction: Range = Range(0.4, 0.3333, 0.5)


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """Number and symbol (số, ký hiệu; ô 3). `{serial}`, `{type}`, `{symbol}`, `{field}`.

    `blank` is what stands for a serial left to the registry clerk.
    """

    template: str
    letter_template: str
    regex: str
    blank: str
    scope: str
    source: str
    verified: str
    letter_regex: str = ""
    draft_regex: str = ""
    minimum_digits: int = 2


@dataclass(frozen=True, slots=True)
class DateGrammar:
    """Place and date (địa danh, thời gian; ô 4)."""

    template: str
    """`{place}, ngày {day} tháng {month} năm {year}`"""
    regex: str
    blank_day: str
    blank_month: str
    source: str
    verified: str
    draft_regex: str = ""
    padded_months: tuple[int, ...] = (1, 2)


@dataclass(frozen=True, slots=True)
class TypeName:
    """A document type of the regime (tên loại) with its abbreviation in the symbol."""

    name: str
    abbreviation: str
    status: str
    source: str
    kind: str = "type"


@dataclass(frozen=True, slots=True)
class SubjectForm:
    """The subject (trích yếu; ô 5a, 5b)."""

    starts_upper: bool
    letter_prefix: str
    """`về việc ` or `V/v `"""
    source: str
    verified: str
    under: str = ""
    """Text under it: `-----` or ""."""
    rule: str = ""
    """Rule kind under it, as in Letterhead."""
    rule_fraction: Range = Range(0.4, 0.3333, 0.5)


@dataclass(frozen=True, slots=True)
class BasesForm:
    """Legal bases (căn cứ)."""

    prefix: str
    ends: str
    last_ends: str
    source: str
    verified: str


@dataclass(frozen=True, slots=True)
class LevelForm:
    """How one level of the body is numbered and dressed.

    `mark` holds `{n}`, e.g. "{n}. ", "{n}- ", "Điều {n}. ", "- "; for divisions the whole line,
    e.g. "Phần {n}". `style` dresses an item that is running text, `title_style` one that is a
    title (for divisions: the name on the line below).
    """

    mark: str
    style: str
    title_style: str
    source: str
    verified: str
    accepts: tuple[str, ...] = ()
    """Other marks met in practice, as in `mark`; the checker only notes them."""


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """Signing forms (phần ký; ô 7). `words` maps a SigningAuthority value to its print, e.g.
    "on-behalf" -> "T/M "; one that is missing does not exist in the regime.
    """

    words: dict[str, str]
    source: str
    verified: str
    deputy_signs_for_head: bool = True
    """State: `KT. CHỦ TỊCH` stands under `TM.`; Party: a deputy signs T/M without K/T."""
    instead_of: dict[str, str] = field(default_factory=dict)
    """A missing authority -> the one that stands for it (Party: by-authorisation -> by-order)."""
    left_width: float = 80.0
    right_width: float = 85.0
    signature_space: float = 30.0
    """Room for the signature, mm."""
    forbidden: tuple[str, ...] = ()
    line_regex: str = ""


@dataclass(frozen=True, slots=True)
class RecipientsForm:
    """Nơi nhận, Kính gửi, Kính trình (ô 9)."""

    label: str
    addressed_label: str
    submitted_label: str
    prefix: str
    separator: str
    last_ends: str
    filing_template: str
    """`Lưu {filing}` or `Lưu: {filing}`"""
    filing_default: str
    first_when_addressed: str
    """`Như trên`"""
    source: str
    verified: str
    single_addressee_on_label_line: bool = True
    filing_regex: str = ""


@dataclass(frozen=True, slots=True)
class AnnexForm:
    """Annexes (phụ lục). `numerals` is "roman" or "arabic"."""

    label: str
    numerals: str
    reference_template: str
    """`{type}`, `{number}`, `{date}`, `{issuer}`"""
    source: str
    verified: str
    rule: str = ""
    rule_fraction: Range = Range(0.4, 0.3333, 0.5)


@dataclass(frozen=True, slots=True)
class CitationForm:
    """How an instrument is cited in running text (viện dẫn).

    Templates know `{type}`, `{symbol}`, `{date}`, `{issuer}`, `{title}`; `date` is "short"
    (05/9/2016) or "long" (05 tháng 9 năm 2016).
    """

    full: str
    short: str
    law: str
    date: str
    source: str
    verified: str


@dataclass(frozen=True, slots=True)
class MarksForm:
    """Marks (dấu chỉ): what may be written, and where the contact line stands."""

    urgency: tuple[str, ...]
    circulation: tuple[str, ...]
    draft_template: str
    no_media: str
    contact_place: str
    """"first-page" or "last-page"."""
    source: str
    verified: str


@dataclass(frozen=True, slots=True)
class FormatProfile:
    """One format (thể thức và kỹ thuật trình bày), chosen by regime and document date."""

    id: str
    version: str
    title: str
    regime: Regime
    rule: str
    font: str
    page: Page
    page_number: PageNumber
    styles: dict[str, TextStyle]
    letterhead: Letterhead
    number: NumberGrammar
    date: DateGrammar
    types: tuple[TypeName, ...]
    subject: SubjectForm
    bases: BasesForm
    levels: dict[Level, LevelForm]
    signature: SignatureForm
    recipients: RecipientsForm
    annex: AnnexForm
    citation: CitationForm
    marks: MarksForm
    end_mark: str
    spelling: str
    """Tone marks in the format's own words: "new" (uỷ, hoà) or "old" (ủy, hòa)."""
    title_en: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    line_mode: str = "exactly"
    """"exactly" (pt) or "multiple" (of single spacing)."""
    size_sets: tuple[SizeSet, ...] = ()
    size_set: str = ""
    """The size set in force."""
    max_severity: str = "error"
    """The checker says no more than this, e.g. "warning" where the rule is unverified."""
    notes: tuple[str, ...] = ()

    def size(self, style: str) -> float:
        """Return the size in pt that a style has under the size set in force."""
        for chosen in self.size_sets:
            if chosen.id == self.size_set and style in chosen.sizes:
                return chosen.sizes[style]
        return self.styles[style].size.default

    @property
    def text_width(self) -> float:
        """Width of the text on a page, mm (bề rộng phần chữ)."""
        page = self.page
        return page.width - page.margin_left.default - page.margin_right.default
