"""The tasks of a guidance as the clerk wants them, and who has taken them up."""

import datetime
from pathlib import Path

import pytest

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.chaining import Chaining, Proposal
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.planning import Order, Planner
from ttcs_desktop.services.task_editing import (
    as_confirmed,
    confirmed,
    parts,
    with_merged,
    with_split,
    with_wording,
)
from ttcs_desktop.services.tracking import Tracking

DAY = datetime.date(2026, 12, 15)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def proposal(library: Library, seed_text: str) -> Proposal:
    return Chaining(library).tasks_of(Draft(seed_text, unit="btgtu", date=DAY))


def ids(proposal: Proposal, group: int) -> list[str]:
    return [task.id for task in proposal.tasks_of([group])]


def test_a_task_is_split_and_put_together_under_its_old_id(proposal: Proposal) -> None:
    first, second = proposal.tasks_of([1])
    assert len(parts(first)) > 1
    split = with_split(proposal, first.id, ["Quán triệt Chỉ thị.", " ", "Xây dựng kế hoạch."])
    assert ids(split, 1) == [f"{first.id}a", f"{first.id}b", second.id]
    merged = with_merged(split, ids(split, 1)[:2])
    assert ids(merged, 1) == [first.id, second.id]
    assert merged.tasks_of([1])[0].wording == "Quán triệt Chỉ thị. Xây dựng kế hoạch."


@pytest.mark.parametrize("groups", [[1], [1, 2]])
def test_only_several_tasks_of_one_group_are_merged(proposal: Proposal, groups: list[int]) -> None:
    with pytest.raises(UserError, match="cùng một nhóm"):
        with_merged(proposal, [ids(proposal, group)[0] for group in groups])


def test_a_task_keeps_its_id_under_other_words_but_needs_some(proposal: Proposal) -> None:
    task = proposal.tasks_of([5])[0]
    changed = with_wording(proposal, task.id, "Phổ biến pháp luật\nở cơ sở.").tasks_of([5])[0]
    assert (changed.id, changed.wording) == (task.id, "Phổ biến pháp luật ở cơ sở.")
    with pytest.raises(UserError, match="không có chữ"):
        with_wording(proposal, task.id, " \n")


def test_what_was_confirmed_is_shown_again_group_by_group(
    library: Library, proposal: Proposal
) -> None:
    task = proposal.tasks_of([1])[0]
    draft = confirmed(with_split(proposal, task.id, ["Quán triệt.", "Xây dựng kế hoạch."]))
    again = as_confirmed(Chaining(library).tasks_of(draft))
    assert ids(again, 1)[:2] == [f"{task.id}a", f"{task.id}b"]
    assert ids(again, 7) == ids(proposal, 7)
    assert as_confirmed(proposal) == proposal


def test_plans_are_made_one_by_one_and_found_again(
    library: Library, proposal: Proposal, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    order = Order("so-tu-phap,dang-uy-22480", DAY, tmp_path)
    made = Planner(library).make(
        proposal, order, lambda so_far, count: told.append((len(so_far), count))
    )
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert {one.unit for one in made} == {"so-tu-phap", "dang-uy-22480"}
    tracking = Tracking(library)
    found = tracking.read([tmp_path], lambda _name: None)
    rows = tracking.standing([found], "so-tu-phap,dang-uy-22480,dang-uy-22546", DAY)
    tasks = {row.unit: row.plan.tasks if row.plan else None for row in rows}
    assert tasks["so-tu-phap"] == tuple(ids(proposal, 5))
    assert tasks["dang-uy-22546"] is None
    assert found.set_aside == ()


def test_of_two_plans_the_newer_counts(
    library: Library, proposal: Proposal, tmp_path: Path
) -> None:
    for date, folder in ((DAY, "new"), (DAY - datetime.timedelta(days=30), "old")):
        Planner(library).make(
            proposal, Order("so-tu-phap", date, tmp_path / folder), lambda _made, _count: None
        )
    tracking = Tracking(library)
    (row,) = tracking.standing([tracking.read([tmp_path], lambda _name: None)], "", DAY)
    assert row.plan is not None
    assert row.plan.date == DAY
    assert row.plan.kind == "kế hoạch"
