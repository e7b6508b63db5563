"""One letter, to be read and mended before it goes (nội dung thư)."""

import re
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Mail, MailAddress
from ttcs_desktop.ui.look import GAP, TIGHT

ADDRESS_LINES = 2
_BETWEEN = re.compile(r"[\s;,<>]+")
"""What clerks put between several addresses."""


class LetterCard(QWidget):
    """Shows whom a letter goes to, its subject, words and files."""

    changed = Signal(object)
    """The letter as it was mended."""

    def __init__(self, *, is_fixed: bool = False) -> None:
        super().__init__()
        self._mail: Mail | None = None
        self._is_shown = False
        self.to, self.subject, self.body = QPlainTextEdit(), QLineEdit(), QPlainTextEdit()
        self.files, self.note = QLabel(), QLabel()
        for box in (self.to, self.subject, self.body):
            box.setReadOnly(is_fixed)
        self._lay_out()
        self.to.textChanged.connect(self._tell)
        self.subject.textEdited.connect(lambda _text: self._tell())
        self.body.textChanged.connect(self._tell)
        self.show_mail(None)

    def show_mail(self, mail: Mail | None, note: str = "") -> None:
        """Show a letter, or none, and what the clerk should see to in it."""
        from ttcs_desktop.services.mailing import megabytes

        self._mail = mail
        self._is_shown = True
        self.to.setPlainText(", ".join(one.email for one in mail.to) if mail else "")
        self.subject.setText(mail.subject if mail else "")
        self.subject.setCursorPosition(0)
        self.body.setPlainText(mail.body if mail else "")
        files = (
            [f"{one.name} ({megabytes(len(one.data))})" for one in mail.attachments] if mail else []
        )
        total = sum(len(one.data) for one in mail.attachments) if mail else 0
        told = _("Kèm theo {total}: {files}").format(total=megabytes(total), files=", ".join(files))
        self.files.setText(told if files else "")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setEnabled(mail is not None)
        self._is_shown = False

    def _tell(self) -> None:
        if self._is_shown or self._mail is None:
            return
        names = {one.email: one.name for one in self._mail.to}
        typed = [word for word in _BETWEEN.split(self.to.toPlainText()) if word]
        self._mail = replace(
            self._mail,
            to=tuple(MailAddress(word, names.get(word, "")) for word in dict.fromkeys(typed)),
            subject=self.subject.text().strip(),
            body=self.body.toPlainText(),
        )
        self.changed.emit(self._mail)

    def _lay_out(self) -> None:
        self.to.setTabChangesFocus(True)
        self.body.setTabChangesFocus(True)
        self.to.setFixedHeight(self.fontMetrics().lineSpacing() * ADDRESS_LINES + 18)
        self.files.setObjectName("quiet")
        for label in (self.files, self.note):
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        rows = (
            (_("Gửi đến"), self.to),
            (_("Tiêu đề thư"), self.subject),
            (_("Nội dung thư"), self.body),
        )
        for words, widget in rows:
            label = QLabel(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(widget, 1 if widget is self.body else 0)
        column.addSpacing(GAP - TIGHT)
        column.addWidget(self.files)
        column.addWidget(self.note)
