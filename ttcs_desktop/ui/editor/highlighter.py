"""A light hand on the text: headings, marks, bold, what is still missing (tô chữ)."""

import re

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from ttcs_desktop.language.letters import POINT_LETTERS
from ttcs_desktop.ui.look import Colours, colours

HEADING = re.compile(r"(PHẦN|CHƯƠNG|MỤC|PHỤ LỤC|Phần|Chương|Mục|Phụ lục)\b.*|[IVXLC]+[.\-–] ?\S.*")
MARK = re.compile(
    rf"\s*(Điều \d+\.|\d+(\.\d+)*[.\-]|[{''.join(POINT_LETTERS)}]\)|[-+](?= ))"
    r"|^(Nơi nhận|Kính gửi|Kính trình)\s*:"
)
STARS = re.compile(r"(?<!\\)\*{1,3}")
ASIDE = re.compile(r"\[\[[^\]\s]+\]\]|\[\^[^\]\s]+\]:?|^(=+ ngắt trang =+|\+\+\+)$")
MISSING = re.compile(r"\[(?:CẦN BỔ SUNG|XEM LẠI):[^\]]*\]")
PIPE = re.compile(r"\|")
ITALIC, BOLD = 1, 2
"""How many stars switch it; a line's state says what is still on at its end."""


class Highlighter(QSyntaxHighlighter):
    """Dresses one line at a time; it changes how text looks, never the text."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._seen = colours()
        self._dress(self._seen)

    def _dress(self, chosen: Colours) -> None:
        self._heading = _format(chosen.text, is_bold=True)
        self._mark = _format(chosen.accent)
        self._aside = _format(chosen.note)
        self._missing = _format(chosen.error, is_bold=True)
        self._quiet = _format(chosen.muted)
        self._seen = chosen

    def follow_scheme(self) -> None:
        """Dress the whole text anew when light and dark have changed places."""
        if self._seen is not colours():
            self._dress(colours())
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Dress a line."""
        if HEADING.fullmatch(text) or text.isupper():
            self.setFormat(0, len(text), self._heading)
        elif found := MARK.match(text):
            self.setFormat(found.start(), found.end() - found.start(), self._mark)
        if text.lstrip().startswith("|"):
            self._each(PIPE, text, self._quiet)
        self._emphasis(text, max(self.previousBlockState(), 0))
        self._each(ASIDE, text, self._aside)
        self._each(MISSING, text, self._missing)
        if text.startswith("|"):
            self._space_evenly(len(text))

    def _space_evenly(self, length: int) -> None:
        """Set a row in letters of one width, so that pipes stand one under another."""
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        for at in range(length):
            dress = self.format(at)
            dress.setFontFamilies([family])
            self.setFormat(at, 1, dress)

    def _each(self, pattern: re.Pattern[str], text: str, dress: QTextCharFormat) -> None:
        for found in pattern.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), dress)

    def _emphasis(self, text: str, on: int) -> None:
        """Dress what stands between stars; a blank line ends a paragraph and what is on in it."""
        if not text.strip():
            on = 0
        start = 0
        for stars in STARS.finditer(text):
            self._embolden(start, stars.start(), on)
            self.setFormat(stars.start(), len(stars[0]), self._quiet)
            start = stars.end()
            on ^= len(stars[0])
        self._embolden(start, len(text), on)
        self.setCurrentBlockState(on)

    def _embolden(self, start: int, end: int, on: int) -> None:
        if on and end > start:
            dress = QTextCharFormat(self.format(start))
            if on & BOLD:
                dress.setFontWeight(QFont.Weight.Bold)
            dress.setFontItalic(bool(on & ITALIC))
            self.setFormat(start, end - start, dress)


def _format(colour: str, *, is_bold: bool = False) -> QTextCharFormat:
    dress = QTextCharFormat()
    dress.setForeground(QColor(colour))
    if is_bold:
        dress.setFontWeight(QFont.Weight.Bold)
    return dress
