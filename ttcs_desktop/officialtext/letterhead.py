"""The letterhead of a pasted text (ô 1-4): names, number, date and marks, in any order."""

import re
from dataclasses import dataclass, field, replace

from ttcs_desktop.model.document import IssuingBody, Marks, PlaceAndDate
from ttcs_desktop.officialtext.inline import name_of
from ttcs_desktop.officialtext.lines import (
    ESCAPE,
    TextLine,
    bare,
    columns,
    inner,
    is_bold,
    is_page_break,
    is_rule,
)
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.number import NumberParts, read_number, read_place_and_date
from ttcs_desktop.officialtext.signatures import authority_line, is_name_rest, is_signed
from ttcs_desktop.officialtext.tables import is_row
from ttcs_desktop.officialtext.words import key, known

LONGEST_LINE = 300
"""A longer line belongs to no letterhead."""
_NUMBER_AND_DATE = re.compile(
    r"(?P<number>Số.{0,80}?)(?:\s{3,}|\t\s*)(?P<date>[^\s,]+(?: [^\s,]+)*\s?,\s?ngày.*)"
)
_MOST_NAMES = 20
_NOT_AT_THE_END = " -:;.*"
_DRAFT = re.compile(r"\(?dự thảo(?: lần(?: thứ)? (?P<round>\d{1,3}))?\)?", re.IGNORECASE)


@dataclass(slots=True)
class Letterhead:
    """What has been read of a letterhead so far.

    `names` are lines of the issuing body and the one above it, each with whether it is bold.
    `is_certain` once something was read that only a letterhead holds.
    """

    names: list[tuple[str, bool]] = field(default_factory=list)
    number: NumberParts | None = None
    place_and_date: PlaceAndDate | None = None
    marks: Marks = Marks()
    dates: list[TextLine] = field(default_factory=list)
    is_certain: bool = False

    def read(self, line: TextLine) -> bool:
        """Take a line up, and tell whether it belongs to the letterhead."""
        text = inner(line.text)
        if text.startswith(ESCAPE) or len(text) > LONGEST_LINE:
            return False
        if together := _NUMBER_AND_DATE.fullmatch(text):
            is_number = self.read_fact(together["number"], line)
            return self.read_fact(together["date"], line) and is_number
        if is_rule(text) or self.read_fact(text, line):
            return True
        side_by_side = [part for part in columns(text) if part]
        if len(side_by_side) > 1:
            return self._columns(side_by_side, line)
        return self.number is None and self._name(text)

    def issuer(self) -> IssuingBody:
        """Return the issuing body: the bold lines; without any, all but the first name."""
        parent = [name for name, is_strong in self.names if not is_strong]
        issuers = [name for name, is_strong in self.names if is_strong]
        if not issuers:
            end = next((i for i, name in enumerate(parent) if i and not is_name_rest(name)), 0)
            parent, issuers = parent[:end], parent[end:]
        return IssuingBody(parent=" ".join(parent), issuers=_bodies(issuers))

    def _columns(self, parts: list[str], line: TextLine) -> bool:
        """Take up what stands side by side; one part at least has to be a fact."""
        names = [part for part in parts if not (is_rule(part) or self.read_fact(part, line))]
        if len(names) == len(parts):
            return False
        return not [name for name in names if not self._name(name)]

    def read_fact(self, text: str, line: TextLine) -> bool:
        """Take up a title, number, date or mark."""
        words = bare(text)
        is_fact = key(words) in known().titles or self._number_or_date(words, line)
        is_fact = is_fact or self._mark(words)
        self.is_certain = self.is_certain or is_fact
        return is_fact

    def _number_or_date(self, words: str, line: TextLine) -> bool:
        if self.number is None and (number := read_number(words)):
            self.number = number
            return True
        is_free = self.place_and_date is None and marker(words) is None
        if is_free and (dated := read_place_and_date(words)):
            self.place_and_date = dated
            self.dates.append(line)
            return True
        return False

    def _mark(self, words: str) -> bool:
        words = " ".join(words.split())
        marks, folded = self.marks, key(words) if words.isupper() else ""
        if folded in known().secrecy:
            self.marks = replace(marks, secrecy=words)
        elif folded in known().urgency:
            self.marks = replace(marks, urgency=words)
        elif folded in known().circulation:
            self.marks = replace(marks, circulation=words)
        elif draft := _DRAFT.fullmatch(words):
            self.marks = replace(marks, draft_round=int(draft["round"] or 1) or 1)
        return self.marks is not marks

    def _name(self, text: str) -> bool:
        words = bare(text)
        is_name = (words.isupper() or is_bold(text)) and not words.endswith((":", ";", "."))
        if not is_name or len(self.names) == _MOST_NAMES:
            return False
        name = name_of(text)
        if not _is_elsewhere(words) and not _is_elsewhere(name):
            self.names.append((name, is_bold(text)))
            return True
        return False


def _is_elsewhere(words: str) -> bool:
    """Tell whether a line in capitals has its place in the body or at the foot."""
    is_foot = authority_line(words) is not None or is_signed(words)
    return is_foot or is_row(words) or is_page_break(words) or marker(words) is not None


def is_letterhead_fact(text: str) -> bool:
    """Tell whether a line can only be part of a letterhead: title, number, date or mark."""
    return len(text) <= LONGEST_LINE and Letterhead().read_fact(text, TextLine(0, text))


def _bodies(lines: list[str]) -> tuple[str, ...]:
    """Return the bodies that some lines name; a hyphen at the end joins the next body."""
    bodies: list[list[str]] = [[]]
    for line in lines:
        if words := line.rstrip(_NOT_AT_THE_END):
            bodies[-1].append(words)
        if line.endswith("-"):
            bodies.append([])
    return tuple("\n".join(body) for body in bodies if body)
