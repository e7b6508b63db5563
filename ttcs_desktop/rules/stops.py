"""Marks at the end of sentences, entries and whole texts (dấu kết thúc)."""

import dataclasses

from ttcs_desktop.model.document import Block, Item, Paragraph
from ttcs_desktop.model.text import Content, Span, plain

_ENTRY_ENDS = " .,;"
_ENTRY_KEPT = ("...", "v.v.")
_SENTENCE_ENDS = (".", ";", ":", ",", "…", "?", "!")
_REPLACED = (".", ";", ",")
_OPEN_ENDS = ("...", "…", "?", "!")
_CLOSERS = "”\"’')]»"
_STATE_END = "./."


def without_end(text: str) -> str:
    """Return an entry of a list without the mark that ends it."""
    text = text.strip()
    return text if text.endswith(_ENTRY_KEPT) else text.rstrip(_ENTRY_ENDS)


def ends_a_sentence(text: str) -> bool:
    """Tell whether text ends with a mark, also inside a closing quote or bracket."""
    text = text.rstrip()
    return text.endswith(_SENTENCE_ENDS) or text.rstrip(_CLOSERS).endswith((".", *_OPEN_ENDS))


def with_end(content: Content, end: str) -> Content:
    """Return content that ends with a mark, in place of its own final mark."""
    if not end or not content:
        return content
    last = content[-1]
    if not isinstance(last, Span):
        return (*content, Span(end))
    return (*content[:-1], Span(_with_end(last.text, end), last.bold, last.italic))


def ended(blocks: tuple[Block, ...], end: str) -> tuple[Block, ...]:
    """Return blocks whose last one, when it is running text, ends with a mark."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph | Item):
        return blocks
    return (*blocks[:-1], dataclasses.replace(last, content=with_end(last.content, end)))


def closes_with_stop(blocks: tuple[Block, ...]) -> bool:
    """Tell whether the last block is running text with a mark of its own at the end."""
    last = blocks[-1] if blocks else None
    return isinstance(last, Paragraph | Item) and plain(last.content).rstrip().endswith(_REPLACED)


def _with_end(text: str, end: str) -> str:
    text = text.rstrip()
    if text.endswith(_STATE_END):
        return text.removesuffix(_STATE_END).rstrip() + end
    if text.endswith(_OPEN_ENDS):
        return text + end.removeprefix(".")
    return text.rstrip("".join(_REPLACED)) + end
