"""Many reports become one (tổng hợp báo cáo): by task and indicator, never by heading.

Figures are added, never changed: what does not add up is told beside the figure.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ttcs_desktop.i18n import _
from ttcs_desktop.model.indicator import Figure, Indicator, IndicatorKind
from ttcs_desktop.model.period import Period
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.report import (
    Answer,
    Consolidation,
    Contribution,
    Expected,
    MergedFigure,
    MergedTask,
    SetAside,
    UnitReport,
)
from ttcs_desktop.model.task import Task
from ttcs_desktop.rules.report_checks import problems_of_report, ratio

NO_AREA = ""


@dataclass(frozen=True, slots=True)
class Call:
    """What was asked for (yêu cầu báo cáo): of whom, for which period, by which day."""

    expected: tuple[Expected, ...]
    indicators: Mapping[str, Indicator]
    period: Period | None = None
    due: datetime.date | None = None


def consolidate(
    reports: Iterable[UnitReport], call: Call, unreadable: Iterable[SetAside] = ()
) -> Consolidation:
    """Merge reports by task and indicator.

    Of several reports of one unit the newest counts; one of another period, or of a unit that was
    not asked, is set aside with the reason. Without expected units every report counts.
    """
    set_aside = list(unreadable)
    kept = _in_order(_newest(_of_the_period(reports, call, set_aside), set_aside), call)
    accepted = _asked(kept, call, set_aside)
    given = {report.unit for report in accepted}
    figures = tuple(_merged_figures(accepted, call))
    return Consolidation(
        period=call.period,
        reports=tuple(accepted),
        missing=tuple(one for one in call.expected if not _is_covered(one, given)),
        late=tuple(_late(accepted, call)),
        set_aside=tuple(set_aside),
        figures=figures,
        tasks=tuple(_merged_tasks(accepted)),
        problems=tuple(
            problem
            for report in accepted
            for problem in (*report.problems, *problems_of_report(report, call.indicators))
        )
        + tuple(_changes_of_units(call, given)),
    )


def _of_the_period(
    reports: Iterable[UnitReport], call: Call, set_aside: list[SetAside]
) -> list[UnitReport]:
    kept = []
    for report in reports:
        if call.period and report.period and report.period != call.period:
            reason = _("Báo cáo của kỳ khác ({start} - {end}).").format(
                start=f"{report.period.start:%d/%m/%Y}", end=f"{report.period.end:%d/%m/%Y}"
            )
            set_aside.append(SetAside(report.file, reason, report.unit))
        else:
            kept.append(report)
    return kept


def _newest(reports: Sequence[UnitReport], set_aside: list[SetAside]) -> list[UnitReport]:
    """Return the newest report of each unit; a report without unit stands for itself."""
    newest: dict[str, UnitReport] = {}
    for report in sorted(reports, key=_age):
        key = report.unit or f"{report.name}:{report.file}"
        older = newest.get(key)
        if older is not None:
            reason = _("Đã có bản mới hơn của cùng đơn vị: {file}.").format(file=report.file)
            set_aside.append(SetAside(older.file, reason, older.unit))
        newest[key] = report
    return list(newest.values())


def _age(report: UnitReport) -> tuple[datetime.date, str, str]:
    return (report.sent or datetime.date.min, report.version, report.file)


def _in_order(reports: Sequence[UnitReport], call: Call) -> list[UnitReport]:
    places = {one.unit: place for place, one in enumerate(call.expected)}
    return sorted(reports, key=lambda report: (places.get(report.unit, len(places)), report.name))


def _asked(
    reports: Sequence[UnitReport], call: Call, set_aside: list[SetAside]
) -> list[UnitReport]:
    if not call.expected:
        return list(reports)
    asked = {one.unit for one in call.expected}
    asked |= {heir for one in call.expected for heir in one.heirs}
    accepted = []
    for report in reports:
        if report.unit in asked:
            accepted.append(report)
        else:
            reason = (
                _("Đơn vị không thuộc danh sách phải báo cáo.")
                if report.unit
                else _("Không rõ báo cáo của đơn vị nào.")
            )
            set_aside.append(SetAside(report.file, reason, report.unit))
    return accepted


def _is_covered(one: Expected, given: set[str]) -> bool:
    return one.unit in given or bool(one.heirs and set(one.heirs) <= given)


def _late(reports: Sequence[UnitReport], call: Call) -> Iterable[tuple[Expected, int]]:
    asked = {one.unit: one for one in call.expected}
    for report in reports:
        one = asked.get(report.unit)
        if one and call.due and report.sent and report.sent > call.due:
            yield one, (report.sent - call.due).days


def _merged_figures(reports: Sequence[UnitReport], call: Call) -> Iterable[MergedFigure]:
    """Merge every indicator that some report answers, in the order of the indicators."""
    by_indicator: dict[str, list[tuple[UnitReport, Figure]]] = {}
    for report in reports:
        for figure in report.figures:
            by_indicator.setdefault(figure.indicator, []).append((report, figure))
    areas = _areas(reports, call)
    sums = {
        key: _Sums.of(found, areas) for key, found in by_indicator.items() if key in call.indicators
    }
    for key, indicator in call.indicators.items():
        if key not in sums:
            continue
        parts = tuple(sums.get(part) for part in indicator.parts)
        yield _merged(indicator, sums[key], parts, by_indicator[key])


def _areas(reports: Sequence[UnitReport], call: Call) -> dict[str, str]:
    known = {one.unit: one.area for one in call.expected}
    return {report.unit: known.get(report.unit, NO_AREA) for report in reports}


@dataclass(frozen=True, slots=True)
class _Sums:
    """An indicator's sums; None where nobody gave a figure."""

    value: Decimal | None
    previous: Decimal | None
    target: Decimal | None
    by_area: dict[str, Decimal | None]

    @classmethod
    def of(cls, found: Sequence[tuple[UnitReport, Figure]], areas: Mapping[str, str]) -> "_Sums":
        by_area: dict[str, list[Decimal | None]] = {}
        for report, figure in found:
            by_area.setdefault(areas[report.unit], []).append(figure.value)
        return cls(
            _sum(figure.value for _report, figure in found),
            _sum(figure.previous for _report, figure in found),
            _sum(figure.target for _report, figure in found),
            {area: _sum(values) for area, values in by_area.items()},
        )


