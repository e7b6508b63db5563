"""What stands in a .docx, in reading order: paragraphs, tables, ends of sections."""

from dataclasses import dataclass

BREAK, PAGE_BREAK, TAB = "\n", "\f", "\t"
"""End of a line inside a paragraph, start of a page, tab: the letters that stand for them."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one dress."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote or endnote; `key` finds its words."""

    key: str


Inline = Words | NoteMark


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its words, and the label that automatic numbering prints before them.

    `alignment` as Word calls it: "left", "center", "right", "both", "" for the default.
    `is_pinned`: it stands in a frame at its own place on the paper.
    """

    words: tuple[Inline, ...]
    label: str = ""
    alignment: str = ""
    starts_page: bool = False
    is_pinned: bool = False

    @property
    def text(self) -> str:
        """Return label and words without their dress."""
        text = "".join(part.text for part in self.words if isinstance(part, Words))
        return f"{self.label} {text}" if self.label else text

    @property
    def is_empty(self) -> bool:
        """Tell whether it has neither words nor a page end, though a label may stand there."""
        return not any(
            isinstance(part, Words) and (part.text.strip() or PAGE_BREAK in part.text)
            for part in self.words
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `goes_on` when it continues the one above it."""

    blocks: "tuple[Block, ...]"
    columns: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a header row repeats on each page."""

    cells: tuple[Cell, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table; `is_ruled` when lines are drawn round or between its cells."""

    rows: tuple[Row, ...]
    is_ruled: bool


@dataclass(frozen=True, slots=True)
class SectionEnd:
    """The end of a section, with what Word says of it: what came before may be landscape.

    `starts_page`: the section itself began on a new page.
    """

    is_landscape: bool
    starts_page: bool


Block = Passage | WordTable | SectionEnd
