"""Clauses as a clerk reads them."""

import pytest
from checking.documents import library

from ttcs_desktop.checking.spoken import clause
from ttcs_desktop.checking.word_lists import word_lists


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("HD05 I.6.2.4d", "Hướng dẫn 05-HD/VPTW, mục I.6.2.4d"),
        ("HD05 II.3 - II.6; khoảng cách đo", "Hướng dẫn 05-HD/VPTW, mục II.3 - II.6"),
        ("HD36 II.1.6.2; PL3, dòng 6", "Hướng dẫn 36-HD/VPTW, mục II.1.6.2; Phụ lục 3, dòng 6"),
        ("HD36 PL3, dòng 9", "Hướng dẫn 36-HD/VPTW, Phụ lục 3, dòng 9"),
        ("NĐ30 PL1-I.II.9d", "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.9d"),
        ("NĐ30 PL1-V, dòng 6b", "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần V, dòng 6b"),
        ("HD29", "Hướng dẫn 29-HD/TWĐTN-VP"),
        ("thông lệ; không điều khoản nào", "thông lệ"),
        ("", ""),
    ],
)
def test_a_clause_names_instrument_annex_and_item_in_full(source: str, told: str) -> None:
    assert clause(source) == told


def test_no_format_shows_a_clerk_its_short_names() -> None:
    short = (*word_lists("sources")["instruments"], "PL1", "PL2", "PL3")
    for form in library().formats.values():
        for style in form.styles.values():
            assert not [name for name in short if name in clause(style.source)], style.source
