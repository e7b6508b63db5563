"""The fingerprint of a file's words (dấu vân nội dung): tells whether a .docx was edited outside.

The writer takes it of what it writes, the reader of what it finds; equal means the same words.
"""

from collections.abc import Iterable
from hashlib import sha256

_LOST_ON_THE_WAY = {0x00AD: None, 0x2010: "-", 0x2011: "-", 0x200B: None}
"""Hyphens and invisible signs that word processors keep as marks of their own, not as letters."""


def fingerprint(paragraphs: Iterable[str]) -> str:
    """Return a fingerprint of words: the text of each paragraph of the body, in reading order.

    How words are spaced and dressed does not count, nor do empty paragraphs.
    """
    words = (" ".join(text.translate(_LOST_ON_THE_WAY).split()) for text in paragraphs)
    return sha256("\n".join(filter(None, words)).encode("utf-8", "replace")).hexdigest()
