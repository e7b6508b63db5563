"""Letters: one way to write each, without marks, in capitals."""

import pytest

from ttcs_desktop.language.case import lower_first, upper, upper_first
from ttcs_desktop.language.letters import POINT_LETTERS, nfc, without_marks


def test_a_letter_is_one_character() -> None:
    assert nfc("e\u0302\u0301") == "ế"
    assert nfc("½ … m²") == "½ … m²"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đảng ủy xã Vạn Ninh", "Dang uy xa Van Ninh"),
        ("đường Trần Phú", "duong Tran Phu"),
        ("ƯỚC, ỵ, ẵ", "UOC, y, a"),
        ("no marks 12", "no marks 12"),
    ],
)
def test_text_without_marks(text: str, plain: str) -> None:
    assert without_marks(text) == plain


@pytest.mark.parametrize(
    ("small", "capital"),
    [("ỵ", "Ỵ"), ("đ", "Đ"), ("ủy ban", "ỦY BAN"), ("thuở ấy", "THUỞ ẤY")],
)
def test_capitals(small: str, capital: str) -> None:
    assert upper(small) == capital


def test_the_first_letter_alone() -> None:
    assert upper_first("đảng ủy") == "Đảng ủy"
    assert lower_first("Ủy ban KH") == "ủy ban KH"
    assert upper_first("") == lower_first("") == ""


def test_points_are_numbered_by_letters_without_hats_but_with_d_bar() -> None:
    assert "".join(POINT_LETTERS) == "abcdđeghiklmnopqrstuvxy"
