"""A unit as a form and back: what the form shows, what comes of the answers (biểu mẫu đơn vị)."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from ttcs_desktop.codec import to_record, to_table
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import Form
from ttcs_desktop.model.unit import Regime, Unit, UnitPeriod
from ttcs_desktop.registry.labels import LINE_END, label
from ttcs_desktop.rules.unit_changes import with_period
from ttcs_desktop.services.unit_fields import HABIT, PARTS, choice_words, unit_form

_NEEDED = ("name", "letterhead_issuer", "symbol", "place", "kind", "regime")
_DATES = ("valid_from", "valid_to")
_LISTS = ("letterhead_issuer", "recipients")
_FORMS = "signing"


def blank_unit() -> Unit:
    """Return a unit about which nothing is known yet."""
    return Unit("", "", Regime.PARTY, (UnitPeriod("", (), "", ""),))


def form_of(unit: Unit, at: int) -> Form:
    """Return the questions about a unit and one of its periods."""
    return unit_form(answers_of(unit, at))


def answers_of(unit: Unit, at: int) -> dict[str, Any]:
    """Return what the form shows of a unit and one of its periods, as JSON types."""
    table = to_table(unit)
    period = table.pop("periods")[at]
    habits = period.pop("habits")
    answers = table | period | {f"{HABIT}{name}": value for name, value in habits.items()}
    answers[_FORMS] = [LINE_END.join(form["lines"]) for form in period[_FORMS]]
    answers["people"] = [
        {**person, "authority": [LINE_END.join(lines) for lines in person["authority"]]}
        for person in answers["people"]
    ]
    for name, words in choice_words().items():
        answers[name] = words.get(answers[name], answers[name])
    answers["group"] = answers["group"] or None
    return {name: _spoken(value) for name, value in answers.items() if not _is_empty(value)}


def unit_of(unit: Unit, at: int, answers: Mapping[str, Any]) -> Unit:
    """Return a unit as the answers about it and one of its periods want it.

    Raises:
        UserError: something is still missing, or does not fit together.
    """
    refuse_gaps(answers, _NEEDED)
    told = dict(answers)
    for name, words in choice_words().items():
        values = {word: value for value, word in words.items()}
        if name in told:
            told[name] = values.get(told[name], told[name])
    table = to_table(unit)
    table["periods"] = [
        _period_table(told, period) if number == at else period
        for number, period in enumerate(table["periods"])
    ]
    words_of_unit = ("kind", "regime", "level", "superior", "successor", "number_series")
    table |= {name: told.get(name, "") for name in words_of_unit}
    table |= {name: told.get(name, []) for name in ("groups", "former", "successors", *PARTS)}
    table["group"] = told.get("group", 0)
    table["people"] = [
        {**row, "authority": [_parted(line) for line in row.get("authority", ())]}
        for row in table["people"]
    ]
    return _in_order(to_record(table, Unit, where=unit.id))


def with_new_period(unit: Unit, on: datetime.date) -> Unit:
    """Return a unit with one more period from a day on, like the last one.

    Raises:
        UserError: a period that starts then or later is known already.
    """
    return with_period(unit, on, {})


def refuse_gaps(answers: Mapping[str, Any], needed: Iterable[str]) -> None:
    """Stop where answers that are needed are not there.

    Raises:
        UserError: names the fields.
    """
    gaps = [label(name) for name in needed if not answers.get(name)]
    if gaps:
        raise UserError(
            _("Chưa điền: {fields}.").format(fields=", ".join(gaps)),
            remedy=_("Điền các ô ấy rồi xem lại thay đổi."),
        )


def _period_table(told: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return a period as the answers want it; who signs in each form is kept by its lines."""
    names = {tuple(form["lines"]): form["name"] for form in before[_FORMS]}
    forms = [_parted(line) for line in told.get(_FORMS, ())]
    text = (field.name for field in dataclasses.fields(UnitPeriod))
    return {
        **{name: told.get(name, "") for name in text},
        **{name: told.get(name) for name in _DATES},
        **{name: told.get(name, []) for name in _LISTS},
        _FORMS: [{"lines": lines, "name": names.get(tuple(lines), "")} for lines in forms],
        "habits": {name: told.get(f"{HABIT}{name}") for name in before["habits"]},
    }


def _in_order(unit: Unit) -> Unit:
    periods = sorted(unit.periods, key=lambda one: one.valid_from or datetime.date.min)
    for before, after in pairwise(periods):
        if before.valid_to is None or (after.valid_from or before.valid_to) <= before.valid_to:
            raise UserError(
                _("Hai quãng thời gian chồng lên nhau."),
                where=before.name,
                remedy=_("Ghi “Đến ngày” cho quãng trước, hoặc sửa “Từ ngày” của quãng sau."),
            )
    return dataclasses.replace(unit, periods=tuple(periods))


def _parted(line: str) -> list[str]:
    return [part.strip() for part in line.split(LINE_END.strip()) if part.strip()]


def _spoken(value: Any) -> Any:  # noqa: ANN401  a value of any field
    """Return a value as forms hold it: dates in words, rows without what they do not tell."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_spoken(item) for item in value]
    if isinstance(value, dict):
        return {name: _spoken(one) for name, one in value.items() if not _is_empty(one)}
    return value


def _is_empty(value: Any) -> bool:  # noqa: ANN401  a value of any field
    return value is None or value in ("", [], (), {})
