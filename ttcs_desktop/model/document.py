"""The document tree: meaning only, no fonts, no commas, no `Số:` or `Số` (văn bản)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.text import Content


class Level(StrEnum):
    """The levels of body text (bố cục nội dung), highest first."""

    PART = "part"  # Phần I
    CHAPTER = "chapter"  # Chương I
    SECTION = "section"  # Mục 1
    SUBSECTION = "subsection"  # Tiểu mục 1
    ARTICLE = "article"  # Điều 1.
    ROMAN = "roman"  # I. or I-
    CLAUSE = "clause"  # 1. or 1-  (khoản)
    SUBCLAUSE = "subclause"  # 1.1.
    SUBSUBCLAUSE = "subsubclause"  # 1.1.1.
    POINT = "point"  # a)  (điểm)
    DASH = "dash"  # -
    PLUS = "plus"  # +


LEVELS: tuple[Level, ...] = tuple(Level)
DIVISIONS = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION})
"""Levels that stand centred on a line of their own, with their name on the next line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text (đoạn văn)."""

    content: Content
    is_centred: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered or marked piece of the body: part, article, clause, point, dash.

    `ordinal` is the number as written, without its punctuation: "I", "1", "1.1", "a", "đ"; "" for
    DASH and PLUS. How it is punctuated is the format's business. For PART to SUBSECTION the content
    is the name (tên phần, chương, mục) and may be empty.
    """

    level: Level
    ordinal: str
    content: Content
    line: int = 0


class Alignment(StrEnum):
    """How a table column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class TableCell:
    """A table cell; spans count columns and rows to the right and below, itself included."""

    content: Content
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table (bảng): header rows repeat on each page, body rows never split.

    A row lists only the cells that start in it: one covered by a cell to its left or above is
    left out.
    """

    alignments: tuple[Alignment, ...]
    header: tuple[tuple[TableCell, ...], ...]
    rows: tuple[tuple[TableCell, ...], ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page (ngắt trang)."""

    line: int = 0


Block = Paragraph | Item | Table | PageBreak


@dataclass(frozen=True, slots=True)
class IssuingBody:
    """The issuing body and the one above it, as the letterhead prints them (ô 2).

    Several `issuers` make a joint document (văn bản liên tịch), lead body first.
    """

    parent: str = ""
    issuers: tuple[str, ...] = ()
    symbol: str = ""
    """Abbreviation in the number, e.g. "BTGTU", "UBND"; joint: "BTCTU-BNCTU"."""
    name: str = ""
    """Full name for running text and annex references, e.g. "Ban Tuyên giáo Tỉnh ủy"."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """Number and symbol (số, ký hiệu; ô 3). A blank serial is left for the registry clerk.

    `letter_field` is the unit or field after the body in the symbol of a State công văn
    (`Số: 12/UBND-VX`). `symbol`, when given, is printed as it is instead of the derived one.
    """

    serial: str = ""
    letter_field: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class PlaceAndDate:
    """Place and date of issue (địa danh, thời gian ban hành; ô 4).

    Without a `date` the blanks are left; `year` and `month` then fill what is known.
    """

    place: str = ""
    date: datetime.date | None = None
    month: int = 0
    year: int = 0


class Direction(StrEnum):
    """Whom a document addresses (kính gửi, kính trình)."""

    ADDRESSED = "addressed"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Addressees:
    """Whom the document goes to (Kính gửi, Kính trình; ô 9a, 9b)."""

    direction: Direction
    names: tuple[str, ...]
    line: int = 0


class SigningAuthority(StrEnum):
    """In whose place one signs (quyền hạn ký; ô 7a)."""

    ON_BEHALF = "on-behalf"  # T/M · TM.
    FOR = "for"  # K/T · KT.
    BY_ORDER = "by-order"  # T/L · TL.
    BY_AUTHORISATION = "by-authorisation"  # TUQ.
    ACTING = "acting"  # Q.


@dataclass(frozen=True, slots=True)
class AuthorityLine:
    """One line of authority: `T/M BAN THƯỜNG VỤ` is ON_BEHALF of "BAN THƯỜNG VỤ"."""

    authority: SigningAuthority
    of: str


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The signature block (phần ký; ô 7a-7c).

    `positions` holds the signer's title lines (two for the "kiêm" form); `is_signed` prints
    `(đã ký)`, as in a copy.
    """

    authority: tuple[AuthorityLine, ...] = ()
    positions: tuple[str, ...] = ()
    name: str = ""
    is_signed: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of Nơi nhận, without its dash and end mark; `purpose` e.g. "báo cáo"."""

    name: str
    purpose: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Recipients:
    """The recipients (Nơi nhận; ô 9) and the filing line (dòng lưu).

    `filing` is what stands after "Lưu" or "Lưu:", e.g. "TGTU" or "VT, TH"; "" when absent.
    """

    entries: tuple[Recipient, ...] = ()
    filing: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """Marks round the document (các dấu chỉ): secrecy, urgency, circulation, draft and others."""

    secrecy: str = ""
    urgency: str = ""
    circulation: str = ""
    draft_round: int = 0
    """`Dự thảo lần N`; 0 for none."""
    no_media: bool = False
    """`Không phổ biến trên phương tiện thông tin đại chúng`."""
    drafter: str = ""
    """Drafter's mark and number of copies (ký hiệu người soạn thảo), e.g. "ABC-268"."""
    contact: str = ""
    """Contact line (địa chỉ liên hệ; ô 13)."""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (phụ lục), with its own pages; landscape when its tables are wide."""

    title: Content
    blocks: tuple[Block, ...]
    is_landscape: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """An official document as meaning (văn bản).

    Blocks stand flat in reading order; nesting follows from their levels.

    Attributes:
        type_name: the type as a word in lower case, e.g. "hướng dẫn", "công văn"; "" when the text
            has none (tên loại).
        author_line: the author inside the subject, e.g. "của ban thường vụ thành uỷ".
        subject: what the text is about (trích yếu nội dung), lower-case start, no "về việc" or
            "V/v" for an official letter.
        bases: legal bases (căn cứ), each without its end mark.
        closing_notes: notes between the body and the signature, e.g. "(Gửi kèm …)".
        signatures: lead body first.
        problems: what could not be understood, one note for each.
    """

    type_name: str = ""
    subject: Content = ()
    author_line: str = ""
    issuer: IssuingBody = IssuingBody()
    number: DocumentNumber = DocumentNumber()
    place_and_date: PlaceAndDate = PlaceAndDate()
    addressees: Addressees | None = None
    bases: tuple[Content, ...] = ()
    enacting_authority: str = ""
    """Who decides, the line before the bases (thẩm quyền ban hành), e.g. "GIÁM ĐỐC SỞ TƯ PHÁP"."""
    enacting: str = ""
    """The line before the articles, e.g. "QUYẾT ĐỊNH"."""
    blocks: tuple[Block, ...] = ()
    closing_notes: tuple[Paragraph, ...] = ()
    recipients: Recipients = Recipients()
    signatures: tuple[SignatureBlock, ...] = ()
    marks: Marks = Marks()
    annexes: tuple[Annex, ...] = ()
    subject_line: int = 0
    problems: tuple[Problem, ...] = ()
