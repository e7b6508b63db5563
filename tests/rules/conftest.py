"""The shipped formats, and small documents to lay out in them."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from ttcs_desktop.model.document import Document, DocumentNumber, IssuingBody, PlaceAndDate
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.sheet import Columns, Grid, Line, Run, Sheet
from ttcs_desktop.model.text import Span
from ttcs_desktop.places import resources
from ttcs_desktop.registry.formats import load_formats


@pytest.fixture(scope="session")
def formats() -> dict[str, FormatProfile]:
    return load_formats(resources() / "formats")


@pytest.fixture(scope="session")
def party(formats: dict[str, FormatProfile]) -> FormatProfile:
    return formats["party-2026"]


@pytest.fixture(scope="session")
def state(formats: dict[str, FormatProfile]) -> FormatProfile:
    return formats["state-2020"]


@pytest.fixture
def document() -> Callable[..., Document]:
    """Make a plan of a commune's people's committee, changed as the test says."""

    def make(**changes: Any) -> Document:
        values: dict[str, Any] = {
            "type_name": "kế hoạch",
            "subject": (Span("thông tin cơ sở năm 2026"),),
            "issuer": IssuingBody(
                "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", ("SỞ TƯ PHÁP",), "STP", "Sở Tư pháp"
            ),
            "number": DocumentNumber("15"),
            "place_and_date": PlaceAndDate("Khánh Hòa", datetime.date(2026, 2, 5)),
        }
        return Document(**(values | changes))

    return make


@pytest.fixture(scope="session")
def instruments() -> dict[str, Instrument]:
    known = (
        Instrument(
            "ct-07-2016",
            "07-CT/TW",
            "Chỉ thị",
            "Ban Bí thư (khóa XII)",
            "Đẩy mạnh công tác thông tin cơ sở trong tình hình mới",
            datetime.date(2016, 9, 5),
            short_name="Chỉ thị 07",
        ),
        Instrument(
            "qd-52-2016",
            "52/2016/QĐ-TTg",
            "Quyết định",
            "Thủ tướng Chính phủ",
            "Ban hành Quy chế hoạt động thông tin cơ sở",
            datetime.date(2016, 12, 6),
            valid_to=datetime.date(2024, 6, 30),
            successor="nd-49-2024",
        ),
        Instrument(
            "nd-49-2024",
            "49/2024/NĐ-CP",
            "Nghị định",
            "Chính phủ",
            "Quy định về hoạt động thông tin cơ sở",
            datetime.date(2024, 5, 10),
        ),
        Instrument(
            "luat-bao-chi", "", "Luật", "Quốc hội", "Luật Báo chí", datetime.date(2016, 4, 5)
        ),
    )
    return {instrument.id: instrument for instrument in known}


def _every_line(element: object) -> list[Line]:
    if isinstance(element, Line):
        return [element]
    if isinstance(element, Columns):
        return [
            line
            for row in element.rows
            for cell in row
            for part in cell
            for line in _every_line(part)
        ]
    if isinstance(element, Grid):
        return [
            line for row in (*element.header, *element.rows) for cell in row for line in cell.lines
        ]
    return []


@pytest.fixture(scope="session")
def lines() -> Callable[..., list[Line]]:
    """Return every line of a sheet's section, or only those of some styles."""

    def of(sheet: Sheet, *styles: str, section: int = 0) -> list[Line]:
        own = sheet.sections[section]
        parts = (*own.first_head, *own.elements, *own.first_foot, *own.last_foot)
        return [
            line
            for part in parts
            for line in _every_line(part)
            if not styles or line.style in styles
        ]

    return of


@pytest.fixture(scope="session")
def texts(lines: Callable[..., list[Line]]) -> Callable[..., list[str]]:
    """Return the words of every line of a sheet's section, or only those of some styles."""

    def of(sheet: Sheet, *styles: str, section: int = 0) -> list[str]:
        return [
            "".join(run.text for run in line.runs if isinstance(run, Run))
            for line in lines(sheet, *styles, section=section)
        ]

    return of
