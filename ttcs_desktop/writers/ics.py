"""Days to keep as an .ics file (RFC 5545), which every calendar program reads."""

import datetime
from collections.abc import Iterable, Iterator

from ttcs_desktop.model.calendar import CalendarDay

_PRODUCT = "-//TTCS Desktop//VI"
_HOST = "ttcs-desktop"
_LONGEST_LINE = 75
"""Octets (RFC 5545, 3.1)."""
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


def write(days: Iterable[CalendarDay], made_on: datetime.date) -> bytes:
    """Return a calendar of whole days; the same days give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    for day in days:
        lines += _event(day, made_on)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode("utf-8")


def _event(day: CalendarDay, made_on: datetime.date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{day.id.translate(_ESCAPES)}@{_HOST}"
    yield f"DTSTAMP:{made_on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.day + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{day.title.translate(_ESCAPES)}"
    if day.text:
        yield f"DESCRIPTION:{day.text.translate(_ESCAPES)}"
    yield "TRANSP:TRANSPARENT"
    if day.days_ahead:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{day.title.translate(_ESCAPES)}"
        yield f"TRIGGER:-P{day.days_ahead}D"
        yield "END:VALARM"
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[str]:
    """Cut a line where it would be too long, never within a letter."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _LONGEST_LINE:
            yield part
            part, size = " ", 1
        part += letter
        size += octets
    yield part
