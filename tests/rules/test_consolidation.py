"""Many reports become one: sums, sub-totals, who is missing, what does not add up."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.model.indicator import Figure, Indicator, IndicatorKind
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.report import Consolidation, Expected, Sentence, UnitReport
from ttcs_desktop.model.task import Task, TaskResult, TaskState
from ttcs_desktop.rules.consolidation import Call, consolidate

D = Decimal
YEAR = Period(PeriodKind.YEAR, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
INDICATORS = {
    one.id: one
    for one in (
        Indicator("tin", "Tin, bài", "tin, bài", IndicatorKind.SUM),
        Indicator("dai", "Đài đang hoạt động", "đài", IndicatorKind.LAST),
        Indicator("xa", "Tổng số xã", "xã", IndicatorKind.LAST),
        Indicator("ty-le", "Tỷ lệ xã có đài", "%", IndicatorKind.RATIO, ("dai", "xa")),
        Indicator("mo-hinh", "Mô hình hay", "", IndicatorKind.TEXT),
    )
}
EXPECTED = (
    Expected("a", "Đảng uỷ xã A", "Xã"),
    Expected("b", "Đảng uỷ phường B", "Phường"),
    Expected("c", "Đảng uỷ phường C", "Phường"),
)


def report(unit: str, *figures: Figure, **facts: object) -> UnitReport:
    values: dict[str, object] = {
        "name": next((one.name for one in EXPECTED if one.unit == unit), unit),
        "file": f"{unit}.docx",
        "period": YEAR,
        "sent": datetime.date(2026, 11, 10),
    }
    return UnitReport(unit=unit, figures=figures, **(values | facts))  # type: ignore[arg-type]


def figure(indicator: str, value: int | str | None, **facts: object) -> Figure:
    return Figure(indicator, None if value is None else D(value), **facts)  # type: ignore[arg-type]


def call(**facts: object) -> Call:
    return Call(EXPECTED, INDICATORS, YEAR, **facts)  # type: ignore[arg-type]


def value(result: Consolidation, indicator: str) -> Decimal | None:
    return next(one.value for one in result.figures if one.indicator.id == indicator)


def rules(result: Consolidation) -> list[str]:
    return [problem.rule.removeprefix("consolidation.") for problem in result.problems]


def test_sums_are_added_with_subtotals_and_every_figure_is_traced() -> None:
    result = consolidate(
        [
            report("a", figure("tin", 10, previous=D(8)), sentences=(Sentence("Có 10 tin, bài."),)),
            report("b", figure("tin", 5, previous=D(6))),
            report("c", figure("tin", None, text="Không.")),
        ],
        call(),
    )
    merged = result.figures[0]
    assert (merged.value, merged.previous) == (15, 14)
    assert dict(merged.by_area) == {"Xã": 10, "Phường": 5}
    traced = [(one.unit, one.file, one.value, one.sentence) for one in merged.contributions]
    assert traced == [
        ("a", "a.docx", 10, "Có 10 tin, bài."),
        ("b", "b.docx", 5, ""),
        ("c", "c.docx", None, ""),
    ]


def test_a_ratio_is_recomputed_from_its_parts_and_never_averaged() -> None:
    result = consolidate(
        [
            report("a", figure("dai", 1), figure("xa", 1), figure("ty-le", 100)),
            report("b", figure("dai", 1), figure("xa", 9), figure("ty-le", "11.1")),
        ],
        call(),
    )
    assert value(result, "ty-le") == D("20.0")
    assert rules(result) == []


def test_a_ratio_that_contradicts_its_parts_is_told_and_not_changed() -> None:
    result = consolidate(
        [report("a", figure("dai", 1), figure("xa", 2), figure("ty-le", 80))], call()
    )
    assert rules(result) == ["ratio"]
    assert "80%" in result.problems[0].message
    assert "50,0%" in result.problems[0].message
    assert result.figures[-1].contributions[0].value == 80


def test_text_and_annex_that_differ_are_told() -> None:
    says = (Sentence("Trong năm, Tin, bài đã đăng là 1.250 và lượt nghe 3."),)
    same = consolidate([report("a", figure("tin", 1250), sentences=says)], call())
    other = consolidate([report("a", figure("tin", 1520), sentences=says)], call())
    assert rules(same) == []
    assert rules(other) == ["text-against-annex"]
    assert "1.520" in other.problems[0].message


def test_a_longer_name_in_the_text_is_not_taken_for_a_shorter_one() -> None:
    says = (Sentence("Tỷ lệ tin, bài đúng hạn: 97,3%; Tin, bài: 1.250 tin."),)
    both = INDICATORS | {
        "han": Indicator("han", "Tỷ lệ tin, bài đúng hạn", "%", IndicatorKind.RATIO, ("dai", "xa"))
    }
    for value, found in ((1250, []), (1251, ["text-against-annex"])):
        told = report("a", figure("tin", value), sentences=says)
        assert rules(consolidate([told], Call(EXPECTED, both, YEAR))) == found


@pytest.mark.parametrize(
    ("now", "before", "is_told"),
    [(200, 90, True), (150, 90, False), (40, 90, True), (3, 1, False), (9, 0, False)],
)
def test_jumps_against_the_period_before_are_told(now: int, before: int, is_told: bool) -> None:
    result = consolidate([report("a", figure("tin", now, previous=D(before)))], call())
    assert rules(result) == (["jump"] if is_told else [])


def test_missing_and_late_units_are_named() -> None:
    late = report("b", figure("tin", 1), sent=datetime.date(2026, 11, 20))
    result = consolidate([late], call(due=datetime.date(2026, 11, 15)))
    assert [one.unit for one in result.missing] == ["a", "c"]
    assert [(one.unit, days) for one, days in result.late] == [("b", 5)]


def test_the_newest_of_a_unit_counts_and_the_older_is_set_aside() -> None:
    older = report("a", figure("tin", 1), file="cũ.docx", sent=datetime.date(2026, 11, 1))
    newer = report("a", figure("tin", 2), file="mới.docx", sent=datetime.date(2026, 11, 9))
    result = consolidate([newer, older], call())
    assert value(result, "tin") == 2
    assert [(one.file, one.unit) for one in result.set_aside] == [("cũ.docx", "a")]
    assert "mới.docx" in result.set_aside[0].reason


def test_other_periods_and_strangers_are_set_aside_with_the_reason() -> None:
    last_year = Period(PeriodKind.YEAR, datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    result = consolidate(
        [
            report("a", figure("tin", 7), period=last_year),
            report("z", figure("tin", 9)),
            report("", figure("tin", 9), name="?", file="lạ.docx"),
        ],
        call(),
    )
    assert result.figures == ()
    assert [one.file for one in result.set_aside] == ["a.docx", "lạ.docx", "z.docx"]
    assert "01/01/2025" in result.set_aside[0].reason


def test_a_unit_that_ended_in_the_period_is_answered_by_its_heirs() -> None:
    old = Expected(
        "cu", "Đảng uỷ xã Cũ", "Xã", existed=(None, datetime.date(2026, 6, 30)), heirs=("a",)
    )
    result = consolidate(
        [report("a", figure("tin", 3))],
        Call((old, EXPECTED[0]), INDICATORS, YEAR),
    )
    assert result.missing == ()
    assert rules(result) == ["unit-changed"]
    assert "30/06/2026" in result.problems[0].message


def test_tasks_are_merged_by_id_whatever_their_headings() -> None:
    task = Task("hd.1.1", "Quán triệt Chỉ thị.")
    renamed = Task("hd.1.1", "QT Chỉ thị 07")
    result = consolidate(
        [
            report("a", tasks=(task,), results=(TaskResult("hd.1.1", TaskState.DONE, "Xong."),)),
            report("b", tasks=(renamed,), results=(TaskResult("hd.1.1", TaskState.NOT_DONE),)),
        ],
        call(),
    )
    (merged,) = result.tasks
    assert merged.task == task
    assert (merged.count(TaskState.DONE), merged.count(TaskState.NOT_DONE)) == (1, 1)
    assert [(one.name, one.text) for one in merged.answers] == [
        ("Đảng uỷ xã A", "Xong."),
        ("Đảng uỷ phường B", ""),
    ]


def test_an_indicator_given_twice_is_told() -> None:
    result = consolidate([report("a", figure("tin", 1), figure("tin", 2))], call())
    assert "double-indicator" in rules(result)


@given(st.lists(st.integers(0, 10**9) | st.none(), min_size=1, max_size=40))
def test_the_sum_is_the_sum_of_what_was_given(values: list[int | None]) -> None:
    reports = [report(f"u{index}", figure("tin", given)) for index, given in enumerate(values)]
    result = consolidate(reports, Call((), INDICATORS, YEAR))
    given_values = [one for one in values if one is not None]
    assert value(result, "tin") == (sum(given_values) if given_values else None)
