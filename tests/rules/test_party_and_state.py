"""Party against State at a glance: the same text under both rules shows the look of each."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from ttcs_desktop.model.document import (
    Addressees,
    Annex,
    Direction,
    Document,
    DocumentNumber,
    IssuingBody,
    Item,
    Level,
    Marks,
    Paragraph,
    PlaceAndDate,
    Recipient,
    Recipients,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Columns, Line, Rule, Sheet
from ttcs_desktop.model.text import Span
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.measure import face_of, width
from ttcs_desktop.rules.signing import block_from_lines

PLAN = Document(
    type_name="kế hoạch",
    subject=(Span("Thông tin cơ sở năm 2026"),),
    issuer=IssuingBody("CẤP TRÊN", ("SỞ TƯ PHÁP",), "STP", "Sở Tư pháp"),
    number=DocumentNumber("5"),
    place_and_date=PlaceAndDate("Khánh Hòa", datetime.date(2026, 6, 5)),
    bases=((Span("Căn cứ Luật Báo chí;"),), (Span("Theo đề nghị của Văn phòng,"),)),
    blocks=(
        Item(Level.ROMAN, "I", (Span("Mục đích"),)),
        Item(Level.CLAUSE, "1", (Span("Nội dung thứ nhất"),)),
        Item(Level.POINT, "a", (Span("Việc cuối cùng."),)),
    ),
    recipients=Recipients((Recipient("Các sở"),), "Văn phòng Tỉnh uỷ"),
    signatures=(block_from_lines(("T/M BAN THƯỜNG VỤ", "BÍ THƯ"), "Nguyễn Văn A"),),
    marks=Marks(contact="Số 01 Trần Phú"),
    annexes=tuple(
        Annex((Span(title),), (Paragraph((Span("Một."),)),)) for title in ("biểu một", "biểu hai")
    ),
)
LETTER = replace(PLAN, type_name="công văn", number=DocumentNumber("686", letter_field="VX"))
RULING = replace(PLAN, type_name="quy định")
SUBMISSION = replace(
    PLAN, type_name="tờ trình", addressees=Addressees(Direction.ADDRESSED, ("Tỉnh uỷ",))
)
AUTHORITIES = ("TM. X", "KT. X", "TL. X", "TUQ. X")


@dataclass(frozen=True)
class Shown:
    """One document under one format, and what can be read off it."""

    form: FormatProfile
    sheet: Sheet
    texts: Callable[..., list[str]]

    def words(self, *styles: str, section: int = 0) -> list[str]:
        return self.texts(self.sheet, *styles, section=section)

    def head(self, row: int, column: int) -> list[object]:
        """Return what stands in a cell of the letterhead; a rule as a part of the words above."""
        columns = self.sheet.sections[0].elements[0]
        assert isinstance(columns, Columns)
        return _seen(self.form, columns.rows[row][column])

    def under_subject(self) -> object:
        elements = self.sheet.sections[0].elements
        place = next(
            index
            for index, element in enumerate(elements)
            if isinstance(element, Line) and element.style == "subject"
        )
        return _seen(self.form, elements[place : place + 2])[1]

    def look(self, style: str) -> tuple[float, str]:
        """Return size and dress of a style: "bold", "italic", "underlined", "upright"."""
        own = self.form.styles[style]
        dress = (
            ("bold", own.is_bold),
            ("italic", own.is_italic),
            ("underlined", own.is_underlined),
        )
        return self.form.size(style), " ".join(name for name, worn in dress if worn) or "upright"

    def sizes(self, style: str) -> tuple[float, float]:
        size = self.form.styles[style].size
        return size.min, size.max


def _seen(form: FormatProfile, parts: Any) -> list[object]:
    seen: list[object] = []
    words = 0.0
    for part in parts:
        if isinstance(part, Rule):
            seen.append(round(part.length / words, 1))
        else:
            text = "".join(run.text for run in part.runs)
            words = width(text, face_of(form, part.style))
            seen.append(text)
    return seen


def _body(shown: Shown) -> object:
    body = shown.form.styles["body"]
    assert body.line
    return *shown.sizes("body"), shown.form.line_mode, body.line.min, body.line.max


def _margins(shown: Shown) -> object:
    page = shown.form.page
    sides = (page.margin_top, page.margin_bottom, page.margin_left, page.margin_right)
    return [(side.min, side.max) for side in sides], page.two_sided_allowed


def _feet(shown: Shown) -> object:
    """Return at the foot of which page the contact line stands, and its size."""
    section = shown.sheet.sections[0]
    feet = {"first": section.first_foot, "last": section.last_foot}
    (page,) = (name for name, foot in feet.items() if foot)
    return page, shown.sizes("contact")


def _authorities(shown: Shown, texts: Callable[..., list[str]]) -> list[str]:
    signed = (replace(PLAN, signatures=(block_from_lines((own, "Y")),)) for own in AUTHORITIES)
    return [texts(arrange(own, shown.form), "authority")[0] for own in signed]


@pytest.fixture(scope="session")
def laid_out(
    formats: dict[str, FormatProfile], texts: Callable[..., list[str]]
) -> Callable[[Document], tuple[Shown, Shown]]:
    def lay(document: Document) -> tuple[Shown, Shown]:
        forms = (formats["party-2026"], formats["state-2020"])
        party, state = (Shown(form, arrange(document, form), texts) for form in forms)
        return party, state

    return lay


ROWS: dict[str, tuple[Document, Callable[[Shown], object], object, object]] = {
    "right header": (
        PLAN,
        lambda shown: shown.head(0, 1),
        ["ĐẢNG CỘNG SẢN VIỆT NAM", 1.0],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", 1.0],
    ),
    "right header, sizes": (
        PLAN,
        lambda shown: [shown.sizes(line.style) for line in shown.form.letterhead.right_lines],
        [(15, 15)],
        [(12, 13), (13, 14)],
    ),
    "under the body name": (
        PLAN,
        lambda shown: shown.head(0, 0),
        ["CẤP TRÊN", "SỞ TƯ PHÁP", "*"],
        ["CẤP TRÊN", "SỞ TƯ PHÁP", 0.4],
    ),
    "number": (
        PLAN,
        lambda shown: shown.words("number"),
        ["Số 05-KH/STP"],
        ["Số: 05/KH-STP"],
    ),
    "number restart": (
        PLAN,
        lambda shown: shown.form.number.scope,
        "Theo từng tên loại trong một nhiệm kỳ cấp uỷ",
        "Theo năm dương lịch",
    ),
    "quy định": (
        RULING,
        lambda shown: shown.words("number"),
        ["Số 05-QĐ/STP"],
        ["Số: 05/QyĐ-STP"],
    ),
    "symbol of a letter": (
        LETTER,
        lambda shown: shown.words("number"),
        ["Số 686-CV/STP"],
        ["Số: 686/STP-VX"],
    ),
    "subject of a letter": (
        LETTER,
        lambda shown: shown.words("letter-subject"),
        ["về việc thông tin cơ sở năm 2026"],
        ["V/v thông tin cơ sở năm 2026"],
    ),
    "subject of a letter, look": (
        LETTER,
        lambda shown: (shown.sizes("letter-subject"), shown.look("letter-subject")[1]),
        ((12, 12), "italic"),
        ((12, 13), "upright"),
    ),
    "under the subject": (PLAN, lambda shown: shown.under_subject(), "-----", 0.4),
    "first letter of the subject": (
        PLAN,
        lambda shown: shown.words("subject"),
        ["thông tin cơ sở năm 2026"],
        ["Thông tin cơ sở năm 2026"],
    ),
    "body": (PLAN, _body, (14, 15, "exactly", 18, 22), (13, 14, "multiple", 1, 1.5)),
    "bases": (
        PLAN,
        lambda shown: (shown.words("basis"), shown.look("basis")[1]),
        (["- Căn cứ Luật Báo chí;", "- Theo đề nghị của Văn phòng."], "upright"),
        (["Căn cứ Luật Báo chí;", "Theo đề nghị của Văn phòng."], "italic"),
    ),
    "title under authority": (
        PLAN,
        lambda shown: (shown.words("signer-title"), shown.look("signer-title")[1]),
        (["BÍ THƯ"], "upright"),
        (["BÍ THƯ"], "bold"),
    ),
    "recipients": (
        PLAN,
        lambda shown: (shown.look("recipients-label"), shown.look("recipient")),
        ((14, "underlined"), (12, "upright")),
        ((12, "bold italic"), (11, "upright")),
    ),
    "archive line": (
        PLAN,
        lambda shown: shown.words("recipient")[-1],
        "- Lưu Văn phòng Tỉnh uỷ.",
        "- Lưu: VT, Văn phòng Tỉnh uỷ.",
    ),
    "end": (
        PLAN,
        lambda shown: shown.words("point"),
        ["a) Việc cuối cùng."],
        ["a) Việc cuối cùng./."],
    ),
    "address of a submission": (
        SUBMISSION,
        lambda shown: shown.words("addressee-single"),
        ["Kính trình: Tỉnh uỷ"],
        ["Kính gửi: Tỉnh uỷ"],
    ),
    "contact line": (PLAN, _feet, ("last", (10, 10)), ("first", (11, 12))),
    "annex number": (
        PLAN,
        lambda shown: [shown.words("annex-label", section=number)[0] for number in (1, 2)],
        ["Phụ lục 1", "Phụ lục 2"],
        ["Phụ lục I", "Phụ lục II"],
    ),
    "margins": (
        PLAN,
        _margins,
        ([(20, 20), (20, 20), (30, 30), (15, 15)], True),
        ([(20, 25), (20, 25), (30, 35), (15, 20)], False),
    ),
    "numbering": (
        PLAN,
        lambda shown: shown.words("roman-title", "clause-title"),
        ["I- Mục đích", "1. Nội dung thứ nhất"],
        ["I. MỤC ĐÍCH", "1. Nội dung thứ nhất"],
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_the_same_text_shows_the_look_of_each_regime(
    laid_out: Callable[[Document], tuple[Shown, Shown]], row: str
) -> None:
    document, read, in_party, in_state = ROWS[row]
    party, state = laid_out(document)
    assert read(party) == in_party
    assert read(state) == in_state


def test_authority_is_written_with_a_slash_in_the_party_and_a_dot_in_the_state(
    laid_out: Callable[[Document], tuple[Shown, Shown]], texts: Callable[..., list[str]]
) -> None:
    party, state = laid_out(PLAN)
    assert _authorities(party, texts) == ["T/M X", "K/T X", "T/L X", "T/L X"]
    assert _authorities(state, texts) == ["TM. X", "KT. X", "TL. X", "TUQ. X"]
