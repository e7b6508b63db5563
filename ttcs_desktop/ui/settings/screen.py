"""The clerk's own choices: office, mailbox, backup (màn hình cài đặt)."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.services import settings_forms
from ttcs_desktop.services.mail_account import load_account, save_account
from ttcs_desktop.ui.lazy_tabs import LazyTabs
from ttcs_desktop.ui.screens import Office, Screen
from ttcs_desktop.ui.settings.backup_tab import BackupTab
from ttcs_desktop.ui.settings.form_tab import FormTab


class SettingsScreen(Screen):
    """One tab for each kind of choice."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.tabs = LazyTabs(_("Cài đặt"))
        self.tabs.offer(_("Chung"), self._general)
        self.tabs.offer(_("Hộp thư"), self._mailbox)
        self.tabs.offer(_("Sao lưu"), lambda: BackupTab(office))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    def title(self) -> str:
        """Return the screen's name."""
        return _("Cài đặt")

    def _general(self) -> QWidget:
        workbench = self._office.workbench

        def keep(answers: dict[str, Any]) -> None:
            workbench.save_settings(settings_forms.settings_of(answers, workbench.settings()))

        return FormTab(
            self._office,
            settings_forms.general_form(),
            lambda: settings_forms.general_answers(workbench.settings()),
            keep,
        )

    def _mailbox(self) -> QWidget:
        def keep(answers: dict[str, Any]) -> None:
            save_account(settings_forms.account_of(answers, load_account()))

        return FormTab(
            self._office,
            settings_forms.mail_form(),
            lambda: settings_forms.mail_answers(load_account()),
            keep,
        )
