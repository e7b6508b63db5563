"""The clerk's own choices: kept as they are given, and taken back; backups made and put back."""

from pathlib import Path

import pytest
from ui.hands import Until

from ttcs_desktop.model.mail import Security
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mail_account import load_account
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.settings.backup_tab import BackupTab
from ttcs_desktop.ui.settings.form_tab import FormTab
from ttcs_desktop.ui.settings.screen import SettingsScreen


@pytest.fixture
def workbench() -> Workbench:
    """Return the real services with what ships."""
    return Workbench(Library())


@pytest.fixture
def screen(window: MainWindow) -> SettingsScreen:
    window.commands.actions["settings"].trigger()
    shown = window.screen_of("settings")
    assert isinstance(shown, SettingsScreen)
    return shown


def form(screen: SettingsScreen, number: int, until: Until) -> FormTab:
    screen.tabs.setCurrentIndex(number)
    tab = screen.tabs.tab(number)
    assert isinstance(tab, FormTab)
    until(lambda: tab._kept)
    return tab


def test_choices_are_kept_as_they_are_given_and_taken_back(
    screen: SettingsScreen, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    tab = form(screen, 0, until)
    tab.panel.input("unit").show_value("btgtu")
    tab.panel.input("folder").show_value("/srv/van-ban")
    tab.panel.changed.emit()
    until(lambda: workbench.settings().folder == "/srv/van-ban")
    assert workbench.settings().unit == "btgtu"
    until(window.messages.text)
    window.messages.act()
    until(lambda: workbench.settings().folder == "")


def test_a_pattern_of_names_that_cannot_be_understood_is_told(
    screen: SettingsScreen, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    tab = form(screen, 0, until)
    tab.panel.input("name_pattern").show_value("{loai}-{số")
    tab.panel.changed.emit()
    until(lambda: "Không hiểu mẫu tên tệp" in window.messages.text())
    assert workbench.settings().name_pattern == "{type}-{number}-{unit}-{date}"


def test_the_mailbox_is_set_up_without_its_password(screen: SettingsScreen, until: Until) -> None:
    tab = form(screen, 1, until)
    answers = {"email": "vt@btg.example", "host": "thu.example", "port": 465, "security": "tls"}
    for name, value in answers.items():
        tab.panel.input(name).show_value(value)
    tab.panel.changed.emit()
    until(lambda: load_account().host == "thu.example")
    account = load_account()
    assert (account.email, account.port, account.security) == ("vt@btg.example", 465, Security.TLS)


def test_a_backup_is_made_looked_at_put_back_and_undone(
    screen: SettingsScreen, window: MainWindow, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    own = workbench.library.own / "templates" / "mau" / "template.toml"
    own.parent.mkdir(parents=True)
    own.write_text('title = "Mẫu"', encoding="utf-8")
    screen.tabs.setCurrentIndex(2)
    tab = screen.tabs.tab(2)
    assert isinstance(tab, BackupTab)
    path = tmp_path / "sao-luu.zip"
    tab.asker.save = lambda *_asked: path  # type: ignore[method-assign]
    tab.asker.open = lambda *_asked: path  # type: ignore[method-assign]
    tab.make.click()
    until(lambda: "Đã sao lưu" in tab.told.text())
    own.write_text('title = "Hỏng"', encoding="utf-8")
    tab.choose.click()
    until(tab.restore.isEnabled)
    tab.restore.click()
    until(lambda: "Đã khôi phục" in tab.told.text())
    assert own.read_text(encoding="utf-8") == 'title = "Mẫu"'
    window.messages.act()
    until(lambda: "trở lại" in tab.told.text())
    assert own.read_text(encoding="utf-8") == 'title = "Hỏng"'
