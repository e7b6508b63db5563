"""Golden sheets: official text in, the final words out, as a clerk would proofread them.

Each folder in `tests/golden/sheets/` holds `source.txt`, `case.toml` (format, unit facts) and
`expected.txt`. A `source` in the case names another folder's text or the seed.
"""

import dataclasses
import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ttcs_desktop.model.document import Document, IssuingBody, Marks, PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Habits
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources
from ttcs_desktop.registry.instruments import load_instruments
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.formats import with_habits
from ttcs_desktop.rules.signing import block_from_lines
from ttcs_desktop.writers.text import write

FOLDER = Path(__file__).parents[1] / "golden" / "sheets"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/case.toml"))


@pytest.fixture(scope="module")
def real_instruments() -> dict[str, Instrument]:
    return load_instruments(resources() / "instruments")


@pytest.mark.parametrize("case", CASES)
def test_golden_sheet(
    case: str,
    formats: dict[str, FormatProfile],
    real_instruments: dict[str, Instrument],
    seed_text: str,
    request: pytest.FixtureRequest,
) -> None:
    facts = tomllib.loads((FOLDER / case / "case.toml").read_text(encoding="utf-8"))
    form = with_habits(formats[facts["format"]], Habits(**facts.get("habits", {})))
    document = _completed(parse(_source(facts.get("source", case), seed_text)), facts)
    sheet = arrange(document, form, real_instruments)
    found = write(sheet, form) + _problems([*document.problems, *sheet.problems])
    golden = FOLDER / case / "expected.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def _source(name: str, seed_text: str) -> str:
    if name == "seed":
        return seed_text
    return (FOLDER / name / "source.txt").read_text(encoding="utf-8")


def _completed(document: Document, facts: dict[str, Any]) -> Document:
    """Lay what a unit and a draft know over what the text says."""
    date = facts.get("date")
    signer = facts.get("signer", {})
    changes: dict[str, Any] = {
        "issuer": IssuingBody(
            facts.get("parent", ""),
            tuple(facts["issuers"]),
            facts["symbol"],
            facts.get("name", ""),
        ),
        "number": dataclasses.replace(
            document.number,
            serial=facts.get("number", ""),
            letter_field=facts.get("field", document.number.letter_field),
        ),
        "place_and_date": PlaceAndDate(
            facts["place"],
            date if isinstance(date, datetime.date) else None,
            facts.get("month", 0),
            facts.get("year", 0),
        ),
    }
    if "marks" in facts:
        changes["marks"] = Marks(**facts["marks"])
    if signer:
        changes["signatures"] = (block_from_lines(tuple(signer["lines"]), signer.get("name", "")),)
    if "enacting_authority" in facts:
        changes["enacting_authority"] = facts["enacting_authority"]
    return dataclasses.replace(document, **changes)


def _problems(problems: list[Any]) -> str:
    return "".join(
        f"\n! {problem.severity} {problem.rule}, dòng {problem.line}: {problem.message}"
        f" {problem.hint}".rstrip()
        for problem in problems
    )
