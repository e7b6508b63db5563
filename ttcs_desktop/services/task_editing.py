"""A guidance's tasks as the clerk wants them: split, merged, reworded, confirmed (nhiệm vụ)."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.task import Assignment, Task
from ttcs_desktop.rules.tasks import label_of, merge, parts_of, split
from ttcs_desktop.services.chaining import Proposal


def parts(task: Task) -> tuple[str, ...]:
    """Return the sentences that a compound task may be split into; one when it is simple."""
    return parts_of(task)


def with_split(proposal: Proposal, task_id: str, wordings: Sequence[str]) -> Proposal:
    """Return a proposal in which a task is several, in the order given.

    Raises:
        UserError: fewer than two parts are given.
    """
    told = [wording.strip() for wording in wordings if wording.strip()]
    if len(told) < 2:
        raise UserError(
            _("Tách thì phải có ít nhất hai phần."), remedy=_("Ghi mỗi phần trên một dòng.")
        )
    return _with_tasks(
        proposal,
        lambda tasks: [
            part
            for task in tasks
            for part in (split(task, told) if task.id == task_id else (task,))
        ],
    )


def with_merged(proposal: Proposal, ids: Iterable[str]) -> Proposal:
    """Return a proposal in which several tasks of one group are one, in the place of the first.

    Raises:
        UserError: fewer than two tasks are named, or they are of several groups.
    """
    wanted = set(ids)
    homes = [one for one in proposal.assignments if any(task.id in wanted for task in one.tasks)]
    if len(wanted) < 2 or len(homes) != 1:
        raise UserError(
            _("Chỉ gộp được từ hai nhiệm vụ của cùng một nhóm."),
            remedy=_("Chọn các nhiệm vụ cần gộp trong một nhóm."),
        )
    together = [task for task in homes[0].tasks if task.id in wanted]
    whole = merge(together)

    def merged(tasks: Sequence[Task]) -> list[Task]:
        kept = [whole if task.id == together[0].id else task for task in tasks]
        return [task for task in kept if task is whole or task.id not in wanted]

    return _with_tasks(proposal, merged)


def with_wording(proposal: Proposal, task_id: str, wording: str) -> Proposal:
    """Return a proposal in which a task has other words.

    Raises:
        UserError: no word is left.
    """
    words = " ".join(wording.split())
    if not words:
        raise UserError(_("Nhiệm vụ không có chữ nào."), remedy=_("Ghi lời văn của nhiệm vụ."))
    return _with_tasks(
        proposal,
        lambda tasks: [
            dataclasses.replace(task, wording=words, label=label_of(words))
            if task.id == task_id
            else task
            for task in tasks
        ],
    )


def confirmed(proposal: Proposal) -> Draft:
    """Return the guidance with its tasks as they stand, to travel with its file."""
    tasks = tuple(task for one in proposal.assignments for task in one.tasks)
    return dataclasses.replace(proposal.draft, tasks=tasks)


def as_confirmed(proposal: Proposal) -> Proposal:
    """Return a proposal with the tasks that were confirmed before, group by group.

    A group of which nothing was confirmed keeps what was found in the text.
    """
    by_group: dict[str, list[Task]] = {}
    for task in proposal.draft.tasks:
        key, _dot, _number = task.id.rpartition(".")
        by_group.setdefault(key, []).append(task)
    assignments = tuple(
        _with(one, by_group.get(f"{proposal.key}.{one.ordinal}") or one.tasks)
        for one in proposal.assignments
    )
    return dataclasses.replace(proposal, assignments=assignments)


def _with_tasks(proposal: Proposal, change: Callable[[Sequence[Task]], Sequence[Task]]) -> Proposal:
    assignments = tuple(_with(one, change(one.tasks)) for one in proposal.assignments)
    return dataclasses.replace(proposal, assignments=assignments)


def _with(assignment: Assignment, tasks: Sequence[Task]) -> Assignment:
    return dataclasses.replace(assignment, tasks=tuple(tasks))
