"""Find and replace, under the text (thanh tìm và thay)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.editor.carrying_out import units
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT


class FindBar(QWidget):
    """Searches one text; `fold` turns it into what is compared when marks do not matter."""

    def __init__(self, text: QPlainTextEdit, fold: Callable[[str], str]) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = text
        self._fold = fold
        self.wanted = QLineEdit()
        self.instead = QLineEdit()
        self.exactly = QCheckBox(_("Đúng &dấu và chữ hoa"))
        self._told = QLabel()
        self._told.setObjectName("quiet")
        self._lay_out()
        self.wanted.textEdited.connect(lambda _words: self._from_here())
        self.wanted.returnPressed.connect(self.find_next)
        self.instead.returnPressed.connect(self.replace)
        closing = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        closing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        closing.activated.connect(self.leave)
        self.hide()

    def _lay_out(self) -> None:
        self.wanted.setAccessibleName(_("Tìm chữ"))
        self.wanted.setPlaceholderText(_("Tìm"))
        self.instead.setAccessibleName(_("Thay bằng"))
        self.instead.setPlaceholderText(_("Thay bằng"))
        grid = QGridLayout(self)
        grid.setContentsMargins(EDGE, GAP, EDGE, GAP)
        grid.setSpacing(TIGHT)
        grid.addWidget(self.wanted, 0, 0)
        grid.addWidget(_button(_("Tìm tiế&p"), self.find_next), 0, 1)
        grid.addWidget(_button(_("Tìm &ngược"), self.find_previous), 0, 2)
        grid.addWidget(self.instead, 1, 0)
        grid.addWidget(_button(_("Tha&y"), self.replace), 1, 1)
        grid.addWidget(_button(_("T&hay tất cả"), self.replace_all), 1, 2)
        grid.addWidget(self.exactly, 2, 0)
        grid.addWidget(self._told, 2, 1, 1, 2)

    def start(self) -> None:
        """Show the bar, with what is selected as what is wanted."""
        selected = self._text.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.wanted.setText(selected)
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()

    def leave(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._text.setFocus()

    def find_next(self) -> None:
        """Go to the next place, round the end."""
        places = self._places()
        at = self._text.textCursor().selectionEnd()
        self._go_to(next((one for one in places if one >= at), places[0] if places else None))

    def find_previous(self) -> None:
        """Go to the place before, round the start."""
        places = self._places()
        at = self._text.textCursor().selectionStart()
        before = [one for one in places if one < at] or places
        self._go_to(before[-1] if before else None)

    def replace(self) -> None:
        """Replace the place that is selected, and go to the next."""
        if self._text.isReadOnly():
            return
        cursor = self._text.textCursor()
        if cursor.hasSelection() and cursor.selectionStart() in self._places():
            cursor.insertText(self.instead.text())
        self.find_next()

    def replace_all(self) -> None:
        """Replace every place, as one step that can be undone."""
        if self._text.isReadOnly():
            return
        places = self._places()
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        for at in reversed(places):
            self._select(cursor, at)
            cursor.insertText(self.instead.text())
        cursor.endEditBlock()
        self._told.setText(_("Đã thay {count} chỗ.").format(count=len(places)))

    def told(self) -> str:
        """Return what the bar says of the search."""
        return self._told.text()

    def _from_here(self) -> None:
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._text.setTextCursor(cursor)
        self.find_next()

    def _places(self) -> list[int]:
        """Return where the wanted words begin, as Qt counts positions."""
        wanted = self._compared(self.wanted.text())
        if not wanted:
            return []
        text = self._compared(self._text.toPlainText())
        places, at = [], text.find(wanted)
        while at >= 0:
            places.append(at)
            at = text.find(wanted, at + len(wanted))
        is_plain = units(text) == len(text)
        return places if is_plain else [units(text[:place]) for place in places]

    def _compared(self, text: str) -> str:
        if self.exactly.isChecked():
            return text
        folded = self._fold(text)
        return folded if len(folded) == len(text) else text.lower()

    def _select(self, cursor: QTextCursor, at: int) -> None:
        cursor.setPosition(at)
        cursor.setPosition(at + units(self.wanted.text()), QTextCursor.MoveMode.KeepAnchor)

    def _go_to(self, at: int | None) -> None:
        if at is None:
            self._told.setText(_("Không tìm thấy.") if self.wanted.text() else "")
            return
        cursor = self._text.textCursor()
        self._select(cursor, at)
        self._text.setTextCursor(cursor)
        self._text.centerCursor()
        places = self._places()
        told = _("{number} trong {count} chỗ")
        self._told.setText(told.format(number=places.index(at) + 1, count=len(places)))


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(act)
    return button
