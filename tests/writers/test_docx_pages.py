"""Pages, sections, tables and rules of the .docx, as Word sees them."""

import dataclasses
import io
from collections.abc import Mapping

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm
from lxml import etree
from writers.docx_samples import (
    ALL_MARKS,
    FORMATS,
    PARTY,
    STATE,
    WORDS,
    attributes,
    everything,
    find,
    grid,
    line,
    parts,
    sheet,
    sheet_of,
    tree,
    values,
)

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Columns, FootnoteMark, Rule, Run, Sheet, SheetSection
from ttcs_desktop.writers.docx import write

_MM = 1440 / 25.4


def _related(document: bytes, reference: etree._Element) -> etree._Element:
    """Return the head or foot that a section refers to."""
    relations = etree.fromstring(parts(document)["word/_rels/document.xml.rels"])
    own = attributes(reference)["id"]
    target = next(str(each.get("Target")) for each in relations if each.get("Id") == own)
    return tree(document, f"word/{target}")


def _sections(document: bytes) -> list[etree._Element]:
    return find(tree(document), "//w:sectPr")


def _words(root: etree._Element) -> str:
    return "".join(text.text or "" for text in find(root, ".//w:t"))


@pytest.mark.parametrize("format_id", sorted(FORMATS))
def test_paper_and_margins_are_exact(format_id: str) -> None:
    form = FORMATS[format_id]
    section = docx.Document(io.BytesIO(write(sheet(line("body", "Một.")), form))).sections[0]
    for found, wanted in (
        (section.page_width, form.page.width),
        (section.page_height, form.page.height),
        (section.top_margin, form.page.margin_top.default),
        (section.bottom_margin, form.page.margin_bottom.default),
        (section.left_margin, form.page.margin_left.default),
        (section.right_margin, form.page.margin_right.default),
        (section.header_distance, form.page_number.distance_from_top),
    ):
        assert abs(found - Mm(wanted)) <= 635, "half a twip is all that rounding may take"


def test_the_page_number_is_a_field_shown_from_page_two() -> None:
    document = write(sheet(line("body", "Một.")), PARTY)
    (section,) = _sections(document)
    (reference,) = find(section, "w:headerReference")
    assert attributes(reference)["type"] == "default"
    assert len(find(section, "w:titlePg")) == 1
    head = _related(document, reference)
    assert attributes(find(head, "//w:fldSimple")[0])["instr"] == "PAGE"
    assert values(head, "//w:pStyle") == ["page-number"]
    style = find(tree(document, "word/styles.xml"), "//w:style[@w:styleId='page-number']")[0]
    assert values(style, ".//w:jc") == ["center"]


def test_a_format_may_show_the_number_on_page_one() -> None:
    number = dataclasses.replace(PARTY.page_number, shown_on_first_page=True)
    form = dataclasses.replace(PARTY, page_number=number)
    (section,) = _sections(write(sheet(line("body", "Một.")), form))
    assert not find(section, "w:titlePg")
    foot = (Rule("13", 0.0), line("contact", "Số 01 Trần Phú"))
    document = write(sheet(line("body", "Một."), first_foot=foot), form)
    references = find(_sections(document)[0], "w:headerReference")
    assert [attributes(own)["type"] for own in references] == ["default", "first"]
    assert all(find(_related(document, own), "//w:fldSimple") for own in references)


def test_two_sided_printing_mirrors_the_margins() -> None:
    two_sided = dataclasses.replace(PARTY, page=dataclasses.replace(PARTY.page, is_two_sided=True))
    one, two = sheet(line("body", "Một.")), "word/settings.xml"
    assert not find(tree(write(one, PARTY), two), "//w:mirrorMargins")
    assert len(find(tree(write(one, two_sided), two), "//w:mirrorMargins")) == 1


