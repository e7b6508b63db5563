"""Levels by key: deeper, higher, and on with the next mark (cấp của đoạn: Tab, Shift+Tab, Enter).

Only marks are written. A number that did not follow the one before it was meant so and stays.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import Level
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.services.line_edits import Edit, Piece, between
from ttcs_desktop.services.ordinals import RANKS, Counter

_HEAD = re.compile(
    r"(?P<before>\s*\*{0,3})"
    r"(?P<mark>Điều\s+\d+[a-zđ]?[.:]|[IVXLC]+\s?[.\-–/)]-?|\d+(?:\.\d+)+[.\-–/)]?|\d+[.\-–/)]-?"
    r"|[a-zđ][)./\-–]|[-–—+•●▪■◦·∙])"
    r"(?P<room>\s*)"
)
_USUAL = {
    Level.ARTICLE: "Điều {}.",
    Level.POINT: "{})",
    Level.DASH: "-",
    Level.PLUS: "+",
}
_USUAL_MARK = "{}."
_DEEPER = {
    Level.ARTICLE: Level.CLAUSE,
    Level.ROMAN: Level.CLAUSE,
    Level.CLAUSE: Level.POINT,
    Level.SUBCLAUSE: Level.POINT,
    Level.SUBSUBCLAUSE: Level.POINT,
    Level.POINT: Level.DASH,
    Level.DASH: Level.PLUS,
}
_HIGHER = {
    Level.PLUS: Level.DASH,
    Level.DASH: Level.POINT,
    Level.POINT: Level.CLAUSE,
    Level.SUBSUBCLAUSE: Level.SUBCLAUSE,
    Level.SUBCLAUSE: Level.CLAUSE,
    Level.CLAUSE: Level.ROMAN,
}
"""Where nothing stands above it that it could follow."""
_UNNUMBERED = frozenset({Level.DASH, Level.PLUS})
_FIRST = {Level.ROMAN: "I", Level.POINT: "a", Level.SUBCLAUSE: "1.1", Level.SUBSUBCLAUSE: "1.1.1"}
_FIRST_NUMBER = "1"


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark at the start of a line: its level and number, and how it is written there."""

    level: Level
    ordinal: str
    before: str
    """White space and asterisks before it."""
    written: str
    room: str

    @property
    def end(self) -> int:
        """Return where the words of the line begin."""
        return len(self.before) + len(self.written) + len(self.room)


@remembered
def mark_of(text: str) -> Mark | None:
    """Return the mark of a line, of one without words too; None where it has none to be moved."""
    found = _HEAD.match(text)
    if found is None:
        return None
    line = text.strip()
    read = marker(line if text[found.end() :].strip(" *") else f"{line} X")
    if read is None or (read.level not in _DEEPER and read.level is not Level.PLUS):
        return None
    return Mark(read.level, read.ordinal, found["before"], found["mark"], found["room"])


_NewLevel = Callable[[Sequence[str], int, Mark], Level | None]


def deeper(lines: Sequence[str], first: int, last: int, column: int) -> Edit | None:
    """Make the items of some lines one level deeper; None when none of them has a mark.

    They follow what stands there already; what comes after is numbered on. `column` is the
    cursor's, on the last line.
    """
    return _moved(lines, first, last, column, _deeper_level)


def higher(lines: Sequence[str], first: int, last: int, column: int) -> Edit | None:
    """Make the items of some lines follow the item that they stand under, on its level."""
    return _moved(lines, first, last, column, _higher_level)


def going_on(lines: Sequence[str], at: int, column: int) -> Edit | None:
    """Go on after an item with the next of its level, for Enter at its end.

    An item without words is one too many: it goes a level up, and from the highest it is plain.
    None when the line is no item, or the cursor stands inside it.
    """
    text = lines[at]
    mark = mark_of(text)
    if mark is None or text[column:].strip():
        return None
    if text[mark.end :].strip(" *"):
        return _next_item(lines, at, mark)
    return _one_too_many(lines, at, mark)


def _next_item(lines: Sequence[str], at: int, mark: Mark) -> Edit:
    apart = [""] if _stand_apart(lines, at) else []
    indent = mark.before.replace("*", "")
    head = f"{indent}{mark.written}{mark.room or ' '}"
    new = [*lines[: at + 1], *apart, head, *lines[at + 1 :]]
    line = at + 1 + len(apart)
    kept = [*range(at + 1), *[None] * (line - at), *range(at + 1, len(lines))]
    numbered = _renumbered(lines, new, kept, {line})
    tail = numbered[line + 1 :]
    after = between([""] * (at + 1) + list(lines[at + 1 :]), [""] * (at + 1) + tail, 0, 0)
    added = Piece(at, len(lines[at]), len(lines[at]), "\n".join(["", *apart, numbered[line]]))
    return Edit((added, *after.pieces), line, len(numbered[line]))


