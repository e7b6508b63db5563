"""Citations: in full first, by type and number after; each regime its own way."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from ttcs_desktop.model.document import Document, Paragraph, PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.sheet import FootnoteMark, Line, Run
from ttcs_desktop.model.text import Citation, Footnote, Span, plain
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.citations import full, short

Make = Callable[..., Document]
Texts = Callable[..., list[str]]
Known = Mapping[str, Instrument]


@pytest.mark.parametrize(
    ("id_", "in_party", "in_state"),
    [
        (
            "ct-07-2016",
            (
                "Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII) về “Đẩy mạnh công"
                " tác thông tin cơ sở trong tình hình mới”"
            ),
            (
                "Chỉ thị số 07-CT/TW ngày 05 tháng 9 năm 2016 của Ban Bí thư (khóa XII) về đẩy mạnh"
                " công tác thông tin cơ sở trong tình hình mới"
            ),
        ),
        (
            "qd-52-2016",
            (
                "Quyết định số 52/2016/QĐ-TTg, ngày 06/12/2016 của Thủ tướng Chính phủ về việc “Ban"
                " hành Quy chế hoạt động thông tin cơ sở”"
            ),
            (
                "Quyết định số 52/2016/QĐ-TTg ngày 06 tháng 12 năm 2016 của Thủ tướng Chính phủ ban"
                " hành Quy chế hoạt động thông tin cơ sở"
            ),
        ),
    ],
)
def test_full_citations(
    formats: Mapping[str, FormatProfile],
    instruments: Known,
    id_: str,
    in_party: str,
    in_state: str,
) -> None:
    assert plain(full(instruments[id_], formats["party-2018"].citation)) == in_party
    assert plain(full(instruments[id_], formats["party-2026"].citation)) == in_party
    assert plain(full(instruments[id_], formats["state-2020"].citation)) == in_state


def test_the_quoted_title_is_in_italics(
    formats: Mapping[str, FormatProfile], instruments: Known
) -> None:
    content = full(instruments["ct-07-2016"], formats["party-2018"].citation)
    italics = [item.text for item in content if isinstance(item, Span) and item.italic]
    assert italics == [instruments["ct-07-2016"].title]


def test_laws_are_cited_by_name(
    party: FormatProfile, state: FormatProfile, instruments: Known
) -> None:
    assert plain(full(instruments["luat-bao-chi"], state.citation)) == "Luật Báo chí"
    assert plain(full(instruments["luat-bao-chi"], party.citation)).startswith("Luật Báo chí")


def test_what_is_not_known_of_an_instrument_leaves_no_hole(party: FormatProfile) -> None:
    bare = Instrument("x", "6612/BVHTTDL-TTCS", "Công văn", "", "")
    assert plain(full(bare, party.citation)) == "Công văn số 6612/BVHTTDL-TTCS"


def test_short_citations(party: FormatProfile, instruments: Known) -> None:
    assert plain(short(instruments["ct-07-2016"], party.citation)) == "Chỉ thị 07"
    assert plain(short(instruments["nd-49-2024"], party.citation)) == "Nghị định số 49/2024/NĐ-CP"


def _citing(*ids: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph((Span("Theo "), Citation(id_), Span(".")), line=number)
        for number, id_ in enumerate(ids, start=5)
    )


def test_the_first_mention_is_full_and_the_next_short(
    state: FormatProfile, document: Make, texts: Texts, instruments: Known
) -> None:
    made = document(
        subject=(Span("triển khai "), Citation("nd-49-2024")),
        blocks=_citing("nd-49-2024", "nd-49-2024"),
    )
    sheet = arrange(made, state, instruments)
    first, second = texts(sheet, "body")
    assert first.startswith(
        "Theo Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ"
    )
    assert second == "Theo Nghị định số 49/2024/NĐ-CP./."
    assert "ngày 10 tháng 5 năm 2024" in sheet.title


def test_an_unknown_instrument_is_visible_and_an_error(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    sheet = arrange(document(blocks=_citing("ct-x")), party)
    assert texts(sheet, "body") == ["Theo [CẦN BỔ SUNG: văn bản ct-x]."]
    (problem,) = sheet.problems
    assert (problem.rule, problem.line, problem.severity) == (
        "citations.unknown",
        5,
        Severity.ERROR,
    )


@pytest.mark.parametrize(
    ("written", "has_ended"),
    [
        (PlaceAndDate("X", datetime.date(2024, 6, 30)), False),
        (PlaceAndDate("X", datetime.date(2024, 7, 1)), True),
        (PlaceAndDate("X", None, year=2026), True),
        (PlaceAndDate("X", None, year=2024), False),
        (PlaceAndDate("X"), False),
    ],
)
def test_an_instrument_that_had_ended_is_reported_with_its_successor(
    party: FormatProfile,
    document: Make,
    instruments: Known,
    written: PlaceAndDate,
    has_ended: bool,
) -> None:
    made = document(place_and_date=written, blocks=_citing("qd-52-2016"))
    ended = [p for p in arrange(made, party, instruments).problems if p.rule == "citations.ended"]
    assert bool(ended) == has_ended
    assert all("49/2024/NĐ-CP" in problem.hint for problem in ended)


def test_an_instrument_younger_than_the_document_is_reported(
    party: FormatProfile, document: Make, instruments: Known
) -> None:
    written = PlaceAndDate("X", datetime.date(2023, 1, 1))
    made = document(place_and_date=written, blocks=_citing("nd-49-2024"))
    assert [p.rule for p in arrange(made, party, instruments).problems] == ["citations.later"]


def test_footnotes_are_numbered_through_the_sheet(
    party: FormatProfile, document: Make, lines: Callable[..., list[Line]], instruments: Known
) -> None:
    note = Footnote((Span("Xem "), Citation("ct-07-2016")))
    made = document(blocks=(Paragraph((Span("Một"), note)), Paragraph((Span("Hai"), note))))
    marks = [
        run
        for line in lines(arrange(made, party, instruments), "body")
        for run in line.runs
        if isinstance(run, FootnoteMark)
    ]
    assert [mark.number for mark in marks] == [1, 2]
    assert marks[1].runs == (Run("Xem "), Run("Chỉ thị 07"))
