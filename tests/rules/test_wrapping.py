"""Long names break by sense."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.model.sheet import Run
from ttcs_desktop.rules.measure import Face, width
from ttcs_desktop.rules.wrapping import broken, broken_runs

PARTY, STATE = Face(14, is_bold=True), Face(13, is_bold=True)


@pytest.mark.parametrize(
    ("name", "face", "room", "expected"),
    [
        ("BAN TUYÊN GIÁO", PARTY, 80, "BAN TUYÊN GIÁO"),
        ("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", STATE, 65, "ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA"),
        (
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
            STATE,
            65,
            "SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH",
        ),
        (
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH KHÁNH HÒA",
            PARTY,
            80,
            "ỦY BAN MẶT TRẬN TỔ QUỐC\nVIỆT NAM TỈNH KHÁNH HÒA",
        ),
        (
            "UỶ BAN KIỂM TRA TỈNH UỶ SƠN LA - CÔNG AN TỈNH SƠN LA",
            PARTY,
            92,
            "UỶ BAN KIỂM TRA TỈNH UỶ SƠN LA -\nCÔNG AN TỈNH SƠN LA",
        ),
        ("BAN TUYÊN GIÁO\nVÀ DÂN VẬN", PARTY, 80, "BAN TUYÊN GIÁO\nVÀ DÂN VẬN"),
    ],
)
def test_names_break_by_sense(name: str, face: Face, room: float, expected: str) -> None:
    assert broken(name, face, room) == expected


@pytest.mark.parametrize(
    ("name", "face", "room", "expected"),
    [
        (
            "V/v báo cáo tình hình hoạt động thông tin cơ sở 6 tháng đầu năm 2026",
            Face(13),
            67.5,
            "V/v báo cáo tình hình\nhoạt động thông tin cơ sở\n6 tháng đầu năm 2026",
        ),
        (
            "về công tác cán bộ và xây dựng nội bộ cơ quan đảng ở cơ sở",
            Face(14),
            62,
            "về công tác cán bộ\nvà xây dựng nội bộ\ncơ quan đảng ở cơ sở",
        ),
        (
            "TRUNG TÂM VĂN HÓA, THÔNG TIN VÀ THỂ THAO PHƯỜNG NAM NHA TRANG",
            STATE,
            67.5,
            "TRUNG TÂM VĂN HÓA,\nTHÔNG TIN VÀ THỂ THAO\nPHƯỜNG NAM NHA TRANG",
        ),
    ],
)
def test_words_that_belong_together_stay_together(
    name: str, face: Face, room: float, expected: str
) -> None:
    assert broken(name, face, room) == expected


def test_a_whole_page_in_place_of_a_title_is_broken_at_once() -> None:
    start = time.process_time()
    lines = broken("tuyên truyền thực hiện " * 2000, PARTY, 155).split("\n")
    assert time.process_time() - start < 1
    assert max(width(line, PARTY) for line in lines) <= 155


def test_a_subject_ends_no_line_inside_a_date_or_with_a_lost_word() -> None:
    subject = (
        "tuyên truyền thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII)"
        " về “Đẩy mạnh công tác thông tin cơ sở trong tình hình mới”"
    )
    lines = broken(subject, PARTY, 155).split("\n")
    assert [line.split()[0] for line in lines] == ["tuyên", "của", "về"]


def test_runs_keep_their_dress_when_lines_end_in_them() -> None:
    runs = (Run("kế hoạch của Ban Thường vụ "), Run("về thông tin cơ sở", italic=True))
    written = broken_runs(runs, PARTY, 70)
    assert [run.text for run in written if isinstance(run, Run)] == [
        "kế hoạch của Ban Thường vụ\n",
        "về thông tin cơ sở",
    ]
    assert isinstance(written[1], Run)
    assert written[1].italic is True


@given(st.text(alphabet="ỦY BAN-TỈNH,“a ", max_size=80), st.floats(10, 90))
def test_breaking_only_turns_spaces_into_line_ends(name: str, room: float) -> None:
    lines = broken(name, STATE, room)
    assert lines.replace("\n", " ") == name
    for line in lines.split("\n"):
        assert width(line, STATE) <= room or " " not in line.strip()
