"""Where the tone mark stands: old hòa, khỏe, thủy; new hoà, khoẻ, thuỷ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.language.tones import NEW, OLD, fold, in_spelling

PAIRS = [
    ("hòa", "hoà"),
    ("tỏa", "toả"),
    ("khóa", "khoá"),
    ("khỏe", "khoẻ"),
    ("lòe", "loè"),
    ("thủy", "thuỷ"),
    ("ủy", "uỷ"),
    ("lũy", "luỹ"),
    ("hủy", "huỷ"),
    ("Ủy ban", "Uỷ ban"),
    ("ỦY BAN", "UỶ BAN"),
    ("HÒA", "HOÀ"),
    ("Khánh Hòa", "Khánh Hoà"),
    ("(ủy)", "(uỷ)"),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_two_spellings(old: str, new: str) -> None:
    assert in_spelling(old, NEW) == new
    assert in_spelling(new, OLD) == old
    assert fold(old) == fold(new)


@pytest.mark.parametrize("spelling", [NEW, OLD])
@pytest.mark.parametrize(
    "word",
    [
        "Toàn",
        "toán",
        "khoảng",
        "quý",
        "quỹ",
        "quỳ",
        "Quý",
        "QUÝ",
        "thuyền",
        "tuyết",
        "tiếng",
        "hoạch",
        "ngoèo",
        "khuỷu",
        "loài",
        "xoáy",
        "giữa",
        "của",
        "mía",
        "huynh",
        "hoa",
        "huy",
        "thuở",
    ],
)
def test_words_written_one_way_are_left_alone(word: str, spelling: str) -> None:
    assert in_spelling(word, spelling) == word


def test_words_that_are_to_be_kept_are_kept() -> None:
    text = "Báo Khánh Hòa và Ủy ban hòa giải"
    assert in_spelling(text, NEW, keep=["Khánh Hòa", ""]) == "Báo Khánh Hòa và Uỷ ban hoà giải"


def test_decomposed_letters_are_composed_first() -> None:
    assert in_spelling("ho\u0300a", NEW) == "hoà"


@given(st.lists(st.sampled_from([word for pair in PAIRS for word in pair]), max_size=8))
def test_folding_is_settled_and_loses_no_letter(words: list[str]) -> None:
    text = " ".join(words)
    assert fold(fold(text)) == fold(text)
    assert in_spelling(in_spelling(text, OLD), NEW) == fold(text)
    assert len(fold(text)) == len(text)
