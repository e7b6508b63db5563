"""From a consolidation to drafts: the consolidated report, and the reminder to who is missing."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.indicator import Figure, IndicatorKind
from ttcs_desktop.model.report import Consolidation, Contribution, MergedFigure, MergedTask
from ttcs_desktop.model.task import TaskState
from ttcs_desktop.officialtext.escape import escape
from ttcs_desktop.rules.periods import name_of
from ttcs_desktop.services.drafting import Drafter

REPORT, REMINDER = "consolidated-report", "reminder"
_MOST_QUOTES = 4
"""Quotes under one task, and models: a merged report shows two to four, the clerk chooses."""
_SHORTEST_QUOTE = 20
_MOST_COLUMNS = 8
"""Columns of figures that a landscape page holds."""


@dataclass(frozen=True)
class ConsolidatedDrafter:
    """Drafts what a consolidation asks for; the clerk reads, chooses and completes."""

    drafter: Drafter

    def report(self, result: Consolidation, unit: str, date: datetime.date | None) -> Draft:
        """Return the draft of the consolidated report of a superior unit (báo cáo tổng hợp).

        The merged figures travel with it, so that it can be consolidated again further up.

        Raises:
            UnknownError: no unit has that id.
        """
        draft = self.drafter.start(REPORT, unit, date)
        filled = self.drafter.fill(draft, draft.answers | _report_answers(result)).draft
        return dataclasses.replace(
            filled,
            period=result.period,
            tasks=tuple(merged.task for merged in result.tasks),
            figures=tuple(_figure(one) for one in result.figures),
        )

    def reminder(
        self, result: Consolidation, unit: str, date: datetime.date | None, due: datetime.date
    ) -> Draft:
        """Return the draft of the letter that reminds the units missing (công văn đôn đốc).

        Raises:
            UnknownError: no unit has that id.
        """
        draft = self.drafter.start(REMINDER, unit, date)
        asked = len(result.reports) + len(result.missing)
        answers = draft.answers | {
            "addressees": [one.name for one in result.missing],
            "period": name_of(result.period) if result.period else "",
            "due": due.isoformat(),
            "reported": len(result.reports),
            "asked": asked,
        }
        return self.drafter.fill(draft, answers).draft


def _report_answers(result: Consolidation) -> dict[str, Any]:
    return {
        "period": name_of(result.period) if result.period else "",
        "asked": len(result.reports) + len(result.missing),
        "reported": len(result.reports),
        "missing": [one.name for one in result.missing],
        "late": [f"{one.name} (chậm {days:02d} ngày)" for one, days in result.late],
        "tasks": [_task_row(merged) for merged in result.tasks],
        "models": _models(result.figures),
        "queries": [problem.message.rstrip(".") for problem in result.problems],
        "figures": [
            _figure_row(one)
            for one in result.figures
            if one.indicator.kind is not IndicatorKind.TEXT
        ],
        "by_unit": tables_by_unit(result),
    }


def tables_by_unit(result: Consolidation) -> str:
    """Return pipe tables of every unit's figures that fit the page.

    A few units stand side by side, one line for each indicator; many stand one under another, with
    a few indicators to a table.
    """
    figures = [one for one in result.figures if one.indicator.kind is not IndicatorKind.TEXT]
    if not figures or not result.reports:
        return ""
    if len(result.reports) <= _MOST_COLUMNS:
        return _by_indicator(result, figures)
    return "\n\n".join(
        _by_unit(result, figures[start : start + _MOST_COLUMNS])
        for start in range(0, len(figures), _MOST_COLUMNS)
    )


def _by_indicator(result: Consolidation, figures: Sequence[MergedFigure]) -> str:
    heads = ["TT", "Chỉ tiêu", "Đơn vị tính", *(one.name for one in result.reports), "Tổng"]
    rules = [":-:", "---", ":-:", *("--:" for _one in result.reports), "--:"]
    rows = []
    for number, figure in enumerate(figures, start=1):
        given = {one.file: one for one in figure.contributions}
        said = (_said(given.get(report.file)) for report in result.reports)
        indicator = figure.indicator
        row = [str(number), indicator.name, indicator.measure, *said]
        rows.append([*map(escape, row), _sum(figure)])
    return _pipes(map(escape, heads), rules, *rows)


def _by_unit(result: Consolidation, figures: Sequence[MergedFigure]) -> str:
    heads = ["TT", "Đơn vị", *(one.indicator.name for one in figures)]
    rules = [":-:", "---", *("--:" for _one in figures)]
    given = [{one.file: one for one in figure.contributions} for figure in figures]
    rows = [
        [str(number), report.name, *(_said(values.get(report.file)) for values in given)]
        for number, report in enumerate(result.reports, start=1)
    ]
    total = ["", "**Tổng**", *(_sum(one) for one in figures)]
    return _pipes(map(escape, heads), rules, *(map(escape, row) for row in rows), total)


def _pipes(*rows: Iterable[str]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _sum(figure: MergedFigure) -> str:
    return "" if figure.value is None else f"**{_number(figure.value)}**"


def _task_row(merged: MergedTask) -> dict[str, Any]:
    return {
        "id": merged.task.id,
        "wording": merged.task.label or merged.task.wording,
        "done": merged.count(TaskState.DONE),
        "under_way": merged.count(TaskState.UNDER_WAY),
        "not_done": merged.count(TaskState.NOT_DONE),
        "quotes": "\n\n".join(_quotes(merged)),
    }


def _quotes(merged: MergedTask) -> Iterator[str]:
    """Yield the fullest answers, each with the unit's name."""
    told = [one for one in merged.answers if len(one.text) >= _SHORTEST_QUOTE]
    for one in sorted(told, key=lambda answer: len(answer.text), reverse=True)[:_MOST_QUOTES]:
        yield f"+ {escape(one.name)}: “{escape(one.text.rstrip(' .'))}”."


def _models(figures: tuple[MergedFigure, ...]) -> str:
    told = [
        f"- {escape(one.name)}: {escape(one.text.rstrip(' .'))}."
        for figure in figures
        if figure.indicator.kind is IndicatorKind.TEXT
        for one in figure.contributions
        if len(one.text) >= _SHORTEST_QUOTE
    ]
    return "\n\n".join(told[:_MOST_QUOTES])


def _figure_row(one: MergedFigure) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": one.indicator.id,
        "name": one.indicator.name,
        "measure": one.indicator.measure,
    }
    values = {"previous": one.previous, "target": one.target, "value": one.value}
    return row | {name: _plain(value) for name, value in values.items() if value is not None}


def _figure(one: MergedFigure) -> Figure:
    return Figure(one.indicator.id, one.value, one.previous, one.target)


def _said(one: Contribution | None) -> str:
    if one is None:
        return ""
    return one.text if one.value is None else _number(one.value)


def _number(value: Decimal) -> str:
    return grouped(_plain(value))


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
