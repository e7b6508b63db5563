"""From an issued document to those who get it: signed, sent, printed (màn hình gửi và ký)."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.lazy_tabs import LazyTabs
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.sending.desk import Desk, DeskBar
from ttcs_desktop.ui.sending.hand_off import HandOffTab
from ttcs_desktop.ui.sending.letters import LettersTab
from ttcs_desktop.ui.sending.outbox import OutboxTab
from ttcs_desktop.ui.sending.papers import PapersTab
from ttcs_desktop.ui.sending.postman import Postman
from ttcs_desktop.ui.sending.signing import SigningTab

HAND_OFF, LETTERS, OUTBOX, SIGNING, PAPERS = range(5)


class SendingScreen(Screen):
    """One document at the top, a tab for each way out below it."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.desk = Desk(office, self)
        self.bar = DeskBar(office, self.desk)
        self.postman = Postman(office, self)
        self.tabs = LazyTabs(_("Gửi và ký"))
        self.tabs.offer(_("Trình ký, nhận lại"), lambda: HandOffTab(office, self.desk))
        self.tabs.offer(_("Soạn thư"), self._letters)
        self.tabs.offer(_("Hộp thư đi"), lambda: OutboxTab(office, self.postman))
        self.tabs.offer(_("Ký số"), lambda: SigningTab(office, self.desk))
        self.tabs.offer(_("In, phát hành"), lambda: PapersTab(office, self.desk))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)

    def title(self) -> str:
        """Return the screen's name."""
        return _("Gửi và ký")

    def arrive(self) -> None:
        """Take what is being written, where it is what is on the desk or nothing is; look again."""
        draft, path, out = self._office.draft_on_desk(), self._office.file_on_desk(), self.desk.out
        is_same = out is not None and out.path == path and out.composition.draft != draft
        if draft is not None and (out is None or is_same):
            self.desk.take(draft, path)
        for tab in self.tabs.made():
            if isinstance(tab, HandOffTab | OutboxTab):
                tab.look()

    def take(self, draft: Draft, path: Path | None) -> None:
        """Put a document on the desk."""
        self.desk.take(draft, path)

    def show_letters(self) -> None:
        """Show the letters that carry what is on the desk."""
        self.tabs.setCurrentIndex(LETTERS)

    def take_back(self, *paths: Path) -> None:
        """Take signed files back: known, verified, filed, ticked."""
        self.tabs.setCurrentIndex(HAND_OFF)
        tab = self.tabs.tab(HAND_OFF)
        if isinstance(tab, HandOffTab):
            tab.take(*paths)

    def _letters(self) -> QWidget:
        tab = LettersTab(self._office, self.desk)
        tab.put_in.connect(self._turn_to_outbox)
        return tab

    def _turn_to_outbox(self) -> None:
        self.tabs.setCurrentIndex(OUTBOX)
        tab = self.tabs.tab(OUTBOX)
        if isinstance(tab, OutboxTab):
            tab.look()
