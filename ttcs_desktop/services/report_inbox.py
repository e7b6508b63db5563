"""Reports as they come in, until they are one: read, called for, merged (hộp báo cáo)."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.report import Consolidation
from ttcs_desktop.rules.periods import due_dates
from ttcs_desktop.services.consolidated_draft import ConsolidatedDrafter
from ttcs_desktop.services.consolidating import (
    Collected,
    Consolidator,
    usual_period,
    write_workbook,
)
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library

if TYPE_CHECKING:
    from ttcs_desktop.registry.spreadsheets import Table

Progress = Callable[[int, int], object]
"""Is told files read and files in all; an exception of it stops the work."""


@dataclass(frozen=True, slots=True)
class Called:
    """Who has to report, by when; `selector` "" asks nobody in particular."""

    selector: str = ""
    due: datetime.date | None = None


@dataclass(frozen=True)
class ReportInbox:
    """Reads reports in any wrapping and brings them together."""

    library: Library

    @cached_property
    def _consolidator(self) -> Consolidator:
        return Consolidator(self.library)

    def collect(self, paths: Sequence[Path], progress: Progress) -> dict[Path, Collected]:
        """Read every report of some files, folders, archives and mails; tell them apart by path."""
        total, read = _count(paths), 0

        def tell(_name: str) -> None:
            nonlocal read
            read += 1
            progress(read, max(total, read))

        progress(0, total)
        return {path: self._consolidator.collect([path], tell) for path in paths}

    def merge(self, rounds: Iterable[Collected], called: Called) -> Consolidation:
        """Merge what was read, for the period of most of the reports.

        Raises:
            UnknownError: the selector names no unit.
        """
        kept = tuple(rounds)
        collected = Collected(
            tuple(report for one in kept for report in one.reports),
            tuple(aside for one in kept for aside in one.unreadable),
        )
        period = usual_period(collected.reports)
        asked = self._consolidator.expected(called.selector, period) if called.selector else ()
        return self._consolidator.consolidate(collected, asked, period, called.due)

    def usual_due(self, result: Consolidation, unit_id: str) -> datetime.date | None:
        """Return the last day on which the reports of a period were due, at a unit."""
        unit = self.library.units.get(unit_id)
        if unit is None or result.period is None:
            return None
        dues = due_dates(result.period, unit.regime, self.library.deadlines)
        return max((last for _rule, last, _inner in dues), default=None)

    def report(self, result: Consolidation, unit: str, date: datetime.date) -> Draft:
        """Return the draft of the consolidated report of a unit.

        Raises:
            UnknownError: no unit has that id.
        """
        return self._drafter.report(result, unit, date)

    def reminder(
        self, result: Consolidation, unit: str, date: datetime.date, due: datetime.date
    ) -> Draft:
        """Return the draft of the letter to the units that have not reported.

        Raises:
            UnknownError: no unit has that id.
        """
        return self._drafter.reminder(result, unit, date, due)

    def write(self, result: Consolidation, path: Path) -> None:
        """Write the workbook.

        Raises:
            WriteError: the file cannot be written; the old one is intact.
        """
        write_workbook(result, path)

    def tables(self, result: Consolidation) -> "tuple[Table, ...]":
        """Return what the workbook holds, sheet by sheet."""
        from ttcs_desktop.services.consolidated_tables import tables_of

        return tables_of(result)

    @cached_property
    def _drafter(self) -> ConsolidatedDrafter:
        return ConsolidatedDrafter(Drafter(self.library))


def _count(paths: Sequence[Path]) -> int:
    """Return about how many files there are to read; archives count as one until they are open."""
    return sum(
        sum(1 for one in path.rglob("*") if one.is_file()) if path.is_dir() else 1 for path in paths
    )
