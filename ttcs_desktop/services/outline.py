"""The sections of a text, for finding one's way in it (dàn ý)."""

from dataclasses import dataclass

from ttcs_desktop.model.document import LEVELS, Document, Item, Level
from ttcs_desktop.model.text import plain

SHOWN = frozenset(LEVELS[: LEVELS.index(Level.SUBCLAUSE)])
LONGEST = 80


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading with the lines of text that belong to it, from 1, both included."""

    title: str
    level: int
    first_line: int
    last_line: int


def sections(document: Document, last_line: int) -> tuple[TextSection, ...]:
    """List the headings of a document down to the numbered clauses."""
    blocks = (*document.blocks, *(block for annex in document.annexes for block in annex.blocks))
    heads = [block for block in blocks if isinstance(block, Item) and block.level in SHOWN]
    return tuple(
        TextSection(
            _title(head), LEVELS.index(head.level), head.line, _end(heads, index, last_line)
        )
        for index, head in enumerate(heads)
    )


def _end(heads: list[Item], index: int, last_line: int) -> int:
    rank = LEVELS.index(heads[index].level)
    for later in heads[index + 1 :]:
        if LEVELS.index(later.level) <= rank:
            return max(later.line - 1, heads[index].line)
    return last_line


def _title(head: Item) -> str:
    words = plain(head.content)
    short = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{head.ordinal}. {short}" if head.ordinal else short
