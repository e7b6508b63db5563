"""A document as the search knows it: its paragraphs, where each stands, and its tasks."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.language.searching import compared
from ttcs_desktop.model.document import (
    LEVELS,
    Block,
    Document,
    Item,
    Level,
    PageBreak,
    Paragraph,
    Table,
)
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.found import SearchedParagraph, SearchedTask
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.task import TaskState
from ttcs_desktop.model.text import Citation, Content, Footnote, Span
from ttcs_desktop.officialtext.inline import words_of
from ttcs_desktop.officialtext.printing import inline_text
from ttcs_desktop.services.task_rows import CITED


class Instruments(Protocol):
    """Instruments by id."""

    def get(self, id_: str, /) -> Instrument | None:
        """Return an instrument, None when it is not known."""


LONGEST_START = 60
"""Letters of a task by which its line is found."""
_UNNUMBERED = frozenset({Level.DASH, Level.PLUS})
_SPOKEN = {
    Level.PART: "Phần {}",
    Level.CHAPTER: "Chương {}",
    Level.SECTION: "Mục {}",
    Level.SUBSECTION: "Tiểu mục {}",
    Level.ARTICLE: "Điều {}",
}
"""Words of the document, whatever language the window speaks."""


def paragraphs_of(document: Document, instruments: Instruments) -> Iterator[SearchedParagraph]:
    """Yield what a clerk may look for: subject, bases, paragraphs, items, rows, notes, annexes."""
    if document.subject:
        yield _paragraph(document.subject_line or 1, "", document.subject, instruments)
    for basis in document.bases:
        yield _paragraph(document.subject_line or 1, "", basis, instruments)
    yield from _of_blocks(document.blocks, "", instruments)
    for number, annex in enumerate(document.annexes, 1):
        place = f"Phụ lục {number}" if len(document.annexes) > 1 else "Phụ lục"
        if annex.title:
            yield _paragraph(annex.line or 1, place, annex.title, instruments)
        yield from _of_blocks(annex.blocks, place, instruments)


def tasks_of(
    draft: Draft, paragraphs: Sequence[SearchedParagraph], instruments: Instruments
) -> Iterator[SearchedTask]:
    """Yield the tasks of a draft, each with the line it stands on, and whether it is done."""
    done = {one.task for one in draft.results if one.state is TaskState.DONE}
    lines = [(compared(one.words), one.line) for one in paragraphs]
    for task in draft.tasks:
        start = _start(task.wording, instruments)
        line = next((at for words, at in lines if start and start in words), 0)
        said = task.label or task.wording
        yield SearchedTask(task.id, said, line, task.lead, task.due, task.id in done)
    named = {task.id for task in draft.tasks}
    yield from (SearchedTask(id_, "", is_done=True) for id_ in sorted(done - named))


def _start(task: str, instruments: Instruments) -> str:
    """Return the first words of a task as they are compared, its citations as they are searched."""
    said = CITED.sub(lambda found: _cited(found[1], instruments), words_of(task))
    return compared(said)[:LONGEST_START].strip()


def _of_blocks(
    blocks: Iterable[Block], above: str, instruments: Instruments
) -> Iterator[SearchedParagraph]:
    numbers: dict[int, str] = {}
    for block in blocks:
        if isinstance(block, Item):
            rank = LEVELS.index(block.level)
            numbers = {at: said for at, said in numbers.items() if at < rank}
            if block.level not in _UNNUMBERED:
                numbers[rank] = _SPOKEN.get(block.level, "{}").format(block.ordinal)
        place = " › ".join((*([above] if above else ()), *numbers.values()))
        if isinstance(block, Item | Paragraph):
            if block.content:
                yield _paragraph(block.line, place, block.content, instruments)
        elif not isinstance(block, PageBreak):
            yield from _of_table(block, place, instruments)


def _of_table(table: Table, place: str, instruments: Instruments) -> Iterator[SearchedParagraph]:
    below_header = table.line + len(table.header) + 1
    for number, row in enumerate(table.rows):
        cells = [_words(cell.content, instruments) for cell in row]
        words = " · ".join(cell for cell in cells if cell)
        if words:
            yield SearchedParagraph(below_header + number, place, words)


def _paragraph(
    line: int, place: str, content: Content, instruments: Instruments
) -> SearchedParagraph:
    words, source = _words(content, instruments), inline_text(content)
    return SearchedParagraph(line, place, words, "" if source == words else source)


def _words(content: Content, instruments: Instruments) -> str:
    return nfc("".join(_said(part, instruments) for part in content)).strip()


def _said(part: Span | Citation | Footnote, instruments: Instruments) -> str:
    if isinstance(part, Span):
        return part.text
    if isinstance(part, Footnote):
        return ""
    return _cited(part.instrument, instruments)


def _cited(id_: str, instruments: Instruments) -> str:
    known = instruments.get(id_)
    return f"{known.type_name} {known.symbol}".strip() if known else id_
