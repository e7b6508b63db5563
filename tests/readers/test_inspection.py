"""How a .docx looks is read as Word resolves it: styles, theme, lists, tables, drawings."""

import io
import zipfile

import pytest

from ttcs_desktop.errors import SourceError
from ttcs_desktop.model.appearance import (
    Appearance,
    LineKind,
    LineRule,
    Pages,
    PrintedParagraph,
    Story,
)
from ttcs_desktop.readers.inspection import inspect

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
KINDS = {
    "styles": "styles", "numbering": "numbering", "theme": "theme", "settings": "settings",
    "header1": "header", "footer1": "footer", "footnotes": "footnotes", "comments": "comments",
}  # fmt: skip
THEME = (
    "<a:theme><a:themeElements><a:fontScheme>"
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def docx(body: str, **parts: str) -> bytes:
    """Return the least of a .docx: a body, and other parts by their names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _relations({"word/document.xml": "officeDocument"}))
        archive.writestr("word/document.xml", _root("document", f"<w:body>{body}</w:body>"))
        targets = {f"{name}.xml": KINDS[name] for name in parts}
        archive.writestr("word/_rels/document.xml.rels", _relations(targets))
        for name, content in parts.items():
            root = {"header1": "hdr", "footer1": "ftr"}.get(name, name)
            text = content if name == "theme" else _root(root, content)
            archive.writestr(f"word/{name}.xml", text.replace("<a:theme>", f"<a:theme {SPACES}>"))
    return buffer.getvalue()


def _root(name: str, content: str) -> str:
    return f"<w:{name} {SPACES}>{content}</w:{name}>"


def _relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), start=1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{rows}</Relationships>'


def look(body: str, **parts: str) -> Appearance:
    return inspect(docx(body, **parts), where="tệp")


def p(text: str = "chữ", paragraph: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{paragraph}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f"<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"
    )


def only(appearance: Appearance) -> PrintedParagraph:
    (paragraph,) = appearance.paragraphs
    return paragraph


def style(name: str, *, paragraph: str = "", run: str = "", base: str = "", kind: str = "paragraph",
          default: bool = False) -> str:  # fmt: skip
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{first}><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


# --- words


def test_word_takes_ten_points_where_nothing_says_a_size() -> None:
    assert only(look(p())).words[0].look.size == 10.0


def test_document_defaults_styles_and_direct_formatting_lie_over_each_other() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='20'/><w:i/></w:rPr></w:rPrDefault>"
        "</w:docDefaults>"
        + style("Base", run="<w:sz w:val='24'/><w:color w:val='FF0000'/>")
        + style("Own", base="Base", run="<w:sz w:val='28'/>")
    )
    words = only(look(p(paragraph="<w:pStyle w:val='Own'/>", run="<w:b/>"), styles=styles)).words[0]
    assert (words.look.size, words.look.colour) == (14.0, "FF0000")
    assert words.look.is_bold
    assert words.look.is_italic


def test_bold_in_paragraph_and_character_style_is_not_bold() -> None:
    styles = style("Heading", run="<w:b/>") + style("Strong", run="<w:b/>", kind="character")
    inside = "<w:rStyle w:val='Strong'/>"
    body = p(paragraph="<w:pStyle w:val='Heading'/>", run=inside) + p(run=inside)
    first, second = look(body, styles=styles).paragraphs
    assert not first.words[0].look.is_bold
    assert second.words[0].look.is_bold


def test_direct_bold_is_bold_whatever_the_styles_say() -> None:
    styles = style("Heading", run="<w:b/>") + style("Strong", run="<w:b/>", kind="character")
    run = "<w:rStyle w:val='Strong'/><w:b/>"
    words = only(look(p(paragraph="<w:pStyle w:val='Heading'/>", run=run), styles=styles)).words[0]
    assert words.look.is_bold


def test_a_font_of_the_theme_is_named() -> None:
    body = p(run="<w:rFonts w:asciiTheme='minorHAnsi' w:hAnsiTheme='minorHAnsi'/>")
    assert only(look(body, theme=THEME)).words[0].look.font == "Calibri"


def test_two_fonts_for_plain_and_marked_letters_are_both_named() -> None:
    body = p(run="<w:rFonts w:ascii='Arial' w:hAnsi='Times New Roman'/>")
    assert only(look(body)).words[0].look.font == "Arial + Times New Roman"


def test_capitals_by_formatting_are_printed_as_capitals() -> None:
    words = only(look(p("Đảng uỷ", run="<w:caps/>"))).words[0]
    assert (words.text, words.look.is_upper) == ("ĐẢNG UỶ", True)


def test_hidden_words_are_not_printed() -> None:
    assert only(look(p(run="<w:vanish/>"))).text == ""


def test_letter_spacing_scale_and_raising_are_read() -> None:
    run = "<w:spacing w:val='-6'/><w:w w:val='90'/><w:vertAlign w:val='superscript'/>"
    words = only(look(p(run=run))).words[0].look
    assert (words.spacing, words.scale, words.is_raised) == (-0.3, 90.0, True)


def test_a_table_style_lies_under_the_paragraph_style() -> None:
    styles = style("Grid", run="<w:sz w:val='40'/><w:b/>", kind="table") + style(
        "Cell", run="<w:sz w:val='24'/>"
    )
    body = (
        "<w:tbl><w:tblPr><w:tblStyle w:val='Grid'/></w:tblPr><w:tr><w:tc>"
        + p(paragraph="<w:pStyle w:val='Cell'/>")
        + "</w:tc></w:tr></w:tbl>"
    )
    words = only(look(body, styles=styles)).words[0].look
    assert (words.size, words.is_bold) == (12.0, True)


# --- paragraphs


def test_indents_spacing_and_line_spacing_are_lengths() -> None:
    form = only(look(p(paragraph=(
        "<w:spacing w:before='120' w:after='60' w:line='380' w:lineRule='exact'/>"
        "<w:ind w:left='567' w:firstLine='720'/><w:jc w:val='both'/>"
    )))).look  # fmt: skip
    assert (form.before, form.after, form.line_rule, form.line) == (6, 3, LineRule.EXACTLY, 19)
    assert (round(form.left), round(form.first_line, 1), form.align) == (10, 12.7, "justify")


def test_line_spacing_in_lines_is_a_multiple() -> None:
    form = only(look(p(paragraph="<w:spacing w:line='360' w:lineRule='auto'/>"))).look
    assert (form.line_rule, form.line) == (LineRule.MULTIPLE, 1.5)


def test_hanging_is_a_first_line_to_the_left() -> None:
    form = only(look(p(paragraph="<w:ind w:left='720' w:hanging='360'/>"))).look
    assert round(form.left + form.first_line, 2) == 6.35


def test_a_list_indents_unless_the_style_that_names_it_does() -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/>"
        "<w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>"
        "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    )
    listed = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    styles = style("Own", paragraph=f"{listed}<w:ind w:left='0' w:firstLine='567'/>")
    body = p(paragraph=listed) + p(paragraph="<w:pStyle w:val='Own'/>")
    first, second = look(body, numbering=numbering, styles=styles).paragraphs
    assert (first.label, round(first.look.left, 1), first.label_look.is_bold) == ("1.", 12.7, True)
    assert (second.label, second.look.left, round(second.look.first_line)) == ("2.", 0.0, 10)


# --- places


def test_deleted_words_are_gone_and_moved_ones_stand_where_they_went() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>cũ </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom></w:p>"
    )
    appearance = look(body)
    assert only(appearance).text == "mới"
    assert appearance.is_revised


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    body = p("một ", paragraph="<w:rPr><w:del/></w:rPr>") + p("hai")
    assert only(look(body)).text == "một hai"


def test_a_text_box_is_read_once_and_before_its_anchor() -> None:
    box = (
        "<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:extent cx='3600000'/><wps:wsp>"
        "<wps:txbx><w:txbxContent>" + p("trong hộp") + "</w:txbxContent></wps:txbx></wps:wsp>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        "<w:txbxContent>" + p("trong hộp") + "</w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    inside, anchor = look(f"<w:p><w:r><w:t>neo</w:t>{box}</w:r></w:p>").paragraphs
    assert (inside.text, inside.spot.box, anchor.text, anchor.spot.box) == (
        "trong hộp",
        1,
        "neo",
        0,
    )


def test_cells_know_table_row_column_and_width() -> None:
    width = "<w:tcPr><w:tcW w:w='2268' w:type='dxa'/></w:tcPr>"
    row = f"<w:tr><w:tc>{width}{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr>"
    body = f"<w:tbl><w:tblGrid/>{row}</w:tbl>"
    first, second = look(body).paragraphs
    assert first.spot.cell is not None
    assert second.spot.cell is not None
    assert (first.spot.cell.column, second.spot.cell.column) == (0, 1)
    assert round(first.spot.cell.width, 1) == round(40.0 - 3.8, 1)


def test_deep_tables_do_not_overflow() -> None:
    body = p("đáy")
    for _depth in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}<w:p/></w:tc></w:tr></w:tbl>"
    assert any(one.text == "đáy" for one in look(body).paragraphs)


def test_pages_are_counted_as_the_file_noted_them() -> None:
    turn = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>sang trang</w:t></w:r></w:p>"
    first, second, third = look(p("một") + turn + p("ba")).paragraphs
    assert [one.spot.page for one in (first, second, third)] == [1, 2, 2]


def test_a_page_that_cannot_be_told_is_0() -> None:
    body = p("đầu") + p("x" * 5000) + p("sau")
    first, _long, last = look(body).paragraphs
    assert (first.spot.page, last.spot.page) == (1, 0)


# --- sections, headers


def test_sections_have_paper_margins_and_a_header_of_their_own() -> None:
    def section(left: int, more: str = "") -> str:
        return (
            f"<w:sectPr>{more}<w:pgSz w:w='11906' w:h='16838'/>"
            f"<w:pgMar w:left='{left}' w:right='851' w:top='1134' w:bottom='1134' w:header='567'/>"
            "</w:sectPr>"
        )

    body = p("một", paragraph=section(1701)) + p("hai") + section(1134)
    appearance = look(body)
    assert [round(one.left) for one in appearance.sections] == [30, 20]
    assert [one.spot.section for one in appearance.paragraphs] == [0, 1]


def test_a_page_number_is_a_field_in_a_header_that_later_sections_share() -> None:
    reference = "<w:sectPr><w:headerReference w:type='default' r:id='r1'/><w:titlePg/></w:sectPr>"
    header = "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:fldSimple w:instr='PAGE'/></w:p>"
    body = p("một", paragraph=reference) + p("hai") + "<w:sectPr/>"
    appearance = look(body, header1=header)
    told = [(one.section, one.story, one.pages) for one in appearance.page_numbers]
    assert told == [(0, Story.HEADER, Pages.DEFAULT), (1, Story.HEADER, Pages.DEFAULT)]
    assert appearance.sections[0].has_first_page


def test_a_field_in_pieces_is_a_page_number_too() -> None:
    pieces = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT "
        "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:t>3</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    body = p() + "<w:sectPr><w:footerReference w:type='default' r:id='r1'/></w:sectPr>"
    (number,) = look(body, footer1=pieces).page_numbers
    assert number.story is Story.FOOTER


def test_footnotes_are_read_without_their_separators() -> None:
    notes = (
        f"<w:footnote w:type='separator' w:id='-1'>{p('---')}</w:footnote>"
        f"<w:footnote w:id='1'>{p('chú thích')}</w:footnote>"
    )
    appearance = look(p(), footnotes=notes)
    assert [one.text for one in appearance.paragraphs if one.spot.story is Story.FOOTNOTE] == [
        "chú thích"
    ]


# --- lines


def test_a_border_is_as_long_as_its_paragraph_is_wide() -> None:
    border = (
        "<w:pBdr><w:bottom w:val='single' w:sz='6'/></w:pBdr><w:ind w:left='1134' w:right='1134'/>"
    )
    size = (
        "<w:sectPr><w:pgSz w:w='11906' w:h='16838'/><w:pgMar w:left='1701' w:right='851'/>"
        "</w:sectPr>"
    )
    (line,) = look(p("", paragraph=border) + size).lines
    assert line.kind is LineKind.BORDER
    assert line.length == pytest.approx(165 - 40, abs=0.1)


def test_a_frame_is_no_line() -> None:
    sides = "".join(f"<w:{side} w:val='single'/>" for side in ("top", "left", "bottom", "right"))
    assert look(p(paragraph=f"<w:pBdr>{sides}</w:pBdr>")).lines == ()


def test_a_border_that_is_taken_away_is_no_line() -> None:
    styles = style("Ruled", paragraph="<w:pBdr><w:bottom w:val='single' w:sz='6'/></w:pBdr>")
    own = "<w:pStyle w:val='Ruled'/><w:pBdr><w:bottom w:val='nil'/></w:pBdr>"
    assert look(p(paragraph=own), styles=styles).lines == ()


@pytest.mark.parametrize(
    ("drawing", "length"),
    [
        ("<v:line from='0,5pt' to='72pt,5pt'/>", 25.4),
        ("<v:shape style='position:absolute;width:144pt;height:0'/>", 50.8),
        ("<v:rect style='width:72pt;height:.75pt'/>", 25.4),
        ("<v:line from='0,5pt' to='0,90pt'/>", None),
        ("<v:shape stroked='f' style='width:144pt;height:0'/>", None),
        ("<v:rect style='width:72pt;height:40pt'/>", None),
    ],
)
def test_lines_of_old_word_are_measured(drawing: str, length: float | None) -> None:
    lines = look(f"<w:p><w:r><w:pict>{drawing}</w:pict></w:r></w:p>").lines
    assert [one.length for one in lines] == ([pytest.approx(length)] if length else [])


def test_underscores_and_underlined_spaces_are_lines() -> None:
    body = p("__________", run="<w:sz w:val='28'/>") + p("      ", run="<w:u w:val='single'/>")
    first, second = look(body).lines
    assert (first.kind, second.kind) == (LineKind.LETTERS, LineKind.UNDERLINED_SPACE)
    assert first.length == pytest.approx(10 * 7 * 25.4 / 72, abs=0.1)


def test_dots_to_be_filled_in_are_no_line() -> None:
    assert look(p("..............")).lines == ()


# --- files that are broken


@pytest.mark.parametrize("part", ["styles", "numbering", "theme", "settings", "footnotes"])
def test_a_broken_part_beside_the_text_is_passed_over(part: str) -> None:
    data = docx(p("còn đây"), **{part: "<w:broken>"})
    assert inspect(data, where="tệp").paragraphs[0].text == "còn đây"


def test_a_broken_text_is_refused() -> None:
    with pytest.raises(SourceError):
        look("<w:p>")


def test_a_style_based_on_itself_ends() -> None:
    styles = style("A", base="B", run="<w:sz w:val='30'/>") + style("B", base="A")
    assert only(look(p(paragraph="<w:pStyle w:val='A'/>"), styles=styles)).words[0].look.size == 15


@pytest.mark.parametrize("value", ["", "x", "NaN", "1e400", "-99999999999", "2.5cm"])
def test_lengths_that_make_no_sense_do_no_harm(value: str) -> None:
    body = p(
        paragraph=f"<w:ind w:left='{value}'/><w:spacing w:line='{value}' w:after='{value}'/>",
        run=f"<w:sz w:val='{value}'/><w:spacing w:val='{value}'/><w:w w:val='{value}'/>",
    )
    assert only(look(body)).text == "chữ"
