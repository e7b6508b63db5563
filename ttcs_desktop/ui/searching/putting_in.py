"""A paragraph from elsewhere put into the draft, its source noted, as one step (chèn đoạn)."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from ttcs_desktop.i18n import _
from ttcs_desktop.services.note_places import free_label
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.model.draft import Draft
    from ttcs_desktop.model.found import Phrase


def put_in(office: Office, paragraph: str, *, note: str = "", sign: str = "") -> bool:
    """Put a paragraph below the cursor's line: `note` as a footnote, `sign` behind its words.

    Returns False when nothing is being written, or may not be changed.
    """
    if office.draft_on_desk() is None:
        told = _("Chưa có văn bản nào đang soạn; mở hoặc bắt đầu một văn bản rồi chèn.")
        office.messages.say(Message(told, topic="put-in", weight="warning"))
        return False
    text = office.text_on_desk()
    if text.isReadOnly():
        told = _("Văn bản đang soạn đã khoá nên không chèn được.")
        office.messages.say(Message(told, topic="put-in", weight="warning"))
        return False
    label = free_label(text.toPlainText()) if note else ""
    words = f"{paragraph} {sign}".rstrip() + (f"[^{label}]" if note else "")
    cursor = text.textCursor()
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    before = "\n\n" if cursor.block().text().strip() else ""
    cursor.insertText(f"{before}{words}")
    end = cursor.position()
    after = "\n" if cursor.block().next().text().strip() else ""
    cursor.insertText((f"\n\n[^{label}]: {note}" if note else "") + after)
    cursor.endEditBlock()
    cursor.setPosition(end)
    text.setTextCursor(cursor)
    office.messages.withdraw("put-in")
    office.go("editor")
    text.setFocus()
    return True


def keep_phrase(office: Office) -> None:
    """Keep what is selected in the draft, or the cursor's paragraph, as a phrase."""
    cursor = office.text_on_desk().textCursor()
    words = cursor.selectedText().replace("\u2029", " ") or cursor.block().text()
    keep_words(office, words, "", office.draft_on_desk())


def keep_words(office: Office, words: str, source: str, draft: "Draft | None") -> None:
    """Keep words as a phrase, and say so with a way to its name."""
    home = office.workbench.home

    def say(phrase: "Phrase") -> None:
        told = _("Đã giữ câu mẫu “{name}”.").format(name=phrase.name)
        office.messages.say(
            Message(told, topic="phrase", action=_("Đặt tên…"), act=lambda: office.go("search"))
        )

    office.background.run(
        lambda: home.keep_phrase(words, "", source, draft), say, office.messages.tell
    )
