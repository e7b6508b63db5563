"""Letterheads, signatures, text boxes, sections and centred lines, in the order a clerk reads."""

import pytest
from readers.docx_made import (
    BOLD,
    BREAK,
    CENTRE,
    ITALIC,
    PAGE_BREAK,
    TAB,
    cell,
    p,
    placed,
    r,
    row,
    ruled,
    text,
)

from ttcs_desktop.model.document import Document, Item, Level, PageBreak, Paragraph
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse

BODY = p("Thực hiện Chỉ thị số 07-CT/TW, Sở Tư pháp báo cáo như sau:")
TITLE = p(r("BÁO CÁO", BOLD), CENTRE) + p(r("công tác thông tin cơ sở", BOLD), CENTRE)
STATE_TITLE = p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD), CENTRE)
MOTTO = p(r("Độc lập - Tự do - Hạnh phúc", BOLD), CENTRE)
DATE = p(r("Khánh Hòa, ngày 05 tháng 9 năm 2026", ITALIC), CENTRE)
NAMES = p("UBND TỈNH KHÁNH HÒA", CENTRE) + p(r("SỞ TƯ PHÁP", BOLD), CENTRE)
NUMBER = p("Số: 15/BC-STP", CENTRE)
RULE = p("_________", CENTRE)
LETTERHEAD = placed(
    row(cell(NAMES + RULE), cell(STATE_TITLE + MOTTO)), row(cell(NUMBER), cell(DATE))
)
RECIPIENTS = p(r("Nơi nhận:", BOLD + ITALIC)) + p("- UBND tỉnh (báo cáo);") + p("- Lưu: VT.")
SIGNATURE = p(r("GIÁM ĐỐC", BOLD), CENTRE) + p("") * 4 + p(r("Nguyễn Văn A", BOLD), CENTRE)


def document(body: str) -> Document:
    return parse(text(body))


def test_a_report_as_an_office_writes_it_is_read_whole() -> None:
    closing = placed(row(cell(RECIPIENTS), cell(SIGNATURE)))
    typed = text(LETTERHEAD + p("") + TITLE + p("") + BODY + p("1. Kết quả.") + closing)
    assert typed == (
        "UBND TỈNH KHÁNH HÒA\n**SỞ TƯ PHÁP**\n\nSố: 15/BC-STP\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Khánh Hòa, ngày 05 tháng 9 năm 2026\n\n"
        "BÁO CÁO\n\n**công tác thông tin cơ sở**\n\n"
        "Thực hiện Chỉ thị số 07-CT/TW, Sở Tư pháp báo cáo như sau:\n\n"
        "1. Kết quả.\n\n"
        "Nơi nhận:\n- UBND tỉnh (báo cáo);\n- Lưu: VT.\n\n"
        "GIÁM ĐỐC\n\nNguyễn Văn A"
    )
    read = parse(typed)
    assert read.type_name == "báo cáo"
    assert (read.issuer.parent, read.issuer.issuers) == ("UBND TỈNH KHÁNH HÒA", ("SỞ TƯ PHÁP",))
    assert read.number.serial == "15"
    assert read.recipients.filing == "VT"
    assert [block.name for block in read.signatures] == ["Nguyễn Văn A"]


def test_a_letterhead_in_one_row_with_line_breaks_is_read_the_same() -> None:
    left = p(r("UBND TỈNH") + BREAK + r("SỞ TƯ PHÁP", BOLD) + BREAK + r("Số: 15/BC-STP"), CENTRE)
    right = p(r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD) + BREAK + r("-----"), CENTRE) + DATE
    read = document(placed(row(cell(left), cell(right))) + TITLE + BODY)
    assert (read.issuer.parent, read.issuer.issuers) == ("UBND TỈNH", ("SỞ TƯ PHÁP",))
    assert read.place_and_date.place == "Khánh Hòa"
    assert plain(read.subject) == "công tác thông tin cơ sở"


