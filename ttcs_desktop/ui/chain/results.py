"""What reports come to together, table by table (kết quả tổng hợp)."""

import datetime
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtWidgets import QTabWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.report import Consolidation, SetAside
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

Row = tuple[Any, ...]
FIGURE = 15
"""Letters of a column of figures."""
WIDE = 34
"""Letters; longer words take the room that is left."""


class Sheet(Protocol):
    """A sheet of the workbook."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def headings(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def rows(self) -> Sequence[Row]: ...  # noqa: D102


class Results(QTabWidget):
    """One tab for each sheet of the workbook; then what was set aside, and what to look at."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(_("Kết quả tổng hợp"))
        self.tables: dict[str, RowTable[Any]] = {}

    def show_result(self, result: Consolidation, sheets: Sequence[Sheet]) -> None:
        """Show a consolidation; the tab that showed stays in front."""
        before = self.tabText(self.currentIndex()).split(" (")[0] if self.count() else ""
        self.clear_results()
        for sheet in sheets[:-1]:
            self._add(sheet.name, _sheet_columns(sheet), sheet.rows)
        self._add(_("Để riêng"), _aside_columns(), result.set_aside)
        self._add(_("Cần rà soát"), _problem_columns(), result.problems)
        names = list(self.tables)
        self.setCurrentIndex(names.index(before) if before in names else 0)

    def table(self, name: str) -> RowTable[Any]:
        """Return a table by its tab."""
        return self.tables[name]

    def _add(self, name: str, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> None:
        table = RowTable[Any](
            name,
            columns,
            self._office.background,
            self._office.workbench.search_key,
            empty=_("Không có gì ở đây."),
        )
        table.show_rows(rows)
        self.tables[name] = table
        self.addTab(table, f"{name} ({len(rows)})" if rows else name)

    def clear_results(self) -> None:
        """Show nothing."""
        for table in self.tables.values():
            self.removeTab(self.indexOf(table))
            table.deleteLater()
        self.tables = {}


def _sheet_columns(sheet: Sheet) -> tuple[Column[Row], ...]:
    """Return columns as wide as what they hold: figures narrow, the first words wide."""
    return tuple(
        _sheet_column(heading, at, [row[at] for row in sheet.rows if at < len(row)])
        for at, heading in enumerate(sheet.headings)
    )


def _sheet_column(heading: str, at: int, cells: Sequence[Any]) -> Column[Row]:
    told = [cell for cell in cells if cell not in (None, "")]
    is_number = bool(told) and all(isinstance(cell, int | float) for cell in told)
    longest = max((len(_said(cell)) for cell in told), default=0)
    letters = 0 if longest > WIDE else max(longest + 2, min(len(heading), FIGURE))
    return Column(
        heading,
        lambda row: _said(row[at]) if at < len(row) else "",
        letters,
        order=(lambda row: _figure(row[at])) if is_number else None,
        is_number=is_number,
    )


def _said(cell: Any) -> str:  # noqa: ANN401  a cell of any kind
    if cell is None:
        return ""
    if isinstance(cell, datetime.date):
        return short_date(cell)
    return grouped(cell) if isinstance(cell, int | float) else str(cell)


def _figure(cell: Any) -> float:  # noqa: ANN401  a cell of any kind
    return float(cell) if isinstance(cell, int | float) else float("-inf")


def _aside_columns() -> tuple[Column[SetAside], ...]:
    return (
        Column(_("Tệp"), lambda one: one.file, sign=lambda _one: ("warning", "warning")),
        Column(_("Vì sao không đưa vào"), lambda one: one.reason),
    )


def _problem_columns() -> tuple[Column[Problem], ...]:
    return (
        Column(
            _("Điều cần rà soát"),
            lambda one: one.message,
            sign=lambda one: (one.severity, one.severity),
        ),
        Column(_("Việc cần làm"), lambda one: one.hint, tone=lambda _one: "muted"),
    )
