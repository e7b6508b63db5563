"""Fields of the clerk's over what ships: whatever was wanted is what comes out."""

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.codec import to_record, to_table
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.unit import (
    Contact,
    Habits,
    Person,
    Regime,
    SigningForm,
    Term,
    Unit,
    UnitPeriod,
)
from ttcs_desktop.registry.own_fields import OwnField, changes, laid
from ttcs_desktop.registry.own_records import lay

WORDS = st.sampled_from(["", "Sở Tư pháp", "VT", "a.b", "[x]", "2026-01-01", "null"])
LISTS = st.lists(WORDS, max_size=2).map(tuple)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 1, 5))
FORMS = st.builds(SigningForm, LISTS, WORDS)
HABITS = st.builds(
    Habits,
    spelling=st.sampled_from([None, "new", "old"]),
    end_mark=st.sampled_from([None, "", "."]),
    first_line_indent=st.sampled_from([None, 0.0, 10.0]),
    two_sided=st.sampled_from([None, True, False]),
)
PERIODS = st.builds(
    UnitPeriod, WORDS, LISTS, WORDS, WORDS, valid_to=st.none() | DAYS, recipients=LISTS,
    signing=st.lists(FORMS, max_size=2).map(tuple), habits=HABITS, filing=WORDS,
)  # fmt: skip
UNITS = st.builds(
    Unit,
    st.just("u"),
    WORDS,
    st.sampled_from(Regime),
    st.dictionaries(st.none() | DAYS, PERIODS, min_size=1, max_size=3).map(
        lambda periods: tuple(
            dataclasses.replace(periods[start], valid_from=start)
            for start in sorted(periods, key=lambda day: str(day or ""))
        )
    ),
    group=st.integers(0, 2),
    groups=LISTS,
    people=st.lists(st.builds(Person, WORDS, WORDS, valid_from=st.none() | DAYS), max_size=2).map(
        tuple
    ),
    contacts=st.lists(st.builds(Contact, WORDS, WORDS), max_size=2).map(tuple),
    terms=st.lists(st.builds(Term, WORDS, DAYS), max_size=2).map(tuple),
)


@given(UNITS, UNITS)
def test_any_unit_can_be_made_of_any_other(shipped: Unit, wanted: Unit) -> None:
    fields = changes(RecordKind.UNIT, "u", to_table(shipped), to_table(wanted))
    table, left = laid(to_table(shipped), fields.values())
    assert left == ()
    assert to_record(table, Unit, where="") == wanted
    assert (fields == {}) == (shipped == wanted)


@given(UNITS)
def test_a_new_unit_is_all_its_own(wanted: Unit) -> None:
    fields = changes(RecordKind.UNIT, "u", {}, to_table(wanted))
    assert lay({}, fields.values(), Unit).records == {"u": wanted}


@given(UNITS, UNITS, UNITS)
def test_no_update_of_what_ships_trips_over_the_clerks_fields(
    shipped: Unit, wanted: Unit, updated: Unit
) -> None:
    fields = changes(RecordKind.UNIT, "u", to_table(shipped), to_table(wanted))
    made = lay({"u": updated}, fields.values(), Unit)
    assert set(made.records) == {"u"}
    for one in fields.values():
        if "[" not in one.field:
            assert to_table(made.records["u"])[one.field] == to_table(wanted)[one.field]


def test_a_field_that_cannot_be_read_leaves_the_record_as_it_ships() -> None:
    period = UnitPeriod("Sở Tư pháp", ("SỞ TƯ PHÁP",), "STP", "Nha Trang")
    shipped = Unit("u", "so", Regime.STATE, (period,))
    broken = OwnField(RecordKind.UNIT, "u", "group", "năm", 0)
    made = lay({"u": shipped}, [broken], Unit)
    assert made.records["u"] == shipped
    assert [problem.rule for problem in made.problems] == ["registry.unreadable"]
