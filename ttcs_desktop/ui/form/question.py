"""One question of a form: label, input, help, and what is wrong with the answer (câu hỏi)."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.ui.form.checks import fault
from ttcs_desktop.ui.form.inputs import Input
from ttcs_desktop.ui.look import EDGE, TIGHT, mark_wrong

BROAD = frozenset({FieldType.PARAGRAPHS, FieldType.LIST, FieldType.RECORDS})
"""What takes the whole breadth where two questions stand side by side."""


class Question(QWidget):
    """Asks for a field by its input; where forms are wide, a star marks what must be answered."""

    def __init__(self, field: Field, given: Input, *, is_wide: bool = False) -> None:
        super().__init__()
        self._field = field
        self.is_broad = field.type in BROAD
        self.input = given
        label_text = pick(field.label, field.label_en)
        help_text = pick(field.help, field.help_en)
        self.input.name(label_text, help_text)
        self._fault = _words("", "fault")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TIGHT, 0, TIGHT)
        column.setSpacing(2)
        if field.type is not FieldType.FLAG:
            label = _words(_title(label_text, field, is_wide=is_wide), "")
            label.setBuddy(self.input.inner)
            column.addWidget(label)
        column.addWidget(self.input)
        if help_text:
            column.addWidget(_words(help_text, "help"))
        column.addWidget(self._fault)

    def fault(self) -> str:
        """Return what is wrong with the answer, "" when nothing is."""
        return fault(self._field, self.input.value())

    def judge(self) -> None:
        """Say what is wrong with the answer."""
        found = self.fault()
        self._fault.setText(found)
        self._fault.setVisible(bool(found))
        mark_wrong(self.input.inner, is_wrong=bool(found))


def _words(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(kind)
    label.setWordWrap(True)
    return label


def lay_out(questions: Iterable[Question], column: QVBoxLayout, *, is_wide: bool) -> None:
    """Put questions below each other, or two side by side where there is room."""
    if not is_wide:
        for question in questions:
            column.addWidget(question)
        return
    grid = QGridLayout()
    grid.setHorizontalSpacing(EDGE)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    row = side = 0
    for question in questions:
        row += question.is_broad and side == 1
        breadth = 2 if question.is_broad else 1
        grid.addWidget(question, row, 0 if question.is_broad else side, 1, breadth)
        side = 0 if question.is_broad else 1 - side
        row += side == 0
    column.addLayout(grid)


def _title(label: str, field: Field, *, is_wide: bool) -> str:
    if is_wide:
        return f"{label} *" if field.is_required else label
    return label if field.is_required else _("{label} (không bắt buộc)").format(label=label)
