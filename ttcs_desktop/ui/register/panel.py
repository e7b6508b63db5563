"""What is asked before a number is kept, given or cancelled (ngăn cấp số)."""

import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.register import Entry
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.form.panel import FormPanel
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.model.template import Form
    from ttcs_desktop.services.number_forms import Act

WIDTH = 340


class NumberPanel(QWidget):
    """Asks for one act in the register at a time, and carries it out."""

    done = Signal(object, object)
    """An act was carried out: the act, and the line that came of it."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._peeking = Latest(office.background)
        self._act: Act | None = None
        self._unit = ""
        self._entry: Entry | None = None
        self.title, self.next = QLabel(), QLabel()
        self.panel = FormPanel(office.workbench)
        self.do, self.leave = QPushButton(_("Cấp số")), QPushButton(_("Thôi"))
        self._lay_out()
        self.panel.changed.connect(self._peek)
        self.do.clicked.connect(self.carry_out)
        self.leave.clicked.connect(self.hide)
        closing = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        closing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        closing.activated.connect(self.hide)
        self.hide()

    def ask(self, act: "Act", unit: str, entry: Entry | None) -> None:
        """Ask what is needed for an act, for a unit, on a line that is there or on none."""
        from ttcs_desktop.services.number_forms import act_word, answers_of, form_of

        library, today = self._office.workbench.library, _today()
        given = answers_of(entry) if entry else {}

        def show(form: "Form") -> None:
            self._act, self._unit, self._entry = act, unit, entry
            number = f" {entry.number_and_symbol}" if entry else ""
            self.title.setText(f"{act_word(act)}{number}")
            self.do.setText(act_word(act))
            self.panel.ask(form)
            usual: dict[str, Any] = {"date": today.isoformat()}
            usual |= {one.id: one.default for one in form.fields if one.default is not None}
            self.panel.show_answers(usual | given)
            self.show()
            self._peek()
            self.panel.focusNextChild()

        self._office.background.run(
            lambda: form_of(library, act, unit, today), show, self._office.messages.tell
        )

    def carry_out(self) -> None:
        """Do what was asked."""
        from ttcs_desktop.services.number_forms import carry_out

        act, unit, entry, answers = self._act, self._unit, self._entry, self.panel.answers()
        if act is None or self._refuse_faults():
            return
        numbers = self._office.workbench.numbers

        def well(line: Entry) -> None:
            self.hide()
            self._office.messages.withdraw("error")
            self.done.emit(act, line)

        self._office.background.run(
            lambda: carry_out(numbers, act, unit, answers, entry),
            well,
            self._office.messages.tell,
        )

    def _refuse_faults(self) -> bool:
        faults = self.panel.faults()
        if faults:
            self._office.messages.tell(UserError(next(iter(faults.values()))))
        return bool(faults)

    def _peek(self) -> None:
        """Show the number that comes next for what is typed."""
        from ttcs_desktop.services.number_forms import Act, outgoing_from

        self.next.setVisible(self._act in (Act.RESERVE, Act.ISSUE))
        if self.next.isHidden():
            return
        unit, answers, numbers = self._unit, self.panel.answers(), self._office.workbench.numbers

        def work() -> str:
            try:
                return numbers.next_number(outgoing_from(unit, answers))
            except UserError:
                return ""

        self._peeking.submit(work, self._show_next, self._office.messages.tell)

    def _show_next(self, number: str) -> None:
        told = _("Số tiếp theo: {number}").format(number=number)
        self.next.setText(told if number else _("Chọn tên loại để xem số tiếp theo."))

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        self.title.setObjectName("name")
        self.title.setWordWrap(True)
        self.next.setObjectName("quiet")
        self.next.setWordWrap(True)
        self.do.setObjectName("primary")
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(GAP)
        row.addWidget(self.do)
        row.addWidget(self.leave)
        row.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(TIGHT)
        head.addWidget(self.title)
        head.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, EDGE, 0, GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.panel, 1)
        column.addLayout(row)


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