def _one_too_many(lines: Sequence[str], at: int, mark: Mark) -> Edit:
    if _parent(lines, at, mark.level) is not None:
        moved = _moved(lines, at, at, len(lines[at]), _higher_level)
        if moved is not None:
            return moved
    new = list(lines)
    new[at] = ""
    numbered = _renumbered(lines, new, range(len(lines)), set())
    return between(lines, numbered, at, 0)


def _stand_apart(lines: Sequence[str], at: int) -> bool:
    """Tell whether the items of a text have blank lines between them."""
    above = at > 0 and not lines[at - 1].strip()
    below = at + 1 < len(lines) and not lines[at + 1].strip() and any(map(str.strip, lines[at:]))
    return above or (below and any(line.strip() for line in lines[at + 1 :]))


def _moved(
    lines: Sequence[str], first: int, last: int, column: int, new_level: "_NewLevel"
) -> Edit | None:
    if not any(mark_of(lines[at]) for at in range(first, last + 1)):
        return None
    new = list(lines)
    for at in range(first, last + 1):
        mark = mark_of(lines[at])
        level = new_level(lines, at, mark) if mark else None
        if mark and level:
            new[at] = _with_mark(lines, at, mark, level)
    new = _renumbered(lines, new, range(len(lines)), set(range(first, last + 1)))
    before, after = mark_of(lines[last]), mark_of(new[last])
    if before and after:
        column = max(column - before.end + after.end, after.end)
    return between(lines, new, last, column)


def _with_mark(lines: Sequence[str], at: int, mark: Mark, level: Level) -> str:
    """Return a line with a mark of another level, its number still to be counted."""
    written = _pattern(lines, at, level).format(_FIRST.get(level, _FIRST_NUMBER))
    return f"{mark.before}{written}{mark.room or ' '}{lines[at][mark.end :]}"


def _pattern(lines: Sequence[str], at: int, level: Level) -> str:
    """Return how marks of a level are written in this text, those above the line first."""
    for number in (*range(at - 1, -1, -1), *range(at + 1, len(lines))):
        mark = mark_of(lines[number])
        if mark and mark.level is level:
            if level in _UNNUMBERED:
                return mark.written
            return mark.written.replace(mark.ordinal, "{}", 1)
    return _USUAL.get(level, _USUAL_MARK)


def _deeper_level(lines: Sequence[str], at: int, mark: Mark) -> Level | None:
    """Return the level of what stands under the item before; the usual one where nothing does."""
    rank, child = RANKS[mark.level], None
    for number in range(at - 1, -1, -1):
        above = mark_of(lines[number])
        if above is None:
            continue
        if RANKS[above.level] <= rank:
            if above.level is mark.level and child:
                return child
            break
        child = above.level
    usual = _DEEPER.get(mark.level)
    if mark.level is Level.CLAUSE and _has(lines, Level.SUBCLAUSE):
        return Level.SUBCLAUSE
    return usual


def _has(lines: Sequence[str], level: Level) -> bool:
    return any((mark := mark_of(line)) and mark.level is level for line in lines)


def _higher_level(lines: Sequence[str], at: int, mark: Mark) -> Level | None:
    return _parent(lines, at, mark.level) or _HIGHER.get(mark.level)


def _parent(lines: Sequence[str], at: int, level: Level) -> Level | None:
    """Return the level of the item that one of a level stands under."""
    for number in range(at - 1, -1, -1):
        above = mark_of(lines[number])
        if above and RANKS[above.level] < RANKS[level]:
            return above.level
    return None


def _renumbered(
    old: Sequence[str],
    new: Sequence[str],
    came_from: Sequence[int | None],
    placed: Collection[int],
) -> list[str]:
    """Number the lines that were placed, and on from them those that were in order before."""
    in_order = _in_order(old)
    counter, numbered = Counter(), list(new)
    for at, text in enumerate(new):
        mark = mark_of(text)
        if mark is None or mark.level in _UNNUMBERED:
            continue
        ordinal: str | None = mark.ordinal
        if at in placed or came_from[at] in in_order:
            ordinal = counter.following(mark.level) or mark.ordinal
            start = len(mark.before)
            written = mark.written.replace(mark.ordinal, ordinal, 1)
            numbered[at] = text[:start] + written + text[start + len(mark.written) :]
        counter.count(mark.level, ordinal or "")
    return numbered


def _in_order(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines whose number is the one that follows."""
    counter, found = Counter(), set()
    for at, text in enumerate(lines):
        mark = mark_of(text)
        if mark is None or mark.level in _UNNUMBERED:
            continue
        if counter.following(mark.level) == mark.ordinal:
            found.add(at)
        counter.count(mark.level, mark.ordinal)
    return frozenset(found)
