"""Letters that can be printed (chữ in được): those that the font has.

The page twin has no other fonts to turn to, an archive may not hold a letter without its shape, and
Typst fails on some texts with such letters, or with ones that run from right to left.
"""

from functools import cache
from unicodedata import category, name

from ttcs_desktop.places import resources

_FIRM_HYPHEN, _HYPHEN = "\u2011", "\u2010"
"""Lines end after neither, and the font has only the latter."""
_STAND_IN = "\N{WHITE SQUARE}"
_WITHOUT_SHAPE = frozenset({"Cc", "Cf", "Cs", "Cn"})
"""Control characters, marks of format, halves of letters, and what is no letter at all."""
_LEFTWARD = ("HEBREW", "ARABIC")


def printable(text: str) -> str:
    """Return text with a stand-in for every letter that the font lacks."""
    strange = set(text) - _known()
    if not strange:
        return text
    return text.translate({ord(letter): _instead_of(letter) for letter in strange})


def _instead_of(letter: str) -> str:
    if letter == _FIRM_HYPHEN:
        return _HYPHEN
    kind = category(letter)
    if kind in _WITHOUT_SHAPE:
        return ""
    return " " if kind.startswith("Z") else _STAND_IN


@cache
def _known() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(resources() / "fonts" / "LiberationSerif-Regular.ttf", lazy=True) as font:
        letters = map(chr, font.getBestCmap())
        return frozenset("\t\n").union(
            letter
            for letter in letters
            if category(letter) not in _WITHOUT_SHAPE and not name(letter, "").startswith(_LEFTWARD)
        )
