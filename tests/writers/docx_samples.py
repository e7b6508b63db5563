"""Sheets of every kind for the tests of the .docx writer, and what stands in a written file."""

import dataclasses
import datetime
import io
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from ttcs_desktop.model.document import (
    Alignment,
    Document,
    DocumentNumber,
    IssuingBody,
    Marks,
    PlaceAndDate,
)
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import (
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
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import resources
from ttcs_desktop.registry.formats import load_formats
from ttcs_desktop.registry.instruments import load_instruments
from ttcs_desktop.rules.arrange import arrange

TESTS = Path(__file__).parents[1]
SEED_TEXT = (TESTS / "seed-guidance.txt").read_text(encoding="utf-8")
DATE = datetime.date(2017, 9, 5)
FORMATS = load_formats(resources() / "formats")
PARTY, STATE = FORMATS["party-2026"], FORMATS["state-2020"]
DRAFT = Draft(
    text=SEED_TEXT, template="guidance", answers={"units": ["a", "b"]}, unit="btgtu", date=DATE
)
WORDS = (
    "Tuyên truyền sâu rộng, nâng cao nhận thức của các cấp uỷ đảng, chính quyền, các tổ chức"
    " chính trị - xã hội về vị trí, vai trò và tác dụng của công tác thông tin cơ sở. "
)
ALL_MARKS = Marks(
    secrecy="mật",
    urgency="hoả tốc",
    circulation="lưu hành nội bộ",
    draft_round=2,
    no_media=True,
    drafter="ABC-268",
    contact="Địa chỉ: 01 đường Trần Phú, phường Nha Trang; điện thoại 0258 0000000",
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def sheet_of(case: str, format_id: str, marks: Marks = Marks()) -> Sheet:
    """Return a golden source, or the seed, arranged in a format."""
    text = SEED_TEXT
    if case != "seed":
        text = (TESTS / "golden" / "sheets" / case / "source.txt").read_text(encoding="utf-8")
    document = _completed(parse(text), marks)
    return arrange(document, FORMATS[format_id], load_instruments(resources() / "instruments"))


def _completed(document: Document, marks: Marks) -> Document:
    names = ("BAN TUYÊN GIÁO", "SỞ TƯ PHÁP") if len(document.signatures) > 1 else ("SỞ TƯ PHÁP",)
    return dataclasses.replace(
        document,
        issuer=IssuingBody("UỶ BAN NHÂN DÂN TỈNH KHÁNH HOÀ", names, "STP", "Sở Tư pháp"),
        number=DocumentNumber(""),
        place_and_date=PlaceAndDate("Khánh Hoà", DATE),
        marks=marks,
    )


def line(style: str, *runs: str | Run | FootnoteMark, **values: bool) -> Line:
    """Return a line of a style."""
    return Line(
        "", style, tuple(Run(run) if isinstance(run, str) else run for run in runs), **values
    )


def sheet(*elements: Element, **values: object) -> Sheet:
    """Return a sheet with one section."""
    section = dataclasses.replace(SheetSection(elements), **values)  # type: ignore[arg-type]
    return Sheet("Kế hoạch", "Sở Tư pháp", "15/KH-STP", (section,))


def cell(text: str, columns: int = 1, rows: int = 1, style: str = "table-cell") -> GridCell:
    """Return a cell of a ruled table."""
    return GridCell((line(style, text),), columns, rows)


def grid(width: float, count: int, *, page_break_before: bool = False) -> Grid:
    """Return a ruled table with merged cells, `count` rows below two header rows."""
    head = "table-head"
    rows = [
        (cell(str(number)), cell(WORDS), cell("12,5"), cell("Sở Tư pháp"))
        for number in range(1, count + 1)
    ]
    rows[1] = (cell("2"), cell("Hai hàng", rows=2), cell("Hai cột", columns=2))
    rows[2] = (cell("3"), cell("7,5"), cell("Sở Tư pháp"))
    return Grid(
        widths=(12.0, width - 82.0, 30.0, 40.0),
        alignments=(Alignment.CENTRE, Alignment.LEFT, Alignment.RIGHT, Alignment.LEFT),
        header=(
            (
                cell("STT", rows=2, style=head),
                cell("Nội dung", rows=2, style=head),
                cell("Kết quả", columns=2, style=head),
            ),
            (cell("Số lượng", style=head), cell("Đơn vị", style=head)),
        ),
        rows=tuple(rows),
        page_break_before=page_break_before,
    )


def everything(format: FormatProfile) -> Sheet:  # noqa: A002
    """Return the seed with every mark, footnotes, tables and two annexes, one of them turned."""
    whole = sheet_of("seed", format.id, ALL_MARKS)
    main, page = whole.sections[0], format.page
    noted = line(
        "body",
        WORDS,
        FootnoteMark(1, (Run("Chú thích thứ nhất: " + WORDS),)),
        Run(" chữ đậm", bold=True),
        Run(" chữ nghiêng", italic=True),
        FootnoteMark(2, (Run("Chú thích thứ hai."),)),
        ".",
    )
    elements = (*main.elements[:4], noted, grid(format.text_width, 5), *main.elements[4:])
    turned_width = page.height - page.margin_left.default - page.margin_right.default
    turned = SheetSection(
        (line("annex-label", "Phụ lục I"), Rule("", 40.0), grid(turned_width, 30)),
        is_landscape=True,
    )
    upright = SheetSection(
        (
            line("annex-label", "Phụ lục II"),
            line("annex-title", "ĐỀ CƯƠNG BÁO CÁO"),
            line("body", WORDS),
            grid(format.text_width, 4, page_break_before=True),
            grid(format.text_width, 3),
        )
    )
    sections = (dataclasses.replace(main, elements=elements), turned, upright)
    return dataclasses.replace(whole, sections=sections)


def parts(document: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tree(document: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return a part of a package as a tree."""
    return etree.fromstring(parts(document)[name])


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """Return what an XPath finds, with `w` and `r` known."""
    return root.xpath(  # type: ignore[return-value]
        path,
        namespaces={
            "w": _W[1:-1],
            "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        },
    )


def values(root: etree._Element, path: str) -> list[str]:
    """Return the `val` of every element that an XPath finds."""
    return [element.get(f"{_W}val", "") for element in find(root, path)]


def attributes(element: etree._Element) -> dict[str, str]:
    """Return the attributes of an element by their short names."""
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}


def paragraphs(document: bytes) -> list[str]:
    """Return the words of each paragraph of the body, in order."""
    return [
        "".join(text.text or "" for text in find(paragraph, ".//w:t"))
        for paragraph in find(tree(document), "//w:p")
    ]


def sheet_words(whole: Sheet) -> list[str]:
    """Return the words that a sheet's body and last feet say, in reading order."""
    return [
        word
        for section in whole.sections
        for element in (*section.elements, *section.last_foot)
        for own in _lines(element)
        for word in "".join(run.text for run in own.runs if isinstance(run, Run)).split()
    ]


def _lines(element: Element) -> Iterator[Line]:
    if isinstance(element, Line):
        yield element
    elif isinstance(element, Grid):
        for row in (*element.header, *element.rows):
            for own in row:
                yield from own.lines
    elif isinstance(element, Columns):
        for cells in element.rows:
            for content in cells:
                for part in content:
                    yield from _lines(part)
