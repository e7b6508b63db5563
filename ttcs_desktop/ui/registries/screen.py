"""Units, people, instruments, indicators, deadlines, templates, roll-overs (danh mục)."""

from PySide6.QtWidgets import QVBoxLayout

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.lazy_tabs import LazyTabs
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.registries.directory import Directory
from ttcs_desktop.ui.registries.instruments import Instruments
from ttcs_desktop.ui.registries.keeper import Keeper
from ttcs_desktop.ui.registries.lists import DueList, indicators
from ttcs_desktop.ui.registries.roll_over import RollOverSteps
from ttcs_desktop.ui.registries.templates import Templates
from ttcs_desktop.ui.registries.tools import Registry
from ttcs_desktop.ui.registries.units import Units
from ttcs_desktop.ui.screens import Office, Screen

UNITS, TEMPLATES = 0, 4


class RegistriesScreen(Screen):
    """One tab for each registry."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._may_be_lost = False
        self.keeper = Keeper(office, self)
        self.tabs = LazyTabs(_("Danh mục"))
        self.tabs.offer(_("Đơn vị"), lambda: Units(office, self.keeper))
        self.tabs.offer(_("Văn bản viện dẫn"), lambda: Instruments(office, self.keeper))
        self.tabs.offer(_("Chỉ tiêu"), lambda: indicators(office))
        self.tabs.offer(_("Thời hạn báo cáo"), lambda: DueList(office))
        self.tabs.offer(_("Mẫu văn bản"), lambda: Templates(office))
        self.tabs.offer(_("Chuyển kỳ"), lambda: RollOverSteps(office, self.keeper))
        self.tabs.offer(_("Người ký, liên hệ"), self._directory)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    def make_template_of(self, draft: Draft) -> None:
        """Make a template of a draft."""
        self.tabs.setCurrentIndex(TEMPLATES)
        tab = self.tabs.tab(TEMPLATES)
        if isinstance(tab, Templates):
            tab.make_of(draft)

    def _directory(self) -> Directory:
        made = Directory(self._office, self.keeper)
        made.wanted_unit.connect(self._show_unit)
        return made

    def _show_unit(self, unit_id: str) -> None:
        self.tabs.setCurrentIndex(UNITS)
        tab = self.tabs.tab(UNITS)
        if isinstance(tab, Units):
            tab.pick(unit_id)

    def title(self) -> str:
        """Return the screen's name."""
        return _("Danh mục")

    def holds_edits(self) -> bool:
        """Tell whether edits wait to be written."""
        return any(
            isinstance(tab, Registry | Templates) and tab.holds_edits() for tab in self.tabs.made()
        )

    def close_up(self) -> bool:
        """Let nobody lose edits without having been told."""
        if self._may_be_lost or not self.holds_edits():
            return True
        self._office.go("registries")
        self._office.messages.say(
            Message(
                _("Còn thay đổi chưa lưu trong danh mục."),
                topic="left",
                weight="warning",
                action=_("Bỏ thay đổi và đóng"),
                act=self._close_anyway,
            )
        )
        return False

    def _close_anyway(self) -> None:
        self._may_be_lost = True
        self.window().close()
