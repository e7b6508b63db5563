"""Commands on menus and tool bar, carried out by the screen that shows (bảng lệnh)."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from ttcs_desktop.i18n import LANGUAGES, _, language
from ttcs_desktop.ui.actions import TOOLBAR, WITH_WORDS, Command, menus
from ttcs_desktop.ui.icons import icon

LANGUAGE_NAMES = {"vi": "&Tiếng Việt", "en": "&English"}
"""Each language in its own words, whatever the window speaks."""

Act = Callable[[], object]


class CommandTable:
    """Holds every command once; greys those that nobody carries out now."""

    def __init__(self, window: QMainWindow, speak: Callable[[str], object]) -> None:
        self._window = window
        self._handlers: dict[str, Act] = {}
        self.actions: dict[str, QAction] = {}
        for menu in menus():
            shown = window.menuBar().addMenu(menu.title)
            for command in menu.commands:
                if command is None:
                    shown.addSeparator()
                else:
                    shown.addAction(self._make(command))
            if menu.id == "view":
                self._add_languages(shown, speak)
        self.toolbar = self._make_toolbar()

    def follow(self, handlers: dict[str, Act]) -> None:
        """Let these carry out the commands from now on."""
        self._handlers = handlers
        for name, action in self.actions.items():
            action.setEnabled(name in handlers)

    def trigger(self, name: str) -> None:
        """Carry out a command."""
        if name in self._handlers:
            self._handlers[name]()

    def _make(self, command: Command) -> QAction:
        action = QAction(command.text, self._window)
        action.setObjectName(command.id)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        name = command.text.replace("&", "").rstrip("…")
        keys = f" ({command.shortcut})" if command.shortcut else ""
        action.setToolTip(f"{command.tip or name}{keys}")
        action.setStatusTip(command.tip)
        action.setIconText(name)
        action.triggered.connect(lambda _on=False, id_=command.id: self.trigger(id_))
        self.actions[command.id] = action
        return action

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(_("Công cụ"))
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        for name in TOOLBAR:
            if not name:
                bar.addSeparator()
                continue
            bar.addAction(self.actions[name])
            button = bar.widgetForAction(self.actions[name])
            if isinstance(button, QToolButton):
                self._dress(button, name)
        return bar

    def _dress(self, button: QToolButton, name: str) -> None:
        button.setAccessibleName(self.actions[name].iconText())
        if name in WITH_WORDS or self.actions[name].icon().isNull():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _add_languages(self, menu: QMenu, speak: Callable[[str], object]) -> None:
        menu.addSeparator()
        languages = menu.addMenu(icon("language"), _("Ngôn ngữ · &Language"))
        group = QActionGroup(self._window)
        for code in LANGUAGES:
            action = languages.addAction(LANGUAGE_NAMES[code])
            action.setCheckable(True)
            action.setChecked(code == language())
            group.addAction(action)
            action.triggered.connect(lambda _on=False, code=code: speak(code))
