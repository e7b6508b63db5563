"""From the XML of a .docx to what stands in it, in reading order (dòng chảy văn bản).

Tracked changes are read as accepted; tables of contents are left out, for they repeat the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ttcs_desktop.readers.numbering import Numbering
from ttcs_desktop.readers.ooxml import PARAGRAPH, TABLE, VALUE, Element, content, value, w, whole
from ttcs_desktop.readers.passages import (
    Block,
    Cell,
    Inline,
    Passage,
    Row,
    SectionEnd,
    WordTable,
)
from ttcs_desktop.readers.styles import (
    ParagraphLook,
    Styles,
    has_lines,
    with_paragraph_properties,
)
from ttcs_desktop.readers.words import WordsReader

_DEEPEST_TABLE = 6
"""Tables inside tables beyond this are read as their paragraphs."""
_MOST_COLUMNS = 63
_FIRST_ROW = 0x20
"""The bit of a table's look that shows the first row as a head."""
_CONTENTS = re.compile(r"(?:TOC|Contents|Mcl)\s?\d", re.IGNORECASE)
_EMBEDDED = frozenset({w("altChunk"), w("subDoc")})


@dataclass(slots=True)
class FlowReader:
    """Reads blocks one after the other; numbering counts on from one to the next."""

    styles: Styles
    numbering: Numbering
    words: WordsReader
    _carried: list[Inline] = field(default_factory=list)
    """Words of paragraphs whose mark was deleted; they go on in the next paragraph."""

    def read(self, parent: Element, depth: int = 0) -> Iterator[Block]:
        """Yield what stands in a body, a cell or a text box."""
        for element in content(parent):
            if element.tag == PARAGRAPH:
                yield from self._paragraph(element, depth)
            elif element.tag == TABLE:
                yield from self._table(element, depth)
            elif element.tag == w("sectPr"):
                yield _section_end(element)
            elif element.tag in _EMBEDDED:
                self.words.seen.outside_parts += 1

    def _paragraph(self, element: Element, depth: int) -> Iterator[Block]:
        properties = element.find(w("pPr"))
        style = value(properties, w("pStyle"))
        look = with_paragraph_properties(self.styles.paragraph(style), properties)
        read, boxes = self.words.read(element, look.run)
        if not _CONTENTS.fullmatch(style):
            for box in boxes:
                yield from self.read(box, depth)
            yield from self._passage(read, look, style, properties)
        section = None if properties is None else properties.find(w("sectPr"))
        if section is not None:
            yield _section_end(section)

    def _passage(
        self,
        read: tuple[Inline, ...],
        look: ParagraphLook,
        style: str,
        properties: Element | None,
    ) -> Iterator[Passage]:
        if is_mark_deleted(properties):
            self._carried.extend(read)
            return
        words = (*self._carried, *read)
        self._carried.clear()
        label = ""
        if look.list_id:
            label = self.numbering.label(look.list_id, look.level, style)
        yield Passage(words, label, look.alignment, look.starts_page, look.is_pinned)

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        if depth >= _DEEPEST_TABLE:
            for paragraph in element.iter(PARAGRAPH):
                yield from self._paragraph(paragraph, depth)
            return
        rows = tuple(
            self._row(row, depth)
            for row in content(element)
            if row.tag == w("tr") and not is_deleted(row.find(w("trPr")), "del")
        )
        if rows and has_head(element, self.styles):
            rows = (replace(rows[0], is_header=True), *rows[1:])
        yield WordTable(rows, is_ruled(element, self.styles))

    def _row(self, element: Element, depth: int) -> Row:
        properties = element.find(w("trPr"))
        cells: list[Cell] = []
        if properties is not None:
            cells.extend(_left_out(value(properties, w("gridBefore"))))
        for cell in content(element):
            if cell.tag == w("tc") and not is_deleted(cell.find(w("tcPr")), "cellDel"):
                cells.extend(self._cell(cell, depth))
        if properties is not None:
            cells.extend(_left_out(value(properties, w("gridAfter"))))
        return Row(tuple(cells), is_header=_has(properties, "tblHeader"))

    def _cell(self, element: Element, depth: int) -> Iterator[Cell]:
        properties = element.find(w("tcPr"))
        columns = min(max(whole(value(properties, w("gridSpan"), "1"), 1), 1), _MOST_COLUMNS)
        blocks = tuple(self.read(element, depth + 1))
        yield Cell(blocks, columns, continues(properties, w("vMerge")))


def is_ruled(table: Element, styles: Styles) -> bool:
    """Tell whether lines are drawn round or between the cells of a table."""
    properties = table.find(w("tblPr"))
    borders = None if properties is None else properties.find(w("tblBorders"))
    if borders is not None and has_lines(borders):
        return True
    style = value(properties, w("tblStyle"))
    if borders is None and style and styles.has_table_borders(style):
        return True
    own = table.iterfind(f"{w('tr')}/{w('tc')}/{w('tcPr')}/{w('tcBorders')}")
    return any(map(has_lines, own))


def has_head(table: Element, styles: Styles) -> bool:
    """Tell whether a table shows its first row as the head that its style makes of it."""
    properties = table.find(w("tblPr"))
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None or not styles.has_table_head(value(properties, w("tblStyle"))):
        return False
    said = look.get(w("firstRow"))
    return said in {"1", "true", "on"} if said else bool(_bits(look.get(VALUE, "")) & _FIRST_ROW)


def _bits(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def _section_end(element: Element) -> SectionEnd:
    size = element.find(w("pgSz"))
    is_landscape = size is not None and (
        size.get(w("orient")) == "landscape" or whole(size.get(w("w"))) > whole(size.get(w("h")))
    )
    kind = value(element, w("type"), "nextPage")
    return SectionEnd(is_landscape, starts_page=kind not in {"continuous", "nextColumn"})


def is_mark_deleted(properties: Element | None) -> bool:
    """Tell whether the mark that ends a paragraph was deleted: it goes on in the next one."""
    marks = None if properties is None else properties.find(w("rPr"))
    return marks is not None and any(_has(marks, name) for name in ("del", "moveFrom"))


def is_deleted(properties: Element | None, name: str) -> bool:
    """Tell whether a row or cell was deleted: `del` of a row, `cellDel` of a cell."""
    return _has(properties, name)


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(w(name)) is not None


def _left_out(columns: str) -> Iterator[Cell]:
    count = min(whole(columns), _MOST_COLUMNS)
    if count > 0:
        yield Cell((), count)


def continues(properties: Element | None, name: str) -> bool:
    """Tell whether a cell goes on with the one above: merged with it, and not the first."""
    merge = None if properties is None else properties.find(name)
    return merge is not None and merge.get(w("val"), "continue") == "continue"
