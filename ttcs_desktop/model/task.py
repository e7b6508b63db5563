"""Tasks (nhiệm vụ): what a superior asks of a group of units, followed from guidance to report."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Who set a task (nguồn nhiệm vụ): the superior's words are kept apart from the unit's own."""

    SUPERIOR = "superior"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Task:
    """One task, with the five things clerks ask for ("5 rõ": người, việc, thời gian, kết quả).

    Attributes:
        id: lasting id, the same in guidance, plan, report and consolidated report.
        wording: the task in official text, without its list mark.
        label: its opening words, to name it in lists and tables.
        group: recipient group in the guidance (nhóm 1-7); 0 for none.
        source: where it comes from, in words: "Hướng dẫn số 31-HD/BTGTU, mục III.1".
        split_from: id of the compound task it was split from.
        citations: ids of the instruments it names.
        lead, support: who does it (cơ quan chủ trì, phối hợp).
        due: last day, None where it runs all year; `timing` says it in words.
        product: what is to come of it (sản phẩm).
        budget: đồng, None when not said.
        indicators: ids of the indicators that measure it.
    """

    id: str
    wording: str
    label: str = ""
    group: int = 0
    origin: Origin = Origin.SUPERIOR
    source: str = ""
    split_from: str = ""
    citations: tuple[str, ...] = ()
    lead: str = ""
    support: tuple[str, ...] = ()
    due: datetime.date | None = None
    timing: str = ""
    product: str = ""
    budget: int | None = None
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskForm:
    """What a usual task is called in one time, and what a unit usually adds to it.

    Attributes:
        until: the last day of documents that it is for, None for today's.
        heading: the heading of the plan that it stands under.
        wording: what the superior asks, in official text; `label` the opening words by which a
            guidance is seen to ask it; `source` where the superior says it.
        lead, support, timing, product, indicators: proposals for the unit's plan, never the
            superior's words.
    """

    heading: str
    wording: str
    label: str = ""
    source: str = ""
    lead: str = ""
    support: str = ""
    timing: str = ""
    product: str = ""
    indicators: tuple[str, ...] = ()
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class UsualTask:
    """A task that a group of units usually has (nhiệm vụ thường giao cho nhóm).

    `forms` stand in order of time, today's last.
    """

    id: str
    group: int
    forms: tuple[TaskForm, ...]

    def form_on(self, date: datetime.date) -> TaskForm:
        """Return what it is called in a document of a day."""
        return next(form for form in self.forms if form.until is None or date <= form.until)


class TaskState(StrEnum):
    """How far a task is (tình trạng thực hiện)."""

    DONE = "done"  # đã thực hiện
    UNDER_WAY = "under-way"  # đang thực hiện
    NOT_DONE = "not-done"  # chưa thực hiện


@dataclass(frozen=True, slots=True)
class TaskResult:
    """What a report says of one task (kết quả thực hiện); "Không." is an answer too."""

    task: str
    state: TaskState = TaskState.UNDER_WAY
    text: str = ""


@dataclass(frozen=True, slots=True)
class AudienceGroup:
    """A group of units that guidances give tasks to (nhóm đối tượng thực hiện).

    Attributes:
        number: 1-7 as in the guidance of 2017, 8 the communes' people's committees.
        name, former: what it is called today, and in 2017.
        words: how its name may begin in a guidance, by which it is known.
    """

    number: int
    name: str
    former: str = ""
    words: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class TaskWords:
    """The words by which tasks are found in a guidance (cách nhận ra phần giao nhiệm vụ)."""

    groups: tuple[AudienceGroup, ...]
    headings: tuple[str, ...]
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a guidance asks of one group: its title as written there, and the tasks under it.

    `group` is 0 where the title names no group that we know.
    """

    title: str
    ordinal: str
    group: int
    tasks: tuple[Task, ...]
    line: int = 0
