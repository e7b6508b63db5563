"""Find an instrument and cite it where the cursor stands (viện dẫn)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.form.inputs import instrument_input
from ttcs_desktop.ui.look import GAP, TIGHT

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench

WIDTH = 460


class CitationBox(QWidget):
    """A small box at the cursor; what is chosen goes into the text as `[[id]]`.

    A window of its own and no popup, for input methods do not reach popups everywhere.
    """

    def __init__(self, text: TextEdit, workbench: "Workbench") -> None:
        super().__init__(text.window(), Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("box")
        self.setAccessibleName(_("Viện dẫn văn bản"))
        self._text = text
        self._search = instrument_input(workbench)
        self._search.name(_("Tìm văn bản để viện dẫn"), "")
        self._search.changed.connect(self._cite)
        hint = QLabel(_("Gõ số, ký hiệu hoặc vài chữ trong tên; Enter để viện dẫn, Esc để thôi."))
        hint.setObjectName("help")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(TIGHT)
        column.addWidget(self._search)
        column.addWidget(hint)
        self.setFixedWidth(WIDTH)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def open_below_cursor(self) -> None:
        """Show the box under the cursor's line, on the screen as a whole."""
        at = self._text.viewport().mapToGlobal(self._text.cursorRect().bottomLeft())
        room = self._text.screen().availableGeometry()
        height = self.sizeHint().height()
        at.setX(max(room.left(), min(at.x(), room.right() - WIDTH)))
        at.setY(max(room.top(), min(at.y(), room.bottom() - height)))
        self.move(at)
        self.show()
        self._search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Go when the clerk turns to something else."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.close()

    def _cite(self) -> None:
        chosen = self._search.value()
        if chosen:
            self._text.insert(f"[[{chosen}]]")
        self.close()
