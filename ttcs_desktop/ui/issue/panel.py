"""The last step of a draft: number, date, folder, what is still missing (thẻ ban hành)."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gate import GatePlace, GatePoint
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.issue.gate_list import GateList
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.issuance import Issued, Prospect, Wanted

SOON = 700
"""Milliseconds after the last change until the gate looks again."""


class IssuePanel(QWidget):
    """Looks as one writes whether a draft may be issued, and issues it at the clerk's word."""

    line_wanted = Signal(int)
    field_wanted = Signal(str)
    place_wanted = Signal(object)
    """A field beside the text is wanted: unit, format, draft mark."""
    issued = Signal(object)
    """The draft was issued: number, files, line in the register."""

    def __init__(self, office: Office, draft: Callable[[], Draft]) -> None:
        super().__init__()
        self._office = office
        self._draft = draft
        self._looking = Latest(office.background)
        self._key = ""
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.number, self.date = QLineEdit(), DateBox()
        self.folder = QLineEdit()
        self.choose = QPushButton(_("Chọn…"))
        self.told, self.detail, self.file = QLabel(), QLabel(), QLabel()
        self.gate = GateList()
        self.issue_button = QPushButton(_("Ban hành"))
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.look)
        self._lay_out()
        self._listen()

    def begin(self, draft: Draft, path: Path | None) -> None:
        """Take up another draft, from its file."""
        self._key = f"draft:{uuid4().hex}"
        self.number.setText(draft.number)
        self.date.set_date(draft.date or _today())
        home = path.parent if path is not None else self.asker.home()
        self.folder.setText(str(home))
        self._forbid(_("Chưa rà soát."))
        self.follow()

    def follow(self) -> None:
        """Look again soon, when anybody sees it: the draft has changed."""
        if self.isVisible():
            self._soon.start()

    def look(self) -> None:
        """Look whether the draft may be issued."""
        self._soon.stop()
        draft, wanted, issuance = self._draft(), self._wanted(), self._office.workbench.issuance
        self._looking.submit(
            lambda: issuance.prospect(draft, wanted), self._show, self._show_refusal
        )

    def issue(self) -> None:
        """Issue the draft."""
        draft, wanted, issuance = self._draft(), self._wanted(), self._office.workbench.issuance
        self.issue_button.setEnabled(False)

        def well(issued: "Issued") -> None:
            self._office.messages.withdraw("error")
            self.issued.emit(issued)

        def refuse(error: Exception) -> None:
            self._office.messages.tell(error)
            self.look()

        self._office.background.run_long(
            _("Đang ban hành"), lambda _progress: issuance.issue(draft, wanted), well, refuse
        )

    def _wanted(self) -> "Wanted":
        from ttcs_desktop.services.issuance import Wanted

        folder = Path(self.folder.text().strip() or self.asker.home())
        date = self.date.date() or _today()
        return Wanted(date, folder, self.number.text().strip(), self._key)

    def _show(self, prospect: "Prospect") -> None:
        self.gate.show_gate(prospect.gate)
        self.number.setPlaceholderText(prospect.number)
        may = prospect.gate.may_issue
        told = _("Sẽ ban hành số {number}.") if may else _("Chưa ban hành được; xem các dòng dưới.")
        self.told.setText(told.format(number=prospect.number))
        self.file.setText(_("Tệp: {name}.docx và .pdf").format(name=prospect.file_name))
        self.issue_button.setEnabled(may)

    def _show_refusal(self, error: Exception) -> None:
        words = f"{error.what} {error.remedy}".strip() if isinstance(error, UserError) else ""
        self._forbid(words or _("Không rà soát được văn bản này."))
        if not isinstance(error, UserError):
            self._office.messages.tell(error)

    def _forbid(self, words: str) -> None:
        self.told.setText(words)
        self.file.clear()
        self.gate.clear()
        self.issue_button.setEnabled(False)

    def _lead(self, point: GatePoint) -> None:
        if point.problem.line:
            self.line_wanted.emit(point.problem.line)
        elif point.field:
            self.field_wanted.emit(point.field)
        else:
            self._lead_to(point.place)

    def _lead_to(self, place: GatePlace) -> None:
        """Go to the place of what stands on no line and in no field."""
        if place is GatePlace.NUMBER:
            self.number.setFocus()
        elif place is GatePlace.DATE:
            self.date.setFocus()
        elif place in (GatePlace.HEAD, GatePlace.END):
            lines = self._draft().text.rstrip().count("\n") + 1
            self.line_wanted.emit(1 if place is GatePlace.HEAD else lines)
        else:
            self.place_wanted.emit(place)

    def _choose_folder(self) -> None:
        folder = self.asker.folder(_("Thư mục lưu văn bản ban hành"))
        if folder is not None:
            self.folder.setText(str(folder))
            self.look()

    def _listen(self) -> None:
        self.gate.wanted.connect(self._lead)
        self.gate.told.connect(self.detail.setText)
        self.number.textEdited.connect(lambda _text: self.follow())
        self.folder.textEdited.connect(lambda _text: self.follow())
        self.date.chosen.connect(self.follow)
        self.choose.clicked.connect(self._choose_folder)
        self.issue_button.clicked.connect(self.issue)

    def _lay_out(self) -> None:
        self.issue_button.setObjectName("primary")
        self.number.setToolTip(_("Để trống thì lấy số tiếp theo."))
        self.told.setObjectName("heading")
        self.file.setObjectName("quiet")
        self.detail.setObjectName("help")
        for label in (self.told, self.detail, self.file):
            label.setWordWrap(True)
        place = QHBoxLayout()
        place.setSpacing(TIGHT)
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        self.choose.setAccessibleName(_("Chọn thư mục"))
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, GAP, EDGE, GAP)
        column.setSpacing(TIGHT)
        rows = (
            (_("Số văn bản"), self.number),
            (_("Ngày ban hành"), self.date),
            (_("Thư mục"), self.folder),
        )
        for title, widget in rows:
            label = QLabel(title)
            label.setBuddy(widget)
            widget.setAccessibleName(title)
            column.addWidget(label)
            if widget is self.folder:
                column.addLayout(place)
            else:
                column.addWidget(widget)
        column.addSpacing(TIGHT)
        column.addWidget(self.told)
        column.addWidget(self.gate, 1)
        column.addWidget(self.detail)
        column.addWidget(self.file)
        column.addWidget(self.issue_button)

    def showEvent(self, event: QShowEvent) -> None:
        """Look when the clerk turns to it."""
        super().showEvent(event)
        self.look()


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
