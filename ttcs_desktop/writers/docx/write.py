"""From a sheet and its format to the bytes of a .docx."""

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.officialtext.fingerprint import fingerprint
from ttcs_desktop.writers.docx import package, properties
from ttcs_desktop.writers.docx.flow import flow
from ttcs_desktop.writers.docx.fonts import font_table_part, theme_part
from ttcs_desktop.writers.docx.footnotes import footnotes
from ttcs_desktop.writers.docx.names import NAMESPACES, part
from ttcs_desktop.writers.docx.paragraphs import Paragraphs, with_section
from ttcs_desktop.writers.docx.sections import Sections
from ttcs_desktop.writers.docx.settings import settings_part
from ttcs_desktop.writers.docx.styles import styles_part


def write(sheet: Sheet, format: FormatProfile, draft: Draft | None = None) -> bytes:  # noqa: A002
    """Return the .docx of a sheet, with its draft inside; the same input gives the same bytes."""
    used: set[str] = set()
    sections, paragraphs = Sections(format, used), Paragraphs(format, used)
    parts = {
        package.DOCUMENT: part(_document(sheet, paragraphs, sections)),
        package.CORE_PROPERTIES: properties.core_properties(sheet, draft),
    }
    notes = paragraphs.notes
    if notes:
        parts[package.FOOTNOTES] = part(footnotes(notes, Paragraphs(format, used)))
    if draft is not None:
        parts[package.ITEM] = properties.draft_item(draft, fingerprint(paragraphs.words))
    shell = package.Shell(
        styles=styles_part(format, frozenset(used)),
        settings=settings_part(is_two_sided=format.page.is_two_sided, has_footnotes=bool(notes)),
        font_table=font_table_part(format.font),
        theme=theme_part(format.font),
        custom_properties=properties.custom_properties(format.id, format.version),
        heads_and_feet=tuple(sections.heads_and_feet),
        has_footnotes=bool(notes),
        item_properties=None if draft is None else properties.draft_item_properties(),
    )
    return package.packed(shell, parts)


def _document(sheet: Sheet, paragraphs: Paragraphs, sections: Sections) -> str:
    """Return the document; all sections but the last keep their properties in a paragraph.

    Where there are footnotes, LibreOffice puts an empty line before a table at the very start: a
    low paragraph takes its place.
    """
    body: list[str] = []
    for index, section in enumerate(sheet.sections, start=1):
        body += flow(section, paragraphs)
        own = sections.properties(section, is_annex=index > 1)
        if index < len(sheet.sections):
            body[-1] = with_section(body[-1], own)
        else:
            body.append(own)
    if paragraphs.notes and body[0].startswith("<w:tbl>"):
        body.insert(0, paragraphs.after_table())
    return f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"
