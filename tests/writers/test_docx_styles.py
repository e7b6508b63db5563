"""The .docx has real styles: what a clerk changes in one place changes everywhere."""

import dataclasses
import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Mm, Pt
from writers.docx_samples import (
    FORMATS,
    PARTY,
    STATE,
    WORDS,
    attributes,
    everything,
    find,
    line,
    parts,
    sheet,
    sheet_of,
    tree,
    values,
)

from ttcs_desktop.model.sheet import Columns, Line, Run, Sheet
from ttcs_desktop.writers.docx import write

_DIRECT = {
    "pStyle",
    "keepNext",
    "pageBreakBefore",
    "framePr",
    "sectPr",
    "spacing",
    "ind",
    "jc",
}


@pytest.fixture(scope="module", params=sorted(FORMATS))
def seed(request: pytest.FixtureRequest) -> tuple[Sheet, bytes, str]:
    found = sheet_of("seed", request.param)
    return found, write(found, FORMATS[request.param]), request.param


def test_styles_carry_their_vietnamese_names(seed: tuple[Sheet, bytes, str]) -> None:
    _, document, format_id = seed
    used = set(values(tree(document), "//w:pStyle"))
    for style in find(tree(document, "word/styles.xml"), "//w:style[@w:customStyle]"):
        key = attributes(style)["styleId"]
        if key in FORMATS[format_id].styles:
            assert values(style, "w:name") == [FORMATS[format_id].styles[key].title]
            assert key in used | {"page-number"}


def test_every_style_that_is_used_is_there() -> None:
    for form in (PARTY, STATE):
        document = write(everything(form), form)
        known = {
            attributes(style)["styleId"]
            for style in find(tree(document, "word/styles.xml"), "//w:style")
        }
        for name in parts(document):
            if name.startswith("word/") and name.endswith(".xml"):
                root = tree(document, name)
                named = values(root, "//w:pStyle | //w:rStyle | //w:tblStyle | //w:basedOn")
                assert set(named) <= known, name


def test_a_short_document_has_no_style_that_it_does_not_use() -> None:
    document = write(sheet(line("body", "Một.")), PARTY)
    names = [style.name for style in docx.Document(io.BytesIO(document)).styles]
    assert sorted(names) == ["Normal", "TTCS Nội dung", "TTCS Số trang"]


def test_a_style_says_sizes_indents_and_spaces_exactly() -> None:
    document = docx.Document(io.BytesIO(write(sheet(line("body", "Một.")), PARTY)))
    style = document.styles["TTCS Nội dung"]
    assert style.font.name == "Times New Roman"
    assert style.font.size == Pt(14)
    assert style.paragraph_format.alignment is WD_ALIGN_PARAGRAPH.JUSTIFY
    assert abs(style.paragraph_format.first_line_indent - Mm(10)) < Pt(0.05)
    assert style.paragraph_format.space_after == Pt(9)
    assert style.paragraph_format.line_spacing_rule is WD_LINE_SPACING.EXACTLY
    assert style.paragraph_format.line_spacing == Pt(19)


def test_line_spacing_in_lines_stays_a_multiple() -> None:
    document = docx.Document(io.BytesIO(write(sheet(line("body", "Một.")), STATE)))
    form = document.styles["TTCS Nội dung"].paragraph_format
    assert form.line_spacing_rule is WD_LINE_SPACING.MULTIPLE
    assert form.line_spacing == pytest.approx(1.15)


def test_the_size_set_in_force_decides() -> None:
    small = dataclasses.replace(STATE, size_set="12-13-13/13")
    document = write(sheet(line("body", "Một.")), small)
    styles = tree(document, "word/styles.xml")
    assert values(styles, "//w:style[@w:styleId='body']//w:sz") == ["26"]
    assert values(styles, "//w:style[@w:styleId='body']//w:szCs") == ["26"]


def test_hanging_indents_and_tab_stops_are_the_styles() -> None:
    document = write(sheet(line("addressee", "- Một;"), line("recipient", "a\tb")), PARTY)
    styles = tree(document, "word/styles.xml")
    indent = attributes(find(styles, "//w:style[@w:styleId='addressee']//w:ind")[0])
    assert indent == {"left": "3283", "right": "0", "hanging": "165"}
    stop = attributes(find(styles, "//w:style[@w:styleId='recipient']//w:tab")[0])
    assert stop == {"val": "left", "pos": "3487"}
    assert len(find(tree(document), "//w:p[2]/w:r/w:tab")) == 1


def test_no_font_but_the_formats_can_win(seed: tuple[Sheet, bytes, str]) -> None:
    _, document, _ = seed
    for name, content in parts(document).items():
        assert b"asciiTheme" not in content, name
        assert b"hAnsiTheme" not in content, name
    for fonts in find(tree(document, "word/styles.xml"), "//w:rFonts"):
        scripts = {"ascii", "hAnsi", "eastAsia", "cs"}
        assert attributes(fonts) == dict.fromkeys(scripts, "Times New Roman")
    faces = {
        face.get("typeface")
        for face in tree(document, "word/theme/theme1.xml").iter("{*}latin", "{*}ea", "{*}cs")
    }
    assert faces == {"Times New Roman", ""}


def test_the_language_is_vietnamese(seed: tuple[Sheet, bytes, str]) -> None:
    _, document, _ = seed
    language = find(tree(document, "word/styles.xml"), "//w:docDefaults//w:lang")[0]
    assert set(attributes(language).values()) == {"vi-VN"}


def test_paragraphs_say_only_what_their_line_says(seed: tuple[Sheet, bytes, str]) -> None:
    _, document, _ = seed
    root = tree(document)
    said = {str(own.tag).rpartition("}")[2] for own in find(root, "//w:pPr/*")}
    assert said <= _DIRECT
    for properties in find(root, "//w:pPr[w:ind or w:jc or w:spacing]"):
        assert values(properties, "w:pStyle") in (["rule"], ["table-cell"])


def test_a_run_says_where_it_differs_and_nothing_else() -> None:
    runs = (
        "thường ",
        Run("đậm", bold=True),
        Run("đứng", italic=False),
        Run("gạch", underline=True),
        Run(":", underline=False),
    )
    root = tree(write(sheet(line("recipients-label", *runs)), PARTY))
    dresses = [
        [(str(own.tag).rpartition("}")[2], attributes(own)) for own in find(run, "w:rPr/*")]
        for run in find(root, "//w:r")
    ]
    assert dresses == [
        [],
        [("b", {})],
        [("i", {"val": "0"})],
        [("u", {"val": "single"})],
        [("u", {"val": "none"})],
    ]


def test_spaces_that_the_registry_clerk_fills_are_kept() -> None:
    root = tree(write(sheet(line("number", "Số      -HD/BTGTU")), PARTY))
    text = find(root, "//w:t")[0]
    assert text.text == "Số      -HD/BTGTU"
    assert attributes(text) == {"space": "preserve"}


def test_framed_red_marks_are_a_style() -> None:
    styles = tree(write(sheet(line("urgency", "HỎA TỐC")), STATE), "word/styles.xml")
    own = find(styles, "//w:style[@w:styleId='urgency']")[0]
    assert values(own, ".//w:color") == ["FF0000"]
    assert attributes(find(own, ".//w:bdr")[0])["color"] == "FF0000"


def test_titles_make_an_outline() -> None:
    lines = (line("clause-title", "1. Một"), line("roman-title", "I. Hai"), line("body", WORDS))
    styles = tree(write(sheet(*lines), STATE), "word/styles.xml")
    levels = {
        attributes(style)["styleId"]: values(style, ".//w:outlineLvl")
        for style in find(styles, "//w:style")
    }
    assert levels["roman-title"] == ["0"]
    assert levels["clause-title"] == ["1"]
    assert levels["body"] == []


def test_headings_stay_with_what_follows(seed: tuple[Sheet, bytes, str]) -> None:
    _, document, _ = seed
    titles = [
        paragraph
        for paragraph in docx.Document(io.BytesIO(document)).paragraphs
        if paragraph.text.startswith(("I", "II", "III"))
    ]
    assert titles
    assert all(title.style.paragraph_format.keep_with_next for title in titles)


def test_room_is_never_made_of_empty_paragraphs(seed: tuple[Sheet, bytes, str]) -> None:
    found, document, _ = seed
    empty = [
        values(paragraph, "w:pPr/w:pStyle")[0]
        for paragraph in find(tree(document), "//w:p[not(w:r)]")
    ]
    assert set(empty) <= {"rule", "after-table", "signature-space"}
    assert empty.count("signature-space") == sum(
        own.style == "signature-space"
        for element in found.sections[0].elements
        if isinstance(element, Columns)
        for row in element.rows
        for cell in row
        for own in cell
        if isinstance(own, Line)
    )


def test_the_room_for_the_signature_is_one_style() -> None:
    root = tree(write(sheet(line("signature-space")), PARTY), "word/styles.xml")
    spacing = find(root, "//w:style[@w:styleId='signature-space']//w:spacing")[0]
    assert attributes(spacing)["before"] == "1378"
