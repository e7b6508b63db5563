"""Automatic lists of a .docx: the labels that are printed stand in the text."""

import pytest
from readers.docx_made import p, r, row, ruled, text

from ttcs_desktop.model.document import Item, Level
from ttcs_desktop.officialtext.parse import parse

Form = tuple[str, ...]
"""How a level counts, the pattern of its label, and more that is said of it."""


def numbering(*levels: Form, overrides: str = "", more: str = "") -> str:
    """Return a list "1" with these levels."""
    forms = "".join(_level(depth, *form) for depth, form in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="0">{forms}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{overrides}</w:num>{more}'
    )


def _level(depth: int, form: str, pattern: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def item(words: str, level: int = 0, list_id: str = "1") -> str:
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/>'
    return p(words, f"<w:numPr>{place}</w:numPr>")


def labelled(body: str, numbered: str, **parts: str) -> list[str]:
    return text(body, numbering=numbered, **parts).split("\n\n")


def test_levels_of_a_list_count_and_restart() -> None:
    body = (
        item("MỤC ĐÍCH")
        + item("Một", 1)
        + item("Chi tiết", 2)
        + item("Chi tiết nữa", 2)
        + item("Hai", 1)
        + item("NỘI DUNG")
        + item("Lại một", 1)
    )
    numbered = numbering(("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))
    assert labelled(body, numbered) == [
        "I. MỤC ĐÍCH",
        "1. Một",
        "a) Chi tiết",
        "b) Chi tiết nữa",
        "2. Hai",
        "II. NỘI DUNG",
        "1. Lại một",
    ]


def test_the_labels_are_read_as_items() -> None:
    body = item("MỤC ĐÍCH") + item("Một", 1) + item("Hai", 1)
    numbered = numbering(("upperRoman", "%1."), ("decimal", "%2."))
    blocks = parse("\n\n".join(labelled(body, numbered))).blocks
    assert [(b.level, b.ordinal) for b in blocks if isinstance(b, Item)] == [
        (Level.ROMAN, "I"),
        (Level.CLAUSE, "1"),
        (Level.CLAUSE, "2"),
    ]


def test_labels_of_several_numbers_hold_those_above() -> None:
    body = item("Một") + item("Một một", 1) + item("Một hai", 1) + item("Sâu", 2)
    numbered = numbering(("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3."))
    assert labelled(body, numbered) == [
        "1. Một",
        "1.1. Một một",
        "1.2. Một hai",
        "1.2.1. Sâu",
    ]


def test_numbers_of_a_legal_list_are_all_figures() -> None:
    numbered = numbering(("upperRoman", "%1."), ("decimal", "%1.%2.", "<w:isLgl/>"))
    assert labelled(item("MỘT") + item("Hai", 1), numbered) == ["I. MỘT", "1.1. Hai"]


@pytest.mark.parametrize(
    ("form", "pattern", "labels"),
    [
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)", "(iv)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C.", "D."]),
        ("decimalZero", "%1.", ["01.", "02.", "03.", "04."]),
        ("decimal", "Điều %1.", ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]),
        ("none", "", ["", "", "", ""]),
        ("một-kiểu-lạ", "%1/", ["1/", "2/", "3/", "4/"]),
    ],
)
def test_a_list_counts_as_its_format_says(form: str, pattern: str, labels: list[str]) -> None:
    body = "".join(item(f"Mục số {n}.") for n in range(4))
    expected = [f"{label} Mục số {n}.".strip() for n, label in enumerate(labels)]
    assert labelled(body, numbering((form, pattern))) == expected


@pytest.mark.parametrize(
    ("pattern", "label"), [("-", "-"), ("–", "-"), ("\uf0b7", "-"), ("•", "-"), ("+", "+")]
)
def test_a_bullet_is_a_dash_or_a_plus(pattern: str, label: str) -> None:
    assert labelled(item("Một việc"), numbering(("bullet", pattern))) == [f"{label} Một việc"]


def test_a_bullet_under_a_bullet_is_a_plus() -> None:
    numbered = numbering(("bullet", "\uf0b7"), ("bullet", "o"))
    assert labelled(item("Trên") + item("Dưới", 1), numbered) == ["- Trên", "+ Dưới"]


def test_two_lists_of_one_kind_count_on_unless_one_starts_anew() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbered = numbering(("decimal", "%1."), more=more)
    body = item("Một") + item("Hai", list_id="2") + item("Lại một", list_id="3")
    body += item("Lại hai", list_id="3")
    assert labelled(body, numbered) == ["1. Một", "2. Hai", "1. Lại một", "2. Lại hai"]


def test_a_style_may_number_its_paragraphs() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="con"><w:basedOn w:val="muc"/></w:style>'
    )
    numbered = numbering(
        ("upperRoman", "%1."),
        ("decimal", "%2.", '<w:pStyle w:val="con"/>'),
    )
    body = _styled("MỘT", "muc") + _styled("Con một", "con") + _styled("Con hai", "con")
    assert labelled(body, numbered, styles=styles) == ["I. MỘT", "1. Con một", "2. Con hai"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = p("Không số.", '<w:pStyle w:val="muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body = _styled("Một.", "muc") + out
    assert labelled(body, numbering(("decimal", "%1.")), styles=styles) == ["1. Một.", "Không số."]


def test_numbers_of_empty_cells_are_printed_and_counted() -> None:
    cells = [f"<w:tc><w:tcPr/>{item('')}</w:tc>" for _ in range(2)]
    table = ruled(row(cells[0], "Nghị quyết"), row(cells[1], "Quyết định"))
    assert text(table, numbering=numbering(("decimal", "%1."))).splitlines()[1:] == [
        "| 1. | Nghị quyết |",
        "| 2. | Quyết định |",
    ]


def test_numbers_typed_by_hand_stay_as_typed() -> None:
    assert labelled(p("1. Một.") + p(r("đ) Năm.")), numbering(("decimal", "%1."))) == [
        "1. Một.",
        "đ) Năm.",
    ]


def test_a_list_without_sense_is_no_list() -> None:
    numbered = numbering(("decimal", "%1.")).replace('w:ilvl="0"', 'w:ilvl="x9"')
    assert labelled(item("Một.", 99) + item("Hai.", list_id="77"), numbered) == ["Một.", "Hai."]


def _styled(words: str, style: str) -> str:
    return p(words, f'<w:pStyle w:val="{style}"/>')
