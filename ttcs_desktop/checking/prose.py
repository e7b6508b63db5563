"""Running words of a file (lời văn), without what no rule of language may touch.

Addresses of mail and web, names of files and words in quotation marks are hidden letter by letter,
so that places stay what they are.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ttcs_desktop.checking.case import Case
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.component import Component, Part, Stretch

T = TypeVar("T")

PROSE = frozenset(
    {
        Part.TEXT, Part.ITEM, Part.ITEM_TITLE, Part.BASIS, Part.TABLE_TEXT, Part.SUBJECT,
        Part.LETTER_SUBJECT, Part.CLOSING_NOTE, Part.ADDRESSEE, Part.RECIPIENT, Part.DIVISION_TITLE,
        Part.ANNEX_TITLE, Part.ANNEX_REFERENCE, Part.FOOTNOTE,
    }
)  # fmt: skip
"""Components that hold words of a language, not only a form."""
HIDDEN = "0"
"""What stands for a letter that is hidden: rules of language leave figures alone."""
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?|ftp)://\S+|www\.\S+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|gov|org|net|edu|info|docx?|xlsx?|pptx?|pdf|zip|rar|txt)"
    r"(?![\w])(?:/\S*)?"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
_MEMORY = "_prose_memory"
MOST_LETTERS = 1_500_000
"""Some 600 pages; of a longer file the rest is not looked at, which a finding says."""


@dataclass(frozen=True)
class Prose:
    """One line of a component: its words as NFC, and where each letter stands in the paragraph.

    `start` is where the words begin after a number or mark that is typed before them; `is_first`
    says whether a paragraph begins with them.
    """

    component: Component
    stretch: Stretch
    raw: str
    text: str
    start: int = 0
    is_first: bool = True

    @cached_property
    def plain(self) -> str:
        """The text with addresses and names of files hidden."""
        return _plain(self.text)

    @cached_property
    def unquoted(self) -> str:
        """The text with addresses and quotations hidden."""
        return _unquoted(self.plain)

    @cached_property
    def folded(self) -> str:
        """`unquoted` with tone marks in one place, letter for letter."""
        return _folded(self.unquoted)

    @cached_property
    def _offsets(self) -> list[int] | None:
        """Where each letter of `text` stands in `raw`; None when they are the same."""
        if self.text == self.raw:
            return None
        offsets: list[int] = []
        for start, cluster in _clusters(self.raw):
            offsets.extend([start] * len(nfc(cluster)))
        return [*offsets, len(self.raw)]

    def at(self, start: int, end: int) -> Stretch:
        """Return where letters of `text` stand in their paragraph."""
        offsets, base = self._offsets, self.stretch.start
        if offsets is None:
            return Stretch(self.stretch.paragraph, base + start, base + end)
        return Stretch(self.stretch.paragraph, base + offsets[start], base + offsets[end])

    def found(self, match: re.Match[str], group: int | str = 0) -> Stretch:
        """Return where a match on `text` or one of its hidden forms stands."""
        return self.at(match.start(group), match.end(group))


def prose(case: Case) -> tuple[Prose, ...]:
    """Return the running words of a file in reading order."""
    return once(case, _prose)


def once(case: Case, asked: Callable[[Case], T]) -> T:
    """Return what a function says of a case, worked out once for all rules that ask."""
    memory = case.__dict__.setdefault(_MEMORY, {})
    if asked not in memory:
        memory[asked] = asked(case)
    found: T = memory[asked]
    return found


def is_cut(case: Case) -> bool:
    """Tell whether a file has more running words than are looked at."""
    return bool(prose(case)) and once(case, _letters) > MOST_LETTERS


def _letters(case: Case) -> int:
    wanted = (one for one in case.components if one.part in PROSE)
    return sum(stretch.end - stretch.start for one in wanted for stretch in one.stretches)


def _prose(case: Case) -> tuple[Prose, ...]:
    taken, letters = [], 0
    for line in _lines(case):
        letters += len(line.raw)
        if letters > MOST_LETTERS:
            break
        taken.append(line)
    return tuple(taken)


def _lines(case: Case) -> Iterator[Prose]:
    for component in case.components:
        if component.part not in PROSE:
            continue
        paragraph = -1
        for stretch in component.stretches:
            raw = case.raw(stretch)
            text = nfc(raw)
            is_first = stretch.paragraph != paragraph and stretch.start == 0
            start = _after_label(text, component.label) if stretch is component.stretches[0] else 0
            paragraph = stretch.paragraph
            yield Prose(component, stretch, raw, text, start, is_first)


def _after_label(text: str, label: str) -> int:
    """Return where the words begin after a number or mark, when it is typed."""
    lead = len(text) - len(text.lstrip())
    if label and text[lead:].startswith(label):
        lead += len(label)
    while lead < len(text) and (text[lead].isspace() or text[lead] in "-–+•*"):
        lead += 1
    return lead


def _clusters(raw: str) -> Iterator[tuple[int, str]]:
    """Yield each letter with the marks that combine with it, and where it starts."""
    start = 0
    for position in range(1, len(raw) + 1):
        if position == len(raw) or not unicodedata.combining(raw[position]):
            if position > start:
                yield start, raw[start:position]
            start = position


_folded = remembered(fold)


@remembered
def _plain(text: str) -> str:
    return _ADDRESS.sub(_hide, text) if "." in text else text


@remembered
def _unquoted(text: str) -> str:
    return _QUOTED.sub(_hide, text)


def _hide(match: re.Match[str]) -> str:
    return "".join(letter if letter in '“”"«»' else HIDDEN for letter in match[0])
