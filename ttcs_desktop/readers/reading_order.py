"""From paragraphs and tables to lines of official text to be (dòng): what stands by itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ttcs_desktop.officialtext.annexes import annex_head, is_annex_reference
from ttcs_desktop.officialtext.lines import ends_sentence, is_rule, starts_small
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.recipients import label
from ttcs_desktop.officialtext.signatures import authority_line, is_anchor, is_known_title
from ttcs_desktop.officialtext.words import key, known
from ttcs_desktop.readers.dress import is_bold, is_italic, plain_words
from ttcs_desktop.readers.layout import Stack, is_layout, stacks
from ttcs_desktop.readers.letter_subject import with_letter_subject
from ttcs_desktop.readers.lines import Entry, Line, PageEnd
from ttcs_desktop.readers.passages import (
    BREAK,
    PAGE_BREAK,
    Block,
    Inline,
    Passage,
    SectionEnd,
    Words,
    WordTable,
)

_END = re.compile(f"([{BREAK}{PAGE_BREAK}])")


def entries(blocks: Iterable[Block]) -> list[Entry]:
    """Return what stands in a document as lines, tables and page ends, in reading order."""
    found: list[Entry] = []
    section: list[Block] = []
    for block in blocks:
        if not isinstance(block, SectionEnd):
            section.append(block)
            continue
        if block.starts_page:
            found.append(PageEnd())
        found.extend(_Reader(block.is_landscape).read(section))
        section = []
    found.extend(_Reader(is_turned=False).read(section))
    return list(_without_idle_page_ends(found))


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of one section."""

    is_turned: bool
    is_apart: bool = True

    def read(self, blocks: Iterable[Block], *, is_placed: bool = False) -> Iterator[Entry]:
        """Yield what the blocks hold."""
        for block in blocks:
            if isinstance(block, Passage):
                yield from self._passage(block, is_placed=is_placed)
            elif isinstance(block, WordTable) and is_layout(block):
                for stack in stacks(block):
                    self.is_apart = True
                    yield from with_letter_subject(self._stack(stack))
                self.is_apart = True
            elif isinstance(block, WordTable):
                yield block
                self.is_apart = True

    def _stack(self, stack: Stack) -> list[Entry]:
        return [entry for cell in stack for entry in self.read(cell.blocks, is_placed=True)]

    def _passage(self, passage: Passage, *, is_placed: bool) -> Iterator[Entry]:
        if passage.starts_page:
            yield PageEnd()
        if passage.is_empty:
            self.is_apart = True
            return
        is_centred = passage.alignment == "center"
        for words in _joined(_split(passage), is_placed=is_placed):
            if words is None:
                yield PageEnd()
            elif not (text := plain_words(words)):
                self.is_apart = True
            elif not (is_rule(text) and (is_placed or is_centred)):
                yield Line(
                    words, is_centred, is_placed, self.is_apart, passage.is_pinned, self.is_turned
                )
                self.is_apart = False


_Split = tuple[Inline, ...] | None
"""The words of a line; None where a page ends."""


def _split(passage: Passage) -> Iterator[_Split]:
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


def _joined(lines: Iterator[_Split], *, is_placed: bool) -> Iterator[_Split]:
    """Yield lines, put together where a line break only makes a line of its paragraph shorter."""
    open_line: tuple[Inline, ...] | None = None
    for words in lines:
        if open_line is not None and words and _goes_on(open_line, words, is_placed=is_placed):
            open_line = (*open_line, Words(" "), *words)
            continue
        if open_line is not None:
            yield open_line
        if words is None:
            yield None
        open_line = words
    if open_line is not None:
        yield open_line


def _goes_on(above: tuple[Inline, ...], below: tuple[Inline, ...], *, is_placed: bool) -> bool:
    upper, lower = plain_words(above), plain_words(below)
    if not upper or not lower or _stands_alone(lower) or is_rule(upper):
        return False
    if known().subject_lead.match(upper):
        return True
    if authority_line(upper) or is_known_title(upper):
        return lower.isupper()
    if is_placed:
        return False
    if _is_own_line(upper) or _dress(above) != _dress(below):
        return False
    return starts_small(lower) or not ends_sentence(upper)


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


def _without_idle_page_ends(found: list[Entry]) -> Iterator[Entry]:
    """Leave out ends of pages before any text, after the last, before annexes, and double ones."""
    is_begun, is_due = False, False
    for entry in found:
        if isinstance(entry, PageEnd):
            is_due = is_begun
            continue
        is_annex = isinstance(entry, Line) and annex_head(entry.text) is not None
        if is_due and not is_annex:
            yield PageEnd()
        is_begun, is_due = True, False
        yield entry
