"""From a template and its answers to a draft (điền mẫu)."""

import dataclasses
import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.template import TemplateInfo
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.completing import habits_of
from ttcs_desktop.services.library import Library

if TYPE_CHECKING:
    from ttcs_desktop.templating.context import Context


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

    def start(self, template_id: str, unit_id: str, date: datetime.date | None) -> Draft:
        """Return a draft of a template with the form's defaults.

        Raises:
            TemplateError: the template is wrong.
            UnknownError: template or unit is unknown.
        """
        info = self.library.templates.get(template_id).info
        answers = {item.id: item.default for item in info.fields if item.default is not None}
        draft = Draft(text="", template=template_id, answers=answers, unit=unit_id, date=date)
        return self.fill(draft, answers).draft

    def fill(self, draft: Draft, answers: Mapping[str, Any]) -> Filled:
        """Render the draft's template anew with these answers.

        Raises:
            TemplateError: the template is wrong, or an answer is.
        """
        template = self.library.templates.get(draft.template)
        rendering = template.render(answers, self._context(draft))
        filled = dataclasses.replace(
            draft,
            text=rendering.text,
            answers=dict(answers),
            template_version=template.info.version,
            is_edited=False,
        )
        return Filled(filled, rendering.missing, rendering.problems)

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
