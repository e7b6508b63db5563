"""Rows of a table, one at a time: a list of them, and the row that is marked (bảng nhập)."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QToolButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.template import Field
from ttcs_desktop.ui.form.checks import is_empty
from ttcs_desktop.ui.form.inputs import Input, Value, make_input
from ttcs_desktop.ui.form.question import Question, lay_out
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import GAP, TIGHT

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

ROWS_SHOWN = 5
Row = dict[str, Any]


class RecordsInput(Input):
    """A list of rows over the questions of one; what a row holds beside its columns is kept."""

    def __init__(self, field: Field, workbench: "Workbench", *, is_wide: bool = False) -> None:
        self._list = QListWidget()
        super().__init__(self._list)
        self._rows: list[Row] = []
        self._is_shown = False
        self._is_wide = is_wide
        self._questions = {
            one.id: Question(one, make_input(one, workbench), is_wide=is_wide)
            for one in field.columns
        }
        for question in self._questions.values():
            question.input.changed.connect(self._take_answer)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight((QFontMetrics(self._list.font()).height() + 11) * ROWS_SHOWN)
        self._list.currentRowChanged.connect(lambda _row: self._show_row())
        self._buttons = {
            "add": _button(_("Thêm dòng"), "add", self._add, _("Thêm")),
            "remove": _button(_("Bỏ dòng"), "remove", self._remove),
            "up": _button(_("Đưa dòng lên"), "up", lambda: self._move(-1)),
            "down": _button(_("Đưa dòng xuống"), "down", lambda: self._move(1)),
        }
        self._detail = QWidget()
        self._lay_out()
        self._show_row()

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(TIGHT)
        for button in self._buttons.values():
            across.addWidget(button)
        across.addStretch()
        detail = QVBoxLayout(self._detail)
        detail.setContentsMargins(GAP, 0, 0, 0)
        detail.setSpacing(0)
        lay_out(self._questions.values(), detail, is_wide=self._is_wide)
        self._column.setSpacing(TIGHT)
        self._column.addLayout(across)
        self._column.addWidget(self._detail)

    def value(self) -> Value:
        """Return the rows that hold anything."""
        return [dict(row) for row in self._rows if row] or None

    def show_value(self, value: Value) -> None:
        """Show rows."""
        given = value if isinstance(value, list | tuple) else []
        rows = [dict(row) for row in given if isinstance(row, dict)]
        if rows == (self.value() or []):
            return
        self._rows = rows
        self._list_rows(min(max(self._list.currentRow(), 0), len(rows) - 1))

    def _list_rows(self, current: int) -> None:
        self._is_shown = True
        self._list.clear()
        self._list.addItems([self._words(number) for number in range(len(self._rows))])
        self._list.setCurrentRow(current)
        self._is_shown = False
        self._show_row()

    def _words(self, number: int) -> str:
        """Return the row's number and what it begins with."""
        row = self._rows[number]
        told = [
            question.input.words(row[name])
            for name, question in self._questions.items()
            if not is_empty(row.get(name))
        ]
        return f"{number + 1}. " + " – ".join(told[:3])

    def _show_row(self) -> None:
        if self._is_shown:
            return
        at = self._list.currentRow()
        row = self._rows[at] if 0 <= at < len(self._rows) else {}
        for name, question in self._questions.items():
            question.input.show_value(row.get(name))
            question.judge()
        self._detail.setVisible(at >= 0)
        self._buttons["remove"].setEnabled(at >= 0)
        self._buttons["up"].setEnabled(at > 0)
        self._buttons["down"].setEnabled(0 <= at < len(self._rows) - 1)

    def _take_answer(self) -> None:
        at = self._list.currentRow()
        if at < 0:
            return
        row = {name: one for name, one in self._rows[at].items() if name not in self._questions}
        for name, question in self._questions.items():
            question.judge()
            value = question.input.value()
            if not is_empty(value) and value is not False:
                row[name] = value
        self._rows[at] = row
        self._list.item(at).setText(self._words(at))
        self.changed.emit()

    def _add(self) -> None:
        at = self._list.currentRow() + 1
        self._rows.insert(at, {})
        self._list_rows(at)
        next(iter(self._questions.values())).input.setFocus()

    def _remove(self) -> None:
        at = self._list.currentRow()
        del self._rows[at]
        self._list_rows(min(at, len(self._rows) - 1))
        self.changed.emit()

    def _move(self, step: int) -> None:
        at = self._list.currentRow()
        self._rows[at], self._rows[at + step] = self._rows[at + step], self._rows[at]
        self._list_rows(at + step)
        self.changed.emit()


def _button(name: str, picture: str, act: Callable[[], object], words: str = "") -> QToolButton:
    button = QToolButton()
    button.setObjectName("small")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setIcon(icon(picture))
    button.setText(words)
    if words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.clicked.connect(lambda _checked=False: act())
    return button
