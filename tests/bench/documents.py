"""Ours against docxtpl, plain python-docx, and the floor: ready-made XML into a zip."""

import io
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docxtpl import DocxTemplate

from tests.bench.clock import medians, table, verdict
from ttcs_desktop.model.document import Document, Item, Paragraph
from ttcs_desktop.model.text import Span
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.writers.docx import write

OURS = "ours: template, data, text, sheet, .docx"


def measure() -> bool:
    """Print the four times and whether the two claims hold."""
    library = Library()
    composition = Renderer(library).render(Request("guidance")).composition
    drafter, composer = Drafter(library), Composer(library)
    answers = composition.draft.answers

    def ours() -> bytes:
        draft = drafter.fill(composition.draft, answers).draft
        made = composer.compose(draft)
        return write(made.sheet, made.format, made.draft)

    texts = _paragraphs(composition.document)
    form, values = _docxtpl_form(write(composition.sheet, composition.format))
    parts = _parts(ours())
    times = medians(
        {
            OURS: ours,
            "docxtpl filling an equal template": lambda: _fill(form, values),
            "plain python-docx": lambda: _plain(texts),
            "the floor: ready-made XML into a zip": lambda: _zip(parts),
        },
        rounds=40,
    )
    table(times, OURS)
    docxtpl = times["docxtpl filling an equal template"] / times[OURS]
    floor = times[OURS] / times["the floor: ready-made XML into a zip"]
    first = verdict(f"{docxtpl:.1f} times faster than docxtpl (aim: 12)", holds=docxtpl >= 12)
    second = verdict(f"{floor:.1f} times the floor (aim: at most 3)", holds=floor <= 3)
    return first and second


def _paragraphs(document: Document) -> list[list[tuple[str, bool, bool]]]:
    """Return the words of each body paragraph with their dress, as the peers get them."""
    return [
        [(item.text, item.bold, item.italic) for item in block.content if isinstance(item, Span)]
        for block in document.blocks
        if isinstance(block, Paragraph | Item)
    ]


def _plain(texts: list[list[tuple[str, bool, bool]]]) -> bytes:
    document = docx.Document()
    for text in texts:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1)
        paragraph.paragraph_format.space_after = Pt(6)
        for words, bold, italic in text:
            run = paragraph.add_run(words)
            run.bold, run.italic, run.font.size = bold, italic, Pt(14)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _docxtpl_form(ours: bytes) -> tuple[bytes, dict[str, str]]:
    """Make an equal Word template of our own document: a tag for the words of each paragraph."""
    document = docx.Document(io.BytesIO(ours))
    values = {}
    for number, paragraph in enumerate(document.paragraphs):
        if not paragraph.runs:
            continue
        values[f"p{number}"] = paragraph.text
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = f"{{{{ p{number} }}}}"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue(), values


def _fill(form: bytes, values: dict[str, str]) -> bytes:
    template = DocxTemplate(io.BytesIO(form))
    template.render(values, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def _parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()
