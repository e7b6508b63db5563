"""What a form holds for the chain from guidance to report (dữ liệu của chuỗi văn bản).

Fields say what they hold (`holds` in `template.toml`). Before a template is filled their rows are
completed; afterwards tasks, results, figures and period are read off them into the draft.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ttcs_desktop.i18n import _
from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.indicator import Figure
from ttcs_desktop.model.period import Period
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.task import Task, TaskResult, TaskState
from ttcs_desktop.model.template import Field, Holding, TemplateInfo
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.periods import period_in
from ttcs_desktop.rules.tasks import assignments, carried_over, label_of
from ttcs_desktop.services.figure_rows import (
    asked_of,
    completed,
    figures_of,
    said_figure,
    unknown_rows,
    usual_figure_rows,
)
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.task_rows import (
    CITED,
    Row,
    Setting,
    task_of,
    usual_row,
    with_ids,
)

GUIDANCE = "guidance"
_OF_TASKS = (Holding.TASKS, Holding.RESULTS)


@dataclass(frozen=True, slots=True)
class Held:
    """What the answers of a form say to the chain."""

    tasks: tuple[Task, ...] = ()
    results: tuple[TaskResult, ...] = ()
    figures: tuple[Figure, ...] = ()
    period: Period | None = None
    problems: tuple[Problem, ...] = ()


def holds(info: TemplateInfo, *kinds: Holding) -> Iterator[Field]:
    """Yield the fields that hold something of these kinds; of any kind without one named."""
    return (field for field in info.fields if field.holds and field.holds in (kinds or Holding))


@dataclass(frozen=True)
class ChainData:
    """Completes the rows that hold something for the chain, and reads them."""

    library: Library

    def prepared(
        self, info: TemplateInfo, answers: Mapping[str, Any], setting: Setting
    ) -> dict[str, Any]:
        """Return answers with the usual rows where none were given, each row completed.

        Tasks without an id get theirs; ratios are worked out from their parts.
        """
        given = dict(answers)
        for field in holds(info):
            if not field.columns or info.kind == GUIDANCE:
                continue
            rows = given.get(field.id)
            if rows is None:
                rows = field.default_on(setting.date) or self._usual_rows(info, field, setting)
            if rows:
                given[field.id] = self._completed(field, _tables(rows), setting)
        return given

    def held(
        self, info: TemplateInfo, answers: Mapping[str, Any], setting: Setting, draft: Draft
    ) -> Held:
        """Return what answers that were prepared say; `draft` has the text that they gave."""
        if next(holds(info), None) is None:
            return Held(draft.tasks, draft.results, draft.figures, draft.period)
        period = self._period(info, answers)
        return Held(
            tasks=self._tasks(info, answers, setting, draft),
            results=tuple(self._results(info, answers)),
            figures=tuple(self._figures(info, answers)),
            period=period,
            problems=tuple(self._problems(info, answers, period)),
        )

    def _usual_rows(self, info: TemplateInfo, field: Field, setting: Setting) -> list[Row] | None:
        if not info.group:
            return None
        columns = [column.id for column in field.columns]
        if field.holds in _OF_TASKS:
            tasks = self.library.usual_tasks.values()
            return [usual_row(one, columns, setting) for one in tasks if one.group == info.group]
        if "value" not in columns:
            return None
        asked = asked_of(self.library.indicators, info.group, setting.date)
        return usual_figure_rows(self.library.indicators, asked)

    def _completed(self, field: Field, rows: list[Row], setting: Setting) -> list[Row]:
        if field.holds is Holding.FIGURES:
            return completed(rows, self.library.indicators)
        return with_ids((self._with_usual(field, row, setting) for row in rows), setting.unit)

    def _with_usual(self, field: Field, row: Row, setting: Setting) -> Row:
        """Return a row with what is usual of its task, where it does not say otherwise."""
        usual = self.library.usual_tasks.get(str(row.get("id")))
        if usual is None:
            return row
        return usual_row(usual, [column.id for column in field.columns], setting) | row

    def _tasks(
        self, info: TemplateInfo, answers: Mapping[str, Any], setting: Setting, draft: Draft
    ) -> tuple[Task, ...]:
        if info.kind == GUIDANCE:
            assigned = assignments(parse(draft.text), self.library.task_words)
            return carried_over(draft.tasks, [task for one in assigned for task in one.tasks])
        year = answers.get("year")
        year = year if isinstance(year, int) else setting.date.year
        return tuple(
            task_of(self._whole(field, row, setting), year, info.group)
            for field in holds(info, *_OF_TASKS)
            for row in _tables(answers.get(field.id))
            if row.get("id")
        )

    def _whole(self, field: Field, row: Row, setting: Setting) -> Row:
        """Return a row with the defaults of its columns, and a label that reads as words."""
        defaults = {column.id: column.default_on(setting.date) for column in field.columns}
        told = {key: value for key, value in defaults.items() if value is not None} | row
        if not told.get("label"):
            told["label"] = label_of(self._in_words(str(told.get("wording") or "")))
        return told

    def _in_words(self, wording: str) -> str:
        """Return a task with the short names of the instruments that it cites."""
        return CITED.sub(lambda found: self._short_name(found[1]), wording)

    def _short_name(self, instrument_id: str) -> str:
        found = self.library.instruments.get(instrument_id)
        if found is None:
            return instrument_id
        return found.short_name or f"{found.type_name} số {found.symbol}"

    def _results(self, info: TemplateInfo, answers: Mapping[str, Any]) -> Iterator[TaskResult]:
        """Yield what was said of each task; one whose state is still open has no result."""
        for field in holds(info, Holding.RESULTS):
            for row in _tables(answers.get(field.id)):
                state = self._state(row.get("state"))
                if row.get("id") and state:
                    yield TaskResult(str(row["id"]), state, str(row.get("result") or "").strip())

    def _figures(self, info: TemplateInfo, answers: Mapping[str, Any]) -> Iterator[Figure]:
        for field in holds(info, Holding.FIGURES):
            if field.indicator:
                yield said_figure(field.indicator, answers.get(field.id))
            else:
                yield from figures_of(_tables(answers.get(field.id)), self.library.indicators)

    def _period(self, info: TemplateInfo, answers: Mapping[str, Any]) -> Period | None:
        typed = (str(answers.get(field.id) or "") for field in holds(info, Holding.PERIOD))
        return next((found for text in typed if (found := period_in(text))), None)

    def _state(self, said: object) -> TaskState | None:
        """Return the state that words name; the longest that they begin with."""
        words = fold(str(said or "")).casefold()
        known = (
            (len(start), state)
            for state, starts in self.library.report_words.states.items()
            for start in starts
            if words.startswith(fold(start).casefold())
        )
        return max(known, default=(0, None), key=lambda one: one[0])[1]

    def _problems(
        self, info: TemplateInfo, answers: Mapping[str, Any], period: Period | None
    ) -> Iterator[Problem]:
        for field in holds(info):
            answer = answers.get(field.id)
            is_report = any(column.id == "value" for column in field.columns)
            if field.holds is Holding.FIGURES and is_report:
                yield from unknown_rows(_tables(answer), self.library.indicators)
            if field.holds is Holding.PERIOD and answer and period is None:
                yield _unknown_period(str(answer))
            if field.holds is Holding.TASKS:
                yield from _other_budget(_tables(answer), answers.get("budget"))


def _tables(rows: object) -> list[Row]:
    listed: Iterable[object] = rows if isinstance(rows, list | tuple) else ()
    return [dict(row) for row in listed if isinstance(row, Mapping)]


def _unknown_period(typed: str) -> Problem:
    return Problem(
        Severity.WARNING,
        "chain.unknown-period",
        _("Không rõ “{typed}” là kỳ nào nên cấp trên không xếp được báo cáo vào kỳ.").format(
            typed=typed
        ),
        hint=_("Ghi như: tuần 45 năm 2026, tháng 9 năm 2026, quý III năm 2026, năm 2026."),
    )


def _other_budget(rows: list[Row], whole: object) -> Iterator[Problem]:
    total = sum(amount for row in rows if isinstance(amount := row.get("budget"), int))
    if total and isinstance(whole, int) and whole != total:
        yield Problem(
            Severity.WARNING,
            "chain.budget",
            _("Kinh phí của các nhiệm vụ cộng lại là {total} đồng, kế hoạch ghi {whole}.").format(
                total=grouped(total), whole=grouped(whole)
            ),
            hint=_("Xem lại từng khoản hoặc tổng kinh phí; phần mềm không tự sửa số liệu."),
        )
