"""Automatic lists (danh sách tự động): the label that is printed before each paragraph."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ttcs_desktop.readers.ooxml import VALUE, Element, value, w, whole

_DEEPEST = 9
_LONGEST_LABEL = 60
_MOST = 100_000
"""No list counts further; a larger number in a file is a fault."""
_BULLET_DASH, _BULLET_PLUS = "-", "+"
_DASHES = "-–—−‐‑\uf02d\uf0be"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LONGEST_ROMAN = 3999


@dataclass(slots=True)
class _Level:
    """A level of a list: where it starts, how it counts, and the pattern of its label."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    is_legal: bool = False
    """All numbers of the label in figures (isLgl)."""
    restarts_after: int | None = None
    style: str = ""
    element: Element | None = None


@dataclass(slots=True)
class _List:
    """A list as used: its levels, and the list whose counters it shares."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)
    is_begun: bool = False


class Numbering:
    """Counts through a document; ask for the labels of its paragraphs in reading order."""

    def __init__(self, root: Element | None, style_levels: dict[str, int]) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._style_levels = style_levels
        if root is not None:
            self._read(root)

    def label(self, list_id: str, level: int, style: str = "") -> str:
        """Return the label of the next paragraph of a list; "" when it has none.

        A bullet of any shape is "-", or "+" where it stands under another bullet.
        """
        numbered = self._lists.get(list_id)
        if numbered is None or not 0 <= level < _DEEPEST:
            return ""
        level = self._level_of_style(numbered, style, level)
        form = numbered.levels.get(level)
        if form is None:
            return ""
        counters = self._count(numbered, level)
        if form.format == "bullet":
            return _bullet(form.pattern, is_deeper=_is_under_bullet(numbered, level))
        return _filled(numbered, level, counters)

    def level(self, list_id: str, level: int, style: str = "") -> Element | None:
        """Return the level (w:lvl) that a paragraph of a list stands at; None when it has none."""
        numbered = self._lists.get(list_id)
        if numbered is None:
            return None
        form = numbered.levels.get(self._level_of_style(numbered, style, level))
        return form.element if form else None

    def _level_of_style(self, numbered: _List, style: str, level: int) -> int:
        """Return the level that names a paragraph's style, where the style names none itself."""
        if level or not style or style in self._style_levels:
            return level
        return next((d for d, form in numbered.levels.items() if form.style == style), level)

    def _count(self, numbered: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(numbered.definition, [None] * _DEEPEST)
        if not numbered.is_begun:
            numbered.is_begun = True
            for depth, start in numbered.starts.items():
                counters[depth] = start - 1
        above = counters[level]
        counters[level] = numbered.levels[level].start if above is None else above + 1
        for depth in range(level + 1, _DEEPEST):
            form = numbered.levels.get(depth)
            last = form.restarts_after if form else None
            if last is None or level < last:
                counters[depth] = None
        return counters

    def _read(self, root: Element) -> None:
        definitions = {
            element.get(w("abstractNumId"), ""): element for element in root.iter(w("abstractNum"))
        }
        by_style = {
            name: definition
            for definition, element in definitions.items()
            if (name := value(element, w("styleLink")))
        }
        for element in root.iter(w("num")):
            definition = value(element, w("abstractNumId"))
            linked = value(definitions.get(definition), w("numStyleLink"))
            definition = by_style.get(linked, definition)
            if definition not in definitions:
                continue
            levels = dict(map(_level, definitions[definition].iter(w("lvl"))))
            numbered = _List(definition, levels)
            for override in element.iter(w("lvlOverride")):
                _override(numbered, override)
            self._lists[element.get(w("numId"), "")] = numbered


def _level(element: Element) -> tuple[int, _Level]:
    restart = element.find(w("lvlRestart"))
    form = _Level(
        start=_bounded(value(element, w("start"), "1")),
        format=_number_format(element),
        pattern=value(element, w("lvlText"))[:_LONGEST_LABEL],
        is_legal=element.find(w("isLgl")) is not None,
        restarts_after=None if restart is None else whole(restart.get(VALUE), 0),
        style=value(element, w("pStyle")),
        element=element,
    )
    return whole(element.get(w("ilvl"))), form


def _number_format(level: Element) -> str:
    found = next(level.iter(w("numFmt")), None)
    return "decimal" if found is None else found.get(VALUE, "decimal")


def _override(numbered: _List, override: Element) -> None:
    """Take up what a list says of a level in place of its definition."""
    depth = whole(override.get(w("ilvl")))
    own = override.find(w("lvl"))
    if own is not None:
        numbered.levels[depth] = _level(own)[1]
    start = override.find(w("startOverride"))
    if start is not None and 0 <= depth < _DEEPEST:
        numbered.starts[depth] = _bounded(start.get(VALUE))


def _bounded(text: str | None) -> int:
    return min(max(whole(text, 1), 0), _MOST)


def _is_under_bullet(numbered: _List, level: int) -> bool:
    above = numbered.levels.get(level - 1)
    return above is not None and above.format == "bullet"


def _bullet(pattern: str, *, is_deeper: bool) -> str:
    if pattern.strip() == _BULLET_PLUS:
        return _BULLET_PLUS
    if pattern.strip()[:1] in tuple(_DASHES):
        return _BULLET_DASH
    return _BULLET_PLUS if is_deeper else _BULLET_DASH


def _filled(numbered: _List, level: int, counters: list[int | None]) -> str:
    """Return the pattern of a level with the numbers in it."""
    label = numbered.levels[level].pattern
    for depth in range(level + 1):
        sign = f"%{depth + 1}"
        if sign in label:
            form = numbered.levels.get(depth) or _Level()
            is_legal = numbered.levels[level].is_legal
            number = counters[depth]
            number = form.start if number is None else number
            label = label.replace(sign, _number(number, "decimal" if is_legal else form.format))
    return label.strip()


def _number(number: int, format: str) -> str:  # noqa: A002
    return _FORMATS.get(format, str)(number)


def _letters(number: int) -> str:
    """Return a, b, … z, aa, bb, … as Word counts."""
    if not 0 < number <= _LONGEST_ROMAN:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _roman(number: int) -> str:
    if not 0 < number <= _LONGEST_ROMAN:
        return str(number)
    written = ""
    for size, letters in _ROMAN:
        times, number = divmod(number, size)
        written += letters * times
    return written


def _in_words(number: int) -> str:
    from ttcs_desktop.language.numbers import in_words

    return in_words(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "vietnameseCounting": _in_words,
    "none": lambda _number: "",
}
