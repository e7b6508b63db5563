"""The way to where the mailbox is set up (khai báo hộp thư)."""

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

SETTINGS = "settings"


def can_set_up(office: Office) -> bool:
    """Tell whether there is a screen to set the mailbox up."""
    return office.has_screen(SETTINGS)


def say_missing(office: Office) -> None:
    """Say that there is no mailbox to send from, and lead to where it is set up."""
    office.messages.say(
        Message(
            _("Chưa khai báo hộp thư để gửi. Thư nháp .eml thì không cần hộp thư."),
            topic="error",
            weight="warning",
            action=_("Khai báo hộp thư…") if can_set_up(office) else "",
            act=lambda: office.go(SETTINGS),
        )
    )
