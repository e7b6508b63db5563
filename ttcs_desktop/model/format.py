"""A format: the rules of form of one regime between two dates, as data (thể thức).

Lengths are in mm, sizes and spacing in pt. Every table carries `source`, the clause it comes from,
and `verified`: "primary" read in the rule itself, "measured" on an official copy, "secondary",
"carried" over from the rule before, "seen" in practice, "ours" where no rule speaks, or
"unverified".
"""

import datetime
from dataclasses import dataclass, field

from ttcs_desktop.model.boxes import Boxes
from ttcs_desktop.model.copy_form import CopyForm
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.look import THIRD_TO_HALF, Page, PageNumber, Range, SizeSet, TextStyle
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Regime


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
    accepts: tuple[str, ...] = ()
    """First lines of the right column met in place of ours; the checker only notes them."""
    issuer_rule: str = ""
    rule_fraction: Range = THIRD_TO_HALF


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
    """Of a letter's number, where it is written otherwise (công văn của Nhà nước)."""
    draft_regex: str = ""
    """Of a number whose serial is left blank."""
    copy_regex: str = ""
    """Of a copy's number (bản sao)."""
    minimum_digits: int = 2
    restart: str = "year"
    """When numbers start again from 01: each "year", or with each "term" of the committee."""
    series: str = "all"
    """"type": each type of document has its own series of numbers; "all": one series for all."""
    secret_apart: bool = False
    """Secret documents (văn bản mật) have a series of their own."""


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
    text_regex: str = ""
    """A short date in running text, e.g. 05/9/2016."""
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
    """`về việc `, `V/v `, or "" for a subject that starts in upper case itself"""
    source: str
    verified: str
    under: str = ""
    """Text under it: `-----` or ""."""
    rule: str = ""
    """Rule kind under it, as in Letterhead."""
    rule_fraction: Range = THIRD_TO_HALF
    letter_regex: str = ""
    """Of a letter's subject, its prefix included."""


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
    filing_replaces: tuple[str, ...] = ()
    """Words of another regime for the same place, in whose stead `filing_default` stands."""


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
    rule_fraction: Range = THIRD_TO_HALF


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
    """"first-page" or "last-page": at whose foot."""
    source: str
    verified: str
    no_media_place: str = "last-page"
    """"last-page": at its foot; "signature": under the signature."""
    drafter_regex: str = ""


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
    boxes: Boxes
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
    end_mark_source: str = ""
    spelling_source: str = ""
    title_en: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    line_mode: str = "exactly"
    """"exactly" (pt) or "multiple" (of single spacing)."""
    size_sets: tuple[SizeSet, ...] = ()
    size_set: str = ""
    """The size set in force."""
    max_severity: Severity = Severity.ERROR
    """The checker says no more than this, e.g. a warning where the rule is unverified."""
    notes: tuple[str, ...] = ()
    copy: CopyForm | None = None

    def __hash__(self) -> int:
        """Return a hash: what is worked out of a format may be kept by it."""
        return hash((self.id, self.version))

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
