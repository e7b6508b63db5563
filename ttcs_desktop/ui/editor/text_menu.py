"""The menu behind the right mouse button in the text (trình đơn ngữ cảnh)."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from ttcs_desktop.i18n import _
from ttcs_desktop.services.levels import mark_of
from ttcs_desktop.services.pipe_tables import is_table_row
from ttcs_desktop.ui.editor.spelling_marks import SpellingMarks
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

ALWAYS = ("bold", "italic", "", "complete", "citation", "footnote", "go-footnote", "table")
ON_ITEMS = ("deeper", "higher")
IN_TABLES = ("table-row", "table-column", "table-drop-row", "table-drop-column")


class TextMenu(QObject):
    """Qt's own menu for cutting and pasting, with what the place calls for before and after."""

    def __init__(self, office: Office, text: TextEdit, marks: SpellingMarks) -> None:
        super().__init__(text)
        self._office = office
        self._text = text
        self._marks = marks
        text.installEventFilter(self)
        text.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Show the menu in place of Qt's own."""
        if not isinstance(event, QContextMenuEvent):
            return False
        is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = event.pos() if is_by_mouse else self._text.cursorRect().bottomLeft()
        menu = self.menu(at)
        menu.popup(self._text.viewport().mapToGlobal(at))
        return True

    def menu(self, at: QPoint) -> QMenu:
        """Return the menu for a place of the view."""
        place = self._text.cursorForPosition(at)
        menu = self._text.createStandardContextMenu(at)
        if menu.actions() and not self._text.isReadOnly():
            first = menu.actions()[0]
            self._add_suggestions(menu, first, place)
            self._add_commands(menu, first, place)
        return menu

    def _add_suggestions(self, menu: QMenu, first: QAction, place: QTextCursor) -> None:
        around = self._marks.word_at(place)
        if around is None:
            return
        word = around.selectedText()
        for suggestion in self._office.workbench.spelling.suggestions(word):
            action = QAction(suggestion, menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(_put, around, suggestion))
            menu.insertAction(first, action)
        learn = QAction(_("Thêm “{word}” vào từ điển cơ quan").format(word=word), menu)
        learn.triggered.connect(partial(self._learn, word))
        menu.insertAction(first, learn)
        menu.insertSeparator(first)

    def _add_commands(self, menu: QMenu, first: QAction, place: QTextCursor) -> None:
        line = place.block().text()
        wanted = IN_TABLES if is_table_row(line) else ON_ITEMS if mark_of(line) else ()
        for names in (wanted, ALWAYS):
            for name in names:
                action = self._command(name)
                if action is not None:
                    menu.insertAction(first, action)
                elif not name:
                    menu.insertSeparator(first)
            if names:
                menu.insertSeparator(first)
        raw = self._command("paste-raw")
        if raw is not None:
            menu.addAction(raw)

    def _command(self, name: str) -> QAction | None:
        return self._text.window().findChild(QAction, name) if name else None

    def _learn(self, word: str) -> None:
        spelling = self._office.workbench.spelling
        self._office.background.run(
            partial(spelling.learn, word),
            lambda _none: self._say_learnt(word),
            self._office.messages.tell,
        )

    def _say_learnt(self, word: str) -> None:
        self._marks.forget()
        told = _("Từ nay “{word}” được coi là đúng ở cơ quan này.").format(word=word)
        act = partial(self._unlearn, word)
        message = Message(told, topic="lexicon", action=_("Bỏ khỏi từ điển"), act=act)
        self._office.messages.say(message)

    def _unlearn(self, word: str) -> None:
        spelling = self._office.workbench.spelling
        self._office.background.run(
            partial(spelling.forget, word),
            lambda _none: self._marks.forget(),
            self._office.messages.tell,
        )


def _put(around: QTextCursor, words: str) -> None:
    around.insertText(words)
