"""A light hand on the text: headings, marks, bold, what is still missing (tô chữ)."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ttcs_desktop.ui.look import Colours, colours

HEADING = re.compile(r"(PHẦN|CHƯƠNG|MỤC|PHỤ LỤC|Phần|Chương|Mục|Phụ lục)\b.*|[IVXLC]+[.\-–] ?\S.*")
MARK = re.compile(
    r"\s*(Điều \d+\.|\d+(\.\d+)*[.\-]|[a-zđ]\)|[-+](?= ))|^(Nơi nhận|Kính gửi|Kính trình)\s*:"
)
BOLD = re.compile(r"\*\*(?!\s)(.+?)(?<!\s)\*\*")
ITALIC = re.compile(r"(?<!\*)\*(?![\s*])([^*]+?)(?<!\s)\*(?!\*)")
CITATION = re.compile(r"\[\[[^\]\s]+\]\]")
MISSING = re.compile(r"\[CẦN BỔ SUNG:[^\]]*\]")
TABLE = re.compile(r"\|")


class Highlighter(QSyntaxHighlighter):
    """Dresses one line at a time; it changes how text looks, never the text."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._dress(colours())

    def _dress(self, chosen: Colours) -> None:
        self._heading = _format(chosen.text, is_bold=True)
        self._mark = _format(chosen.accent)
        self._bold = _format("", is_bold=True)
        self._italic = _format("", is_italic=True)
        self._citation = _format(chosen.note)
        self._missing = _format(chosen.error, is_bold=True)
        self._quiet = _format(chosen.muted)
        self._seen = chosen

    def highlightBlock(self, text: str) -> None:
        """Dress a line."""
        if self._seen is not colours():
            self._dress(colours())
        if HEADING.fullmatch(text) or text.isupper():
            self.setFormat(0, len(text), self._heading)
        elif found := MARK.match(text):
            self.setFormat(found.start(), found.end() - found.start(), self._mark)
        if text.lstrip().startswith("|"):
            self._each(TABLE, text, self._quiet)
        if "*" in text:
            self._emphasis(BOLD, text, self._bold, 2)
            self._emphasis(ITALIC, text, self._italic, 1)
        if "[" in text:
            self._each(CITATION, text, self._citation)
            self._each(MISSING, text, self._missing)

    def _each(self, pattern: re.Pattern[str], text: str, dress: QTextCharFormat) -> None:
        for found in pattern.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), dress)

    def _emphasis(
        self, pattern: re.Pattern[str], text: str, dress: QTextCharFormat, stars: int
    ) -> None:
        for found in pattern.finditer(text):
            start, length = found.start(), found.end() - found.start()
            self.setFormat(start + stars, length - 2 * stars, dress)
            self.setFormat(start, stars, self._quiet)
            self.setFormat(start + length - stars, stars, self._quiet)


def _format(colour: str, *, is_bold: bool = False, is_italic: bool = False) -> QTextCharFormat:
    dress = QTextCharFormat()
    if colour:
        dress.setForeground(QColor(colour))
    if is_bold:
        dress.setFontWeight(QFont.Weight.Bold)
    dress.setFontItalic(is_italic)
    return dress
