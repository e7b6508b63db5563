"""The head of a text (phần đầu): letterhead, type name, subject, addressees."""

import re
from dataclasses import dataclass, replace

from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import (
    Addressees,
    Direction,
    DocumentNumber,
    IssuingBody,
    Level,
    Marks,
    PlaceAndDate,
)
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.text import Content
from ttcs_desktop.officialtext.inline import InlineReader, without_bold
from ttcs_desktop.officialtext.letterhead import LONGEST_LINE, Letterhead
from ttcs_desktop.officialtext.lines import (
    TextLine,
    bare,
    inner,
    is_bold,
    is_page_break,
    is_rule,
    starts_small,
    without_end,
)
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.number import NumberParts, has_impossible_date
from ttcs_desktop.officialtext.tables import is_row
from ttcs_desktop.officialtext.words import abbreviations, is_abbreviation, key, known

LETTER = "công văn"
_LONGEST_SUBJECT_LINE = 130
_MOST_SUBJECT_LINES = 8
_ADDRESSED = re.compile(
    r"(?P<label>Kính\s+(?:gửi|trình))\s*\*{0,3}\s*(?::|$)(?P<names>.*)", re.IGNORECASE
)
_DIRECTIONS = {"gửi": Direction.ADDRESSED, "trình": Direction.SUBMITTED}
_LETTER_ABBREVIATION = "CV"


@dataclass(slots=True)
class Head:
    """What the head of a text says, in the words of `model.document.Document`."""

    type_name: str = ""
    subject: Content = ()
    author_line: str = ""
    issuer: IssuingBody = IssuingBody()
    number: DocumentNumber = DocumentNumber()
    place_and_date: PlaceAndDate = PlaceAndDate()
    addressees: Addressees | None = None
    marks: Marks = Marks()
    subject_line: int = 0


def read_head(lines: list[TextLine], reader: InlineReader) -> tuple[Head, int]:
    """Return the head of a text, and the index of the first line after it."""
    hand = HeadReader(lines, reader)
    return hand.read(), hand.position


