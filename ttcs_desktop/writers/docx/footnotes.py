"""The footnote part (chú thích cuối trang)."""

from collections.abc import Sequence

from lxml import etree

from ttcs_desktop.model.sheet import FootnoteMark
from ttcs_desktop.writers.docx.names import NAMESPACES, w
from ttcs_desktop.writers.docx.paragraphs import Element, Paragraphs
from ttcs_desktop.writers.docx.styles import FOOTNOTE

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The lines between text and footnotes, by the ids that Word gives them."""

_add = etree.SubElement


def footnotes(notes: Sequence[FootnoteMark], paragraphs: Paragraphs) -> Element:
    """Return the footnotes, with the lines that part them from the text."""
    root = etree.Element(w("footnotes"), nsmap=NAMESPACES)
    for number, kind in SEPARATORS.items():
        separator = _add(root, w("footnote"), {w("type"): kind, w("id"): str(number)})
        _add(_add(_add(separator, w("p")), w("r")), w(kind))
    for note in notes:
        footnote = _add(root, w("footnote"), {w("id"): str(note.number)})
        paragraphs.footnote(footnote, FOOTNOTE, note)
    return root
