"""The text of a template's file, dressed by what it says; a wrong line is marked (văn bản mẫu)."""

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ttcs_desktop.ui.look import Colours, colours

_PARTS = (
    (re.compile(r"\{%.*?%\}"), "accent"),
    (re.compile(r"\{\{.*?\}\}"), "note"),
    (re.compile(r"\{#.*?#\}"), "muted"),
    (re.compile(r"^\s*\[\[?[\w.\-]+\]\]?\s*$"), "accent"),
    (re.compile(r"^\s*[\w\-]+(?=\s*=)"), "note"),
    (re.compile(r"^\s*#.*$"), "muted"),
)


class TemplateText(QPlainTextEdit):
    """A file of a template."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.setFont(font)
        self._highlighter = _Highlighter(self.document())
        self._line = 0

    def mark_line(self, line: int) -> None:
        """Mark a line as wrong and show it, from 1; 0 marks none."""
        self._line = line
        self._draw_mark()
        if line:
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(line - 1)))
            self.centerCursor()

    def marked_line(self) -> int:
        """Return the line that is marked as wrong, 0 for none."""
        return self._line

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.rehighlight()
            self._draw_mark()

    def _draw_mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        if self._line:
            mark = QTextEdit.ExtraSelection()
            dress, place = QTextCharFormat(), QTextCursor(self.document())
            dress.setBackground(QColor(colours().selection))
            dress.setProperty(QTextFormat.Property.FullWidthSelection, 1)
            place.setPosition(self.document().findBlockByNumber(self._line - 1).position())
            mark.format, mark.cursor = dress, place
            marks.append(mark)
        self.setExtraSelections(marks)


class _Highlighter(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        chosen: Colours = colours()
        for pattern, colour in _PARTS:
            for found in pattern.finditer(text):
                dress = QTextCharFormat()
                dress.setForeground(QColor(getattr(chosen, colour)))
                self.setFormat(found.start(), found.end() - found.start(), dress)
