"""Words typed in fonts of the old encodings (.VnTime, VNI-Times), told by the name of the font."""

import re

from ttcs_desktop.language.case import upper
from ttcs_desktop.language.encodings import Encoding, to_unicode

_TCVN3 = re.compile(r"\.vn\w+|vn(?:time|arial|book|helv|cent|avant|univ)\w*", re.IGNORECASE)
_VNI = re.compile(r"vni[- ]\w", re.IGNORECASE)
_UNICODE_LETTERS = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168-\u01b0\u1ea0-\u1ef9]")
"""Vietnamese letters that neither old encoding knows as codes."""


def encoding_of(font: str) -> Encoding | None:
    """Return the encoding that a font's name tells; None for a font of Unicode."""
    if _TCVN3.match(font):
        return Encoding.TCVN3
    return Encoding.VNI if _VNI.match(font) else None


def is_typed_in(text: str) -> bool:
    """Tell whether words under an old font are in its encoding: they hold no letter of Unicode."""
    return _UNICODE_LETTERS.search(text) is None


def converted(text: str, font: str) -> str:
    """Return words in Unicode; a font of capitals (.VnTimeH) shows all of them in capitals."""
    encoding = encoding_of(font)
    if encoding is None:
        return text
    words = to_unicode(text, encoding)
    return upper(words) if encoding is Encoding.TCVN3 and font.endswith("H") else words
