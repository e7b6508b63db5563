"""The Qt binding itself can be trusted with a day's work."""

import sys

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot


def test_calls_into_qt_keep_their_references(qtbot: QtBot) -> None:
    """A binding built for Python 3.12 takes one from None at each call, until 3.11 dies of it."""
    text, picture = QPlainTextEdit(), QPixmap(4, 4)
    qtbot.addWidget(text)
    before = sys.getrefcount(None)
    for _ in range(500):
        text.insertPlainText("a")
        text.setReadOnly(False)
        painter = QPainter(picture)
        painter.setPen(QColor(0, 0, 0))
        painter.end()
    assert sys.getrefcount(None) >= before - 50
