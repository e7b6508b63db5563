"""What clerks paste from Word, Excel, PDF and old files becomes clean official text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.services.pasting import Cleaning, cleaned, in_one_line
from ttcs_desktop.services.run_together import splits

WORD = """<html xmlns:o="urn:x"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body>
<!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b>I. MỤC ĐÍCH<o:p></o:p></b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]>Tuyên truyền <b style='mso-bidi-font-weight:normal'>sâu rộng</b> về
Nghị quyết;</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Gạch <i>đầu</i> dòng</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='font-family:"Courier New"'>
<span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span>Gạch hai</p>
<p class=MsoNormal><span style='font-family:".VnTime"'>Céng hßa x· héi</span></p>
<!--EndFragment--></body></html>"""
EXCEL = """<html><body><table><tr><td class=xl65>TT</td><td>Nội dung</td><td>Kinh phí</td></tr>
<tr><td align=right>1</td><td>Họp | bàn</td><td align=right>1.200</td></tr>
<tr><td align=right>2</td><td colspan=2>Cộng</td></tr></table></body></html>"""


def test_word_keeps_its_lists_bold_and_italic_and_its_old_fonts() -> None:
    pasted = cleaned("bỏ qua", WORD)
    assert pasted.text.split("\n\n") == [
        "I. MỤC ĐÍCH",
        "1. Tuyên truyền **sâu rộng** về Nghị quyết;",
        "- Gạch *đầu* dòng",
        "+ Gạch hai",
        "Cộng hòa xã hội",
    ]
    assert pasted.done == (Cleaning.DRESS,)


def test_excel_becomes_a_table() -> None:
    pasted = cleaned("TT\tNội dung\tKinh phí", EXCEL)
    assert pasted.text.split("\n") == [
        "|  TT | Nội dung   | Kinh phí |",
        "| --: | ---------- | -------: |",
        "|   1 | Họp \\| bàn |    1.200 |",
        "|   2 | Cộng                 ||",
    ]
    assert pasted.is_block
    assert pasted.done == (Cleaning.TABLE,)


def test_excel_without_html_becomes_the_same_kind_of_table() -> None:
    pasted = cleaned('TT\tNội dung\r\n1\t"Họp\nbàn"\r\n2\t\r\n')
    assert pasted.text.split("\n") == [
        "| TT  | Nội dung |",
        "| --- | -------- |",
        "| 1   | Họp bàn  |",
        "| 2   |          |",
    ]


@pytest.mark.parametrize(
    ("typed", "expected", "cleaning"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam", "TCVN3"),
        ("Coäng hoøa xaõ hoäi chuû nghóa", "Cộng hòa xã hội chủ nghĩa", "VNI"),
    ],
)
def test_old_encodings_are_turned_and_what_came_is_kept(
    typed: str, expected: str, cleaning: str
) -> None:
    pasted = cleaned(typed)
    assert pasted.text == expected
    assert pasted.raw == typed
    assert pasted.done == (Cleaning[cleaning],)


def test_letters_and_spaces_of_every_kind_become_plain() -> None:
    typed = unicodedata.normalize("NFD", "Thông\u00a0tin\u200b cơ\u00ad sở")
    assert cleaned(typed).text == "Thông tin cơ sở"
    assert cleaned(typed).done == ()


def test_bullets_and_tabs_behind_marks_become_marks() -> None:
    typed = "1.\tMột\n•\tHai\n●  Ba\no\tBốn\n– Năm\n\uf0b7\tSáu\na)\tBảy"
    assert cleaned(typed).text == "1. Một\n- Hai\n- Ba\n+ Bốn\n- Năm\n- Sáu\na) Bảy"


def test_lines_cut_by_a_pdf_become_paragraphs() -> None:
    typed = (
        "1. Tổ chức quán triệt, tuyên truyền sâu rộng các chủ\n"
        "trương của Đảng, chính sách, pháp luật của Nhà nước về\n"
        "hoạt động thông tin cơ sở.\n"
        "2. Nâng cao chất lượng nội dung, hình thức của hoạt đ-\n"
        "ộng thông tin; phát huy vai trò của người Mác-\n"
        "xít ở cơ sở.\n"
    )
    pasted = cleaned(typed)
    first, second = pasted.text.split("\n")
    assert first == (
        "1. Tổ chức quán triệt, tuyên truyền sâu rộng các chủ trương của Đảng, chính sách, "
        "pháp luật của Nhà nước về hoạt động thông tin cơ sở."
    )
    assert second == (
        "2. Nâng cao chất lượng nội dung, hình thức của hoạt động thông tin; phát huy vai trò "
        "của người Mác-xít ở cơ sở."
    )
    assert Cleaning.JOINED in pasted.done


def test_official_text_is_pasted_as_it_is() -> None:
    typed = "I. MỤC ĐÍCH\n\n1. Một **đậm** và [[ct-07-2016]].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert cleaned(typed).text == typed
    assert cleaned(typed).done == ()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("thôngtin", "thông tin"),
        ("Tuyêntruyền", "Tuyên truyền"),
        ("hoạtđộng", "hoạt động"),
        ("cơsở", "cơ sở"),
        ("ởcơsở", "ở cơ sở"),
        ("thôngtincơsở", "thông tin cơ sở"),
        ("ĐẢNGVIÊN", "ĐẢNG VIÊN"),
    ],
)
def test_words_that_run_together_are_proposed_apart(typed: str, asked: str) -> None:
    (split,) = splits(f"về {typed}, năm 2027")
    assert split.words == asked
    assert f"về {typed}, năm 2027"[split.start : split.end] == typed


@pytest.mark.parametrize(
    "text",
    [
        "nghiêng nghiêng khuỷu thuở quyền giữa",
        "Hà Nội, Đắk Lắk và Kon Tum; VNPT, ĐBSCL, marketing",
        "mailto:a@b.vn 05-HD/VPTW 264a UBND",
    ],
)
def test_words_that_are_whole_are_left_alone(text: str) -> None:
    assert splits(text) == ()


def test_what_goes_into_a_cell_has_no_line_ends_and_no_pipes() -> None:
    assert in_one_line("một\nhai | ba") == "một hai \\| ba"


@given(st.text(max_size=300), st.text(alphabet="<>/tdrpbilou lass='\"=", max_size=120))
def test_nothing_that_is_pasted_breaks_anything(plain: str, html: str) -> None:
    pasted = cleaned(plain, html)
    parse(pasted.text)
    assert "\r" not in pasted.text


@given(st.lists(st.sampled_from(["<b>", "</b>", "<td>", "<tr>", "<table>", "</table>", "<p>", "x",
                                 "<ul>", "<li>", "</ul>", "</td>", "<td rowspan=3 colspan=2>", "|",
                                 "<br>", "Một", "<ol type=I>", "<![if x]>", "<!--", "-->", "*"]),
                max_size=40))  # fmt: skip
def test_html_may_be_broken_in_any_way(parts: list[str]) -> None:
    html = " ".join(parts)
    pasted = cleaned("chữ", html)
    assert parse(pasted.text) is not None
