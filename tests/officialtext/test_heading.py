"""Letterhead, number, date, marks, type, subject and addressees, as pasted and as typed."""

import datetime

import pytest

from ttcs_desktop.model.document import (
    Addressees,
    Direction,
    DocumentNumber,
    IssuingBody,
    Marks,
    PlaceAndDate,
)
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse

STATE = """\
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH KHÁNH HÒA\tĐộc lập - Tự do - Hạnh phúc
-------\t---------------
Số: 15/KH-UBND\tKhánh Hòa, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Hoạt động thông tin cơ sở năm 2026
"""
PARTY = """\
TỈNH ỦY KHÁNH HÒA          ĐẢNG CỘNG SẢN VIỆT NAM
**BAN TUYÊN GIÁO**
*
Số 31-HD/BTGTU          Khánh Hòa, ngày   tháng 9 năm 2026

HƯỚNG DẪN

**tuyên truyền kỷ niệm**
"""


def test_a_state_letterhead_pasted_as_columns() -> None:
    document = parse(STATE)
    assert document.issuer == IssuingBody("", ("ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA",), "UBND")
    assert document.number == DocumentNumber("15")
    assert document.place_and_date == PlaceAndDate("Khánh Hòa", datetime.date(2026, 2, 5))
    assert document.type_name == "kế hoạch"
    assert plain(document.subject) == "Hoạt động thông tin cơ sở năm 2026"
    assert document.blocks == ()


def test_a_party_letterhead_with_blanks() -> None:
    document = parse(PARTY)
    assert document.issuer == IssuingBody("TỈNH ỦY KHÁNH HÒA", ("BAN TUYÊN GIÁO",), "BTGTU")
    assert document.number == DocumentNumber("31")
    assert document.place_and_date == PlaceAndDate("Khánh Hòa", None, 9, 2026)
    assert plain(document.subject) == "tuyên truyền kỷ niệm"


def test_joint_bodies_are_joined_by_a_hyphen() -> None:
    document = parse("**BAN TUYÊN GIÁO -**\n**SỞ TƯ PHÁP**\nSố 3-CTr/BTGTU-STP\n\nCHƯƠNG TRÌNH\n")
    assert document.issuer.issuers == ("BAN TUYÊN GIÁO", "SỞ TƯ PHÁP")
    assert document.issuer.symbol == "BTGTU-STP"


@pytest.mark.parametrize(
    ("line", "type_line", "number", "symbol"),
    [
        ("Số 31-HD/BTGTU", "HƯỚNG DẪN", DocumentNumber("31"), "BTGTU"),
        ("Số      -HD/BTGTU", "HƯỚNG DẪN", DocumentNumber(), "BTGTU"),
        ("Số: 15/KH-UBND", "KẾ HOẠCH", DocumentNumber("15"), "UBND"),
        ("Số:     /QĐ-STP", "QUYẾT ĐỊNH", DocumentNumber(), "STP"),
        ("Số 264a-QĐ/ĐU", "QUYẾT ĐỊNH", DocumentNumber("264a"), "ĐU"),
        ("Số: 12/UBND-VX", "CÔNG VĂN", DocumentNumber("12", "VX"), "UBND"),
        ("Số 12-CV/TU", "CÔNG VĂN", DocumentNumber("12"), "TU"),
        ("Số: 8/BC-STP", "KẾ HOẠCH", DocumentNumber("8", symbol="/BC-STP"), ""),
        ("Số: 49/2024/NĐ-CP", "QUYẾT ĐỊNH", DocumentNumber("49", symbol="/2024/NĐ-CP"), ""),
        ("Số 5", "KẾ HOẠCH", DocumentNumber("5"), ""),
    ],
)
def test_number_and_symbol(line: str, type_line: str, number: DocumentNumber, symbol: str) -> None:
    document = parse(f"**SỞ TƯ PHÁP**\n{line}\n\n{type_line}\n\n**về việc này**\n")
    assert (document.number, document.issuer.symbol) == (number, symbol)


def test_marks_of_the_letterhead() -> None:
    document = parse("MẬT\nHỎA TỐC\nLƯU HÀNH NỘI BỘ\nDự thảo lần 2\n\nKẾ HOẠCH\n\n**abc**\n")
    assert document.marks == Marks("MẬT", "HỎA TỐC", "LƯU HÀNH NỘI BỘ", 2)
    assert document.blocks == ()


