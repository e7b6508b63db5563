"""Periods, their names and deadlines."""

import datetime

import pytest

from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.places import resources
from ttcs_desktop.registry.deadlines import load_deadlines
from ttcs_desktop.rules.periods import before, due_dates, name_of, period_in, period_on

DAY = datetime.date
K = PeriodKind


@pytest.mark.parametrize(
    ("kind", "start", "end", "name"),
    [
        (K.WEEK, DAY(2026, 2, 16), DAY(2026, 2, 22), "tuần 8 năm 2026"),
        (K.MONTH, DAY(2026, 2, 1), DAY(2026, 2, 28), "tháng 02 năm 2026"),
        (K.QUARTER, DAY(2026, 1, 1), DAY(2026, 3, 31), "quý I năm 2026"),
        (K.HALF_YEAR, DAY(2026, 1, 1), DAY(2026, 6, 30), "6 tháng đầu năm 2026"),
        (K.NINE_MONTHS, DAY(2026, 1, 1), DAY(2026, 9, 30), "9 tháng đầu năm 2026"),
        (K.YEAR, DAY(2026, 1, 1), DAY(2026, 12, 31), "năm 2026"),
    ],
)
def test_the_period_of_a_day(
    kind: PeriodKind, start: datetime.date, end: datetime.date, name: str
) -> None:
    period = period_on(kind, DAY(2026, 2, 20))
    assert (period.start, period.end, name_of(period)) == (start, end, name)


@pytest.mark.parametrize("kind", list(K))
def test_the_period_before_ends_as_this_one_begins_or_a_year_ago(kind: PeriodKind) -> None:
    period = period_on(kind, DAY(2026, 11, 24))
    earlier = before(period)
    if kind is K.NINE_MONTHS:
        assert earlier.start == DAY(2025, 1, 1)
    else:
        assert earlier.end + datetime.timedelta(days=1) == period.start


def test_a_review_is_named_by_its_years() -> None:
    review = Period(K.REVIEW, DAY(2021, 1, 1), DAY(2025, 12, 31))
    assert name_of(review) == "giai đoạn 2021 - 2025"
    assert before(review).start == DAY(2016, 1, 1)


def test_deadlines_follow_the_regime_and_leave_days_for_collecting() -> None:
    deadlines = load_deadlines(resources() / "deadlines")
    half = period_on(K.HALF_YEAR, DAY(2026, 3, 1))
    ((_rule, due, collect),) = due_dates(half, Regime.PARTY, deadlines)
    assert (due, collect) == (DAY(2026, 6, 15), DAY(2026, 6, 10))
    ((_rule, due, _collect),) = due_dates(half, Regime.STATE, deadlines)
    assert due == DAY(2026, 6, 6)
    week = period_on(K.WEEK, DAY(2026, 11, 24))
    ((_rule, due, collect),) = due_dates(week, Regime.PARTY, deadlines)
    assert (due.weekday(), (due - collect).days) == (4, 1)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("kết quả công tác thông tin cơ sở quý III năm 2026", "quý III năm 2026"),
        ("BÁO CÁO QUÝ 2/2026", "quý II năm 2026"),
        ("kết quả 6 tháng đầu năm 2026", "6 tháng đầu năm 2026"),
        ("tình hình sáu tháng cuối năm 2025", "6 tháng cuối năm 2025"),
        ("công tác 9 tháng năm 2026", "9 tháng đầu năm 2026"),
        ("hoạt động tháng 9/2026", "tháng 9 năm 2026"),
        ("công tác thông tin cơ sở năm 2026", "năm 2026"),
        ("tổng kết giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025"),
    ],
)
def test_a_title_names_its_period(title: str, named: str) -> None:
    period = period_in(title)
    assert period is not None
    assert name_of(period) == named


def test_a_title_without_a_period_names_none() -> None:
    assert period_in("về công tác thông tin cơ sở") is None
    assert period_in("tháng 13 năm 2026") is None


@pytest.mark.parametrize("kind", [kind for kind in K if kind is not K.WEEK])
def test_the_name_of_a_period_is_read_back(kind: PeriodKind) -> None:
    period = period_on(kind, DAY(2026, 8, 3))
    read = period_in(name_of(period))
    assert read is not None
    assert (read.start, read.end) == (period.start, period.end)
