"""The shipped templates, contexts to fill them in, and folders to write faulty ones to."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from ttcs_desktop.model.document import Document, Item, PageBreak, Paragraph, Table
from ttcs_desktop.model.text import Footnote, plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources, shipped_templates
from ttcs_desktop.registry.formats import load_formats
from ttcs_desktop.registry.instruments import Instruments, load_instruments
from ttcs_desktop.registry.units import Units, load_units
from ttcs_desktop.rules.formats import choose, with_habits
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context

TOML = """
title = "Mẫu thử"
kind = "report"
type_name = "báo cáo"
regimes = ["party", "state"]

[fields.subject]
label = "Trích yếu"
label_en = "Subject"

[fields.note]
label = "Ghi chú"
required = false

[fields.rows]
label = "Các việc"
type = "records"
required = false

[fields.rows.columns.what]
label = "Việc"

[fields.rows.columns.figure]
label = "Số"
type = "number"
required = false
"""
BODY = "BÁO CÁO\n\n**{{ subject }}**\n\nNội dung {{ note }}.\n"
EXAMPLE = (
    '[answers]\nsubject = "kết quả"\nnote = "ngắn"\n[[answers.rows]]\nwhat = "một"\nfigure = 1\n'
)


@pytest.fixture(scope="session")
def formats() -> Mapping[str, Any]:
    return load_formats(resources() / "formats")


@pytest.fixture(scope="session")
def units() -> Units:
    return load_units(resources() / "units")


@pytest.fixture(scope="session")
def instruments() -> Instruments:
    return load_instruments(resources() / "instruments")


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return Catalogue(shipped_templates())


@pytest.fixture(scope="session")
def context(
    formats: Mapping[str, Any], units: Units, instruments: Instruments
) -> Callable[..., Context]:
    """Make the context of a unit on a date, in the format of that date or the one named."""

    def make(unit_id: str = "btgtu", date: Any = None, format_id: str = "") -> Context:
        day = date or datetime.date(2026, 9, 15)
        unit = units[unit_id]
        period = period_on(unit, day)
        form = formats[format_id] if format_id else choose(formats, unit.regime, day)
        return Context(unit, period, day, with_habits(form, period.habits), instruments, units)

    return make


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Catalogue]:
    """Write a clerk's own template, and return a catalogue of what ships with that one over it."""

    def write(
        body: str = BODY,
        *,
        toml: str = TOML,
        example: str | None = EXAMPLE,
        macros: Mapping[str, str] | None = None,
        name: str = "mau-thu",
    ) -> Catalogue:
        folder = tmp_path / "templates"
        home = folder / name
        home.mkdir(parents=True, exist_ok=True)
        (home / "body.txt.j2").write_text(body, encoding="utf-8")
        (home / "template.toml").write_text(toml, encoding="utf-8")
        if example is not None:
            (home / "example.toml").write_text(example, encoding="utf-8")
        for file, text in (macros or {}).items():
            (folder / "_macros").mkdir(exist_ok=True)
            (folder / "_macros" / file).write_text(text, encoding="utf-8")
        return Catalogue(shipped_templates(), folder)

    return write


@pytest.fixture
def text_of(own: Callable[..., Catalogue], context: Callable[..., Context]) -> Callable[..., str]:
    """Fill a body written for the test, and return the text."""

    def fill(body: str, answers: Mapping[str, Any] | None = None, **more: Any) -> str:
        around = context(more.pop("unit", "btgtu"), more.pop("date", None))
        template = own(body, **more).get("mau-thu")
        return template.render({"subject": "kết quả"} | dict(answers or {}), around).text

    return fill


def said(document: Document) -> list[str]:
    """Return the words of every part of a document, each by itself."""
    contents = [document.subject, *document.bases]
    blocks = [*document.blocks, *document.closing_notes]
    for annex in document.annexes:
        contents.append(annex.title)
        blocks += annex.blocks
    for block in blocks:
        if isinstance(block, Paragraph | Item):
            contents.append(block.content)
            contents += [one.content for one in block.content if isinstance(one, Footnote)]
        elif isinstance(block, Table):
            contents += [cell.content for row in (*block.header, *block.rows) for cell in row]
        else:
            assert isinstance(block, PageBreak)
    names = [one.name for one in document.recipients.entries]
    addressed = document.addressees.names if document.addressees else ()
    signed = [one.name for one in document.signatures]
    return [*map(plain, contents), *names, *addressed, *signed, document.recipients.filing]


def reads(text: str) -> list[str]:
    return said(parse(text))
