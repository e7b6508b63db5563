"""Dates as official documents write them, and as people type them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.language.dates import long_date, parse_date, short_date, spoken_date

DAY = datetime.date


@pytest.mark.parametrize(
    ("date", "short", "long"),
    [
        (DAY(2016, 9, 5), "05/9/2016", "05 tháng 9 năm 2016"),
        (DAY(2026, 1, 9), "09/01/2026", "09 tháng 01 năm 2026"),
        (DAY(2020, 2, 29), "29/02/2020", "29 tháng 02 năm 2020"),
        (DAY(2018, 4, 3), "03/4/2018", "03 tháng 4 năm 2018"),
        (DAY(2025, 12, 31), "31/12/2025", "31 tháng 12 năm 2025"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(
    date: datetime.date, short: str, long: str
) -> None:
    assert short_date(date) == short
    assert long_date(date) == long
    assert spoken_date(date) == f"ngày {long}"


@given(st.dates(DAY(1000, 1, 1)))
def test_what_is_written_is_read(date: datetime.date) -> None:
    for written in (short_date(date), long_date(date), spoken_date(date), date.isoformat()):
        assert parse_date(written) == date


@pytest.mark.parametrize(
    "typed",
    [
        "5/9/2016",
        "05/09/2016",
        "5-9-2016",
        "5.9.2016",
        "05 / 9 / 2016",
        "ngày 5 tháng 9 năm 2016",
        "Ngày 05 tháng 09, năm 2016",
        "05 tháng 9 năm 2016",
        "2016-09-05",
        "  05/9/2016 ",
    ],
)
def test_a_date_is_read_however_it_was_typed(typed: str) -> None:
    assert parse_date(typed) == DAY(2016, 9, 5)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "31/4/2026",
        "29/02/2026",
        "00/9/2016",
        "5/13/2016",
        "9/2016",
        "ngày … tháng … năm 2016",
        "ngày   tháng 9 năm 2016",
        "05/9/16",
        "05/9/2016 abc",
        "hôm nay",
        "2016-9-5",
    ],
)
def test_what_is_no_date_is_none(typed: str) -> None:
    assert parse_date(typed) is None
