"""What a line of the head says by itself: title, number, date, mark, name (ô 1-4, dấu chỉ)."""

import re

from ttcs_desktop.checking.recognition.printed_lines import PrintedLine
from ttcs_desktop.checking.recognition.taken import Taken
from ttcs_desktop.model.component import Part
from ttcs_desktop.officialtext.markers import marker
from ttcs_desktop.officialtext.number import read_number, read_place_and_date
from ttcs_desktop.officialtext.signatures import is_anchor
from ttcs_desktop.officialtext.words import key, known

TITLES = {
    key("Cộng hòa xã hội chủ nghĩa Việt Nam"): Part.NATIONAL_NAME,
    key("Đảng Cộng sản Việt Nam"): Part.PARTY_TITLE,
    key("Đoàn TNCS Hồ Chí Minh"): Part.YOUTH_TITLE,
    key("Đoàn Thanh niên Cộng sản Hồ Chí Minh"): Part.YOUTH_TITLE,
}
_MOTTO = re.compile(r"độc lập\W+tự do\W+hạnh phúc\W*")
_NUMBER = re.compile(r"Số\s*:?\s*(?:[\d ._…]*[a-zđ]?\s?[-/–]|[\d.…_ ]+$)", re.IGNORECASE)
_DATE = re.compile(r".{0,60}?\bngày\b.{0,20}\btháng\b.{0,20}\bnăm\b.{0,12}", re.IGNORECASE)
_FIGURES = re.compile(r"[^,\d]{2,40},\s*(?:ngày\s*)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}")
_DRAFT = re.compile(r"\(?dự thảo(?: lần(?: thứ)? \d{1,3})?\)?", re.IGNORECASE)
STARS = re.compile(r"\*(?:\s?\*){0,4}")


def fact_part(line: PrintedLine, taken: Taken) -> Part | None:
    """Return what a line is that only a letterhead holds; None for any other."""
    text = line.text
    folded = key(text).strip(" -:;.")
    if folded in TITLES and not taken.has(TITLES[folded]):
        return TITLES[folded]
    if _MOTTO.fullmatch(key(text)):
        return Part.MOTTO
    if _is_number(text, taken):
        return Part.NUMBER
    if _is_date(text, taken):
        return Part.PLACE_DATE
    lead = known().subject_lead.match(text)
    if lead and (taken.has(Part.NUMBER) or "/" in lead[0]) and not line.is_bold:
        return Part.LETTER_SUBJECT
    return mark_part(text)


def _is_number(text: str, taken: Taken) -> bool:
    if taken.has(Part.NUMBER):
        return False
    return read_number(text) is not None or _NUMBER.match(text) is not None


def _is_date(text: str, taken: Taken) -> bool:
    if taken.has(Part.PLACE_DATE) or marker(text) is not None or text.startswith("("):
        return False
    is_date = read_place_and_date(text) is not None or _DATE.fullmatch(text) is not None
    return is_date or _FIGURES.fullmatch(text) is not None


def mark_part(text: str) -> Part | None:
    """Return which mark a line is (dấu chỉ); None for any other line."""
    folded = key(text.strip(" .")) if text.isupper() else ""
    marks = (
        (known().secrecy, Part.SECRECY),
        (known().urgency, Part.URGENCY),
        (known().circulation, Part.CIRCULATION),
    )
    found = next((part for listed, part in marks if folded in listed), None)
    if found is None and key(text.strip(" .")) in known().no_media:
        return Part.NO_MEDIA
    return Part.DRAFT_MARK if found is None and _DRAFT.fullmatch(text) else found


def is_name(text: str) -> bool:
    """Tell whether a line may be part of a body's name: capitals, no end mark."""
    is_name = text.isupper() and not text.endswith((":", ";", ".")) and marker(text) is None
    return is_name and not is_anchor(text)
