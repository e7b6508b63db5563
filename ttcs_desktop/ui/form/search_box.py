"""A line to search in by typing, with or without marks (ô tìm)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ttcs_desktop.i18n import _

Choice = tuple[str, str]
"""Id and what is shown of it."""
Find = Callable[[str], Sequence[Choice]]
MOST_SHOWN = 40


class SearchBox(QLineEdit):
    """Holds the id of something chosen from a long list; `find` searches it."""

    chosen = Signal(str)

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._id = ""
        self._shown: dict[str, str] = {}
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        popup = completer.popup()
        if popup is not None:
            popup.setAccessibleName(_("Kết quả tìm"))
        completer.activated.connect(self._choose_name)
        self.setCompleter(completer)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(_("Gõ vài chữ để tìm, có dấu hay không đều được"))
        self.textEdited.connect(self._search)
        self.editingFinished.connect(self._settle)

    def id(self) -> str:
        """Return the id chosen, "" for none."""
        return self._id

    def set_choice(self, choice: Choice | None) -> None:
        """Show a choice without telling of it."""
        self._id, name = choice or ("", "")
        self.setText(name)
        self.setCursorPosition(0)

    def open_list(self) -> None:
        """Show everything there is to choose."""
        self._offer("")
        self.completer().complete()

    def _search(self, text: str) -> None:
        self._offer(text.strip())
        if not text.strip() and self._id:
            self._choose("")

    def _offer(self, query: str) -> None:
        found = list(self._find(query))[:MOST_SHOWN]
        self._shown = {name: id_ for id_, name in found}
        self._names.setStringList(list(self._shown))

    def _choose_name(self, name: str) -> None:
        if name in self._shown:
            self._choose(self._shown[name])
            self.setCursorPosition(0)

    def _settle(self) -> None:
        """Take the only one found, or what was typed in full; the rest is for the clerk."""
        typed = self.text().strip()
        popup = self.completer().popup()
        if not typed or (popup is not None and popup.isVisible()):
            return
        names = [name for name in self._shown if name.casefold() == typed.casefold()]
        if not names and len(self._shown) == 1:
            names = list(self._shown)
        if names and self._shown[names[0]] != self._id:
            self.setText(names[0])
            self._choose_name(names[0])

    def _choose(self, id_: str) -> None:
        if id_ != self._id:
            self._id = id_
            self.chosen.emit(id_)


def show_all_on_arrow(box: SearchBox) -> None:
    """Give a search box a button that opens the whole list, reached by Alt+Down too."""
    from PySide6.QtGui import QAction, QKeySequence

    from ttcs_desktop.ui.icons import icon

    action = QAction(icon("find"), _("Xem danh sách"), box)
    action.setShortcut(QKeySequence("Alt+Down"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(box.open_list)
    box.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
