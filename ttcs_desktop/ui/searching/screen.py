"""Find in all documents, and keep phrases (màn hình tìm kiếm)."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.lazy_tabs import LazyTabs
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.searching.finding import Finding
from ttcs_desktop.ui.searching.phrases import PhraseTab


class SearchScreen(Screen):
    """Two tabs: all documents, and the clerk's own phrases."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.tabs = LazyTabs(_("Tìm kiếm"))
        self.tabs.offer(_("Mọi văn bản"), lambda: Finding(office))
        self.tabs.offer(_("Câu mẫu"), lambda: PhraseTab(office))
        self.tabs.currentChanged.connect(lambda _number: self.arrive())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return nothing: the window's own commands are enough here."""
        return {}

    def arrive(self) -> None:
        """Put the keyboard where words are typed, and look again."""
        shown: QWidget = self.tabs.tab(self.tabs.currentIndex())
        if isinstance(shown, Finding | PhraseTab):
            shown.arrive()
