"""From the lines of a .docx to official text that our parser reads (văn bản nguồn).

The parser itself says where head, body and foot lie; each is then dressed as a clerk types it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.letters import nfc
from ttcs_desktop.officialtext.annexes import LANDSCAPE, annex_head
from ttcs_desktop.officialtext.ending import find_ending, is_foot_mark
from ttcs_desktop.officialtext.escape import escaped_words
from ttcs_desktop.officialtext.heading import read_head
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.letterhead import is_letterhead_fact
from ttcs_desktop.officialtext.lines import PAGE_BREAK, UNPRINTABLE, TextLine
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.recipients import label
from ttcs_desktop.officialtext.tables import PIPE
from ttcs_desktop.officialtext.words import key, known
from ttcs_desktop.readers.body_text import body_lines, centred
from ttcs_desktop.readers.dress import Notes, is_bold, is_italic, official, undressed
from ttcs_desktop.readers.lines import Entry, Line, PageEnd
from ttcs_desktop.readers.passages import Inline

_ADDRESSED = "kính "
_LONGEST_LABEL = 20
_LONGEST_HEAD = 100
"""Entries; what comes later is no head, so its dress does not count."""
_MOST_TITLE_LINES = 8
_DRAFTER = re.compile(r"[A-ZĐ]{1,8}[-.]\s?\(?\d{1,4}\)?")
"""The drafter's mark and the number of copies (ký hiệu người soạn thảo): ABC-268, PL.(30)."""


def official_text(entries: Sequence[Entry], notes: Notes) -> str:
    """Return what stands in a document as official text."""
    first_annex = next((i for i, entry in enumerate(entries) if _is_annex(entry)), len(entries))
    parts = [list(_main(entries[:first_annex], notes))]
    parts.extend(list(_annex(annex, notes)) for annex in _annexes(entries[first_annex:]))
    parts.append(notes.definitions())
    text = "\n\n".join("\n".join(part) for part in parts if part)
    return nfc(UNPRINTABLE.sub("", text)) + "\n" if text else ""


def _main(entries: Sequence[Entry], notes: Notes) -> Iterator[str]:
    head, foot = _zones(entries)
    stretches = (
        list(_head_lines(entries[:head], notes)),
        list(body_lines(entries[head:foot], notes)),
        list(_foot_lines(entries[foot:], notes)),
    )
    is_begun = False
    for stretch in stretches:
        if stretch and is_begun:
            yield ""
        yield from stretch
        is_begun = is_begun or bool(stretch)


def _zones(entries: Sequence[Entry]) -> tuple[int, int]:
    """Return where the body begins and where the foot begins, as the parser finds them."""
    typed = _Typed()
    for entry, above in zip(entries, (None, *entries), strict=False):
        typed.add(entry, above)
    _head, position = read_head(typed.lines, InlineReader())
    end = find_ending(typed.lines, position)
    return typed.entries_before(position), typed.entries_before(end)


@dataclass(slots=True)
class _Typed:
    """Entries as they would be typed, with the entry that each line belongs to."""

    lines: list[TextLine] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    count: int = 0

    def add(self, entry: Entry, above: Entry | None) -> None:
        """Add an entry; lines that stand together are not set apart."""
        if not (isinstance(entry, Line) and _stand_together(above, entry)):
            self._line("")
        if isinstance(entry, Line):
            is_near_top = self.count < _LONGEST_HEAD
            self._line(_head_text(entry, Notes()) if is_near_top else "\t".join(entry.columns))
        else:
            self._line(PAGE_BREAK if isinstance(entry, PageEnd) else PIPE)
        self.count += 1

    def entries_before(self, line: int) -> int:
        """Return how many entries begin before a line."""
        return self.owners[line] if line < len(self.owners) else self.count

    def _line(self, text: str) -> None:
        self.lines.append(TextLine(len(self.lines) + 1, text))
        self.owners.append(self.count)


def _head_lines(entries: Sequence[Entry], notes: Notes) -> Iterator[str]:
    above: Entry | None = None
    for entry in entries:
        if not isinstance(entry, Line):
            continue
        if above is not None and not _stand_together(above, entry):
            yield ""
        yield _head_text(entry, notes)
        above = entry


