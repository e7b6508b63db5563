"""The frame: rail of screens, menus, messages, status (cửa sổ chính)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Background
from ttcs_desktop.ui.command_table import CommandTable
from ttcs_desktop.ui.converting import offer_conversion
from ttcs_desktop.ui.dropped import documents_in, signed_in, words_in
from ttcs_desktop.ui.entries import Entry, entries
from ttcs_desktop.ui.message_bar import Message, MessageBar
from ttcs_desktop.ui.rail import Rail
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.status import Status

if TYPE_CHECKING:
    from ttcs_desktop.services.opening import Opened
    from ttcs_desktop.services.workbench import Workbench
    from ttcs_desktop.ui.editor.screen import EditorScreen
    from ttcs_desktop.ui.sending.screen import SendingScreen

POSTMAN = 60_000
"""Milliseconds after the start until what waits in the outbox is tried."""


class MainWindow(QMainWindow):
    """Shows one screen at a time and carries its commands."""

    language_wanted = Signal(str)
    """The clerk chose another language."""

    def __init__(self, workbench: "Workbench", background: Background) -> None:
        super().__init__()
        self._workbench = workbench
        self._background = background
        self.messages = MessageBar()
        self.office = Office(
            workbench,
            background,
            self.messages,
            self.go,
            self.take_up,
            self.open_file,
            self.ask_for_file,
            self.draft_on_desk,
            self.check_file,
            self.file_on_desk,
            self.send_out,
            lambda: self.editor().text,
            lambda screen_id: screen_id in self._entries,
        )
        self._entries: dict[str, Entry] = {entry.id: entry for entry in entries()}
        self._screens: dict[str, Screen] = {}
        self._stack = QStackedWidget()
        self.rail = Rail(tuple(self._entries.values()))
        self.rail.wanted.connect(self.go)
        self.status = Status(background)
        self.setStatusBar(self.status)
        self.commands = CommandTable(self, self.language_wanted.emit)
        background.crashed.connect(self.messages.tell)
        self.setAcceptDrops(True)
        self._lay_out()
        self._place()
        self.go("start")
        QTimer.singleShot(POSTMAN, self, self._send_what_waits)

    def go(self, screen_id: str) -> None:
        """Show a screen."""
        screen = self.screen_of(screen_id)
        self._stack.setCurrentWidget(screen)
        self.rail.mark(screen_id)
        self._follow_commands()
        self.commands.toolbar.setVisible(screen_id == "editor")
        self.status.show_footer(screen.footer())
        screen.arrive()
        self._show_title()

    def screen_of(self, screen_id: str) -> Screen:
        """Return a screen; it is made when it is first asked for."""
        if screen_id not in self._screens:
            screen = self._entries[screen_id].make(self.office)
            screen.title_changed.connect(self._show_title)
            screen.commands_changed.connect(self._follow_commands)
            self._screens[screen_id] = screen
            self._stack.addWidget(screen)
        return self._screens[screen_id]

    def editor(self) -> "EditorScreen":
        """Return the screen on which drafts are written."""
        from ttcs_desktop.ui.editor.screen import EditorScreen

        screen = self.screen_of("editor")
        assert isinstance(screen, EditorScreen)  # noqa: S101  the registry's own promise
        return screen

    def take_up(self, draft: Draft, path: Path | None, filed: Draft | None) -> bool:
        """Write on at a draft: its file, and what that file holds of it.

        Returns False when what is on the desk cannot be kept, and so stays there.
        """
        is_taken = self.editor().take_up(draft, path, filed)
        self.go("editor")
        return is_taken

    def carry_over(self, other: "MainWindow") -> None:
        """Take what is being written, and the place, from another window."""
        self.restoreGeometry(other.saveGeometry())
        if other.is_writing():
            editor, history = other.editor(), self._workbench.history
            draft_id = history.autosave.draft_id
            self.take_up(editor.writing.draft, editor.filing.path, editor.filing.filed)
            history.autosave.draft_id = draft_id

    def holds_edits(self) -> bool:
        """Tell whether a screen holds edits that would be lost with the window; it is shown."""
        edited = [id_ for id_, screen in self._screens.items() if screen.holds_edits()]
        if edited:
            self.go(edited[0])
        return bool(edited)

    def draft_on_desk(self) -> Draft | None:
        """Return what is being written, None when nothing is."""
        return self.editor().writing.draft if self.is_writing() else None

    def file_on_desk(self) -> Path | None:
        """Return the file of what is being written, None when it has none."""
        return self.editor().filing.path if self.is_writing() else None

    def is_writing(self) -> bool:
        """Tell whether a draft is on the desk."""
        return "editor" in self._screens

    def open_file(self, path: Path, line: int = 0) -> None:
        """Open a .docx or a text file, at a line of its text."""

        def show(opened: "Opened") -> None:
            self._show_opened(opened)
            if line:
                self.editor().text.go_to_line(line)

        self._background.run(lambda: self._workbench.open(path), show, self.messages.tell)

    def check_file(self, path: Path) -> None:
        """Hold a .docx against the official rules, and show what is found."""
        from ttcs_desktop.ui.checking.screen import CheckScreen

        self.go("check")
        screen = self.screen_of("check")
        if isinstance(screen, CheckScreen):
            screen.check(path)

    def send_out(self, draft: Draft, path: Path | None, *, by_mail: bool = False) -> None:
        """Hand off, send, sign or print a draft: its file, None for none."""
        self.go("sending")
        self._sending().take(draft, path)  # in place of what the screen took as it arrived
        if by_mail:
            self._sending().show_letters()

    def take_back(self, *paths: Path) -> None:
        """Take signed PDF or scans back."""
        self.go("sending")
        self._sending().take_back(*paths)

    def _send_what_waits(self) -> None:
        """Try what waited for a network when the last session ended."""
        self._sending().postman.try_again()

    def _sending(self) -> "SendingScreen":
        from ttcs_desktop.ui.sending.screen import SendingScreen

        screen = self.screen_of("sending")
        assert isinstance(screen, SendingScreen)  # noqa: S101  the registry's own promise
        return screen

    def make_template(self) -> None:
        """Make a template of what is being written."""
        from ttcs_desktop.ui.registries.screen import RegistriesScreen

        draft = self.draft_on_desk()
        self.go("registries")
        screen = self.screen_of("registries")
        if draft is not None and isinstance(screen, RegistriesScreen):
            screen.make_template_of(draft)

    def ask_for_file(self) -> None:
        """Ask which file to open."""
        kinds = _("Văn bản (*.docx *.txt);;Mọi tệp (*)")
        folder = self._workbench.settings().folder
        name, _kind = QFileDialog.getOpenFileName(self, _("Mở văn bản"), folder, kinds)
        if name:
            self.open_file(Path(name))

    def _show_opened(self, opened: "Opened") -> None:
        is_own_file = opened.is_ours or opened.path.suffix.lower() == ".txt"
        path = opened.path if is_own_file and not opened.suggested_encoding else None
        holds_all = path is not None and not opened.was_edited_outside
        self.take_up(opened.draft, path, opened.draft if holds_all else None)
        self._background.run(
            lambda: self._workbench.remember(opened.path, self.editor().title(), opened.draft),
            None,
            None,
        )
        if opened.was_edited_outside:
            told = _("Tệp này đã được sửa ở chương trình khác; đang dùng phần chữ đã sửa.")
            self.messages.say(Message(told, topic="outside"))
        if opened.suggested_encoding:
            offer_conversion(opened, self.office, self.editor().text)

    def _follow_commands(self) -> None:
        screen = self._stack.currentWidget()
        if isinstance(screen, Screen):
            self.commands.follow({**self._own_commands(), **screen.commands()})

    def _own_commands(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "new": lambda: self.go("start"),
            "search-all": lambda: self.go("search"),
            "open": self.ask_for_file,
            "quit": self.close,
            "settings": lambda: self.go("settings"),
            "shortcuts": self._show_shortcuts,
            "about": self._show_about,
        }
        return own | ({"make-template": self.make_template} if self.is_writing() else {})

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.commands.toolbar)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(right)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _place(self) -> None:
        room = self.screen().availableGeometry()
        kept = self._workbench.settings().window
        if not kept or not self.restoreGeometry(QByteArray.fromHex(kept.encode())):
            self.resize(QSize(1366, 740).boundedTo(room.size()))
            if room.width() <= 1400:
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def _show_title(self) -> None:
        screen = self._stack.currentWidget()
        assert isinstance(screen, Screen)  # noqa: S101  only screens are put there
        words = screen.title()
        self.setWindowTitle(f"{words}[*] — TTCS" if words else "TTCS[*]")
        self.setWindowModified(screen.is_changed())

    def _show_shortcuts(self) -> None:
        from ttcs_desktop.ui.help import Shortcuts

        Shortcuts(self).show()

    def _show_about(self) -> None:
        from ttcs_desktop.ui.help import about

        about(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be opened."""
        if documents_in(event) or signed_in(event) or words_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped; take a signed file back."""
        if paths := documents_in(event):
            self.open_file(paths[0])
        elif signed := signed_in(event):
            self.take_back(*signed)
        else:
            self.take_up(Draft(text=words_in(event)), None, None)
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what no file holds, and the window's place."""
        import dataclasses

        from ttcs_desktop.errors import UserError

        staying = [screen for screen in self._screens.values() if not screen.close_up()]
        if staying:
            event.ignore()
            return
        try:
            place = self.saveGeometry().toHex().toStdString()
            settings = dataclasses.replace(self._workbench.settings(), window=place)
            self._workbench.save_settings(settings)
        except UserError as error:
            self.messages.tell(error)
        super().closeEvent(event)
