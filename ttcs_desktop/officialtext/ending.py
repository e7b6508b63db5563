"""The foot of a text (phần cuối): recipients, signatures and marks, however they interleave."""

import re
from dataclasses import dataclass, field, replace

from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.document import Level, Marks, Recipients, SignatureBlock
from ttcs_desktop.officialtext.inline import InlineReader, words_of
from ttcs_desktop.officialtext.lines import ESCAPE, TextLine, bare, columns
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.recipients import RecipientsReader, label
from ttcs_desktop.officialtext.signatures import (
    SignatureReader,
    is_anchor,
    is_signed,
    may_be_signature,
)
from ttcs_desktop.officialtext.tables import is_row
from ttcs_desktop.officialtext.words import key, known

_LISTED = frozenset({Level.CLAUSE, Level.POINT, Level.DASH, Level.PLUS})
_DRAFTER = re.compile(r"[A-ZĐ]{1,8}\.?\s?\(\d{1,5}\)")
"""Who drafted the text and how many copies there are: PL.(300)."""
_MOST_LINES = 200
"""Above the recipients, or without any in the whole foot."""
_LONGEST_LABEL, _LONGEST_MARK = 40, 120


@dataclass(slots=True)
class Ending:
    """What the foot of a text says; `left` are lines that are no part of it."""

    recipients: Recipients = Recipients()
    signatures: tuple[SignatureBlock, ...] = ()
    marks: Marks = Marks()
    left: list[TextLine] = field(default_factory=list)


def find_ending(lines: list[TextLine], start: int) -> int:
    """Return where the foot begins, at or after `start`; the number of lines when there is none.

    It begins with `Nơi nhận:`, or with the signature above it; without recipients, with the
    signature that the text ends with.
    """
    labelled = _find_label(lines, start)
    end = labelled
    for index in range(labelled - 1, max(start, labelled - _MOST_LINES) - 1, -1):
        line = lines[index]
        if not line.text:
            continue
        parts = _parts(line)
        is_part = all(_may_stand_here(part) for part in parts) or _is_signed_above(lines, index)
        if not is_part:
            break
        if not line.is_plain and any(_begins(part) for part in parts):
            end = index
    return end


def _find_label(lines: list[TextLine], start: int) -> int:
    """Return where the last `Nơi nhận:` stands that no section or table follows."""
    for index in range(len(lines) - 1, start - 1, -1):
        line = lines[index]
        if _has_label(line):
            return index
        found = None if line.is_plain else marker(line.text)
        if is_row(line.text) or (found and found.level not in _LISTED):
            break
    return len(lines)


def read_ending(lines: list[TextLine], reader: InlineReader) -> Ending:
    """Read the lines of the foot."""
    hand = _EndingReader(reader)
    for line in lines:
        hand.read(line)
    return hand.result()


@remembered
def is_foot_mark(text: str) -> bool:
    """Tell whether a line is a mark of the foot: drafter, contact, `Không phổ biến …`."""
    return with_mark(Marks(), text) != Marks()


def with_mark(marks: Marks, text: str) -> Marks:
    """Return marks with what a line of the foot says."""
    if found := _DRAFTER.fullmatch(text):
        return replace(marks, drafter=found[0])
    label_, colon, rest = text.lstrip("* ").partition(":")
    if not colon:
        is_short = len(text) <= _LONGEST_MARK
        return replace(marks, no_media=True) if is_short and _is_no_media(text) else marks
    name = known().foot_marks.get(key(label_)) if len(label_) <= _LONGEST_LABEL else None
    words = words_of(rest.lstrip("* ")) if name else ""
    if name == "contact" and words:
        return replace(marks, contact=words)
    if name == "drafter" and words:
        return replace(marks, drafter=words)
    return marks


def _is_no_media(text: str) -> bool:
    return key(bare(text)) in known().no_media


def _parts(line: TextLine) -> list[str]:
    return [part for part in columns(line.text) if part]


def _has_label(line: TextLine) -> bool:
    if line.is_plain or not ("ận" in line.text or "ẬN" in line.text):
        return False
    return any(label(part) is not None for part in _parts(line))


def _is_signed_above(lines: list[TextLine], index: int) -> bool:
    """Tell whether a line stands under `(đã ký)`, where any name may be."""
    above = next((line for line in reversed(lines[max(0, index - 3) : index]) if line.text), None)
    return above is not None and not above.is_plain and is_signed(bare(above.text))


def _may_stand_here(part: str) -> bool:
    return may_be_signature(bare(part).removeprefix(ESCAPE)) or is_foot_mark(part)


def _is_dashed(line: TextLine) -> bool:
    found = None if line.is_plain else marker(line.text)
    return bool(found and found.level is Level.DASH)


def _begins(part: str) -> bool:
    return is_anchor(bare(part)) or is_foot_mark(part)


@dataclass(slots=True)
class _EndingReader:
    """Reads the lines of the foot from top to bottom.

    Of two signatures side by side, the right one is the lead body's.
    """

    reader: InlineReader
    right: SignatureReader = field(default_factory=SignatureReader)
    left: SignatureReader = field(default_factory=SignatureReader)
    recipients: RecipientsReader | None = None
    marks: Marks = Marks()
    rest: list[TextLine] = field(default_factory=list)
    is_apart: bool = False

    def read(self, line: TextLine) -> None:
        """Take up a line."""
        parts = [line.text] if line.is_plain else _parts(line)
        if not parts:
            self.is_apart = True
            if self.recipients:
                self.recipients.read(line)
            return
        belongs = may_be_signature if self.left.blocks else is_anchor
        is_pair = len(parts) > 1 and all(belongs(bare(part)) for part in parts)
        for index, part in enumerate(parts):
            column = self.left if is_pair and index == 0 else self.right
            self._read_part(TextLine(line.number, part), column)
        self.is_apart = False

    def result(self) -> Ending:
        """Return what was read."""
        reader = self.reader
        return Ending(
            self.recipients.result(reader) if self.recipients else Recipients(),
            (*self.right.signatures(), *self.left.signatures()),
            self.marks,
            self.rest,
        )

    def _read_part(self, line: TextLine, column: SignatureReader) -> None:
        if not line.is_plain and is_foot_mark(line.text):
            self.marks = with_mark(self.marks, line.text)
            return
        rest = None if line.is_plain or self.recipients else label(line.text)
        if rest is not None:
            self.recipients = RecipientsReader(line.number)
            if rest:
                self.recipients.read(TextLine(line.number, rest))
            return
        if column.is_awaiting and self.is_apart and not _is_dashed(line):
            is_taken = column.read(line, is_apart=True) or self._read_recipient(line)
        else:
            is_taken = self._read_recipient(line) or self._read_signature(line, column)
        if not is_taken:
            self.rest.append(line)

    def _read_signature(self, line: TextLine, column: SignatureReader) -> bool:
        """Take a line up as part of a signature; what begins the foot has to be unmistakable."""
        has_begun = self.recipients or self.right.blocks or self.left.blocks
        if not has_begun and not is_anchor(bare(line.text)):
            return False
        return column.read(line, is_apart=self.is_apart)

    def _read_recipient(self, line: TextLine) -> bool:
        return bool(self.recipients and self.recipients.read(line))
