"""The footnote part (chú thích cuối trang)."""

from collections.abc import Sequence

from ttcs_desktop.model.sheet import FootnoteMark
from ttcs_desktop.writers.docx.names import NAMESPACES
from ttcs_desktop.writers.docx.paragraphs import Paragraphs
from ttcs_desktop.writers.docx.styles import FOOTNOTE

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The lines between text and footnotes, by the ids that Word gives them."""


def footnotes(notes: Sequence[FootnoteMark], paragraphs: Paragraphs) -> str:
    """Return the footnotes, with the lines that part them from the text."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in SEPARATORS.items()
    )
    own = "".join(
        f'<w:footnote w:id="{note.number}">{paragraphs.footnote(FOOTNOTE, note)}</w:footnote>'
        for note in notes
    )
    return f"<w:footnotes {NAMESPACES}>{separators}{own}</w:footnotes>"
