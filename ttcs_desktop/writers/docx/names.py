"""How OOXML is written: namespaces, the head of a part, words; lengths as OOXML counts them."""

import re
from typing import Final
from xml.sax.saxutils import escape

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = f'xmlns:w="{WORD}" xmlns:r="{_RELATIONS}"'

_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_POINT = 20


def part(root: str) -> bytes:
    """Return a root element as a part of the package."""
    return f"{_HEAD}{root}".encode()


def cleaned(text: str) -> str:
    """Return text without what XML cannot hold: control characters, halves of letters."""
    return text if text.isprintable() else _NOT_XML.sub("", text)


def words(text: str) -> str:
    """Return words as the text of a run; spaces that XML would take for none are kept."""
    is_loose = text[0] == " " or text[-1] == " " or "  " in text
    space = ' xml:space="preserve"' if is_loose else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def twips(millimetres: float) -> int:
    """Return a length in twips, a twentieth of a pt."""
    return round(millimetres * _TWIPS_PER_MM)


def twips_of_points(points: float) -> int:
    """Return a length in pt as twips."""
    return round(points * TWIPS_PER_POINT)


def eighths(points: float) -> int:
    """Return the thickness of a line in eighths of a pt."""
    return max(1, round(points * 8))
