"""The foot of a document (phần cuối): recipients, signatures and marks, in whatever order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ttcs_desktop.checking.recognition.facts import mark_part
from ttcs_desktop.checking.recognition.printed_lines import FLOW, Column, PrintedLine, columns_of
from ttcs_desktop.checking.recognition.taken import Taken
from ttcs_desktop.checking.recognition.words import check_words
from ttcs_desktop.model.appearance import PrintedParagraph
from ttcs_desktop.model.component import Part, Sureness
from ttcs_desktop.officialtext.ending import find_ending, is_foot_mark
from ttcs_desktop.officialtext.lines import TextLine, is_rule
from ttcs_desktop.officialtext.recipients import is_filing, label
from ttcs_desktop.officialtext.signatures import (
    JOINER,
    SIGNED,
    authority_line,
    is_known_title,
    is_name,
    is_name_rest,
    is_signed,
    is_title,
)
from ttcs_desktop.officialtext.tables import PIPE
from ttcs_desktop.officialtext.words import key

_DASHES = "-–— "
_DRAFTER = re.compile(r"[A-ZĐ]{1,8}[-.]\s?\(?\d{1,4}\)?\.?")
_FILED = ("Lưu ", "Lưu:")
_LONGEST_NAME = 60
_LABEL = "Nơi nhận:"
_BY_TABS, _FAR = "tab", 10
"""Columns that tabs make, and how many spaces at the start of a line reach the right one."""
_SOMEBODY = "Nguyễn Văn A"


def with_whole_names(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return lines, the two or three lines of a long title or authority as one.

    They stand in one paragraph; a line that is a title or authority of its own begins anew.
    """
    joined: list[PrintedLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        is_rest = line.text.isupper() and not (authority_line(line.text) or _is_title(line.text))
        is_same = above is not None and above.paragraph == line.paragraph
        if above is not None and is_same and is_rest and above.text.isupper():
            text = f"{above.text} {line.text}"
            joined[-1] = replace(above, end=line.end, text=text)
        else:
            joined.append(line)
    return joined


def _as_signed(text: str) -> str:
    """Return a line of a form that is not filled in as it will read: a signature, a name."""
    if len(text) > _LONGEST_NAME:
        return text
    words = check_words()
    if words.signature_blank.match(key(text).lstrip("(")):
        return SIGNED
    return _SOMEBODY if words.name_blank.match(key(text)) else text


def _is_title(text: str) -> bool:
    return is_known_title(text) or is_signed(text)


def foot_start(lines: Sequence[PrintedLine], start: int) -> int:
    """Return where the foot begins; the number of lines when there is none."""
    typed: list[TextLine] = []
    owners: list[int] = []
    for index, line in enumerate(lines):
        if line.is_apart or (index and lines[index - 1].column != line.column):
            typed.append(TextLine(len(typed) + 1, ""))
            owners.append(index)
        text = PIPE if line.is_table else _as_signed(line.text)
        text = _LABEL if label(line.text) is not None else text
        typed.append(TextLine(len(typed) + 1, text))
        owners.append(index)
    first = next((place for place, owner in enumerate(owners) if owner >= start), len(typed))
    end = find_ending(typed, first)
    return owners[end] if end < len(owners) else len(lines)


@dataclass(slots=True)
class _Signer:
    """A signature being read: number, and what of it stands there already."""

    number: int
    has_authority: bool = False
    has_title: bool = False
    has_name: bool = False
    is_joined: bool = False


@dataclass(slots=True)
class FootReader:
    """Takes up the lines of the foot; each column has a signer of its own."""

    lines: list[PrintedLine]
    paragraphs: tuple[PrintedParagraph, ...]
    taken: Taken
    _signers: dict[Column, _Signer] = field(default_factory=dict)
    _recipients: Column | None = None
    _is_filed: bool = False
    _count: int = 0

    def read(self) -> None:
        """Take up every line."""
        for line in self.lines:
            for part in columns_of(line, self.paragraphs[line.paragraph]):
                self._take(self._in_column(part))
        self._find_filing()

    def _in_column(self, line: PrintedLine) -> PrintedLine:
        """Return a line that stands alone beside recipients set by tabs in the column it is in."""
        if line.column != FLOW or self._recipients is None or self._recipients[0] != _BY_TABS:
            return line
        raw = self.paragraphs[line.paragraph].text[line.start : line.end]
        is_right = raw.startswith(("\t", " " * _FAR)) or line.is_centred
        return replace(line, column=(_BY_TABS, 0, int(is_right)))

    def _take(self, line: PrintedLine) -> None:
        text = line.text
        if label(text) is not None and self._recipients is None:
            self._recipients = line.column
            self.taken.add(Part.RECIPIENTS_LABEL, line)
        elif mark_part(text) is not None or is_foot_mark(text):
            self._take_mark(line)
        elif is_rule(text):
            self.taken.add(Part.RULE, line)
        elif self._is_drafter(line):
            self.taken.add(Part.DRAFTER_MARK, line)
        elif self._is_recipient(line):
            self._take_recipient(line)
        elif not self._take_signature(line):
            self._take_rest(line)

    def _take_mark(self, line: PrintedLine) -> None:
        part = mark_part(line.text)
        if part is None:
            is_drafter = key(line.text).startswith(key("Người soạn thảo"))
            part = Part.DRAFTER_MARK if is_drafter else Part.CONTACT
        self.taken.add(part, line)

    def _is_drafter(self, line: PrintedLine) -> bool:
        return self._recipients is not None and _DRAFTER.fullmatch(line.text) is not None

    def _find_filing(self) -> None:
        """Take the last recipient for the filing line where it begins like one."""
        recipients = [one for one in self.taken.components if one.part is Part.RECIPIENT]
        if recipients and not self.taken.has(Part.FILING):
            last = recipients[-1]
            if last.text.lstrip(_DASHES).startswith(_FILED):
                index = self.taken.components.index(last)
                self.taken.components[index] = replace(last, part=Part.FILING)

    def _is_recipient(self, line: PrintedLine) -> bool:
        if self._recipients is None or line.column != self._recipients:
            return False
        text = line.text
        if text.startswith(("-", "–", "—", "+", "•")) or is_filing(text):
            return True
        if self._is_filed or (line.is_apart and line.column == FLOW):
            return False
        is_signature = authority_line(text) or is_known_title(text) or is_signed(text)
        return not is_signature and (line.column != FLOW or not _is_signer(text))

    def _take_recipient(self, line: PrintedLine) -> None:
        is_archive = is_filing(line.text.lstrip(_DASHES))
        self._is_filed = self._is_filed or is_archive
        self.taken.add(Part.FILING if is_archive else Part.RECIPIENT, line)

    def _take_signature(self, line: PrintedLine) -> bool:
        text, signer = line.text, self._signers.get(line.column)
        if authority_line(text):
            self._add(Part.AUTHORITY, line, is_new=bool(signer and signer.has_name))
            self._signers[line.column].has_authority = True
        elif is_signed(text) or check_words().signature_blank.match(key(text).lstrip("(")):
            self._add(Part.SIGNED_NOTE, line)
        elif signer and text.lower() == JOINER:
            signer.is_joined = True
            self._add(Part.SIGNER_JOINER, line)
        elif signer and self._is_rest_of_authority(signer, text, line):
            self._add(Part.AUTHORITY, line)
        elif is_title(text) and not self._is_capital_name(signer, line):
            self._add(Part.SIGNER_TITLE, line, is_new=bool(signer and signer.has_name))
            self._signers[line.column].has_title = True
        elif self._is_signer_name(signer, text, is_alone=self._is_beside_recipients(line)):
            self._add(Part.SIGNER_NAME, line)
            self._signers[line.column].has_name = True
        else:
            return False
        return True

    def _is_rest_of_authority(self, signer: _Signer, text: str, line: PrintedLine) -> bool:
        is_open = signer.has_authority and not signer.has_title and not line.is_apart
        return is_open and is_title(text) and is_name_rest(text)

    def _is_capital_name(self, signer: _Signer | None, line: PrintedLine) -> bool:
        """Tell whether a name is typed in capitals: apart from the title, and no known title."""
        if signer is None or signer.has_name or is_known_title(line.text):
            return False
        is_short = 2 <= len(line.text.split()) <= 5
        return is_short and line.is_apart and (signer.has_title or signer.has_authority)

    def _is_beside_recipients(self, line: PrintedLine) -> bool:
        """Tell whether a line stands in the column beside the recipients, where one signs."""
        return self._recipients not in (None, line.column) and line.column != FLOW

    def _is_signer_name(self, signer: _Signer | None, text: str, *, is_alone: bool) -> bool:
        if signer is None:
            return is_alone and is_name(text)
        if signer.has_name or len(text) > _LONGEST_NAME:
            return False
        is_blank = check_words().name_blank.match(key(text)) is not None
        return is_name(text) or text.isupper() or is_blank or _ends_as_name(text)

    def _add(self, part: Part, line: PrintedLine, *, is_new: bool = False) -> None:
        if is_new or line.column not in self._signers:
            self._count += 1
            self._signers[line.column] = _Signer(self._count)
        self.taken.add(part, line, signature=self._signers[line.column].number)

    def _take_rest(self, line: PrintedLine) -> None:
        text = line.text
        if _DRAFTER.fullmatch(text):
            self.taken.add(Part.DRAFTER_MARK, line)
        elif check_words().contact.search(key(text)):
            self.taken.add(Part.CONTACT, line, sureness=Sureness.LIKELY)
        else:
            self.taken.add(Part.OTHER, line, sureness=Sureness.GUESSED)


def _is_signer(text: str) -> bool:
    return is_title(text) or is_name(text)


def _ends_as_name(text: str) -> bool:
    """Tell whether a line ends as a name does, after a degree or rank: TS. Nguyễn Văn A."""
    words = text.replace(".", ". ").split()
    return len(words) > 2 and is_name(" ".join(words[-3:])) and not text.endswith((".", ":", ";"))
