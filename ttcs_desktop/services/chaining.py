"""From a superior's text to ours: guidance to plan, plan to report (chuỗi văn bản)."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.task import Assignment, Task
from ttcs_desktop.model.template import Field, Holding, TemplateInfo
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.rules.audiences import fitting, groups_of
from ttcs_desktop.rules.periods import before, name_of, period_in, period_on
from ttcs_desktop.rules.tasks import assignments, carried_over, key_of
from ttcs_desktop.services.chain_data import holds
from ttcs_desktop.services.composing import Composer, Composition
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.figure_rows import plain, usual_figure_rows
from ttcs_desktop.services.letterheads import Letterheads
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.references import reference_to
from ttcs_desktop.services.suggesting import suggested_rows
from ttcs_desktop.services.task_rows import Row, row_of

PLAN, REPORT = "plan", "report"
SHORT = "rút gọn"
_SHORT_PERIODS = (PeriodKind.WEEK, PeriodKind.MONTH)
_NEXT_YEAR_FROM = 11
"""A plan that is made in November or December is for the next year."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a guidance asks, group by group: a proposal that the clerk confirms, splits, merges.

    Attributes:
        key: what the ids of its tasks begin with.
        draft: the guidance itself.
    """

    key: str
    assignments: tuple[Assignment, ...]
    draft: Draft
    problems: tuple[Problem, ...] = ()

    def tasks_of(self, groups: Iterable[int]) -> tuple[Task, ...]:
        """Return the tasks of some groups, in the order of the guidance."""
        wanted = set(groups)
        return tuple(task for one in self.assignments if one.group in wanted for task in one.tasks)


@dataclass(frozen=True, slots=True)
class Chained:
    """A draft made from another document, with what to look at again."""

    draft: Draft
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Chaining:
    """Carries tasks from document to document; their ids stay the whole way."""

    library: Library
    today: Callable[[], datetime.date] = datetime.date.today

    @cached_property
    def drafter(self) -> Drafter:
        """What fills the templates."""
        return Drafter(self.library, self.today)

    @cached_property
    def letterheads(self) -> Letterheads:
        """What tells who issued a document that does not say it beside its text."""
        return Letterheads(self.library)

    def tasks_of(self, draft: Draft) -> Proposal:
        """Return the tasks that a guidance assigns, ours or anyone's, as a proposal."""
        composition = self._composed(draft)
        document, words = composition.document, self.library.task_words
        key = key_of(document)
        found = tuple(
            dataclasses.replace(one, tasks=carried_over(draft.tasks, one.tasks))
            for one in assignments(document, words, key)
        )
        return Proposal(key, found, draft, tuple(_assignment_problems(found)))

    def plan_from(
        self, proposal: Proposal, unit_id: str, date: datetime.date, year: int = 0
    ) -> Chained:
        """Return the plan of a unit with exactly the tasks that a guidance gives its groups.

        Lead, time, product and indicators are proposed; the clerk decides. Where the guidance
        gives the unit nothing, the plan has what its group usually does.

        Raises:
            UnknownError: the unit is unknown.
            UserError: no template of a plan is for this unit.
        """
        unit = self.library.unit(unit_id)
        groups = groups_of(unit, self.library.units.values(), date)
        tasks = proposal.tasks_of(groups)
        info = self._template(PLAN, unit, _asked_first(groups, tasks))
        fresh = self.drafter.start(info.id, unit_id, date)
        answers: dict[str, Any] = {"year": year or _year_of_plan(date)}
        guidance = self._reference(proposal.draft, unit, date)
        if guidance:
            answers["bases"] = _lines_of(guidance, fresh.answers.get("bases"))
        problems = list(proposal.problems)
        if tasks:
            field = _field(info, Holding.TASKS)
            columns = [column.id for column in field.columns]
            setting = self.drafter.setting(fresh)
            usual = [one for one in self.library.usual_tasks.values() if one.group in groups]
            answers[field.id] = suggested_rows(tasks, usual, columns, setting)
        else:
            problems.append(_nothing_assigned(unit, groups))
        filled = self.drafter.fill(fresh, fresh.answers | answers)
        return Chained(filled.draft, (*problems, *filled.problems))

    def report_from(
        self, plan: Draft, period: Period, date: datetime.date, previous: Draft | None = None
    ) -> Chained:
        """Return the report that answers a plan task by task; what was done is left open.

        Targets come from the plan, earlier figures from the previous report.

        Raises:
            UserError: the document holds no tasks, or no template of a report is for its unit.
        """
        if not plan.tasks or not plan.unit:
            raise UserError(
                _("Văn bản này không mang nhiệm vụ của kế hoạch nào."),
                remedy=_("Mở tệp .docx của kế hoạch soạn bằng phần mềm này."),
            )
        unit = self.library.unit(plan.unit)
        groups = (*self._own_group(plan), *groups_of(unit, self.library.units.values(), date))
        info = self._template(REPORT, unit, tuple(dict.fromkeys(groups)))
        fresh = self.drafter.start(info.id, plan.unit, date)
        field = _field(info, Holding.RESULTS)
        columns = [column.id for column in field.columns]
        answers: dict[str, Any] = {
            _field(info, Holding.PERIOD).id: name_of(period),
            field.id: [row_of(task, columns) for task in plan.tasks],
            "asked_by": self._reference(plan, unit, date),
        }
        if period.kind in _SHORT_PERIODS:
            answers["length"] = SHORT
        if figures := next((one for one in holds(info, Holding.FIGURES) if one.columns), None):
            rows = fresh.answers.get(figures.id) or ()
            answers[figures.id] = self._figure_rows(rows, plan, previous)
        filled = self.drafter.fill(fresh, fresh.answers | answers)
        return Chained(filled.draft, (*_other_previous(previous, period), *filled.problems))

    def offered(self, kind: str, unit_id: str, date: datetime.date) -> tuple[TemplateInfo, ...]:
        """Return the templates of a kind for a unit, those made for its group first."""
        unit = self.library.unit(unit_id)
        groups = groups_of(unit, self.library.units.values(), date)
        return fitting(self.library.templates.all(), kind, unit, groups)

    def _template(self, kind: str, unit: Unit, groups: Sequence[int]) -> TemplateInfo:
        found = fitting(self.library.templates.all(), kind, unit, groups)
        held = (Holding.RESULTS, Holding.PERIOD) if kind == REPORT else (Holding.TASKS,)
        suited = [one for one in found if all(any(holds(one, each)) for each in held)]
        if not suited:
            raise UserError(
                _("Chưa có mẫu nào cho hệ và nhóm của đơn vị này."),
                where=unit.periods[-1].name,
                remedy=_("Xem các mẫu bằng lệnh ttcs templates list, hoặc viết thêm mẫu."),
            )
        return suited[0]

    def _own_group(self, draft: Draft) -> tuple[int, ...]:
        """Return the group of the template that a draft was made with."""
        if draft.template not in self.library.templates.ids():
            return ()
        group = self.library.templates.get(draft.template).info.group
        return (group,) if group else ()

    def _figure_rows(
        self, rows: Iterable[Mapping[str, Any]], plan: Draft, previous: Draft | None
    ) -> list[Row]:
        """Return the group's rows, and those of what measures the tasks, with what is known."""
        listed = {str(row.get("id")): dict(row) for row in rows}
        wanted = dict.fromkeys(
            [one.indicator for one in plan.figures if one.target is not None]
            + [indicator for task in plan.tasks for indicator in task.indicators]
        )
        for row in usual_figure_rows(self.library.indicators, wanted):
            listed.setdefault(str(row["id"]), row)
        for figure in plan.figures:
            if figure.indicator in listed and figure.target is not None:
                listed[figure.indicator]["target"] = plain(figure.target)
        for figure in previous.figures if previous else ():
            if figure.indicator in listed and figure.value is not None:
                listed[figure.indicator]["previous"] = plain(figure.value)
        return list(listed.values())

    def _reference(self, draft: Draft, unit: Unit, date: datetime.date) -> str:
        """Return what a document is called in one of a unit; "" when nothing is known of it."""
        composition = self._composed(draft)
        if not composition.document.type_name:
            return ""
        issuer = None if draft.unit else self.letterheads.issuer(composition.document)
        form = self.library.format_for(unit.regime, date).citation
        return reference_to(composition, issuer, form)

    def _composed(self, draft: Draft) -> Composition:
        return Composer(self.library, self.today).compose(draft)


