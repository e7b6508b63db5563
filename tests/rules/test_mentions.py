"""Instruments that a text names: which are meant, and whether they may still be cited."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.model.document import PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.officialtext.typed_citations import typed_citations
from ttcs_desktop.places import resources
from ttcs_desktop.registry.instruments import load_instruments
from ttcs_desktop.rules.mentions import KnownInstruments, mention_problems, mentions
from ttcs_desktop.rules.validity import last_year_in


@pytest.fixture(scope="module")
def known() -> KnownInstruments:
    return KnownInstruments(load_instruments(resources() / "instruments"))


def on(day: str) -> PlaceAndDate:
    return PlaceAndDate("", datetime.date.fromisoformat(day))


TODAY = on("2026-11-24")


@pytest.mark.parametrize(
    ("text", "type_name", "symbol", "date", "issuer"),
    [
        (
            "Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII) về “Đẩy mạnh”",
            "chỉ thị", "07-CT/TW", "2016-09-05", "Ban Bí thư",
        ),
        (
            "Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024 của Chính phủ quy định về",
            "nghị định", "49/2024/NĐ-CP", "2024-05-10", "Chính phủ",
        ),
        ("quyết định số 263/QĐ-TTg ngày 22/2/2022", "quyết định", "263/QĐ-TTg", "2022-02-22", ""),
        ("Kế hoạch số 142/KH-UBND\nngày 27/11/2025", "kế hoạch", "142/KH-UBND", "2025-11-27", ""),
        ("Quy chế phối hợp số 05-QC/BTCTU-BNCTU", "", "05-QC/BTCTU-BNCTU", "", ""),
        ("Công văn số 3294-CV/VPTW/nb", "công văn", "3294-CV/VPTW/nb", "", ""),
        ("Công văn số 1966/SKHCN-TTCĐS", "công văn", "1966/SKHCN-TTCĐS", "", ""),
        ("Nghị quyết 202/2025/QH15 của Quốc hội", "nghị quyết", "202/2025/QH15", "", "Quốc hội"),
        ("Báo cáo số 264a/BC-UBND", "báo cáo", "264a/BC-UBND", "", ""),
    ],
)  # fmt: skip
def test_typed_citations_of_both_regimes_are_read(
    text: str, type_name: str, symbol: str, date: str, issuer: str
) -> None:
    (typed,) = typed_citations(f"Căn cứ {text}")
    assert (typed.type_name, typed.symbol, typed.issuer) == (type_name, symbol, issuer)
    assert str(typed.date or "") == date
    assert f"Căn cứ {text}"[typed.start : typed.end] == typed.text


@pytest.mark.parametrize(
    "text",
    [
        "ngày 05/9/2016, tỉ lệ 12/KM, 24/7, 3/4 xã, 100/ha",
        "Kế hoạch 05 năm 2021 - 2025",
        "Kế hoạch 90 ngày, báo cáo 12 tháng",
        "mục 1/A và điểm 2-B",
    ],
)
def test_what_only_looks_like_a_citation_is_left_alone(text: str) -> None:
    assert typed_citations(text) == ()


def test_the_seed_names_four_instruments_with_their_lines(seed_text: str) -> None:
    found = typed_citations(seed_text)
    assert {typed.symbol for typed in found} == {
        "07-CT/TW", "31-HD/BTGTW", "52/2016/QĐ-TTg", "05-CT/TU", "",
    }  # fmt: skip
    lines = seed_text.split("\n")
    for typed in found:
        assert typed.text.split("\n")[0] in lines[typed.line - 1]


def rules_of(
    text: str, known: KnownInstruments, form: FormatProfile, written: PlaceAndDate
) -> list[str]:
    return [one.rule for one in mention_problems(mentions(text, known, form.citation, written))]


def test_a_symbol_of_two_instruments_gives_both_and_the_date_tells(
    known: KnownInstruments, party: FormatProfile
) -> None:
    (bare,) = mentions("Chỉ thị số 07-CT/TW", known, party.citation, TODAY)
    assert [one.id for one in bare.candidates] == ["ct-07-2016", "ct-07-2026"]
    assert bare.problem is not None
    assert bare.problem.rule == "citations.ambiguous"
    assert "05/9/2016" in bare.problem.hint
    assert "13/7/2026" in bare.problem.hint
    for day, meant in (("05/9/2016", "ct-07-2016"), ("13/7/2026", "ct-07-2026")):
        (dated,) = mentions(f"Chỉ thị số 07-CT/TW, ngày {day}", known, party.citation, TODAY)
        assert [one.id for one in dated.candidates] == [meant]
        assert dated.problem is None


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("Chỉ thị số 07-CT/TW của Ban Bí thư", "2026-11-24", "ct-07-2016"),
        ("Chỉ thị số 07-CT/TW của Bộ Chính trị", "2026-11-24", "ct-07-2026"),
        ("Chỉ thị số 07-CT/TW năm 2016", "2026-11-24", "ct-07-2016"),
        ("Chỉ thị số 07-CT/TW", "2017-09-05", "ct-07-2016"),
        ("Chỉ thị số 07/CT-TTg", "2026-11-24", "ct-07-ttg-2023"),
    ],
)
def test_issuer_year_and_the_documents_own_date_tell_too(
    known: KnownInstruments, party: FormatProfile, text: str, written: str, meant: str
) -> None:
    (found,) = mentions(text, known, party.citation, on(written))
    assert [one.id for one in found.candidates] == [meant]
    assert found.problem is None


def test_a_bare_mention_is_what_was_named_before_it(
    known: KnownInstruments, party: FormatProfile
) -> None:
    text = "Chỉ thị số 07-CT/TW, ngày 05/9/2016 (sau đây gọi tắt là Chỉ thị 07). Theo Chỉ thị 07"
    found = mentions(text, known, party.citation, TODAY)
    assert [[one.id for one in mention.candidates] for mention in found] == [["ct-07-2016"]] * 3
    assert rules_of("Theo Chỉ thị 07", known, party, TODAY) == ["citations.ambiguous"]
    assert mentions("Theo Quyết định 1598", known, party.citation, TODAY) == ()


def test_what_ended_is_told_with_its_successor(
    known: KnownInstruments, state: FormatProfile
) -> None:
    text = "Quyết định số 52/2016/QĐ-TTg ngày 06/12/2016 của Thủ tướng Chính phủ"
    assert rules_of(text, known, state, on("2017-09-05")) == []
    (problem,) = mention_problems(mentions(text, known, state.citation, TODAY))
    assert (problem.rule, problem.severity) == ("citations.ended", Severity.WARNING)
    assert "Nghị định số 49/2024/NĐ-CP ngày 10 tháng 5 năm 2024" in problem.hint


def test_a_period_in_the_title_that_is_over_is_told(
    known: KnownInstruments, party: FormatProfile
) -> None:
    text = "Chỉ thị số 05-CT/TU, ngày 23/12/2016"
    assert rules_of(text, known, party, on("2020-06-01")) == []
    (problem,) = mention_problems(mentions(text, known, party.citation, on("2021-01-01")))
    assert problem.rule == "citations.period-over"
    assert "2020" in problem.message
    assert rules_of("Quyết định số 1497/QĐ-TTg", known, party, on("2028-01-01")) == []
    assert rules_of("Quyết định số 1497/QĐ-TTg", known, party, on("2031-01-01")) == [
        "citations.period-over"
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Kế hoạch số -KH/ĐU", "citations.blank-number"),
        ("Kế hoạch số      /KH-UBND", "citations.blank-number"),
        ("Kế hoạch số …-KH/ĐU ngày 05/9/2026", "citations.blank-number"),
        ("Kế hoạch số 999-KH/ĐU", "citations.not-listed"),
        ("Hướng dẫn số 05/HD-VPTW", "citations.symbol-order"),
        ("Hướng dẫn số 05-HD/VPTW, ngày 12/01/2026", "citations.other-date"),
        ("Chỉ thị số 07-CT/TW, ngày 13/7/2026", "citations.later"),
    ],
)
def test_slips_are_told(
    known: KnownInstruments, party: FormatProfile, text: str, rule: str
) -> None:
    written = on("2026-06-30") if rule == "citations.later" else TODAY
    assert rules_of(text, known, party, written) == [rule]


def test_each_slip_is_told_once_at_its_first_line(
    known: KnownInstruments, state: FormatProfile
) -> None:
    text = "\n\nQuyết định số 52/2016/QĐ-TTg\n" * 5
    found: tuple[Problem, ...] = mention_problems(mentions(text, known, state.citation, TODAY))
    assert [one.line for one in found] == [3]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("các dự án trọng điểm giai đoạn 2016 - 2020", 2020),
        ("Chương trình nông thôn mới 2021-2025", 2025),
        ("giai đoạn 2017 – 2020", 2020),
        ("Chiến lược đến năm 2025, tầm nhìn 2030", 2030),
        ("đến hết năm 2027", 2027),
        ("sắp xếp đơn vị hành chính năm 2025", None),
        ("công tác văn thư", None),
    ],
)
def test_the_period_of_a_title(title: str, year: int | None) -> None:
    assert last_year_in(title) == year


@given(st.text(alphabet="số Chỉth-/.…_0123456789CTWQĐngày\n(,“”của ", max_size=400))
def test_no_text_trips_the_reader(text: str) -> None:
    for typed in typed_citations(text):
        assert text[typed.start : typed.end] == typed.text


@pytest.mark.parametrize(
    "text",
    ["số " * 20_000, "số" + " " * 100_000, "số:" + "…" * 100_000, "Chỉ thị " * 10_000,
     "07-CT/TW của " + "a " * 50_000, "12-A" * 20_000],
    ids=range(6),
)  # fmt: skip
def test_long_rubbish_is_read_in_no_time(text: str) -> None:
    import time

    started = time.process_time()
    typed_citations(text)
    assert time.process_time() - started < 1
