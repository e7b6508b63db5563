"""The last day that the words of a plan name, in the year of the plan."""

import datetime

import pytest

from ttcs_desktop.rules.timing import last_day_in


@pytest.mark.parametrize(
    ("timing", "day"),
    [
        ("Trước ngày 31/01", "2027-01-31"),
        ("Trước ngày 30/6/2028", "2028-06-30"),
        ("Trước ngày 30 tháng 6 năm 2028", "2028-06-30"),
        ("Trước ngày 15/6 và 15/11", "2027-11-15"),
        ("Quý I", "2027-03-31"),
        ("Quý II, III", "2027-09-30"),
        ("Quý III và IV năm 2026", "2026-12-31"),
        ("quý 4/2026", "2026-12-31"),
        ("Quý I, sau đó thường xuyên", "2027-03-31"),
        ("Tháng 5", "2027-05-31"),
        ("tháng 02/2028", "2028-02-29"),
        ("6 tháng đầu năm", "2027-06-30"),
        ("sáu tháng đầu năm 2028", "2028-06-30"),
        ("Trong năm 2026", "2026-12-31"),
        ("cuối năm", "2027-12-31"),
        ("Quý I; Trước ngày 31/01", "2027-03-31"),
        ("Trước ngày 30/11; hằng tháng", "2027-11-30"),
    ],
)
def test_words_name_a_last_day(timing: str, day: str) -> None:
    assert last_day_in(timing, 2027) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize(
    "timing",
    [
        "",
        "Thường xuyên",
        "Cả năm",
        "Hằng tháng; đột xuất khi có vấn đề nổi cộm",
        "Trước ngày 05 hằng tháng",
        "Trước ngày 25/6 hằng tháng",
        "Trước ngày 31/02",
        "tháng 13",
        "theo Kế hoạch số 12/KH-UBND",
    ],
)
def test_what_runs_on_or_names_no_day_has_none(timing: str) -> None:
    assert last_day_in(timing, 2027) is None
