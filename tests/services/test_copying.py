"""Copies in each regime's form: certified below the text, on the page and in the file."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from judges import audit, libreoffice_pdfs, set_lines

from ttcs_desktop.errors import UnknownError, UserError
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.copying import Copying, CopyPages, CopyRequest
from ttcs_desktop.services.library import Library
from ttcs_desktop.writers.docx import write as write_docx
from ttcs_desktop.writers.pdf import write as write_pdf
from ttcs_desktop.writers.text import write as write_text

DAY = datetime.date(2026, 11, 24)
TEXT = """KẾ HOẠCH

thông tin cơ sở năm 2027

1. Mục đích.

2. Yêu cầu.

Nơi nhận:
- Sở Tư pháp;
- Lưu: VT.

{signature}

Nguyễn Văn An
"""
SIGNATURES = {
    "ubnd-22480": "TM. ỦY BAN NHÂN DÂN\n\nCHỦ TỊCH",
    "dang-uy-22480": "T/M BAN THƯỜNG VỤ\n\nBÍ THƯ",
    "btgtu": "TRƯỞNG BAN",
}
TRUE_COPY = CopyRequest(
    "so-tu-phap", DAY, "true-copy", "7", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "Trần Thị Bình",
    ("Các phòng thuộc Sở",),
)  # fmt: skip


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def issued(library: Library) -> Callable[..., Composition]:
    def issued(unit: str = "ubnd-22480", day: datetime.date = DAY, **said: object) -> Composition:
        text = TEXT.format(signature=SIGNATURES[unit])
        told = {"number": "05", **said}
        return Composer(library).compose(Draft(text=text, unit=unit, date=day, **told))  # type: ignore[arg-type]

    return issued


def lines(pages: CopyPages) -> list[str]:
    text = write_text(pages.sheet, pages.format)
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def below(pages: CopyPages) -> list[str]:
    """Return the lines below the rule that is as wide as the text."""
    text = lines(pages)
    rules = [number for number, line in enumerate(text) if line == "─" * 100]
    return text[rules[-1] + 1 :]


def test_a_true_copy_of_the_state_stands_below_the_signed_text(
    library: Library, issued: Callable[..., Composition]
) -> None:
    pages = Copying(library).copy(issued(), TRUE_COPY)
    assert "(đã ký)" in lines(pages)
    assert below(pages) == [
        "SỞ TƯ PHÁP SAO Y",
        "───────",
        "Số: 07/SY-STP Khánh Hòa, ngày 24 tháng 11 năm 2026",
        "Nơi nhận: TL. GIÁM ĐỐC",
        "- Các phòng thuộc Sở; CHÁNH VĂN PHÒNG",
        "- Lưu: VT.",
        "Trần Thị Bình",
    ]
    assert pages.problems == ()


def test_a_copy_of_the_party_bears_the_words_and_who_signs_it(
    library: Library, issued: Callable[..., Composition]
) -> None:
    request = CopyRequest("btgtu", DAY, signer="Trần Thị Bình", signing=("TRƯỞNG BAN",))
    pages = Copying(library).copy(issued("dang-uy-22480"), request)
    assert below(pages) == ["Bản sao văn bản TRƯỞNG BAN", "Trần Thị Bình"]
    assert pages.problems == ()


def test_a_copy_before_2026_is_of_the_kinds_of_its_time(
    library: Library, issued: Callable[..., Composition]
) -> None:
    day = datetime.date(2020, 6, 6)
    copying = Copying(library)
    assert [one.title for one in copying.kinds("vptu", day)] == [
        "SAO Y BẢN CHÍNH", "SAO LỤC", "TRÍCH SAO",
    ]  # fmt: skip
    request = CopyRequest("vptu", day, "true-copy", "24", ("CHÁNH VĂN PHÒNG",), "Trần Thị Bình")
    pages = copying.copy(issued("btgtu", datetime.date(2020, 5, 5)), request)
    assert below(pages)[:3] == [
        "VĂN PHÒNG SAO Y BẢN CHÍNH", "*", "Số 24-BS/VPTU Khánh Hoà, ngày 06 tháng 6 năm 2020",
    ]  # fmt: skip


def test_an_extract_holds_the_chosen_lines_and_no_end_mark(
    library: Library, issued: Callable[..., Composition]
) -> None:
    request = CopyRequest("so-tu-phap", DAY, "extract", "8", lines=(5, 5))
    text = lines(Copying(library).copy(issued(), request))
    assert "1. Mục đích." in text
    assert not [line for line in text if "Yêu cầu" in line]
    assert "Số: 08/TrS-STP Khánh Hòa, ngày 24 tháng 11 năm 2026" in text
    last = CopyRequest("so-tu-phap", DAY, "extract", "8", lines=(7, 7))
    assert "2. Yêu cầu./." in lines(Copying(library).copy(issued(), last))
    for wrong in (None, (100, 200)):
        with pytest.raises(UserError, match="Chưa chọn phần cần trích sao"):
            Copying(library).copy(
                issued(), CopyRequest("so-tu-phap", DAY, "extract", "8", lines=wrong)
            )


def test_the_number_of_a_copy_is_one_of_the_register(
    library: Library, issued: Callable[..., Composition]
) -> None:
    from ttcs_desktop.services.registering import NumberBook, Outgoing

    book = NumberBook(library)
    kinds = Copying(library).kinds("so-tu-phap", DAY)
    given = [
        book.issue(Outgoing("so-tu-phap", kind.type_name, DAY)).number_and_symbol for kind in kinds
    ]
    assert given == ["01/SY-STP", "02/SL-STP", "03/TrS-STP"]
    request = CopyRequest("so-tu-phap", DAY, "copy-of-copy", "2")
    assert any("Số: 02/SL-STP" in line for line in lines(Copying(library).copy(issued(), request)))


def test_the_certificate_alone_goes_below_a_copy_made_by_a_copier(library: Library) -> None:
    pages = Copying(library).certificate(TRUE_COPY)
    text = lines(pages)
    assert text[0] == "─" * 100
    assert text[1] == "SỞ TƯ PHÁP SAO Y"
    assert len(pages.sheet.sections) == 1


def test_a_draft_is_not_copied_and_an_unknown_kind_is_told(
    library: Library, issued: Callable[..., Composition]
) -> None:
    with pytest.raises(UserError, match="chưa có số hoặc ngày"):
        Copying(library).copy(issued(number=""), TRUE_COPY)
    with pytest.raises(UnknownError, match="sao y bản chính") as told:
        Copying(library).copy(issued(), CopyRequest("so-tu-phap", DAY, "sao y bản chính"))
    assert "true-copy (SAO Y)" in told.value.remedy


def test_what_to_look_at_is_told(library: Library, issued: Callable[..., Composition]) -> None:
    early = CopyRequest("so-tu-phap", datetime.date(2026, 11, 1), "true-copy")
    pages = Copying(library).copy(issued(marks=Marks(secrecy="MẬT")), early)
    assert [one.rule for one in pages.problems] == [
        "copying.secret", "copying.before-original", "copying.no-number",
    ]  # fmt: skip


@pytest.mark.libreoffice
def test_file_and_page_are_one(
    library: Library, issued: Callable[..., Composition], tmp_path: Path
) -> None:
    copying = Copying(library)
    made = {
        "state": copying.copy(issued(), TRUE_COPY),
        "party": copying.copy(
            issued("dang-uy-22480"), CopyRequest("btgtu", DAY, signer="Trần Thị Bình")
        ),
        "alone": copying.certificate(TRUE_COPY),
    }
    files = []
    for name, pages in made.items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(write_docx(pages.sheet, pages.format))
        (tmp_path / f"{name}-twin.pdf").write_bytes(write_pdf(pages.sheet, pages.format))
        assert audit(path) == []
        files.append(path)
    for printed in libreoffice_pdfs(files, tmp_path):
        judged = set_lines(printed)
        own = set_lines(printed.with_name(f"{printed.stem}-twin.pdf"))
        assert [(one.page, one.text) for one in own] == [(one.page, one.text) for one in judged]
        for one, other in zip(own, judged, strict=True):
            assert one.baseline == pytest.approx(other.baseline, abs=1), one
