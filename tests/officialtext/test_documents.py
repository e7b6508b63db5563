"""Whole documents as offices write and paste them."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from officialtext.texts import without_places

from ttcs_desktop.model.document import (
    AuthorityLine,
    Document,
    DocumentNumber,
    IssuingBody,
    Item,
    Marks,
    Paragraph,
    PlaceAndDate,
    Recipient,
    Recipients,
    SignatureBlock,
    SigningAuthority,
    Table,
)
from ttcs_desktop.model.text import Citation, Footnote, plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.officialtext.printing import official_text

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
Outline = Callable[[Document], list[str]]


def read(name: str) -> Document:
    return parse((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_understood_without_a_problem(name: str) -> None:
    assert read(name).problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_it_comes_back_from_its_print(name: str) -> None:
    document = read(name)
    assert without_places(parse(official_text(document))) == without_places(document)


def test_a_state_plan_pasted_with_tabs(outline: Outline) -> None:
    plan = read("state-plan")
    assert plan.type_name == "kế hoạch"
    assert plain(plan.subject) == "Hoạt động thông tin cơ sở trên địa bàn xã Vạn Ninh năm 2026"
    assert plan.issuer == IssuingBody("", ("ỦY BAN NHÂN DÂN\nXÃ VẠN NINH",), "UBND")
    assert plan.number == DocumentNumber()
    assert plan.place_and_date == PlaceAndDate("Vạn Ninh", None, 1, 2026)
    assert [plain(basis)[:25] for basis in plan.bases] == [
        "Căn cứ Nghị định số 49/20",
        "Thực hiện Kế hoạch số 123",
        "Theo đề nghị của Phòng Vă",
    ]
    assert [line[:32] for line in outline(plan)] == [
        "paragraph: Ủy ban nhân dân xã ba",
        "roman I: MỤC ĐÍCH, YÊU CẦU",
        "clause 1: Mục đích",
        "point a: Nâng cao chất lượng hoạ",
        "point b: Cung cấp thông tin thiế",
        "clause 2: Yêu cầu",
        "dash : Bám sát chỉ đạo của cấp t",
        "dash : Tiết kiệm, hiệu quả, v.v.",
        "roman II: NHIỆM VỤ",
        "clause 1: Tổ chức thực hiện các ",
        "subclause 1.1: Phổ biến Nghị địn",
        "dash : Cơ quan chủ trì: Phòng Vă",
        "dash : Thời gian thực hiện: Quý ",
        "subclause 1.2: Kiểm tra hoạt độn",
        "plus : Mỗi quý một lần.",
        "clause 2: Chỉ tiêu",
        "table 6x2",
        "roman III: KINH PHÍ",
        "paragraph: Kinh phí thực hiện là",
        "roman IV: TỔ CHỨC THỰC HIỆN",
        "clause 1: Phòng Văn hóa - Xã hội",
        "clause 2: Trong quá trình thực h",
    ]
    table = next(block for block in plan.blocks if isinstance(block, Table))
    assert [(cell.columns, cell.rows) for cell in table.header[0]] == [
        (1, 2),
        (1, 2),
        (1, 2),
        (2, 1),
        (1, 2),
    ]
    last = plan.blocks[-1]
    assert isinstance(last, Item)
    assert plain(last.content).endswith("xem xét, giải quyết")
    assert without_places(plan.recipients) == Recipients(
        (
            Recipient("Sở Văn hóa, Thể thao và Du lịch", "báo cáo"),
            Recipient("TT. Đảng ủy, HĐND xã", "báo cáo"),
            Recipient("Các thôn"),
        ),
        "VT, VHXH",
    )
    assert without_places(plan.signatures) == (
        SignatureBlock(
            (
                AuthorityLine(SigningAuthority.ON_BEHALF, "ỦY BAN NHÂN DÂN"),
                AuthorityLine(SigningAuthority.FOR, "CHỦ TỊCH"),
            ),
            ("PHÓ CHỦ TỊCH",),
            "Nguyễn Văn A",
        ),
    )


def test_a_party_report_broken_by_hand_with_footnote_and_annex(outline: Outline) -> None:
    report = read("party-report")
    assert report.type_name == "báo cáo"
    assert plain(report.subject).startswith("kết quả 6 tháng thực hiện Chỉ thị số 07-CT/TW")
    assert report.issuer == IssuingBody("TỈNH ỦY KHÁNH HÒA", ("ĐẢNG ỦY XÃ VẠN NINH",), "ĐU")
    assert report.number == DocumentNumber("100")
    assert report.place_and_date == PlaceAndDate("Vạn Ninh", datetime.date(2026, 6, 5))
    assert [line[:32] for line in outline(report)] == [
        "paragraph: Thực hiện Công văn số",
        "roman I: TÌNH HÌNH, KẾT QUẢ",
        "clause 1: Lãnh đạo, chỉ đạo",
        "paragraph: Đảng ủy xã đã ban hàn",
        "clause 2: Kết quả theo từng nội ",
        "dash : Hệ thống truyền thanh: 12",
        "dash : Tuyên truyền miệng: 244 b",
        "roman II: ĐÁNH GIÁ",
        "clause 1: Hạn chế",
        "paragraph: Không.",
        "clause 2: Kiến nghị",
        "paragraph: (1) Đề nghị Ban Tuyên",
    ]
    told = report.blocks[3]
    assert isinstance(told, Paragraph)
    assert plain(told.content).endswith("so với cùng kỳ năm 2025.")
    (note,) = [item for item in told.content if isinstance(item, Footnote)]
    assert plain(note.content).endswith("Công văn số 30-CV/ĐU, ngày 10/4/2026.")
    assert [plain(paragraph.content) for paragraph in report.closing_notes] == [
        "(Gửi kèm biểu số liệu)"
    ]
    assert [entry.purpose for entry in report.recipients.entries] == ["để báo cáo", "", ""]
    assert report.recipients.entries[2].name.endswith("Đảng bộ xã, các chi bộ trực thuộc")
    assert report.recipients.filing == "Văn phòng Đảng ủy"
    (signature,) = report.signatures
    assert signature.positions == ("PHÓ BÍ THƯ THƯỜNG TRỰC",)
    assert (signature.is_signed, signature.name) == (True, "Trần Thị B")
    (annex,) = report.annexes
    assert plain(annex.title) == "BIỂU SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026"
    assert annex.is_landscape
    assert [type(block) for block in annex.blocks] == [Table]


def test_a_letter_with_its_subject_under_the_number(outline: Outline) -> None:
    letter = read("letter")
    assert letter.type_name == "công văn"
    assert plain(letter.subject) == "báo cáo tình hình hoạt động thông tin cơ sở năm 2026"
    assert letter.issuer == IssuingBody("", ("SỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH",), "SVHTTDL")
    assert letter.number == DocumentNumber("456", "TTBC")
    assert letter.addressees is not None
    assert letter.addressees.names == (
        "Ủy ban nhân dân các xã, phường, đặc khu",
        "Các cơ quan báo chí của tỉnh",
    )
    assert len(outline(letter)) == 6
    opening = letter.blocks[0]
    assert isinstance(opening, Paragraph)
    assert Citation("nd-49-2024") in opening.content
    assert [entry.purpose for entry in letter.recipients.entries] == ["", "b/c", "để biết"]
    assert letter.marks == Marks(
        urgency="HỎA TỐC",
        contact="Số 01 đường Trần Phú, phường Nha Trang; điện thoại: 0258 0000000",
    )


def test_a_decision_with_articles_and_what_it_issues(outline: Outline) -> None:
    decision = read("decision")
    assert decision.type_name == "quyết định"
    assert plain(decision.subject) == "Ban hành Quy chế cung cấp thông tin"
    assert decision.issuer == IssuingBody("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", ("SỞ TƯ PHÁP",), "STP")
    assert decision.enacting_authority == "GIÁM ĐỐC SỞ TƯ PHÁP"
    assert len(decision.bases) == 3
    assert plain(decision.bases[2]) == "Xét đề nghị của Chánh Văn phòng Sở"
    assert decision.enacting == "QUYẾT ĐỊNH"
    assert [line[:10] for line in outline(decision)] == ["article 1:", "article 2:", "article 3:"]
    assert decision.signatures[0].is_signed
    (annex,) = decision.annexes
    assert plain(annex.title) == "QUY CHẾ CUNG CẤP THÔNG TIN"
    assert [
        (block.level.value, block.ordinal) for block in annex.blocks if isinstance(block, Item)
    ] == [
        ("chapter", "I"),
        ("article", "1"),
        ("clause", "1"),
        ("clause", "2"),
        ("point", "a"),
        ("point", "đ"),
        ("chapter", "II"),
        ("section", "1"),
        ("article", "2"),
    ]