def test_marks_stand_at_the_head_and_foot_of_page_one_only() -> None:
    document = write(everything(STATE), STATE)
    first, *annexes = _sections(document)
    kinds = {
        (str(own.tag).rpartition("}")[2], attributes(own)["type"]): own
        for own in find(first, "w:headerReference | w:footerReference")
    }
    head = _related(document, kinds["headerReference", "first"])
    foot = _related(document, kinds["footerReference", "first"])
    assert _words(head) == "LƯU HÀNH NỘI BỘ"
    assert _words(foot) == ALL_MARKS.contact
    assert values(foot, "//w:pStyle") == ["rule", "contact"]
    for annex in annexes:
        for own in find(annex, "*[@w:type='first']"):
            assert _words(_related(document, own)) == ""
        assert len(find(annex, "*[@w:type='first']")) == 2


def test_lines_at_the_foot_of_the_last_page_hang_on_the_last_paragraph() -> None:
    marked = sheet_of("seed", "party-2026", ALL_MARKS)
    body = find(tree(write(marked, PARTY)), "//w:body/*")
    *framed, last, section = body[-5:]
    assert [values(own, "w:pPr/w:pStyle") for own in framed] == [
        ["foot-rule"],
        ["contact"],
        ["no-media"],
    ]
    frames = [attributes(find(own, "w:pPr/w:framePr")[0]) for own in framed]
    assert frames[0] == frames[1] == frames[2]
    assert frames[0]["vAnchor"] == "page"
    assert frames[0]["w"] == str(round(PARTY.text_width * _MM))
    assert values(last, "w:pPr/w:pStyle") == ["after-table"]
    assert str(section.tag).endswith("sectPr")


@pytest.mark.parametrize("form", [PARTY, STATE], ids=["party", "state"])
def test_annexes_have_pages_of_their_own(form: FormatProfile) -> None:
    document = write(everything(form), form)
    sections = _sections(document)
    starts = [[attributes(own) for own in find(each, "w:pgNumType")] for each in sections]
    assert starts == [[], [{"start": "1"}], [{"start": "1"}]]
    turned = docx.Document(io.BytesIO(document)).sections[1]
    assert turned.orientation is WD_ORIENT.LANDSCAPE
    assert turned.page_width > turned.page_height
    heads = [attributes(own)["id"] for own in find(tree(document), "//w:headerReference")]
    assert len(heads) == len(set(heads)), "each section has heads of its own"


def test_a_format_may_number_all_pages_through() -> None:
    number = dataclasses.replace(PARTY.page_number, annexes_numbered_separately=False)
    document = write(everything(PARTY), dataclasses.replace(PARTY, page_number=number))
    assert not [own for each in _sections(document) for own in find(each, "w:pgNumType")]


def test_page_breaks_are_properties() -> None:
    lines = (line("body", "Một."), line("body", "Hai.", page_break_before=True))
    root = tree(write(sheet(*lines, grid(165.0, 3, page_break_before=True)), PARTY))
    assert not find(root, "//w:br[@w:type='page']")
    broken = find(root, "//w:p[w:pPr/w:pageBreakBefore]")
    assert [_words(own) for own in broken] == ["Hai.", "STT"]


def test_lines_say_what_they_are_kept_with() -> None:
    lines = (line("body", "Một.", keep_with_next=True), line("body", "Hai."))
    root = tree(write(sheet(*lines), PARTY))
    assert [len(find(own, "w:pPr/w:keepNext")) for own in find(root, "//w:p")] == [1, 0]


def _letterhead(widths: tuple[float, ...] = (68.0, 97.0), **changes: object) -> Columns:
    left = (line("issuing-body", "SỞ TƯ PHÁP"), Rule("2", 20.0))
    right = (line("national-name", "CỘNG HÒA"), line("motto", "Độc lập"), Rule("1", 60.0))
    columns = Columns(widths, ((left, right), ((line("number", "Số: 1"),), ())))
    return dataclasses.replace(columns, **changes)  # type: ignore[arg-type]


