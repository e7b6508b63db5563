"""The way to where the mailbox is set up (khai báo hộp thư)."""

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.entries import entries
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

SETTINGS = "settings"


def can_set_up() -> bool:
    """Tell whether there is a screen to set the mailbox up."""
    return any(entry.id == SETTINGS for entry in entries())


def say_missing(office: Office) -> None:
    """Say that there is no mailbox to send from, and lead to where it is set up."""
    office.messages.say(
        Message(
            _("Chưa khai báo hộp thư để gửi. Thư nháp .eml thì không cần hộp thư."),
            topic="error",
            weight="warning",
            action=_("Khai báo hộp thư…") if can_set_up() else "",
            act=lambda: office.go(SETTINGS),
        )
    )