def _merged(
    indicator: Indicator,
    own: _Sums,
    parts: tuple[_Sums | None, ...],
    found: Sequence[tuple[UnitReport, Figure]],
) -> MergedFigure:
    contributions = tuple(
        Contribution(
            report.unit,
            report.name,
            report.file,
            figure.value,
            figure.text,
            _sentence(report, indicator),
        )
        for report, figure in found
    )
    if indicator.kind is IndicatorKind.TEXT:
        return MergedFigure(indicator, None, None, None, contributions)
    if indicator.kind is not IndicatorKind.RATIO:
        areas = tuple(own.by_area.items())
        return MergedFigure(
            indicator, own.value, own.previous, own.target, contributions, _named(areas)
        )
    part, whole = parts if len(parts) == 2 else (None, None)
    if part is None or whole is None:
        return MergedFigure(indicator, None, None, None, contributions)
    areas = tuple(
        (area, ratio(value, whole.by_area.get(area))) for area, value in part.by_area.items()
    )
    return MergedFigure(
        indicator,
        ratio(part.value, whole.value),
        ratio(part.previous, whole.previous),
        None,
        contributions,
        _named(areas),
    )


def _named(
    areas: tuple[tuple[str, Decimal | None], ...],
) -> tuple[tuple[str, Decimal | None], ...]:
    """Return sub-totals, unless there is but one area without a name."""
    return areas if any(area != NO_AREA for area, _value in areas) else ()


def _sentence(report: UnitReport, indicator: Indicator) -> str:
    name = indicator.name.casefold()
    return next((one.text for one in report.sentences if name in one.text.casefold()), "")


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    given = [value for value in values if value is not None]
    return sum(given, Decimal(0)) if given else None


def _merged_tasks(reports: Sequence[UnitReport]) -> Iterable[MergedTask]:
    tasks: dict[str, Task] = {}
    answers: dict[str, list[Answer]] = {}
    for report in reports:
        for task in report.tasks:
            tasks.setdefault(task.id, task)
        for result in report.results:
            answers.setdefault(result.task, []).append(
                Answer(report.unit, report.name, report.file, result.state, result.text)
            )
    for task_id, task in tasks.items():
        yield MergedTask(task, tuple(answers.get(task_id, ())))


def _changes_of_units(call: Call, given: set[str]) -> Iterable[Problem]:
    """Tell which units came into being or ended within the period: their sums may break."""
    for one in call.expected:
        if one.existed is None:
            continue
        start, end = one.existed
        heirs = ", ".join(one.heirs)
        if end is not None:
            message = _("{name} chỉ có đến hết ngày {day}, trong kỳ báo cáo.").format(
                name=one.name, day=f"{end:%d/%m/%Y}"
            )
            hint = (
                _("Nay là: {heirs}. Kiểm tra số liệu không bị tính hai lần.").format(heirs=heirs)
                if heirs
                else _("Kiểm tra số liệu của thời gian trước đó.")
            )
        else:
            day = f"{start:%d/%m/%Y}" if start else ""
            message = _("{name} chỉ có từ ngày {day}, trong kỳ báo cáo.").format(
                name=one.name, day=day
            )
            hint = _("Cộng thêm số liệu của các đơn vị cũ trong thời gian trước đó.")
        severity = Severity.WARNING if one.unit in given else Severity.NOTE
        yield Problem(severity, "consolidation.unit-changed", message, hint=hint)
