"""The format follows from regime and date; a unit's habits lie over it, and are looked at."""

import datetime

import pytest

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Habits, Regime
from ttcs_desktop.rules.formats import choose, habit_problems, with_habits


@pytest.mark.parametrize(
    ("regime", "day", "expected"),
    [
        (Regime.PARTY, "2017-09-05", "party-2018"),
        (Regime.PARTY, "2018-04-03", "party-2018"),
        (Regime.PARTY, "2026-05-26", "party-2018"),
        (Regime.PARTY, "2026-05-27", "party-2026"),
        (Regime.PARTY, "2030-01-01", "party-2026"),
        (Regime.STATE, "2019-01-01", "state-2020"),
        (Regime.STATE, "2026-11-24", "state-2020"),
        (Regime.FRONT, "2025-08-28", "front-2025"),
        (Regime.FRONT, "2025-08-29", "front-2025"),
        (Regime.YOUTH, "2012-01-01", "youth-2013"),
        (Regime.YOUTH, "2026-11-24", "youth-2013"),
    ],
)
def test_the_format_follows_from_regime_and_date(
    formats: dict[str, FormatProfile], regime: Regime, day: str, expected: str
) -> None:
    assert choose(formats, regime, datetime.date.fromisoformat(day)).id == expected


def test_a_regime_without_a_format_is_told(state: FormatProfile) -> None:
    with pytest.raises(UnknownError, match="youth"):
        choose({"state-2020": state}, Regime.YOUTH, datetime.date(2026, 1, 1))


def test_no_habits_change_nothing(state: FormatProfile) -> None:
    assert with_habits(state, Habits()) is state
    assert habit_problems(state, Habits()) == ()


def test_habits_lie_over_the_format(party: FormatProfile) -> None:
    habits = Habits(
        spelling="old",
        roman_mark="I.",
        clause_mark="1-",
        first_line_indent=12.7,
        end_mark="",
        line_spacing=20,
        two_sided=True,
        size_set="15",
    )
    mine = with_habits(party, habits)
    assert mine.spelling == "old"
    assert mine.levels[Level.ROMAN].mark == "{n}. "
    assert mine.levels[Level.CLAUSE].mark == "{n}- "
    assert mine.levels[Level.SUBCLAUSE] == party.levels[Level.SUBCLAUSE]
    assert mine.end_mark == ""
    assert mine.page.is_two_sided
    assert mine.size("clause-title") == 15
    for style in ("body", "clause", "point-title", "basis"):
        look = mine.styles[style]
        assert look.first_line_indent is not None
        assert look.line is not None
        assert (look.first_line_indent.default, look.line.default) == (12.7, 20)
    assert mine.styles["body-centred"].first_line_indent == party.styles["part"].first_line_indent
    assert mine.styles["number"] == party.styles["number"]
    assert party.styles["body"].line is not None
    assert party.styles["body"].line.default == 19


@pytest.mark.parametrize(
    ("id_", "habits"),
    [
        ("party-2026", Habits(first_line_indent=12.7, line_spacing=22, two_sided=True)),
        ("party-2026", Habits(roman_mark="I-", clause_mark="1.", spelling="old", size_set="15")),
        ("party-2026", Habits(roman_mark="I.", end_mark=".")),
        ("party-2018", Habits(line_spacing=30)),
        ("state-2020", Habits(first_line_indent=10, line_spacing=1.5, size_set="12-13-13")),
        ("state-2020", Habits(first_line_indent=12.5, two_sided=False, end_mark="./.")),
    ],
)
def test_what_the_rule_allows_is_no_problem(
    formats: dict[str, FormatProfile], id_: str, habits: Habits
) -> None:
    assert habit_problems(formats[id_], habits) == ()


@pytest.mark.parametrize(
    ("id_", "habits", "rule", "clause", "said"),
    [
        ("party-2026", Habits(first_line_indent=20), "first-line-indent", "HD05", "9 - 13 mm"),
        ("state-2020", Habits(first_line_indent=11.4), "first-line-indent", "NĐ30", "10 hoặc 12,7"),
        ("party-2026", Habits(line_spacing=17.5), "line-spacing", "HD05", "17,5 pt"),
        ("party-2018", Habits(line_spacing=17), "line-spacing", "HD36", "từ 18 pt"),
        ("state-2020", Habits(line_spacing=2), "line-spacing", "NĐ30", "1 - 1,5 dòng"),
        ("party-2026", Habits(clause_mark="1-"), "clause", "HD05", "“1.”"),
        ("state-2020", Habits(roman_mark="I-"), "roman", "NĐ30", "“I.”"),
        ("party-2026", Habits(end_mark="./."), "end-mark", "HD05", "./."),
        ("state-2020", Habits(two_sided=True), "two-sided", "NĐ30", "hai mặt"),
        ("state-2020", Habits(size_set="15"), "size-set", "30/2020", "12-13-13"),
        ("state-2020", Habits(spelling="modern"), "spelling", "NĐ30", "modern"),
    ],
)
def test_a_habit_that_the_rule_does_not_allow_is_a_warning_with_its_clause(
    formats: dict[str, FormatProfile], id_: str, habits: Habits, rule: str, clause: str, said: str
) -> None:
    (problem,) = habit_problems(formats[id_], habits)
    assert problem.rule == f"habits.{rule}"
    assert problem.severity is Severity.WARNING
    assert clause in problem.source
    assert said in problem.message


def test_what_cannot_be_understood_is_passed_over(state: FormatProfile) -> None:
    mine = with_habits(state, Habits(spelling="modern", size_set="15", roman_mark="*"))
    assert (mine.spelling, mine.size_set) == (state.spelling, state.size_set)
    assert mine.levels == state.levels
