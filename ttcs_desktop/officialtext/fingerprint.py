"""The fingerprint of a file's words (dấu vân nội dung): tells whether a .docx was edited outside.

The writer takes it of what it writes, the reader of what it finds; equal means the same words.
"""

from collections.abc import Iterable
from hashlib import sha256

from ttcs_desktop.language.remembering import remembered

_SOFT_HYPHEN, _FIRM_HYPHEN = "\u00ad", "\u2011"
"""Word processors turn these into marks of their own, which are no letters any more."""


def fingerprint(paragraphs: Iterable[str]) -> str:
    """Return a fingerprint of words: the text of each paragraph of the body, in reading order.

    How words are spaced and dressed does not count, nor do empty paragraphs.
    """
    words = "\n".join(filter(None, map(_spaced, paragraphs)))
    return sha256(words.encode("utf-8", "replace")).hexdigest()


@remembered
def _spaced(text: str) -> str:
    """Return words with one space between them."""
    is_tidy = text.isprintable() and "  " not in text and _FIRM_HYPHEN not in text
    if is_tidy:
        return text.strip()
    return " ".join(text.replace(_SOFT_HYPHEN, "").replace(_FIRM_HYPHEN, "").split())
