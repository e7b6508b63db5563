"""What a .docx looks like on paper (thể thức thực tế của tệp), as Word resolves its formatting.

Styles, theme, numbering, tables and direct formatting are already worked out; tracked changes are
read as accepted. Lengths are in mm, sizes and spacing in pt. Text is NFC.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ttcs_desktop.model.draft import Draft


class Story(StrEnum):
    """Which flow of text a paragraph belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"


class Pages(StrEnum):
    """On which pages of its sections a header or footer is printed."""

    DEFAULT = "default"
    FIRST = "first"
    EVEN = "even"


class LineRule(StrEnum):
    """How the space between lines is said (giãn dòng)."""

    MULTIPLE = "multiple"  # of single spacing
    EXACTLY = "exactly"  # pt
    AT_LEAST = "at-least"  # pt


class LineKind(StrEnum):
    """How a line is drawn (đường kẻ)."""

    BORDER = "border"  # border of a paragraph
    SHAPE = "shape"  # DrawingML or VML
    LETTERS = "letters"  # _____ or -----
    UNDERLINED_SPACE = "underlined-space"  # spaces or tabs that are underlined
    UNDERLINE = "underline"  # under words


@dataclass(frozen=True, slots=True)
class WordsLook:
    """How words look (định dạng chữ).

    Attributes:
        font: the font that is printed, "" when nothing says it.
        spacing: room added between letters, pt; negative when condensed.
        scale: width of the letters, percent.
        colour: RRGGBB; black for automatic.
        highlight: name or RRGGBB of what lies behind the words, "" for nothing.
    """

    font: str = ""
    size: float = 10.0
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False
    is_upper: bool = False
    is_small_caps: bool = False
    is_hidden: bool = False
    is_struck: bool = False
    is_raised: bool = False
    is_lowered: bool = False
    is_framed: bool = False
    colour: str = "000000"
    spacing: float = 0.0
    scale: float = 100.0
    highlight: str = ""


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """Words of one look; `run` finds them again: which w:r of the paragraph, -1 for none.

    The text is as printed: in capitals where the look says so. "\\n" ends a line, "\\t" is a tab,
    "\\f" starts a page or column. `field` is the instruction of the field whose result they are,
    e.g. "PAGE".
    """

    text: str
    look: WordsLook
    run: int = -1
    field: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands (định dạng đoạn).

    Attributes:
        style: the name of its style in Word, e.g. "Normal".
        align: left, center, right or justify.
        first_line: indent of the first line from `left`, mm; negative when it hangs.
        line: a multiple of single spacing, or pt, as `line_rule` says.
        is_snug: no space between paragraphs of the same style (contextual spacing).
        is_pinned: it stands in a frame at its own place on the paper.
        outline: level of the outline from 0; None for running text.
    """

    style: str = ""
    align: str = "left"
    left: float = 0.0
    right: float = 0.0
    first_line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    line_rule: LineRule = LineRule.MULTIPLE
    line: float = 1.0
    keep_with_next: bool = False
    keep_together: bool = False
    starts_page: bool = False
    is_snug: bool = False
    is_pinned: bool = False
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a table, outermost numbers from 0; `width` in mm, 0 when not said.

    `table` counts all tables of the file in reading order, those inside cells too; `is_ruled` when
    lines are drawn round its cells.
    """

    table: int
    row: int
    column: int
    columns: int = 1
    depth: int = 0
    is_ruled: bool = False
    is_header: bool = False
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph stands.

    Attributes:
        part: the part of the package it is written in, e.g. "word/document.xml".
        order: which w:p of that part it is, from 0 in the order of the XML.
        section: number of the section from 0; for headers and footers the first that shows them.
        page: its first page from 1, 0 when it cannot be told; `last_page` the page it ends on.
        cell: the innermost cell it stands in.
        box: number of the text box it stands in, from 1; 0 for none.
        pages: for a header or footer, the pages it is printed on.
    """

    part: str
    order: int
    story: Story = Story.BODY
    section: int = 0
    page: int = 0
    last_page: int = 0
    cell: CellPlace | None = None
    box: int = 0
    pages: Pages = Pages.DEFAULT


@dataclass(frozen=True)
class PrintedParagraph:
    """A paragraph as printed.

    `label` is what automatic numbering prints before it, e.g. "1.", with the look `label_look`.
    """

    words: tuple[PrintedWords, ...]
    look: ParagraphLook
    spot: Spot
    label: str = ""
    label_look: WordsLook = WordsLook()
    mark_look: WordsLook = WordsLook()
    """Look of the paragraph mark: of an empty paragraph, how high it is."""

    @cached_property
    def text(self) -> str:
        """The words without the label; offsets count in it."""
        return "".join(part.text for part in self.words)

    @cached_property
    def full_text(self) -> str:
        """Label and words."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is printed in it."""
        return not self.text.strip() and not self.label


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line that is drawn, whatever it is drawn with (đường kẻ).

    Attributes:
        paragraph: index of the paragraph it hangs on, in `Appearance.paragraphs`.
        length: mm; None when it cannot be told.
        is_below: it stands under the words of its paragraph; a border may stand above them.
        start, end: where in the text it stands, for lines made of letters or underlining.
        drop: distance of a shape from the top of its paragraph, mm; None when not said.
        left: distance of a shape from the left edge of its column, mm; None when not said.
    """

    kind: LineKind
    paragraph: int
    length: float | None = None
    is_below: bool = True
    is_solid: bool = True
    thickness: float = 0.0
    start: int = 0
    end: int = 0
    drop: float | None = None
    left: float | None = None


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section (phân đoạn): its paper, margins and numbering of pages; mm.

    `starts_page` is False for a section that goes on on the page of the one before. `first_number`
    is the number of its first page where the file sets one.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float
    gutter: float = 0.0
    is_landscape: bool = False
    has_first_page: bool = False
    """The first page has a header and footer of its own (khác trang đầu)."""
    starts_page: bool = True
    first_number: int | None = None
    number_format: str = "decimal"
    columns: int = 1

    @property
    def text_width(self) -> float:
        """Width of the text, mm."""
        return self.width - self.left - self.right - self.gutter


@dataclass(frozen=True, slots=True)
class PrintedPageNumber:
    """A page number as a section prints it (số trang).

    `paragraph` is the index of the paragraph of the header or footer that holds it.
    """

    section: int
    story: Story
    pages: Pages
    paragraph: int


@dataclass(frozen=True)
class Appearance:
    """A file as printed.

    `paragraphs` stand in reading order: the body with its tables and text boxes, then headers and
    footers, then footnotes.

    Attributes:
        is_mirrored: margins swap sides on even pages (lề đối xứng).
        has_even_pages: even pages have headers of their own.
        knows_pages: the program that wrote the file noted where its pages broke.
        is_revised: it holds tracked changes.
        is_commented: it holds comments.
        format_id: the format that a file of ours says it follows.
        draft: the draft inside a file of ours, when its words are still those of the draft.
        pictures: how many pictures it holds.
    """

    sections: tuple[PrintedSection, ...]
    paragraphs: tuple[PrintedParagraph, ...]
    lines: tuple[DrawnLine, ...] = ()
    page_numbers: tuple[PrintedPageNumber, ...] = ()
    is_mirrored: bool = False
    has_even_pages: bool = False
    knows_pages: bool = False
    is_revised: bool = False
    is_commented: bool = False
    format_id: str = ""
    draft: Draft | None = None
    created: datetime.date | None = None
    pictures: int = 0

    def section_of(self, paragraph: PrintedParagraph) -> PrintedSection:
        """Return the section a paragraph stands in."""
        return self.sections[min(paragraph.spot.section, len(self.sections) - 1)]
