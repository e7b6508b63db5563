"""Right and wrong lines against the grammar of each format, and our own lines against it.

`grammar.toml` holds lines that each rule gives or forbids; `abbreviations.csv` what the rules
abbreviate.
"""

import csv
import datetime
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.document import (
    Document,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marks,
    PlaceAndDate,
    Recipient,
    Recipients,
    SigningAuthority,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.text import Span
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.signing import block_from_lines
from ttcs_desktop.rules.type_names import is_letter, known_type

HERE = Path(__file__).parent
VECTORS = tomllib.loads((HERE / "grammar.toml").read_text(encoding="utf-8"))["grammar"]
IDS = ("party-2026", "party-2018", "state-2020", "front-2025", "youth-2013")
ISSUERS = {
    "party-2026": "BTGTU",
    "party-2018": "BTCTU-BDVTU",
    "state-2020": "UBND",
    "front-2025": "MTTQ-BTT",
    "youth-2013": "TWĐTN-VP",
}
LEVELS = {
    Level.PART: ("I", r"Phần I"),
    Level.CHAPTER: ("II", r"Chương II"),
    Level.SECTION: ("1", r"Mục 1"),
    Level.ARTICLE: ("12", r"Điều [0-9]+\. \S.*"),
    Level.CLAUSE: ("3", r"[0-9]+\. \S.*"),
    Level.SUBCLAUSE: ("3.1", r"[0-9]+\.[0-9]+\. \S.*"),
    Level.POINT: ("đ", r"[a-zđ]\) \S.*"),
}
ROMAN = {"party": r"[IVXLC]+- \S.*", "state": r"[IVXLC]+\. \S.*"}

Make = Callable[..., Document]
Texts = Callable[..., list[str]]


def _lines_of(kind: str) -> list[tuple[str, str, str]]:
    return [
        (id_, vector["regex"], line)
        for vector in VECTORS
        for id_ in vector["formats"]
        for line in vector.get(kind, ())
    ]


def _matches(form: FormatProfile, regex: str, line: str) -> bool:
    part, _, name = regex.partition(".")
    pattern: str = getattr(getattr(form, part), name)
    assert pattern, regex
    return re.search(pattern, line) is not None


@pytest.mark.parametrize(("id_", "regex", "line"), _lines_of("ok"))
def test_a_right_line_is_known_as_right(
    formats: dict[str, FormatProfile], id_: str, regex: str, line: str
) -> None:
    assert _matches(formats[id_], regex, line)


@pytest.mark.parametrize(("id_", "regex", "line"), _lines_of("bad"))
def test_a_wrong_line_is_known_as_wrong(
    formats: dict[str, FormatProfile], id_: str, regex: str, line: str
) -> None:
    assert not _matches(formats[id_], regex, line)


@pytest.mark.parametrize("id_", IDS)
def test_every_grammar_of_every_format_is_tried(
    formats: dict[str, FormatProfile], id_: str
) -> None:
    tried = {vector["regex"] for vector in VECTORS if id_ in vector["formats"]}
    form = formats[id_]
    has = {
        f"{part}.{name}"
        for part in ("number", "date", "subject", "signature", "recipients", "marks")
        for name in type(getattr(form, part)).__dataclass_fields__
        if name.endswith("regex") and getattr(getattr(form, part), name)
    }
    assert has - tried <= {"number.draft_regex", "number.copy_regex"}


@pytest.mark.parametrize("id_", IDS)
def test_our_number_of_every_type_keeps_to_the_grammar(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str
) -> None:
    form = formats[id_]
    types = [known for known in form.types if known.abbreviation and known.kind != "copy"]
    types += [known for known in form.types if is_letter(known.name)]
    assert len(types) > 20
    for known in types:
        made = document(
            type_name=known.name.lower(),
            issuer=IssuingBody("", ("X",), ISSUERS[id_]),
            number=DocumentNumber("5", letter_field="VX"),
        )
        blank = replace(made, number=DocumentNumber(letter_field="VX"))
        grammar = form.number
        regex = (is_letter(known.name) and grammar.letter_regex) or grammar.regex
        (number,) = texts(arrange(made, form), "number")
        assert re.search(regex, number), number
        (number,) = texts(arrange(blank, form), "number")
        assert re.search(grammar.draft_regex, number), number


@pytest.mark.parametrize("id_", IDS)
def test_our_dates_keep_to_the_grammar(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str
) -> None:
    form = formats[id_]
    for month in range(1, 13):
        for day in (1, 9, 10, 28):
            date = datetime.date(2026, month, day)
            made = document(place_and_date=PlaceAndDate("Nha Trang", date))
            (line,) = texts(arrange(made, form), "place-date")
            assert re.search(form.date.regex, line), line
            assert re.search(form.date.text_regex, short_date(date))
    for written in (PlaceAndDate("Huế"), PlaceAndDate("Huế", None, 2, 2026)):
        (line,) = texts(arrange(document(place_and_date=written), form), "place-date")
        assert re.search(form.date.draft_regex, line), line


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("typed", ["T/M X", "KT. X", "TL. X", "TUQ. X", "Q. X"])
def test_our_line_of_authority_keeps_to_the_grammar(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str, typed: str
) -> None:
    form = formats[id_]
    sheet = arrange(document(signatures=(block_from_lines((typed, "Y")),)), form)
    lines = texts(sheet, "authority")
    if not lines:
        assert "signing.no-such-authority" in {problem.rule for problem in sheet.problems}
    for line in lines:
        assert re.search(form.signature.line_regex, line), line
        assert not line.startswith(form.signature.forbidden), line


@pytest.mark.parametrize("id_", IDS)
def test_what_stands_round_the_text_keeps_to_the_grammar(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str
) -> None:
    form = formats[id_]
    letter = document(
        type_name="công văn",
        recipients=Recipients((Recipient("Các sở"),), ""),
        marks=Marks(draft_round=2),
    )
    sheet = arrange(letter, form)
    (subject,) = texts(sheet, "letter-subject")
    assert re.search(form.subject.letter_regex, subject), subject
    filing = texts(sheet, "recipient")[-1]
    assert re.search(form.recipients.filing_regex, filing), filing
    assert re.fullmatch("Dự thảo lần [0-9]+", texts(sheet, "draft-mark")[0])


@pytest.mark.parametrize("id_", IDS)
@pytest.mark.parametrize("level", LEVELS)
def test_our_numbering_keeps_to_the_grammar(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str, level: Level
) -> None:
    form = formats[id_]
    ordinal, pattern = LEVELS[level]
    item = Item(level, ordinal, (Span("Nội dung."),))
    styles = (form.levels[level].style, form.levels[level].title_style)
    line = texts(arrange(document(blocks=(item,)), form), *styles)[0]
    assert re.fullmatch(pattern, line), line


@pytest.mark.parametrize("id_", IDS)
def test_our_roman_numbers_keep_to_the_grammar(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str
) -> None:
    form = formats[id_]
    item = Item(Level.ROMAN, "IV", (Span("Nội dung"),))
    pattern = ROMAN["party" if id_.startswith(("party", "youth")) else "state"]
    (line,) = texts(arrange(document(blocks=(item,)), form), "roman-title")
    assert re.fullmatch(pattern, line), line


FORMAT_OF = {
    "party": "party-2026",
    "party_2018": "party-2018",
    "state": "state-2020",
    "front": "front-2025",
    "youth": "youth-2013",
}
AUTHORITIES = {
    "thay mặt": SigningAuthority.ON_BEHALF,
    "ký thay": SigningAuthority.FOR,
    "thừa lệnh": SigningAuthority.BY_ORDER,
    "thừa uỷ quyền": SigningAuthority.BY_AUTHORISATION,
    "quyền (acting)": SigningAuthority.ACTING,
}
COPIES = {"Bản sao (all kinds)": ("Bản sao y bản chính", "Bản sao lục", "Bản trích sao")}


def _abbreviated(*kinds: str) -> list[tuple[str, str, str]]:
    """Return format, full words and abbreviation of every line of some kinds."""
    with (HERE / "abbreviations.csv").open(encoding="utf-8", newline="") as file:
        return [
            (FORMAT_OF[row["regime"]], name, row["abbreviation"])
            for row in csv.DictReader(file)
            if row["kind"] in kinds and row["regime"] in FORMAT_OF
            for name in COPIES.get(row["type_name"], (row["type_name"],))
        ]


@pytest.mark.parametrize(("id_", "name", "short"), _abbreviated("type", "admin_paper", "copy"))
def test_every_type_has_its_abbreviation(
    formats: dict[str, FormatProfile], id_: str, name: str, short: str
) -> None:
    known = known_type(name.removesuffix(" (cá biệt)"), formats[id_])
    assert known is not None
    assert known.abbreviation == short


@pytest.mark.parametrize(("id_", "name", "short"), _abbreviated("authority"))
def test_every_authority_has_its_abbreviation(
    formats: dict[str, FormatProfile], id_: str, name: str, short: str
) -> None:
    assert formats[id_].signature.words[AUTHORITIES[name].value] == f"{short} "


@pytest.mark.parametrize(("id_", "_name", "short"), _abbreviated("archive"))
def test_the_archive_has_its_abbreviation(
    formats: dict[str, FormatProfile], id_: str, _name: str, short: str
) -> None:
    assert formats[id_].recipients.filing_default == short


@pytest.mark.parametrize(("id_", "_name", "short"), _abbreviated("organisation"))
def test_every_body_s_abbreviation_may_stand_in_a_number(
    formats: dict[str, FormatProfile],
    document: Make,
    texts: Texts,
    id_: str,
    _name: str,
    short: str,
) -> None:
    made = document(issuer=IssuingBody("", ("X",), short), number=DocumentNumber("5"))
    (number,) = texts(arrange(made, formats[id_]), "number")
    assert short in number
    assert re.search(formats[id_].number.regex, number)


@pytest.mark.parametrize(
    ("id_", "type_name"),
    [("state-2020", "thư công"), ("party-2026", "thư công"), ("party-2026", "điều lệ đảng")],
)
def test_a_type_without_an_abbreviation_is_told(
    formats: dict[str, FormatProfile], document: Make, id_: str, type_name: str
) -> None:
    sheet = arrange(document(type_name=type_name), formats[id_])
    assert "number.no-abbreviation" in {problem.rule for problem in sheet.problems}
