"""The head of a text (phần đầu): letterhead, type name, subject, addressees."""

from dataclasses import dataclass, replace

from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import (
    Addressees,
    DocumentNumber,
    IssuingBody,
    Marks,
    PlaceAndDate,
)
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.text import Content
from ttcs_desktop.officialtext.addressees import is_addressing, read_addressees
from ttcs_desktop.officialtext.inline import InlineReader, without_bold, words_of
from ttcs_desktop.officialtext.letterhead import LONGEST_LINE, Letterhead
from ttcs_desktop.officialtext.lines import TextLine, bare, inner, is_rule, starts_small
from ttcs_desktop.officialtext.number import NumberParts, has_impossible_date
from ttcs_desktop.officialtext.signatures import is_anchor
from ttcs_desktop.officialtext.titles import (
    bold_title,
    is_titled_in_bold,
    title_lines,
)
from ttcs_desktop.officialtext.words import abbreviations, is_abbreviation, key, known

LETTER = "công văn"
_LETTER_ABBREVIATION = "CV"
_AUTHOR = "của "
_LONGEST_SUBJECT_LINE = 130


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


def is_head_line(text: str) -> bool:
    """Tell whether a line by itself can be read as part of a head: type, author, `Kính gửi`."""
    words = bare(text)
    lead = known().subject_lead.match(words)
    return (
        bool(type_in(words))
        or _is_author(words)
        or is_addressing(text)
        or bool(lead and "/" in lead[0])
    )


def starts_subject(text: str) -> bool:
    """Tell whether a line under a number says what a letter is about: `V/v`, `Về việc`."""
    return known().subject_lead.match(bare(text)) is not None


def type_in(words: str) -> str:
    """Return the type name that a line in capitals is; "" for any other line.

    The subject may follow it on the line: KẾ HOẠCH THỰC HIỆN …
    """
    if len(words) > LONGEST_LINE or not words.isupper():
        return ""
    name = known().types.get(key(words), "")
    if name or words.endswith(":"):
        return name
    syllables = key(words).split(" ")
    starts = (" ".join(syllables[:count]) for count in (4, 3, 2))
    return next((known().types[start] for start in starts if start in known().types), "")


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
        if self._next():
            found, self.position = read_addressees(self.lines, self.position, self.reader)
            self.head.addressees = found
            self._skip_rules()
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
        text = bare(inner(line.text))
        lead = known().subject_lead.match(text)
        is_sure = lead and ("/" in lead[0] or self._letterhead.number is not None)
        if not lead or not is_sure or line.is_plain or self.head.subject:
            return False
        words, end = title_lines(self.lines, self.position + 1, _goes_on)
        self.position = end
        self.head.type_name = LETTER
        subject = text[lead.end() :].lstrip(" :")
        self._set_subject(f"{subject} {words}", line.number)
        self._letterhead.is_certain = True
        return True

    def _type_of(self, line: TextLine) -> str:
        return "" if line.is_plain else type_in(bare(inner(line.text)))

    def _read_type(self) -> bool:
        line = self._next()
        name = self._type_of(line) if line else ""
        if not line or not name:
            return False
        self.head.type_name = name
        self.position += 1
        words = bare(inner(line.text)).split()
        if rest := words[len(name.split()) :]:
            self._set_subject(" ".join(rest), line.number)
        return True

    def _read_author(self) -> None:
        """Read the author inside the subject: `CỦA BAN THƯỜNG VỤ THÀNH UỶ`."""
        line = self._next()
        words = bare(inner(line.text)) if line and not line.is_plain else ""
        if _is_author(words):
            self.head.author_line = self.reader.plain(words).lower().upper().lower()
            self.position += 1

    def _read_subject(self) -> None:
        line = self._next()
        if line is None or self.head.subject or is_anchor(bare(inner(line.text))):
            return
        if is_titled_in_bold(line):
            words, self.position = bold_title(self.lines, self.position)
        else:
            words, self.position = title_lines(self.lines, self.position, _is_subject)
        self._set_subject(words, line.number)

    def _set_subject(self, words: str, line: int) -> None:
        self.head.subject = without_bold(self.reader.read(words, line))
        self.head.subject_line = line if self.head.subject else 0

    def _skip_rules(self) -> None:
        while (line := self._next()) and not line.is_plain and is_rule(line.text):
            self.position += 1

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


def _is_author(words: str) -> bool:
    return words.isupper() and key(words).startswith(_AUTHOR)


def _is_subject(line: TextLine, above: list[str]) -> bool:
    """Tell whether a line that is not bold belongs to the subject, under those above it."""
    text = inner(line.text)
    if is_addressing(bare(text)) or _is_first_basis(text):
        return False
    is_heading = bool(above) and text.isupper() and not above[0].isupper()
    is_sentence = text.endswith((".", ";", ":")) or len(text) > _LONGEST_SUBJECT_LINE
    return not is_heading and not is_sentence


def _is_first_basis(text: str) -> bool:
    return text.endswith((";", ",")) and known().first_basis.match(bare(text)) is not None


def _goes_on(line: TextLine, above: list[str]) -> bool:
    """Tell whether a line goes on with the subject of a letter."""
    return (
        starts_small(line.text)
        and not (above and above[-1].endswith("."))
        and not is_addressing(bare(line.text))
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
        _("Không có ngày này trong lịch: “{date}”.").format(date=words_of(line.text)),
        line.number,
        _("Sửa lại ngày, tháng, năm."),
    )
