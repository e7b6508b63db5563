"""Dates in the text: that exist, that are written alike, that do not contradict (ngày tháng)."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.prose import Prose, once, prose
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import long_date, short_date
from ttcs_desktop.model.component import Part, Stretch
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity

_DATE = re.compile(
    r"(?<![\w/.-])(?:(?P<day>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<year>(?:19|20)\d\d)"
    r"|(?P<long_day>\d{1,2})\s+tháng\s+(?P<long_month>\d{1,2})[\s,]+năm\s+(?P<long_year>(?:19|20)\d\d))"
    r"(?![\w/])"
)
_DUE = re.compile(
    r"(?:trước|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?|hạn cuối(?: là)?|thời hạn(?: là)?"
    r"|hoàn thành trong|xong trong|đến hết)\s+(?:ngày\s+)?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:đã|kể từ|ban hành|có hiệu lực|được|sinh|thành lập|tồn tại|hiện hành|cũ|qua)\b",
    re.IGNORECASE,
)
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "7": 5,
}  # fmt: skip
_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = re.compile(
    r"(?:(?P<sunday>chủ\s+nhật)|thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|[2-7]))\s*[,(]?\s*(?:ngày\s+)?$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"^\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?$")
_YEAR = re.compile(r"\bnăm\s+((?:19|20)\d\d)\b(?!\s*[-–])")
_SATURDAY = 5
_LAST_PADDED_MONTH = 2
_SENTENCE = re.compile(r"[.;!?]\s")


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date as it stands in the text; `day` is None for one that does not exist."""

    line: Prose
    start: int
    end: int
    day: datetime.date | None
    is_long: bool
    typed: str

    @property
    def stretch(self) -> Stretch:
        """Where it stands."""
        return self.line.at(self.start, self.end)

    @property
    def lead(self) -> str:
        """The words of its sentence before it."""
        before = self.line.unquoted[: self.start]
        return _SENTENCE.split(before)[-1]


def impossible(case: Case) -> Iterator[Remark]:
    """Yield days that no calendar has: 31/4/2026."""
    for date in once(case, _dates):
        if date.day is None:
            yield Remark(
                _("“{date}” là ngày không có trong lịch.").format(date=date.typed),
                date.stretch,
                found=date.typed,
                asked=_("một ngày có thật"),
            )


def zeros(case: Case) -> Iterator[Remark]:
    """Yield dates with wrong zeros: days below 10 and months 1 and 2 have one, no others."""
    for date in once(case, _dates):
        if date.day is None or "-" in date.typed:
            continue
        asked = long_date(date.day) if date.is_long else short_date(date.day)
        if " ".join(date.typed.replace(",", "").split()) != asked:
            yield Remark(
                _("Ngày “{found}” viết đúng là “{asked}”.").format(found=date.typed, asked=asked),
                date.stretch,
                found=date.typed,
                asked=asked,
                severity=None if date.is_long else Severity.NOTE,
                clause=None if date.is_long else "",
            )


def overdue(case: Case) -> Iterator[Remark]:
    """Yield deadlines before the document's own date."""
    if case.date is None:
        return
    for date in once(case, _dates):
        if date.day is None or not _DUE.search(date.lead) or date.day >= case.date:
            continue
        if _PAST.search(date.lead) or date.line.component.part is Part.BASIS:
            continue
        yield Remark(
            _("Thời hạn {due} trước ngày của văn bản ({day}).").format(
                due=short_date(date.day), day=short_date(case.date)
            ),
            date.stretch,
            found=date.typed,
            asked=_("sau ngày {day}").format(day=short_date(case.date)),
            severity=Severity.NOTE if case.type_name == "báo cáo" else None,
        )


def weekend(case: Case) -> Iterator[Remark]:
    """Yield deadlines on a Saturday or Sunday."""
    for date in once(case, _dates):
        if date.day and date.day.weekday() >= _SATURDAY and _DUE.search(date.lead):
            if case.date and date.day < case.date:
                continue
            yield Remark(
                _("Thời hạn {due} là {weekday}.").format(
                    due=short_date(date.day), weekday=_NAMES[date.day.weekday()]
                ),
                date.stretch,
                found=_NAMES[date.day.weekday()],
                asked=_("ngày làm việc"),
            )


