"""Figures are read off the tables of reports that carry no data."""

from decimal import Decimal

import pytest

from ttcs_desktop.model.indicator import Figure, Indicator, IndicatorKind
from ttcs_desktop.model.report import ReportWords
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources
from ttcs_desktop.registry.indicators import load_indicators
from ttcs_desktop.registry.report_words import load_report_words
from ttcs_desktop.rules.report_tables import figures_in, number

D = Decimal
INDICATORS = {
    one.id: one
    for one in (
        Indicator("tin", "Tin, bài", "tin, bài", IndicatorKind.SUM, also=("Số tin bài",)),
        Indicator("gio", "Thời lượng phát thanh", "giờ", IndicatorKind.SUM),
        Indicator("mo-hinh", "Mô hình hay", "", IndicatorKind.TEXT),
    )
}


@pytest.fixture(scope="module")
def words() -> ReportWords:
    return load_report_words(resources() / "reports")


def figures(table: str, words: ReportWords) -> dict[str, Figure]:
    text = f"BÁO CÁO\n\nkết quả năm 2026\n\nI. KẾT QUẢ\n\n{table}\n"
    return {one.indicator: one for one in figures_in(parse(text), INDICATORS, words)}


def test_columns_are_known_by_their_heads_in_any_order(words: ReportWords) -> None:
    found = figures(
        "| STT | Nội dung | ĐVT | Thực hiện kỳ này | Kế hoạch | Kỳ trước |\n"
        "|---|---|---|---|---|---|\n"
        "| 1 | 1. Tin, bài (tin) | tin | 1.250 | 1.000 | 980 |\n"
        "| 2 | Thời lượng phát thanh | giờ | 120,5 giờ |  | - |\n",
        words,
    )
    assert found["tin"] == Figure("tin", D(1250), D(980), D(1000))
    assert found["gio"] == Figure("gio", D("120.5"))


def test_nothing_is_a_figure_and_an_empty_cell_is_none(words: ReportWords) -> None:
    found = figures(
        "| Chỉ tiêu | Kết quả |\n|---|---|\n| Số tin bài | Không |\n| Thời lượng phát thanh | |\n",
        words,
    )
    assert (found["tin"].value, found["tin"].text) == (0, "Không")
    assert (found["gio"].value, found["gio"].text) == (None, "")


def test_text_indicators_keep_their_words(words: ReportWords) -> None:
    found = figures("| Chỉ tiêu | Kết quả |\n|---|---|\n| Mô hình hay | Loa thông minh |", words)
    assert found["mo-hinh"] == Figure("mo-hinh", text="Loa thông minh")


def test_other_tables_give_nothing(words: ReportWords) -> None:
    assert figures("| Họ tên | Chức vụ |\n|---|---|\n| Nguyễn Văn A | Bí thư |", words) == {}


def test_a_double_head_is_read_by_the_row_that_names_the_columns(words: ReportWords) -> None:
    found = figures(
        "| Phụ lục số liệu || |\n| TT | Chỉ tiêu | Số lượng |\n|---|---|---|\n| 1 | Tin, bài | 7 |",
        words,
    )
    assert found["tin"].value == 7


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.250", D(1250)),
        ("1.250,5", D("1250.5")),
        ("12", D(12)),
        ("94,7%", D("94.7")),
        ("1 250 000 đồng", D(1250000)),
        ("-3", D(-3)),
        ("khoảng 30", None),
        ("", None),
        ("2 đài, 3 cụm", None),
    ],
)
def test_numbers_are_read_as_documents_print_them(cell: str, value: Decimal | None) -> None:
    assert number(cell) == value


def test_the_shipped_indicators_have_names_that_differ() -> None:
    names = [one.name.casefold() for one in load_indicators(resources() / "indicators").values()]
    assert len(set(names)) == len(names)
