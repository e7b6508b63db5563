"""Formats are read whole, strictly, and quickly; the clerk's own lie over the shipped ones."""

import ast
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from ttcs_desktop.errors import DataError
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import STYLE_NAMES, Range
from ttcs_desktop.places import resources
from ttcs_desktop.registry.formats import load_formats

SHIPPED = resources() / "formats"
IDS = ("front-2025", "party-2018", "party-2026", "state-2020", "youth-2013")
VERIFIED = {"primary", "measured", "secondary", "carried", "seen", "ours", "unverified"}

Overlay = Callable[..., Path]


@pytest.fixture(scope="module")
def formats() -> dict[str, FormatProfile]:
    return dict(load_formats(SHIPPED))


@pytest.fixture
def own(tmp_path: Path) -> Overlay:
    """Write files of the clerk's own folder, by id."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            path = tmp_path / f"{name.replace('_', '-')}.toml"
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_the_shipped_formats_are_all_there(formats: dict[str, FormatProfile]) -> None:
    assert tuple(sorted(formats)) == IDS
    assert all(form.id == id_ for id_, form in formats.items())


def test_loading_formats_costs_little_beside_reading_their_files() -> None:
    def read_only() -> None:
        for path in SHIPPED.glob("*.toml"):
            tomllib.loads(path.read_text(encoding="utf-8"))

    assert _seconds(lambda: load_formats(SHIPPED)) < 8 * _seconds(read_only)


def _seconds(work: Callable[[], object]) -> float:
    took = []
    for _turn in range(7):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def test_a_lone_number_is_a_fixed_value(formats: dict[str, FormatProfile]) -> None:
    assert formats["party-2026"].page.margin_left == Range(30, 30, 30)


def test_a_style_is_like_another_but_for_what_it_says(
    formats: dict[str, FormatProfile],
) -> None:
    styles = formats["state-2020"].styles
    assert styles["issuing-body"].size == styles["parent-body"].size
    assert styles["issuing-body"].is_bold
    assert not styles["parent-body"].is_bold
    assert styles["issuing-body"].title == "TTCS Cơ quan ban hành"


def test_styles_of_the_same_kind_move_with_the_size_set(
    formats: dict[str, FormatProfile],
) -> None:
    party, state = formats["party-2026"], formats["state-2020"]
    sets = {own.id: own.sizes for own in (*party.size_sets, *state.size_sets)}
    assert sets["15"]["clause-title"] == 15
    assert sets["12-13-13"]["issuing-body"] == 12
    assert sets["12-13-13"]["motto"] == 13
    assert "number" not in sets["12-13-13"]


def test_the_clerks_own_table_lies_over_the_shipped_one(own: Overlay) -> None:
    folder = own(state_2020="[page]\nmargin_right = 20\n[styles.number]\nsize = 12\n")
    before, after = load_formats(SHIPPED)["state-2020"], load_formats(SHIPPED, folder)["state-2020"]
    assert after.page.margin_right == Range(20, 20, 20)
    assert after.page.margin_left == before.page.margin_left
    assert after.styles["number"].size.default == 12
    assert after.styles["number"].align == "center"


def test_a_default_may_change_inside_its_range(own: Overlay) -> None:
    folder = own(state_2020="[styles.body]\nfirst_line_indent.default = 10\n")
    indent = load_formats(SHIPPED, folder)["state-2020"].styles["clause"].first_line_indent
    assert indent == Range(10, 10, 12.7, (10, 12.7))


def test_a_new_format_may_be_like_another(own: Overlay) -> None:
    folder = own(
        so_rieng="""
            like = "state-2020"
            title = "Văn bản của Sở"
            end_mark = "."
            [styles.clause]
            title = "Khoản của Sở"
            like = "dash"
        """
    )
    both = load_formats(SHIPPED, folder)
    mine, state = both["so-rieng"], both["state-2020"]
    assert mine.end_mark == "."
    assert mine.number == state.number
    assert mine.valid_from is None
    assert mine.styles["clause"].verified == state.styles["dash"].verified
    assert mine.styles["clause-title"].source == state.styles["dash"].source


def test_what_is_taken_over_may_be_verified_less(own: Overlay) -> None:
    folder = own(
        hoi="""
            like = "state-2020"
            like_verified = "unverified"
            title = "Hội"
            [date]
            verified = "seen"
        """
    )
    mine = load_formats(SHIPPED, folder)["hoi"]
    assert mine.page.verified == "unverified"
    assert mine.styles["clause"].verified == "unverified"
    assert mine.date.verified == "seen"


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("[page]\nmargin_rigth = 15\n", "state-2020.toml: page", "margin_right"),
        ("[styles.body]\nsise = 13\n", "state-2020.toml: styles.body", "size"),
        ("[levels.clause]\nmarc = '1'\n", "state-2020.toml: levels.clause", "mark"),
        ("[types]\nX = { abreviation = 'X' }\n", "state-2020.toml: types.X", "abbreviation"),
        ("[styles.body.size]\nmaks = 3\n", "state-2020.toml: styles.body: size", "max"),
        ("tittle = 'x'\n", "state-2020.toml", "title"),
        ("id = 'x'\n", "state-2020.toml", "id"),
        ("[styles.body]\nlike = 'bodi'\n", "state-2020.toml: styles.body", "bodi"),
        ("[styles.body]\nlike = 'clause'\n", "state-2020.toml: styles.", "like"),
        ("like = 'nothing'\n", "state-2020.toml", "nothing"),
        ("like = 'state-2020'\n", "state-2020.toml", "state-2020"),
        ("[page]\nwidth = 'rộng'\n", "state-2020.toml", "$.page.width"),
        ("max_severity = 'loud'\n", "state-2020.toml", "max_severity"),
        ("[[size_sets]]\nid='x'\ntitle='x'\nsizes={ bodi = 3 }\n", "size_sets", "body"),
        ("page = 3\n", "state-2020.toml", "$.page"),
        ("[number]\nregex = '(a'\n", "state-2020.toml: number.regex", "position"),
        ("[date]\ntemplate = '{dai}'\n", "state-2020.toml: date.template", "place, day"),
        ("[citation]\nfull = '{x}'\n", "state-2020.toml: citation.full", "symbol"),
        ("[annex]\nreference_template = '{'\n", "state-2020.toml: annex.", "issuer"),
    ],
)
def test_a_wrong_field_is_named_with_its_file(
    own: Overlay, text: str, where: str, said: str
) -> None:
    with pytest.raises(DataError) as caught:
        load_formats(SHIPPED, own(state_2020=text))
    assert where in caught.value.where
    assert said in str(caught.value)


def test_a_new_format_without_what_every_sheet_needs_is_refused(own: Overlay) -> None:
    with pytest.raises(DataError, match="parent-body"):
        load_formats(SHIPPED, own(trong="title = 'x'\n"))


@pytest.mark.parametrize("id_", IDS)
def test_every_table_says_where_it_comes_from_and_how_far_it_was_verified(
    formats: dict[str, FormatProfile], id_: str
) -> None:
    tables = list(_tables(formats[id_]))
    assert len(tables) > 80
    for table in tables:
        if hasattr(table, "source"):
            assert table.source, table
        if hasattr(table, "verified"):
            assert table.verified in VERIFIED, table


@pytest.mark.parametrize("id_", IDS)
def test_every_range_is_in_order(formats: dict[str, FormatProfile], id_: str) -> None:
    spans = [table for table in _tables(formats[id_]) if isinstance(table, Range)]
    assert len(spans) > 50
    for span in spans:
        assert span.min <= span.default <= span.max, span
        assert all(span.min <= choice <= span.max for choice in span.choices), span


@pytest.mark.parametrize("id_", IDS)
def test_every_size_set_keeps_to_the_ranges(formats: dict[str, FormatProfile], id_: str) -> None:
    form = formats[id_]
    assert form.size_set in [own.id for own in form.size_sets]
    for own in form.size_sets:
        for style, size in own.sizes.items():
            assert form.styles[style].size.allows(size), (own.id, style)


@pytest.mark.parametrize("id_", IDS)
def test_every_style_that_is_named_exists(formats: dict[str, FormatProfile], id_: str) -> None:
    form = formats[id_]
    assert set(form.levels) == set(Level)
    for level in form.levels.values():
        assert level.style in form.styles
        assert not level.title_style or level.title_style in form.styles
    assert {line.style for line in form.letterhead.right_lines} <= set(form.styles)


def test_every_style_that_code_names_is_asked_of_every_format() -> None:
    package = resources().parent / "ttcs_desktop"
    named = {
        name
        for room in ("rules", "writers")
        for path in (package / room).rglob("*.py")
        for name in _styles_named(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert len(named) > 20
    assert named <= set(STYLE_NAMES)


def _styles_named(module: ast.Module) -> Iterator[str]:
    """Yield what stands in `….line(box, HERE)`, `face_of(format, HERE)`, `….styles[HERE]`."""
    for node in ast.walk(module):
        place: ast.expr | None = None
        if isinstance(node, ast.Call) and len(node.args) > 1:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            place = node.args[1] if name in ("line", "face_of") else None
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute):
            place = node.slice if node.value.attr == "styles" else None
        if isinstance(place, ast.Constant) and isinstance(place.value, str):
            yield place.value


@pytest.mark.parametrize("id_", IDS)
def test_styles_have_names_of_their_own_in_word(
    formats: dict[str, FormatProfile], id_: str
) -> None:
    titles = [style.title for style in formats[id_].styles.values()]
    assert len(set(titles)) == len(titles)


def _tables(record: object) -> list[object]:
    """Return a record with every record below it."""
    if isinstance(record, dict):
        return [table for value in record.values() for table in _tables(value)]
    if isinstance(record, tuple):
        return [table for value in record for table in _tables(value)]
    if not is_dataclass(record):
        return []
    own = (getattr(record, field.name) for field in fields(record))
    return [record, *(table for value in own for table in _tables(value))]
