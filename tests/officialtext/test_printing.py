"""Printing and reading are each other's inverse."""

import datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from officialtext.texts import texts, without_places

from ttcs_desktop.model.document import (
    Addressees,
    Alignment,
    Annex,
    AuthorityLine,
    Direction,
    Document,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marks,
    PageBreak,
    Paragraph,
    PlaceAndDate,
    Recipient,
    Recipients,
    SignatureBlock,
    SigningAuthority,
    Table,
    TableCell,
)
from ttcs_desktop.model.text import Citation, Content, Footnote, Span
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.officialtext.printing import inline_text, official_text


def comes_back(document: Document) -> None:
    printed = official_text(document)
    assert without_places(parse(printed)) == without_places(document), printed


@given(texts)
@example("KẾ HOẠCH\n\n-> <-\n\n-> <-")
@example("Nơi nhận:\n(đã ký)\n\\TRƯỞNG BAN")
@example("*Căn cứ Luật A;\nTRƯỞNG BAN\n*B")
@example("a *[^1] b*\n[^1]: c")
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_read_is_printed_and_read_the_same(text: str) -> None:
    comes_back(parse(text))


@given(texts)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_printing_again_changes_nothing(text: str) -> None:
    printed = official_text(parse(text))
    assert official_text(parse(printed)) == printed


def test_the_seed_comes_back(seed_text: str) -> None:
    comes_back(parse(seed_text))


def test_ordinary_text_is_printed_without_a_backslash(seed_text: str) -> None:
    assert "\\" not in official_text(parse(seed_text))


SPELLED = st.text("aăâbcdđeghiklmnopqrstuvxyAĐKS 0123456789,;.()-*[]|\\^+“”", max_size=24).map(
    lambda text: " ".join(text.split())
)
WORDS = SPELLED.map(lambda text: f"Việc {text}".strip())
BLOCK = st.one_of(
    st.builds(lambda words: Paragraph((Span(f"{words}."),)), WORDS),
    st.builds(lambda words: Paragraph((Span(words),), is_centred=True), WORDS),
    st.builds(
        lambda level, number, words: Item(level, str(number), (Span(words),)),
        st.sampled_from([Level.ARTICLE, Level.CLAUSE]),
        st.integers(1, 99),
        WORDS,
    ),
    st.builds(
        lambda level, words: Item(level, "", (Span(words),)),
        st.sampled_from([Level.DASH, Level.PLUS]),
        WORDS,
    ),
    st.builds(
        lambda level, ordinal, words: Item(level, ordinal, (Span(words),)),
        st.sampled_from([Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION, Level.ROMAN]),
        st.sampled_from(["I", "IV", "XII"]),
        WORDS,
    ),
    st.just(PageBreak()),
)


@given(st.lists(BLOCK, max_size=8).map(tuple), WORDS)
@settings(max_examples=200, deadline=None)
def test_trees_built_by_hand_come_back(blocks: tuple[object, ...], words: str) -> None:
    comes_back(
        Document(
            type_name="kế hoạch",
            subject=(Span(words),),
            blocks=blocks,  # type: ignore[arg-type]
            annexes=(Annex((Span(words),), blocks),),  # type: ignore[arg-type]
        )
    )


MIXED: Content = (
    Span("Đạt "),
    Span("95%", bold=True),
    Footnote((Span("Theo "), Citation("bc-12"))),
    Span(" kế hoạch", bold=True, italic=True),
    Citation("ct-07-2016", italic=True),
    Span(" [[x]] * \\ |."),
)
FULL = Document(
    type_name="quyết định",
    author_line="của ban thường vụ tỉnh uỷ",
    subject=(Span("về "), Span("việc này", italic=True)),
    issuer=IssuingBody("TỈNH ỦY KHÁNH HÒA", ("BAN TUYÊN GIÁO", "SỞ TƯ PHÁP\nTỈNH"), "BTGTU-STP"),
    number=DocumentNumber("12a"),
    place_and_date=PlaceAndDate("Khánh Hòa", datetime.date(2026, 2, 5)),
    addressees=Addressees(Direction.SUBMITTED, ("Tỉnh ủy", "- Sở Y v.v.")),
    enacting_authority="TRƯỞNG BAN",
    bases=((Span("Căn cứ "), Citation("nd-49-2024")), (Span("Xét đề nghị"),)),
    enacting="QUYẾT ĐỊNH",
    blocks=(
        Paragraph(MIXED),
        Item(Level.CHAPTER, "I", ()),
        Paragraph((Span("VIẾT HOA"),)),
        Table(
            (Alignment.LEFT, Alignment.CENTRE, Alignment.RIGHT),
            (
                (TableCell((Span("^"),), rows=2), TableCell((Span("a | b"),), columns=2)),
                (TableCell((Span("---"),)), TableCell(())),
            ),
            ((TableCell(MIXED, columns=3),),),
        ),
    ),
    closing_notes=(Paragraph((Span("(Gửi kèm Chỉ thị)"),)),),
    recipients=Recipients(
        (Recipient("Tỉnh ủy", "báo cáo"), Recipient("Sở Y", "xem"), Recipient("Lưu (thực hiện)")),
        "VT, TH",
    ),
    signatures=(
        SignatureBlock(
            (
                AuthorityLine(SigningAuthority.ON_BEHALF, "BAN THƯỜNG VỤ"),
                AuthorityLine(SigningAuthority.FOR, "BÍ THƯ"),
            ),
            ("PHÓ BÍ THƯ", "CHỦ TỊCH"),
            is_signed=True,
        ),
        SignatureBlock((), ("GIÁM ĐỐC",), "Nguyễn Văn A"),
    ),
    marks=Marks(
        secrecy="MẬT",
        urgency="KHẨN",
        circulation="LƯU HÀNH NỘI BỘ",
        draft_round=2,
        no_media=True,
        drafter="PL.(30)",
        contact="Số 01, điện thoại: 0258",
    ),
    annexes=(Annex((), (PageBreak(), Paragraph(MIXED)), is_landscape=True),),
)


def test_a_document_with_everything_comes_back() -> None:
    comes_back(FULL)


@pytest.mark.parametrize(
    ("number", "symbol", "type_name"),
    [
        (DocumentNumber("5"), "UBND", "kế hoạch"),
        (DocumentNumber(), "UBND", "kế hoạch"),
        (DocumentNumber("5", "VX"), "UBND", "công văn"),
        (DocumentNumber("5"), "TU", "công văn"),
        (DocumentNumber("49", symbol="/2024/NĐ-CP"), "", "quyết định"),
        (DocumentNumber("7"), "", "báo cáo"),
    ],
)
def test_numbers_come_back(number: DocumentNumber, symbol: str, type_name: str) -> None:
    comes_back(
        Document(
            type_name=type_name,
            number=number,
            issuer=IssuingBody("", ("SỞ TƯ PHÁP",), symbol),
            blocks=(Paragraph((Span("Nội dung."),)),),
        )
    )


def test_the_words_of_a_block_alone_keep_their_marks() -> None:
    assert inline_text(MIXED) == r"Đạt **95% *kế hoạch**[[ct-07-2016]]* [\[x]] * \ |."
