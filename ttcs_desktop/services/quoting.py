"""A paragraph of another document, with words that say where it comes from (trích, ghi nguồn)."""

from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.found import Found
from ttcs_desktop.officialtext.escape import escape
from ttcs_desktop.rules.signs import review


def quoted(found: Found) -> str:
    """Return the paragraph as official text, without its number or mark."""
    paragraph = found.paragraph
    return paragraph.source or escape(paragraph.words)


def source_of(found: Found) -> str:
    """Return where a paragraph comes from, in the words of a document."""
    document = found.document
    words = document.title
    if document.number:
        words += f", số {document.number}"
    if document.date:
        words += f", ngày {short_date(document.date)}"
    if document.unit_name:
        words += f" của {document.unit_name}"
    return words


def sign_of(source: str) -> str:
    """Return the clerk's note that a paragraph was taken from elsewhere (nhắc xem lại)."""
    return review(f"trích {source}") if source else ""
