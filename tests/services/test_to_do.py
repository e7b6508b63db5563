"""What is due soon for a unit."""

import datetime

from ttcs_desktop.services.library import Library
from ttcs_desktop.services.to_do import DAYS_AHEAD, to_do

DAY = datetime.date(2026, 11, 24)


def test_reports_due_within_a_month_are_told_the_soonest_first_with_the_inner_day() -> None:
    tasks = to_do(Library(), "btgtu", DAY)
    days = [task.due.last_day for task in tasks]
    assert days
    assert days == sorted(days)
    assert all(0 <= (day - DAY).days <= DAYS_AHEAD for day in days)
    for task in tasks:
        assert task.due.inner_day < task.due.last_day
        assert task.days == (task.due.inner_day - DAY).days


def test_only_deadlines_that_bind_the_regime_of_the_unit_are_told() -> None:
    library = Library()
    for unit in ("btgtu", "so-tu-phap"):
        regime = library.units[unit].regime
        for task in to_do(library, unit, DAY):
            assert not task.due.rule.regimes or regime in task.due.rule.regimes


def test_a_unit_that_is_not_known_has_nothing_to_do() -> None:
    assert to_do(Library(), "", DAY) == ()
