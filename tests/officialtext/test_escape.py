"""A value comes back word for word from wherever a template puts it, and is never structure."""

import dataclasses
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, example, given, settings
from officialtext.texts import values, without_places

from ttcs_desktop.language.letters import nfc
from ttcs_desktop.model.text import Span
from ttcs_desktop.officialtext.escape import escape
from ttcs_desktop.officialtext.lines import UNPRINTABLE, without_end
from ttcs_desktop.officialtext.parse import parse

T = TypeVar("T")
PLACES = {
    "alone": "Mở đầu.\n\n{}\n\nKết thúc.",
    "under a heading": "Mở đầu.\n\n1. Mục đích\n\n{}\n\nKết thúc.",
    "first of all": "{}\n\nKết thúc.",
    "last of all": "Mở đầu.\n\n{}",
    "above the foot": "Mở đầu.\n\n{}\n\nTRƯỞNG BAN\n\nNơi nhận:\n- A;",
    "under the title": "KẾ HOẠCH\n\n**abc**\n\n{}\n\nKết thúc.",
    "in mid-sentence": "Mở đầu.\n\nThực hiện {} của tỉnh.\n\nKết thúc.",
    "at the end of a sentence": "Mở đầu.\n\nThực hiện {}",
    "in quotes": "Mở đầu.\n\nVề “*{}*” của tỉnh.",
    "twice": "Mở đầu.\n\nThực hiện {}{} và {}.",
    "after a dash": "Mở đầu.\n\n- {}\n\nKết thúc.",
    "after a number": "Mở đầu.\n\n1. {}\n\nKết thúc.",
    "after a Roman number": "Mở đầu.\n\nI. {}\n\nKết thúc.",
    "after a letter": "Mở đầu.\n\na) {}\n\nKết thúc.",
    "after Điều 1": "Mở đầu.\n\nĐiều 1. {}\n\nKết thúc.",
    "in bold": "Mở đầu.\n\n- **{}**\n\nKết thúc.",
    "in a cell": "| A | B |\n|---|---|\n| {} | x |\n| y | {} |",
    "in a header": "| {} | B |\n|---|---|\n| x | y |",
    "as subject": "KẾ HOẠCH\n\n**{}**\n\nMở đầu.",
    "in the subject": "KẾ HOẠCH\n\n**thực hiện {} năm 2026**\n\nMở đầu.",
    "as title of an annex": "Mở đầu.\n\nPhụ lục\n\n**{}**\n\nKết thúc.",
    "as contact": "Mở đầu.\n\nĐịa chỉ liên hệ: {}",
    "in a footnote": "Mở đầu[^1].\n\n[^1]: {}",
}
ENTRIES = {
    "as recipient": "Mở đầu.\n\nNơi nhận:\n- A;\n- {};\n- Lưu: VT.",
    "as recipient for something": "Mở đầu.\n\nNơi nhận:\n- {} (báo cáo);\n- Lưu: VT.",
    "as recipient with a brace": "Mở đầu.\n\nNơi nhận:\n- {}, } (báo cáo)\n- Lưu: VT.",
    "where it is filed": "Mở đầu.\n\nNơi nhận:\n- A;\n- Lưu: {}",
    "as addressee": "CÔNG VĂN\n\n**abc**\n\nKính gửi: {}\n\nMở đầu.",
    "as one of the addressees": "CÔNG VĂN\n\n**abc**\n\nKính gửi:\n- A;\n- {};\n\nMở đầu.",
    "as basis": "QUYẾT ĐỊNH\n\n**abc**\n\nCăn cứ Luật;\nCăn cứ {};\n\nMở đầu.",
}


def said(value: str) -> str:
    """Return the words of a value: what escaping must keep."""
    return " ".join(nfc(UNPRINTABLE.sub("", value)).split())


def put(record: T, words: str) -> T:
    """Return a tree with words in place of the sign that stands for them."""
    if isinstance(record, str):
        return record.replace("Xyz", words)  # type: ignore[return-value]
    if isinstance(record, tuple):
        return tuple(put(item, words) for item in record)  # type: ignore[return-value]
    if not dataclasses.is_dataclass(record) or isinstance(record, type):
        return record
    changes = {
        field.name: put(getattr(record, field.name), words) for field in dataclasses.fields(record)
    }
    return dataclasses.replace(record, **changes)


def check(template: str, value: str, words: str) -> None:
    text = template.replace("{}", escape(value))
    expected = put(without_places(parse(template.replace("{}", "Xyz"))), words)
    assert without_places(parse(text)) == expected, text


def hard(test: T) -> T:
    """Let hypothesis look for values, and always try those that a clerk might type."""
    for value in (
        "Sở KH&ĐT <tỉnh>",
        "5 * 3",
        "- x",
        "[[a]]",
        "{{ 1 }}",
        "I. ABC",
        "| a |",
        "Nơi nhận:",
        "TRƯỞNG BAN",
        "(đã ký)",
        "Phụ lục",
        "[^1]",
        "=== ngắt trang ===",
        "-> a <-",
        "\\x",
        "a\\",
        "hai\ndòng\r\nba",
        "\ud800\x00\u200b",
        "-----",
        "KẾ HOẠCH",
        "CỦA TỈNH ỦY",
        "**đậm**",
        "Lưu VT",
        "Sở Y (báo cáo)",
        "Sở Y } (xem)",
        "xong./.",
        "+++",
    ):
        test = example(value)(test)  # type: ignore[type-var]
    return test


@pytest.mark.parametrize("place", PLACES)
@hard
@given(values)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_value_stays_a_value(place: str, value: str) -> None:
    if words := said(value):
        check(PLACES[place], value, words)


@pytest.mark.parametrize("place", ENTRIES)
@hard
@given(values)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_entry_of_a_list_stays_an_entry(place: str, value: str) -> None:
    """Its end mark is the format's: a comma, semicolon or full stop at its end is none of it."""
    if words := without_end(said(value)):
        check(ENTRIES[place], value, words)


@pytest.mark.parametrize(
    "value",
    [
        "Sở KH&ĐT <tỉnh>",
        "5 * 3 = 15",
        "thực hiện Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII)",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "UBND",
        "BAN THƯỜNG VỤ",
        "Nguyễn Văn A",
        "Lưu Thị B",
        "Khánh Hòa",
        "Lưu ý các đơn vị",
        "05/9/2016",
        "1.250.000",
        "12,5%",
        "2025 - 2030",
        "-",
        "Căn cứ Luật Báo chí",
        "Điều 5 của Luật Báo chí",
        "Trung tâm (cơ sở 2)",
        "Ê-đê",
        "“Toàn dân đoàn kết”",
        "",
    ],
)
def test_ordinary_values_are_left_as_they_are(value: str) -> None:
    assert escape(value) == value


def test_several_lines_become_one() -> None:
    assert escape("một\n\n- hai\tba\r\nbốn\x0b\x00\u200b") == "một - hai ba bốn"


def test_the_name_of_a_signer_comes_back() -> None:
    for name in ("Nguyễn Văn A", "TRƯỞNG BAN", "- x", "*", "Y Khuin", "trần b"):
        (signature,) = parse(f"Mở đầu.\n\nTRƯỞNG BAN\n\n(đã ký)\n\n{escape(name)}").signatures
        assert signature.name == name


def test_bold_by_the_clerk_is_no_bold_of_ours() -> None:
    document = parse(f"Mở đầu {escape('**đậm** và *nghiêng*')}.")
    assert document.blocks[0].content == (Span("Mở đầu **đậm** và *nghiêng*."),)  # type: ignore[union-attr]
