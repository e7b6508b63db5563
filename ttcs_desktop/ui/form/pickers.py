"""Small choices that tell the value chosen (ô chọn)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QWidget

INDENT = 6
Option = tuple[Any, str]
"""A value and the words for it."""


class Picker(QComboBox):
    """One of a few values."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._values: list[Any] = []
        self.offer(options, None)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def offer(self, options: Sequence[Option], value: Any) -> None:  # noqa: ANN401
        """Offer other values and show the one chosen."""
        self.clear()
        self._values = [one for one, _words in options]
        self.addItems([words for _value, words in options])
        self.show_choice(value)

    def show_choice(self, value: Any) -> None:  # noqa: ANN401
        """Show a value without telling of it; one that is not offered joins the list."""
        if value not in self._values and value not in (None, ""):
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def value(self) -> Any:  # noqa: ANN401  a value of any kind
        """Return the value that shows."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll: a choice must not change under the wheel."""
        event.ignore()


class AmountPicker(QDoubleSpinBox):
    """A number, or the usual one when it stands at its lowest."""

    chosen = Signal(object)

    def __init__(self, least: float, most: float, step: float, usual: str) -> None:
        super().__init__()
        self.setRange(least - step, most)
        self.setSingleStep(step)
        self.setDecimals(2 if step < 1 else 0)
        self.setSpecialValueText(usual)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(INDENT, 0, 0, 0)
        self._is_shown = False
        self.valueChanged.connect(self._tell)

    def show_choice(self, value: float | None) -> None:
        """Show a number without telling of it; None is the usual one."""
        self._is_shown = True
        self.setValue(self.minimum() if value is None else value)
        self._is_shown = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll: a number must not change under the wheel."""
        event.ignore()

    def _tell(self, value: float) -> None:
        if not self._is_shown:
            self.chosen.emit(None if value == self.minimum() else value)
