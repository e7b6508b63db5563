"""Recipients, signatures and marks at the foot, however they interleave."""

import pytest

from ttcs_desktop.model.document import AuthorityLine, Marks, Recipient, SigningAuthority
from ttcs_desktop.officialtext.parse import parse

BODY = "Báo cáo kết quả.\n\n"


def entries(text: str) -> list[tuple[str, str]]:
    return [(entry.name, entry.purpose) for entry in parse(BODY + text).recipients.entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nơi nhận:\n- Như trên;\n- Sở Tư pháp;", [("Như trên", ""), ("Sở Tư pháp", "")]),
        ("Nơi nhận: - Như trên;\n- Sở Tư pháp.", [("Như trên", ""), ("Sở Tư pháp", "")]),
        ("**Nơi nhận:**\nNhư trên;\nSở Tư pháp,", [("Như trên", ""), ("Sở Tư pháp", "")]),
        ("Nơi nhận:\n\n- Tỉnh ủy, } (báo cáo)", [("Tỉnh ủy", "báo cáo")]),
        ("Nơi nhận:\n- Tỉnh ủy (để báo cáo);", [("Tỉnh ủy", "để báo cáo")]),
        ("Nơi nhận:\n- Trung tâm (Nha Trang);", [("Trung tâm (Nha Trang)", "")]),
        ("Nơi nhận:\n- Tỉnh ủy }\n- Sở Y", [("Tỉnh ủy", ""), ("Sở Y", "")]),
        (
            "Nơi nhận:\n- Các xã,\nphường, đặc khu;\n- Sở",
            [("Các xã, phường, đặc khu", ""), ("Sở", "")],
        ),
        ("Nơi nhận:\n- Báo Khánh Hòa, Đài v.v.", [("Báo Khánh Hòa, Đài v.v.", "")]),
        ("Nơi nhận:\n- \\Lưu Văn thư \\(báo cáo)", [("Lưu Văn thư (báo cáo)", "")]),
    ],
)
def test_entries(text: str, expected: list[tuple[str, str]]) -> None:
    assert entries(text) == expected


@pytest.mark.parametrize(
    ("line", "filing"),
    [
        ("- Lưu TGTU.", "TGTU"),
        ("- Lưu: VT, TH.", "VT, TH"),
        ("- Lưu : VT", "VT"),
        ("- Lưu Văn phòng Tỉnh uỷ", "Văn phòng Tỉnh uỷ"),
        ("Lưu: VT.", "VT"),
        ("- Lưu: VT,\nphòng Tổng hợp.", "VT, phòng Tổng hợp"),
    ],
)
def test_the_filing_line(line: str, filing: str) -> None:
    recipients = parse(f"{BODY}Nơi nhận:\n- Như trên;\n{line}").recipients
    assert recipients.filing == filing
    assert [entry.name for entry in recipients.entries] == ["Như trên"]


def test_a_person_called_luu_is_not_filed() -> None:
    recipients = parse(f"{BODY}Nơi nhận:\n- Lưu Văn Bình;\n- Lưu: VT.").recipients
    assert recipients.entries == (Recipient("Lưu Văn Bình", "", 4),)


@pytest.mark.parametrize(
    ("line", "authority", "of"),
    [
        ("T/M BAN THƯỜNG VỤ", SigningAuthority.ON_BEHALF, "BAN THƯỜNG VỤ"),
        ("TM. ỦY BAN NHÂN DÂN", SigningAuthority.ON_BEHALF, "ỦY BAN NHÂN DÂN"),
        ("K/T TRƯỞNG BAN", SigningAuthority.FOR, "TRƯỞNG BAN"),
        ("KT. CHỦ TỊCH", SigningAuthority.FOR, "CHỦ TỊCH"),
        ("T/L BAN THƯỜNG VỤ", SigningAuthority.BY_ORDER, "BAN THƯỜNG VỤ"),
        ("TL. GIÁM ĐỐC", SigningAuthority.BY_ORDER, "GIÁM ĐỐC"),
        ("TUQ. BAN THƯỜNG VỤ", SigningAuthority.BY_AUTHORISATION, "BAN THƯỜNG VỤ"),
        ("Q. GIÁM ĐỐC", SigningAuthority.ACTING, "GIÁM ĐỐC"),
    ],
)
def test_lines_of_authority(line: str, authority: SigningAuthority, of: str) -> None:
    (signature,) = parse(f"{BODY}{line}\nPHÓ BÍ THƯ\n\nNguyễn Văn A").signatures
    assert signature.authority == (AuthorityLine(authority, of),)
    assert signature.positions == ("PHÓ BÍ THƯ",)
    assert signature.name == "Nguyễn Văn A"
    assert not signature.is_signed


