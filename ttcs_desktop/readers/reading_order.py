"""From paragraphs and tables to lines of official text to be (dòng): what stands by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ttcs_desktop.officialtext.annexes import annex_head
from ttcs_desktop.officialtext.lines import is_rule
from ttcs_desktop.readers.dress import plain_words
from ttcs_desktop.readers.layout import Stack, is_layout, stacks
from ttcs_desktop.readers.letter_subject import with_letter_subject
from ttcs_desktop.readers.line_breaks import MISSING, MISSING_END, lines_of
from ttcs_desktop.readers.lines import Entry, Line, PageEnd
from ttcs_desktop.readers.passages import Block, Passage, SectionEnd, WordTable


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
    if section and found:
        found.append(PageEnd())
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
        for words in lines_of(passage, is_placed=is_placed):
            if words is None:
                yield PageEnd()
            elif _is_idle(plain_words(words), is_set=is_placed or is_centred, is_placed=is_placed):
                self.is_apart = True
            else:
                yield Line(
                    words, is_centred, is_placed, self.is_apart, passage.is_pinned, self.is_turned
                )
                self.is_apart = False


def _is_idle(text: str, *, is_set: bool, is_placed: bool) -> bool:
    """Tell whether a line says nothing: empty, only drawn, or the sign of a name not yet given."""
    is_sign = is_placed and text.startswith(MISSING) and text.endswith(MISSING_END)
    return not text or is_sign or (is_set and is_rule(text))


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
