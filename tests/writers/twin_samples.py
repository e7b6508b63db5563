"""Sheets on which the .docx and its page twin must agree."""

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from rules import test_golden_sheets as golden
from writers.docx_samples import (
    ALL_MARKS,
    FORMATS,
    SEED_TEXT,
    STATE,
    everything,
    line,
    sheet,
    sheet_of,
)

from ttcs_desktop.model.document import Alignment
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Grid, GridCell, Line, Run, Sheet
from ttcs_desktop.model.unit import Habits
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources, shipped_templates
from ttcs_desktop.registry.instruments import load_instruments
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.formats import with_habits
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request

Pages = tuple[Sheet, FormatProfile]
Maker = Callable[[], Pages]

EXAMPLES = sorted(shipped_templates().glob("*/example*.toml"))
_WORDS = [word for word in re.findall(r"[^\s*]+", SEED_TEXT) if any(map(str.isalpha, word))]
_GLUED = (
    "–", "-", "—", "…", "%", "&", "50%", "1.250.000", "12,5%", "31-HD/BTGTW", "52/2016/QĐ-TTg",
    "và/hoặc", "Truyền hình-Phát thanh", "2016 - 2020", "2016–2020", "(khóa XII)", "[1]", "a)",
    "“dân biết, dân bàn”", "'ở'", '"tới"', "?", "5°C", "TP.HCM", "05/9/2016", "T/M", "+", "10.000₫",
    "https://khanhhoa.gov.vn/thong-tin-co-so/2026?trang=1", "ttcs@khanhhoa.gov.vn", "…,", "a\xa0b",
)  # fmt: skip
_CHAINS = (
    (("roman-title", 1), ("dash", 2)),
    (("roman-title", 1), ("dash", 3)),
    (("roman-title", 1), ("clause-title", 1), ("subclause", 2)),
    (("roman-title", 2), ("dash", 4)),
    (("roman-title", 1), ("clause-title", 1), ("point-title", 1), ("dash", 7)),
)
"""Titles and what stands below them: style and, about, how many lines."""


def names() -> list[str]:
    """Return the names of all samples."""
    return [name for name, _ in _makers()]


def samples() -> dict[str, Pages]:
    """Make every sample; needs the clerk's own folder out of the way."""
    return {name: make() for name, make in _makers()}


def _makers() -> Iterator[tuple[str, Maker]]:
    for case in golden.CASES:
        yield f"golden {case}", lambda case=case: _golden(case)
    for name in FORMATS:
        yield f"seed {name}", lambda name=name: (sheet_of("seed", name), FORMATS[name])
        yield f"everything {name}", lambda name=name: (everything(FORMATS[name]), FORMATS[name])
    for case in ("joint-party", "letter-state", "decision-state"):
        for name in ("party-2026", "state-2020"):
            yield (
                f"marks {case} {name}",
                lambda case=case, name=name: (sheet_of(case, name, ALL_MARKS), FORMATS[name]),
            )
    for path in EXAMPLES:
        yield f"template {path.parent.name} {path.stem}", lambda path=path: _template(path)
    for number, (name, habits) in enumerate(_habits()):
        yield (
            f"habits {number} {name}",
            lambda name=name, habits=habits: _with_habits(name, habits),
        )
    for name in FORMATS:
        yield f"prose {name}", lambda name=name: (_prose(name), FORMATS[name])
        yield f"tables {name}", lambda name=name: (_tables(FORMATS[name]), FORMATS[name])
    for number, filler in product(range(len(_CHAINS)), range(21, 30)):
        yield (
            f"titles {number} after {filler}",
            lambda number=number, filler=filler: (_titles(number, filler), STATE),
        )


def _golden(case: str) -> Pages:
    facts = tomllib.loads((golden.FOLDER / case / "case.toml").read_text(encoding="utf-8"))
    form = with_habits(FORMATS[facts["format"]], Habits(**facts.get("habits", {})))
    source = golden._source(facts.get("source", case), SEED_TEXT)
    document = golden._completed(parse(source), facts)
    return arrange(document, form, load_instruments(resources() / "instruments")), form


