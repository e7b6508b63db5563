"""The lines of a file one by one, with what recognition asks of each (dòng in)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.model.appearance import Appearance, PrintedParagraph, Story
from ttcs_desktop.officialtext.lines import UNPRINTABLE
from ttcs_desktop.officialtext.recipients import label
from ttcs_desktop.officialtext.words import key, known

_BREAK = re.compile(r"[\n\f]")
_COLUMN = re.compile(r"\s*\t\s*|[ \u00a0]{4,}")
_PLACED_COLUMNS = 2
Column = tuple[str, int, int]
"""What stands one under another: a column of a table, a text box, or the flow of the page."""
FLOW: Column = ("flow", 0, 0)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of the body: words with single spaces, its label before them.

    `is_apart`: an empty paragraph stands above it. `is_table`: it stands in a table with lines.
    """

    paragraph: int
    start: int
    end: int
    text: str
    column: Column = FLOW
    is_bold: bool = False
    is_italic: bool = False
    is_centred: bool = False
    is_apart: bool = False
    is_table: bool = False
    is_first: bool = True
    align: str = "left"

    @property
    def is_placed(self) -> bool:
        """Tell whether it stands in a column of its own."""
        return self.column != FLOW


def printed_lines(appearance: Appearance) -> list[PrintedLine]:
    """Return the lines of the body that have words, in reading order."""
    lines: list[PrintedLine] = []
    ruled = _data_tables(appearance)
    is_apart = True
    for index, paragraph in enumerate(appearance.paragraphs):
        if paragraph.spot.story is not Story.BODY:
            continue
        if paragraph.is_empty:
            is_apart = True
            continue
        cell = paragraph.spot.cell
        is_table = cell is not None and cell.table in ruled
        lines.extend(_lines(paragraph, index, is_apart=is_apart, is_table=is_table))
        is_apart = False
    return lines


def _data_tables(appearance: Appearance) -> set[int]:
    """Return the tables of data: with lines, more than one cell, and no part of head or foot."""
    cells: dict[int, set[tuple[int, int]]] = {}
    placing: set[int] = set()
    for paragraph in appearance.paragraphs:
        cell = paragraph.spot.cell
        if cell is not None and cell.is_ruled:
            cells.setdefault(cell.table, set()).add((cell.row, cell.column))
            if cell.column <= _PLACED_COLUMNS and _is_head_or_foot(paragraph.text):
                placing.add(cell.table)
    return {table for table, found in cells.items() if len(found) > 1} - placing


def _is_head_or_foot(text: str) -> bool:
    words = cleaned(text)
    return key(words) in known().titles or label(words) is not None


def columns_of(line: PrintedLine, paragraph: PrintedParagraph) -> list[PrintedLine]:
    """Return what tabs or much room set side by side in a line, each part as a line."""
    if line.is_placed:
        return [line]
    raw = paragraph.text[line.start : line.end]
    parts: list[PrintedLine] = []
    position = 0
    for found in (*_COLUMN.finditer(raw), None):
        end = found.start() if found else len(raw)
        words = cleaned(raw[position:end])
        if words:
            start, stop = line.start + position, line.start + end
            column = ("tab", 0, len(parts))
            parts.append(replace(line, start=start, end=stop, text=words, column=column))
        position = found.end() if found else end
    return parts if len(parts) > 1 else [line]


def cleaned(text: str) -> str:
    """Return words as recognition reads them: NFC, single spaces, nothing that is not printed."""
    return " ".join(nfc(UNPRINTABLE.sub("", text)).split())


def _lines(
    paragraph: PrintedParagraph, index: int, *, is_apart: bool, is_table: bool
) -> Iterator[PrintedLine]:
    text = paragraph.text
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    ends = [*(found.start() for found in _BREAK.finditer(text)), len(text)]
    column = _column(paragraph)
    raised = _raised(paragraph)
    is_first = True
    for start, end in zip(starts, ends, strict=True):
        words = cleaned(_without(raised, text, start, end))
        if is_first and paragraph.label:
            words = f"{cleaned(paragraph.label)} {words}".strip()
        if not words:
            continue
        yield PrintedLine(
            index, start, end, words, column,
            is_bold=_all(paragraph, start, end, "is_bold"),
            is_italic=_all(paragraph, start, end, "is_italic"),
            is_centred=paragraph.look.align == "center",
            is_apart=is_apart and is_first,
            is_table=is_table,
            is_first=is_first,
            align=paragraph.look.align,
        )  # fmt: skip
        is_first = False


def _column(paragraph: PrintedParagraph) -> Column:
    spot = paragraph.spot
    if spot.box:
        return ("box", spot.box, 0)
    if spot.cell:
        return ("cell", spot.cell.table, spot.cell.column)
    return ("pinned", 0, 0) if paragraph.look.is_pinned else FLOW


def _raised(paragraph: PrintedParagraph) -> list[tuple[int, int]]:
    """Return where figures stand that are raised or lowered: marks of notes, not words."""
    position, found = 0, []
    for words in paragraph.words:
        end = position + len(words.text)
        if words.look.is_raised or words.look.is_lowered:
            found.append((position, end))
        position = end
    return found


def _without(raised: list[tuple[int, int]], text: str, start: int, end: int) -> str:
    """Return a stretch of text without what is raised in it, unless all of it is."""
    if not raised:
        return text[start:end]
    kept = "".join(
        letter
        for place, letter in enumerate(text[start:end], start)
        if not any(first <= place < last for first, last in raised)
    )
    return kept if kept.strip() else text[start:end]


def _all(paragraph: PrintedParagraph, start: int, end: int, name: str) -> bool:
    """Tell whether all letters of a stretch look so; those of no letters never do."""
    position, told = 0, []
    for words in paragraph.words:
        part = words.text[max(0, start - position) : max(0, end - position)]
        position += len(words.text)
        if words.look.is_raised or words.look.is_lowered:
            continue
        if any(letter.isalnum() for letter in part):
            told.append(bool(getattr(words.look, name)))
    return bool(told) and all(told)