def test_a_day_that_does_not_exist_is_said() -> None:
    document = parse("Số 5-KH/TU\nKhánh Hòa, ngày 31 tháng 4 năm 2026\n\nKẾ HOẠCH\n\n**abc**\n")
    assert document.place_and_date == PlaceAndDate("Khánh Hòa", None, 4, 2026)
    assert [(one.rule, one.line) for one in document.problems] == [
        ("officialtext.impossible-date", 2)
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("KẾ HOẠCH\n\n**thực hiện Chỉ thị\nsố 07**\n\nMở đầu.", "thực hiện Chỉ thị số 07"),
        ("KẾ HOẠCH\n**thực hiện Chỉ thị**\n**số 07**\nMở đầu.", "thực hiện Chỉ thị số 07"),
        ("KẾ HOẠCH\nThực hiện Chỉ thị\nsố 07 của Ban Bí thư\n\nMở đầu.", "Thực hiện Chỉ thị số 07"),
        (
            "-> KẾ HOẠCH <-\n-> Thực hiện Chỉ thị số 07 <-\n-----\nMở đầu.",
            "Thực hiện Chỉ thị số 07",
        ),
        ("KẾ HOẠCH THỰC HIỆN CHỈ THỊ SỐ 07\n\nMở đầu.", "THỰC HIỆN CHỈ THỊ SỐ 07"),
        ("KẾ HOẠCH\n\nMở đầu.", ""),
        ("KẾ HOẠCH\n\n**Mở đầu:** thực hiện Chỉ thị.", ""),
    ],
)
def test_type_and_subject(text: str, subject: str) -> None:
    document = parse(text)
    assert document.type_name == "kế hoạch"
    assert plain(document.subject).startswith(subject)
    assert bool(document.subject) == bool(subject)
    assert len(document.blocks) == 1


def test_the_author_inside_the_subject() -> None:
    document = parse("QUY CHẾ\nCỦA BAN THƯỜNG VỤ TỈNH UỶ\n**về công tác cán bộ**\n\nMở đầu.")
    assert document.author_line == "của ban thường vụ tỉnh uỷ"
    assert plain(document.subject) == "về công tác cán bộ"


@pytest.mark.parametrize(
    "head",
    [
        "SỞ TƯ PHÁP\nSố: 12/STP-VP\nV/v phối hợp tuyên truyền\nnăm 2026",
        "**SỞ TƯ PHÁP**\nSố: 12/STP-VP\n*Về việc phối hợp tuyên truyền năm 2026*",
        "SỞ TƯ PHÁP\nSố: 12/STP-VP\n**V/v: phối hợp tuyên truyền năm 2026**",
    ],
)
def test_a_letter(head: str) -> None:
    document = parse(f"{head}\n\nKính gửi: Ủy ban nhân dân các xã.\n\nMở đầu.")
    assert document.type_name == "công văn"
    assert plain(document.subject) == "phối hợp tuyên truyền năm 2026"
    assert document.addressees is not None
    assert document.addressees.names == ("Ủy ban nhân dân các xã",)
    assert len(document.blocks) == 1


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Kính gửi: Tỉnh ủy.", ("Tỉnh ủy",)),
        ("**Kính gửi:** Tỉnh ủy", ("Tỉnh ủy",)),
        ("Kính gửi:\n- Tỉnh ủy;\n- Các sở,\nban, ngành.", ("Tỉnh ủy", "Các sở, ban, ngành")),
        ("Kính gửi:\nTỉnh ủy;\nỦy ban nhân dân tỉnh.", ("Tỉnh ủy", "Ủy ban nhân dân tỉnh")),
        ("Kính gửi: - Tỉnh ủy;\n- Các sở v.v.", ("- Tỉnh ủy", "Các sở v.v.")),
    ],
)
def test_addressees(lines: str, names: tuple[str, ...]) -> None:
    document = parse(f"TỜ TRÌNH\n\n**về kinh phí**\n\n{lines}\n\nMở đầu.")
    assert document.addressees == Addressees(Direction.ADDRESSED, names, 5)
    assert len(document.blocks) == 1


def test_whom_a_text_is_submitted_to() -> None:
    document = parse("Kính trình: Ban Thường vụ Tỉnh ủy")
    assert document.addressees == Addressees(Direction.SUBMITTED, ("Ban Thường vụ Tỉnh ủy",), 1)


def test_a_text_that_only_looks_like_a_letterhead_loses_nothing() -> None:
    document = parse("TRÍCH YẾU NỘI DUNG\n\nMột đoạn văn thường.")
    assert document.issuer == IssuingBody()
    assert [plain(block.content) for block in document.blocks] == [  # type: ignore[union-attr]
        "TRÍCH YẾU NỘI DUNG",
        "Một đoạn văn thường.",
    ]
