"""Whom a document goes to: addressees at its head, recipients and filing line at its foot."""

import re
from collections.abc import Callable

import pytest

from ttcs_desktop.model.document import (
    Addressees,
    Direction,
    Document,
    Recipient,
    Recipients,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Line, Run
from ttcs_desktop.rules.arrange import arrange

Make = Callable[..., Document]
Texts = Callable[..., list[str]]
Lines = Callable[..., list[Line]]
ADDRESSEES = ("addressee-label", "addressee-single", "addressee", "addressee-last")
RECIPIENTS = Recipients((Recipient("Thường trực Tỉnh ủy,"), Recipient("Các sở")), "VT, TH")


def test_a_purpose_stands_after_a_brace_only_where_both_fit(
    party: FormatProfile, document: Make, texts: Texts
) -> None:
    def written(name: str, purpose: str) -> str:
        recipients = Recipients((Recipient(name, purpose),), "Văn phòng")
        return texts(arrange(document(recipients=recipients), party), "recipient")[0]

    assert written("Thường trực Tỉnh uỷ", "báo cáo") == "- Thường trực Tỉnh uỷ;\t} (báo cáo)"
    assert written("Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh", "báo cáo").endswith(" (báo cáo);")
    assert written("Tỉnh uỷ", "để báo cáo và chỉ đạo").endswith(" (để báo cáo và chỉ đạo);")


def test_one_addressee_stands_on_the_label_s_line(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(addressees=Addressees(Direction.ADDRESSED, ("Ủy ban nhân dân tỉnh.",)))
    sheet = arrange(made, state)
    assert texts(sheet, *ADDRESSEES) == ["Kính gửi: Ủy ban nhân dân tỉnh"]


def test_several_addressees_stand_on_lines_of_their_own(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(addressees=Addressees(Direction.ADDRESSED, ("Sở Nội vụ", "Sở Tư pháp")))
    sheet = arrange(made, state)
    assert texts(sheet, *ADDRESSEES) == [
        "Kính gửi:",
        "- Sở Nội vụ;",
        "- Sở Tư pháp.",
    ]


def test_a_submission_is_presented_in_the_party_and_addressed_in_the_state(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(addressees=Addressees(Direction.SUBMITTED, ("Ban Thường vụ",)))
    assert texts(arrange(made, party), *ADDRESSEES) == ["Kính trình: Ban Thường vụ"]
    assert texts(arrange(made, state), *ADDRESSEES) == ["Kính gửi: Ban Thường vụ"]


@pytest.mark.parametrize(
    ("id_", "type_name", "typed", "box", "expected"),
    [
        ("party-2026", "tờ trình", Direction.ADDRESSED, "9b", "Kính trình: Ban Thường vụ"),
        ("party-2018", "tờ trình", Direction.SUBMITTED, "9b", "Kính gửi: Ban Thường vụ"),
        ("party-2026", "công văn", Direction.SUBMITTED, "5a", "Kính gửi: Ban Thường vụ"),
        ("party-2018", "công văn", Direction.ADDRESSED, "5a", "Kính gửi: Ban Thường vụ"),
        ("state-2020", "tờ trình", Direction.SUBMITTED, "9a", "Kính gửi: Ban Thường vụ"),
        ("state-2020", "báo cáo", Direction.ADDRESSED, "9a", "Kính gửi: Ban Thường vụ"),
    ],
)
def test_only_a_submission_is_presented_however_it_was_typed(
    formats: dict[str, FormatProfile],
    document: Make,
    lines: Callable[..., list[Line]],
    texts: Texts,
    id_: str,
    type_name: str,
    typed: Direction,
    box: str,
    expected: str,
) -> None:
    made = document(type_name=type_name, addressees=Addressees(typed, ("Ban Thường vụ",)))
    sheet = arrange(made, formats[id_])
    assert texts(sheet, *ADDRESSEES) == [expected]
    assert [line.box for line in lines(sheet, *ADDRESSEES)] == [box]


@pytest.mark.parametrize(
    ("id_", "filing", "expected"),
    [
        ("party-2026", "VT, TH", "- Lưu Văn phòng, TH."),
        ("party-2018", "VT", "- Lưu Văn phòng."),
        ("party-2026", ": VT, TH", "- Lưu Văn phòng, TH."),
        ("party-2026", "Văn phòng Tỉnh uỷ", "- Lưu Văn phòng Tỉnh uỷ."),
        ("state-2020", "TH", "- Lưu: VT, TH."),
        ("state-2020", "VT, TH", "- Lưu: VT, TH."),
        ("state-2020", "", "- Lưu: VT."),
    ],
)
def test_the_filing_line_is_written_as_the_regime_files(
    formats: dict[str, FormatProfile],
    document: Make,
    texts: Texts,
    id_: str,
    filing: str,
    expected: str,
) -> None:
    made = document(recipients=Recipients((Recipient("Các sở"),), filing))
    sheet = arrange(made, formats[id_])
    assert texts(sheet, "recipient")[-1] == expected
    assert re.fullmatch(formats[id_].recipients.filing_regex, expected)


def test_where_a_text_is_filed_against_the_rule_is_told(
    state: FormatProfile, document: Make
) -> None:
    made = document(recipients=Recipients((Recipient("Các sở"),), "VT (3b). Hồ sơ"))
    assert "recipients.filing" in {problem.rule for problem in arrange(made, state).problems}


def test_recipients_end_as_each_regime_ends_them(
    formats: dict[str, FormatProfile], document: Make, texts: Texts
) -> None:
    made = document(recipients=RECIPIENTS)
    assert texts(arrange(made, formats["state-2020"]), "recipient") == [
        "- Thường trực Tỉnh ủy;",
        "- Các sở;",
        "- Lưu: VT, TH.",
    ]
    party = document(recipients=Recipients(RECIPIENTS.entries, "Văn phòng Tỉnh uỷ"))
    assert texts(arrange(party, formats["party-2026"]), "recipient") == [
        "- Thường trực Tỉnh ủy;",
        "- Các sở;",
        "- Lưu Văn phòng Tỉnh uỷ.",
    ]
    assert texts(arrange(party, formats["party-2018"]), "recipient") == [
        "- Thường trực Tỉnh ủy,",
        "- Các sở,",
        "- Lưu Văn phòng Tỉnh uỷ.",
    ]


def test_addressees_come_first_among_the_recipients(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    addressees = Addressees(Direction.ADDRESSED, ("Sở Nội vụ",))
    made = document(addressees=addressees, recipients=RECIPIENTS)
    assert texts(arrange(made, state), "recipient")[0] == "- Như trên;"
    named = Recipients((Recipient("Như trên"), *RECIPIENTS.entries), "VT")
    made = document(addressees=addressees, recipients=named)
    assert texts(arrange(made, state), "recipient")[:2] == ["- Như trên;", "- Thường trực Tỉnh ủy;"]


def test_the_state_files_with_the_registry_first(
    state: FormatProfile, document: Make, texts: Texts
) -> None:
    made = document(recipients=Recipients((Recipient("Các sở"),), "TH"))
    assert texts(arrange(made, state), "recipient")[-1] == "- Lưu: VT, TH."


def test_the_party_label_is_underlined_without_its_colon(
    party: FormatProfile, document: Make, lines: Lines
) -> None:
    (label,) = lines(arrange(document(recipients=RECIPIENTS), party), "recipients-label")
    assert label.runs == (Run("Nơi nhận"), Run(":", underline=False))
    assert party.styles["recipients-label"].is_underlined


def test_a_purpose_stands_after_a_brace_in_the_party_and_in_line_in_the_state(
    party: FormatProfile, state: FormatProfile, document: Make, texts: Texts
) -> None:
    entries = (Recipient("Thường trực Tỉnh ủy", "báo cáo"), Recipient("Các sở"))
    made = document(recipients=Recipients(entries, "VT"))
    assert texts(arrange(made, state), "recipient")[0] == "- Thường trực Tỉnh ủy (báo cáo);"
    assert texts(arrange(made, party), "recipient")[0] == "- Thường trực Tỉnh ủy;\t} (báo cáo)"
