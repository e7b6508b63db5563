"""The foot of a text (phần cuối): recipients, signatures and marks, however they interleave."""

import re
from dataclasses import dataclass, field, replace

from ttcs_desktop.model.document import Marks, Recipients, SignatureBlock
from ttcs_desktop.officialtext.inline import InlineReader
from ttcs_desktop.officialtext.lines import TextLine, bare, columns
from ttcs_desktop.officialtext.recipients import RecipientsReader, label
from ttcs_desktop.officialtext.signatures import SignatureReader, is_anchor, may_be_signature
from ttcs_desktop.officialtext.words import key, known

_LONGEST_MARK = 300
_MARK = re.compile(r"(?P<label>[^:]{4,40}?)\s*:\s*(?P<words>\S.*)")


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
    labelled = max(
        (i for i in range(start, len(lines)) if _has_label(lines[i])), default=len(lines)
    )
    end = labelled
    for index in range(labelled - 1, start - 1, -1):
        line = lines[index]
        if not line.text:
            continue
        parts = [] if line.is_plain else _parts(line)
        if not parts or not all(_may_stand_here(part) for part in parts):
            break
        if any(_begins(part) for part in parts):
            end = index
    return end


def read_ending(lines: list[TextLine], reader: InlineReader) -> Ending:
    """Read the lines of the foot."""
    hand = _EndingReader(reader)
    for line in lines:
        hand.read(line)
    return hand.result()


def with_mark(marks: Marks, text: str, reader: InlineReader) -> Marks:
    """Return marks with what a line of the foot says: drafter, contact, `Không phổ biến …`."""
    words = bare(text)
    if len(words) > _LONGEST_MARK:
        return marks
    if key(words) in known().no_media:
        return replace(marks, no_media=True)
    found = _MARK.fullmatch(words)
    name = known().foot_marks.get(key(found["label"])) if found else None
    if found and name == "contact":
        return replace(marks, contact=reader.plain(found["words"]))
    if found and name == "drafter":
        return replace(marks, drafter=reader.plain(found["words"]))
    return marks


def _is_mark(text: str) -> bool:
    return with_mark(Marks(), text, InlineReader()) != Marks()


def _parts(line: TextLine) -> list[str]:
    return [part for part in columns(line.text) if part]


def _has_label(line: TextLine) -> bool:
    if line.is_plain or "hận" not in line.text:
        return False
    return any(label(part) is not None for part in _parts(line))


def _may_stand_here(part: str) -> bool:
    return may_be_signature(bare(part)) or _is_mark(part)


def _begins(part: str) -> bool:
    return is_anchor(bare(part)) or _is_mark(part)


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
        is_pair = len(parts) > 1 and all(may_be_signature(bare(part)) for part in parts)
        for index, part in enumerate(parts):
            column = self.left if is_pair and index == 0 else self.right
            self._read_part(TextLine(line.number, part), column)
        self.is_apart = False

    def result(self) -> Ending:
        """Return what was read."""
        reader = self.reader
        return Ending(
            self.recipients.result(reader) if self.recipients else Recipients(),
            (*self.right.signatures(reader), *self.left.signatures(reader)),
            self.marks,
            self.rest,
        )

    def _read_part(self, line: TextLine, column: SignatureReader) -> None:
        if not line.is_plain and _is_mark(line.text):
            self.marks = with_mark(self.marks, line.text, self.reader)
            return
        rest = None if line.is_plain or self.recipients else label(line.text)
        if rest is not None:
            self.recipients = RecipientsReader(line.number)
            if rest:
                self.recipients.read(TextLine(line.number, rest))
            return
        if self.recipients and self.recipients.read(line):
            return
        if not column.read(line, is_apart=self.is_apart):
            self.rest.append(line)