class HeadReader:
    """Reads lines from the top; `position` is the first that is not part of the head."""

    def __init__(self, lines: list[TextLine], reader: InlineReader) -> None:
        self.lines = lines
        self.reader = reader
        self.position = 0
        self.head = Head()
        self._letterhead = Letterhead()

    def read(self) -> Head:
        """Return the head of the text."""
        self._read_letterhead()
        if self._read_type():
            self._read_author()
            self._read_subject()
            self._skip_rules()
        self._read_addressees()
        self._take_letterhead()
        return self.head

    def _next(self) -> TextLine | None:
        """Return the next line with words, blank ones passed over; None at the end."""
        for index in range(self.position, len(self.lines)):
            if self.lines[index].text:
                self.position = index
                return self.lines[index]
        return None

    def _read_letterhead(self) -> None:
        start = self.position
        while line := self._next():
            if self._type_of(line) or not self._read_head_line(line):
                break
        line = self._next()
        is_certain = self._letterhead.is_certain or (line and self._type_of(line))
        if not is_certain:
            self._letterhead, self.position = Letterhead(), start

    def _read_head_line(self, line: TextLine) -> bool:
        if self._read_letter_subject(line):
            return True
        if not self._letterhead.read(line):
            return False
        self.position += 1
        return True

    def _read_letter_subject(self, line: TextLine) -> bool:
        """Read the subject of a letter under its number: `V/v …`."""
        text = bare(line.text)
        lead = known().subject_lead.match(text)
        is_sure = lead and ("/" in lead[0] or self._letterhead.number is not None)
        if not lead or not is_sure or line.is_plain or self.head.subject:
            return False
        words = [text[lead.end() :]]
        self.position += 1
        while self._goes_on(words[-1]):
            words.append(bare(self.lines[self.position].text))
            self.position += 1
        self.head.type_name = LETTER
        self.head.subject_line = line.number
        self.head.subject = self.reader.read(" ".join(words), line.number)
        self._letterhead.is_certain = True
        return True

    def _goes_on(self, above: str) -> bool:
        if self.position >= len(self.lines):
            return False
        line = self.lines[self.position]
        return starts_small(line.text) and not above.endswith(".") and not self._is_structure(line)

    def _type_of(self, line: TextLine) -> str:
        """Return the type name that a line is, in capitals or bold; "" for any other line."""
        text = inner(line.text)
        words = bare(text)
        if line.is_plain or len(words) > LONGEST_LINE or not (words.isupper() or is_bold(text)):
            return ""
        return known().types.get(key(words), "") or self._type_with_subject(words)

    def _type_with_subject(self, words: str) -> str:
        """Return the type that begins a line in capitals, under a letterhead."""
        if not self._letterhead.is_certain or not words.isupper() or words.endswith(":"):
            return ""
        syllables = key(words).split(" ")
        for count in (4, 3, 2):
            if name := known().types.get(" ".join(syllables[:count]), ""):
                return name
        return ""

    def _read_type(self) -> bool:
        line = self._next()
        name = self._type_of(line) if line else ""
        if not line or not name:
            return False
        self.head.type_name = name
        self.position += 1
        words = inner(line.text).replace("*", "").split()
        if rest := words[len(name.split()) :]:
            self._set_subject(" ".join(rest), line.number)
        return True

    def _read_author(self) -> None:
        """Read the author inside the subject: `CỦA BAN THƯỜNG VỤ THÀNH UỶ`."""
        line = self._next()
        words = bare(inner(line.text)) if line and not line.is_plain else ""
        if words.isupper() and key(words).startswith("của "):
            self.head.author_line = self.reader.plain(words).lower()
            self.position += 1

    def _read_subject(self) -> None:
        line = self._next()
        if line is None or self.head.subject or self._is_structure(line):
            return
        start = self.position
        is_bold_text = inner(line.text).startswith("**")
        words: list[str] = []
        while self._is_subject_line(words, is_bold_text=is_bold_text):
            words.append(inner(self.lines[self.position].text))
            self.position += 1
        content = self.reader.read(" ".join(words), line.number)
        if is_bold_text and not all(getattr(item, "bold", True) for item in content):
            self.position = start
            return
        self._set_subject(" ".join(words), line.number)

    def _set_subject(self, words: str, line: int) -> None:
        self.head.subject = without_bold(self.reader.read(words, line))
        self.head.subject_line = line if self.head.subject else 0

    def _is_subject_line(self, above: list[str], *, is_bold_text: bool) -> bool:
        """Tell whether the line at hand is one more of the subject."""
        line = self.lines[self.position] if self.position < len(self.lines) else None
        if line is None or not line.text or len(above) == _MOST_SUBJECT_LINES:
            return False
        text = inner(line.text)
        if self._is_structure(line):
            return False
        if is_bold_text:
            is_open = bool(" ".join(above).count("**") % 2)
            return not above or is_open or text.startswith("**")
        is_heading = bool(above) and text.isupper() and not above[0].isupper()
        is_sentence = text.endswith((".", ";", ":")) or len(text) > _LONGEST_SUBJECT_LINE
        return not is_heading and not is_sentence

    def _is_structure(self, line: TextLine) -> bool:
        text = line.text
        return (
            line.is_plain
            or is_rule(text)
            or is_row(text)
            or is_page_break(text)
            or marker(text) is not None
            or _ADDRESSED.match(bare(text)) is not None
            or (known().first_basis.match(bare(text)) is not None and text.endswith((";", ",")))
        )

    def _skip_rules(self) -> None:
        while (line := self._next()) and not line.is_plain and is_rule(line.text):
            self.position += 1

    def _read_addressees(self) -> None:
        line = self._next()
        found = _ADDRESSED.fullmatch(bare(line.text)) if line and not line.is_plain else None
        if line is None or found is None:
            return
        self.position += 1
        first = found["names"].strip("* ")
        names = self._names([first] if first else [])
        direction = _DIRECTIONS[found["label"].split()[1].lower()]
        plain = [self.reader.plain(without_end(name)) for name in names]
        self.head.addressees = Addressees(
            direction, tuple(name for name in plain if name), line.number
        )
        self._skip_rules()

    def _names(self, names: list[str]) -> list[str]:
        """Read addressees on lines of their own, with or without dashes."""
        if not names:
            self._next()
        while self.position < len(self.lines):
            line = self.lines[self.position]
            found = None if line.is_plain else marker(line.text)
            if found and found.level is Level.DASH:
                names.append(found.rest)
            elif not line.text or found or line.text.endswith(":"):
                break
            elif names and starts_small(line.text) and not names[-1].endswith((";", ".")):
                names[-1] += f" {line.text}"
            elif not names or names[-1].endswith((";", ",")):
                names.append(line.text)
            else:
                break
            self.position += 1
        return names

    def _take_letterhead(self) -> None:
        """Put what the letterhead said into the words of the document."""
        read, head = self._letterhead, self.head
        if not head.type_name and read.number and read.number.first == _LETTER_ABBREVIATION:
            head.type_name = LETTER
        head.number, symbol = _number(read.number, head.type_name)
        head.issuer = replace(read.issuer(), symbol=symbol)
        head.place_and_date = read.place_and_date or PlaceAndDate()
        head.marks = read.marks
        self.reader.problems.extend(
            _impossible(line) for line in read.dates if has_impossible_date(line.text)
        )


def _number(parts: NumberParts | None, type_name: str) -> tuple[DocumentNumber, str]:
    """Return the number, and the symbol of the body when the number follows from it and the type.

    Anything else keeps the symbol as typed.
    """
    if parts is None:
        return DocumentNumber(), ""
    is_letter = type_name in ("", LETTER)
    if type_name and parts.first in abbreviations(type_name):
        return DocumentNumber(parts.serial), parts.second
    if is_letter and parts.second and not parts.is_party_order and not is_abbreviation(parts.first):
        return DocumentNumber(parts.serial, letter_field=parts.second), parts.first
    return DocumentNumber(parts.serial, symbol=parts.symbol), ""


def _impossible(line: TextLine) -> Problem:
    return Problem(
        Severity.WARNING,
        "officialtext.impossible-date",
        _("Không có ngày này trong lịch: “{date}”.").format(date=line.text),
        line.number,
        _("Sửa lại ngày, tháng, năm."),
    )
