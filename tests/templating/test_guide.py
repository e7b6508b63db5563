"""The guide for those who write templates is true: its example works, and it leaves nothing out."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.model.template import FieldType
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.templating import printing, sandbox
from ttcs_desktop.templating.catalogue import Catalogue
from ttcs_desktop.templating.context import Context, NamedUnit
from ttcs_desktop.templating.filters import FILTERS
from ttcs_desktop.templating.form import GIVEN, KINDS, TypedField, TypedTemplate

GUIDE = Path(__file__).parents[2] / "docs" / "template-guide.md"
BLOCK = re.compile(r"^```(?:toml|jinja) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def written(guide: str, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    home = tmp_path_factory.mktemp("templates")
    folder = home / "thong-bao-lich-phat-thanh"
    folder.mkdir()
    for name, text in BLOCK.findall(guide):
        (folder / name).write_text(text, encoding="utf-8")
    return Catalogue(shipped_templates(), home)


def test_the_example_of_the_guide_is_a_whole_template(
    guide: str, written: Catalogue, context: Callable[..., Context]
) -> None:
    assert [name for name, _text in BLOCK.findall(guide)] == [
        "template.toml",
        "body.txt.j2",
        "example.toml",
    ]
    template = written.get("thong-bao-lich-phat-thanh")
    example = template.example()
    rendering = template.render(example["answers"], context(example["unit"], example["date"]))
    assert rendering.missing == ()
    assert rendering.problems == ()
    assert "lịch phát thanh từ ngày 01 tháng 10 năm 2026" in rendering.text
    assert "Mỗi ngày phát 02 buổi, tổng cộng 75 phút." in rendering.text
    assert "2.500.000 đồng (hai triệu năm trăm nghìn đồng)" in rendering.text
    document = parse(rendering.text)
    assert document.problems == ()
    assert document.type_name == "thông báo"
    assert len(document.bases) == 1
    assert document.recipients.filing == "VT"


def test_the_example_is_asked_for_what_it_lacks(
    written: Catalogue, context: Callable[..., Context]
) -> None:
    rendering = written.get("thong-bao-lich-phat-thanh").render({}, context("ubnd-22480"))
    assert rendering.missing == ("start", "slots")


def _first_cells(text: str) -> set[str]:
    """Return every word in code marks in the first column of a table."""
    rows = re.findall(r"^\| (.+?) \|", text, re.MULTILINE)
    return set(re.findall(r"`([^`]+)`", " ".join(rows)))


def test_the_guide_names_every_type_filter_and_declaration(guide: str) -> None:
    told = {re.sub(r"\(.*\)", "", word) for word in _first_cells(guide)}
    assert {kind.value for kind in FieldType} <= told
    assert set(FILTERS) <= told
    assert set(TypedField.__dataclass_fields__) <= told
    head = set(TypedTemplate.__dataclass_fields__) - {"sections", "fields"}
    assert head <= told
    for name in (*GIVEN, *KINDS):
        assert f"`{name}`" in guide


def test_the_guide_names_what_a_unit_offers(guide: str) -> None:
    told = set(re.findall(r"`unit\.(\w+)`", guide))
    assert {"name", "short_name", "signing", "recipients", "filing"} <= told
    assert told <= set(NamedUnit.__dataclass_fields__)


def test_the_guide_names_every_shared_macro(guide: str) -> None:
    for file in (shipped_templates() / "_macros").glob("*.txt.j2"):
        assert f"`{file.name}`" in guide
        for macro in re.findall(r"{% macro (\w+)", file.read_text(encoding="utf-8")):
            assert f"`{macro}`" in guide, macro


def test_the_limits_that_the_guide_names_are_the_real_ones(guide: str) -> None:
    assert f"quá {grouped(sandbox.LONGEST_RANGE)} lần" in guide
    assert f"quá {printing.MOST_TEXT // 1_000_000} triệu chữ cái" in guide


def test_the_guide_says_the_ids_that_ship(guide: str) -> None:
    answers = tomllib.loads(dict(BLOCK.findall(guide))["example.toml"])
    assert answers["unit"].startswith("ubnd-")
