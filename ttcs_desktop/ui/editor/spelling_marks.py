"""Wavy lines under words that no dictionary knows, for the lines in sight (gạch chân chính tả).

They are looked up in the background after a pause, never while keys are pressed, and they change
nothing in the text.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.editor.carrying_out import units
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.look import colours
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.spelling import Range

PAUSE = 350
"""Milliseconds from the last key to looking words up."""
MOST_KEPT = 4000
"""Lines that are remembered with their words."""
Found = dict[str, "tuple[Range, ...]"]


class SpellingMarks(QObject):
    """Marks the unknown words of the lines in sight; the word at the cursor is being written."""

    def __init__(self, office: Office, text: TextEdit) -> None:
        super().__init__(text)
        self._office = office
        self._text = text
        self._looking = Latest(office.background)
        self._known: Found = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        text.textChanged.connect(self._pause.start)
        text.cursorPositionChanged.connect(self._pause.start)
        text.updateRequest.connect(self._follow_scrolling)

    def word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return a cursor round the unknown word at a place; None when the word is known."""
        block = cursor.block()
        for start, end in self._known.get(block.text(), ()):
            around = _around(block, start, end)
            if around.selectionStart() <= cursor.position() <= around.selectionEnd():
                return around
        return None

    def forget(self) -> None:
        """Look everything up again: the dictionary is another one now."""
        self._known.clear()
        self._pause.start()

    def _follow_scrolling(self, _rect: object, dy: int) -> None:
        if dy:
            self._pause.start()

    def _look(self) -> None:
        lines = {block.text() for block in self._blocks()} - self._known.keys()
        if not lines:
            self._mark()
            return
        unknown = self._office.workbench.spelling.unknown
        self._looking.submit(
            lambda: {line: unknown(line) for line in lines}, self._take, lambda _error: None
        )

    def _take(self, found: Found) -> None:
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        self._known |= found
        self._mark()

    def _mark(self) -> None:
        dress = QTextCharFormat()
        dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        dress.setUnderlineColor(QColor(colours().note))
        marks = []
        writing = self._text.textCursor().position()
        for block in self._blocks():
            for start, end in self._known.get(block.text(), ()):
                mark = QTextEdit.ExtraSelection()
                mark.cursor = _around(block, start, end)
                mark.format = dress
                if not mark.cursor.selectionStart() <= writing <= mark.cursor.selectionEnd():
                    marks.append(mark)
        self._text.setExtraSelections(marks)

    def _blocks(self) -> list[QTextBlock]:
        """Return the lines in sight."""
        block, bottom = self._text.firstVisibleBlock(), self._text.viewport().height()
        offset, blocks = self._text.contentOffset(), []
        while block.isValid():
            if self._text.blockBoundingGeometry(block).translated(offset).top() > bottom:
                break
            blocks.append(block)
            block = block.next()
        return blocks


def _around(block: QTextBlock, start: int, end: int) -> QTextCursor:
    text, cursor = block.text(), QTextCursor(block)
    cursor.setPosition(block.position() + units(text[:start]))
    cursor.setPosition(block.position() + units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor
