"""Signing forms: what is typed for one regime prints as the other writes it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ttcs_desktop.model.document import (
    AuthorityLine,
    Document,
    Paragraph,
    Recipient,
    Recipients,
    SignatureBlock,
    SigningAuthority,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Columns, Line
from ttcs_desktop.model.text import Span
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.signing import block_from_lines

Make = Callable[..., Document]
Texts = Callable[..., list[str]]
STYLES = ("authority", "signer-title", "signer-title-direct", "signer-joiner", "signer-name")


@pytest.mark.parametrize(
    ("typed", "authority", "of"),
    [
        ("T/M BAN THƯỜNG VỤ", SigningAuthority.ON_BEHALF, "BAN THƯỜNG VỤ"),
        ("TM. ỦY BAN NHÂN DÂN", SigningAuthority.ON_BEHALF, "ỦY BAN NHÂN DÂN"),
        ("TM.ỦY BAN NHÂN DÂN", SigningAuthority.ON_BEHALF, "ỦY BAN NHÂN DÂN"),
        ("K/T TRƯỞNG BAN", SigningAuthority.FOR, "TRƯỞNG BAN"),
        ("KT. CHỦ TỊCH", SigningAuthority.FOR, "CHỦ TỊCH"),
        ("T/L BAN THƯỜNG VỤ", SigningAuthority.BY_ORDER, "BAN THƯỜNG VỤ"),
        ("TUQ. CHỦ TỊCH", SigningAuthority.BY_AUTHORISATION, "CHỦ TỊCH"),
        ("Q. GIÁM ĐỐC", SigningAuthority.ACTING, "GIÁM ĐỐC"),
    ],
)
def test_authority_is_read_however_it_was_typed(
    typed: str, authority: SigningAuthority, of: str
) -> None:
    assert block_from_lines((typed, "X")) == SignatureBlock((AuthorityLine(authority, of),), ("X",))


@pytest.mark.parametrize("typed", ["TRƯỞNG BAN", "TMDV", "QUYỀN GIÁM ĐỐC", "TLĐ VIỆT NAM"])
def test_titles_are_no_authority(typed: str) -> None:
    assert block_from_lines((typed,)) == SignatureBlock((), (typed,))


@pytest.mark.parametrize(
    ("typed", "in_party", "in_state"),
    [
        (
            ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
            ["T/M BAN THƯỜNG VỤ", "BÍ THƯ"],
            ["TM. BAN THƯỜNG VỤ", "BÍ THƯ"],
        ),
        (
            ("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"),
            ["T/M UỶ BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"],
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            ["T/M UỶ BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"],
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (
            ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"),
            ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
            ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"],
        ),
        (
            ("PHÓ GIÁM ĐỐC",),
            ["PHÓ GIÁM ĐỐC"],
            ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
        ),
        (
            ("THỨ TRƯỞNG",),
            ["THỨ TRƯỞNG"],
            ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"],
        ),
        (
            ("TL. BỘ TRƯỞNG", "PHÓ CHÁNH VĂN PHÒNG"),
            ["T/L BỘ TRƯỞNG", "PHÓ CHÁNH VĂN PHÒNG"],
            ["TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"],
        ),
        (("TRƯỞNG BAN",), ["TRƯỞNG BAN"], ["TRƯỞNG BAN"]),
    ],
)
def test_each_regime_writes_its_own_forms(
    party: FormatProfile,
    state: FormatProfile,
    document: Make,
    texts: Texts,
    typed: tuple[str, ...],
    in_party: list[str],
    in_state: list[str],
) -> None:
    signed = document(signatures=(block_from_lines(typed, "Nguyễn Văn A"),))
    assert texts(arrange(signed, party), *STYLES) == [*in_party, "Nguyễn Văn A"]
    assert texts(arrange(signed, state), *STYLES) == [*in_state, "Nguyễn Văn A"]


def test_party_authorisation_is_by_order_and_reported(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    signed = document(signatures=(block_from_lines(("TUQ. BÍ THƯ", "CHÁNH VĂN PHÒNG")),))
    sheet = arrange(signed, party)
    assert texts(sheet, "authority") == ["T/L BÍ THƯ"]
    assert "signing.no-such-authority" in {problem.rule for problem in sheet.problems}


def test_a_title_under_authority_is_plain_and_a_direct_one_bold(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    under = document(signatures=(block_from_lines(("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),))
    direct = document(signatures=(block_from_lines(("TRƯỞNG BAN",)),))
    assert texts(arrange(under, party), "signer-title") == ["BÍ THƯ"]
    assert texts(arrange(direct, party), "signer-title-direct") == ["TRƯỞNG BAN"]
    assert not party.styles["signer-title"].is_bold
    assert party.styles["signer-title-direct"].is_bold


def test_two_offices_are_joined(party: FormatProfile, document: Make, texts: Texts) -> None:
    block = block_from_lines(("BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"), "Nguyễn Văn A")
    sheet = arrange(document(signatures=(block,)), party)
    assert texts(sheet, *STYLES) == ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO", "Nguyễn Văn A"]


@pytest.mark.parametrize("name", ["TS. Nguyễn Văn A", "PGS.TS Nguyễn Văn A", "Đại tá Lê B"])
def test_a_rank_before_the_name_is_reported(
    state: FormatProfile, document: Make, name: str
) -> None:
    sheet = arrange(document(signatures=(block_from_lines(("GIÁM ĐỐC",), name),)), state)
    assert "signing.rank-before-name" in {problem.rule for problem in sheet.problems}


@pytest.mark.parametrize("name", ["Tô Sơn", "Thái Sơn", "Ksor Phước", "Bá Thiện", "Đại Nghĩa"])
def test_names_that_start_like_a_rank_are_left_alone(
    state: FormatProfile, document: Make, name: str
) -> None:
    sheet = arrange(document(signatures=(block_from_lines(("GIÁM ĐỐC",), name),)), state)
    assert "signing.rank-before-name" not in {problem.rule for problem in sheet.problems}


def test_the_lead_body_signs_on_the_right(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    joint = document(
        signatures=(
            block_from_lines(("TRƯỞNG BAN TỔ CHỨC",), "Người Thứ Nhất"),
            block_from_lines(("TRƯỞNG BAN NỘI CHÍNH",), "Người Thứ Hai"),
        ),
        recipients=Recipients((Recipient("Như trên"),), "Văn phòng"),
    )
    signed, below = arrange(joint, party).sections[0].elements[-2:]
    assert isinstance(signed, Columns)
    assert isinstance(below, Columns)
    names = [
        [
            run.text
            for line in cell
            if isinstance(line, Line) and line.style == "signer-name"
            for run in line.runs
            if not isinstance(run, Line)
        ]
        for cell in signed.rows[-1]
    ]
    assert names == [["Người Thứ Hai"], ["Người Thứ Nhất"]]
    assert signed.keep_together


def test_the_signature_is_never_alone_on_a_page(
    party: FormatProfile, document: Make, lines: Callable[..., list[Line]]
) -> None:
    body = (Paragraph((Span("Một."),)), Paragraph((Span("Hai."),)))
    sheet = arrange(
        document(blocks=body, signatures=(block_from_lines(("GIÁM ĐỐC",), "Lê B"),)), party
    )
    assert [line.keep_with_next for line in lines(sheet, "body")] == [False, True]
    closing = sheet.sections[0].elements[-1]
    assert isinstance(closing, Columns)
    assert closing.keep_together


def test_a_copy_says_that_it_is_signed(party: FormatProfile, document: Make, texts: Texts) -> None:
    block = replace(block_from_lines(("TRƯỞNG BAN",), "Lê B"), is_signed=True)
    sheet = arrange(document(signatures=(block,)), party)
    assert texts(sheet, "signed-note") == ["(đã ký)"]
    assert texts(sheet, "signature-space") == []
    unsigned = arrange(document(signatures=(replace(block, is_signed=False),)), party)
    assert texts(unsigned, "signature-space") == [""]
