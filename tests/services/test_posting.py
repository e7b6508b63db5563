"""Copies and labels follow the recipients."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest
from judges import page_count, printed_lines
from pypdf import PdfReader

from ttcs_desktop.errors import DataError, UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.postage import Area, Inscription, PostageSheet
from ttcs_desktop.places import resources
from ttcs_desktop.registry.postage import load_postage
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.posting import Posting
from ttcs_desktop.writers.pdf import write, write_postage

POINTS = 72 / 25.4
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


def post(path: Path, sheets: Sequence[PostageSheet]) -> Path:
    path.write_bytes(write_postage(sheets, "Nhãn gửi"))
    return path


def test_each_copy_that_leaves_the_house_has_a_label(tmp_path: Path) -> None:
    library = Library()
    sheets = Posting(library).labels(composed(library), library.label_sheet("labels-2x7"))
    path = post(tmp_path / "nhan.pdf", sheets)
    printed = [line.text for line in printed_lines(path)]
    assert printed.count("Kính gửi:") == 71
    assert printed.count("Nơi gửi: Ban Tuyên giáo Tỉnh uỷ") == 71
    assert printed.count("Số: 05-KH/BTGTU") == 71
    for name in ("Đảng uỷ đặc khu Trường Sa", "Lãnh đạo Ban", "Tỉnh uỷ Khánh Hoà"):
        assert printed.count(name) == 1
    assert page_count(path) == 6


@pytest.mark.parametrize("sheet", Library().postage.labels)
def test_words_stay_on_their_label(tmp_path: Path, sheet: str) -> None:
    library = Library()
    paper = library.label_sheet(sheet)
    path = post(tmp_path / "nhan.pdf", Posting(library).labels(composed(library), paper))
    areas = [(one.left, one.top, one.left + one.width, one.top + one.height)
             for one in paper.places]  # fmt: skip
    for line in printed_lines(path):
        box = [side / POINTS for side in (line.left, line.top, line.right, line.bottom)]
        assert any(
            left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
            for left, top, right, bottom in areas
        ), line


def test_labels_go_on_where_a_sheet_was_used(tmp_path: Path) -> None:
    library = Library()
    paper = library.label_sheet("labels-2x7")
    sheets = Posting(library).labels(composed(library), paper, used=15)
    assert [len(one.inscriptions) for one in sheets] == [13, 14, 14, 14, 14, 2]
    assert sheets[0].inscriptions[0].area == paper.places[1]


@pytest.mark.parametrize(
    ("envelope", "size"),
    [("dl", (220, 110)), ("c5", (229, 162)), ("c4", (324, 229)), ("window", (210, 297))],
)
def test_each_copy_has_an_envelope_of_the_size_asked_for(
    tmp_path: Path, envelope: str, size: tuple[float, float]
) -> None:
    library = Library()
    paper = library.envelope(envelope)
    path = post(tmp_path / "bi.pdf", Posting(library).envelopes(composed(library), paper))
    box = PdfReader(path).pages[0].mediabox
    assert (float(box.width) / POINTS, float(box.height) / POINTS) == pytest.approx(size, abs=0.1)
    assert page_count(path) == 71
    name = next(one for one in printed_lines(path) if one.text == "Đảng uỷ đặc khu Trường Sa")
    area = paper.address
    assert area.left <= name.left / POINTS <= area.left + area.width
    assert area.top <= name.top / POINTS <= area.top + area.height


def test_a_label_over_the_edge_of_the_paper_is_refused(tmp_path: Path) -> None:
    (tmp_path / "nhan.toml").write_text("[label.labels-2x7]\nleft = 20\n", encoding="utf-8")
    with pytest.raises(DataError, match="ra ngoài mép giấy"):
        load_postage(resources() / "postage", tmp_path)


def test_a_long_name_takes_smaller_letters(tmp_path: Path) -> None:
    area = Area(10, 10, 40, 12)
    name = "Đảng uỷ các cơ quan, đơn vị sự nghiệp và doanh nghiệp trực thuộc tỉnh Khánh Hoà"
    sheet = PostageSheet(210, 297, (Inscription(area, ((name, True),), 12),))
    lines = printed_lines(post(tmp_path / "dai.pdf", [sheet]))
    assert " ".join(one.text for one in lines) == name
    assert max(one.bottom for one in lines) / POINTS <= area.top + area.height


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
        Posting(library).labels(composed(library, text), library.label_sheet("labels-2x7"))