def weekday(case: Case) -> Iterator[Remark]:
    """Yield days of the week that are not those of their date."""
    for date in once(case, _dates):
        match = _WEEKDAY.search(date.line.text[: date.start])
        if date.day is None or match is None:
            continue
        told = 6 if match["sunday"] else _WEEKDAYS[match["name"].lower()]
        if told != date.day.weekday():
            yield Remark(
                _("Ngày {day} là {right}, không phải {told}.").format(
                    day=short_date(date.day), right=_NAMES[date.day.weekday()], told=_NAMES[told]
                ),
                date.line.at(match.start(), date.end),
                found=_NAMES[told],
                asked=_NAMES[date.day.weekday()],
            )


def reversed_span(case: Case) -> Iterator[Remark]:
    """Yield spans that end before they begin: từ ngày … đến ngày …."""
    for first, second in pairwise(once(case, _dates)):
        if first.line is not second.line or first.day is None or second.day is None:
            continue
        between = first.line.text[first.end : second.start]
        if second.day < first.day and _FROM_TO.match(between):
            yield Remark(
                _("Khoảng thời gian kết thúc ({end}) trước khi bắt đầu ({start}).").format(
                    start=short_date(first.day), end=short_date(second.day)
                ),
                first.line.at(first.start, second.end),
                found=first.line.text[first.start : second.end],
                asked=_("ngày sau không sớm hơn ngày trước"),
            )


def subject_year(case: Case) -> Iterator[Remark]:
    """Yield a year in the subject that does not fit the document's date."""
    if case.date is None or case.type_name not in (
        "kế hoạch",
        "báo cáo",
        "hướng dẫn",
        "chương trình",
    ):
        return
    for one in prose(case):
        if one.component.part is not Part.SUBJECT or "giai đoạn" in one.text.lower():
            continue
        years = [int(year) for year in _YEAR.findall(one.unquoted)]
        match = _YEAR.search(one.unquoted)
        if match is None or not _is_odd(case.type_name, max(years), case.date):
            continue
        yield Remark(
            _("Trích yếu ghi năm {year} mà văn bản ngày {day}.").format(
                year=max(years), day=short_date(case.date)
            ),
            one.found(match),
            found=match[0],
            asked=_("xem lại năm"),
        )


def _is_odd(type_name: str, year: int, date: datetime.date) -> bool:
    if type_name == "báo cáo":
        return year > date.year or year < date.year - 1
    return year < date.year or year > date.year + 2


def _dates(case: Case) -> tuple[TypedDate, ...]:
    return tuple(
        date
        for one in prose(case)
        for date in _dates_in(one)
        if "/" in one.text or "năm" in one.text
    )


def _dates_in(one: Prose) -> Iterator[TypedDate]:
    for match in _DATE.finditer(one.unquoted):
        is_long = match["long_day"] is not None
        names = ("long_day", "long_month", "long_year") if is_long else ("day", "month", "year")
        day, month, year = (int(match[name]) for name in names)
        try:
            date: datetime.date | None = datetime.date(year, month, day)
        except ValueError:
            date = None
        if date is None and match["mark"] in (".", "-"):
            continue
        yield TypedDate(
            one, match.start(), match.end(), date, is_long, one.text[match.start() : match.end()]
        )


def _date_clause(form: FormatProfile) -> str:
    style = form.styles.get("place-date")
    return style.source if style else ""


RULES = (
    Rule("dates.impossible", Severity.ERROR, lambda: _("Ngày có thật"), no_clause, impossible),
    Rule("dates.zeros", Severity.WARNING, lambda: _("Số 0 trong ngày, tháng"), _date_clause, zeros),
    Rule(
        "dates.overdue",
        Severity.WARNING,
        lambda: _("Thời hạn sau ngày văn bản"),
        no_clause,
        overdue,
    ),
    Rule(
        "dates.weekend", Severity.NOTE, lambda: _("Thời hạn vào ngày làm việc"), no_clause, weekend
    ),
    Rule("dates.weekday", Severity.WARNING, lambda: _("Thứ khớp với ngày"), no_clause, weekday),
    Rule(
        "dates.reversed",
        Severity.WARNING,
        lambda: _("Khoảng thời gian đúng chiều"),
        no_clause,
        reversed_span,
    ),
    Rule(
        "dates.subject-year",
        Severity.WARNING,
        lambda: _("Năm trong trích yếu"),
        no_clause,
        subject_year,
    ),
)
