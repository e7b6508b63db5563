"""One question of a form: label, input, help, and what is wrong with the answer (câu hỏi)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.ui.form.checks import fault
from ttcs_desktop.ui.form.inputs import make_input
from ttcs_desktop.ui.look import TIGHT, mark_wrong

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench


class Question(QWidget):
    """Asks for a field."""

    def __init__(self, field: Field, workbench: "Workbench") -> None:
        super().__init__()
        self._field = field
        self.input = make_input(field, workbench)
        label_text = pick(field.label, field.label_en)
        help_text = pick(field.help, field.help_en)
        self.input.name(label_text, help_text)
        self._fault = _words("", "fault")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TIGHT, 0, TIGHT)
        column.setSpacing(2)
        if field.type is not FieldType.FLAG:
            label = _words(label_text if field.is_required else _optional(label_text), "")
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


def _optional(label: str) -> str:
    return _("{label} (không bắt buộc)").format(label=label)
