"""The fingerprint of a file's words (dấu vân nội dung): tells whether a .docx was edited outside.

The writer takes it of what it writes, the reader of what it finds; equal means the same words.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

_SOFT_HYPHEN, _FIRM_HYPHEN = "\u00ad", "\u2011"
"""Word processors turn these into marks of their own, which are no letters any more."""


def fingerprint(paragraphs: Iterable[str]) -> str:
    """Return a fingerprint of words: the text of each paragraph of the body, in reading order.

    How words are spaced and dressed does not count, nor do empty paragraphs.
    """
    words = "\n".join(filter(None, (" ".join(text.split()) for text in _letters(paragraphs))))
    return sha256(words.encode("utf-8", "replace")).hexdigest()


def _letters(paragraphs: Iterable[str]) -> Iterator[str]:
    for text in paragraphs:
        yield text.replace(_SOFT_HYPHEN, "").replace(_FIRM_HYPHEN, "")
