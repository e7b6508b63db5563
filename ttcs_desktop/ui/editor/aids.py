"""What helps a clerk to write, gathered round the text (trợ giúp khi gõ)."""

from collections.abc import Callable

from ttcs_desktop.ui.editor.inserting import changes
from ttcs_desktop.ui.editor.keys import Keys
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.screens import Office


class Aids:
    """Levels by key, cells, and what the menus do to the text."""

    def __init__(self, office: Office, text: TextEdit) -> None:
        self._office = office
        self._text = text
        self.keys = Keys(text)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does that changes the text."""
        return {
            **changes(self._text, self._office.workbench),
            "deeper": lambda: self.keys.move_level(is_higher=False),
            "higher": lambda: self.keys.move_level(is_higher=True),
        }
