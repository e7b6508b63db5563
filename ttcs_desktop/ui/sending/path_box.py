"""A file named by typing, by choosing, or by dropping it (ô chọn tệp)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.look import TIGHT


class PathBox(QWidget):
    """A line with the path of a file, and a button that asks for it."""

    changed = Signal()

    def __init__(self, name: str, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = ask
        self.line, self.button = QLineEdit(), QPushButton(_("Chọn…"))
        self.line.setAccessibleName(name)
        self.button.setAccessibleName(_("Chọn tệp: {name}").format(name=name))
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._choose)
        self.line.editingFinished.connect(self.changed)

    def path(self) -> Path | None:
        """Return the file, None while none is named."""
        words = self.line.text().strip()
        return Path(words) if words else None

    def show_path(self, path: Path | None) -> None:
        """Show a file and tell of it."""
        self.line.setText(str(path) if path else "")
        self.changed.emit()

    def _choose(self) -> None:
        path = self._ask()
        if path is not None:
            self.show_path(path)
