"""A right document is right however a clerk made it: tables, tabs, text boxes, any kind of line."""

from collections.abc import Callable
from typing import Any

import pytest
from checking.documents import check, told
from checking.foreign import (
    LONG,
    NS,
    Foreign,
    border,
    party_guidance,
    shape,
    state_letter,
    state_plan,
    underscores,
    vml,
    with_foot_by_tabs,
    with_foot_line_by_line,
)
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ttcs_desktop.checking.rules.form import FORM
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.finding import Finding
from ttcs_desktop.model.problem import Severity

FORM_RULES = frozenset(rule.id for rule in FORM)
LAYOUTS = ("in_table", "by_tabs", "in_boxes")


def found(made: Foreign) -> list[Finding]:
    findings = check(made.data()).findings
    return [one for one in findings if one.rule in FORM_RULES]


def wrong(made: Foreign) -> list[str]:
    return [told(one) for one in found(made) if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("draw", [border, shape, vml, underscores], ids=lambda one: one.__name__)
def test_any_layout_and_any_line_is_right(layout: str, draw: Callable[[Any, float], None]) -> None:
    assert wrong(state_plan(layout, draw)) == []


@pytest.mark.parametrize(
    "made",
    [party_guidance, with_foot_by_tabs, with_foot_line_by_line, state_letter],
    ids=lambda one: one.__name__,
)
def test_a_document_made_another_way_is_right(made: Callable[[], Foreign]) -> None:
    assert wrong(made()) == []


def test_a_letterhead_of_three_columns_and_titles_in_one_paragraph_are_right() -> None:
    assert wrong(party_guidance(3)) == []
    assert wrong(party_guidance(in_one_paragraph=True)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_components_are_found_wherever_they_stand(layout: str) -> None:
    components = check(state_plan(layout).data()).components
    texts = {one.part: one.text for one in components}
    assert texts[Part.ISSUING_BODY] == "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"
    assert texts[Part.PARENT_BODY] == "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"
    assert texts[Part.NATIONAL_NAME] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert texts[Part.NUMBER] == "Số: 15/KH-SVHTTDL"
    assert texts[Part.PLACE_DATE] == "Khánh Hòa, ngày 05 tháng 02 năm 2026"
    assert texts[Part.TYPE_NAME] == "KẾ HOẠCH"
    assert texts[Part.SIGNER_NAME] == "Nguyễn Văn Bình"
    assert texts[Part.FILING] == "- Lưu: VT, VH."


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_short_line_under_the_motto_is_found_in_any_layout(layout: str) -> None:
    made = state_plan(layout)
    for indent in made.document.element.body.iter(qn("w:ind")):
        if indent.getparent().find(qn("w:pBdr")) is not None:
            for side in ("left", "right"):
                indent.set(qn(f"w:{side}"), "2100")
    for extent in made.document.element.body.iter(f"{{{_DRAWING}}}ext"):
        if int(extent.get("cx")) > Mm(50):
            extent.set("cx", str(Mm(20)))
    assert "line.title" in {one.rule for one in found(made)}


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def test_the_spelling_of_the_national_name_is_free() -> None:
    made = state_plan()
    swap(made, "CỘNG HÒA", "CỘNG HOÀ")
    assert wrong(made) == []


def test_a_size_that_comes_from_a_style_is_seen() -> None:
    made = state_plan()
    made.document.styles["Normal"].font.size = Pt(12)
    paragraph = made.text(LONG)
    paragraph.runs[0].font.size = None
    move_before_recipients(made, paragraph)
    (only,) = [one for one in found(made) if one.rule == "size.component"]
    assert only.found == "12 pt"


def test_a_right_size_that_comes_from_a_style_is_right() -> None:
    made = state_plan()
    normal = made.document.styles["Normal"]
    normal.font.size, normal.font.name = Pt(14), "Times New Roman"
    for paragraph in made.document.paragraphs:
        for run in paragraph.runs:
            if run.font.size == Pt(14):
                run.font.size = run.font.name = None
    assert wrong(made) == []


def test_a_font_that_comes_from_the_theme_is_seen() -> None:
    made = state_plan()
    paragraph = made.text(LONG)
    fonts = paragraph.runs[0]._r.rPr.find(qn("w:rFonts"))
    fonts.getparent().remove(fonts)
    move_before_recipients(made, paragraph)
    (only,) = [one for one in found(made) if one.rule == "font.name"]
    assert only.found == "Cambria"


def test_a_theme_font_beats_a_font_at_the_same_place() -> None:
    made = state_plan()
    paragraph = made.text(LONG)
    fonts = paragraph.runs[0]._r.rPr.find(qn("w:rFonts"))
    fonts.set(qn("w:asciiTheme"), "majorHAnsi")
    fonts.set(qn("w:hAnsiTheme"), "majorHAnsi")
    move_before_recipients(made, paragraph)
    (only,) = [one for one in found(made) if one.rule == "font.name"]
    assert only.found == "Calibri"


def test_words_in_a_content_control_are_checked_like_others() -> None:
    made = state_plan()
    paragraph = made.text(LONG)
    paragraph.runs[0].font.size = Pt(10)
    move_before_recipients(made, paragraph)
    run = paragraph._p.find(qn("w:r"))
    control = parse_xml(f"<w:sdt {NS}><w:sdtPr/><w:sdtContent/></w:sdt>")
    run.addprevious(control)
    control.find(qn("w:sdtContent")).append(run)
    assert "size.component" in {one.rule for one in found(made)}


def test_deleted_words_are_gone_and_inserted_ones_are_there() -> None:
    made = state_plan()
    number = next(p for p in made.document.element.body.iter(qn("w:p")) if "Số: 15" in text(p))
    run = number.find(qn("w:r"))
    deleted = parse_xml(f"<w:del {NS} w:id='1' w:author='A'/>")
    run.addprevious(deleted)
    gone = parse_xml(f"<w:r {NS}><w:delText>Số 99-KH/TU</w:delText></w:r>")
    deleted.append(gone)
    inserted = parse_xml(f"<w:ins {NS} w:id='2' w:author='A'/>")
    run.addprevious(inserted)
    inserted.append(run)
    checked = check(made.data())
    assert [one.text for one in checked.components if one.part is Part.NUMBER] == [
        "Số: 15/KH-SVHTTDL"
    ]
    assert checked.appearance.is_revised
    assert wrong(made) == []


def test_margins_wrong_only_in_the_second_section_are_found_there() -> None:
    made = state_plan()
    section = made.document.add_section()
    section.left_margin = Mm(20)
    (only,) = [one for one in found(made) if one.rule == "page.margins"]
    assert only.place.section == 2
    assert only.found == "20 mm"


def test_a_gutter_is_part_of_the_margin() -> None:
    made = state_plan()
    made.document.sections[0].left_margin = Mm(20)
    made.document.sections[0].gutter = Mm(10)
    assert wrong(made) == []


def test_automatic_numbers_are_read_as_typed_ones() -> None:
    made = state_plan()
    for start in ("1. Việc", "2. Việc"):
        paragraph = next(p for p in made.document.paragraphs if p.text.startswith(start))
        paragraph.runs[0].text = LONG
        paragraph.style = made.document.styles["List Number"]
        paragraph.paragraph_format.left_indent = Mm(0)
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        paragraph._p.pPr.append(parse_xml(f"<w:contextualSpacing {NS} w:val='0'/>"))
    labels = [one.label for one in check(made.data()).components if one.part is Part.ITEM]
    assert labels == ["1.", "2."]
    assert wrong(made) == []


def test_a_list_style_that_leaves_no_room_between_its_items_is_seen() -> None:
    made = state_plan()
    for start in ("1. Việc", "2. Việc"):
        paragraph = next(p for p in made.document.paragraphs if p.text.startswith(start))
        paragraph.style = made.document.styles["List Bullet"]
    assert "spacing.paragraph" in {one.rule for one in found(made)}


def test_raised_figures_are_marks_and_no_words() -> None:
    made = state_plan()
    number = next(p for p in made.document.element.body.iter(qn("w:p")) if "Số: 15" in text(p))
    mark = parse_xml(
        f"<w:r {NS}><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>3</w:t></w:r>"
    )
    number.append(mark)
    assert {one.rule for one in found(made)} <= {"font.name"}


def swap(made: Foreign, old: str, new: str) -> None:
    for words in made.document.element.body.iter(qn("w:t")):
        if old in (words.text or ""):
            words.text = words.text.replace(old, new)


def text(element: Any) -> str:
    return "".join(words.text or "" for words in element.iter(qn("w:t")))


def move_before_recipients(made: Foreign, paragraph: Any) -> None:
    """Put a paragraph under the first item, so that it is one more of the body."""
    above = next(p for p in made.document.paragraphs if p.text.startswith("1. Việc"))
    above._p.addnext(paragraph._p)