def test_two_lines_of_authority_and_a_long_body() -> None:
    (signature,) = parse(
        f"{BODY}TM. ỦY BAN NHÂN DÂN\nXÃ VẠN NINH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n"
        "(đã ký)\n\nTRẦN THỊ B"
    ).signatures
    assert signature.authority == (
        AuthorityLine(SigningAuthority.ON_BEHALF, "ỦY BAN NHÂN DÂN XÃ VẠN NINH"),
        AuthorityLine(SigningAuthority.FOR, "CHỦ TỊCH"),
    )
    assert signature.positions == ("PHÓ CHỦ TỊCH",)
    assert signature.is_signed
    assert signature.name == "TRẦN THỊ B"


def test_one_who_holds_two_offices() -> None:
    (signature,) = parse(
        f"{BODY}PHÓ TRƯỞNG BAN TUYÊN GIÁO\nVÀ DÂN VẬN\nkiêm\nCHỦ NHIỆM\n\nNguyễn Văn A"
    ).signatures
    assert signature.positions == ("PHÓ TRƯỞNG BAN TUYÊN GIÁO VÀ DÂN VẬN", "CHỦ NHIỆM")


def test_two_signers_one_after_the_other() -> None:
    first, second = parse(
        f"{BODY}TRƯỞNG BAN\n(đã ký)\nNguyễn Văn A\n\nGIÁM ĐỐC\n(đã ký)\nTrần Văn B"
    ).signatures
    assert (first.positions, first.name) == (("TRƯỞNG BAN",), "Nguyễn Văn A")
    assert (second.positions, second.name) == (("GIÁM ĐỐC",), "Trần Văn B")


def test_two_signers_side_by_side_the_lead_on_the_right() -> None:
    lead, other = parse(
        f"{BODY}T/M SỞ TƯ PHÁP\tT/M BAN TUYÊN GIÁO\nGIÁM ĐỐC\tTRƯỞNG BAN\n\n"
        "Trần Văn B\tNguyễn Văn A"
    ).signatures
    assert (lead.positions, lead.name) == (("TRƯỞNG BAN",), "Nguyễn Văn A")
    assert (other.positions, other.name) == (("GIÁM ĐỐC",), "Trần Văn B")


def test_recipients_and_signature_pasted_side_by_side() -> None:
    document = parse(
        f"{BODY}Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tKT. CHỦ TỊCH\n"
        "- Sở Tư pháp;\tPHÓ CHỦ TỊCH\n- Lưu: VT.\n\n\tNguyễn Văn A"
    )
    assert [entry.name for entry in document.recipients.entries] == ["Như trên", "Sở Tư pháp"]
    assert document.recipients.filing == "VT"
    (signature,) = document.signatures
    assert [line.of for line in signature.authority] == ["ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert (signature.positions, signature.name) == (("PHÓ CHỦ TỊCH",), "Nguyễn Văn A")
    assert document.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "TRƯỞNG BAN\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\n(đã ký)\n\nHồ Văn M",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTRƯỞNG BAN\n(đã ký)\nHồ Văn M",
        "TRƯỞNG BAN\n(đã ký)\nHồ Văn M\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
        "**TRƯỞNG BAN**\n\n*(đã ký)*\n\n**Hồ Văn M**\n\n***Nơi nhận:***\n- Như trên;\n- Lưu: VT.",
    ],
)
def test_the_order_of_the_foot_does_not_matter(text: str) -> None:
    document = parse(BODY + text)
    (signature,) = document.signatures
    assert (signature.positions, signature.is_signed) == (("TRƯỞNG BAN",), True)
    assert signature.name == "Hồ Văn M"
    assert [entry.name for entry in document.recipients.entries] == ["Như trên"]
    assert document.recipients.filing == "VT"
    assert len(document.blocks) == 1


def test_marks_of_the_foot() -> None:
    document = parse(
        f"{BODY}TRƯỞNG BAN\n\nNơi nhận:\n- Như trên.\n\nNguyễn Văn A\n\n"
        "Người soạn thảo: ABC-268\nĐịa chỉ liên hệ: Số 01 đường Trần Phú; điện thoại 0258\n"
        "Không phổ biến trên phương tiện thông tin đại chúng"
    )
    assert document.marks == Marks(
        no_media=True, drafter="ABC-268", contact="Số 01 đường Trần Phú; điện thoại 0258"
    )


def test_what_is_neither_recipient_nor_signature_is_kept_and_said() -> None:
    document = parse(f"{BODY}Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCâu lạc chỗ, để sau cùng.")
    assert len(document.blocks) == 2
    assert [(one.rule, one.line) for one in document.problems] == [
        ("officialtext.after-signature", 7)
    ]


def test_a_section_after_the_label_is_no_foot() -> None:
    document = parse("Nơi nhận:\n- Ghi đủ cơ quan.\n\nI. QUY ĐỊNH KHÁC\n\nNội dung.")
    assert document.recipients.entries == ()
    assert len(document.blocks) == 4


def test_closing_notes_stand_before_the_foot() -> None:
    document = parse("Nội dung.\n\n(Có danh sách kèm theo).\n\n(Gửi kèm đề cương)\n\nTRƯỞNG BAN")
    assert len(document.closing_notes) == 2
    assert len(document.blocks) == 1
    assert len(document.signatures) == 1
