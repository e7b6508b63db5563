"""What grows old in words is marked, what does not is left as it is."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.model.problem import Severity
from ttcs_desktop.rules.signs import review, review_problems
from ttcs_desktop.rules.stale import Stale

START = datetime.date(2027, 1, 1)
NAMES = {
    "Sở Thông tin và Truyền thông": "Sở Văn hóa, Thể thao và Du lịch",
    "Huyện uỷ Cam Lâm": "",
}
STALE = Stale(START, NAMES, {"07-CT/TW", "49/2024/NĐ-CP"})
REPORT = Stale(START, NAMES, {"07-CT/TW"}, has_figures=True)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("trước ngày 30/6/2026", "trước [XEM LẠI: ngày 30/6/2026]"),
        ("ngày 05 tháng 9 năm 2026", "[XEM LẠI: ngày 05 tháng 9 năm 2026]"),
        ("kết quả quý III năm 2026.", "kết quả [XEM LẠI: quý III năm 2026]."),
        ("tuần 45 năm 2026", "[XEM LẠI: tuần 45 năm 2026]"),
        ("6 tháng đầu năm 2026", "[XEM LẠI: 6 tháng đầu năm 2026]"),
        ("giai đoạn 2021 - 2025", "[XEM LẠI: giai đoạn 2021 - 2025]"),
        ("trong năm 2026", "trong [XEM LẠI: năm 2026]"),
        (
            "Kế hoạch số 12-KH/ĐU, ngày 15/01/2026",
            "[XEM LẠI: Kế hoạch số 12-KH/ĐU, ngày 15/01/2026]",
        ),
        (
            "Sở Thông tin và Truyền thông",
            "[XEM LẠI: Sở Thông tin và Truyền thông, nay là Sở Văn hóa, Thể thao và Du lịch]",
        ),
        ("Huyện ủy Cam Lâm", "[XEM LẠI: Huyện ủy Cam Lâm]"),
    ],
)
def test_days_years_periods_letters_and_bodies_grow_old(text: str, marked: str) -> None:
    assert STALE.marked(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày 30/6",
        "trước ngày 30/6/2027",
        "năm 2027, quý I năm 2028",
        "Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư",
        "Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ",
        "Thực hiện [[ct-07-2016]] và [[nd-49-2024]]",
        "giai đoạn 2026 - 2030",
        "[XEM LẠI: năm 2026]",
        "[CẦN BỔ SUNG: Năm 2026]",
        "Sở Thông tin và Truyền thôngX",
        "Tổ chức 12 hội nghị",
    ],
)
def test_what_does_not_grow_old_stays(text: str) -> None:
    assert STALE.marked(text) == text


def test_what_belongs_to_the_new_period_is_not_old_yet() -> None:
    half = Stale(datetime.date(2026, 7, 1))
    text = "quý II năm 2026, ngày 30/6/2026, ngày 30/9/2026, quý III năm 2026, năm 2026"
    assert half.marked(text) == (
        "[XEM LẠI: quý II năm 2026], [XEM LẠI: ngày 30/6/2026], ngày 30/9/2026, quý III năm 2026, "
        "năm 2026"
    )
    assert half.marked("Kế hoạch số 12-KH/ĐU, ngày 15/01/2026") == (
        "Kế hoạch số 12-KH/ĐU, ngày 15/01/2026"
    )


def test_figures_of_a_report_grow_old_but_not_the_numbers_of_its_order() -> None:
    text = (
        "1. Ban hành 01 kế hoạch (tăng 1.250 lượt), đạt 97,3%.\n"
        "1.1. Theo Điều 5, khoản 2, mục 3\n"
        "a) Đài phát 24/24 giờ[^1]\n"
        "| 1 | Giờ phát | 360 |\n"
        "|:-:|---|--:|\n"
        "[^1]: Số 7."
    )
    assert REPORT.marked(text) == (
        "1. Ban hành [XEM LẠI: 01] kế hoạch (tăng [XEM LẠI: 1.250] lượt), đạt [XEM LẠI: 97,3%].\n"
        "1.1. Theo Điều 5, khoản 2, mục 3\n"
        "a) Đài phát 24/24 giờ[^1]\n"
        "| 1 | Giờ phát | [XEM LẠI: 360] |\n"
        "|:-:|---|--:|\n"
        "[^1]: Số [XEM LẠI: 7]."
    )


WORDS = st.sampled_from(
    ["năm 2026", "12", "ngày 5/9/2026", "quý II năm 2025", "Huyện ủy Cam Lâm", "[[ct-07-2016]]",
     "xã", "- ", "1. ", "\n", " ", "| ", "(", ")", "97,3%", "Số 12-KH/ĐU", "đến", ",", "[", "]"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_marking_twice_marks_no_more_and_no_word_is_lost(text: str) -> None:
    marked = REPORT.marked(text)
    assert REPORT.marked(marked) == marked
    bare = re.sub(r"\[XEM LẠI: ([^\[\]]*)\]", r"\1", marked)
    kept = re.sub(r"[\s\[\]()]", "", text)
    assert re.sub(r"[\s\[\]()]", "", bare) == kept


def test_each_sign_stops_the_issue_and_says_where_it_is() -> None:
    text = f"a\n\n{review('năm 2026')} b {review('12 [x]')}\n[CẦN BỔ SUNG: c]"
    problems = list(review_problems(text))
    assert [(one.severity, one.rule, one.line) for one in problems] == [
        (Severity.ERROR, "review.unconfirmed", 3)
    ] * 2
    assert "12 (x)" in problems[1].message
