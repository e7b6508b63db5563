"""Names of OOXML: namespaces, elements and attributes; lengths as OOXML counts them."""

from typing import Final

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {"w": WORD, "r": RELATIONS}


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return f"{{{WORD}}}{name}"


VAL: Final = w("val")
RELATION_ID: Final = f"{{{RELATIONS}}}id"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_TWIPS_PER_MM = 1440 / 25.4
TWIPS_PER_POINT = 20


def twips(millimetres: float) -> int:
    """Return a length in twips, a twentieth of a pt."""
    return round(millimetres * _TWIPS_PER_MM)


def twips_of_points(points: float) -> int:
    """Return a length in pt as twips."""
    return round(points * TWIPS_PER_POINT)


def eighths(points: float) -> int:
    """Return the thickness of a line in eighths of a pt."""
    return max(1, round(points * 8))
