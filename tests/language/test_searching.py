"""What is typed to find words: marks optional, phrases, beginnings of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.language.searching import holds, spans, wanted

TEXT = "Đảng uỷ xã Nam Cam Ranh tuyên truyền Chỉ thị số 07-CT/TW về thông tin cơ sở"


@pytest.mark.parametrize(
    "typed",
    ["dang uy", "Đảng ủy", "ĐẢNG UỶ", '"thông tin cơ sở"', '"thong tin co so"', "07-CT/TW",
     '"thông tin co so"', "tuy* ranh", "“nam cam ranh”", "tuyê*", ""],
)  # fmt: skip
def test_a_text_is_found_by(typed: str) -> None:
    assert holds(TEXT, wanted(typed))


@pytest.mark.parametrize(
    "typed",
    ["đang", "đáng uy", '"cơ sở thông tin"', "tuy", "thông tin xấu", "07-CT/TƯ", '"thông tin cỏ"'],
)
def test_a_text_is_not_found_by(typed: str) -> None:
    assert not holds(TEXT, wanted(typed))


def test_places_are_told_to_be_marked() -> None:
    marked = [TEXT[start:end] for start, end in spans(TEXT, wanted('"thong tin" uỷ tuy*'))]
    assert marked == ["uỷ", "tuyên", "thông tin"]


@given(st.text('aăâđeêioôơuưyáàảạắ t"*-,', max_size=40))
def test_a_text_is_found_by_its_own_words_with_marks_and_without(text: str) -> None:
    bare = text.replace('"', " ").replace("*", " ")
    assert holds(bare, wanted(bare))
    assert holds(bare, wanted(without_marks(bare)))
    for start, end in spans(bare, wanted(bare)):
        assert 0 <= start < end <= len(bare)


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_that_is_typed_is_refused(typed: str, text: str) -> None:
    holds(text, wanted(typed))
    spans(text, wanted(typed))
