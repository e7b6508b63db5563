"""One template, many units (soạn hàng loạt): a file for each, whole or not at all."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ttcs_desktop.errors import TemplateError, UnknownError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.exporting import export_docx, export_pdf
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.naming import suggested_name
from ttcs_desktop.services.settings import load_settings

Prepare = Callable[[Unit], Draft]
"""Makes the draft of one unit."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one unit's file.

    Attributes:
        path: the .docx; None when it could not be made, and `fault` says why.
        was_there: an earlier run had made it; it was left as it was.
        problems: what to look at again in it.
    """

    unit: str
    name: str
    path: Path | None = None
    was_there: bool = False
    fault: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Batch:
    """Makes one document for each of many units."""

    library: Library

    def from_template(
        self,
        template: str,
        selector: str,
        answers: Mapping[str, Any],
        date: datetime.date | None = None,
    ) -> tuple[tuple[Unit, ...], Prepare]:
        """Return the units that a selector names, and what makes each one's draft.

        Raises:
            UnknownError: the selector or the template is unknown.
            TemplateError: the template is wrong.
        """
        start = Drafter(self.library).starter(template, date, answers)
        units = self.library.units.select(selector, on=date)
        return units, lambda unit: start(unit.id)

    def write(
        self,
        units: tuple[Unit, ...],
        prepare: Prepare,
        folder: Path,
        *,
        has_pdf: bool = False,
        is_resumed: bool = False,
    ) -> Iterator[Made]:
        """Write each unit's file and tell what became of it; stopping between two loses nothing.

        `is_resumed` leaves what an earlier run has made.

        Raises:
            WriteError: the folder cannot be written; what is there is whole.
        """
        composer = Composer(self.library)
        pattern = load_settings().name_pattern
        taken: set[str] = set()
        symbols = Counter(unit.periods[-1].symbol for unit in units)
        for unit in units:
            try:
                composition = composer.compose(prepare(unit))
            except (TemplateError, UnknownError) as error:
                yield Made(unit.id, unit.periods[-1].name, fault=str(error))
                continue
            name = suggested_name(composition, pattern)
            if symbols[unit.periods[-1].symbol] > 1 or name in taken:
                name = f"{name}-{unit.id}"
            taken.add(name)
            path, pdf = folder / f"{name}.docx", folder / f"{name}.pdf"
            is_there = is_resumed and path.exists() and (pdf.exists() or not has_pdf)
            if not is_there:
                if has_pdf:
                    export_pdf(composition, pdf)
                export_docx(composition, path)
            issuer = composition.document.issuer.name
            yield Made(unit.id, issuer, path, is_there, problems=composition.problems)


def summary(made: tuple[Made, ...]) -> dict[str, int]:
    """Count what became of the files: made, already there, with points to look at, failed."""
    return {
        "made": sum(one.path is not None and not one.was_there for one in made),
        "was_there": sum(one.was_there for one in made),
        "to_look_at": sum(_weighs(one) for one in made),
        "failed": sum(one.path is None for one in made),
    }


def _weighs(one: Made) -> bool:
    return any(problem.severity is not Severity.NOTE for problem in one.problems)
