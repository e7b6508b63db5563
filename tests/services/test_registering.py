"""Numbers as each regime counts them, and the register as a table."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.document import Document, Marks, Recipient, Recipients, SignatureBlock
from ttcs_desktop.model.register import NumberState, Series
from ttcs_desktop.model.text import Span
from ttcs_desktop.model.unit import Term
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import NumberBook, Outgoing, outgoing_of
from ttcs_desktop.services.registries import Registries

DAY = datetime.date
PLAN = Outgoing("btgtu", "kế hoạch", DAY(2026, 11, 1), "thông tin cơ sở năm 2027")


@pytest.fixture
def book() -> NumberBook:
    return NumberBook(Library())


def with_term(book: NumberBook, unit_id: str, *starts: datetime.date) -> None:
    terms = tuple(Term(f"nhiệm kỳ {day.year}", day) for day in starts)
    Registries(book.library).save([dataclasses.replace(book.library.units[unit_id], terms=terms)])


@pytest.mark.parametrize(
    ("unit", "type_name", "day", "series", "number"),
    [
        ("btgtu", "Kế hoạch", DAY(2026, 11, 1), ("kế hoạch", ""), "01-KH/BTGTU"),
        ("btgtu", "kế hoạch", DAY(2025, 12, 1), ("kế hoạch", ""), "01-KH/BTGDV"),
        ("btgtu", "", DAY(2026, 11, 1), ("công văn", ""), "01-CV/BTGTU"),
        ("so-tu-phap", "Kế hoạch", DAY(2026, 2, 5), ("", "2026"), "01/KH-STP"),
        ("so-tu-phap", "Báo cáo", DAY(2027, 2, 5), ("", "2027"), "01/BC-STP"),
        ("ubnd-22480", "Bản sao y", DAY(2026, 2, 5), ("bản sao", "2026"), "01/SY-UBND"),
        ("mttq-tinh", "Kế hoạch", DAY(2026, 2, 5), ("", "2026"), "01/KH-MTTQ-BTT"),
    ],
)
def test_each_regime_counts_its_own_way(
    book: NumberBook,
    unit: str,
    type_name: str,
    day: datetime.date,
    series: tuple[str, str],
    number: str,
) -> None:
    outgoing = Outgoing(unit, type_name, day)
    assert book.series(outgoing) == Series(unit, *series)
    assert book.next_number(outgoing) == number
    assert not book.library.location.exists()


def test_a_state_letter_carries_its_field(book: NumberBook) -> None:
    letter = Outgoing("ubnd-22480", "công văn", DAY(2026, 2, 5), field="VX")
    assert book.issue(letter).number_and_symbol == "01/UBND-VX"


def test_state_secret_documents_are_numbered_apart_and_party_ones_not(book: NumberBook) -> None:
    for unit, apart in (("so-tu-phap", True), ("btgtu", False)):
        outgoing = Outgoing(unit, "Báo cáo", DAY(2026, 2, 5))
        book.issue(outgoing)
        secret = dataclasses.replace(outgoing, is_secret=True)
        assert book.series(secret).is_secret is apart
        assert str(book.issue(secret).serial) == ("1" if apart else "2")


def test_a_state_body_may_number_each_type_apart(book: NumberBook) -> None:
    unit = book.library.units["so-tu-phap"]
    outgoing = Outgoing("so-tu-phap", "Báo cáo", DAY(2026, 2, 5))
    book.issue(outgoing)
    Registries(book.library).save([dataclasses.replace(unit, number_series="type")])
    assert book.series(outgoing) == Series("so-tu-phap", "báo cáo", "2026")
    assert book.next_number(outgoing) == "01/BC-STP"


def test_party_numbers_start_again_with_the_term_and_not_with_the_year(book: NumberBook) -> None:
    with_term(book, "btgtu", DAY(2025, 10, 1), DAY(2030, 10, 1))
    given = [
        book.issue(dataclasses.replace(PLAN, date=day)).number_and_symbol
        for day in (DAY(2025, 9, 30), DAY(2025, 10, 1), DAY(2026, 11, 1), DAY(2030, 10, 1))
    ]
    assert given == ["01-KH/BTGDV", "01-KH/BTGDV", "02-KH/BTGTU", "01-KH/BTGTU"]
    assert [book.title(series) for series in book.all_series("btgtu")] == [
        "Kế hoạch", "Kế hoạch nhiệm kỳ 2025", "Kế hoạch nhiệm kỳ 2030",
    ]  # fmt: skip


def test_a_document_keeps_the_number_it_holds(book: NumberBook) -> None:
    outgoing = dataclasses.replace(PLAN, document="ke-hoach.docx")
    (kept,) = book.reserve(outgoing)
    assert book.reserve(outgoing) == (kept,)
    assert book.held("ke-hoach.docx") == kept
    signed = dataclasses.replace(outgoing, signer="Nguyễn Văn A")
    issued = book.issue(signed)
    assert (issued.serial, issued.state) == (kept.serial, NumberState.ISSUED)
    assert issued.registered.signer == "Nguyễn Văn A"
    with pytest.raises(UserError, match="đã mang số 01-KH/BTGTU"):
        book.issue(signed)
    book.cancel(issued, "in lại")
    assert book.held("ke-hoach.docx") is None
    assert book.issue(signed).number_and_symbol == "02-KH/BTGTU"


def test_numbers_are_asked_for_as_typed(book: NumberBook) -> None:
    assert book.issue(PLAN, "264").number_and_symbol == "264-KH/BTGTU"
    assert book.insert_after(PLAN, 264).number_and_symbol == "264a-KH/BTGTU"
    assert book.issue(PLAN, "264c").number_and_symbol == "264c-KH/BTGTU"
    for typed in ("hai", "0", "31-KH"):
        with pytest.raises(UserError, match="không phải số văn bản"):
            book.issue(PLAN, typed)


def test_what_the_register_needs_comes_from_the_document() -> None:
    document = Document(
        type_name="kế hoạch",
        subject=(Span("thông tin cơ sở "), Span("năm 2027", bold=True)),
        recipients=Recipients(
            (Recipient("Thường trực Tỉnh uỷ", "báo cáo"), Recipient("Các sở")), "TGTU"
        ),
        signatures=(SignatureBlock(name="Nguyễn Văn A"),),
        marks=Marks(secrecy="MẬT"),
    )  # fmt: skip
    assert outgoing_of(document, "btgtu", DAY(2026, 11, 1), file="a.docx") == Outgoing(
        "btgtu", "Kế hoạch", DAY(2026, 11, 1), "thông tin cơ sở năm 2027", "Nguyễn Văn A",
        "Thường trực Tỉnh uỷ; Các sở", "TGTU", document="a.docx", is_secret=True,
    )  # fmt: skip


def test_the_register_is_written_in_its_usual_columns(book: NumberBook, tmp_path: Path) -> None:
    first = book.issue(
        dataclasses.replace(
            PLAN, signer="Nguyễn Văn A", recipients="Các sở", filing="TGTU", copies=12, note="khẩn"
        )
    )
    book.cancel(book.issue(PLAN), "không ban hành")
    book.reserve(PLAN)
    book.issue(PLAN, "7")
    book.issue(Outgoing("so-tu-phap", "Báo cáo", DAY(2026, 2, 5), "tủ sách"))
    path = tmp_path / "so.xlsx"
    book.export(path, book.entries())
    sheets = load_workbook(path)
    assert sheets.sheetnames == ["Kế hoạch", "Văn bản đi năm 2026", "Cần xem lại"]
    rows = [[cell.value for cell in row] for row in sheets["Kế hoạch"].iter_rows()]
    assert rows[0] == [
        "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản",
        "Người ký", "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ghi chú",
    ]  # fmt: skip
    assert rows[1] == [
        first.number_and_symbol, datetime.datetime(2026, 11, 1),  # noqa: DTZ001
        "Kế hoạch thông tin cơ sở năm 2027", "Nguyễn Văn A", "Các sở", "TGTU", 12, "khẩn",
    ]  # fmt: skip
    assert [row[7] for row in rows[2:]] == ["Huỷ số: không ban hành", "Giữ số", None]
    assert sheets["Cần xem lại"]["B2"].value == "Sổ bỏ trống số 4 - 6."
    book.export(tmp_path / "trong.xlsx", ())
    assert load_workbook(tmp_path / "trong.xlsx").sheetnames == ["Văn bản đi"]
