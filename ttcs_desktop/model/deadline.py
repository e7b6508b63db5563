"""Deadlines of reports (thời hạn báo cáo)."""

from dataclasses import dataclass

from ttcs_desktop.model.period import PeriodKind
from ttcs_desktop.model.unit import Regime


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """When a report of a kind of period is due at a recipient.

    Attributes:
        day, month_in_period: the day of which month of the period, from 1; month 0 is the one after
            the period.
        weekday: for weekly reports, 1 is Monday.
        closes_day: the day on which figures are closed, 0 for the end of the period.
        regimes: whose units it binds.
        internal_days: days before it for collecting inside the unit, None for the usual ones.
    """

    period: PeriodKind
    recipient: str
    day: int = 0
    month_in_period: int = 0
    weekday: int = 0
    closes_day: int = 0
    regimes: tuple[Regime, ...] = ()
    internal_days: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """All deadlines, and how many days before them a unit collects from its own parts."""

    rules: tuple[DeadlineRule, ...]
    internal_days: int = 5
