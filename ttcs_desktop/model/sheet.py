"""The sheet: the final words, box by box, each line with a style name (bản trình bày).

A writer adds nothing and leaves nothing out. Box numbers are those of the official diagrams
(Phụ lục I of Nghị định 30/2020; Phụ lục 1 of Hướng dẫn 05-HD/VPTW). Lengths are in mm.
"""

from dataclasses import dataclass

from ttcs_desktop.model.document import Alignment
from ttcs_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one dress. `bold`, `italic`, `underline` of None follow the style.

    "\\n" ends the line inside the paragraph, "\\t" goes to the style's next tab stop.
    """

    text: str
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """A footnote mark with the footnote's own words; numbered 1, 2, … through the sheet."""

    number: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the sheet.

    Attributes:
        box: the box of the official diagram, e.g. "5a"; "" for annex pages.
        style: a key of `FormatProfile.styles`.
        source: line of the official text it comes from; 0 for words that the format adds.
        keep_with_next: stays on the page of what follows.
        page_break_before: starts a new page.
    """

    box: str
    style: str
    runs: tuple[Run | FootnoteMark, ...]
    source: int = 0
    keep_with_next: bool = False
    page_break_before: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line under what stands above it (đường kẻ), centred in its column.

    `length` of 0 means the full width of the column.
    """

    box: str
    length: float
    thickness: float = 0.75
    """pt"""
    keep_with_next: bool = True


Cell = tuple[Line | Rule, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A table without borders: letterhead, signatures (bảng ẩn). Rows never split.

    `starts_at` is the distance of its left edge from the text's left edge: negative when the
    letterhead reaches into the margin. With `keep_together` the rows share one page.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keep_together: bool = True
    starts_at: float = 0.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a ruled table; spans as in `model.document.TableCell`."""

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table with repeated header rows; rows never split over pages."""

    widths: tuple[float, ...]
    alignments: tuple[Alignment, ...]
    header: tuple[tuple[GridCell, ...], ...]
    rows: tuple[tuple[GridCell, ...], ...]
    source: int = 0
    page_break_before: bool = False


Element = Line | Rule | Columns | Grid


@dataclass(frozen=True, slots=True)
class SheetSection:
    """Pages of one kind: the main text, or one annex. Page numbers start anew in each.

    Attributes:
        first_head: lines in the top margin of the first page, right (dấu chỉ phạm vi lưu hành).
        first_foot: lines at the foot of the first page (State contact line, ô 13).
        last_foot: lines at the foot of the last page (Party contact line and "Không phổ biến …").
    """

    elements: tuple[Element, ...]
    is_landscape: bool = False
    first_head: Cell = ()
    first_foot: Cell = ()
    last_foot: Cell = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document, ready for any writer.

    Attributes:
        title: for the file's properties, e.g. "Hướng dẫn tuyên truyền …".
        author: the issuing body's name, for the file's properties.
        keywords: e.g. the document's number, for the file's properties.
    """

    title: str
    author: str
    keywords: str
    sections: tuple[SheetSection, ...]
    problems: tuple[Problem, ...] = ()
