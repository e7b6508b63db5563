"""The body of a .docx as official text (nội dung): what structure implies is not dressed again."""

import re
from collections.abc import Iterator, Sequence

from ttcs_desktop.model.document import DIVISIONS, Block, Item, PageBreak, Paragraph, Table
from ttcs_desktop.model.text import Span
from ttcs_desktop.officialtext.lines import CENTRED, PAGE_BREAK, is_page_break
from ttcs_desktop.officialtext.markers import Marker, marker
from ttcs_desktop.officialtext.tables import PIPE
from ttcs_desktop.officialtext.words import key, known
from ttcs_desktop.readers.dress import (
    Notes,
    is_bold,
    is_italic,
    official,
    split_at,
    undressed,
)
from ttcs_desktop.readers.lines import Entry, Line, PageEnd
from ttcs_desktop.readers.passages import Inline, WordTable
from ttcs_desktop.readers.pipes import pipe_rows
from ttcs_desktop.rules.titles import is_title

_END_MARK, _STOP = re.compile(r"\s*\./\.$"), "."
_MOST_BASES = 60


def body_lines(entries: Sequence[Entry], notes: Notes) -> Iterator[str]:
    """Yield the body, a blank line between its pieces; the format's end mark is a full stop."""
    blocks = [_block(entry) for entry in entries]
    opening = _opening(entries)
    for index, (entry, block) in enumerate(zip(entries, blocks, strict=True)):
        if index:
            yield ""
        if isinstance(entry, WordTable):
            yield from pipe_rows(entry, notes)
        elif isinstance(entry, PageEnd):
            yield PAGE_BREAK
        else:
            above = blocks[index - 1] if index else None
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            text = _line(entry, block, above, following, notes, is_opening=index < opening)
            yield text if following else _END_MARK.sub(_STOP, text)


def _line(
    line: Line,
    block: Block,
    above: Block | None,
    following: Block | None,
    notes: Notes,
    *,
    is_opening: bool,
) -> str:
    words = line.words
    is_implied = is_opening or (following is None and _is_note(line.text))
    if is_implied and is_italic(words):
        words = undressed(words, italic=True)
    if isinstance(block, Item):
        return official(_item_words(words, line.text, block, following), notes)
    if _is_name(line, above):
        return _name(line, notes)
    if is_opening and line.text.isupper():
        return official(undressed(words, bold=True), notes)
    text = official(words, notes)
    if line.is_centred:
        return centred(text)
    return _as_running_text(text)


def centred(text: str) -> str:
    """Return a line that stands in the middle of the page."""
    left, right = CENTRED
    return f"{left} {text} {right}"


def _as_running_text(text: str) -> str:
    """Keep a line from being taken for a row, a page break or a centred line."""
    left, right = CENTRED
    is_centred = text.startswith(left) and text.endswith(right)
    is_sign = text.startswith(PIPE) or is_page_break(text) or is_centred
    return f"\\{text}" if is_sign else text


def _item_words(
    words: Sequence[Inline], text: str, item: Item, following: Block | None
) -> Sequence[Inline]:
    """Return the words of an item without what a format puts on its mark, or on all of a title."""
    if item.level in DIVISIONS:
        return undressed(words, bold=True, italic=True)
    rest = "".join(part.text for part in item.content if isinstance(part, Span))
    mark = len("".join(text.split())) - len("".join(rest.split()))
    first, content = split_at(words, mark)
    if is_title(item, following):
        content = undressed(content, bold=is_bold(content), italic=is_italic(content))
    return (*undressed(first, bold=True, italic=True), *content)


def _is_name(line: Line, above: Block | None) -> bool:
    """Tell whether a line is the name of the part or chapter above it."""
    if not isinstance(above, Item) or above.level not in DIVISIONS or above.content:
        return False
    return line.is_centred or is_bold(line.words) or line.text.isupper()


def _name(line: Line, notes: Notes) -> str:
    words = undressed(line.words, bold=True)
    if line.text.isupper():
        return official(words, notes)
    return (
        f"**{official(words, notes)}**" if is_bold(line.words) else centred(official(words, notes))
    )


def _opening(entries: Sequence[Entry]) -> int:
    """Return how many lines belong to the bases and the line that enacts: none without such."""
    words = known()
    count = 0
    for index, entry in enumerate(entries[:_MOST_BASES]):
        if not isinstance(entry, Line):
            break
        text = entry.text
        if text.isupper() and key(text.rstrip(" :")) in words.enacting and text.endswith(":"):
            return index + 1
        listed = text.removeprefix("- ")
        is_basis = words.basis.match(listed) if count else words.first_basis.match(listed)
        if is_basis and text.endswith((";", ",", ".")):
            count = index + 1
        elif count or not text.isupper():
            break
    return count


def _is_note(text: str) -> bool:
    return text.startswith("(") and text.rstrip("./").endswith(")")


def _block(entry: Entry) -> Block:
    if isinstance(entry, WordTable):
        return Table((), (), ())
    if isinstance(entry, PageEnd):
        return PageBreak()
    found = _marker(entry.text)
    if found is None:
        return Paragraph((Span(entry.text),))
    return Item(found.level, found.ordinal, (Span(found.rest),) if found.rest else ())


def _marker(text: str) -> Marker | None:
    found = marker(text)
    return found if found and (found.rest or found.level in DIVISIONS) else None