def _template(example: Path) -> Pages:
    made = Renderer(Library()).render(Request(example.parent.name, data=example)).composition
    return made.sheet, made.format


def _habits() -> Iterator[tuple[str, Habits]]:
    yield "party-2026", Habits(line_spacing=18.0, two_sided=True)
    yield "party-2026", Habits(line_spacing=22.0, first_line_indent=12.7)
    yield "state-2020", Habits(line_spacing=1.0, size_set="12-13-13", first_line_indent=10.0)
    yield "state-2020", Habits(line_spacing=1.5, size_set="12-13-13/13")
    yield "front-2025", Habits(line_spacing=1.3, two_sided=True)


def _with_habits(name: str, habits: Habits) -> Pages:
    form = with_habits(FORMATS[name], habits)
    return everything(form), form


def _prose(name: str) -> Sheet:
    """Thirty paragraphs of any words, bold and italic as it comes, with all that breaks lines."""
    chance = random.Random(name)  # noqa: S311  the same words in every run
    return sheet(*(line("body", *_dressed(chance)) for _ in range(30)))


def _dressed(chance: random.Random) -> Iterator[Run]:
    for _ in range(chance.randint(1, 8)):
        words = " ".join(_word(chance) for _ in range(chance.randint(1, 25)))
        after = "" if chance.random() < 0.1 else " "
        bold, italic = chance.random() < 0.25, chance.random() < 0.25
        yield Run(words + after, bold=bold or None, italic=italic or None)


def _word(chance: random.Random) -> str:
    word, luck = chance.choice(_WORDS), chance.random()
    if luck < 0.04:
        return f"{word}-{chance.choice(_WORDS)}"
    if luck < 0.07:
        return f"{word}/{chance.choice(_WORDS)}"
    if luck < 0.1:
        return f"({word})" if luck < 0.085 else f"“{word}”"
    return chance.choice(_GLUED) if luck < 0.2 else word


def _tables(form: FormatProfile) -> Sheet:
    """Tables of any cells over several pages, some merged."""
    chance = random.Random(form.id)  # noqa: S311
    elements: list[Line | Grid] = []
    for columns in (2, 3, 5):
        elements.append(line("body", " ".join(chance.choices(_WORDS, k=60))))
        elements.append(_table(chance, columns, form.text_width))
    return sheet(*elements, line("body", "Hết."))


def _table(chance: random.Random, columns: int, width: float) -> Grid:
    widths = [round(width / columns, 1)] * (columns - 1)
    head = tuple(_cell(chance, 2, style="table-head") for _ in range(columns))
    rows = []
    for number in range(30):
        is_merged = columns > 2 and number % 7 == 3
        cells = [_cell(chance, 12) for _ in range(columns - is_merged)]
        if is_merged:
            cells[-1] = GridCell(cells[-1].lines, columns=2)
        rows.append(tuple(cells))
    return Grid(
        (*widths, round(width - sum(widths), 1)),
        tuple(chance.choice(tuple(Alignment)) for _ in range(columns)),
        (head,),
        tuple(rows),
    )


def _cell(chance: random.Random, most: int, style: str = "table-cell") -> GridCell:
    return GridCell((line(style, " ".join(chance.choices(_WORDS, k=chance.randint(1, most)))),))


def _titles(number: int, filler: int) -> Sheet:
    """Titles and text under them after so many lines: near the foot of the page."""
    elements = [line("body", f"Dòng {own}.") for own in range(filler)]
    for style, lines in _CHAINS[number]:
        words = (_WORDS * 2)[: 13 * lines - 6]
        elements.append(line(style, " ".join(words), keep_with_next=style.endswith("title")))
    elements.extend(line("body", " ".join(_WORDS[:20])) for _ in range(3))
    return sheet(*elements)
