"""Units and instruments go through their forms unchanged, and come back changed as asked."""

import dataclasses
import datetime

import pytest

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.unit import Contact, Person, SigningForm, Term
from ttcs_desktop.services import instrument_forms, unit_forms
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.unit_forms import answers_of, form_of, unit_of, with_new_period

OFFICE = "btgtu"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def test_every_unit_comes_through_its_form_unchanged(library: Library) -> None:
    for unit in library.units.values():
        for at in range(len(unit.periods)):
            assert unit_of(unit, at, answers_of(unit, at)) == unit


def test_every_instrument_comes_through_its_form_unchanged(library: Library) -> None:
    for one in library.instruments.values():
        answers = instrument_forms.answers_of(one)
        assert instrument_forms.instrument_of(one, answers) == one


def test_people_contacts_terms_and_habits_come_through(library: Library) -> None:
    unit = library.unit(OFFICE)
    last = unit.periods[-1]
    habits = dataclasses.replace(last.habits, end_mark="", two_sided=False, first_line_indent=12.7)
    signing = (SigningForm(("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"), "Nguyễn Văn A"),)
    rich = dataclasses.replace(
        unit,
        people=(Person("Nguyễn Văn A", "Phó Trưởng ban", (("K/T TRƯỞNG BAN", "PHÓ"),)),),
        contacts=(Contact("Văn thư", "van.thu@khanhhoa.vn"),),
        terms=(Term("Nhiệm kỳ 2025 - 2030", datetime.date(2025, 8, 20)),),
        periods=(*unit.periods[:-1], dataclasses.replace(last, habits=habits, signing=signing)),
    )
    answers = answers_of(rich, 2)
    assert answers["habits.end_mark"] == "Không có dấu"
    assert answers["people"][0]["authority"] == ["K/T TRƯỞNG BAN | PHÓ"]
    assert unit_of(rich, 2, answers) == rich


def test_an_unusual_habit_joins_the_choices(library: Library) -> None:
    unit = library.unit(OFFICE)
    habits = dataclasses.replace(unit.periods[-1].habits, roman_mark="I)")
    last = dataclasses.replace(unit.periods[-1], habits=habits)
    odd = dataclasses.replace(unit, periods=(*unit.periods[:-1], last))
    field = next(one for one in form_of(odd, 2).fields if one.id == "habits.roman_mark")
    assert field.choices == ("I.", "I-", "I)")
    assert unit_of(odd, 2, answers_of(odd, 2)) == odd


def test_what_is_needed_is_asked_for_by_name(library: Library) -> None:
    unit = library.unit(OFFICE)
    answers = answers_of(unit, 2)
    del answers["symbol"], answers["letterhead_issuer"]
    with pytest.raises(UserError, match="Cơ quan ban hành, Ký hiệu"):
        unit_of(unit, 2, answers)


def test_periods_must_not_overlap_and_stand_in_order(library: Library) -> None:
    unit = library.unit(OFFICE)
    answers = answers_of(unit, 2) | {"valid_from": "2026-08-01"}
    with pytest.raises(UserError, match="chồng lên nhau"):
        unit_of(unit, 2, answers)
    longer = with_new_period(unit, datetime.date(2027, 1, 1))
    assert longer.periods[2].valid_to == datetime.date(2026, 12, 31)
    with pytest.raises(UserError, match="đã có quãng thời gian"):
        with_new_period(longer, datetime.date(2026, 12, 1))


def test_a_blank_unit_and_instrument_lack_everything() -> None:
    blank = unit_forms.blank_unit()
    with pytest.raises(UserError, match="Tên đầy đủ"):
        unit_of(blank, 0, answers_of(blank, 0))
    with pytest.raises(UserError, match="Trích yếu"):
        instrument_forms.instrument_of(instrument_forms.blank_instrument(), {})
