"""The components of an official document as found in a file (thành phần thể thức).

They are recognised by what they say, not by where they stand in the file.
"""

from dataclasses import dataclass
from enum import StrEnum

from ttcs_desktop.model.appearance import DrawnLine
from ttcs_desktop.model.document import Level


class Part(StrEnum):
    """What a line of a document is."""

    NATIONAL_NAME = "national-name"  # Quốc hiệu
    MOTTO = "motto"  # Tiêu ngữ
    PARTY_TITLE = "party-title"  # ĐẢNG CỘNG SẢN VIỆT NAM
    YOUTH_TITLE = "youth-title"  # ĐOÀN TNCS HỒ CHÍ MINH
    OTHER_TITLE = "other-title"  # another body's name in the title's place
    PARENT_BODY = "parent-body"
    ISSUING_BODY = "issuing-body"
    BODY_SEPARATOR = "body-separator"  # * or ***
    NUMBER = "number"
    PLACE_DATE = "place-date"
    LETTER_SUBJECT = "letter-subject"
    TYPE_NAME = "type-name"
    AUTHOR_LINE = "author-line"
    SUBJECT = "subject"
    SUBJECT_SEPARATOR = "subject-separator"  # -----
    ADDRESSEE_LABEL = "addressee-label"
    ADDRESSEE = "addressee"
    ENACTING_AUTHORITY = "enacting-authority"
    BASIS = "basis"
    ENACTING = "enacting"
    DIVISION = "division"  # Phần I, Chương I, Mục 1 on a line of its own
    DIVISION_TITLE = "division-title"
    ITEM = "item"  # running text with a number or mark
    ITEM_TITLE = "item-title"
    TEXT = "text"  # running text
    TABLE_TEXT = "table-text"
    CLOSING_NOTE = "closing-note"
    AUTHORITY = "authority"
    SIGNER_TITLE = "signer-title"
    SIGNER_JOINER = "signer-joiner"
    SIGNED_NOTE = "signed-note"
    SIGNER_NAME = "signer-name"
    RECIPIENTS_LABEL = "recipients-label"
    RECIPIENT = "recipient"
    FILING = "filing"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    CIRCULATION = "circulation"
    DRAFT_MARK = "draft-mark"
    NO_MEDIA = "no-media"
    DRAFTER_MARK = "drafter-mark"
    CONTACT = "contact"
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"
    ANNEX_REFERENCE = "annex-reference"
    PAGE_NUMBER = "page-number"
    FOOTNOTE = "footnote"
    RULE = "rule"  # a line that is only drawn with letters
    OTHER = "other"  # text of headers and footers, digital signature notes


class Sureness(StrEnum):
    """How sure it is what a line is."""

    SURE = "sure"
    LIKELY = "likely"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one paragraph: `paragraph` is its index in `Appearance.paragraphs`."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Component:
    """A component with the stretches that hold it, one for each of its lines.

    Attributes:
        text: its words, lines joined with spaces.
        level, ordinal: of an item or division.
        label: what is printed before the words: the number or mark, automatic or typed.
        annex: number of the annex it stands in, from 1; 0 for the document itself.
        signature: number of the signature block it belongs to, from 1; 0 for none.
        rules: lines drawn under it.
    """

    part: Part
    stretches: tuple[Stretch, ...]
    text: str
    sureness: Sureness = Sureness.SURE
    level: Level | None = None
    ordinal: str = ""
    label: str = ""
    annex: int = 0
    signature: int = 0
    rules: tuple[DrawnLine, ...] = ()

    @property
    def paragraph(self) -> int:
        """Index of the paragraph where it begins."""
        return self.stretches[0].paragraph
