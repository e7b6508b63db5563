"""Where lines end: the habits of word processors, one by one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.writers.pdf.breaking import Piece, line_ends
from ttcs_desktop.writers.pdf.widths import DOTS_PER_POINT, widths

_SIZE = 14.0


def _width(text: str, *, is_bold: bool = False) -> float:
    return sum(widths(text, _SIZE, is_bold=is_bold, is_italic=False)) / DOTS_PER_POINT


def _lines(text: str, room: str) -> list[str]:
    """Break text into lines as wide as `room` is printed, and a hair more."""
    ends = [0, *line_ends([Piece(text, _SIZE)], *[_width(room) + 0.05] * 2), len(text)]
    return [text[left:right] for left, right in pairwise(ends)]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("thông tin cơ sở", "thông tin cơ", ["thông tin cơ ", "sở"]),
        ("thông tin   cơ sở", "thông tin", ["thông tin   ", "cơ sở"]),
        ("phát thanh-truyền hình", "phát thanh-truy", ["phát thanh-", "truyền hình"]),
        ("văn bản số 31-HD/BTGTW", "văn bản số 31-HD/BTG", ["văn bản số ", "31-HD/BTGTW"]),
        ("văn bản số 31-HD/BTGTW", "văn bản số 31-HD", ["văn bản số 31-", "HD/BTGTW"]),
        ("và/hoặc là", "và/hoặc", ["và/hoặc ", "là"]),
        ("từ ngày 05/9/2016", "từ ngày 05/9", ["từ ngày ", "05/9/2016"]),
        ("năm 2016 - 2020", "năm 2016 -", ["năm 2016 - ", "2020"]),
        ("năm 2016–2020", "năm 2016–20", ["năm 2016–", "2020"]),
        ("dân biết )) dân", "dân biết )", ["dân ", "biết )) ", "dân"]),
        ("bàn (dân làm", "bàn (dân", ["bàn (dân ", "làm"]),
        ("bàn ( dân làm", "bàn ( d", ["bàn ", "( dân ", "làm"]),
        ("a\xa0b c\xa0d", "a\xa0b c", ["a\xa0b ", "c\xa0d"]),
        ("một… hai", "một…", ["một… ", "hai"]),
        ("thôngtincơsở", "thông", ["thông", "tincơ", "sở"]),
        ("", "a", [""]),
    ],
)
def test_lines_end_where_word_processors_end_them(text: str, room: str, lines: list[str]) -> None:
    assert _lines(text, room) == lines


def test_a_face_changes_how_wide_words_are() -> None:
    room = _width("thông tin cơ") + 0.05
    plain, bold = "thông tin cơ sở", Piece("thông tin cơ sở", _SIZE, is_bold=True)
    assert line_ends([Piece(plain, _SIZE)], room, room) == [13]
    assert line_ends([bold], room, room) == [10]


def test_words_glued_over_two_faces_go_together() -> None:
    pieces = [Piece("là “", _SIZE), Piece("Đẩy mạnh", _SIZE, is_bold=True), Piece("”.", _SIZE)]
    room = _width("là “Đẩy m")
    assert line_ends(pieces, room, room)[0] == len("là “Đẩy ")


def test_the_first_line_may_be_narrower() -> None:
    wide = _width("thông tin cơ sở") + 1
    assert line_ends([Piece("thông tin cơ sở", _SIZE)], wide - 10, wide) == [13]


@given(
    st.lists(st.tuples(st.text(max_size=30), st.booleans()), max_size=5),
    st.floats(-20, 200),
    st.floats(-20, 200),
)
def test_any_text_ends_in_order_and_takes_at_least_a_letter(
    parts: list[tuple[str, bool]], first: float, rest: float
) -> None:
    pieces = [Piece(text, _SIZE, is_bold=bold) for text, bold in parts if text]
    ends = line_ends(pieces, first, rest)
    assert ends == sorted(set(ends))
    assert all(0 < end < sum(len(piece.text) for piece in pieces) for end in ends)


@given(st.text(alphabet="ab -/.,()“”…–", max_size=60), st.integers(20, 120))
def test_no_line_is_wider_than_its_room_without_its_last_spaces(text: str, room: int) -> None:
    ends = [0, *line_ends([Piece(text, _SIZE)], room, room), len(text)]
    for left, right in pairwise(ends):
        assert _width(text[left:right].rstrip(" ")) <= room + 0.01
