"""Words that were begun, completed with or without marks."""

import datetime
from pathlib import Path

import pytest

from ttcs_desktop.services.library import Library
from ttcs_desktop.services.phrases import Phrases
from ttcs_desktop.services.word_offers import WordOffers

DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def offers(tmp_path: Path) -> WordOffers:
    return WordOffers(Library(), Phrases(tmp_path / "phrases.json"))


@pytest.mark.parametrize("typed", ["ban tuyen giao tinh", "Ban Tuyên giáo Tỉnh", "BAN TUYEN giáo"])
def test_a_unit_is_offered_by_its_name_of_the_day(offers: WordOffers, typed: str) -> None:
    found = offers.after(f"Thực hiện ý kiến của {typed}", DAY)
    assert found[0].words == "Ban Tuyên giáo Tỉnh uỷ"
    assert found[0].replaced == len(typed)
    then = offers.after("của ban tuyen giao va", datetime.date(2025, 6, 1))
    assert "Ban Tuyên giáo và Dân vận Tỉnh uỷ" in [one.words for one in then]


def test_an_instrument_is_put_in_as_a_citation(offers: WordOffers) -> None:
    found = offers.after("Căn cứ nghi dinh 49/2024", DAY)
    assert [(one.words, one.replaced) for one in found] == [
        ("[[nd-49-2024]]", len("nghi dinh 49/2024"))
    ]


def test_own_phrases_come_first(offers: WordOffers) -> None:
    offers.phrases.keep("Đề nghị các đơn vị nghiêm túc triển khai thực hiện.", "Sở kết luận")
    found = offers.after("so", DAY)
    assert found[0].words == "Đề nghị các đơn vị nghiêm túc triển khai thực hiện."
    assert any(one.words == "Sở Tư pháp" for one in found)


@pytest.mark.parametrize("typed", ["", "   ", "x", "không đơn vị nào tên thế này"])
def test_what_begins_nothing_is_offered_nothing(offers: WordOffers, typed: str) -> None:
    assert offers.after(typed, DAY) == ()
