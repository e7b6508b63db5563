"""The subject of a letter under its number (trích yếu công văn), also where no V/v leads it in."""

from dataclasses import replace

from ttcs_desktop.officialtext.letterhead import is_letterhead_fact
from ttcs_desktop.officialtext.number import read_number
from ttcs_desktop.officialtext.words import abbreviations, is_abbreviation, known
from ttcs_desktop.readers.lines import Entry, Line
from ttcs_desktop.readers.passages import Inline, Words

_LETTER = "công văn"
_LEAD = Words("V/v ")
_SPACE = Words(" ")


def with_letter_subject(column: list[Entry]) -> list[Entry]:
    """Return a column of a letterhead with the lines under a letter's number as its subject.

    The Party of 2018 writes it without a lead (Hướng dẫn 36-HD/VPTW, 1.5.2), so one is added.
    """
    start = next((i + 1 for i, entry in enumerate(column) if _is_letter_number(entry)), 0)
    if not start:
        return column
    lines: list[Line] = []
    for entry in column[start:]:
        if not isinstance(entry, Line) or is_letterhead_fact(entry.text):
            break
        lines.append(entry)
    return [*column[:start], *_joined(lines), *column[start + len(lines) :]]


def _joined(lines: list[Line]) -> list[Line]:
    if not lines:
        return []
    has_lead = known().subject_lead.match(lines[0].text) is not None
    words: list[Inline] = [] if has_lead else [_LEAD]
    for line in lines:
        words += [*line.words, _SPACE]
    return [replace(lines[0], words=tuple(words))]


def _is_letter_number(entry: Entry) -> bool:
    number = read_number(entry.text) if isinstance(entry, Line) else None
    if number is None or not number.first:
        return False
    return number.first in abbreviations(_LETTER) or not is_abbreviation(number.first)
