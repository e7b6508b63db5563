"""Keys that mean more than a letter in the text (phím Tab, Shift+Tab, Enter).

No key is taken while an input method composes a syllable: it belongs to the method.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ttcs_desktop.services.levels import deeper, going_on, higher, mark_of
from ttcs_desktop.services.line_edits import Edit
from ttcs_desktop.services.pipe_tables import cell_below, is_table_row, next_cell, previous_cell
from ttcs_desktop.ui.editor.carrying_out import carry_out
from ttcs_desktop.ui.editor.text_edit import TextEdit

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_QUIET = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keys:
    """Moves levels, goes through cells, and goes on with the next mark."""

    def __init__(self, text: TextEdit) -> None:
        self._text = text
        text.takers.append(self)

    def wants_tab(self) -> bool:
        """Tell whether Tab means something here; elsewhere it leads out of the text."""
        first, last = self._text.selected_lines()
        lines = [self._text.line_text(at) for at in range(first, last + 1)]
        return any(is_table_row(line) or mark_of(line) is not None for line in lines)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means, and tell whether it means something here."""
        held = event.modifiers() & ~_QUIET
        if event.key() in _TABS and held in {Qt.KeyboardModifier.NoModifier, _SHIFT}:
            is_back = event.key() == Qt.Key.Key_Backtab or held == _SHIFT
            self.move_level(is_higher=is_back)
            return True
        if event.key() not in ENTER:
            return False
        if held == _SHIFT:
            self._text.insert("\n")
            return True
        return held == Qt.KeyboardModifier.NoModifier and self._go_on()

    def move_level(self, *, is_higher: bool) -> None:
        """Make the selected items deeper or higher; in a table, go to the next cell or back."""
        lines, (first, last) = self._text.all_lines(), self._text.selected_lines()
        column = self._text.column()
        if is_table_row(lines[first]):
            go = previous_cell if is_higher else next_cell
            self._carry_out(go(lines, self._text.line() - 1, column))
            return
        move = higher if is_higher else deeper
        self._carry_out(move(lines, first, last, column), keeps_selection=first != last)

    def _go_on(self) -> bool:
        if self._text.textCursor().hasSelection():
            return False
        at = self._text.line() - 1
        line = self._text.line_text(at)
        if not is_table_row(line) and mark_of(line) is None:
            return False
        act = cell_below if is_table_row(line) else going_on
        edit = act(self._text.all_lines(), at, self._text.column())
        self._carry_out(edit)
        return edit is not None

    def _carry_out(self, edit: Edit | None, *, keeps_selection: bool = False) -> None:
        if edit is not None:
            carry_out(self._text, edit, keeps_selection=keeps_selection)
