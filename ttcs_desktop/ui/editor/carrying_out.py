"""Changes that were worked out elsewhere, made in the text (thực hiện thay đổi)."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from ttcs_desktop.services.line_edits import Edit, Piece


def carry_out(text: QPlainTextEdit, edit: "Edit", *, keeps_selection: bool = False) -> None:
    """Make a change, as one step that can be undone."""
    cursor, kept = text.textCursor(), text.textCursor()
    lines = text.toPlainText().split("\n")
    cursor.beginEditBlock()
    for piece in sorted(edit.pieces, key=lambda one: (one.line, one.start), reverse=True):
        _put(cursor, lines, piece)
    cursor.endEditBlock()
    if keeps_selection:
        text.setTextCursor(kept)
        return
    block = text.document().findBlockByNumber(edit.line)
    begins = edit.column - edit.selected
    cursor.setPosition(block.position() + units(block.text()[:begins]))
    ends = block.position() + units(block.text()[: edit.column])
    cursor.setPosition(ends, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.ensureCursorVisible()


def _put(cursor: QTextCursor, lines: list[str], piece: "Piece") -> None:
    is_inside = piece.end <= len(lines[piece.line])
    words = lines[piece.line] if is_inside else "\n".join(lines[piece.line :])
    start = cursor.document().findBlockByNumber(piece.line).position()
    start += units(words[: piece.start])
    cursor.setPosition(start)
    end = start + units(words[piece.start : piece.end])
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(piece.words)


def units(text: str) -> int:
    """Return the length as Qt counts it: characters beyond the first plane count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def letters(text: str, length: int) -> int:
    """Return how many letters of a text have this length as Qt counts it."""
    count = min(length, len(text))
    while units(text[:count]) > length:
        count -= 1
    return count
