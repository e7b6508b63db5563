"""Numbers in figures and in words, as vouchers and documents need them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.language.numbers import grouped, in_words, money_in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (34, "ba mươi tư"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm linh một"),
        (2001, "hai nghìn không trăm linh một"),
        (2026, "hai nghìn không trăm hai mươi sáu"),
        (10_005, "mười nghìn không trăm linh năm"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_050_000, "một triệu không trăm năm mươi nghìn"),
        (15_500_000, "mười lăm triệu năm trăm nghìn"),
        (125_000_000, "một trăm hai mươi lăm triệu"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (
            1_234_567_890_123,
            (
                "một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu"
                " tám trăm chín mươi nghìn một trăm hai mươi ba"
            ),
        ),
        (10**12, "một nghìn tỷ"),
        (10**15, "một triệu tỷ"),
        (10**18, "một tỷ tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_a_number_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


DIGITS = {
    word: value
    for value, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín")
    )
    for word in words.split()
}
SIZES = {"nghìn": 10**3, "triệu": 10**6}


def heard(words: str) -> int:
    """Return the number that words say, by adding up what is heard."""
    total = below = group = 0
    for word in words.split():
        if word == "tỷ":
            total, below, group = (total + below + group) * 10**9, 0, 0
        elif word in SIZES:
            below, group = below + group * SIZES[word], 0
        elif word == "trăm":
            group *= 100
        elif word == "mươi":
            group = group // 100 * 100 + group % 100 * 10
        elif word == "mười":
            group += 10
        elif word != "linh":
            group += DIGITS[word]
    return total + below + group


@given(st.integers(0, 10**17))
def test_words_say_the_number(number: int) -> None:
    assert heard(in_words(number)) == number


def test_money() -> None:
    assert money_in_words(125_000_000) == "một trăm hai mươi lăm triệu đồng"


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (0, "0"),
        (999, "999"),
        (1_250_000, "1.250.000"),
        (-1_250, "-1.250"),
        (12.5, "12,5"),
        (Decimal("1250.75"), "1.250,75"),
        (0.1, "0,1"),
    ],
)
def test_figures(number: int | float | Decimal, figures: str) -> None:
    assert grouped(number) == figures