def test_columns_never_drift() -> None:
    columns = _letterhead(starts_at=-5.0)
    (table,) = find(tree(write(sheet(columns, line("body", "x")), STATE)), "//w:tbl")
    grid_columns = [attributes(own)["w"] for own in find(table, "w:tblGrid/w:gridCol")]
    assert grid_columns == [str(round(68.0 * _MM)), str(round(97.0 * _MM))]
    assert [attributes(own)["w"] for own in find(table, ".//w:tcW")] == grid_columns * 2
    properties = find(table, "w:tblPr")[0]
    assert attributes(find(properties, "w:tblLayout")[0]) == {"type": "fixed"}
    assert attributes(find(properties, "w:tblInd")[0])["w"] == str(round(-5.0 * _MM))
    margins = [attributes(own)["w"] for own in find(properties, "w:tblCellMar/*")]
    assert margins == ["0", "0"]
    assert not find(table, ".//w:tblBorders | .//w:tcBorders")
    assert len(find(table, ".//w:trPr/w:cantSplit")) == 2


def test_every_cell_ends_with_a_paragraph() -> None:
    for form in (PARTY, STATE):
        for own in find(tree(write(everything(form), form)), "//w:tc"):
            assert str(own[-1].tag).endswith("}p")


def test_rows_that_belong_together_stay_together() -> None:
    for keep in (True, False):
        columns = _letterhead(keep_together=keep)
        root = tree(write(sheet(columns, line("body", "x")), STATE))
        first = find(root, "//w:tr[1]//w:p[not(w:pPr/w:pStyle/@w:val='rule')]")
        assert [len(find(own, "w:pPr/w:keepNext")) for own in first] == [int(keep)] * 3


def test_the_last_table_keeps_the_paragraph_that_word_wants_after_it() -> None:
    for last in (_letterhead(), grid(165.0, 3)):
        root = tree(write(sheet(line("body", "x"), last), STATE))
        body = find(root, "//w:body/*")
        assert values(body[-2], "w:pPr/w:pStyle") == ["after-table"]
        row = find(root, "//w:tr[last()]//w:p")
        assert all(find(own, "w:pPr/w:keepNext") for own in row)


def test_two_tables_never_grow_into_one() -> None:
    root = tree(
        write(sheet(_letterhead(), _letterhead(), grid(165.0, 3), line("body", "x")), STATE)
    )
    kinds = [str(own.tag).rpartition("}")[2] for own in find(root, "//w:body/*")]
    assert kinds == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


def test_ruled_tables_repeat_their_head_and_never_split_a_row() -> None:
    root = tree(write(sheet(line("body", "x"), grid(165.0, 6), line("body", WORDS)), PARTY))
    rows = find(root, "//w:tr")
    assert [len(find(row, "w:trPr/w:tblHeader")) for row in rows] == [1, 1, *[0] * 6]
    assert all(find(row, "w:trPr/w:cantSplit") for row in rows)
    styles = tree(write(sheet(grid(165.0, 3)), PARTY), "word/styles.xml")
    borders = find(styles, "//w:style[@w:styleId='grid']//w:tblBorders/*")
    assert {attributes(own)["sz"] for own in borders} == {"4"}
    assert len(borders) == 6


def test_merged_cells_are_real() -> None:
    root = tree(write(sheet(grid(165.0, 3)), PARTY))
    shape = [
        [
            (_words(own)[:8], *values(own, "w:tcPr/w:gridSpan"), *_merged(own))
            for own in find(row, "w:tc")
        ]
        for row in find(root, "//w:tr")
    ]
    assert shape[0] == [("STT", "restart"), ("Nội dung", "restart"), ("Kết quả", "2")]
    assert shape[1] == [("", "goes on"), ("", "goes on"), ("Số lượng",), ("Đơn vị",)]
    assert shape[3] == [("2",), ("Hai hàng", "restart"), ("Hai cột", "2")]
    assert shape[4] == [("3",), ("", "goes on"), ("7,5",), ("Sở Tư ph",)]


def _merged(cell: etree._Element) -> list[str]:
    return [attributes(own).get("val", "goes on") for own in find(cell, "w:tcPr/w:vMerge")]


