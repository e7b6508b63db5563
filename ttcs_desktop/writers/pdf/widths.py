"""How wide words are: letter widths of the font's four faces, in sixths of a twip.

Word processors lay text out for a printer of 8640 dots per inch (a sixth of a twip) and round every
letter to a dot, so the sums here are theirs.
"""

from collections.abc import Iterable
from functools import cache

from ttcs_desktop.places import resources

DOTS_PER_POINT = 120
DOTS_PER_TWIP = 6
_FACES = {
    (False, False): "LiberationSerif-Regular.ttf",
    (True, False): "LiberationSerif-Bold.ttf",
    (False, True): "LiberationSerif-Italic.ttf",
    (True, True): "LiberationSerif-BoldItalic.ttf",
}
"""The bundled faces, as wide letter by letter as those of Times New Roman."""


class _Letters(dict[str, int]):
    """Width of each letter in dots, worked out when it is first met."""

    def __init__(self, size: float, *, is_bold: bool, is_italic: bool) -> None:
        super().__init__()
        self._glyphs, self._advances, self._units = _face(_FACES[is_bold, is_italic])
        self._dots = size * DOTS_PER_POINT

    def __missing__(self, letter: str) -> int:
        glyph = self._glyphs.get(ord(letter), ".notdef")
        width = int(self._advances[glyph][0] * self._dots / self._units + 0.5)
        self[letter] = width
        return width


def widths(text: str, size: float, *, is_bold: bool, is_italic: bool) -> Iterable[int]:
    """Return how wide each letter is in a face and size in pt, in dots."""
    return map(_letters(size, is_bold, is_italic).__getitem__, text)


@cache
def _letters(size: float, is_bold: bool, is_italic: bool) -> _Letters:
    return _Letters(size, is_bold=is_bold, is_italic=is_italic)


@cache
def _face(name: str) -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    from fontTools.ttLib import TTFont

    with TTFont(resources() / "fonts" / name, lazy=True) as font:
        return font.getBestCmap(), dict(font["hmtx"].metrics), font["head"].unitsPerEm
