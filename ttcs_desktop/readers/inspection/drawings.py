"""Lines drawn in a file (đường kẻ): shapes of DrawingML and VML; text boxes and pictures too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.readers.inspection.lengths import mm, mm_of_emu, number
from ttcs_desktop.readers.ooxml import Element
from ttcs_desktop.readers.words import boxes_in, is_image

_BOX_SIDES = 5.08
"""Room left and right of the words in a text box together, mm."""
_LINES = frozenset({"line", "straightConnector1", "lineInv"})
_LOWEST = 1.2
"""mm; a shape that is lower than this is a horizontal line."""
_SHORTEST = 2.0
_POINT = re.compile(r"\s*(-?[\d.]+(?:pt|in|cm|mm|pc)?)\s*,\s*(-?[\d.]+(?:pt|in|cm|mm|pc)?)\s*")
_VML_LINES = frozenset({"line", "shape", "rect", "polyline", "roundrect"})
_BY_TEXT, _BY_COLUMN = frozenset({"paragraph", "line"}), frozenset({"column", "margin"})
_OFF = frozenset({"f", "false", "0"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A horizontal line that a drawing draws; `drop` and `left` say where it begins, mm."""

    length: float | None
    drop: float | None
    thickness: float
    is_solid: bool = True
    left: float | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing holds."""

    lines: tuple[Shape, ...]
    boxes: tuple[Element, ...]
    is_picture: bool
    room: float = 0.0
    """Width of the words in its text boxes, mm; 0 when it cannot be told."""


def read_drawing(element: Element) -> Drawn:
    """Return the lines, text boxes and picture of a drawing."""
    boxes = tuple(boxes_in(element))
    shapes = () if boxes else tuple(_shapes(element))
    has_image = any(is_image(one) for one in element.iter())
    room = max(0.0, _width(element) - _BOX_SIDES) if boxes else 0.0
    return Drawn(shapes, boxes, is_picture=has_image and not boxes, room=room)


def _width(element: Element) -> float:
    """Return how wide a drawing is, mm; 0 when it does not say."""
    for inner in element.iter():
        if _name(inner) == "extent" and inner.get("cx"):
            return mm_of_emu(inner.get("cx"))
        if _namespace(inner) == "vml" and "width" in (style := _style(inner)):
            return mm(style["width"])
    return 0.0


def _shapes(element: Element) -> Iterator[Shape]:
    drop = _offset(element, "positionV", _BY_TEXT)
    left = _offset(element, "positionH", _BY_COLUMN)
    for inner in element.iter():
        name = _name(inner)
        if name == "wsp":
            yield from _word_shape(inner, drop, left)
        elif name in _VML_LINES and _namespace(inner) == "vml":
            yield from _vml(inner)


def _word_shape(shape: Element, drop: float | None, left: float | None) -> Iterator[Shape]:
    extent = next((one for one in shape.iter() if _name(one) == "ext" and one.get("cx")), None)
    geometry = next((one for one in shape.iter() if _name(one) == "prstGeom"), None)
    if extent is None:
        return
    width, height = mm_of_emu(extent.get("cx")), mm_of_emu(extent.get("cy"))
    is_line = geometry is not None and geometry.get("prst") in _LINES
    if width < _SHORTEST or height > _LOWEST or not (is_line or height <= _LOWEST):
        return
    outline = next((one for one in shape.iter() if _name(one) == "ln"), None)
    if outline is not None and any(_name(one) == "noFill" for one in outline):
        return
    dash = next((one.get("val", "solid") for one in shape.iter() if _name(one) == "prstDash"), None)
    thickness = number(outline.get("w")) / 12700 if outline is not None else 0.75
    yield Shape(width, drop, thickness or 0.75, dash in (None, "solid"), left)


def _vml(shape: Element) -> Iterator[Shape]:
    if shape.get("stroked", "t") in _OFF:
        return
    style = _style(shape)
    start, end = (_POINT.fullmatch(shape.get(name, "")) for name in ("from", "to"))
    drop = mm(style["margin-top"]) if "margin-top" in style else None
    left = mm(style["margin-left"]) if "margin-left" in style else None
    if start and end:
        width, height = mm(end[1]) - mm(start[1]), mm(end[2]) - mm(start[2])
        drop = mm(start[2]) if drop is None else drop
        left = mm(start[1])
    elif _is_horizontal_rule(shape):
        yield Shape(None, None, 0.75)
        return
    else:
        width, height = mm(style.get("width")), mm(style.get("height"))
    if abs(width) >= _SHORTEST and abs(height) <= _LOWEST:
        yield Shape(abs(width), drop, _weight(shape), _is_solid(shape), left)


def _is_horizontal_rule(shape: Element) -> bool:
    return any(_local(name) == "hr" and told not in _OFF for name, told in shape.attrib.items())


def _weight(shape: Element) -> float:
    told = shape.get("strokeweight", "")
    return number(told.rstrip("pt")) or 0.75


def _is_solid(shape: Element) -> bool:
    stroke = next((one for one in shape if _name(one) == "stroke"), None)
    return stroke is None or stroke.get("dashstyle", "solid") == "solid"


def _style(shape: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in shape.get("style", "").split(";"))
    return {name.strip(): told.strip() for name, colon, told in pairs if colon}


def _offset(element: Element, name: str, origins: frozenset[str]) -> float | None:
    """Return how far a drawing stands from its paragraph or column, where the file says so, mm."""
    for inner in element.iter():
        if _name(inner) == name and inner.get("relativeFrom") in origins:
            offset = next((one for one in inner if _name(one) == "posOffset"), None)
            return None if offset is None else mm_of_emu(offset.text)
    return None


def _name(element: Element) -> str:
    return _local(element.tag) if isinstance(element.tag, str) else ""


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]


def _namespace(element: Element) -> str:
    return str(element.tag).partition("}")[0].rpartition(":")[2]
