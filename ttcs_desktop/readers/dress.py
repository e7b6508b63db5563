"""Words of a .docx as official text: bold and italic as asterisks, escapes where needed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ttcs_desktop.officialtext.escape import escaped_words
from ttcs_desktop.readers.passages import Inline, NoteMark, Words

_WORD_OR_SPACE = re.compile(r"\s+|\S+")
_BOLD, _ITALIC = 2, 1
_FREE_STAR = "* "
"""An asterisk with room after it at the start of a line is only an asterisk."""
_Atom = tuple[str, int]
"""A word or a part of it with its dress; a space has no dress of its own."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a document: their words by the key of their mark, numbered as called."""

    words: Mapping[str, tuple[Inline, ...]] = field(default_factory=dict)
    called: dict[str, int] = field(default_factory=dict)

    def call(self, key: str) -> str:
        """Return the mark that calls a note; "" for one that has no words."""
        if key not in self.words:
            return ""
        return f"[^{self.called.setdefault(key, len(self.called) + 1)}]"

    def definitions(self) -> list[str]:
        """Return a line for each note that was called, with its words."""
        return [
            f"[^{number}]: {official(self.words[key], Notes())}"
            for key, number in self.called.items()
        ]


def plain_words(words: Iterable[Inline]) -> str:
    """Return the words alone, single spaces between them."""
    return " ".join("".join([part.text for part in words if isinstance(part, Words)]).split())


def is_bold(words: Iterable[Inline]) -> bool:
    """Tell whether every letter is bold."""
    told = _told(words)
    return bool(told) and all(part.bold for part in told)


def is_italic(words: Iterable[Inline]) -> bool:
    """Tell whether every letter is italic."""
    told = _told(words)
    return bool(told) and all(part.italic for part in told)


def undressed(
    words: Iterable[Inline], *, bold: bool = False, italic: bool = False
) -> tuple[Inline, ...]:
    """Return words of which none is bold, or none italic."""
    return tuple(
        replace(part, bold=part.bold and not bold, italic=part.italic and not italic)
        if isinstance(part, Words)
        else part
        for part in words
    )


def official(words: Sequence[Inline], notes: Notes) -> str:
    """Return words as official text that reads as the same words in the same dress."""
    if all(isinstance(part, Words) and not part.bold and not part.italic for part in words):
        text = plain_words(words)
        free = _FREE_STAR if text.startswith(_FREE_STAR) else ""
        return free + escaped_words(text.removeprefix(free))
    written: list[str] = []
    dress, is_apart = 0, False
    for atom in _atoms(words):
        if isinstance(atom, NoteMark):
            written.append(" " * is_apart + notes.call(atom.key))
            is_apart = False
            continue
        text, own = atom
        if not text:
            is_apart = bool(written)
            continue
        written.append(_turned(dress, own, is_apart=is_apart) + escaped_words(text))
        dress, is_apart = own, False
    return "".join(written) + "*" * dress


def _told(words: Iterable[Inline]) -> list[Words]:
    return [part for part in words if isinstance(part, Words) and part.text.strip()]


def _atoms(words: Iterable[Inline]) -> Iterator[_Atom | NoteMark]:
    """Cut words at spaces and changes of dress; a space is an atom without text."""
    for part in words:
        if isinstance(part, NoteMark):
            yield part
            continue
        dress = part.bold * _BOLD | part.italic * _ITALIC
        for piece in _WORD_OR_SPACE.findall(part.text):
            yield ("", 0) if piece.isspace() else (piece, dress)


def _turned(before: int, after: int, *, is_apart: bool) -> str:
    """Return the asterisks between two dresses: what ends, the space, what begins."""
    if is_apart:
        return "*" * (before & ~after) + " " + "*" * (after & ~before)
    return "*" * (before ^ after)


def split_at(
    words: Iterable[Inline], letters: int
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Return the words with the first letters, spaces not counted, and those after them."""
    first: list[Inline] = []
    rest: list[Inline] = []
    for part in words:
        if letters <= 0 or isinstance(part, NoteMark):
            rest.append(part)
            continue
        end = _end_of(part.text, letters)
        first.append(replace(part, text=part.text[:end]))
        if end < len(part.text):
            rest.append(replace(part, text=part.text[end:]))
        letters -= len("".join(part.text[:end].split()))
    return tuple(first), tuple(rest)


def _end_of(text: str, letters: int) -> int:
    """Return where the first letters of a text end, spaces not counted."""
    for index, letter in enumerate(text):
        letters -= not letter.isspace()
        if letters == 0:
            return index + 1
    return len(text)
