"""Copies and labels follow the recipients."""

import datetime
from pathlib import Path

import pytest
from judges import page_count, printed_lines

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.posting import Posting
from ttcs_desktop.writers.pdf import write

TEXT = """KẾ HOẠCH

thông tin cơ sở năm 2027

1. Mục đích.

Nơi nhận:
- Thường trực Tỉnh uỷ (báo cáo);
- Các đảng uỷ trực thuộc Tỉnh uỷ;
- Lãnh đạo Ban;
- Lưu Văn phòng.

TRƯỞNG BAN

Nguyễn Văn An
"""


def composed(library: Library, text: str = TEXT) -> Composition:
    draft = Draft(text=text, unit="btgtu", date=datetime.date(2026, 11, 24), number="05")
    return Composer(library).compose(draft)


def test_a_group_counts_each_of_its_units_and_the_archive_one() -> None:
    library = Library()
    counted = Posting(library).copies(composed(library))
    assert [(one.recipient, one.copies) for one in counted] == [
        ("Thường trực Tỉnh uỷ", 1), ("Các đảng uỷ trực thuộc Tỉnh uỷ", 69), ("Lãnh đạo Ban", 1),
        ("Lưu", 1),
    ]  # fmt: skip
    assert counted[1].line == 9
    assert "Đảng uỷ đặc khu Trường Sa" in counted[1].names


def test_each_copy_that_leaves_the_house_has_a_label(tmp_path: Path) -> None:
    library = Library()
    composition = composed(library)
    path = tmp_path / "nhan.pdf"
    path.write_bytes(write(Posting(library).labels(composition), composition.format))
    printed = [line.text for line in printed_lines(path)]
    assert printed.count("Kính gửi:") == 71
    assert printed.count("Nơi gửi: Ban Tuyên giáo Tỉnh uỷ") == 71
    assert printed.count("Số: 05-KH/BTGTU") == 71
    for name in ("Đảng uỷ đặc khu Trường Sa", "Lãnh đạo Ban", "Tỉnh uỷ Khánh Hoà"):
        assert printed.count(name) == 1
    assert page_count(path) > 1


def test_the_list_has_a_sum_and_room_to_sign(tmp_path: Path) -> None:
    library = Library()
    composition = composed(library)
    path = tmp_path / "danh-sach.pdf"
    path.write_bytes(write(Posting(library).dispatch_list(composition), composition.format))
    printed = " ".join(line.text for line in printed_lines(path))
    assert "Ký nhận" in printed
    assert "Cộng 72" in printed


def test_without_recipients_there_is_nothing_to_send() -> None:
    library = Library()
    text = "KẾ HOẠCH\n\nthông tin cơ sở\n\n1. Mục đích.\n\nTRƯỞNG BAN\n\nNguyễn Văn An\n"
    with pytest.raises(UserError, match="chưa có nơi nhận"):
        Posting(library).labels(composed(library, text))