def _foot_lines(entries: Sequence[Entry], notes: Notes) -> Iterator[str]:
    """Yield recipients and signatures, the words alone."""
    is_begun = False
    for entry in entries:
        if not isinstance(entry, Line):
            yield from ("", *body_lines((entry,), notes))
            continue
        if is_begun and (entry.is_apart or label(entry.text) is not None):
            yield ""
        yield _foot_text(entry, notes)
        is_begun = True


def _foot_text(line: Line, notes: Notes) -> str:
    """Return a line of the foot; marks that say nothing of themselves get the word for them."""
    text = _undressed(line, notes)
    if is_foot_mark(text):
        return text
    if line.is_pinned:
        return f"{_mark_label('contact')}: {text}"
    return f"{_mark_label('drafter')}: {text}" if _DRAFTER.fullmatch(text) else text


def _mark_label(name: str) -> str:
    return next(upper_first(words) for words, mark in known().foot_marks.items() if mark == name)


def _annexes(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    starts = [index for index, entry in enumerate(entries) if _is_annex(entry)]
    for start, end in pairwise((*starts, len(entries))):
        yield entries[start:end]


def _annex(entries: Sequence[Entry], notes: Notes) -> Iterator[str]:
    """Yield an annex: its label, its title, and its own body."""
    end = 1
    while end < min(len(entries), _MOST_TITLE_LINES) and _is_annex_title(entries[end]):
        end += 1
    above: Line | None = None
    for entry in entries[:end]:
        if not isinstance(entry, Line):
            continue
        if above is not None and not _stand_together(above, entry):
            yield ""
        yield _label(entry) if above is None else _title_text(entry, notes)
        above = entry
    if body := list(body_lines(entries[end:], notes)):
        yield ""
        yield from body


def _label(line: Line) -> str:
    text = escaped_words(line.text)
    return f"{text} {LANDSCAPE}" if line.is_turned and LANDSCAPE not in text else text


def _is_annex(entry: Entry) -> bool:
    return isinstance(entry, Line) and annex_head(entry.text) is not None


def _is_annex_title(entry: Entry) -> bool:
    if not isinstance(entry, Line) or marker(entry.text) is not None:
        return False
    return entry.is_centred or is_bold(entry.words) or entry.text.isupper()


def _title_text(line: Line, notes: Notes) -> str:
    """Return a line of an annex's title, or the line that says what the annex goes with."""
    text = line.text
    words = undressed(line.words, italic=is_italic(line.words))
    if text.isupper() or text.startswith("(") or text.endswith(")"):
        return official(undressed(words, bold=True), notes)
    return _strong(words, notes) if is_bold(words) else centred(official(words, notes))


def _head_text(line: Line, notes: Notes) -> str:
    """Return a line of the head; names and the subject keep their bold, nothing else does."""
    text = line.text
    is_listed = key(text[:_LONGEST_LABEL]).startswith(_ADDRESSED) or marker(text) is not None
    if is_listed or len(line.columns) > 1:
        return _undressed(line, notes)
    words = line.words
    if is_bold(words) and not _is_known(text):
        return _strong(undressed(words, italic=is_italic(words)), notes)
    is_italic_dropped = line.is_placed or is_italic(words)
    return official(undressed(words, bold=True, italic=is_italic_dropped), notes)


def _strong(words: Sequence[Inline], notes: Notes) -> str:
    return f"**{official(undressed(words, bold=True), notes)}**"


def _undressed(line: Line, notes: Notes) -> str:
    if len(line.columns) > 1:
        return "\t".join(escaped_words(column) for column in line.columns)
    return official(undressed(line.words, bold=True, italic=True), notes)


def _is_known(text: str) -> bool:
    """Tell whether a line is dressed by every format: titles, number, date, the name of a type."""
    return is_letterhead_fact(text) or (text.isupper() and key(text) in known().types)


def _stand_together(above: Entry | None, line: Line) -> bool:
    """Tell whether a line stands directly under the one above it."""
    if not isinstance(above, Line) or line.is_apart:
        return False
    if any(key(own.text) in known().types for own in (above, line)):
        return False
    if above.is_placed or line.is_placed:
        return above.is_placed and line.is_placed
    if line.text.startswith("-") and (above.text.startswith("-") or above.text.endswith(":")):
        return True
    is_heading = line.text.isupper() and not above.text.isupper()
    return above.is_centred and line.is_centred and not is_heading
