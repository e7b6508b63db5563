"""What the official samples of Nghị định 30/2020/NĐ-CP (Phụ lục III) do, in small.

They are forms: dots to be filled in, raised figures that call notes, lines of raised underscores,
documents without number or subject. None of it is a fault.
"""

from collections.abc import Callable
from typing import Any

import pytest
from checking.documents import check, told
from checking.foreign import NS, Foreign, dress, flat, state_plan, underscores
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ttcs_desktop.checking.rules.form import FORM
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.problem import Severity

FORM_RULES = frozenset(rule.id for rule in FORM)
DOTS = "...................... ……………………… ......................"


def wrong(made: Foreign) -> list[str]:
    return [
        told(one)
        for one in check(made.data()).findings
        if one.severity is not Severity.NOTE and one.rule in FORM_RULES
    ]


def swap(made: Foreign, old: str, new: str) -> None:
    for words in made.document.element.body.iter(qn("w:t")):
        if old in (words.text or ""):
            words.text = words.text.replace(old, new)


def drop(made: Foreign, start: str) -> None:
    for paragraph in list(made.document.element.body.iter(qn("w:p"))):
        text = "".join(words.text or "" for words in paragraph.iter(qn("w:t")))
        if text.startswith(start):
            for run in paragraph.findall(qn("w:r")):
                paragraph.remove(run)


def paragraph_of(made: Foreign, start: str) -> Any:
    return next(
        one
        for one in made.document.element.body.iter(qn("w:p"))
        if "".join(words.text or "" for words in one.iter(qn("w:t"))).startswith(start)
    )


def raised(text: str) -> Any:
    return parse_xml(
        f"<w:r {NS}><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/>"
        f"<w:sz w:val='26'/><w:vertAlign w:val='superscript'/></w:rPr><w:t>{text}</w:t></w:r>"
    )


def test_a_number_with_blanks_is_not_yet_given() -> None:
    made = state_plan()
    swap(made, "Số: 15/KH-SVHTTDL", "Số:       /KH-……")
    assert wrong(made) == []


def test_raised_figures_that_call_notes_are_no_part_of_the_words() -> None:
    made = state_plan()
    for start in ("ỦY BAN NHÂN DÂN TỈNH", "SỞ VĂN HÓA", "KẾ HOẠCH", "Thực hiện công tác"):
        paragraph_of(made, start).append(raised("1"))
    assert wrong(made) == []
    texts = {one.part: one.text for one in check(made.data()).components}
    assert texts[Part.ISSUING_BODY] == "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"


def test_raised_underscores_are_as_long_as_they_print() -> None:
    made = state_plan(draw=underscores)
    for words in list(made.document.element.body.iter(qn("w:t"))):
        if set(words.text or "") == {"_"}:
            words.text = "_" * round(len(words.text) / 0.65)
            words.getparent().rPr.append(parse_xml(f"<w:vertAlign {NS} w:val='superscript'/>"))
    assert not {one.rule for one in check(made.data()).findings} & {"line.title", "line.issuer"}


def test_dots_to_be_filled_in_are_not_held_against_the_body() -> None:
    made = state_plan()
    paragraph = made.document.add_paragraph()
    flat(paragraph)
    dress(paragraph.add_run(DOTS), 14)
    paragraph_of(made, "1. Việc").addnext(paragraph._p)
    assert wrong(made) == []


def test_a_form_that_is_not_signed_has_its_signature() -> None:
    made = state_plan()
    swap(made, "Nguyễn Văn Bình", "Họ và tên")
    swap(made, "KT. GIÁM ĐỐC", "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ")
    swap(made, "PHÓ GIÁM ĐỐC", "(Chữ ký của người có thẩm quyền)")
    note = paragraph_of(made, "(Chữ ký").find(qn("w:r"))
    note.rPr.find(qn("w:b")).set(qn("w:val"), "0")
    note.rPr.append(parse_xml(f"<w:i {NS}/>"))
    assert wrong(made) == []


def test_a_frame_of_one_cell_under_the_signature_is_no_table_of_data() -> None:
    made = state_plan()
    table = made.document.add_table(rows=1, cols=1)
    table.style = made.document.styles["Table Grid"]
    paragraph = table.cell(0, 0).paragraphs[0]
    flat(paragraph)
    dress(paragraph.add_run("Địa chỉ: 01 Trần Phú, Nha Trang; điện thoại 0258 0000000"), 11)
    components = check(made.data()).components
    assert wrong(made) == []
    assert [one.part for one in components if "Địa chỉ" in one.text] == [Part.CONTACT]


def test_lines_round_recipients_and_signature_do_not_make_them_data() -> None:
    made = state_plan()
    made.document.tables[-1].style = made.document.styles["Table Grid"]
    assert wrong(made) == []


def attached(made: Foreign) -> None:
    """Make a regulation that a decision issues: no number, date, recipients or signature."""
    for start in ("Số: 15", "Khánh Hòa, ngày"):
        drop(made, start)
    table = made.document.tables[-1]._tbl
    table.getparent().remove(table)
    swap(made, "KẾ HOẠCH", "QUY TRÌNH")
    rule = paragraph_of(made, "Thực hiện công tác").getnext()
    reference = made.document.add_paragraph()
    text = "(Kèm theo Quyết định số 15/QĐ-SVHTTDL ngày 05 tháng 02 năm 2026 của Giám đốc Sở)"
    made.words(reference, text, 14, italic=True)
    rule.addprevious(reference._p)


def introduction(made: Foreign) -> None:
    """Make a letter of introduction, which has no subject."""
    swap(made, "KẾ HOẠCH", "GIẤY GIỚI THIỆU")
    swap(made, "/KH-", "/GGT-")
    subject = paragraph_of(made, "Thực hiện công tác")
    subject.getparent().remove(subject.getnext())
    subject.getparent().remove(subject)


def minutes(made: Foreign) -> None:
    """Make minutes: no date in the head, two who sign."""
    swap(made, "KẾ HOẠCH", "BIÊN BẢN")
    swap(made, "/KH-", "/BB-")
    swap(made, "Thực hiện công tác", "Họp về công tác")
    drop(made, "Khánh Hòa, ngày")
    cells = made.document.tables[-1].row_cells(0)
    swap(made, "KT. GIÁM ĐỐC", "CHỦ TỌA")
    drop(made, "PHÓ GIÁM ĐỐC")
    for text in ("THƯ KÝ", "", "Trần Thị Bé"):
        made.words(cells[0].add_paragraph(), text, 14, bold=True)


@pytest.mark.parametrize("change", [attached, introduction, minutes], ids=lambda one: one.__name__)
def test_a_document_that_lacks_what_its_kind_does_not_have_is_right(
    change: Callable[[Foreign], None],
) -> None:
    made = state_plan()
    change(made)
    assert wrong(made) == []
