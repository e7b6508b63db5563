"""The days of a plan: when its tasks are due, and its unit's reports (lịch của kế hoạch)."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.calendar import CalendarDay
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.period import PeriodKind
from ttcs_desktop.model.task import Task
from ttcs_desktop.rules.periods import due_dates, name_of, period_on
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library

_DAYS_AHEAD = 7
_KINDS = {
    PeriodKind.MONTH: range(1, 13),
    PeriodKind.QUARTER: (1, 4, 7, 10),
    PeriodKind.HALF_YEAR: (1, 7),
    PeriodKind.NINE_MONTHS: (1,),
    PeriodKind.YEAR: (1,),
}
"""The months in which the periods of a year begin; weekly reports would fill the calendar."""


def days_of(library: Library, plan: Draft) -> tuple[CalendarDay, ...]:
    """Return the days of a plan in order: due tasks, due reports, and when to collect for them."""
    year = _year(plan)
    days = [*_task_days(plan, year), *_report_days(library, plan, year)]
    return tuple(sorted(days, key=lambda one: (one.day, one.id)))


def export_calendar(library: Library, plan: Draft, path: Path) -> int:
    """Write the days of a plan as .ics, and return how many there are.

    Raises:
        WriteError: the file cannot be written; the old one is intact.
    """
    from ttcs_desktop.writers.ics import write

    days = days_of(library, plan)
    write_atomically(path, write(days, plan.date or datetime.date(_year(plan), 1, 1)))
    return len(days)


def _task_days(plan: Draft, year: int) -> Iterator[CalendarDay]:
    for task in plan.tasks:
        if task.due:
            yield CalendarDay(
                f"{plan.unit}.{year}.{task.id}",
                task.due,
                _("Hạn: {task}").format(task=task.label or task.wording),
                _said_of(task),
                _DAYS_AHEAD,
            )


def _report_days(library: Library, plan: Draft, year: int) -> Iterator[CalendarDay]:
    unit = library.units.get(plan.unit)
    if unit is None:
        return
    for kind, months in _KINDS.items():
        for month in months:
            period = period_on(kind, datetime.date(year, month, 1))
            for rule, due, collect in due_dates(period, unit.regime, library.deadlines):
                key = f"{plan.unit}.{kind}.{period.start}.{library.deadlines.rules.index(rule)}"
                words = {"period": name_of(period), "recipient": rule.recipient}
                title = _("Gửi báo cáo {period}: {recipient}").format(**words)
                yield CalendarDay(key, due, title)
                if collect < due:
                    title = _("Thu số liệu báo cáo {period}: {recipient}").format(**words)
                    text = _("Hạn gửi: {day}.").format(day=short_date(due))
                    yield CalendarDay(f"{key}.collect", collect, title, text)


def _said_of(task: Task) -> str:
    """Return what a calendar shows beside a task: the five things that clerks ask for."""
    lines = (
        task.wording,
        _("Chủ trì: {lead}").format(lead=task.lead) if task.lead else "",
        _("Phối hợp: {support}").format(support="; ".join(task.support)) if task.support else "",
        _("Thời gian: {timing}").format(timing=task.timing),
        _("Sản phẩm: {product}").format(product=task.product) if task.product else "",
    )
    return "\n".join(line for line in lines if line)


def _year(plan: Draft) -> int:
    year = plan.answers.get("year")
    if isinstance(year, int):
        return year
    return (plan.date or datetime.datetime.now().astimezone().date()).year
