"""Reports of units, and what they come to together (báo cáo và tổng hợp báo cáo)."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from ttcs_desktop.model.indicator import Figure, Indicator
from ttcs_desktop.model.period import Period
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.task import Task, TaskResult, TaskState


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report with its place: the line of official text it stands on."""

    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class UnitReport:
    """One unit's report as it came in (báo cáo của đơn vị).

    Attributes:
        unit: the unit's id, "" where nothing tells it; `name` as the report names its author.
        file: where it came from, for tracing every figure back.
        sent: the date the report bears.
        version: what tells a newer report of the same unit from an older one, compared as text.
        is_foreign: it carried no data, so its figures were read off its tables.
        was_edited_outside: it carries data, but its text was changed in another program.
    """

    unit: str
    name: str
    file: str
    period: Period | None = None
    sent: datetime.date | None = None
    number: str = ""
    version: str = ""
    tasks: tuple[Task, ...] = ()
    results: tuple[TaskResult, ...] = ()
    figures: tuple[Figure, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    is_foreign: bool = False
    was_edited_outside: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """A unit that has to report (đơn vị phải báo cáo), with the area its figures count for.

    `existed` is the part of the period in which it was there, None for all of it; `heirs` took it
    over, where it ended within the period.
    """

    unit: str
    name: str
    area: str = ""
    existed: tuple[datetime.date | None, datetime.date | None] | None = None
    heirs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one unit gave to a merged figure, and where it stands: file, unit, sentence."""

    unit: str
    name: str
    file: str
    value: Decimal | None
    text: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class MergedFigure:
    """One indicator over all units (số liệu tổng hợp).

    `by_area` holds the sub-totals in the order of the areas.
    """

    indicator: Indicator
    value: Decimal | None
    previous: Decimal | None
    target: Decimal | None
    contributions: tuple[Contribution, ...]
    by_area: tuple[tuple[str, Decimal | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one unit says of one task."""

    unit: str
    name: str
    file: str
    state: TaskState
    text: str


@dataclass(frozen=True, slots=True)
class MergedTask:
    """One task over all units that answered it (kết quả thực hiện nhiệm vụ)."""

    task: Task
    answers: tuple[Answer, ...]

    def count(self, state: TaskState) -> int:
        """Return how many units are in a state."""
        return sum(answer.state is state for answer in self.answers)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file that is not in the sums, and why (tệp không đưa vào tổng hợp)."""

    file: str
    reason: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Consolidation:
    """What the reports come to together (tổng hợp).

    Attributes:
        reports: those in the sums, in the order of the expected units.
        missing: units that have not reported; late: those that did after the last day, with days.
        set_aside: older versions, other periods, unreadable files.
        problems: what the clerk has to look at; figures are never corrected.
    """

    period: Period | None
    reports: tuple[UnitReport, ...]
    missing: tuple[Expected, ...]
    late: tuple[tuple[Expected, int], ...]
    set_aside: tuple[SetAside, ...]
    figures: tuple[MergedFigure, ...]
    tasks: tuple[MergedTask, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words by which the figures of a foreign report are found (cách nhận ra số liệu).

    `columns` and `states` hold how the head of a column, or a state, may begin, by its meaning.
    """

    columns: dict[str, tuple[str, ...]]
    states: dict[TaskState, tuple[str, ...]]
    nothing: tuple[str, ...] = ()
