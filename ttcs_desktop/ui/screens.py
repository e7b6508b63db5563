"""What every screen of the window is, and what it is given (các màn hình)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.background import Background
from ttcs_desktop.ui.message_bar import MessageBar

if TYPE_CHECKING:
    from ttcs_desktop.services.workbench import Workbench


@dataclass(frozen=True)
class Office:
    """What every screen is given: the services, other threads, a voice, and the way about."""

    workbench: "Workbench"
    background: Background
    messages: MessageBar
    go: Callable[[str], object]
    """Show the screen with this id."""
    take_up: Callable[[Draft, Path | None, Draft | None], bool]
    """Write on at a draft: its file, and what that file holds of it, None for nothing."""
    open_file: Callable[..., object]
    """Open a file: its path, and the line to go to."""
    ask_for_file: Callable[[], object]
    draft_on_desk: Callable[[], Draft | None]
    """What is being written, None when nothing is."""
    check_file: Callable[[Path], object]
    """Hold a .docx against the official rules, and show what is found."""
    file_on_desk: Callable[[], Path | None]
    """The file of what is being written, None when it has none."""
    send_out: Callable[..., object]
    """Hand off, send, sign or print a draft: its file, None for none; `by_mail` shows letters."""
    text_on_desk: Callable[[], QPlainTextEdit]
    """Where the text of a draft is typed; ask `draft_on_desk` first whether there is one."""
    has_screen: Callable[[str], bool]
    """Tell whether there is a screen with this id."""


class Screen(QWidget):
    """One screen: it names the commands that it carries out, the window does the rest."""

    title_changed = Signal()
    """The title is another one, or no longer what a file holds."""

    commands_changed = Signal()
    """Other commands can be carried out now."""

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each command id; the others are greyed while it shows."""
        return {}

    def title(self) -> str:
        """Return what the window's title says, "" for the product's name alone."""
        return ""

    def is_changed(self) -> bool:
        """Tell whether the screen holds something that no file does."""
        return False

    def holds_edits(self) -> bool:
        """Tell whether the screen holds edits that would be lost with the window."""
        return False

    def footer(self) -> QWidget | None:
        """Return what stands in the line at the bottom while the screen shows."""
        return None

    def arrive(self) -> None:
        """Take the stage."""

    def close_up(self) -> bool:
        """End: the window closes; False keeps it open, for something would be lost."""
        return True
