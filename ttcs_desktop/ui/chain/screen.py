"""From guidance to plans, reports and the consolidated report (màn hình chuỗi văn bản)."""

from PySide6.QtWidgets import QVBoxLayout

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.chain.consolidation import ConsolidationTab
from ttcs_desktop.ui.chain.going_on import GoingOnTab
from ttcs_desktop.ui.chain.guidance import Guidance
from ttcs_desktop.ui.chain.plans import PlansTab
from ttcs_desktop.ui.chain.tasks import TasksTab
from ttcs_desktop.ui.chain.tracking import TrackingTab
from ttcs_desktop.ui.lazy_tabs import LazyTabs
from ttcs_desktop.ui.screens import Office, Screen


class ChainScreen(Screen):
    """One tab for each step of the chain."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.guidance = Guidance(office, self)
        self.tabs = LazyTabs(_("Theo dõi"))
        self.tabs.offer(
            _("Nhiệm vụ"), lambda: TasksTab(office, self.guidance, office.draft_on_desk)
        )
        self.tabs.offer(_("Lập kế hoạch"), lambda: PlansTab(office, self.guidance))
        self.tabs.offer(_("Báo cáo, kỳ sau"), lambda: GoingOnTab(office, office.draft_on_desk))
        self.tabs.offer(_("Tình hình"), lambda: TrackingTab(office))
        self.tabs.offer(_("Tổng hợp báo cáo"), lambda: ConsolidationTab(office))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    def title(self) -> str:
        """Return the screen's name."""
        return _("Theo dõi")
