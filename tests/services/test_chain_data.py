"""What a form holds: rows are completed, tasks get lasting ids, figures are read off."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.indicator import Figure
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.task import Origin
from ttcs_desktop.services.drafting import Drafter, Filled
from ttcs_desktop.services.library import Library

DAY = datetime.date(2026, 12, 15)
OWN = {"group": "Việc khác", "wording": "Tổ chức hội thi [[nd-49-2024]] cho tuyên truyền viên"}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def drafter(library: Library) -> Drafter:
    return Drafter(library)


def fill(drafter: Drafter, template: str, unit: str, **answers: Any) -> Filled:
    return drafter.fill(Draft("", template=template, unit=unit, date=DAY), answers)


def test_a_task_without_id_is_the_units_own_and_gets_one(drafter: Drafter) -> None:
    rows = [OWN | {"lead": "Phòng A", "support": "Phòng B; Phòng C, D", "timing": "Quý II"}] * 2
    made = fill(drafter, "plan-justice", "so-tu-phap", year=2027, tasks=rows)
    first, second = made.draft.tasks
    assert first.id == "so-tu-phap.to-chuc-hoi-thi-cho-tuyen"
    assert second.id == "so-tu-phap.to-chuc-hoi-thi-cho-tuyen-2"
    assert first.origin is Origin.UNIT
    assert first.citations == ("nd-49-2024",)
    assert first.support == ("Phòng B", "Phòng C, D")
    assert first.due == datetime.date(2027, 6, 30)
    assert first.label == "Tổ chức hội thi Nghị định số 49/2024/NĐ-CP cho tuyên truyền viên"
    assert made.draft.answers["tasks"][0]["id"] == first.id


def test_an_id_outlives_other_words_and_another_order(drafter: Drafter) -> None:
    rows = [OWN, OWN | {"wording": "Kiểm tra các đài"}]
    kept = fill(drafter, "plan-justice", "so-tu-phap", tasks=rows).draft.answers["tasks"]
    ids = [row["id"] for row in kept]
    turned = [kept[1], kept[0] | {"wording": "Tổ chức hội diễn"}, {"wording": "Việc mới"}]
    made = fill(drafter, "plan-justice", "so-tu-phap", tasks=turned)
    assert [task.id for task in made.draft.tasks[:2]] == ids[::-1]
    assert {task.origin for task in made.draft.tasks} == {Origin.UNIT}


def test_the_superiors_words_and_the_units_cells_are_both_kept(drafter: Drafter) -> None:
    row = {"id": "ttcs.5.1a", "lead": "Phòng của mình", "budget": 5000000}
    (task,) = fill(drafter, "plan-justice", "so-tu-phap", tasks=[row]).draft.tasks
    assert task.wording.startswith("Phối hợp với Hội đồng phối hợp phổ biến")
    assert task.lead == "Phòng của mình"
    assert task.timing == "Quý I, sau đó thường xuyên"
    assert task.budget == 5000000
    assert task.origin is Origin.SUPERIOR
    assert task.source.startswith("Hướng dẫn của Ban Tuyên giáo Tỉnh ủy năm 2017, mục III.5")


def test_figures_are_known_by_id_or_name_and_ratios_are_worked_out(drafter: Drafter) -> None:
    rows = [
        {"name": "chi bộ đã quán triệt chỉ thị", "value": 45, "previous": 40},
        {"id": "tong-so-chi-bo", "value": 46, "previous": 46},
        {"id": "ty-le-chi-bo-da-quan-triet", "value": 12},
        {"name": "Chỉ tiêu riêng", "measure": "cái", "value": 3},
    ]
    made = fill(drafter, "report-propaganda", "ban-xay-dung-dang-22366", figures=rows)
    figures = {one.indicator: one for one in made.draft.figures}
    assert figures["chi-bo-da-quan-triet"].value == 45
    assert figures["ty-le-chi-bo-da-quan-triet"] == Figure(
        "ty-le-chi-bo-da-quan-triet", Decimal("97.8"), Decimal(87)
    )
    assert "| % | 87 |  | 97,8 |" in made.draft.text
    assert "Chỉ tiêu riêng" in made.draft.text
    (told,) = [one for one in made.problems if one.rule == "chain.unknown-indicator"]
    assert "Chỉ tiêu riêng" in told.message


def test_a_ratio_without_its_parts_stays_as_it_was_typed(drafter: Drafter) -> None:
    rows = [{"id": "ty-le-chi-bo-da-quan-triet", "value": 91.5}]
    made = fill(drafter, "report-propaganda", "ban-xay-dung-dang-22366", figures=rows)
    assert made.draft.figures[1].value == Decimal("91.5")


def test_zero_is_a_figure_and_an_empty_cell_is_still_to_be_given(drafter: Drafter) -> None:
    rows = [{"id": "kinh-phi", "value": 0}, {"id": "tin-bai"}]
    made = fill(drafter, "report-justice", "so-tu-phap", figures=rows)
    figures = {one.indicator: one.value for one in made.draft.figures}
    assert figures["kinh-phi"] == 0
    assert figures["tin-bai"] is None
    assert "| Tin, bài, phóng sự về thông tin cơ sở | tin, bài |  |  | [CẦN BỔ SUNG" in (
        made.draft.text
    )


@pytest.mark.parametrize(
    ("typed", "kind", "start"),
    [
        ("tuần 45 năm 2026", PeriodKind.WEEK, "2026-11-02"),
        ("tháng 9 năm 2026", PeriodKind.MONTH, "2026-09-01"),
        ("quý III năm 2026", PeriodKind.QUARTER, "2026-07-01"),
        ("6 tháng cuối năm 2026", PeriodKind.HALF_YEAR, "2026-07-01"),
        ("9 tháng đầu năm 2026", PeriodKind.NINE_MONTHS, "2026-01-01"),
        ("năm 2026", PeriodKind.YEAR, "2026-01-01"),
        ("giai đoạn 2021 - 2025", PeriodKind.REVIEW, "2021-01-01"),
    ],
)
def test_every_kind_of_period_is_understood(
    typed: str, kind: PeriodKind, start: str, drafter: Drafter
) -> None:
    period = fill(drafter, "report", "ubnd-22366", period=typed).draft.period
    assert isinstance(period, Period)
    assert (period.kind, period.start.isoformat()) == (kind, start)


def test_a_period_that_nobody_understands_is_told(drafter: Drafter) -> None:
    made = fill(drafter, "report", "ubnd-22366", period="mùa mưa")
    assert made.draft.period is None
    assert "chain.unknown-period" in [one.rule for one in made.problems]


def test_costs_that_do_not_add_up_are_told_never_corrected(drafter: Drafter) -> None:
    rows = [OWN | {"budget": 1000000}, OWN | {"wording": "Việc hai", "budget": 2500000}]
    made = fill(drafter, "plan-commune", "ubnd-22366", tasks=rows, budget=4000000)
    (told,) = [one for one in made.problems if one.rule == "chain.budget"]
    assert "3.500.000" in told.message
    assert "4.000.000" in told.message
    assert "dự kiến 4.000.000 đồng" in made.draft.text
    whole = fill(drafter, "plan-commune", "ubnd-22366", tasks=rows, budget=3500000)
    assert "chain.budget" not in [one.rule for one in whole.problems]


def test_targets_in_words_become_numbers_where_they_name_one(drafter: Drafter) -> None:
    rows = [
        {"id": "gio-phat-thanh", "target": "từ 1.250 giờ trở lên"},
        {"id": "ty-le-thon-phu-song", "target": "100%"},
        {"id": "ban-tin-phat-thanh", "target": "từ 10 đến 20"},
    ]
    figures = fill(drafter, "plan-commune", "ubnd-22366", targets=rows).draft.figures
    assert [one.target for one in figures] == [Decimal(1250), Decimal(100), None]


def test_rows_emptied_on_purpose_stay_empty(drafter: Drafter) -> None:
    made = fill(drafter, "report-justice", "so-tu-phap", tasks=[], figures=[])
    assert made.draft.tasks == ()
    assert "PHỤ LỤC" not in made.draft.text


def test_a_template_that_holds_nothing_leaves_the_data_alone(
    library: Library, drafter: Drafter
) -> None:
    period = Period(PeriodKind.YEAR, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    draft = Draft("", template="reminder", unit="btgtu", date=DAY, period=period)
    answers = library.templates.get("reminder").example()["answers"]
    assert drafter.fill(draft, answers).draft.period == period
