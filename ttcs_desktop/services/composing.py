"""From a draft to its pages: text, meaning, format, final words."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttcs_desktop.model.document import Document, Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.model.unit import Regime, Unit, UnitPeriod
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.formats import habit_problems, with_habits
from ttcs_desktop.rules.regimes import guess_regime
from ttcs_desktop.rules.signs import review_problems
from ttcs_desktop.rules.units import period_on, problem_on
from ttcs_desktop.services.completing import complete, habits_of
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.outline import TextSection, sections

if TYPE_CHECKING:
    from ttcs_desktop.writers.pdf import Place


@dataclass(frozen=True, slots=True)
class Composition:
    """A draft carried through to its final words."""

    draft: Draft
    document: Document
    format: FormatProfile
    sheet: Sheet
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PagePreview:
    """The pages of a draft as PDF, where each line of its text stands on them, headings, marks."""

    pdf: bytes
    places: "tuple[Place, ...]"
    problems: tuple[Problem, ...]
    sections: tuple[TextSection, ...]
    marks: Marks


@dataclass(frozen=True)
class Composer:
    """Turns drafts into final words and pages."""

    library: Library
    today: Callable[[], datetime.date] = datetime.date.today

    def compose(self, draft: Draft) -> Composition:
        """Carry a draft through to its final words (soạn thành văn bản).

        Raises:
            UnknownError: the draft names a unit or format that we do not know.
        """
        date = draft.date or self.today()
        unit = self.library.unit(draft.unit) if draft.unit else None
        period = period_on(unit, date) if unit else None
        habits = habits_of(period, draft.habits)
        plain_format = self._format(draft, unit, date)
        format_in_use = with_habits(plain_format, habits)
        document = complete(parse(draft.text), draft, unit, period, self.today())
        sheet = arrange(document, format_in_use, self.library.instruments)
        problems = (
            *document.problems,
            *habit_problems(plain_format, habits),
            *_unit_problems(unit, date),
            *review_problems(draft.text),
            *sheet.problems,
        )
        return Composition(draft, document, format_in_use, sheet, _in_reading_order(problems))

    def preview(self, draft: Draft) -> PagePreview:
        """Return the pages of a draft as they will be printed."""
        from ttcs_desktop.writers.pdf import preview

        composition = self.compose(draft)
        pages = preview(composition.sheet, composition.format)
        outline = sections(composition.document, draft.text.count("\n") + 1)
        marks = composition.document.marks
        return PagePreview(pages.pdf, pages.places, composition.problems, outline, marks)

    def period(self, unit: Unit, date: datetime.date | None) -> UnitPeriod:
        """Return what a unit is called on a document's date."""
        return period_on(unit, date or self.today())

    def _format(self, draft: Draft, unit: Unit | None, date: datetime.date) -> FormatProfile:
        if draft.format:
            return self.library.format(draft.format)
        regime: Regime = unit.regime if unit else guess_regime(draft.text)
        return self.library.format_for(regime, date)


def _unit_problems(unit: Unit | None, date: datetime.date) -> tuple[Problem, ...]:
    problem = problem_on(unit, date) if unit else None
    return (problem,) if problem else ()


def _in_reading_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.line))