def test_a_letterhead_set_with_tabs_is_read_column_by_column() -> None:
    head = p(r("UBND TỈNH KHÁNH HÒA") + TAB + r("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD))
    head += p(r("SỞ TƯ PHÁP", BOLD) + TAB + r("Độc lập - Tự do - Hạnh phúc", BOLD))
    head += p(r("Số: 15/BC-STP") + TAB + r("Khánh Hòa, ngày 05 tháng 9 năm 2026", ITALIC))
    read = document(head + TITLE + BODY)
    assert read.number.serial == "15"
    assert read.place_and_date.place == "Khánh Hòa"
    assert read.type_name == "báo cáo"


def test_a_ruled_table_with_the_national_title_is_a_letterhead_all_the_same() -> None:
    table = ruled(row(cell(NAMES + NUMBER), cell(STATE_TITLE + MOTTO + DATE)))
    assert document(table + TITLE + BODY).issuer.issuers == ("SỞ TƯ PHÁP",)


def test_a_subject_over_several_centred_paragraphs_is_one() -> None:
    subject = "".join(
        p(r(words, BOLD), CENTRE) for words in ("công tác thông tin", "cơ sở năm 2026")
    )
    read = document(LETTERHEAD + p(r("KẾ HOẠCH", BOLD), CENTRE) + subject + BODY)
    assert plain(read.subject) == "công tác thông tin cơ sở năm 2026"
    assert len(read.blocks) == 1


def test_the_subject_of_a_letter_needs_no_lead() -> None:
    left = NAMES + p("Số 12-CV/BTGTU", CENTRE) + p(r("Chuẩn bị hội nghị", ITALIC), CENTRE)
    left += p(r("trực tuyến", ITALIC), CENTRE) + p(r("KHẨN", BOLD), CENTRE)
    read = document(placed(row(cell(left), cell(DATE))) + p("Kính gửi: Các chi bộ") + BODY)
    assert read.type_name == "công văn"
    assert plain(read.subject) == "Chuẩn bị hội nghị trực tuyến"
    assert read.marks.urgency == "KHẨN"
    assert read.addressees is not None
    assert read.addressees.names == ("Các chi bộ",)


def test_addressees_placed_beside_their_label_are_read() -> None:
    left = NAMES + p("Số: 12/STP-VP", CENTRE) + p("V/v báo cáo tình hình", CENTRE)
    left += p("thông tin cơ sở", CENTRE)
    names = cell(p("- Ủy ban nhân dân các xã;") + p("- Các cơ quan báo chí."))
    head = placed(row(cell(left), cell(STATE_TITLE + MOTTO + DATE)))
    read = document(head + placed(row(cell("Kính gửi:"), names)) + BODY)
    assert plain(read.subject) == "báo cáo tình hình thông tin cơ sở"
    assert read.addressees is not None
    assert read.addressees.names == ("Ủy ban nhân dân các xã", "Các cơ quan báo chí")


@pytest.mark.parametrize(
    "foot",
    [
        p(r("Nơi nhận:", BOLD) + TAB + TAB + r("GIÁM ĐỐC", BOLD))
        + p("- UBND tỉnh (báo cáo);")
        + p("- Lưu: VT.")
        + p("") * 3
        + p(TAB + r("Nguyễn Văn A", BOLD)),
        SIGNATURE + RECIPIENTS,
        RECIPIENTS + SIGNATURE,
        placed(row(cell(RECIPIENTS), cell(""), cell(SIGNATURE))),
        placed(
            row(cell(p("Nơi nhận:")), cell(p("GIÁM ĐỐC"))),
            row(cell(p("- UBND tỉnh (báo cáo);") + p("- Lưu: VT.")), cell("Nguyễn Văn A")),
        ),
    ],
)
def test_a_foot_is_read_however_it_was_placed(foot: str) -> None:
    read = document(LETTERHEAD + TITLE + BODY + p("1. Một việc.") + foot)
    assert [(e.name, e.purpose) for e in read.recipients.entries] == [("UBND tỉnh", "báo cáo")]
    assert read.recipients.filing == "VT"
    assert [(s.positions, s.name) for s in read.signatures] == [(("GIÁM ĐỐC",), "Nguyễn Văn A")]
    assert len(read.blocks) == 2


def test_two_signers_side_by_side_are_read_from_the_right() -> None:
    left = p(r("GIÁM ĐỐC SỞ VĂN HÓA,") + BREAK + r("THỂ THAO VÀ DU LỊCH"), CENTRE)
    right = p("TRƯỞNG BAN TUYÊN GIÁO", CENTRE)
    names = row(cell(p("") + p("Trần Thị B", CENTRE)), cell(p("") + p("Nguyễn Văn A", CENTRE)))
    read = document(TITLE + BODY + placed(row(cell(left), cell(right)), names))
    assert [(s.positions, s.name) for s in read.signatures] == [
        (("TRƯỞNG BAN TUYÊN GIÁO",), "Nguyễn Văn A"),
        (("GIÁM ĐỐC SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",), "Trần Thị B"),
    ]


def test_a_signature_broken_over_lines_is_put_together() -> None:
    signed = p(
        r("TM. BAN CHẤP HÀNH ĐẢNG BỘ")
        + BREAK
        + r("PHƯỜNG NHA TRANG")
        + BREAK
        + r("BÍ THƯ")
        + BREAK * 4
        + r("Nguyễn Văn A", BOLD),
        CENTRE,
    )
    read = document(TITLE + BODY + placed(row(cell(RECIPIENTS), cell(signed))))
    block = read.signatures[0]
    assert [line.of for line in block.authority] == ["BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG NHA TRANG"]
    assert (block.positions, block.name) == (("BÍ THƯ",), "Nguyễn Văn A")


def test_a_text_box_is_read_once() -> None:
    inner = f"<w:txbxContent>{p('KHẨN')}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(LETTERHEAD + p(box) + TITLE + BODY).count("KHẨN") == 1
    old = f"<w:r><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></w:r>"
    assert document(LETTERHEAD + p(old) + TITLE + BODY).marks.urgency == "KHẨN"


def test_what_structure_implies_is_not_dressed_again() -> None:
    body = (
        p(r("I. MỤC ĐÍCH", BOLD))
        + p(r("1", BOLD) + r(". ", BOLD + ITALIC) + r("Yêu cầu chung", BOLD + ITALIC))
        + p("Nội dung của mục.")
        + p(r("Điều 2. ", BOLD) + r("Hiệu lực thi hành từ ngày ký."))
        + p(r("2. Lưu ý:", BOLD) + r(" không phô trương."))
        + p(r("Cả đoạn đậm.", BOLD))
    )
    assert text(TITLE + BODY + body).split("\n\n")[3:] == [
        "I. MỤC ĐÍCH",
        "1. Yêu cầu chung",
        "Nội dung của mục.",
        "Điều 2. Hiệu lực thi hành từ ngày ký.",
        "2. **Lưu ý:** không phô trương.",
        "**Cả đoạn đậm.**",
    ]


def test_parts_and_chapters_take_their_name() -> None:
    chapter = p(r("Chương I", BOLD), CENTRE) + p(r("Quy định chung", BOLD), CENTRE)
    read = document(TITLE + BODY + chapter + p("Điều 1. Phạm vi.") + p(r("Phần II", BOLD), CENTRE))
    items = [block for block in read.blocks if isinstance(block, Item)]
    assert [(i.level, plain(i.content)) for i in items] == [
        (Level.CHAPTER, "Quy định chung"),
        (Level.ARTICLE, "Phạm vi."),
        (Level.PART, ""),
    ]


def test_a_centred_line_of_the_body_stays_in_the_middle() -> None:
    read = document(TITLE + BODY + p("* * * giữa", CENTRE) + p("Hết."))
    middle = read.blocks[1]
    assert isinstance(middle, Paragraph)
    assert middle.is_centred


@pytest.mark.parametrize("mark", ["", "- "])
def test_bases_and_the_line_that_enacts_are_plain(mark: str) -> None:
    opening = (
        p(r("GIÁM ĐỐC SỞ TƯ PHÁP", BOLD), CENTRE)
        + p(r(f"{mark}Căn cứ Luật Tiếp cận thông tin;", ITALIC))
        + p(r(f"{mark}Theo đề nghị của Chánh Văn phòng Sở.", ITALIC))
        + p(r("QUYẾT ĐỊNH:", BOLD), CENTRE)
        + p(r("Điều 1. ", BOLD) + r("Ban hành."))
    )
    title = p(r("QUYẾT ĐỊNH", BOLD), CENTRE) + p(r("về việc ban hành Kế hoạch", BOLD), CENTRE)
    typed = text(LETTERHEAD + title + opening)
    assert "*" not in typed.split("Kế hoạch**")[1]
    read = parse(typed)
    assert plain(read.subject) == "về việc ban hành Kế hoạch"
    assert read.enacting_authority == "GIÁM ĐỐC SỞ TƯ PHÁP"
    assert read.enacting == "QUYẾT ĐỊNH"
    assert [plain(basis) for basis in read.bases] == [
        "Căn cứ Luật Tiếp cận thông tin",
        "Theo đề nghị của Chánh Văn phòng Sở",
    ]


def test_the_end_mark_of_a_format_is_a_full_stop() -> None:
    assert text(TITLE + BODY + p("Hết./.")).endswith("\n\nHết.")


def section(more: str = "", *, is_turned: bool = False) -> str:
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if is_turned else ""
    return f"<w:sectPr>{more}{size}</w:sectPr>"


ANNEX = (
    p(r("Phụ lục I", BOLD), CENTRE)
    + p(r("DANH MỤC NHIỆM VỤ", BOLD), CENTRE)
    + p(r("(Kèm theo Báo cáo số 15/BC-STP", ITALIC), CENTRE)
    + p(r("ngày 05 tháng 9 năm 2026 của Sở Tư pháp)", ITALIC), CENTRE)
    + ruled(row("a", "b"))
)


def test_an_annex_on_landscape_pages_is_turned() -> None:
    typed = text(TITLE + BODY + p("", section()) + ANNEX + section(is_turned=True))
    assert "ngắt trang" not in typed
    annex = parse(typed).annexes[0]
    assert annex.is_landscape
    assert plain(annex.title) == "DANH MỤC NHIỆM VỤ"
    assert len(annex.blocks) == 1


def test_an_annex_on_upright_pages_is_not() -> None:
    read = document(TITLE + BODY + p(PAGE_BREAK + r("")) + ANNEX)
    assert [annex.is_landscape for annex in read.annexes] == [False]
    assert not any(isinstance(block, PageBreak) for block in read.blocks)


@pytest.mark.parametrize(
    "cut",
    [
        p(PAGE_BREAK),
        p("", section()),
        p("") + p(r("Trang sau.") + "", "<w:pageBreakBefore/>"),
        p(PAGE_BREAK) * 3,
    ],
)
def test_a_page_ends_once_where_it_ends(cut: str) -> None:
    read = document(TITLE + BODY + cut + p("Tiếp theo."))
    assert [type(block) for block in read.blocks].count(PageBreak) == 1


def test_a_section_that_goes_on_ends_no_page() -> None:
    kind = '<w:type w:val="continuous"/>'
    read = document(TITLE + BODY + p("", section()) + p("Tiếp theo.") + section(kind))
    assert not any(isinstance(block, PageBreak) for block in read.blocks)


def test_no_page_ends_before_or_after_all_text() -> None:
    assert text(p(PAGE_BREAK) + BODY + p(PAGE_BREAK)) == BODY.split(">")[-4].removesuffix("</w:t")


def test_a_table_of_contents_is_left_out() -> None:
    entry = p(r("I. MỤC ĐÍCH") + TAB + r("1"), '<w:pStyle w:val="TOC1"/>')
    assert text(TITLE + entry + BODY + p("I. MỤC ĐÍCH")).count("MỤC ĐÍCH") == 1
