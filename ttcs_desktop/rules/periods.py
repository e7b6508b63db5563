"""Reporting periods (kỳ báo cáo): their days, names and deadlines."""

import calendar
import datetime
import re
from collections.abc import Iterable

from ttcs_desktop.language.dates import long_date
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.deadline import DeadlineRule, Deadlines
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.unit import Regime

_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}
_QUARTERS = ("I", "II", "III", "IV")
_DAYS_OF_WEEK = 7
_MONTHS_OF_YEAR = 12
_HALF = 6
_SPOKEN = (
    (
        PeriodKind.WEEK,
        re.compile(r"tuần\s+(?:thứ\s+)?(?P<part>\d{1,2})\s*(?:năm|/|-)\s*(?P<year>\d{4})"),
    ),
    (
        PeriodKind.QUARTER,
        re.compile(r"quý\s+(?P<part>iv|i{1,3}|[1-4])\s*(?:năm|/|-)?\s*(?P<year>\d{4})"),
    ),
    (PeriodKind.NINE_MONTHS, re.compile(r"9 tháng(?: đầu)?(?: năm)?\s+(?P<year>\d{4})")),
    (
        PeriodKind.HALF_YEAR,
        re.compile(r"(?:6|sáu) tháng(?:\s+(?P<part>đầu|cuối))?(?: năm)?\s+(?P<year>\d{4})"),
    ),
    (PeriodKind.MONTH, re.compile(r"tháng\s+(?P<part>\d{1,2})\s*(?:năm|/|-)\s*(?P<year>\d{4})")),
    (PeriodKind.REVIEW, re.compile(r"giai đoạn\s+(?P<part>\d{4})\s*[-–]\s*(?P<year>\d{4})")),
    (PeriodKind.YEAR, re.compile(r"năm\s+(?P<year>\d{4})")),
)


def period_on(kind: PeriodKind, date: datetime.date) -> Period:
    """Return the period of a kind that a day falls in; nine months begin with the year.

    A REVIEW has no calendar of its own: it is the year.
    """
    if kind is PeriodKind.WEEK:
        monday = date - datetime.timedelta(days=date.weekday())
        return Period(kind, monday, monday + datetime.timedelta(days=_DAYS_OF_WEEK - 1))
    months = _MONTHS.get(kind, _MONTHS_OF_YEAR)
    is_from_new_year = kind is PeriodKind.NINE_MONTHS
    first = 1 if is_from_new_year else (date.month - 1) // months * months + 1
    return Period(
        kind, datetime.date(date.year, first, 1), _last_day(date.year, first + months - 1)
    )


def before(period: Period) -> Period:
    """Return the period before a period; nine months and a review go back to earlier years."""
    if period.kind is PeriodKind.NINE_MONTHS:
        return period_on(period.kind, datetime.date(period.start.year - 1, 1, 1))
    if period.kind is PeriodKind.REVIEW:
        years = period.end.year - period.start.year + 1
        return Period(
            period.kind,
            period.start.replace(year=period.start.year - years),
            period.end.replace(year=period.end.year - years),
        )
    return period_on(period.kind, period.start - datetime.timedelta(days=1))


def after(period: Period) -> Period:
    """Return the period that a report looks ahead to; after nine months comes the last quarter."""
    if period.kind is PeriodKind.REVIEW:
        years = period.end.year - period.start.year + 1
        return Period(
            period.kind,
            period.start.replace(year=period.start.year + years),
            period.end.replace(year=period.end.year + years),
        )
    is_nine_months = period.kind is PeriodKind.NINE_MONTHS
    kind = PeriodKind.QUARTER if is_nine_months else period.kind
    return period_on(kind, period.end + datetime.timedelta(days=1))


def next_of_kind(period: Period) -> Period:
    """Return the next period of the same kind; after nine months those of the next year."""
    if period.kind is PeriodKind.NINE_MONTHS:
        return period_on(period.kind, datetime.date(period.start.year + 1, 1, 1))
    return after(period)


def name_of(period: Period) -> str:
    """Return how titles name a period: "quý III năm 2026", "6 tháng đầu năm 2026"."""
    year = period.start.year
    if period.kind is PeriodKind.WEEK:
        return f"tuần {period.start.isocalendar().week} năm {period.start.isocalendar().year}"
    if period.kind is PeriodKind.MONTH:
        return long_date(period.start).partition(" ")[2]
    if period.kind is PeriodKind.QUARTER:
        return f"quý {_QUARTERS[(period.start.month - 1) // 3]} năm {year}"
    if period.kind is PeriodKind.HALF_YEAR:
        half = "đầu" if period.start.month <= _HALF else "cuối"
        return f"6 tháng {half} năm {year}"
    if period.kind is PeriodKind.NINE_MONTHS:
        return f"9 tháng đầu năm {year}"
    if period.kind is PeriodKind.YEAR or year == period.end.year:
        return f"năm {year}"
    return f"giai đoạn {year} - {period.end.year}"


def due_dates(
    period: Period, regime: Regime, deadlines: Deadlines
) -> Iterable[tuple[DeadlineRule, datetime.date, datetime.date]]:
    """Yield each deadline that binds a regime: the rule, its day, and the day for collecting."""
    for rule in deadlines.rules:
        if rule.period is period.kind and regime in rule.regimes:
            due = _due(rule, period)
            ahead = deadlines.internal_days if rule.internal_days is None else rule.internal_days
            yield rule, due, due - datetime.timedelta(days=ahead)


def _due(rule: DeadlineRule, period: Period) -> datetime.date:
    if rule.weekday:
        return period.start + datetime.timedelta(days=rule.weekday - 1)
    if rule.month_in_period:
        month = period.start.month + rule.month_in_period - 1
        return _day_of(period.start.year, month, rule.day)
    return _day_of(period.end.year, period.end.month + 1, rule.day)


def _day_of(year: int, month: int, day: int) -> datetime.date:
    last = _last_day(year, month)
    return last.replace(day=min(day, last.day))


def _last_day(year: int, month: int) -> datetime.date:
    """Return the last day of a month; months beyond December run on into the next year."""
    year, month = year + (month - 1) // _MONTHS_OF_YEAR, (month - 1) % _MONTHS_OF_YEAR + 1
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def period_in(text: str) -> Period | None:
    """Return the period that a title names: "quý III năm 2026", "6 tháng đầu năm 2026"."""
    folded = fold(" ".join(text.split())).casefold()
    for kind, pattern in _SPOKEN:
        if found := pattern.search(folded):
            return _spoken(kind, int(found["year"]), found.groupdict().get("part") or "")
    return None


def _spoken(kind: PeriodKind, year: int, part: str) -> Period | None:
    month = 1
    if kind is PeriodKind.REVIEW:
        return Period(kind, datetime.date(int(part), 1, 1), datetime.date(year, 12, 31))
    if kind is PeriodKind.WEEK:
        return _week(year, int(part))
    if kind is PeriodKind.QUARTER:
        order = int(part) if part.isdecimal() else _QUARTERS.index(part.upper()) + 1
        month = order * 3
    elif kind is PeriodKind.HALF_YEAR:
        month = _MONTHS_OF_YEAR if part == "cuối" else 1
    elif kind is PeriodKind.MONTH:
        month = int(part)
        if not 1 <= month <= _MONTHS_OF_YEAR:
            return None
    return period_on(kind, datetime.date(year, month, 1))


def _week(year: int, number: int) -> Period | None:
    """Return a week by its number as the calendar counts (ISO 8601); None where there is none."""
    try:
        return period_on(PeriodKind.WEEK, datetime.date.fromisocalendar(year, number, 1))
    except ValueError:
        return None
