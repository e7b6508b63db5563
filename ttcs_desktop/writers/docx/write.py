"""From a sheet and its format to the bytes of a .docx."""

from lxml import etree

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.officialtext.fingerprint import fingerprint
from ttcs_desktop.writers.docx import package, properties
from ttcs_desktop.writers.docx.flow import flow
from ttcs_desktop.writers.docx.fonts import font_table_part, theme_part
from ttcs_desktop.writers.docx.footnotes import footnotes
from ttcs_desktop.writers.docx.names import NAMESPACES, w
from ttcs_desktop.writers.docx.paragraphs import Element, Paragraphs
from ttcs_desktop.writers.docx.sections import Sections
from ttcs_desktop.writers.docx.settings import settings_part
from ttcs_desktop.writers.docx.styles import styles_part


def write(sheet: Sheet, format: FormatProfile, draft: Draft | None = None) -> bytes:  # noqa: A002
    """Return the .docx of a sheet, with its draft inside; the same input gives the same bytes."""
    used: set[str] = set()
    sections, paragraphs = Sections(format, used), Paragraphs(format, used)
    parts = {
        package.DOCUMENT: _xml(_document(sheet, paragraphs, sections)),
        package.CORE_PROPERTIES: _xml(properties.core_properties(sheet, draft)),
    }
    notes = paragraphs.notes
    if notes:
        parts[package.FOOTNOTES] = _xml(footnotes(notes, Paragraphs(format, used)))
    if draft is not None:
        item = properties.draft_item(draft, fingerprint(paragraphs.words))
        parts[package.ITEM] = _xml(item)
    shell = package.Shell(
        styles=styles_part(format, used),
        settings=settings_part(is_two_sided=format.page.is_two_sided, has_footnotes=bool(notes)),
        font_table=font_table_part(format.font),
        theme=theme_part(format.font),
        custom_properties=properties.custom_properties(format.id, format.version),
        heads_and_feet=tuple((kind, _xml(part)) for kind, part in sections.heads_and_feet),
        has_footnotes=bool(notes),
        item_properties=None if draft is None else properties.draft_item_properties(),
    )
    return package.packed(shell, parts)


def _document(sheet: Sheet, paragraphs: Paragraphs, sections: Sections) -> Element:
    """Return the document; all sections but the last keep their properties in a paragraph.

    Where there are footnotes, LibreOffice puts an empty line before a table at the very start: a
    low paragraph takes its place.
    """
    document = etree.Element(w("document"), nsmap=NAMESPACES)
    body = etree.SubElement(document, w("body"))
    for index, section in enumerate(sheet.sections, start=1):
        last = flow(body, section, paragraphs)
        place = body if index == len(sheet.sections) else last[0]
        sections.properties(place, section, is_annex=index > 1)
    if paragraphs.notes and body[0].tag == w("tbl"):
        body.insert(0, paragraphs.after_table(body))
    return document


def _xml(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)
