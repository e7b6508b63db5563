"""When reports are due, around a day (thời hạn báo cáo)."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.i18n import _
from ttcs_desktop.model.deadline import DeadlineRule
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.rules.periods import due_dates, name_of, period_on
from ttcs_desktop.services.library import Library


@dataclass(frozen=True, slots=True)
class Due:
    """A report that is due: its period, its last day, and the day for collecting inside."""

    rule: DeadlineRule
    period: Period
    period_name: str
    last_day: datetime.date
    inner_day: datetime.date


def due_around(library: Library, date: datetime.date) -> tuple[Due, ...]:
    """Return for each deadline the period that a day falls in, the soonest first."""
    deadlines = library.deadlines
    found = {
        (due.rule, due.period): due
        for kind in dict.fromkeys(rule.period for rule in deadlines.rules)
        for due in _due(library, period_on(kind, date))
    }
    return tuple(sorted(found.values(), key=lambda one: (one.last_day, one.period_name)))


def kind_word(kind: PeriodKind) -> str:
    """Return what a kind of period is called."""
    words = {
        PeriodKind.WEEK: _("tuần"),
        PeriodKind.MONTH: _("tháng"),
        PeriodKind.QUARTER: _("quý"),
        PeriodKind.HALF_YEAR: _("6 tháng"),
        PeriodKind.NINE_MONTHS: _("9 tháng"),
        PeriodKind.YEAR: _("năm"),
        PeriodKind.REVIEW: _("nhiều năm"),
    }
    return words[kind]


def _due(library: Library, period: Period) -> Iterator[Due]:
    regimes = {regime for rule in library.deadlines.rules for regime in rule.regimes}
    for regime in sorted(regimes):
        for rule, last, inner in due_dates(period, regime, library.deadlines):
            yield Due(rule, period, name_of(period), last, inner)
