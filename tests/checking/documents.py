"""Documents of ours, whole and right, as .docx: what the checker must find nothing in."""

import dataclasses
import datetime
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ttcs_desktop.model.document import Document, IssuingBody, Marks, PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.unit import Habits, Unit
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.formats import with_habits
from ttcs_desktop.rules.signing import block_from_lines
from ttcs_desktop.services.checking import Checked, Checker, CheckRequest
from ttcs_desktop.services.library import Library
from ttcs_desktop.writers.docx import write

TESTS = Path(__file__).parents[1]
SHEETS = TESTS / "golden" / "sheets"
TODAY = datetime.date(2026, 11, 24)


@cache
def library() -> Library:
    return Library()


def check(data: bytes, form: str = "", date: datetime.date | None = None) -> Checked:
    """Check the bytes of a .docx as `ttcs check` does."""
    checker = Checker(library(), today=lambda: TODAY)
    return checker.check_data(data, CheckRequest(Path("tệp.docx"), form, date))


def found(data: bytes, form: str = "") -> list[str]:
    """Return what is found in a file, one line each, hints included."""
    return [told(one) for one in check(data, form).findings]


def told(finding: Any) -> str:
    return f"{finding.severity} {finding.rule}: {finding.message} “{finding.place.words}”"


def sheet_names() -> list[str]:
    return sorted(path.parent.name for path in SHEETS.glob("*/case.toml"))


@cache
def golden_docx(name: str, **changes: Any) -> bytes:
    """Return a golden sheet's document as .docx."""
    facts = tomllib.loads((SHEETS / name / "case.toml").read_text(encoding="utf-8"))
    facts |= changes
    form = with_habits(library().formats[facts["format"]], Habits(**facts.get("habits", {})))
    return written(completed(parse(source_of(facts.get("source", name))), facts), form)


def written(document: Document, form: FormatProfile) -> bytes:
    return write(arrange(document, form, library().instruments), form)


def source_of(name: str) -> str:
    path = TESTS / "seed-guidance.txt" if name == "seed" else SHEETS / name / "source.txt"
    return path.read_text(encoding="utf-8")


def completed(document: Document, facts: dict[str, Any]) -> Document:
    """Lay what a unit and a draft know over what the text says."""
    date = facts.get("date")
    signer = facts.get("signer", {})
    changes: dict[str, Any] = {
        "issuer": IssuingBody(
            facts.get("parent", ""), tuple(facts["issuers"]), facts["symbol"], facts.get("name", "")
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


def template_docx() -> Iterator[tuple[str, bytes]]:
    """Yield every template with every example, in each format of its regimes, for some units."""
    from ttcs_desktop.services.rendering import Renderer, Request

    own = library()
    renderer = Renderer(own)
    units = sample_units()
    for info in own.templates.all():
        template = own.templates.get(info.id)
        for example in template.examples:
            for form in own.formats.values():
                if form.regime not in template.info.regimes:
                    continue
                for unit in units[form.regime.value]:
                    date = _within(form, _date_of(example))
                    request = Request(info.id, unit, form.id, date, example)
                    rendered = renderer.render(request).composition
                    data = write(rendered.sheet, rendered.format, rendered.draft)
                    yield f"{info.id} {example.stem} {form.id} {unit}", data


def examples_docx() -> Iterator[tuple[str, bytes]]:
    """Yield every template with every example on its own date, for its unit and ones like it."""
    from ttcs_desktop.services.rendering import Renderer, Request

    own = library()
    renderer = Renderer(own)
    for info in own.templates.all():
        for example in own.templates.get(info.id).examples:
            date = _date_of(example)
            meant = own.unit(tomllib.loads(example.read_text(encoding="utf-8"))["unit"])
            for unit in _like(meant, date):
                request = Request(info.id, unit, "", date, example)
                rendered = renderer.render(request).composition
                data = write(rendered.sheet, rendered.format, rendered.draft)
                yield f"{info.id} {example.stem} {rendered.format.id} {unit}", data


def _like(meant: Unit, date: datetime.date) -> list[str]:
    """Return a unit and two more of its kind that exist on a date and say how they sign."""
    others = [
        unit.id
        for unit in library().units.values()
        if unit.kind == meant.kind
        and unit.level == meant.level
        and any(period.covers(date) and period.signing for period in unit.periods)
    ]
    return list(dict.fromkeys([meant.id, *others[:1], *others[-1:]]))


def _date_of(example: Path) -> datetime.date:
    date = tomllib.loads(example.read_text(encoding="utf-8")).get("date")
    return date if isinstance(date, datetime.date) else datetime.date(2026, 6, 15)


def _within(form: FormatProfile, date: datetime.date) -> datetime.date:
    """Return a date on which a format holds, the nearest to one that is wanted."""
    date = max(date, form.valid_from or date)
    return min(date, form.valid_to or date)


def sample_units() -> dict[str, list[str]]:
    """Return a few units of each regime that say how they sign."""
    by_regime: dict[str, list[str]] = {}
    for unit in library().units.values():
        if not unit.periods[-1].signing:
            continue
        by_regime.setdefault(unit.regime.value, []).append(unit.id)
    return {
        regime: [ids[index] for index in sorted({0, len(ids) // 2, len(ids) - 1})]
        for regime, ids in by_regime.items()
    }
