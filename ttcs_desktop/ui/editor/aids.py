"""What helps a clerk to write, gathered round the text (trợ giúp khi gõ)."""

from collections.abc import Callable

from ttcs_desktop.ui.editor.inserting import changes
from ttcs_desktop.ui.editor.keys import Keys
from ttcs_desktop.ui.editor.pasting import Pasting
from ttcs_desktop.ui.editor.spelling_marks import SpellingMarks
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.editor.text_menu import TextMenu
from ttcs_desktop.ui.editor.word_menu import WordMenu
from ttcs_desktop.ui.screens import Office


class Aids:
    """Levels by key, cells, clean pasting, spelling, and what the menus do to the text."""

    def __init__(self, office: Office, text: TextEdit) -> None:
        self._office = office
        self._text = text
        self.keys = Keys(text)
        self.pasting = Pasting(office, text)
        self.spelling = SpellingMarks(office, text)
        self.menu = TextMenu(office, text, self.spelling)
        self.offers = WordMenu(office, text)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what each command does that changes the text."""
        return {
            **changes(self._text, self._office.workbench),
            "deeper": lambda: self.keys.move_level(is_higher=False),
            "higher": lambda: self.keys.move_level(is_higher=True),
            "paste-raw": self.pasting.paste_raw,
            "complete": self.offers.open,
        }
