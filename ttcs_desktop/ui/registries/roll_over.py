"""A roll-over, step by step: what, whom, how, and what it would change (chuyển kỳ)."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.form.panel import FormPanel
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.registries.keeper import Keeper
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.start.card import Card
from ttcs_desktop.ui.tables.differences import DifferenceView

if TYPE_CHECKING:
    from ttcs_desktop.model.template import Form
    from ttcs_desktop.services.roll_over_forms import Change, RollOverForms
    from ttcs_desktop.services.rolling_over import Plan

KIND, WHOM, DETAILS, PLAN = range(4)
WIDEST = 900


class RollOverSteps(QWidget):
    """Asks one thing after the other; nothing is written before the plan was seen."""

    def __init__(self, office: Office, keeper: Keeper) -> None:
        super().__init__()
        self._office = office
        self._keeper = keeper
        self._change: Change | None = None
        self._plan: Plan | None = None
        self.cards: dict[str, Card] = {}
        self.whom = FormPanel(office.workbench, is_wide=True)
        self.details = FormPanel(office.workbench, is_wide=True)
        self.differences = DifferenceView(office)
        self.title, self.notes = QLabel(), QLabel()
        self.back = QPushButton(_("Quay lại"))
        self.on = QPushButton(_("Tiếp tục"))
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(self.go_on)
        self.steps = QStackedWidget()
        self._lay_out()
        self._turn_to(KIND)

    def begin(self, change: "Change") -> None:
        """Begin with what changes."""
        self._change = change
        self.whom.ask(self._forms().whom(change))
        self.whom.show_answers({})
        self._turn_to(WHOM)
        self.whom.focusNextChild()

    def go_on(self) -> None:
        """Go to the next step; the last one carries the plan out."""
        step = self.steps.currentIndex()
        if step == WHOM:
            self._ask_details()
        elif step == DETAILS:
            self._show_plan()
        elif step == PLAN and self._plan is not None:
            self._keeper.roll_over(self._plan, lambda: self._turn_to(KIND))

    def go_back(self) -> None:
        """Go to the step before."""
        self._turn_to(max(KIND, self.steps.currentIndex() - 1))

    def answers(self) -> dict[str, Any]:
        """Return what is answered so far."""
        return self.whom.answers() | self.details.answers()

    def _forms(self) -> "RollOverForms":
        from ttcs_desktop.services.roll_over_forms import RollOverForms

        return RollOverForms(self._office.workbench.library)

    def _ask_details(self) -> None:
        change, answers, forms = self._change, self.whom.answers(), self._forms()
        if change is None:
            return

        def show(form: "Form") -> None:
            self._office.messages.withdraw("error")
            self.details.ask(form)
            given = {one.id: one.default for one in form.fields if one.default is not None}
            self.details.show_answers(given)
            self._turn_to(DETAILS)
            self.details.focusNextChild()

        self._office.background.run(
            lambda: forms.details(change, answers), show, self._office.messages.tell
        )

    def _show_plan(self) -> None:
        change, answers, forms = self._change, self.answers(), self._forms()
        if change is None:
            return

        def show(plan: "Plan") -> None:
            self._office.messages.withdraw("error")
            self._plan = plan
            self.title.setText(plan.title)
            lines = (*plan.restarts, *plan.notes)
            self.notes.setText("\n".join(f"• {line}" for line in lines))
            self.notes.setVisible(bool(lines))
            self.differences.show_differences(plan.differences)
            self._turn_to(PLAN)
            self.on.setFocus()

        self._office.background.run(
            lambda: forms.plan(change, answers), show, self._office.messages.tell
        )

    def _turn_to(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.back.setVisible(step != KIND)
        self.on.setVisible(step != KIND)
        self.on.setText(_("Thực hiện") if step == PLAN else _("Tiếp tục"))

    def _lay_out(self) -> None:
        self.on.setObjectName("primary")
        self.notes.setWordWrap(True)
        self.title.setWordWrap(True)
        self.steps.addWidget(self._kinds())
        told = _("Bước 1 trong 3: đơn vị nào, từ ngày nào?")
        self.steps.addWidget(_step(QLabel(told), self.whom))
        told = _("Bước 2 trong 3: thay đổi thế nào?")
        self.steps.addWidget(_step(QLabel(told), self.details))
        self.steps.addWidget(_step(self.title, self.differences, self.notes))
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, GAP, EDGE, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.on)
        row.addWidget(self.back)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.steps, 1)
        column.addLayout(row)

    def _kinds(self) -> QWidget:
        from ttcs_desktop.services.roll_over_forms import Change, change_words

        pictures = {
            Change.NEW_SIGNER: "write",
            Change.NEW_TERM: "calendar",
            Change.RENAME: "page-break",
            Change.MERGE: "chain",
            Change.SPLIT: "registry",
        }
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        told = QLabel(_("Điều gì thay đổi? Xem trước từng chỗ rồi mới ghi; tên cũ, số cũ vẫn giữ."))
        told.setObjectName("heading")
        told.setWordWrap(True)
        column.addWidget(told)
        for change in Change:
            card = Card(pictures[change], *change_words(change))
            card.clicked.connect(lambda _checked=False, change=change: self.begin(change))
            self.cards[change] = card
            column.addWidget(card)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(_("Điều thay đổi"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setObjectName("plain")
        area.setWidget(page)
        return area


def _step(title: QLabel, *widgets: QWidget) -> QWidget:
    page = QWidget()
    title.setObjectName("heading")
    column = QVBoxLayout(page)
    column.setContentsMargins(EDGE, EDGE, EDGE, 0)
    column.setSpacing(GAP)
    column.addWidget(title)
    for at, widget in enumerate(widgets):
        column.addWidget(widget, 0 if at else 1)
    return page