def test_cells_stand_as_their_column_and_heads_as_their_style() -> None:
    root = tree(write(sheet(grid(165.0, 3)), PARTY))
    head, body = find(root, "//w:tr[1]//w:p"), find(root, "//w:tr[3]//w:p")
    assert [values(own, "w:pPr/w:jc") for own in head] == [[], [], []]
    assert [values(own, "w:pPr/w:jc") for own in body] == [["center"], [], ["right"], []]


def test_a_ruled_table_spans_the_text() -> None:
    root = tree(write(sheet(grid(165.0, 3)), PARTY))
    properties = find(root, "//w:tblPr")[0]
    width = int(attributes(find(properties, "w:tblW")[0])["w"])
    assert abs(width - 165.0 * _MM) <= 2
    assert attributes(find(properties, "w:tblInd")[0])["w"] == "108", "its line is on the margin"


@pytest.mark.parametrize(
    ("rule", "indents"),
    [
        (Rule("", 0.0), {}),
        (Rule("", 65.0), {"left": "2834", "right": "2835"}),
        (Rule("", 400.0), {}),
    ],
)
def test_rules_are_borders_of_their_exact_length(rule: Rule, indents: Mapping[str, str]) -> None:
    document = write(sheet(line("body", "x"), rule, line("body", "y")), PARTY)
    own = find(tree(document), "//w:p[2]")[0]
    assert values(own, "w:pPr/w:pStyle") == ["rule"]
    assert [attributes(each) for each in find(own, "w:pPr/w:ind")] == ([indents] if indents else [])
    border = find(tree(document, "word/styles.xml"), "//w:style[@w:styleId='rule']//w:bottom")[0]
    assert attributes(border)["sz"] == "6"


def test_a_thick_rule_says_so_itself() -> None:
    root = tree(write(sheet(Rule("", 20.0, thickness=1.5), line("body", "x")), PARTY))
    assert attributes(find(root, "//w:p[1]//w:bottom")[0])["sz"] == "12"


def test_footnotes_are_footnotes() -> None:
    notes = [FootnoteMark(number, (Run(f"Chú thích {number}."),)) for number in (1, 2)]
    document = write(sheet(line("body", "Một", *notes, " hai.")), PARTY)
    marks = find(tree(document), "//w:footnoteReference")
    assert [attributes(own)["id"] for own in marks] == ["1", "2"]
    footnotes = find(tree(document, "word/footnotes.xml"), "//w:footnote")
    assert [attributes(own)["id"] for own in footnotes] == ["-1", "0", "1", "2"]
    assert [attributes(own).get("type") for own in footnotes[:2]] == [
        "separator",
        "continuationSeparator",
    ]
    assert [_words(own).strip() for own in footnotes[2:]] == ["Chú thích 1.", "Chú thích 2."]
    assert "word/footnotes.xml" not in parts(write(sheet(line("body", "Một")), PARTY))


def test_breaks_and_tabs_inside_a_line_are_words_own() -> None:
    root = tree(write(sheet(line("issuing-body", "SỞ\nTƯ PHÁP\tx")), PARTY))
    inside = [str(own.tag).rpartition("}")[2] for own in find(root, "//w:r/*")]
    assert inside == ["t", "br", "t", "tab", "t"]


def test_a_section_of_nothing_is_still_a_page() -> None:
    empty = Sheet("", "", "", (SheetSection(()), SheetSection((), is_landscape=True)))
    document = docx.Document(io.BytesIO(write(empty, PARTY)))
    assert len(document.sections) == 2


def test_text_below_a_ruled_table_stands_clear_of_it() -> None:
    root = tree(write(sheet(grid(165.0, 3), line("body", "x"), line("body", "y")), PARTY))
    below, after = find(root, "//w:body/w:p")
    assert attributes(find(below, "w:pPr/w:spacing")[0]) == {"before": "120"}
    assert not find(after, "w:pPr/w:spacing")
