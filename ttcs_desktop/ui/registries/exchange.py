"""A table that came in as a file: what it would change, what is wrong with it (nhập bảng)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.registries.keeper import Keeper
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.tables.differences import DifferenceView
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.registries import Incoming

TABLES = (".xlsx", ".csv")


class Preview(QWidget):
    """Shows what a file brings before it is taken in; wrong cells stand above and stop it."""

    done = Signal()
    """The file was taken in, or put away."""

    def __init__(self, office: Office, keeper: Keeper) -> None:
        super().__init__()
        self._office = office
        self._keeper = keeper
        self._incoming: Incoming | None = None
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self.faults = RowTable[Problem](
            _("Chỗ sai trong bảng"),
            (
                Column(_("Chỗ sai"), lambda one: one.message, sign=_sign),
                Column(_("Nên làm"), lambda one: one.hint, 34),
            ),
            office.background,
            office.workbench.search_key,
        )
        self.differences = DifferenceView(office)
        self.take = QPushButton(_("Nhập vào danh mục"))
        self.take.setObjectName("primary")
        self.take.clicked.connect(self._take_in)
        away = QPushButton(_("Không nhập"))
        away.clicked.connect(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._title)
        column.addWidget(self.faults, 1)
        column.addWidget(self.differences, 2)
        column.addLayout(Flow((self.take, away)))

    def read(self, path: Path) -> None:
        """Read a file and show what it brings."""
        registries = self._office.workbench.registries
        self._office.background.run_long(
            _("Đang đọc {name}").format(name=path.name),
            lambda _progress: registries.read(path),
            lambda incoming: self._show(path, incoming),
            self._refuse,
        )

    def _show(self, path: Path, incoming: "Incoming") -> None:
        self._incoming = incoming
        wrong = sum(one.severity is Severity.ERROR for one in incoming.problems)
        told = (
            _("{name}: còn {wrong} chỗ sai nên chưa nhập được; sửa trong tệp rồi nhập lại.")
            if wrong
            else _("{name}: {count} chỗ sẽ thay đổi; chưa có gì được ghi.")
        )
        count = len(incoming.differences)
        self._title.setText(told.format(name=path.name, wrong=wrong, count=count))
        self.faults.setVisible(bool(incoming.problems))
        self.faults.show_rows(incoming.problems)
        self.differences.show_differences(incoming.differences)
        self.take.setEnabled(incoming.is_sound and bool(incoming.differences))
        self.setFocus()

    def _take_in(self) -> None:
        if self._incoming is not None:
            self._keeper.take_in(self._incoming, self.done.emit)

    def _refuse(self, error: Exception) -> None:
        self._office.messages.tell(error)
        self.done.emit()


def _sign(problem: Problem) -> tuple[str, str]:
    return problem.severity, problem.severity
