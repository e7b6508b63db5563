"""From a template and its answers to a draft (điền mẫu)."""

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.chain_data import ChainData
from ttcs_desktop.services.completing import habits_of
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.task_rows import Setting

if TYPE_CHECKING:
    from ttcs_desktop.templating.context import Context
    from ttcs_desktop.templating.template import Template

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Filled:
    """A draft fresh from its template, with what the form still lacks."""

    draft: Draft
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Drafter:
    """Fills templates with a unit's data and a clerk's answers."""

    library: Library
    today: Callable[[], datetime.date] = datetime.date.today

    def blank(self, unit_id: str, date: datetime.date | None) -> Draft:
        """Return an empty draft of a unit."""
        return Draft(text="", unit=unit_id, date=date)

    def start(
        self,
        template_id: str,
        unit_id: str,
        date: datetime.date | None,
        answers: Mapping[str, Any] = _NONE,
    ) -> Draft:
        """Return a draft of a template with these answers, and with the form's defaults beside.

        Raises:
            TemplateError: the template is wrong.
            UnknownError: template or unit is unknown.
        """
        return self.starter(template_id, date, answers)(unit_id)

    def starter(
        self,
        template_id: str,
        date: datetime.date | None,
        answers: Mapping[str, Any] = _NONE,
    ) -> Callable[[str], Draft]:
        """Return what starts the draft of a unit, for many units one after the other.

        The template is the same for all of them, also when it is changed meanwhile.

        Raises:
            TemplateError: the template is wrong.
            UnknownError: the template is unknown.
        """
        template = self.library.templates.get(template_id)
        day = date or self.today()
        defaults = {field.id: field.default_on(day) for field in template.info.fields}
        told = {name: default for name, default in defaults.items() if default not in (None, ())}
        given = told | dict(answers)

        def start(unit_id: str) -> Draft:
            draft = Draft(text="", template=template_id, unit=unit_id, date=date)
            return self._filled(template, draft, given).draft

        return start

    def fill(self, draft: Draft, answers: Mapping[str, Any]) -> Filled:
        """Render the draft's template anew with these answers.

        What the answers say to the chain (tasks, results, figures, period) goes into the draft;
        rows come back completed, with lasting ids.

        Raises:
            TemplateError: the template is wrong, or an answer is.
        """
        return self._filled(self.library.templates.get(draft.template), draft, answers)

    def _filled(self, template: "Template", draft: Draft, answers: Mapping[str, Any]) -> Filled:
        context = self._context(draft)
        setting = _setting(draft, context)
        chain = ChainData(self.library)
        prepared = chain.prepared(template.info, answers, setting)
        rendering = template.render(prepared, context)
        filled = dataclasses.replace(
            draft,
            text=rendering.text,
            answers=prepared,
            template_version=template.info.version,
            is_edited=False,
        )
        held = chain.held(template.info, prepared, setting, filled)
        filled = dataclasses.replace(
            filled,
            tasks=held.tasks,
            results=held.results,
            figures=held.figures,
            period=held.period,
        )
        return Filled(filled, rendering.missing, (*rendering.problems, *held.problems))

    def setting(self, draft: Draft) -> Setting:
        """Return where a draft is filled: unit, day, spelling."""
        return _setting(draft, self._context(draft))

    def all(self) -> tuple[TemplateInfo, ...]:
        """Return every template at hand."""
        return self.library.templates.all()

    def _context(self, draft: Draft) -> "Context":
        from ttcs_desktop.rules.formats import with_habits
        from ttcs_desktop.templating.context import Context

        date = draft.date or self.today()
        unit = self.library.unit(draft.unit)
        period = period_on(unit, date)
        plain_format = (
            self.library.format(draft.format)
            if draft.format
            else self.library.format_for(unit.regime, date)
        )
        return Context(
            unit=unit,
            period=period,
            date=date,
            format=with_habits(plain_format, habits_of(period, draft.habits)),
            instruments=self.library.instruments,
            units=self.library.units,
        )


def _setting(draft: Draft, context: "Context") -> Setting:
    return Setting(draft.unit, context.date, context.format.spelling)
