"""Find an instrument and cite it where the cursor stands (viện dẫn)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.form.inputs import instrument_input
from ttcs_desktop.ui.look import GAP

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

WIDTH = 460


class CitationBox(QWidget):
    """A small box at the cursor; what is chosen goes into the text as `[[id]]`."""

    def __init__(self, text: TextEdit, workbench: "Workbench") -> None:
        super().__init__(text.window(), Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Viện dẫn văn bản"))
        self._text = text
        self._search = instrument_input(workbench)
        self._search.name(_("Tìm văn bản để viện dẫn"), "")
        self._search.changed.connect(self._cite)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self._search)
        self.setFixedWidth(WIDTH)

    def open_below_cursor(self) -> None:
        """Show the box under the cursor's line."""
        corner = self._text.cursorRect().bottomLeft()
        self.move(self._text.viewport().mapToGlobal(corner))
        self.show()
        self._search.setFocus()

    def _cite(self) -> None:
        chosen = self._search.value()
        if chosen:
            self._text.insert(f"[[{chosen}]]")
        self.close()
