"""The official text as it is typed (khung văn bản).

Qt's own input path is left alone: no letter is caught, and no key at all while a syllable is being
composed, so that every Vietnamese input method works, those that compose and those that rewrite by
backspace.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.editor.carrying_out import letters, units
from ttcs_desktop.ui.editor.highlighter import Highlighter

PAPER_EDGE = 18
OWN_WORDS = "application/x-ttcs-official-text"
"""On the clipboard: what was copied here, to be pasted as it is."""


class Taker(Protocol):
    """Takes some keys before they are typed."""

    def wants_tab(self) -> bool:
        """Tell whether Tab means something here."""

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means, and tell whether it means something here."""


class TextEdit(QPlainTextEdit):
    """A plain text editor that is told of new text by the form and never loses its undo."""

    line_changed = Signal(int)
    """The cursor stands on another line, from 1."""
    moved = Signal()
    """The clerk moved the cursor, by key or mouse or by going to a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAccessibleName(_("Văn bản"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(PAPER_EDGE)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() + 1)
        self.setFont(font)
        self.setCursorWidth(2)
        self.setCenterOnScroll(False)
        self.takers: list[Taker] = []
        self.paster: Callable[[QMimeData], None] | None = None
        self._highlighter = Highlighter(self.document())
        self._line = 1
        self._is_given = False
        self.cursorPositionChanged.connect(self._tell_line)

    def line(self) -> int:
        """Return the line that the cursor stands on, from 1."""
        return self.textCursor().blockNumber() + 1

    def column(self) -> int:
        """Return how many letters of its line stand before the cursor."""
        cursor = self.textCursor()
        return letters(cursor.block().text(), cursor.positionInBlock())

    def all_lines(self) -> list[str]:
        """Return the lines of the text."""
        return self.toPlainText().split("\n")

    def line_text(self, at: int) -> str:
        """Return the text of a line, from 0."""
        return self.document().findBlockByNumber(at).text()

    def selected_lines(self) -> tuple[int, int]:
        """Return the first and the last line of the selection, from 0."""
        cursor = self.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        first, last = (self.document().findBlock(at).blockNumber() for at in ends)
        return first, last

    def selected_places(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return where the selection begins and ends: line and letter of it, from 0."""
        cursor = self.textCursor()
        return self._place(cursor.selectionStart()), self._place(cursor.selectionEnd())

    def _place(self, position: int) -> tuple[int, int]:
        block = self.document().findBlock(position)
        return block.blockNumber(), letters(block.text(), position - block.position())

    def is_composing(self) -> bool:
        """Tell whether an input method is in the middle of a syllable."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the start of a line, from 1, in the upper third of the view."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        if not block.isValid():
            return
        self.setTextCursor(QTextCursor(block))
        self.ensureCursorVisible()
        above = self.cursorRect().top() - self.viewport().height() // 3
        rows = int(above / QFontMetricsF(self.font()).lineSpacing())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + rows)

    def lines(self, first: int, last: int) -> str:
        """Return the text of some lines, from 1, both included."""
        return "\n".join(self.toPlainText().split("\n")[first - 1 : last])

    def move_on(self, count: int) -> None:
        """Put the cursor this many letters behind the start of its line."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        ahead = self.lines(self.line(), self.blockCount())[:count]
        cursor.setPosition(cursor.position() + units(ahead))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def load(self, text: str) -> None:
        """Show another document's text; what was undoable in the last one is gone."""
        self._is_given = True
        self.setPlainText(text)
        self._is_given = False

    def replace(self, text: str) -> int:
        """Show new text in place of the old, as one step that can be undone.

        Only the part that differs is touched, so the cursor and the view stay where they are.
        Returns the first line that differs, from 1.
        """
        old = self.toPlainText()
        start = _same_start(old, text)
        end = _same_end(old[start:], text[start:])
        top = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(old[:start]))
        cursor.setPosition(units(old[: len(old) - end]), QTextCursor.MoveMode.KeepAnchor)
        self._is_given = True
        cursor.insertText(text[start : len(text) - end])
        self._is_given = False
        self.verticalScrollBar().setValue(top)
        return text.count("\n", 0, start) + 1

    def surround(self, mark: str) -> None:
        """Put a mark on both sides of the selection, or take it away when it is there."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        if len(words) >= 2 * len(mark) and words.startswith(mark) and words.endswith(mark):
            cursor.insertText(words[len(mark) : len(words) - len(mark)])
        else:
            cursor.insertText(f"{mark}{words}{mark}")
            if not words:
                cursor.setPosition(cursor.position() - len(mark))
        self.setTextCursor(cursor)
        self.setFocus()

    def insert(self, words: str, *, select: str = "") -> None:
        """Insert words at the cursor; `select` is the part of them to be typed over."""
        cursor = self.textCursor()
        at = cursor.selectionStart()
        cursor.insertText(words)
        if select:
            begins = at + words.index(select)
            cursor.setPosition(begins)
            cursor.setPosition(begins + len(select), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def insert_lines(self, lines: str, *, select: str = "") -> None:
        """Insert whole lines below the cursor's line, with a blank line before and after."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        before = "\n\n" if cursor.block().text().strip() else "\n"
        self.insert(f"{before}{lines}\n", select=select)

    def insert_with_note(self, mark: str, note: str, *, select: str) -> None:
        """Insert a mark at the cursor and its note below the paragraph, as one step."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(cursor.selectionEnd())
        cursor.insertText(mark)
        while cursor.block().next().text().strip():
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText(f"\n\n{note}")
        end = cursor.position()
        cursor.endEditBlock()
        cursor.setPosition(end - len(select))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802  Qt's name
        """Leave files that are dropped to the window, which opens them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  Qt's name
        """Copy the words alone: how they are dressed here is no property of theirs."""
        copied = QMimeData()
        words = self.textCursor().selection().toPlainText()
        copied.setText(words)
        copied.setData(OWN_WORDS, words.encode())
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  Qt's name
        """Paste or drop; what comes from elsewhere is cleaned first."""
        if self.paster is None or source.hasFormat(OWN_WORDS):
            self.insertPlainText(source.text())
        elif not self.isReadOnly():
            self.paster(source)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, N802  Qt's names
        """Leave the text by Tab, unless Tab means something where the cursor stands."""
        return not self._wants_tab() and super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let those that wait for a key have it first, but no key of an input method's."""
        if not self._is_free() or not any(taker.take(event) for taker in self.takers):
            super().keyPressEvent(event)

    def _wants_tab(self) -> bool:
        return self._is_free() and any(taker.wants_tab() for taker in self.takers)

    def _is_free(self) -> bool:
        return not self.isReadOnly() and not self.is_composing()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.follow_scheme()

    def _tell_line(self) -> None:
        if self.line() != self._line:
            self._line = self.line()
            self.line_changed.emit(self._line)
        if not self._is_given:
            self.moved.emit()


def _same_start(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _same_end(old: str, new: str) -> int:
    return _same_start(old[::-1], new[::-1])
