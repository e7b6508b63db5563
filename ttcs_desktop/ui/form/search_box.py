"""A line to search in by typing, with or without marks (ô tìm)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import mark_wrong

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
        self._name = ""
        self._shown: dict[str, str] = {}
        self._names = QStringListModel(self)
        self._popup = QListView()
        self._popup.setObjectName("choices")
        self._popup.setUniformItemSizes(True)
        self._popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.setAccessibleName(_("Kết quả tìm"))
        self.setCompleter(self._make_completer())
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(_("Gõ vài chữ để tìm, có dấu hay không đều được"))
        self._add_list_button()
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._take_first)
        self.editingFinished.connect(self._settle)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        completer.setPopup(self._popup)
        completer.activated.connect(self._choose_name)
        return completer

    def _add_list_button(self) -> None:
        action = QAction(icon("find"), _("Xem danh sách"), self)
        action.setShortcut(QKeySequence("Alt+Down"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.open_list)
        self.addAction(action, QLineEdit.ActionPosition.LeadingPosition)

    def id(self) -> str:
        """Return the id chosen, "" for none."""
        return self._id

    def set_choice(self, choice: Choice | None) -> None:
        """Show a choice without telling of it."""
        self._id, self._name = choice or ("", "")
        self._show_name()

    def open_list(self) -> None:
        """Show everything there is to choose."""
        self._offer("")
        self.completer().complete()

    def _search(self, text: str) -> None:
        self._offer(text.strip())
        if not text.strip():
            self._choose("", "")

    def _offer(self, query: str) -> None:
        found = list(self._find(query))[:MOST_SHOWN]
        names = [name for _id, name in found]
        self._shown = {
            name if names.count(name) == 1 else f"{name} ({id_})": id_ for id_, name in found
        }
        self._names.setStringList(list(self._shown))

    def _choose_name(self, name: str) -> None:
        if name in self._shown:
            self._choose(self._shown[name], name)
            self._show_name()

    def _take_first(self) -> None:
        """Take the first of the list on Enter, unless another row is marked there."""
        is_marked = self._popup.currentIndex().isValid()
        if self.text() != self._name and self._popup.isVisible() and not is_marked:
            self._choose_name(next(iter(self._shown), ""))

    def _settle(self) -> None:
        """Take what was typed in full, or the only one found; else what was chosen before."""
        typed = self.text().strip()
        if not typed or typed == self._name or self._popup.isVisible():
            return
        names = [name for name in self._shown if name.casefold() == typed.casefold()]
        if not names and len(self._shown) == 1:
            names = list(self._shown)
        if names:
            self._choose_name(names[0])
        elif self._id:
            self._show_name()
        else:
            mark_wrong(self, is_wrong=True)

    def _show_name(self) -> None:
        self.setText(self._name)
        self.setToolTip(self._name)
        self.setCursorPosition(0)
        mark_wrong(self, is_wrong=False)

    def _choose(self, id_: str, name: str) -> None:
        is_other = id_ != self._id
        self._id, self._name = id_, name
        mark_wrong(self, is_wrong=False)
        if is_other:
            self.chosen.emit(id_)
