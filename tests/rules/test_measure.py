"""Widths are those of Times New Roman, as measured on official copies (to their ink edges)."""

import pytest

from ttcs_desktop.rules.measure import Face, width


@pytest.mark.parametrize(
    ("text", "face", "expected"),
    [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", Face(15, is_bold=True), 72.7),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face(13, is_bold=True), 95.0),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Face(12, is_bold=True), 87.7),
    ],
)
def test_official_titles_are_as_wide_as_measured(text: str, face: Face, expected: float) -> None:
    assert width(text, face) == pytest.approx(expected, abs=0.8)


def test_marks_do_not_make_letters_wider() -> None:
    assert width("ệ", Face(14)) == width("e", Face(14))


def test_bold_and_italic_have_their_own_widths() -> None:
    faces = (Face(14), Face(14, is_bold=True), Face(14, is_bold=True, is_italic=True))
    assert len({width("Độc lập - Tự do", face) for face in faces}) == 3
