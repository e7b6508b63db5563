"""Which component a drawn line stands under (đường kẻ dưới thành phần)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ttcs_desktop.model.appearance import (
    Appearance,
    DrawnLine,
    LineKind,
    LineRule,
    PrintedParagraph,
)
from ttcs_desktop.model.component import Component, Part

_MM_PER_POINT = 25.4 / 72
_SINGLE = 1.15
_AT_TOP = 2.0
"""mm; a shape nearer to the top of its paragraph stands under the one above."""
_PAIR = 2
_RIGHT_COLUMN = 60.0
"""mm from the left edge of the text, from which on a line stands under the right column."""
_DRAWN = frozenset({Part.RULE, Part.SUBJECT_SEPARATOR, Part.BODY_SEPARATOR})


def with_rules(appearance: Appearance, components: Sequence[Component]) -> list[Component]:
    """Return components with the lines that stand under them."""
    owners = _owners(components)
    beside = _beside(components)
    under: dict[int, list[DrawnLine]] = defaultdict(list)
    for line in appearance.lines:
        place = _above(appearance, line, owners)
        if place is not None and line.left is not None:
            place = _at_left(components, beside.get(components[place].paragraph, []), line, place)
        if place is not None:
            under[place].append(line)
    return [
        replace(component, rules=tuple(under[index])) if under[index] else component
        for index, component in enumerate(components)
    ]


def _owners(components: Sequence[Component]) -> dict[int, int]:
    """Return the last component of each paragraph that is not itself a drawn line."""
    owners: dict[int, int] = {}
    for index, component in enumerate(components):
        if component.part not in _DRAWN:
            for stretch in component.stretches:
                owners[stretch.paragraph] = index
    return owners


def _beside(components: Sequence[Component]) -> dict[int, list[int]]:
    """Return the components of each paragraph that begin in it, from the left."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, component in enumerate(components):
        if component.part not in _DRAWN:
            found[component.paragraph].append(index)
    return found


def _at_left(
    components: Sequence[Component], beside: list[int], line: DrawnLine, place: int
) -> int:
    """Return which of two components side by side a line stands under: by where it begins."""
    starts = {components[index].stretches[0].start for index in beside}
    if len(beside) != _PAIR or len(starts) != _PAIR or line.left is None:
        return place
    return beside[0] if line.left < _RIGHT_COLUMN else beside[1]


def _above(appearance: Appearance, line: DrawnLine, owners: dict[int, int]) -> int | None:
    """Return the component that a line stands under; None when there is none."""
    paragraphs = appearance.paragraphs
    index = line.paragraph
    if line.kind is LineKind.SHAPE:
        index = _anchor(paragraphs, line)
    elif line.kind is LineKind.BORDER and not line.is_below:
        index -= 1
    elif line.kind is LineKind.UNDERLINED_SPACE and paragraphs[index].text.strip():
        return None
    while index >= 0 and _stand_together(paragraphs, index, line.paragraph):
        if index in owners:
            return owners[index]
        index -= 1
    return None


def _anchor(paragraphs: Sequence[PrintedParagraph], line: DrawnLine) -> int:
    """Return the paragraph that a shape stands under, by how far it hangs from its anchor."""
    index = line.paragraph
    if line.drop is None:
        return index
    if line.drop <= _AT_TOP:
        return index - 1
    left = line.drop
    while left > _height(paragraphs[index]) + _AT_TOP and index + 1 < len(paragraphs):
        if not _stand_together(paragraphs, index + 1, line.paragraph):
            break
        left -= _height(paragraphs[index])
        index += 1
    return index


def _height(paragraph: PrintedParagraph) -> float:
    """Return about how high a paragraph of few words is, mm."""
    look = paragraph.look
    size = max([words.look.size for words in paragraph.words] or [paragraph.mark_look.size])
    line = size * _SINGLE * look.line if look.line_rule is LineRule.MULTIPLE else look.line
    lines = paragraph.text.count("\n") + 1
    return (lines * line + look.before + look.after) * _MM_PER_POINT


def _stand_together(paragraphs: Sequence[PrintedParagraph], one: int, other: int) -> bool:
    """Tell whether two paragraphs stand in the same cell, box or flow of the same part."""
    first, second = paragraphs[one].spot, paragraphs[other].spot
    cell, other_cell = first.cell, second.cell
    same_column = (cell is None and other_cell is None) or (
        cell is not None
        and other_cell is not None
        and (cell.table, cell.column) == (other_cell.table, other_cell.column)
    )
    return first.part == second.part and first.box == second.box and same_column
