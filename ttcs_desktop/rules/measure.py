"""How wide words are (đo bề rộng chữ), with the metrics of the bundled Liberation Serif.

Its letters are as wide as those of Times New Roman, so a rule "as long as the words" is as long in
every writer.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.places import resources

MM_PER_POINT = 25.4 / 72
_FACES = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}


class Face(NamedTuple):
    """The dress that decides how wide words are; size in pt."""

    size: float
    is_bold: bool = False
    is_italic: bool = False


def face_of(format: FormatProfile, style: str) -> Face:  # noqa: A002
    """Return the face that a style is printed with."""
    look = format.styles[style]
    return Face(format.size(style), look.is_bold, look.is_italic)


@lru_cache(maxsize=4096)
def width(text: str, face: Face) -> float:
    """Return how wide words are on one line, mm."""
    advances = _advances(face.is_bold, face.is_italic)
    return sum(advances[letter] for letter in text) * face.size * MM_PER_POINT


class _Advances(dict[str, float]):
    """Width of each letter in parts of the size, worked out when it is first met."""

    def __init__(self, glyphs: dict[int, str], widths: dict[str, int], units: int) -> None:
        super().__init__()
        self._glyphs, self._widths, self._units = glyphs, widths, units

    def __missing__(self, letter: str) -> float:
        glyph = self._glyphs.get(ord(letter), ".notdef")
        self[letter] = advance = self._widths[glyph] / self._units
        return advance


@cache
def _advances(is_bold: bool, is_italic: bool) -> _Advances:
    from fontTools.ttLib import TTFont

    with TTFont(resources() / "fonts" / _FACES[is_bold, is_italic], lazy=True) as font:
        widths = {glyph: advance for glyph, (advance, _) in font["hmtx"].metrics.items()}
        return _Advances(font.getBestCmap(), widths, font["head"].unitsPerEm)
