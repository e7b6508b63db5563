"""What we are measured against: docxtpl, plain python-docx, and ready-made XML into a zip.

The form that docxtpl fills is what an office makes in Word: Word's own template (the one that
python-docx ships), its pages, letterhead and signature tables, the fixed words typed and dressed by
hand, and a tag wherever words come from the form's answers, one for each run of them.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate

from ttcs_desktop.codec import to_json
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Columns, Grid, Line, Run, Sheet
from ttcs_desktop.services.composing import Composition

_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass
class WordForm:
    """A sheet as a document of Word; `words_of` says what is typed for the words of a run."""

    format: FormatProfile
    words_of: Callable[[str], str]
    document: Any = field(default_factory=docx.Document)

    def write(self, sheet: Sheet) -> bytes:
        """Return the document."""
        page, pages = self.format.page, self.document.sections[0]
        pages.page_width, pages.page_height = Mm(page.width), Mm(page.height)
        pages.left_margin, pages.right_margin = (
            Mm(page.margin_left.default),
            Mm(page.margin_right.default),
        )
        for section in sheet.sections:
            for element in section.elements:
                if isinstance(element, Line):
                    self._line(self.document, element)
                elif isinstance(element, Columns):
                    self._table(element.rows, len(element.widths))
                elif isinstance(element, Grid):
                    rows = [
                        [cell.lines for cell in row] for row in (*element.header, *element.rows)
                    ]
                    self._table(rows, len(element.widths), "Table Grid")
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _table(self, rows: Any, width: int, style: str | None = None) -> None:
        table = self.document.add_table(len(rows), width, style)
        for row, cells in zip(rows, table.rows, strict=True):
            for lines, cell in zip(row, cells.cells, strict=False):
                for line in lines:
                    if isinstance(line, Line):
                        self._line(cell, line)

    def _line(self, parent: Any, line: Line) -> None:
        style, paragraph = self.format.styles[line.style], parent.add_paragraph()
        paragraph.alignment = _ALIGNMENTS[style.align]
        if style.first_line_indent:
            paragraph.paragraph_format.first_line_indent = Mm(style.first_line_indent.default)
        if style.space_after:
            paragraph.paragraph_format.space_after = Pt(style.space_after.default)
        for own in line.runs:
            if isinstance(own, Run):
                run = paragraph.add_run(self.words_of(own.text))
                run.bold, run.italic = own.bold or style.is_bold, own.italic or style.is_italic
                run.font.name, run.font.size = self.format.font, Pt(self.format.size(line.style))


def docxtpl_form(composition: Composition) -> tuple[bytes, dict[str, str]]:
    """Return a form that gives the words of a document again, and the values to fill it with."""
    said = to_json(composition.draft.answers).decode().casefold()
    values: dict[str, str] = {}

    def tag(words: str) -> str:
        if words.strip("-–+ .;,:()“”").casefold() not in said:
            return words
        values[f"v{len(values)}"] = words
        return f"{{{{ v{len(values) - 1} }}}}"

    return WordForm(composition.format, tag).write(composition.sheet), values


def plain_python_docx(composition: Composition) -> bytes:
    """Write the document with python-docx alone."""
    return WordForm(composition.format, str).write(composition.sheet)


def filled(form: bytes, values: Mapping[str, str]) -> bytes:
    """Fill a form with docxtpl."""
    template = DocxTemplate(io.BytesIO(form))
    template.render(values, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
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
