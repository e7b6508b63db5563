"""Number and symbol, place and date, after the grammar of each regime."""

import datetime
import re
from collections.abc import Callable

import pytest

from ttcs_desktop.model.document import Document, DocumentNumber, IssuingBody, PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Line, Sheet
from ttcs_desktop.rules.arrange import arrange

Make = Callable[..., Document]
Texts = Callable[..., list[str]]


def _number(sheet: Sheet, texts: Texts) -> str:
    return texts(sheet, "number")[0]


@pytest.mark.parametrize(
    ("type_name", "number", "symbol", "expected"),
    [
        ("hướng dẫn", DocumentNumber("5"), "VPTW", "Số 05-HD/VPTW"),
        ("HƯỚNG DẪN", DocumentNumber("31"), "BTGTU", "Số 31-HD/BTGTU"),
        ("công văn", DocumentNumber("686"), "VPTU", "Số 686-CV/VPTU"),
        ("quy định", DocumentNumber("23"), "UBKTTW", "Số 23-QĐ/UBKTTW"),
        ("chương trình", DocumentNumber("264a"), "ĐU", "Số 264a-CTr/ĐU"),
        ("quy chế", DocumentNumber("05"), "BTCTU-BNCTU", "Số 05-QC/BTCTU-BNCTU"),
    ],
)
def test_party_numbers(
    party: FormatProfile,
    document: Make,
    texts: Texts,
    type_name: str,
    number: DocumentNumber,
    symbol: str,
    expected: str,
) -> None:
    sheet = arrange(
        document(type_name=type_name, number=number, issuer=IssuingBody("", ("X",), symbol)), party
    )
    assert _number(sheet, texts) == expected
    assert sheet.keywords == expected.removeprefix("Số ")


@pytest.mark.parametrize(
    ("type_name", "number", "symbol", "expected"),
    [
        ("quyết định", DocumentNumber("15"), "BNV", "Số: 15/QĐ-BNV"),
        ("quy định", DocumentNumber("3"), "VPCP", "Số: 03/QyĐ-VPCP"),
        ("tờ trình", DocumentNumber("10"), "SNV", "Số: 10/TTr-SNV"),
        ("công văn", DocumentNumber("12", letter_field="VX"), "UBND", "Số: 12/UBND-VX"),
    ],
)
def test_state_numbers(
    state: FormatProfile,
    document: Make,
    texts: Texts,
    type_name: str,
    number: DocumentNumber,
    symbol: str,
    expected: str,
) -> None:
    sheet = arrange(
        document(type_name=type_name, number=number, issuer=IssuingBody("", ("X",), symbol)), state
    )
    assert _number(sheet, texts) == expected
    assert not [problem for problem in sheet.problems if problem.rule.startswith("number.")]


@pytest.mark.parametrize("id_", ["party-2026", "party-2018", "state-2020", "youth-2013"])
def test_numbers_obey_the_grammar_of_the_format(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str
) -> None:
    form = formats[id_]
    made = _number(arrange(document(), form), texts)
    blank = _number(arrange(document(number=DocumentNumber()), form), texts)
    assert re.fullmatch(form.number.regex, made)
    assert re.fullmatch(form.number.draft_regex, blank)


def test_a_blank_serial_leaves_room_for_the_registry_clerk(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    blank = document(number=DocumentNumber())
    assert _number(arrange(blank, party), texts) == f"Số {party.number.blank}-KH/STP"
    assert _number(arrange(blank, state), texts) == f"Số: {state.number.blank}/KH-STP"
    assert arrange(blank, state).keywords == "KH-STP"


def test_a_symbol_as_given_is_printed_as_it_is(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    given = document(number=DocumentNumber("3294", symbol="CV/VPTW/nb"))
    assert _number(arrange(given, party), texts) == "Số 3294-CV/VPTW/nb"


def test_a_letter_without_its_field_is_reported(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    sheet = arrange(document(type_name="công văn"), state)
    assert _number(sheet, texts) == "Số: 15/STP"
    assert "number.no-field" in {problem.rule for problem in sheet.problems}


def test_a_type_that_the_regime_does_not_know_is_reported(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    sheet = arrange(document(type_name="thông tri"), state)
    assert _number(sheet, texts) == "Số: 15/TT-STP"
    assert "number.unknown-type" in {problem.rule for problem in sheet.problems}


def test_what_is_not_known_of_the_letterhead_is_visible_and_reported(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    sheet = arrange(document(issuer=IssuingBody(), place_and_date=PlaceAndDate(year=2026)), state)
    (name,) = texts(sheet, "issuing-body")
    assert name.replace("\n", " ") == "[CẦN BỔ SUNG: TÊN CƠ QUAN BAN HÀNH]"
    assert texts(sheet, "place-date")[0].startswith("…, ngày ")
    assert {"letterhead.no-issuer", "number.no-symbol"} <= {p.rule for p in sheet.problems}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (datetime.date(2016, 9, 5), "Nha Trang, ngày 05 tháng 9 năm 2016"),
        (datetime.date(2026, 2, 3), "Nha Trang, ngày 03 tháng 02 năm 2026"),
        (datetime.date(2026, 12, 31), "Nha Trang, ngày 31 tháng 12 năm 2026"),
    ],
)
@pytest.mark.parametrize("id_", ["party-2026", "state-2020"])
def test_dates(
    formats: dict[str, FormatProfile],
    document: Make,
    texts: Texts,
    id_: str,
    date: datetime.date,
    expected: str,
) -> None:
    sheet = arrange(document(place_and_date=PlaceAndDate("Nha Trang", date)), formats[id_])
    assert texts(sheet, "place-date") == [expected]
    assert re.fullmatch(formats[id_].date.regex, expected)


def test_a_blank_date_keeps_what_is_known(
    party: FormatProfile, document: Make, lines: Callable[..., list[Line]], texts: Texts
) -> None:
    sheet = arrange(
        document(place_and_date=PlaceAndDate("Nha Trang", None, month=9, year=2026)), party
    )
    (text,) = texts(sheet, "place-date")
    assert text == f"Nha Trang, ngày {party.date.blank_day} tháng 9 năm 2026"
    assert re.fullmatch(party.date.draft_regex, text)
