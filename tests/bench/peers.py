"""What we are measured against: docxtpl, plain python-docx, and ready-made XML into a zip.

The form that docxtpl fills is what an office makes in Word: on Word's own template (the one that
python-docx ships), with the page, the letterhead and signature tables, the paragraphs and the runs
of our document, fixed words typed and dressed by hand, and a tag for each run of words that comes
from the data. Filled, it says the same words as ours, in the same dress.
"""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Columns, Grid, Line, Rule, Run, Sheet

_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_MARKS = "-–+*\u201c\u201d .,;:()0123456789"


class Form:
    """A document as a form of Word, with a tag for each run of words that is data."""

    def __init__(
        self,
        sheet: Sheet,
        format: FormatProfile,  # noqa: A002
        is_data: Callable[[str], bool],
    ) -> None:
        self.said = words_of(sheet)
        self.tags = [place for place, words in enumerate(self.said) if is_data(words)]
        typed = list(self.said)
        for place in self.tags:
            typed[place] = f"{{{{ v{place} }}}}"
        self._file = made_in_word(sheet, format, typed)

    def values(self, sheet: Sheet) -> dict[str, str]:
        """Return what fills the form so that it says what another sheet of its kind says."""
        said = words_of(sheet)
        assert len(said) == len(self.said)
        return {f"v{place}": said[place] for place in self.tags}

    def filled(self, values: Mapping[str, str]) -> bytes:
        """Return the form filled with docxtpl."""
        template = DocxTemplate(io.BytesIO(self._file))
        template.render(values, autoescape=True)
        return _saved(template)


def found_in(data: str) -> Callable[[str], bool]:
    """Tell of words whether they come from some data, whatever their case and the marks at ends."""
    known = " ".join(data.split()).casefold()

    def is_data(words: str) -> bool:
        bare = " ".join(words.split()).strip(_MARKS).casefold()
        return bool(bare) and bare in known

    return is_data


def made_in_word(
    sheet: Sheet,
    format: FormatProfile,  # noqa: A002
    typed: Iterable[str],
) -> bytes:
    """Return a sheet as made with python-docx, `typed` for the words of its runs in turn."""
    document, words = docx.Document(), iter(typed)
    _set_page(document.sections[0], format)
    for parent, line in _lines(sheet, document):
        if isinstance(line, Rule):
            _draw_rule(parent.add_paragraph())
            continue
        style, paragraph = format.styles[line.style], parent.add_paragraph()
        paragraph.alignment = _ALIGNMENTS[style.align]
        if style.first_line_indent:
            paragraph.paragraph_format.first_line_indent = Mm(style.first_line_indent.default)
        if style.space_after:
            paragraph.paragraph_format.space_after = Pt(style.space_after.default)
        for own in _runs(line):
            run = paragraph.add_run(next(words))
            run.bold, run.italic = own.bold or style.is_bold, own.italic or style.is_italic
            run.font.name, run.font.size = format.font, Pt(format.size(line.style))
    return _saved(document)


def words_of(sheet: Sheet) -> list[str]:
    """Return the words of each run, in reading order."""
    return [run.text for _parent, line in _lines(sheet, docx.Document()) for run in _runs(line)]


def _set_page(pages: Any, format: FormatProfile) -> None:  # noqa: A002
    """Set paper and margins, and number the pages from the second."""
    page = format.page
    pages.page_width, pages.page_height = Mm(page.width), Mm(page.height)
    pages.left_margin = Mm(page.margin_left.default)
    pages.right_margin = Mm(page.margin_right.default)
    pages.different_first_page_header_footer = True
    paragraph = pages.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    paragraph._p.append(number)


def _draw_rule(paragraph: Any) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def _runs(line: Line | Rule) -> list[Run]:
    return [run for run in line.runs if isinstance(run, Run)] if isinstance(line, Line) else []


def _lines(sheet: Sheet, document: Any) -> Iterator[tuple[Any, Line | Rule]]:
    """Yield each line and rule with what it stands in: the document, or a cell of a new table."""
    for section in sheet.sections:
        for element in section.elements:
            if isinstance(element, Line | Rule):
                yield document, element
            elif isinstance(element, Columns):
                table = document.add_table(len(element.rows), len(element.widths))
                yield from _cells(element.rows, table)
            elif isinstance(element, Grid):
                rows = [[cell.lines for cell in row] for row in (*element.header, *element.rows)]
                table = document.add_table(len(rows), len(element.widths), "Table Grid")
                yield from _cells(rows, table)


def _cells(
    rows: Sequence[Sequence[Sequence[Line | Rule]]], table: Any
) -> Iterator[tuple[Any, Line | Rule]]:
    for row, made in zip(rows, table.rows, strict=True):
        for lines, cell in zip(row, made.cells, strict=False):
            yield from ((cell, line) for line in lines)


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def parts_of(document: bytes) -> dict[str, bytes]:
    """Return the ready-made parts of a document."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Write ready-made parts into a zip: the floor."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()
