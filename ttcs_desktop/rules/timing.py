"""The last day that a plan's words name (thời hạn trong lời): "Trước ngày 30/6", "Quý II"."""

import calendar
import datetime
import re
from functools import lru_cache

_DAY = re.compile(
    r"(?<![\d/])(?P<day>\d{1,2})\s?(?:/|\s+tháng\s+)\s?(?P<month>\d{1,2})"
    r"(?:\s?(?:/|[,\s]+năm\s+)\s?(?P<year>\d{4}))?(?![\d/])"
)
_PART = r"(?:iv|i{1,3}|[1-4])"
_QUARTER = re.compile(
    rf"quý\s+(?P<parts>{_PART}(?:(?:\s*[,-]\s*|\s+và\s+){_PART})*)(?!\w)"
    r"(?:[\s/,-]+(?:năm\s+)?(?P<year>\d{4}))?"
)
_MONTH = re.compile(r"tháng\s+(?P<month>\d{1,2})(?!\d)(?:\s?(?:/|[,\s]+năm\s+)\s?(?P<year>\d{4}))?")
_SPANS = (
    (re.compile(r"(?:6|sáu)\s+tháng\s+đầu\s+năm"), 6),
    (re.compile(r"9\s+tháng"), 9),
    (re.compile(r"(?:6|sáu)\s+tháng\s+cuối\s+năm|cuối\s+năm|trong\s+năm"), 12),
)
_YEAR = re.compile(r"năm\s+(?P<year>\d{4})")
_AGAIN = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý)|đột xuất")
_QUARTERS = ("i", "ii", "iii", "iv")


@lru_cache(maxsize=1024)
def last_day_in(timing: str, year: int) -> datetime.date | None:
    """Return the last day that words name, in a plan of a year; None where they name none.

    Of several days the last one counts; what comes again every month or week has no last day. Parts
    between semicolons speak for themselves.
    """
    parts = (" ".join(part.split()).casefold() for part in timing.split(";"))
    days = [day for part in parts if (day := _last_day(part, year))]
    return max(days, default=None)


def _last_day(words: str, year: int) -> datetime.date | None:
    if days := [day for found in _DAY.finditer(words) if (day := _day(found, year))]:
        return None if _AGAIN.search(words) else max(days)
    if _AGAIN.search(words):
        return None
    if found := [*_QUARTER.finditer(words)]:
        return max(_end(_year(one, year), _last_quarter(one["parts"]) * 3) for one in found)
    if found := [one for one in _MONTH.finditer(words) if 1 <= int(one["month"]) <= 12]:
        return max(_end(_year(one, year), int(one["month"])) for one in found)
    named = _YEAR.search(words)
    for pattern, month in _SPANS:
        if pattern.search(words):
            return _end(_year(named, year) if named else year, month)
    return None


def _day(found: re.Match[str], year: int) -> datetime.date | None:
    try:
        return datetime.date(_year(found, year), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _year(found: re.Match[str], year: int) -> int:
    return int(found["year"]) if found["year"] else year


def _last_quarter(parts: str) -> int:
    named = re.findall(_PART, parts)
    return max(int(part) if part.isdecimal() else _QUARTERS.index(part) + 1 for part in named)


def _end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
