"""The whole form of a template, grouped by section (biểu mẫu)."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.template import Field, FieldType, Form, TemplateInfo
from ttcs_desktop.ui.form.checks import is_empty
from ttcs_desktop.ui.form.inputs import Input, make_input
from ttcs_desktop.ui.form.question import Question, lay_out
from ttcs_desktop.ui.form.records import RecordsInput
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench


class FormPanel(QScrollArea):
    """Asks for what a template or a record needs; tells of every change, wrong or right.

    In a wide one two questions stand side by side.
    """

    changed = Signal()

    def __init__(
        self, workbench: "Workbench", parent: QWidget | None = None, *, is_wide: bool = False
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._is_wide = is_wide
        self._questions: dict[str, Question] = {}
        self._kept: dict[str, Any] = {}
        self._info: TemplateInfo | Form | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(_("Biểu mẫu"))

    def ask(self, info: TemplateInfo | Form | None) -> None:
        """Build the form of a template or of a record; without one it says so."""
        if info is not None and info == self._info:
            return
        self._info = info
        page = QWidget()
        page.setObjectName("plain")
        column = QVBoxLayout(page)
        column.setContentsMargins(EDGE, GAP, EDGE, EDGE)
        column.setSpacing(TIGHT)
        self._questions = {}
        if info is None:
            free = QLabel(_("Văn bản tự do: không có biểu mẫu. Cứ gõ vào khung văn bản."))
            free.setObjectName("help")
            free.setWordWrap(True)
            column.addWidget(free)
        else:
            self._ask_all(info, column)
        column.addStretch(1)
        self.setWidget(page)

    def answers(self) -> dict[str, Any]:
        """Return what is answered, by field; what other fields hold is kept.

        What is wrong is no answer yet: its place in the text stays marked until it is mended.
        """
        given = {
            name: one.input.value() for name, one in self._questions.items() if not one.fault()
        }
        return self._kept | {name: value for name, value in given.items() if not is_empty(value)}

    def show_answers(self, answers: dict[str, Any]) -> None:
        """Show answers without telling of it."""
        self._kept = {name: value for name, value in answers.items() if name not in self._questions}
        for name, question in self._questions.items():
            question.input.show_value(answers.get(name))
            question.judge()

    def faults(self) -> dict[str, str]:
        """Return what is wrong, by field."""
        return {name: one.fault() for name, one in self._questions.items() if one.fault()}

    def input(self, field_id: str) -> Input:
        """Return the input of a field."""
        return self._questions[field_id].input

    def _ask_all(self, info: TemplateInfo | Form, column: QVBoxLayout) -> None:
        titles = {section.id: pick(section.title, section.title_en) for section in info.sections}
        named = [section.id for section in info.sections]
        for section in ["", *named]:
            fields = [one for one in info.fields if _home(one, named) == section]
            if fields and section:
                column.addSpacing(GAP)
                heading = QLabel(titles[section])
                heading.setObjectName("heading")
                heading.setWordWrap(True)
                column.addWidget(heading)
            asked = {one.id: self._question(one) for one in fields}
            self._questions |= asked
            lay_out(asked.values(), column, is_wide=self._is_wide)

    def _question(self, field: Field) -> Question:
        if field.type is FieldType.RECORDS:
            given: Input = RecordsInput(field, self._workbench, is_wide=self._is_wide)
        else:
            given = make_input(field, self._workbench)
        question = Question(field, given, is_wide=self._is_wide)
        question.input.changed.connect(self._tell)
        return question

    def _tell(self) -> None:
        for question in self._questions.values():
            if question.input is self.sender():
                question.judge()
        self.changed.emit()


def _home(field: Field, named: list[str]) -> str:
    return field.section if field.section in named else ""
