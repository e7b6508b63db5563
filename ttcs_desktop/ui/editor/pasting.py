"""Pasting into the text: cleaned, told in the message bar, and taken back there (dán)."""

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor

from ttcs_desktop.i18n import _
from ttcs_desktop.services.pasting import Cleaning, Pasted, cleaned, in_one_line
from ttcs_desktop.services.pipe_tables import is_table_row
from ttcs_desktop.ui.editor.carrying_out import units
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

CLEANED, APART = "pasted", "run-together"
"""Topics of the two messages."""
MOST_SPLITS = 300
"""Places told of at once."""


class Pasting:
    """Cleans what comes from other programs; what comes from the text itself goes back as it is."""

    def __init__(self, office: Office, text: TextEdit) -> None:
        self._office = office
        self._text = text
        text.paster = self.paste

    def paste_raw(self) -> None:
        """Paste the clipboard letter by letter."""
        if not self._text.isReadOnly():
            self._text.insertPlainText(QGuiApplication.clipboard().text())

    def paste(self, source: QMimeData) -> None:
        """Paste what another program copied."""
        known = self._office.workbench.spelling.known
        html = source.html() if source.hasHtml() else ""
        pasted = cleaned(source.text(), html, known)
        if is_table_row(self._text.line_text(self._text.line() - 1)):
            self._text.textCursor().insertText(in_one_line(pasted.text))
            return
        place, start = self._insert(pasted)
        if pasted.done:
            self._tell(pasted, place)
        if pasted.splits:
            self._propose(pasted, start)

    def _insert(self, pasted: Pasted) -> tuple[QTextCursor, int]:
        """Put it in as one step; return a cursor round it, and where its first letter stands."""
        cursor = self._text.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        begin = cursor.position()
        line, at = cursor.block().text(), cursor.positionInBlock()
        if pasted.is_block and line[:at].strip():
            cursor.insertText("\n\n")
        first = cursor.position()
        cursor.insertText(pasted.text)
        end = cursor.position()
        if pasted.is_block and line[at:].strip():
            cursor.insertText("\n\n")
        cursor.endEditBlock()
        cursor.setPosition(end)
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()
        return self._kept(begin, end), first

    def _kept(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that stays round a part of the text while the rest changes."""
        kept = QTextCursor(self._text.document())
        kept.setPosition(start)
        kept.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        kept.setKeepPositionOnInsert(True)
        return kept

    def _tell(self, pasted: Pasted, place: QTextCursor) -> None:
        did = "; ".join(_said(one) for one in pasted.done)
        told = _("Đã làm sạch phần vừa dán: {did}.").format(did=did)
        back = partial(self._put_back, place, pasted.raw)
        self._office.messages.say(
            Message(told, topic=CLEANED, action=_("Dán nguyên như cũ"), act=back)
        )

    def _put_back(self, place: QTextCursor, raw: str) -> None:
        self._office.messages.withdraw(APART)
        place.insertText(raw)
        self._text.setTextCursor(place)
        self._text.setFocus()

    def _propose(self, pasted: Pasted, start: int) -> None:
        splits = pasted.splits[:MOST_SPLITS]
        words = [(pasted.text[one.start : one.end], one.words) for one in splits]
        places = [
            self._kept(*(start + units(pasted.text[:at]) for at in (one.start, one.end)))
            for one in splits
        ]
        told = _("Có {count} chỗ chữ dính liền, như “{word}”: nên là “{words}”?").format(
            count=len(splits), word=words[0][0], words=words[0][1]
        )
        apart = partial(_put_apart, places, words)
        self._office.messages.say(Message(told, topic=APART, action=_("Tách chữ"), act=apart))


def _put_apart(places: list[QTextCursor], words: list[tuple[str, str]]) -> None:
    """Write words apart, as one step; those that were changed meanwhile stay."""
    step = QTextCursor(places[0].document())
    step.beginEditBlock()
    for place, (before, after) in zip(places, words, strict=True):
        if place.selectedText() == before:
            place.insertText(after)
    step.endEditBlock()


def _said(done: Cleaning) -> str:
    return {
        Cleaning.TCVN3: _("đổi từ bảng mã TCVN3"),
        Cleaning.VNI: _("đổi từ bảng mã VNI"),
        Cleaning.MOJIBAKE: _("chữa chữ bị vỡ bảng mã"),
        Cleaning.BULLETS: _("đổi ký hiệu đầu dòng thành - và +"),
        Cleaning.JOINED: _("nối các dòng bị ngắt thành đoạn"),
        Cleaning.TABLE: _("đổi các ô thành bảng"),
        Cleaning.DRESS: _("giữ danh sách, chữ đậm, chữ nghiêng"),
    }[done]