def period_of(text: str, date: datetime.date) -> Period:
    """Return the period that is meant: a kind, for the one that a day falls in, or its name.

    Raises:
        UserError: it is neither.
    """
    if text in tuple(PeriodKind):
        return period_on(PeriodKind(text), date)
    named = period_in(text)
    if named is None:
        raise UserError(
            _("Không rõ “{text}” là kỳ nào.").format(text=text),
            remedy=_("Ghi như: quarter, half-year, year; hoặc “quý III năm 2026”."),
        )
    return named


def _field(info: TemplateInfo, kind: Holding) -> Field:
    return next(holds(info, kind))


def _year_of_plan(date: datetime.date) -> int:
    return date.year + (date.month >= _NEXT_YEAR_FROM)


def _asked_first(groups: Sequence[int], tasks: Iterable[Task]) -> tuple[int, ...]:
    """Return groups, those with tasks before those without."""
    asked = {task.group for task in tasks}
    return tuple(sorted(groups, key=lambda group: group not in asked))


def _lines_of(first: str, usual: object) -> str:
    lines = [line for line in str(usual or "").splitlines() if line.strip()]
    return "\n".join((first, *lines))


def _assignment_problems(found: Sequence[Assignment]) -> Iterable[Problem]:
    if not found:
        yield Problem(
            Severity.WARNING,
            "chain.no-assignments",
            _("Không thấy phần giao nhiệm vụ trong văn bản này."),
            hint=_("Phần ấy thường tên là Tổ chức thực hiện; kiểm tra tên mục."),
        )
    for one in found:
        if not one.group:
            yield Problem(
                Severity.NOTE,
                "chain.unknown-group",
                _("Không rõ “{title}” thuộc nhóm đơn vị nào.").format(title=one.title),
                line=one.line,
                hint=_("Nếu là đơn vị của mình, thêm cách gọi ấy vào danh mục nhóm."),
            )


def _nothing_assigned(unit: Unit, groups: Sequence[int]) -> Problem:
    message = (
        _("Văn bản này không giao nhiệm vụ nào cho nhóm của {name}.")
        if groups
        else _("{name} không thuộc nhóm nào nên không rõ nhận nhiệm vụ nào.")
    )
    return Problem(
        Severity.WARNING,
        "chain.no-tasks",
        message.format(name=unit.periods[-1].name),
        hint=_("Kế hoạch dùng các nhiệm vụ thường giao cho nhóm; xem lại từng nhiệm vụ."),
    )


def _other_previous(previous: Draft | None, period: Period) -> Iterable[Problem]:
    """Tell that the figures called previous are not of the period before."""
    if previous and previous.period and previous.period != before(period):
        yield Problem(
            Severity.WARNING,
            "chain.other-previous",
            _("Số kỳ trước lấy từ báo cáo {found}, không phải {wanted}.").format(
                found=name_of(previous.period), wanted=name_of(before(period))
            ),
            hint=_("Chọn báo cáo của đúng kỳ trước, hoặc sửa cột kỳ trước."),
        )
