"""One input for each type of field (ô nhập theo kiểu)."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _, pick
from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.model.template import Field, FieldType
from ttcs_desktop.ui.form.checks import read_number, show_number
from ttcs_desktop.ui.form.date_box import DateBox
from ttcs_desktop.ui.form.search_box import Choice, Find, SearchBox
from ttcs_desktop.ui.look import GAP

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

Value = Any
NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class Input(QWidget):
    """An input with a value as a JSON type; None when it is empty."""

    changed = Signal()

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.inner = inner
        self.setFocusProxy(inner)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(inner)

    def value(self) -> Value:
        """Return the answer."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show an answer without telling of it."""
        raise NotImplementedError

    def words(self, value: Value) -> str:
        """Return an answer as a list of rows shows it."""
        return " ".join(str(value).split())

    def name(self, name: str, description: str) -> None:
        """Tell a screen reader what the input is for."""
        self.inner.setAccessibleName(name)
        self.inner.setAccessibleDescription(description)


class TextInput(Input):
    """One line."""

    def __init__(self, field: Field) -> None:
        self._line = QLineEdit()
        super().__init__(self._line)
        if isinstance(field.default, str):
            self._line.setPlaceholderText(field.default)
        self._line.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> Value:
        """Return the line."""
        return self._line.text().strip() or None

    def show_value(self, value: Value) -> None:
        """Show a line."""
        self._show("" if value is None else str(value))

    def _show(self, text: str) -> None:
        """Show the start of a text; one that stands there already keeps its cursor."""
        if text != self._line.text():
            self._line.setText(text)
            self._line.setCursorPosition(0)


class NumberInput(TextInput):
    """A number as clerks type it, grouped by dots."""

    def value(self) -> Value:
        """Return the number; what is none comes back as text."""
        text = self._line.text().strip()
        return read_number(text) if text else None

    def show_value(self, value: Value) -> None:
        """Show a number."""
        self._show(show_number(value))


class LinesInput(Input):
    """Several lines; as a list of lines, or as one text."""

    def __init__(self, *, as_list: bool, rows: int) -> None:
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        super().__init__(self._text)
        self._as_list = as_list
        line = QFontMetrics(self._text.font()).lineSpacing()
        self._text.setFixedHeight(line * rows + 18)
        if as_list:
            self._text.setPlaceholderText(_("Mỗi dòng một mục"))
        self._is_shown = False
        self._text.textChanged.connect(self._tell)

    def _tell(self) -> None:
        if not self._is_shown:
            self.changed.emit()

    def value(self) -> Value:
        """Return the text, or its lines that are not empty."""
        text = self._text.toPlainText()
        if not self._as_list:
            return text.strip("\n") or None
        return [line.strip() for line in text.splitlines() if line.strip()] or None

    def show_value(self, value: Value) -> None:
        """Show a text or a list of lines."""
        text = "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
        if text != self._text.toPlainText():
            self._is_shown = True
            self._text.setPlainText(text)
            self._is_shown = False


class DateInput(Input):
    """A date, typed or picked from a calendar."""

    def __init__(self) -> None:
        self._date = DateBox()
        super().__init__(self._date)
        self._date.chosen.connect(self.changed)

    def value(self) -> Value:
        """Return the date as 2026-05-27."""
        date = self._date.date()
        return date.isoformat() if date else None

    def show_value(self, value: Value) -> None:
        """Show a date."""
        date = parse_date(value) if isinstance(value, str) else value
        self._date.set_date(date if isinstance(date, datetime.date) else None)


class ChoiceInput(Input):
    """One of a few."""

    def __init__(self, field: Field) -> None:
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(NARROW)
        self._box.setMinimumContentsLength(8)
        super().__init__(self._box)
        self._choices = ("", *field.choices)
        self._box.addItems([_("— chọn —"), *field.choices])
        self._box.activated.connect(lambda _index: self.changed.emit())

    def value(self) -> Value:
        """Return the choice."""
        return self._choices[max(0, self._box.currentIndex())] or None

    def show_value(self, value: Value) -> None:
        """Show a choice."""
        known = value if value in self._choices else ""
        self._box.setCurrentIndex(self._choices.index(known))


class FlagInput(Input):
    """Yes or no."""

    def __init__(self, field: Field) -> None:
        self._box = QCheckBox()
        super().__init__(self._box)
        self._box.clicked.connect(lambda _on: self.changed.emit())
        self._words = QLabel(pick(field.label, field.label_en))
        self._words.setWordWrap(True)
        self._words.setBuddy(self._box)
        across = QHBoxLayout()
        across.setSpacing(GAP)
        across.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._words, 1)
        self._column.addLayout(across)

    def value(self) -> Value:
        """Return whether it is ticked."""
        return self._box.isChecked()

    def show_value(self, value: Value) -> None:
        """Tick it or not."""
        self._box.setChecked(bool(value))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the words for one on the box."""
        if self._words.geometry().contains(event.position().toPoint()):
            self._box.click()


class SearchInput(Input):
    """A unit or an instrument, found by typing."""

    def __init__(self, find: Find, named: Callable[[str], Choice | None]) -> None:
        self._box = SearchBox(find)
        super().__init__(self._box)
        self._named = named
        self._box.chosen.connect(lambda _id: self.changed.emit())

    def value(self) -> Value:
        """Return the id."""
        return self._box.id() or None

    def show_value(self, value: Value) -> None:
        """Show what an id names."""
        self._box.set_choice(self._named(value) if value else None)

    def words(self, value: Value) -> str:
        """Return the name of what an id names."""
        choice = self._named(value)
        return choice[1] if choice else str(value)


def make_input(field: Field, workbench: "Workbench") -> Input:
    """Return the input for a field of one answer; a table is asked by `records.RecordsInput`."""
    makers: dict[FieldType, Callable[[], Input]] = {
        FieldType.TEXT: lambda: TextInput(field),
        FieldType.PARAGRAPHS: lambda: LinesInput(as_list=False, rows=4),
        FieldType.DATE: DateInput,
        FieldType.NUMBER: lambda: NumberInput(field),
        FieldType.MONEY: lambda: NumberInput(field),
        FieldType.CHOICE: lambda: ChoiceInput(field),
        FieldType.FLAG: lambda: FlagInput(field),
        FieldType.UNIT: lambda: unit_input(workbench),
        FieldType.INSTRUMENT: lambda: instrument_input(workbench),
        FieldType.LIST: lambda: LinesInput(as_list=True, rows=4),
    }
    return makers[field.type]()


def unit_input(workbench: "Workbench") -> SearchInput:
    """Return an input for a unit."""

    def find(query: str) -> list[Choice]:
        return [(unit.id, unit.name) for unit in workbench.units(query)]

    return SearchInput(find, _by_id(find))


def instrument_input(workbench: "Workbench") -> SearchInput:
    """Return an input for an instrument."""

    def find(query: str) -> list[Choice]:
        return [
            (one.id, f"{one.type_name} {one.symbol} {one.title}".replace("  ", " "))
            for one in workbench.instruments(query)
        ]

    return SearchInput(find, _by_id(find))


def _by_id(find: Find) -> Callable[[str], Choice | None]:
    return lambda id_: next((one for one in find("") if one[0] == id_), (id_, id_))
