"""Line breaks inside a paragraph (ngắt dòng): which end a line, and which only shorten it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.officialtext.annexes import annex_head, is_annex_reference
from ttcs_desktop.officialtext.lines import ends_sentence, is_rule, starts_small
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.recipients import label
from ttcs_desktop.officialtext.signatures import authority_line, is_anchor, is_known_title
from ttcs_desktop.officialtext.words import key, known
from ttcs_desktop.readers.dress import is_bold, is_italic, plain_words
from ttcs_desktop.readers.passages import BREAK, PAGE_BREAK, Inline, Passage, Words
from ttcs_desktop.rules.scribe import missing

MISSING, MISSING_END = missing("|").replace(" |", "|").split("|")
"""What stands round the sign of something the clerk has still to give."""
OPEN_ENDS = " ,-–"
"""How a line of a title ends that goes on below."""
_END = re.compile(f"([{BREAK}{PAGE_BREAK}])")
_SPACE = Words(" ")

LineWords = tuple[Inline, ...] | None
"""The words of a line; None where a page ends."""


def lines_of(passage: Passage, *, is_placed: bool) -> Iterator[LineWords]:
    """Yield the lines of a paragraph, put together where a break only makes a line shorter.

    `is_placed`: it stands in a table that only places things, where most breaks end a line.
    """
    open_line: _Open | None = None
    for words in _split(passage):
        if open_line and words and open_line.takes(words, is_placed=is_placed):
            continue
        if open_line:
            yield tuple(open_line.words)
        if words is None:
            yield None
        open_line = None if words is None else _Open(list(words), plain_words(words), words)
    if open_line:
        yield tuple(open_line.words)


@dataclass(slots=True)
class _Open:
    """A line that may go on: its words, and as printed its first line and its last."""

    words: list[Inline]
    first: str
    last: tuple[Inline, ...]

    def takes(self, below: tuple[Inline, ...], *, is_placed: bool) -> bool:
        """Take up the line below when it goes on with this one, and tell whether it does."""
        if not self._goes_on(below, is_placed=is_placed):
            return False
        self.words += [_SPACE, *below]
        self.last = below
        return True

    def _goes_on(self, below: tuple[Inline, ...], *, is_placed: bool) -> bool:
        upper, lower = plain_words(self.last), plain_words(below)
        if not upper or not lower or _stands_alone(lower) or is_rule(upper):
            return False
        is_open_sign = self.first.startswith(MISSING) and MISSING_END not in upper
        if is_open_sign or known().subject_lead.match(self.first):
            return True
        if authority_line(self.first) or is_known_title(self.first.rstrip(OPEN_ENDS)):
            return lower.isupper()
        if is_placed or _is_own_line(upper) or _dress(self.last) != _dress(below):
            return False
        return starts_small(lower) or not ends_sentence(upper)


def _split(passage: Passage) -> Iterator[LineWords]:
    """Cut a paragraph where its lines end."""
    line: list[Inline] = [Words(f"{passage.label} ")] if passage.label else []
    for part in passage.words:
        if not isinstance(part, Words):
            line.append(part)
            continue
        for piece in _END.split(part.text):
            if piece in (BREAK, PAGE_BREAK):
                yield tuple(line)
                line = []
                if piece == PAGE_BREAK:
                    yield None
            elif piece:
                line.append(Words(piece, part.bold, part.italic))
    yield tuple(line)


def _dress(words: tuple[Inline, ...]) -> tuple[bool, bool]:
    return is_bold(words), is_italic(words)


def _stands_alone(text: str) -> bool:
    """Tell whether a line is one by itself whatever stands above it."""
    is_reference = text.startswith("(") and is_annex_reference(text)
    is_foot = is_anchor(text) or label(text) is not None
    return is_reference or is_foot or is_rule(text) or marker(text) is not None


def _is_own_line(text: str) -> bool:
    """Tell whether nothing goes on with a line: a type name, a title, a label."""
    words = known()
    is_title = key(text) in words.titles or (text.isupper() and key(text) in words.types)
    return is_title or label(text) is not None or annex_head(text) is not None
