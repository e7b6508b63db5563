"""The head of a document (phần đầu): letterhead, type name, subject, addressees."""

import re
from dataclasses import dataclass, field, replace

from ttcs_desktop.checking.recognition.facts import STARS, TITLES, fact_part, is_name
from ttcs_desktop.checking.recognition.names import take_names
from ttcs_desktop.checking.recognition.printed_lines import (
    Column,
    PrintedLine,
    columns_of,
)
from ttcs_desktop.checking.recognition.taken import Taken
from ttcs_desktop.model.appearance import PrintedParagraph
from ttcs_desktop.model.component import Part, Stretch, Sureness
from ttcs_desktop.officialtext.addressees import is_addressing
from ttcs_desktop.officialtext.annexes import is_annex_reference
from ttcs_desktop.officialtext.heading import type_in
from ttcs_desktop.officialtext.lines import is_rule, starts_small
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.signatures import is_anchor
from ttcs_desktop.officialtext.words import key, known

_MOST_LINES, _LONGEST = 60, 200
_MOST_SUBJECT_LINES = 10
_LABEL = re.compile(r"\s*Kính\s+(?:gửi|trình)\s*:?", re.IGNORECASE)
_SENTENCE_ENDS = (".", ";", ":")


@dataclass(slots=True)
class HeadReader:
    """Reads lines from the top; `position` is the first that is not part of the head."""

    lines: list[PrintedLine]
    paragraphs: tuple[PrintedParagraph, ...]
    taken: Taken
    parents: frozenset[str] = frozenset()
    """Names that known units print above their own, as `key` returns them."""
    position: int = 0
    names: list[PrintedLine] = field(default_factory=list)
    _columns: set[Column] = field(default_factory=set)
    _tables: set[int] = field(default_factory=set)

    def read(self) -> None:
        """Take up the head."""
        self._letterhead()
        take_names(self.names, self.taken, self._title_columns(), self.parents)
        if self._type() or self._is_untyped_subject():
            self._author()
            self._subject()
            self._separators()
            self._reference()
        self._addressees()
        self._separators()

    def _line(self) -> PrintedLine | None:
        return self.lines[self.position] if self.position < len(self.lines) else None

    def _letterhead(self) -> None:
        while (line := self._line()) and self.position < _MOST_LINES:
            if not line.is_placed and self._is_type(line) and self._is_begun():
                break
            parts = columns_of(line, self.paragraphs[line.paragraph])
            if not all(self._takes(part) for part in parts):
                break
            for part in parts:
                self._take(part)
            self.position += 1
        if not self._is_begun():
            self.position, self.names = 0, []

    def _is_begun(self) -> bool:
        return any(
            self.taken.has(part)
            for part in (*TITLES.values(), Part.MOTTO, Part.NUMBER, Part.PLACE_DATE)
        )

    def _takes(self, line: PrintedLine) -> bool:
        """Tell whether a line belongs to the letterhead."""
        if len(line.text) > _LONGEST or is_addressing(line.text):
            return False
        if fact_part(line, self.taken) is not None or is_rule(line.text):
            return True
        if line.is_placed and not line.is_table and self._stands_with_letterhead(line):
            return marker(line.text) is None or line.column in self._columns
        is_free = not self.taken.has(Part.NUMBER) and not self._is_type(line)
        return is_free and is_name(line.text)

    def _stands_with_letterhead(self, line: PrintedLine) -> bool:
        kind, place, _column = line.column
        return kind in {"box", "tab"} or place in self._tables or not self._tables

    def _take(self, line: PrintedLine) -> None:
        part = fact_part(line, self.taken)
        if part is not None:
            self.taken.add(part, line)
            self._columns.add(line.column)
            if line.column[0] == "cell":
                self._tables.add(line.column[1])
        elif is_rule(line.text):
            is_star = STARS.fullmatch(line.text) is not None
            self.taken.add(Part.BODY_SEPARATOR if is_star else Part.RULE, line)
        elif self._continues_subject(line):
            self._go_on(line)
        elif self._is_under_number(line):
            self.taken.add(Part.LETTER_SUBJECT, line, sureness=Sureness.LIKELY)
        elif is_name(line.text) or self._is_small_name(line):
            self.names.append(line)
        else:
            self.taken.add(Part.OTHER, line, sureness=Sureness.GUESSED)

    def _continues_subject(self, line: PrintedLine) -> bool:
        """Tell whether a line goes on with the subject of a letter above it."""
        last = self.taken.components[-1] if self.taken.components else None
        if last is None or last.part is not Part.LETTER_SUBJECT:
            return False
        is_same = last.stretches[-1].paragraph == line.paragraph
        return is_same or (starts_small(line.text) and not line.text.isupper())

    def _is_small_name(self, line: PrintedLine) -> bool:
        """Tell whether a bold line over the number is a name that is not typed in capitals."""
        is_over = not self.taken.has(Part.NUMBER) and not self.taken.has(Part.BODY_SEPARATOR)
        is_name = line.is_bold and not line.text.endswith((":", ";", "."))
        return line.is_placed and is_over and is_name and marker(line.text) is None

    def _is_under_number(self, line: PrintedLine) -> bool:
        """Tell whether a line stands right under the number, as the subject of a letter does."""
        last = self.taken.components[-1] if self.taken.components else None
        if last is None or last.part is not Part.NUMBER or not line.is_placed:
            return False
        above = next(one for one in self.lines if one.paragraph == last.paragraph)
        return above.column == line.column and not line.text.isupper()

    def _go_on(self, line: PrintedLine) -> None:
        last = self.taken.components.pop()
        stretch = Stretch(line.paragraph, line.start, line.end)
        text = f"{last.text} {line.text}"
        self.taken.components.append(replace(last, stretches=(*last.stretches, stretch), text=text))

    def _title_columns(self) -> set[Column]:
        """Return the columns where a title stands: no name there is the issuer's."""
        titled = {
            stretch.paragraph
            for one in self.taken.components
            if one.part in {*TITLES.values(), Part.MOTTO}
            for stretch in one.stretches
        }
        return {
            line.column
            for line in self.lines[: self.position]
            if line.paragraph in titled and line.is_placed
        }

    def _is_type(self, line: PrintedLine) -> bool:
        if line.is_table:
            return False
        is_titled = line.is_centred and line.is_bold and not line.is_placed
        is_known = is_titled and key(line.text) in known().types
        return bool(type_in(line.text)) or is_known or (is_titled and self._is_unknown_type(line))

    def _is_unknown_type(self, line: PrintedLine) -> bool:
        """Tell whether a line in capitals under a letterhead in columns names another type."""
        is_apart = bool(self.names) and all(name.is_placed for name in self.names)
        is_name = line.text.isupper() and not line.text.endswith(":")
        return self._is_begun() and is_apart and is_name

    def _type(self) -> bool:
        line = self._line()
        if line is None or not self._is_type(line):
            return False
        is_known = bool(type_in(line.text.upper()))
        sureness = Sureness.SURE if is_known else Sureness.LIKELY
        self.taken.add(Part.TYPE_NAME, line, sureness=sureness)
        self.position += 1
        return True

    def _is_untyped_subject(self) -> bool:
        """Tell whether a subject stands there without its type above it."""
        line = self._line()
        is_apart = bool(self.names) and all(name.is_placed for name in self.names)
        if line is None or not is_apart or line.is_placed or is_addressing(line.text):
            return False
        return self._is_begun() and line.is_centred and line.is_bold

    def _author(self) -> None:
        line = self._line()
        if line and line.text.isupper() and key(line.text).startswith("của "):
            self.taken.add(Part.AUTHOR_LINE, line, sureness=Sureness.LIKELY)
            self.position += 1

    def _subject(self) -> None:
        found: list[PrintedLine] = []
        while (line := self._line()) and self._is_subject(line, found):
            found.append(line)
            self.position += 1
        if found:
            is_sure = all(line.is_centred or line.is_bold for line in found)
            self.taken.add(
                Part.SUBJECT, *found, sureness=Sureness.SURE if is_sure else Sureness.LIKELY
            )

    def _is_subject(self, line: PrintedLine, above: list[PrintedLine]) -> bool:
        text = line.text
        is_other = (
            is_rule(text)
            or is_addressing(text)
            or is_anchor(text)
            or is_annex_reference(text)
            or line.is_table
            or len(above) >= _MOST_SUBJECT_LINES
            or marker(text) is not None
            or known().first_basis.match(text) is not None
        )
        if is_other or (above and line.is_apart):
            return False
        if above and line.paragraph == above[-1].paragraph:
            return True
        is_set_apart = line.is_centred or line.is_bold
        is_heading = bool(above) and text.isupper() and not above[0].text.isupper()
        if not above and line.is_apart and not is_set_apart:
            return False
        is_sentence = text.endswith(_SENTENCE_ENDS) or len(text) > _LONGEST
        return is_set_apart and not is_heading and not (is_sentence and not line.is_centred)

    def _separators(self) -> None:
        while (line := self._line()) and is_rule(line.text):
            self.taken.add(Part.SUBJECT_SEPARATOR, line)
            self.position += 1

    def _reference(self) -> None:
        """Take the line that says with which decision a document is issued (kèm theo)."""
        line = self._line()
        if line is not None and is_annex_reference(line.text):
            self.taken.add(Part.ANNEX_REFERENCE, line)
            self.position += 1
            self._separators()

    def _addressees(self) -> None:
        line = self._line()
        if line is None or not is_addressing(line.text):
            return
        paragraph = self.paragraphs[line.paragraph]
        found = _LABEL.match(paragraph.text, line.start)
        end = found.end() if found else line.end
        self.taken.add(Part.ADDRESSEE_LABEL, _cut(line, paragraph, line.start, end))
        rest = _cut(line, paragraph, end, line.end)
        open_ends = rest.text.endswith((";", ",")) or not rest.text
        if rest.text:
            self.taken.add(Part.ADDRESSEE, rest)
        self.position += 1
        while open_ends and (line := self._line()) and _is_addressee(line):
            self.taken.add(Part.ADDRESSEE, line)
            self.position += 1
            open_ends = not line.text.endswith(".")


def _is_addressee(line: PrintedLine) -> bool:
    text = line.text
    if text.startswith(("-", "–", "+", "•")):
        return True
    is_entry = text.endswith((";", ".", ",")) and len(text) <= _LONGEST
    return is_entry and not line.is_apart and known().first_basis.match(text) is None


def _cut(line: PrintedLine, paragraph: PrintedParagraph, start: int, end: int) -> PrintedLine:
    raw = paragraph.text[start:end]
    return replace(line, start=start, end=end, text=" ".join(raw.split()))
