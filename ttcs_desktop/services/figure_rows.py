"""Figures as rows of a form, and rows as figures (số liệu trong ô nhập)."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from ttcs_desktop.i18n import _
from ttcs_desktop.language.numbers import parse_number
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.indicator import Figure, Indicator, IndicatorKind
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.rules.report_checks import ratio
from ttcs_desktop.rules.report_tables import number
from ttcs_desktop.services.task_rows import Row

Indicators = Mapping[str, Indicator]

NUMBERS = ("value", "previous")
"""Columns whose ratios are worked out from the same column of their parts."""
NOTHING = "Không."


def usual_figure_rows(indicators: Indicators, wanted: Iterable[str]) -> list[Row]:
    """Return a row for each of these indicators that is told in numbers."""
    listed = (indicators[one] for one in wanted if one in indicators)
    return [
        {"id": one.id, "name": one.name, "measure": one.measure}
        for one in listed
        if one.kind is not IndicatorKind.TEXT
    ]


def asked_of(indicators: Indicators, group: int, date: datetime.date) -> tuple[str, ...]:
    """Return the ids of the indicators that a group reports on a day."""
    return tuple(
        one.id
        for one in indicators.values()
        if group in one.groups and (one.valid_from is None or one.valid_from <= date)
    )


def completed(rows: Iterable[Row], indicators: Indicators) -> list[Row]:
    """Return rows with the id, name and measure of their indicator, and their ratios worked out.

    A row without id is known by its name; one whose name nobody knows stays as it is.
    """
    by_name = {_key(name): one.id for one in indicators.values() for name in (one.name, *one.also)}
    listed = [_named(row, indicators, by_name) for row in rows]
    by_id = {str(row["id"]): row for row in listed if row.get("id")}
    for row in listed:
        indicator = indicators.get(str(row.get("id", "")))
        if indicator and indicator.kind is IndicatorKind.RATIO:
            _work_out(row, indicator, by_id)
    return listed


def figures_of(rows: Iterable[Row], indicators: Indicators) -> tuple[Figure, ...]:
    """Return the figures of rows; a plan has targets in words, "từ 48 buổi trở lên" is 48."""
    return tuple(
        Figure(
            str(row["id"]),
            value=decimal(row.get("value")),
            previous=decimal(row.get("previous")),
            target=_target(row.get("target")),
        )
        for row in rows
        if row.get("id") in indicators
    )


def said_figure(indicator: str, answer: object) -> Figure:
    """Return the figure that words give; left empty they say “Không.”."""
    return Figure(indicator, text=" ".join(str(answer or NOTHING).split()))


def unknown_rows(rows: Sequence[Row], indicators: Indicators) -> Iterable[Problem]:
    """Tell which rows are of no indicator that we know: nobody can add them up."""
    for row in rows:
        if row.get("name") and row.get("id") not in indicators:
            yield Problem(
                Severity.NOTE,
                "chain.unknown-indicator",
                _("Chỉ tiêu “{name}” không có trong danh mục nên cấp trên không cộng được.").format(
                    name=row["name"]
                ),
                hint=_("Dùng tên chỉ tiêu trong danh mục, hoặc thêm chỉ tiêu vào danh mục."),
            )


def decimal(value: object) -> Decimal | None:
    """Return a number of a cell, typed or read; None where there is none."""
    number = parse_number(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal):
        return None
    return Decimal(str(number))


def plain(value: Decimal) -> int | float:
    """Return a number as a cell keeps it."""
    return int(value) if value == value.to_integral_value() else float(value)


def _target(value: object) -> Decimal | None:
    return _only_number(value) if isinstance(value, str) else decimal(value)


@remembered
def _only_number(words: str) -> Decimal | None:
    typed = decimal(words)
    if typed is not None:
        return typed
    numbers = [
        found for word in words.split() if (found := number(word.rstrip("%.,;"))) is not None
    ]
    return numbers[0] if len(numbers) == 1 else None


def _named(row: Row, indicators: Indicators, by_name: Mapping[str, str]) -> Row:
    found = row.get("id") or by_name.get(_key(str(row.get("name", ""))))
    indicator = indicators.get(str(found))
    if indicator is None:
        return dict(row)
    return {"id": indicator.id, "name": indicator.name, "measure": indicator.measure, **row}


def _work_out(row: Row, indicator: Indicator, by_id: Mapping[str, Row]) -> None:
    """Put the ratio of its parts where both parts stand in the same form."""
    parts = [by_id.get(part) for part in indicator.parts]
    if None in parts:
        return
    for column in NUMBERS:
        part, whole = (decimal(one.get(column)) if one else None for one in parts)
        worked_out = ratio(part, whole)
        if worked_out is not None:
            row[column] = plain(worked_out)


@remembered
def _key(name: str) -> str:
    return fold(" ".join(name.split())).casefold().strip(" .:;")
