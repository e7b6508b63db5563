"""What stands round the body: letterhead, title, addressees, recipients, marks, annexes."""

import datetime
from collections.abc import Callable

import pytest

from ttcs_desktop.model.document import (
    Annex,
    Document,
    DocumentNumber,
    IssuingBody,
    Marks,
    Paragraph,
    PlaceAndDate,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Columns, Line, Rule, Sheet
from ttcs_desktop.model.text import Span
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.measure import face_of, width

Make = Callable[..., Document]
Texts = Callable[..., list[str]]
Lines = Callable[..., list[Line]]


def _head(sheet: Sheet) -> Columns:
    head = sheet.sections[0].elements[0]
    assert isinstance(head, Columns)
    return head


def _rules_of(cell: tuple[Line | Rule, ...]) -> list[Rule]:
    return [part for part in cell if isinstance(part, Rule)]


def test_the_party_title_has_a_rule_as_long_as_its_words(
    party: FormatProfile, document: Make
) -> None:
    (rule,) = _rules_of(_head(arrange(document(), party)).rows[0][1])
    words = width("ĐẢNG CỘNG SẢN VIỆT NAM", face_of(party, "party-title"))
    assert rule.length == pytest.approx(words, abs=0.06)


def test_state_rules_stand_under_motto_and_issuing_body(
    state: FormatProfile, document: Make
) -> None:
    left, right = _head(arrange(document(), state)).rows[0]
    (motto,) = _rules_of(right)
    assert motto.length == pytest.approx(
        width("Độc lập - Tự do - Hạnh phúc", face_of(state, "motto")), abs=0.06
    )
    (issuer,) = _rules_of(left)
    name = width("SỞ TƯ PHÁP", face_of(state, "issuing-body"))
    assert name / 3 - 0.06 <= issuer.length <= name / 2 + 0.06


def test_party_names_are_closed_by_a_star(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    sheet = arrange(document(), party)
    assert texts(sheet, "body-separator") == ["*"]
    assert _rules_of(_head(sheet).rows[0][0]) == []


def test_names_never_leave_their_column(state: FormatProfile, document: Make, texts: Texts) -> None:
    long = IssuingBody(
        "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
        ("BAN CHỈ ĐẠO THỰC HIỆN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA TỈNH KHÁNH HÒA",),
        "BCĐ",
    )
    sheet = arrange(document(issuer=long), state)
    for style in ("parent-body", "issuing-body"):
        for line in texts(sheet, style)[0].split("\n"):
            assert width(line, face_of(state, style)) <= state.letterhead.left_width


@pytest.mark.parametrize("id_", ["party-2026", "party-2018", "state-2020", "youth-2013"])
@pytest.mark.parametrize(
    "place", ["Huế", "Khánh Hòa", "Bắc Nha Trang", "Phường Ngô Quyền", "Thành phố Hồ Chí Minh"]
)
def test_the_date_is_never_broken_and_columns_stand_before_and_after_it_is_given(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str, place: str
) -> None:
    form = formats[id_]
    draft = arrange(document(place_and_date=PlaceAndDate(place)), form)
    issued = arrange(
        document(place_and_date=PlaceAndDate(place, datetime.date(2026, 10, 29))), form
    )
    left, right = _head(issued).widths
    assert _head(draft).widths == (left, right)
    assert left + right == pytest.approx(form.letterhead.left_width + form.letterhead.right_width)
    assert width(texts(issued, "place-date")[0], face_of(form, "place-date")) < right - 1
    for name in texts(issued, "parent-body", "issuing-body"):
        assert all(width(line, face_of(form, "issuing-body")) < left for line in name.split("\n"))


def test_joint_bodies_are_joined_lead_first(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    issuer = IssuingBody("", ("UỶ BAN KIỂM TRA TỈNH UỶ SƠN LA", "CÔNG AN TỈNH SƠN LA"), "X")
    (name,) = texts(arrange(document(issuer=issuer), party), "issuing-body")
    assert name.replace("\n", " ") == "UỶ BAN KIỂM TRA TỈNH UỶ SƠN LA - CÔNG AN TỈNH SƠN LA"
    assert " -\nCÔNG AN" in name


@pytest.mark.parametrize(
    ("id_", "expected"), [("party-2026", "TỈNH UỶ KHÁNH HOÀ"), ("state-2020", "TỈNH ỦY KHÁNH HÒA")]
)
def test_the_letterhead_is_spelled_as_the_regime_does(
    formats: dict[str, FormatProfile], document: Make, texts: Texts, id_: str, expected: str
) -> None:
    issuer = IssuingBody("Tỉnh ủy Khánh Hoà", ("X",), "X")
    sheet = arrange(document(issuer=issuer), formats[id_])
    assert texts(sheet, "parent-body")[0].replace("\n", " ") == expected


def test_the_clerk_s_own_words_are_left_as_typed(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(blocks=(Paragraph((Span("Ủy ban ở Khánh Hòa."),)),))
    assert texts(arrange(made, party), "body") == ["Ủy ban ở Khánh Hòa."]


@pytest.mark.parametrize(
    ("typed", "in_party", "in_state"),
    [
        ("về thông tin cơ sở", "về thông tin cơ sở", "Về thông tin cơ sở"),
        ("Về thông tin cơ sở", "về thông tin cơ sở", "Về thông tin cơ sở"),
        ("UBND tỉnh năm 2026", "UBND tỉnh năm 2026", "UBND tỉnh năm 2026"),
        ("Khánh Hòa năm 2026", "Khánh Hòa năm 2026", "Khánh Hòa năm 2026"),
    ],
)
def test_the_subject_starts_as_the_regime_wants(
    party: FormatProfile,
    state: FormatProfile,
    document: Make,
    texts: Texts,
    typed: str,
    in_party: str,
    in_state: str,
) -> None:
    made = document(subject=(Span(typed),))
    assert texts(arrange(made, party), "type-name", "subject") == ["KẾ HOẠCH", in_party]
    assert texts(arrange(made, state), "type-name", "subject") == ["KẾ HOẠCH", in_state]


def test_party_closes_the_title_with_hyphens_and_state_with_a_rule(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    assert texts(arrange(document(), party), "subject-separator") == ["-----"]
    rules = [
        part for part in arrange(document(), state).sections[0].elements if isinstance(part, Rule)
    ]
    words = width("Thông tin cơ sở năm 2026", face_of(state, "subject"))
    assert len(rules) == 1
    assert words / 3 - 0.06 <= rules[0].length <= words / 2 + 0.06


def test_a_letter_prints_its_subject_under_the_number(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(type_name="công văn", number=DocumentNumber("5", letter_field="VP"))
    for form, expected in (
        (party, "về việc thông tin cơ sở năm 2026"),
        (state, "V/v thông tin cơ sở năm 2026"),
    ):
        sheet = arrange(made, form)
        assert texts(sheet, "letter-subject")[0].replace("\n", " ") == expected
        assert texts(sheet, "type-name", "subject", "subject-separator") == []


def test_a_letter_of_2018_has_no_lead_before_its_subject(
    formats: dict[str, FormatProfile], document: Make, texts: Texts
) -> None:
    subject = (Span("về việc chuẩn bị hội nghị trực tuyến"),)
    made = document(type_name="công văn", subject=subject)
    (written,) = texts(arrange(made, formats["party-2018"]), "letter-subject")
    assert written == "Chuẩn bị hội nghị trực tuyến"


def test_what_is_not_for_the_media_stands_where_each_rule_puts_it(
    formats: dict[str, FormatProfile], document: Make
) -> None:
    made = document(marks=Marks(no_media=True))
    before, now = (arrange(made, formats[id_]).sections[0] for id_ in ("party-2018", "party-2026"))
    last = before.elements[-1]
    assert isinstance(last, Line)
    assert (last.style, before.last_foot) == ("no-media", ())
    (foot,) = now.last_foot
    assert isinstance(foot, Line)
    assert foot.style == "no-media"


MARKS = Marks(
    urgency="hoả tốc",
    circulation="lưu hành nội bộ",
    draft_round=2,
    no_media=True,
    drafter="abc-268",
    contact="Số 1 Trần Phú",
)


def test_marks_of_the_party(party: FormatProfile, document: Make, texts: Texts) -> None:
    sheet = arrange(document(marks=MARKS), party)
    section = sheet.sections[0]
    assert texts(sheet, "urgency", "draft-mark", "drafter-mark", "contact", "no-media") == [
        "HOẢ TỐC",
        "Dự thảo lần 2",
        "ABC-268",
        "Số 1 Trần Phú",
        "Không phổ biến trên phương tiện thông tin đại chúng",
    ]
    assert [line.style for line in section.first_head if isinstance(line, Line)] == ["circulation"]
    assert section.first_foot == ()
    assert isinstance(section.last_foot[0], Rule)


def test_marks_of_the_state(state: FormatProfile, document: Make, texts: Texts) -> None:
    sheet = arrange(document(marks=MARKS), state)
    assert texts(sheet, "urgency", "contact") == ["HỎA TỐC", "Số 1 Trần Phú"]
    assert isinstance(sheet.sections[0].first_foot[0], Rule)
    assert [problem.rule for problem in sheet.problems] == []


def test_a_mark_that_nobody_knows_is_reported(party: FormatProfile, document: Make) -> None:
    sheet = arrange(document(marks=Marks(urgency="GẤP")), party)
    assert [problem.rule for problem in sheet.problems] == ["marks.unknown-urgency"]


def _annex(title: str, *, is_landscape: bool = False) -> Annex:
    return Annex((Span(title),), (Paragraph((Span("Nội dung."),)),), is_landscape)


def test_annexes_are_numbered_and_refer_to_the_text(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(annexes=(_annex("danh mục"), _annex("mẫu biểu", is_landscape=True)))
    sheet = arrange(made, state)
    assert [section.is_landscape for section in sheet.sections] == [False, False, True]
    assert [texts(sheet, "annex-label", section=page) for page in (1, 2)] == [
        ["Phụ lục I"],
        ["Phụ lục II"],
    ]
    assert texts(sheet, "annex-title", section=1) == ["DANH MỤC"]
    assert texts(sheet, "annex-reference", section=1) == [
        "(Kèm theo Kế hoạch số 15/KH-STP ngày 05 tháng 02 năm 2026 của Sở Tư pháp)"
    ]
    in_party = arrange(made, party)
    assert [label.casefold() for label in texts(in_party, "annex-label", section=2)] == [
        "phụ lục 2"
    ]
    assert texts(in_party, "annex-reference", section=1) == [
        "(Kèm theo Kế hoạch số 15-KH/STP, ngày 05/02/2026 của Sở Tư pháp)"
    ]


def test_a_single_annex_has_no_number_and_a_blank_date_keeps_its_room(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(
        annexes=(_annex("danh mục"),),
        number=DocumentNumber(),
        place_and_date=PlaceAndDate("Khánh Hòa", None, year=2026),
    )
    sheet = arrange(made, state)
    assert texts(sheet, "annex-label", section=1) == ["Phụ lục"]
    (reference,) = texts(sheet, "annex-reference", section=1)
    grammar = state.date
    blank = f"{grammar.blank_day} tháng {grammar.blank_month} năm 2026"
    assert reference == (
        f"(Kèm theo Kế hoạch số {state.number.blank}/KH-STP ngày {blank} của Sở Tư pháp)"
    )


def test_the_sheet_names_itself(party: FormatProfile, document: Make) -> None:
    made = document(place_and_date=PlaceAndDate("X", datetime.date(2026, 5, 1)))
    sheet = arrange(made, party)
    assert sheet.title == "Kế hoạch thông tin cơ sở năm 2026"
    assert sheet.author == "Sở Tư pháp"
    assert sheet.keywords == "15-KH/STP"
