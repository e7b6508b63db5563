"""What the words before the cursor may become, asked for by a key (gợi ý từ ngữ).

Nothing opens by itself, so that no key of an input method is ever taken.
"""

import datetime
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from ttcs_desktop.i18n import _
from ttcs_desktop.services.word_offers import WordOffer
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.editor.carrying_out import units
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

LONGEST = 90
"""Letters of an offer that show."""


class WordMenu:
    """Shows offers at the cursor; the one chosen takes the place of what was begun."""

    def __init__(self, office: Office, text: TextEdit) -> None:
        self._office = office
        self._text = text
        self._looking = Latest(office.background)
        self.menu = QMenu(text)
        self.menu.setAccessibleName(_("Gợi ý từ ngữ"))

    def open(self) -> None:
        """Look what the words before the cursor may become."""
        if self._text.isReadOnly():
            return
        place = self._text.textCursor()
        before = place.block().text()[: place.positionInBlock()]
        draft = self._office.draft_on_desk()
        today = datetime.datetime.now().astimezone().date()
        date = (draft.date if draft else None) or today
        offers = self._office.workbench.word_offers
        self._looking.submit(
            lambda: offers.after(before, date),
            partial(self._show, place),
            self._office.messages.tell,
        )

    def _show(self, place: QTextCursor, offers: tuple[WordOffer, ...]) -> None:
        if place.position() != self._text.textCursor().position():
            return
        if not offers:
            told = _("Không có đơn vị, văn bản hay câu mẫu nào bắt đầu như vậy.")
            self._office.messages.say(Message(told, topic="offers"))
            return
        self.menu.clear()
        for offer in offers:
            is_long = len(offer.shown) > LONGEST
            shown = f"{offer.shown[:LONGEST]}…" if is_long else offer.shown
            action = self.menu.addAction(shown.replace("&", "&&"))
            action.triggered.connect(partial(self._put, place, offer))
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(self._text.viewport().mapToGlobal(self._text.cursorRect().bottomLeft()))

    def _put(self, place: QTextCursor, offer: WordOffer, _checked: bool = False) -> None:
        end = place.position()
        before = place.block().text()[: place.positionInBlock()]
        begun = before[len(before) - offer.replaced :]
        place.setPosition(end - units(begun))
        place.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        place.insertText(offer.words)
        self._text.setTextCursor(place)
        self._text.setFocus()
