"""What a clerk's hands do in the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ttcs_desktop.ui.editor.screen import EditorScreen

Until = Callable[[Callable[[], object]], None]
"""Wait until something holds, while the window lives on."""


def press(widget: QWidget, key: Qt.Key, letters: str = "") -> None:
    """Press a key and let it go."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(
            widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letters)
        )


def write(widget: QWidget, words: str) -> None:
    """Type words, Vietnamese ones too."""
    widget.setFocus()
    for letter in words:
        press(widget, Qt.Key.Key_unknown, letter)


def type_into(line: QLineEdit, words: str) -> None:
    """Type words in place of what a line holds."""
    line.selectAll()
    write(line, words)


def answer(editor: EditorScreen, field: str, words: str) -> None:
    """Type the answer of a field that is one line."""
    line = editor.form.input(field).inner
    assert isinstance(line, QLineEdit)
    type_into(line, words)
