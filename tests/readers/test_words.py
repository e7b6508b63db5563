"""The words of a paragraph in a foreign .docx, as official text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.docx_made import (
    BOLD,
    BREAK,
    ITALIC,
    TAB,
    WORD,
    docx,
    font,
    p,
    r,
    reading,
    text,
    unzipped,
    zipped,
)

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.model.document import Item, Paragraph
from ttcs_desktop.model.text import Footnote, Span, plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.readers.docx import read
from ttcs_desktop.readers.dress import Notes, official
from ttcs_desktop.readers.passages import Words

BEFORE = p("Mở đầu văn bản.")
"""A first paragraph, so that what follows stands in the body."""


def line(content: str, **parts: str) -> str:
    """Return the official text of a paragraph that stands in the body."""
    return text(BEFORE + p(content) + p("Kết thúc."), **parts).split("\n\n")[1]


def test_runs_that_a_program_cut_apart_are_one_text() -> None:
    assert line(r("Thực h") + r("iện ") + r("Chỉ thị")) == "Thực hiện Chỉ thị"


def test_bold_and_italic_words_get_their_asterisks() -> None:
    assert line(r("Theo ") + r("Chỉ thị 07 ", ITALIC) + r("đã nêu.")) == "Theo *Chỉ thị 07* đã nêu."
    assert line(r("Rất ") + r("quan trọng", BOLD) + r(".")) == "Rất **quan trọng**."
    assert line(r("a") + r("b", BOLD + ITALIC) + r("c", ITALIC)) == "a***b**c*"


def test_a_style_that_says_bold_twice_says_nothing() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="n"/>'
        '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="s"><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr>{r("Đậm ")}{r("thường", _style("s"))}</w:p>'
    assert text(BEFORE + body, styles=styles).split("\n\n")[1] == "**Đậm** thường"


def test_capitals_of_a_format_are_capitals_of_the_text() -> None:
    assert line(r("Sở Tư pháp", "<w:caps/>")) == "SỞ TƯ PHÁP"


def test_hidden_words_are_not_read() -> None:
    assert line(r("Nhìn thấy") + r(" ẩn", "<w:vanish/>")) == "Nhìn thấy"


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = (
        f"{r('Giữ ')}<w:ins>{r('thêm ')}</w:ins><w:del><w:r><w:delText>xóa </w:delText></w:r>"
        f"</w:del><w:moveFrom>{r('cũ ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo>"
    )
    found = reading(BEFORE + p(changed))
    assert found.text.split("\n\n")[1].strip() == "Giữ thêm mới"
    assert [problem.rule for problem in found.problems] == ["readers.tracked-changes"]


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    first = p(r("Nửa câu ") + "", "<w:rPr><w:del/></w:rPr>")
    assert text(BEFORE + first + p("nửa sau.")).split("\n\n")[1] == "Nửa câu nửa sau."


def test_a_field_gives_its_result_and_not_its_instruction() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    nested = (
        f"{char('begin')}{r('IF ')}{char('begin')}<w:r><w:instrText>X</w:instrText></w:r>"
        f"{char('separate')}{r('1')}{char('end')}{char('separate')}{r('kết quả')}{char('end')}"
    )
    assert line(r("Trang ") + nested) == "Trang kết quả"
    simple = f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>'
    assert line(r("Trang ") + simple) == "Trang 7"


def test_an_open_field_swallows_nothing_of_the_next_paragraph() -> None:
    body = BEFORE + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("Vẫn còn.")
    assert text(body).endswith("Vẫn còn.")


def test_links_tags_and_controls_are_looked_through() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('trong ô')}</w:sdtContent></w:sdt>"
    link = f"<w:hyperlink>{r('liên kết ')}</w:hyperlink>"
    assert line(link + f"<w:smartTag>{r('thẻ ')}</w:smartTag>" + control) == "liên kết thẻ trong ô"


def test_the_prompt_of_an_empty_control_is_not_read() -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{r('Click here to enter text.')}</w:sdtContent></w:sdt>"
    )
    assert line(r("Số: ") + control + r("15")) == "Số: 15"


def test_hyphens_and_spaces_of_every_kind_are_plain() -> None:
    firm = "<w:r><w:noBreakHyphen/></w:r>"
    soft = "<w:r><w:softHyphen/></w:r>"
    assert line(r("31") + firm + r("HD") + TAB + r("ngày\u00a05") + soft) == "31-HD ngày 5"


def test_symbols_are_characters_of_any_font() -> None:
    def sym(code: str, name: str) -> str:
        return f'<w:r><w:sym w:font="{name}" w:char="{code}"/></w:r>'

    assert line(sym("F0FE", "Wingdings") + r(" Đồng ý ") + sym("F0A3", "Symbol")) == "☑ Đồng ý ≤"
    found = reading(BEFORE + p(sym("F001", "Wingdings") + r(" lạ")))
    assert [problem.rule for problem in found.problems] == ["readers.unknown-symbol"]
    assert "□ lạ" in found.text


def test_a_raised_figure_after_a_unit_of_length_is_its_power() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert line(r("diện tích 30 m") + r("2", raised) + r(" sàn")) == "diện tích 30 m² sàn"
    assert line(r("tên cơ quan") + r("2", raised)) == "tên cơ quan2"


def test_words_in_tcvn3_and_vni_fonts_are_read_run_by_run() -> None:
    body = (
        p(r("Thùc hiÖn ChØ thÞ ", font(".VnTime")) + r("và Unicode ế giữ nguyên"))
        + p(r("céng hßa x· héi", font(".VnTimeH")))
        + p(r("Nghò quyeát cuûa Ban Chaáp haønh", font("VNI-Times")))
    )
    found = reading(BEFORE + body)
    assert found.text.split("\n\n")[1:] == [
        "Thực hiện Chỉ thị và Unicode ế giữ nguyên",
        "CỘNG HÒA XÃ HỘI",
        "Nghị quyết của Ban Chấp hành\n",
    ]
    assert [problem.rule for problem in found.problems] == ["readers.old-font"]
    assert ".VnTime" in found.problems[0].message
    assert "VNI-Times" in found.problems[0].message


def test_a_soft_hyphen_in_tcvn3_is_the_letter_u_with_a_horn() -> None:
    words = "<w:t>b¾t ®Çu t</w:t><w:softHyphen/><w:t>¬ng lai, th</w:t><w:softHyphen/><w:t>¬ng</w:t>"
    run = f"<w:r><w:rPr>{font('.VnTime')}</w:rPr>{words}</w:r>"
    assert line(run) == "bắt đầu tương lai, thương"


def test_unicode_words_under_the_name_of_an_old_font_stay() -> None:
    assert line(r("kế hoạch được giao, có cả é", font(".VnTime"))) == "kế hoạch được giao, có cả é"


def test_an_old_font_of_a_style_counts_too() -> None:
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font('.VnTime')}</w:rPr></w:rPrDefault>"
        "</w:docDefaults>"
    )
    assert "Thực hiện" in text(p(r("Thùc hiÖn")), styles=styles)


def test_old_codes_without_their_font_are_only_suggested() -> None:
    found = reading(p("Thùc hiÖn ChØ thÞ cña Ban BÝ th\u00ad vÒ c«ng t¸c th«ng tin c¬ së"))
    assert found.suggested_encoding == "tcvn3"
    assert "Thùc hiÖn" in found.text


def test_footnotes_are_called_and_told_at_the_end() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    own = p(f"<w:r><w:footnoteRef/></w:r>{r(' Theo ')}{r('điều', ITALIC)}")
    footnotes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{own}</w:footnote>'
    )
    found = text(BEFORE + p(r("Câu có chú thích") + mark + r(".")), footnotes=footnotes)
    assert found.split("\n\n")[1:] == ["Câu có chú thích[^1].", "[^1]: Theo *điều*"]
    last = parse(found).blocks[-1]
    assert isinstance(last, Paragraph)
    assert Footnote((Span("Theo "), Span("điều", italic=True))) in last.content


def test_a_mark_without_a_footnote_is_left_out() -> None:
    assert line(r("Câu") + '<w:r><w:footnoteReference w:id="9"/></w:r>' + r(" này")) == "Câu này"


def test_a_line_break_in_mid_sentence_only_shortens_a_line() -> None:
    assert line(r("Thực hiện Chỉ thị") + BREAK + r("của Ban Bí thư")) == (
        "Thực hiện Chỉ thị của Ban Bí thư"
    )


def test_a_line_break_before_a_mark_begins_an_item() -> None:
    found = text(BEFORE + p(r("Gồm có:") + BREAK + r("- Một;") + BREAK + r("- Hai.")))
    assert found.split("\n\n")[1:] == ["Gồm có:", "- Một;", "- Hai."]


def test_what_would_be_read_as_marks_is_escaped_and_nothing_else() -> None:
    assert line("Tính 5 * 3 và [1]") == "Tính 5 * 3 và [1]"
    for words in ("a **b** c", "[[ct-07-2016]]", "xem [^1]", r"C:\thư mục", "| a | b |", "-> x <-"):
        blocks = parse(text(BEFORE + p(words) + p("Kết thúc."))).blocks
        second = blocks[1]
        assert isinstance(second, Paragraph), words
        assert (plain(second.content), second.is_centred) == (words, False)


LETTERS = st.text(alphabet="ab *\\[]^1.đ|", max_size=6)
PARTS = st.lists(st.builds(Words, LETTERS, st.booleans(), st.booleans()), max_size=6)


@given(PARTS)
def test_any_words_in_any_dress_read_back_as_they_are(parts: list[Words]) -> None:
    typed = official(parts, Notes())
    blocks = parse(f"1. x{typed}").blocks
    content = blocks[0].content if blocks and isinstance(blocks[0], Item) else ()
    read_back = [(s.text, s.bold, s.italic) for s in content if isinstance(s, Span)]
    expected = [("x", False, False)] + [(w.text, w.bold, w.italic) for w in parts]
    assert _letters(read_back) == _letters(expected)


def _letters(spans: list[tuple[str, bool, bool]]) -> list[tuple[str, bool, bool]]:
    """Return each letter with its dress; neither spaces nor how spans are cut counts."""
    return [
        (letter, bold, italic)
        for words, bold, italic in spans
        for letter in nfc(words)
        if not letter.isspace()
    ]


def test_words_of_a_formula_and_of_embedded_objects_are_told_of() -> None:
    assert line(r("Công thức ") + "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>") == (
        "Công thức a+b"
    )
    picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    found = reading(BEFORE + p(picture) + "<w:altChunk/>")
    assert {problem.rule for problem in found.problems} == {
        "readers.picture",
        "readers.outside-part",
    }


def test_a_file_of_the_strict_standard_reads_the_same() -> None:
    usual = docx(BEFORE + p(r("Nội dung", BOLD)))
    strict = {
        name: part.replace(WORD.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, part in unzipped(usual).items()
    }
    assert strict != unzipped(usual)
    assert read(zipped(strict), where="").text == read(usual, where="").text


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_heads_and_feet_of_pages_are_not_read(kind: str) -> None:
    section = f'<w:sectPr><w:{kind}Reference w:type="default"/></w:sectPr>'
    assert text(BEFORE + section) == "Mở đầu văn bản."


def _style(name: str) -> str:
    return f'<w:rStyle w:val="{name}"/>'
