"""The plain text shows each box where it stands on paper."""

import pytest

from ttcs_desktop.model.document import Alignment
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import (
    Cell,
    Columns,
    Element,
    FootnoteMark,
    Grid,
    GridCell,
    Line,
    Rule,
    Run,
    Sheet,
    SheetSection,
)
from ttcs_desktop.places import resources
from ttcs_desktop.registry.formats import load_formats
from ttcs_desktop.writers.text import COLUMNS, write


@pytest.fixture(scope="module")
def state() -> FormatProfile:
    return load_formats(resources() / "formats")["state-2020"]


def _line(style: str, text: str) -> Line:
    return Line("", style, (Run(text),))


def _written(state: FormatProfile, *elements: Element) -> list[str]:
    sheet = Sheet("", "", "", (SheetSection(elements),))
    return write(sheet, state).split("\n")


def test_a_centred_line_stands_in_the_middle(state: FormatProfile) -> None:
    line = _written(state, _line("subject", "Về công tác"))[0]
    left = len(line) - len(line.lstrip())
    assert abs(left - (COLUMNS - len(line))) <= 1


def test_long_paragraphs_wrap_and_lose_no_word(state: FormatProfile) -> None:
    text = "thông tin cơ sở, kinh tế - xã hội và 2017 - 2020 " * 12
    lines = _written(state, _line("body", text))
    assert max(map(len, lines)) <= COLUMNS
    assert " ".join(" ".join(lines).split()) == text.strip()
    assert lines[0].startswith(" ")
    assert not any(line.startswith("- ") for line in lines)


def test_blanks_for_the_registry_clerk_are_kept(state: FormatProfile) -> None:
    assert "Số:      /KH-STP" in _written(state, _line("number", "Số:      /KH-STP"))[0]


def test_columns_stand_side_by_side(state: FormatProfile) -> None:
    left: Cell = (_line("issuing-body", "SỞ TƯ PHÁP"), Rule("2", 20.0))
    right: Cell = (_line("national-name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),)
    lines = _written(state, Columns((68.0, 97.0), ((left, right),)))
    assert lines[0].split("  ")[0] == ""
    assert "SỞ TƯ PHÁP" in lines[0]
    assert lines[0].endswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert lines[1].strip() == "─" * 12


def test_merged_cells_are_drawn_open(state: FormatProfile) -> None:
    def cell(text: str, columns: int = 1, rows: int = 1) -> GridCell:
        return GridCell((_line("table-cell", text),), columns, rows)

    grid = Grid(
        (20.0, 60.0, 85.0),
        (Alignment.RIGHT, Alignment.LEFT, Alignment.CENTRE),
        ((cell("STT", rows=2), cell("Kết quả", columns=2)), (cell("Chủ trì"), cell("Số"))),
        ((cell("1"), cell("Sở Tư pháp"), cell("12")),),
    )
    lines = _written(state, grid)[:-1]
    assert len({len(line) for line in lines}) == 1
    assert lines[2].startswith("+            +---")
    assert [line.count("|") for line in lines] == [0, 3, 1 - 1, 4, 0, 4, 0]
    assert lines[5].split("|")[1].endswith("1 ")


def test_footnotes_stand_below_the_text(state: FormatProfile) -> None:
    line = Line("", "body", (Run("Một"), FootnoteMark(1, (Run("Chú thích."),)), Run(" hai.")))
    lines = _written(state, line)
    assert lines[0].strip() == "Một[1] hai."
    assert "[1] Chú thích." in lines[2]


def test_annexes_start_pages_of_their_own(state: FormatProfile) -> None:
    sections = (
        SheetSection((_line("body", "Thân."),), first_head=(_line("circulation", "MẬT"),)),
        SheetSection((_line("annex-label", "Phụ lục"),), last_foot=(_line("contact", "Số 1"),)),
    )
    text = write(Sheet("", "", "", sections), state)
    order = [text.index(word) for word in ("MẬT", "Thân.", "═" * COLUMNS, "Phụ lục", "Số 1")]
    assert order == sorted(order)
    assert not [line for line in text.split("\n") if line != line.rstrip()]
