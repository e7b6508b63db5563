"""Making a template of a document: the clerk says what changes (tạo mẫu từ văn bản)."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gap import GapKind
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.template_making import Proposal
    from ttcs_desktop.services.template_text import Blank

SHORTEST = 60
"""Letters of a gap that show; a whole section is longer."""
WORDS, LABEL, KIND = range(3)
_BY_ITSELF = (GapKind.UNIT,)
"""What a template fills by itself, without asking."""


class TemplateMaker(QWidget):
    """Shows what may change in a document; what is ticked becomes a field of the form."""

    made = Signal(object)
    """The template that was made."""
    left = Signal()
    """The clerk wants none."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._proposal: Proposal | None = None
        self._blanks: list[Blank] = []
        self.title = QLineEdit()
        self.table = QTableWidget(0, 3)
        self.words = QLineEdit()
        self.add = QPushButton(_("Thêm chỗ trống"))
        self.make = QPushButton(_("Tạo mẫu"))
        self.leave = QPushButton(_("Thôi"))
        self._lay_out()
        self.words.returnPressed.connect(self.add_words)
        self.add.clicked.connect(self.add_words)
        self.make.clicked.connect(self.make_template)
        self.leave.clicked.connect(self.left)

    def begin(self, draft: Draft) -> None:
        """Propose a template of a draft."""
        making = self._office.workbench.template_making
        unit = self._office.workbench.settings().unit
        self._office.background.run(
            lambda: making.propose(draft, unit), self._show, self._office.messages.tell
        )

    def add_words(self) -> None:
        """Make the words that were typed a gap too."""
        words = self.words.text().strip()
        if self._proposal is None or not words:
            return
        try:
            blank = self._office.workbench.template_making.blank(self._proposal, words)
        except UserError as error:
            self._office.messages.tell(error)
            return
        self._blanks.append(blank)
        self._add_row(blank)
        self.table.scrollToBottom()
        self.words.clear()

    def make_template(self) -> None:
        """Write the template."""
        proposal, title, blanks = self._proposal, self.title.text(), self.blanks()
        if proposal is None:
            return
        making = self._office.workbench.template_making
        self._office.background.run_long(
            _("Đang tạo mẫu"),
            lambda _progress: making.make(proposal, title, blanks),
            self.made.emit,
            self._office.messages.tell,
        )

    def blanks(self) -> "tuple[Blank, ...]":
        """Return the gaps as the clerk wants them."""
        cells = self.table.model()
        ticked = Qt.CheckState.Checked.value
        return tuple(
            dataclasses.replace(
                blank,
                label=cells.index(row, LABEL).data().strip() or blank.label,
                is_chosen=cells.index(row, WORDS).data(Qt.ItemDataRole.CheckStateRole) == ticked,
            )
            for row, blank in enumerate(self._blanks)
        )

    def _show(self, proposal: "Proposal") -> None:
        self._proposal = proposal
        self._blanks = list(proposal.blanks)
        self.title.setText(proposal.title)
        self.title.setCursorPosition(0)
        self.table.setRowCount(0)
        for blank in self._blanks:
            self._add_row(blank)
        self.title.setFocus()

    def _add_row(self, blank: "Blank") -> None:
        row, gap = self.table.rowCount(), blank.gap
        self.table.insertRow(row)
        said = " ".join(gap.words.split())
        shown = said if len(said) <= SHORTEST else f"{said[:SHORTEST]}…"
        words = QTableWidgetItem(f"{shown} (×{gap.count})" if gap.count > 1 else shown)
        words.setFlags(Qt.ItemFlag.ItemIsUserCheckable | _READ)
        words.setCheckState(Qt.CheckState.Checked if blank.is_chosen else Qt.CheckState.Unchecked)
        words.setToolTip(f"{gap.around}\n{gap.words}".strip())
        label = QTableWidgetItem(blank.label)
        label.setFlags(_READ if gap.kind in _BY_ITSELF else _READ | Qt.ItemFlag.ItemIsEditable)
        kind = QTableWidgetItem(kind_word(gap.kind))
        kind.setFlags(_READ)
        for column, item in enumerate((words, label, kind)):
            self.table.setItem(row, column, item)

    def _lay_out(self) -> None:
        self.title.setAccessibleName(_("Tên mẫu"))
        self.table.setAccessibleName(_("Những chỗ thay đổi từ văn bản này sang văn bản khác"))
        self.table.setHorizontalHeaderLabels([_("Chỗ thay đổi"), _("Tên ô"), _("Kiểu")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        across = self.table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(KIND, QHeaderView.ResizeMode.ResizeToContents)
        self.words.setAccessibleName(_("Chữ sẽ thay đổi"))
        self.words.setPlaceholderText(_("Chép những chữ khác sẽ thay đổi vào đây"))
        told = QLabel(_("Chỗ được đánh dấu thành ô để điền; phần còn lại giữ nguyên trong mẫu."))
        told.setObjectName("quiet")
        told.setWordWrap(True)
        self.make.setDefault(True)
        more = QHBoxLayout()
        more.setSpacing(GAP)
        more.addWidget(self.words, 1)
        more.addWidget(self.add)
        name = QLabel(_("Tên mẫu"))
        name.setBuddy(self.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(name)
        column.addWidget(self.title)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(more)
        column.addLayout(Flow((self.make, self.leave)))


_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def kind_word(kind: GapKind) -> str:
    """Return what a gap holds, in a clerk's word."""
    words = {
        GapKind.UNIT: _("đơn vị, tự điền"),
        GapKind.SIGNER: _("người ký"),
        GapKind.YEAR: _("năm"),
        GapKind.PERIOD: _("kỳ"),
        GapKind.DATE: _("ngày"),
        GapKind.MONEY: _("số tiền"),
        GapKind.SECTION: _("nội dung mục"),
    }
    return words.get(kind, _("chữ"))
