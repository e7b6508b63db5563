"""The screens on the rail: a new one is a class and a line here (danh sách màn hình)."""

from collections.abc import Callable
from dataclasses import dataclass

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.screens import Office, Screen


@dataclass(frozen=True, slots=True)
class Entry:
    """A screen on the rail; it is made when it is first shown."""

    id: str
    title: str
    icon: str
    make: Callable[[Office], Screen]


def entries() -> tuple[Entry, ...]:
    """Return the screens in the order of the rail, in the language spoken now."""
    return (
        Entry("start", _("Bắt đầu"), "new", _start),
        Entry("editor", _("Soạn thảo"), "write", _editor),
        Entry("check", _("Kiểm tra"), "check", _check),
        Entry("chain", _("Theo dõi"), "chain", _chain),
        Entry("sending", _("Gửi, ký"), "send", _sending),
        Entry("search", _("Tìm kiếm"), "find", _search),
        Entry("register", _("Sổ văn bản"), "register", _register),
        Entry("registries", _("Danh mục"), "registry", _registries),
        Entry("settings", _("Cài đặt"), "settings", _settings),
    )


def _start(office: Office) -> Screen:
    from ttcs_desktop.ui.start.screen import StartScreen

    return StartScreen(office)


def _editor(office: Office) -> Screen:
    from ttcs_desktop.ui.editor.screen import EditorScreen

    return EditorScreen(office)


def _check(office: Office) -> Screen:
    from ttcs_desktop.ui.checking.screen import CheckScreen

    return CheckScreen(office)


def _chain(office: Office) -> Screen:
    from ttcs_desktop.ui.chain.screen import ChainScreen

    return ChainScreen(office)


def _sending(office: Office) -> Screen:
    from ttcs_desktop.ui.sending.screen import SendingScreen

    return SendingScreen(office)


def _search(office: Office) -> Screen:
    from ttcs_desktop.ui.searching.screen import SearchScreen

    return SearchScreen(office)


def _register(office: Office) -> Screen:
    from ttcs_desktop.ui.register.screen import RegisterScreen

    return RegisterScreen(office)


def _registries(office: Office) -> Screen:
    from ttcs_desktop.ui.registries.screen import RegistriesScreen

    return RegistriesScreen(office)


def _settings(office: Office) -> Screen:
    from ttcs_desktop.ui.settings.screen import SettingsScreen

    return SettingsScreen(office)
