"""Lines that are drawn without a shape: borders, rows of hyphens, underlined room (đường kẻ)."""

import re
from collections.abc import Iterator

from ttcs_desktop.model.appearance import DrawnLine, LineKind, LineRule, PrintedParagraph
from ttcs_desktop.readers.inspection.cascade import Resolved
from ttcs_desktop.readers.inspection.lengths import number
from ttcs_desktop.readers.ooxml import VALUE, Element, w

_TOP, _BOTTOM = w("top"), w("bottom")
_SIDES = (w("left"), w("right"), w("start"), w("end"))
_NONE = frozenset({"nil", "none"})
_SOLID = frozenset({"single", "thick"})
_LOWEST = 3.0
"""pt; a black paragraph that is lower than this is a line."""
_BLACK = "000000"
_RAISED = 0.65
"""Size of raised letters, in parts of their own."""
_MM_PER_POINT = 25.4 / 72
_LETTERS = re.compile(r"[_\u2500\u2501]{3,}|(?:[-–—=~*]\s?){5,}|[–—_]{2,}")
_ROOM = re.compile(r"[ \t\u00a0]{4,}|\t+[ \u00a0]*")


def border_lines(resolved: Resolved, paragraph: int, room: float) -> Iterator[DrawnLine]:
    """Yield the lines that the borders of a paragraph draw; a whole frame is none."""
    look = resolved.look
    length = room - look.left - look.right if room > look.left + look.right else None
    borders = resolved.borders
    if not any(_is_drawn(borders.get(side)) for side in _SIDES):
        for name in (_TOP, _BOTTOM):
            border = borders.get(name)
            if border is not None and _is_drawn(border):
                yield DrawnLine(
                    LineKind.BORDER,
                    paragraph,
                    length,
                    is_below=name == _BOTTOM,
                    is_solid=border.get(VALUE) in _SOLID,
                    thickness=number(border.get(w("sz"))) / 8,
                )
    is_low = look.line_rule is LineRule.EXACTLY and 0 < look.line <= _LOWEST
    if is_low and resolved.shading == _BLACK:
        yield DrawnLine(LineKind.BORDER, paragraph, length, thickness=look.line)


def letter_lines(paragraph: PrintedParagraph, index: int) -> Iterator[DrawnLine]:
    """Yield the lines that a paragraph draws with letters or with underlined room."""
    text = paragraph.text
    stripped = text.strip()
    if len(stripped) >= _SHORTEST and _LETTERS.fullmatch(stripped):
        start = text.index(stripped)
        yield DrawnLine(
            LineKind.LETTERS,
            index,
            _width(paragraph, start, start + len(stripped)),
            is_solid=stripped[0] in "_\u2500\u2501—",
            start=start,
            end=start + len(stripped),
        )
    position = 0
    for words in paragraph.words:
        end = position + len(words.text)
        if words.look.is_underlined and _ROOM.fullmatch(words.text):
            length = None if "\t" in words.text else _width(paragraph, position, end)
            yield DrawnLine(LineKind.UNDERLINED_SPACE, index, length, start=position, end=end)
        position = end


_SHORTEST = 2


def _width(paragraph: PrintedParagraph, start: int, end: int) -> float:
    """Return how wide a stretch of a paragraph is, mm."""
    from ttcs_desktop.rules.measure import Face, width

    total, position = 0.0, 0
    for words in paragraph.words:
        look = words.look
        part = words.text[max(0, start - position) : max(0, end - position)]
        size = look.size * (_RAISED if look.is_raised or look.is_lowered else 1.0)
        wide = width(part, Face(size, look.is_bold, look.is_italic)) * look.scale / 100
        total += wide + len(part) * look.spacing * _MM_PER_POINT
        position += len(words.text)
    return round(total, 1)


def _is_drawn(border: Element | None) -> bool:
    return border is not None and border.get(VALUE, "nil") not in _NONE
