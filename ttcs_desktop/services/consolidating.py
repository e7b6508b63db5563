"""Many reports in, one out (tổng hợp báo cáo): collecting, calling, merging."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ttcs_desktop.errors import SourceError
from ttcs_desktop.model.period import Period
from ttcs_desktop.model.report import Consolidation, Expected, SetAside, UnitReport
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.registry.spreadsheets import as_xlsx
from ttcs_desktop.rules.consolidation import Call, consolidate
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.consolidated_tables import tables_of
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.incoming import incoming
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.reporting import ReportReader

Report = Callable[[str], None]
"""Is told each file's name before it is read; an exception of it stops the work."""

AREAS = {"xa": "Xã, phường, đặc khu", "tinh": "Cấp tỉnh", "huyen": "Cấp huyện"}


@dataclass(frozen=True, slots=True)
class Collected:
    """The reports that could be read, and the files that could not, with the reason."""

    reports: tuple[UnitReport, ...]
    unreadable: tuple[SetAside, ...]


@dataclass(frozen=True)
class Consolidator:
    """Merges the reports of many units."""

    library: Library

    @cached_property
    def reader(self) -> ReportReader:
        """What reads the reports; it knows every unit's letterhead."""
        return ReportReader(self.library)

    def collect(self, paths: Iterable[Path], report: Report | None = None) -> Collected:
        """Read every report of some files, folders, archives and mails."""
        reports: list[UnitReport] = []
        unreadable: list[SetAside] = []
        for one in incoming(paths):
            if report:
                report(one.name)
            if one.fault:
                unreadable.append(SetAside(one.name, one.fault))
                continue
            try:
                reports.append(self.reader.read(one.data, one.name))
            except SourceError as error:
                unreadable.append(SetAside(one.name, f"{error.what} {error.remedy}".strip()))
        return Collected(tuple(reports), tuple(unreadable))

    def expected(self, selector: str, period: Period | None) -> tuple[Expected, ...]:
        """Return the units that have to report for a period, by the names they bear at its end.

        Raises:
            UnknownError: the selector names no unit.
        """
        units = self.library.units.select(selector)
        asked = (self._expected(unit, period) for unit in units)
        return tuple(one for one in asked if one is not None)

    def consolidate(
        self,
        collected: Collected,
        expected: tuple[Expected, ...] = (),
        period: Period | None = None,
        due: datetime.date | None = None,
    ) -> Consolidation:
        """Merge what was collected; without a period, that of most of the reports."""
        call = Call(
            expected, self.library.indicators, period or usual_period(collected.reports), due
        )
        return consolidate(collected.reports, call, collected.unreadable)

    def consolidate_files(
        self, paths: Iterable[Path], selector: str = "", due: datetime.date | None = None
    ) -> Consolidation:
        """Collect and merge in one go, for the period of most of the reports.

        Raises:
            UnknownError: the selector names no unit.
        """
        collected = self.collect(paths)
        period = usual_period(collected.reports)
        asked = self.expected(selector, period) if selector else ()
        return self.consolidate(collected, asked, period, due)

    def _expected(self, unit: Unit, period: Period | None) -> Expected | None:
        area = AREAS.get(unit.level, "")
        if period is None:
            return Expected(unit.id, unit.periods[-1].name, area)
        there = [
            one
            for one in unit.periods
            if (one.valid_from is None or one.valid_from <= period.end)
            and (one.valid_to is None or one.valid_to >= period.start)
        ]
        if not there:
            return None
        start, end = there[0].valid_from, there[-1].valid_to
        began = start if start and start > period.start else None
        ended = end if end and end < period.end else None
        return Expected(
            unit.id,
            period_on(unit, period.end).name,
            area,
            (began, ended) if began or ended else None,
            unit.successors if ended else (),
        )


def write_workbook(consolidation: Consolidation, path: Path) -> None:
    """Write a consolidation as .xlsx.

    Raises:
        WriteError: the file cannot be written; the old one is intact.
    """
    write_atomically(path, as_xlsx(tables_of(consolidation)))


def usual_period(reports: Iterable[UnitReport]) -> Period | None:
    """Return the period of most of the reports, None when none tells its period."""
    counts: dict[Period, int] = {}
    for report in reports:
        if report.period:
            counts[report.period] = counts.get(report.period, 0) + 1
    return max(counts, key=lambda period: counts[period]) if counts else None
