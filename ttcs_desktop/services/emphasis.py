"""Bold and italic as asterisks round words (chữ đậm, chữ nghiêng)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ttcs_desktop.officialtext.inline import turning_stars
from ttcs_desktop.services.levels import mark_of
from ttcs_desktop.services.line_edits import Edit, Piece

BOLD, ITALIC = 2, 1
"""Asterisks that turn it on and off."""
_WORD = re.compile(r"[^\s*|]+")
_CELL = re.compile(r"(?:\\.|[^|\\])+")
_UNIT = re.compile(r"\\\S|\[\[[\w./-]+\]\]|\[\^[\w-]+\]|.", re.DOTALL)
"""A letter, an escaped one, a citation, the mark of a footnote."""
Place = tuple[int, int]
"""A line and a letter of it, both from 0."""


@dataclass(slots=True)
class _Letter:
    """A letter, or signs that are one: where it stands and what it wears."""

    text: str
    at: int
    style: int
    is_chosen: bool

    @property
    def end(self) -> int:
        return self.at + len(self.text)


@dataclass(slots=True)
class _Stretch:
    """Words that are dressed for themselves: those of a line after its mark, those of a cell."""

    line: int
    start: int
    letters: list[_Letter]
    length: int


def toggled(lines: Sequence[str], start: Place, end: Place, style: int) -> Edit | None:
    """Dress the words between two places, or take the dress off when all of them wear it.

    Without a selection it is the word at the cursor; None where there is no word.
    """
    is_selection = start != end
    if not is_selection:
        found = _word_at(lines[start[0]], start[1])
        if found is None:
            return None
        start, end = ((start[0], place) for place in found)
    stretches = [one for one in _stretches(lines, start, end) if _chosen(one)]
    if not stretches:
        return None
    is_on = all(letter.style & style for one in stretches for letter in _chosen(one))
    for one in stretches:
        _turn(one.letters, style, is_on=not is_on)
    return _edit(stretches, is_selection=is_selection)


def _word_at(text: str, column: int) -> tuple[int, int] | None:
    found = next((one for one in _WORD.finditer(text) if one.end() >= column), None)
    return found.span() if found and found.start() <= column else None


def _stretches(lines: Sequence[str], start: Place, end: Place) -> Iterator[_Stretch]:
    for number in range(start[0], end[0] + 1):
        text = lines[number]
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(text)
        for begin, until in _spans(text):
            letters = list(_letters(text, begin, until, first, last))
            yield _Stretch(number, begin, letters, until - begin)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if text.lstrip().startswith("|"):
        yield from (cell.span() for cell in _CELL.finditer(text))
        return
    mark = mark_of(text)
    is_dressed_whole = mark is not None and "*" in mark.before
    yield (mark.end if mark and not is_dressed_whole else 0, len(text))


def _letters(text: str, begin: int, until: int, first: int, last: int) -> Iterator[_Letter]:
    words = text[begin:until]
    turns = dict(turning_stars(words))
    at, style = 0, 0
    while at < len(words):
        if at in turns:
            style ^= turns[at]
            at += turns[at]
            continue
        unit = _UNIT.match(words, at)
        letter = unit[0] if unit else words[at]
        is_chosen = first < begin + at + len(letter) and begin + at < last
        yield _Letter(letter, begin + at, style, is_chosen)
        at += len(letter)


def _chosen(stretch: _Stretch) -> list[_Letter]:
    return [one for one in stretch.letters if one.is_chosen and not one.text.isspace()]


def _turn(letters: list[_Letter], style: int, *, is_on: bool) -> None:
    """Change what the chosen letters wear; a space wears what both of its neighbours do."""
    for letter in letters:
        if letter.is_chosen:
            letter.style = letter.style | style if is_on else letter.style & ~style
    before = 0
    for index, letter in enumerate(letters):
        if letter.text.isspace():
            after = next((one.style for one in letters[index:] if not one.text.isspace()), 0)
            letter.style = before & after
        else:
            before = letter.style


def _edit(stretches: Sequence[_Stretch], *, is_selection: bool) -> Edit:
    """Return the change; what was selected stays selected, where it was on one line."""
    pieces, places = [], []
    for one in stretches:
        words, inside = _written(one.letters)
        pieces.append(Piece(one.line, one.start, one.start + one.length, words))
        places.append((one.start + inside[0], one.start + inside[1]))
    last = stretches[-1]
    shift = sum(
        len(piece.words) - (piece.end - piece.start)
        for piece in pieces[:-1]
        if piece.line == last.line
    )
    is_one = is_selection and len(stretches) == 1
    selected = places[-1][1] - places[-1][0] if is_one else 0
    return Edit(tuple(pieces), last.line, places[-1][1] + shift, selected)


def _written(letters: Sequence[_Letter]) -> tuple[str, tuple[int, int]]:
    """Return the words with their asterisks, and where the chosen ones begin and end in them."""
    written, style = "", 0
    first, last = -1, 0
    for letter in letters:
        written += "*" * (style ^ letter.style)
        style = letter.style
        if letter.is_chosen and not letter.text.isspace():
            first = len(written) if first < 0 else first
            last = len(written) + len(letter.text)
        written += letter.text
    return written + "*" * style, (max(first, 0), last)
