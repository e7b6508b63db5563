"""Text in an old encoding is turned into Unicode when the clerk says so (chuyển bảng mã)."""

from typing import TYPE_CHECKING

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.opening import Opened
    from ttcs_desktop.ui.editor.text_edit import TextEdit


def offer_conversion(opened: "Opened", office: Office, text: "TextEdit") -> None:
    """Offer to turn a text that was opened into Unicode; its file stays as it is."""
    encoding = opened.suggested_encoding
    told = _("Văn bản có vẻ dùng bảng mã cũ ({encoding}); tệp gốc sẽ được giữ nguyên.")

    def convert() -> None:
        draft = office.draft_on_desk()
        if draft is not None:
            office.background.run(
                lambda: office.workbench.convert_encoding(draft, encoding),
                lambda converted: text.replace(converted.text),
                office.messages.tell,
            )

    office.messages.say(
        Message(
            told.format(encoding=encoding.upper()),
            topic="encoding",
            weight="warning",
            action=_("Chuyển sang Unicode"),
            act=convert,
        )
    )
