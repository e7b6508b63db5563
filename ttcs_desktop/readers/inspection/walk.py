"""Through the XML of a part in reading order: every paragraph with its look and its spot."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ttcs_desktop.model.appearance import (
    CellPlace,
    DrawnLine,
    LineKind,
    Pages,
    PrintedParagraph,
    PrintedWords,
    Spot,
    Story,
)
from ttcs_desktop.readers.flow import continues, is_deleted, is_mark_deleted, is_ruled
from ttcs_desktop.readers.inspection.cascade import Cascade, Resolved
from ttcs_desktop.readers.inspection.drawings import read_drawing
from ttcs_desktop.readers.inspection.lengths import count, length_of, mm
from ttcs_desktop.readers.inspection.lines import border_lines, letter_lines
from ttcs_desktop.readers.inspection.sections import Sections
from ttcs_desktop.readers.inspection.words import ReadWords, Source, WordsWalk
from ttcs_desktop.readers.ooxml import PARAGRAPH, TABLE, Element, content, value, w
from ttcs_desktop.readers.passages import PAGE_BREAK

_DEEPEST_TABLE = 8
_CELL_SIDE = 1.9
"""Room left and right of the words in a cell where the table says nothing, mm."""
_MOST_COLUMNS = 63
_ON_FIRST_PAGE = 1000
"""Letters that surely stand on the first page."""


@dataclass(slots=True)
class Found:
    """What has been found in all parts so far."""

    paragraphs: list[PrintedParagraph] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    knows_pages: bool = False
    """Whether the program that wrote the file noted where pages end."""
    turns: int = 0
    letters: int = 0
    pictures: int = 0
    tables: int = 0
    boxes: int = 0
    sources: list[list[Source]] = field(default_factory=list)
    """Of each paragraph, the elements that its letters come from."""


@dataclass(frozen=True, slots=True)
class _Round:
    """What stands round a paragraph: cell, table style, text box, and the room it has, mm."""

    cell: CellPlace | None = None
    table_style: str = ""
    box: int = 0
    room: float = 0.0
    depth: int = 0


@dataclass(slots=True)
class PartWalk:
    """Walks through one part; lists, fields and counters go on from one part to the next."""

    part: str
    story: Story
    cascade: Cascade
    words: WordsWalk
    found: Found
    sections: Sections
    orders: dict[Element, int]
    pages: Pages = Pages.DEFAULT
    section: int = 0
    rooms: list[float] = field(default_factory=list)
    """Width of the text of each section, mm, known before the walk."""
    _carried: list[PrintedWords] = field(default_factory=list)

    def walk(self, parent: Element) -> None:
        """Read all that stands in a body, a header, a footer or a note."""
        self._blocks(parent, _Round())

    def _blocks(self, parent: Element, round_: _Round) -> None:
        for element in content(parent):
            if element.tag == PARAGRAPH:
                self._paragraph(element, round_)
            elif element.tag == TABLE:
                self._table(element, round_)
            elif element.tag == w("sectPr"):
                self._end_section(element)

    def _paragraph(self, element: Element, round_: _Round) -> None:
        properties = element.find(w("pPr"))
        resolved = self.cascade.paragraph(properties, round_.table_style)
        read = self.words.read(element, resolved.words)
        drawn = [(drawing, read_drawing(drawing.element)) for drawing in read.drawings]
        for _drawing, held in drawn:
            self.found.pictures += held.is_picture
            for box in held.boxes:
                self.found.boxes += 1
                inside = _Round(
                    round_.cell, round_.table_style, self.found.boxes, held.room, round_.depth + 1
                )
                if inside.depth <= _DEEPEST_TABLE:
                    self._blocks(box, inside)
        if is_mark_deleted(properties):
            self._carried.extend(replace(words, run=-1) for words in read.words)
            return
        index = len(self.found.paragraphs)
        paragraph = self._printed(element, resolved, read, round_, properties)
        self.found.paragraphs.append(paragraph)
        shift = len(paragraph.text) - read.length
        self.found.sources.append([replace(one, start=one.start + shift) for one in read.sources])
        for _drawing, held in drawn:
            self.found.lines.extend(
                DrawnLine(
                    LineKind.SHAPE, index, shape.length, is_solid=shape.is_solid,
                    thickness=shape.thickness, drop=shape.drop, left=shape.left,
                )
                for shape in held.lines
            )  # fmt: skip
        room = self._room(round_)
        self.found.lines.extend(border_lines(resolved, index, room))
        self.found.lines.extend(letter_lines(paragraph, index))
        if properties is not None and (section := properties.find(w("sectPr"))) is not None:
            self._end_section(section)

    def _printed(
        self,
        element: Element,
        resolved: Resolved,
        read: ReadWords,
        round_: _Round,
        properties: Element | None,
    ) -> PrintedParagraph:
        words = (*self._carried, *read.words)
        self._carried.clear()
        mark = None if properties is None else properties.find(w("rPr"))
        label, place = "", resolved.list
        if place is not None:
            style = value(properties, w("pStyle"))
            label = self.cascade.numbering.label(place.id, place.level, style)
        page, last = self._pages(resolved, read)
        return PrintedParagraph(
            words,
            resolved.look,
            Spot(
                self.part, self.orders.get(element, -1), self.story, self.section, page, last,
                round_.cell, round_.box, self.pages,
            ),
            label,
            self.cascade.label(resolved, mark),
            self.cascade.words(resolved.words, mark),
        )  # fmt: skip

    def _pages(self, resolved: Resolved, read: ReadWords) -> tuple[int, int]:
        """Return the pages a paragraph begins and ends on, from 1; 0 where it cannot be told."""
        if self.story is not Story.BODY:
            return 0, 0
        found = self.found
        if found.knows_pages:
            begins = found.turns + sum(1 for turn in read.turns if turn == 0) + 1
            found.turns += len(read.turns)
            return begins, found.turns + 1
        found.turns += resolved.look.starts_page
        found.letters += read.length
        is_first = found.turns == 0 and self.section == 0 and found.letters <= _ON_FIRST_PAGE
        found.turns += sum(part.text.count(PAGE_BREAK) for part in read.words)
        return int(is_first), int(is_first and found.turns == 0)

    def _table(self, element: Element, round_: _Round) -> None:
        if round_.depth >= _DEEPEST_TABLE:
            for paragraph in element.iter(PARAGRAPH):
                self._paragraph(paragraph, round_)
            return
        number, self.found.tables = self.found.tables, self.found.tables + 1
        properties = element.find(w("tblPr"))
        style = value(properties, w("tblStyle"))
        ruled = is_ruled(element, self.cascade.styles)
        sides = _sides(properties)
        columns = [
            mm(one.get(w("w"))) for one in element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
        ]
        rows = (
            row
            for row in content(element)
            if row.tag == w("tr") and not is_deleted(row.find(w("trPr")), "del")
        )
        for place, row in enumerate(rows):
            own = row.find(w("trPr"))
            is_header = own is not None and own.find(w("tblHeader")) is not None
            for cell, column, span in _cells(row, own):
                cell_properties = cell.find(w("tcPr"))
                width = length_of(cell_properties, w("tcW")) or sum(columns[column : column + span])
                inner = max(0.0, width - sides)
                where = CellPlace(
                    number, place, column, span, round_.depth,
                    is_ruled=ruled, is_header=is_header, width=inner,
                )  # fmt: skip
                if not continues(cell_properties, w("vMerge")):
                    inside = _Round(where, style, round_.box, inner, round_.depth + 1)
                    self._blocks(cell, inside)

    def _end_section(self, properties: Element) -> None:
        self.sections.add(properties)
        self.section += 1

    def _room(self, round_: _Round) -> float:
        if round_.cell is not None or round_.box:
            return round_.room
        return self.rooms[min(self.section, len(self.rooms) - 1)] if self.rooms else 0.0


def _cells(row: Element, properties: Element | None) -> Iterator[tuple[Element, int, int]]:
    """Yield the cells of a row with their first column and how many columns they cover."""
    column = count(properties, w("gridBefore"))
    for cell in content(row):
        own = cell.find(w("tcPr")) if cell.tag == w("tc") else None
        if cell.tag != w("tc") or is_deleted(own, "cellDel"):
            continue
        span = min(max(count(own, w("gridSpan"), 1), 1), _MOST_COLUMNS)
        yield cell, column, span
        column += span


def _sides(properties: Element | None) -> float:
    """Return the room left and right of the words in the cells of a table together, mm."""
    margins = None if properties is None else properties.find(w("tblCellMar"))
    total = 0.0
    for names in (("left", "start"), ("right", "end")):
        told = [one for name in names for one in _found(margins, name)]
        total += mm(told[0].get(w("w"))) if told else _CELL_SIDE
    return total


def _found(parent: Element | None, name: str) -> list[Element]:
    return [] if parent is None else parent.findall(w(name))
