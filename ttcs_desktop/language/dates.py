"""Dates as official documents write them (ngày, tháng, năm).

Days below 10 and the months 1 and 2 take a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I,
II.4b; Hướng dẫn 05-HD/VPTW, I.4).
"""

import datetime
import re

_LAST_PADDED_MONTH = 2
_SHORT = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
_LONG = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})[\s,]+năm\s+(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DAY_WORD = re.compile(r"ngày\s+", re.IGNORECASE)


def short_date(date: datetime.date) -> str:
    """Return a date in figures: 05/9/2016."""
    return f"{date.day:02}/{_month(date.month)}/{date.year}"


def long_date(date: datetime.date) -> str:
    """Return a date in words without its first word: 05 tháng 9 năm 2016."""
    return f"{date.day:02} tháng {_month(date.month)} năm {date.year}"


def spoken_date(date: datetime.date) -> str:
    """Return a date in words: ngày 05 tháng 9 năm 2016."""
    return f"ngày {long_date(date)}"


def parse_date(text: str) -> datetime.date | None:
    """Read a date however it was typed: 5/9/2016, ngày 05 tháng 9 năm 2016, 2016-09-05.

    None when the text is anything else, or a day that does not exist.
    """
    text = _DAY_WORD.sub("", text.strip(), count=1)
    if iso := _ISO.fullmatch(text):
        year, month, day = iso.groups()
    elif written := _SHORT.fullmatch(text) or _LONG.fullmatch(text):
        day, month, year = written.groups()
    else:
        return None
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(month: int) -> str:
    return f"{month:02}" if month <= _LAST_PADDED_MONTH else str(month)
