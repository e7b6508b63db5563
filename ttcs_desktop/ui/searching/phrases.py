"""The clerk's own phrases: find, put in, name, change, take away (câu mẫu)."""

import dataclasses
from collections.abc import Callable

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _
from ttcs_desktop.model.found import Phrase
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.searching.putting_in import put_in
from ttcs_desktop.ui.tables.rows import Column
from ttcs_desktop.ui.tables.table import RowTable

LINES = 5


class PhraseTab(QWidget):
    """All phrases, and the one that is marked to be changed; every change can be undone."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._phrases = office.workbench.home.phrases
        self.wanted, self.name, self.words = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.source = QLabel()
        columns = (
            Column[Phrase](_("Tên"), lambda one: one.name, 32),
            Column[Phrase](_("Câu mẫu"), lambda one: one.text),
        )
        self.table = RowTable(
            _("Câu mẫu"), columns, office.background, office.workbench.search_key,
            empty=_("Chưa có câu mẫu nào. Chọn một đoạn trong văn bản rồi bấm Sửa, "
                    "Giữ làm câu mẫu."),
        )  # fmt: skip
        self.insert_button = QPushButton(_("Chèn vào văn bản"))
        self.save_button = QPushButton(_("Lưu câu mẫu"))
        self.remove_button = QPushButton(_("Bỏ câu mẫu"))
        self._lay_out()
        self._listen()
        self._show(None)

    def arrive(self) -> None:
        """Show the phrases as they are now."""
        self._office.background.run(
            self._phrases.all,
            lambda all_: self.table.show_rows(all_, lambda one: one.id),
            self._office.messages.tell,
        )

    def insert(self) -> None:
        """Put the marked phrase into the draft."""
        phrase = self.table.current()
        if phrase is not None:
            put_in(self._office, phrase.text)

    def save(self) -> None:
        """Write the name and words that were typed."""
        phrase, words = self.table.current(), " ".join(self.words.toPlainText().split())
        if phrase is None or not words:
            return
        changed = dataclasses.replace(phrase, name=self.name.text().strip() or words, text=words)
        self._write(lambda: self._phrases.change(changed), _("Đã lưu câu mẫu."))

    def remove(self) -> None:
        """Take the marked phrase away."""
        phrase = self.table.current()
        if phrase is not None:
            told = _("Đã bỏ câu mẫu “{name}”.").format(name=phrase.name)
            self._write(lambda: self._phrases.remove(phrase.id), told)

    def _write(self, work: Callable[[], None], told: str) -> None:
        def carry_out() -> tuple[Phrase, ...]:
            before = self._phrases.all()
            work()
            return before

        def done(before: tuple[Phrase, ...]) -> None:
            self.arrive()
            self._office.messages.say(
                Message(
                    told,
                    topic="phrase",
                    action=_("Hoàn tác"),
                    act=lambda: self._go_back(before),
                )
            )

        self._office.background.run(carry_out, done, self._office.messages.tell)

    def _go_back(self, before: tuple[Phrase, ...]) -> None:
        self._office.background.run(
            lambda: self._phrases.put_back(before),
            lambda _none: self.arrive(),
            self._office.messages.tell,
        )

    def _show(self, phrase: Phrase | None) -> None:
        for widget in (self.insert_button, self.save_button, self.remove_button):
            widget.setEnabled(phrase is not None)
        self.name.setText(phrase.name if phrase else "")
        self.words.setPlainText(phrase.text if phrase else "")
        self.source.setText(_("Trích từ: {source}").format(source=phrase.source)
                            if phrase and phrase.source else "")  # fmt: skip

    def _listen(self) -> None:
        self.wanted.textChanged.connect(self.table.search)
        self.table.picked.connect(self._show)
        self.table.opened.connect(lambda _phrase: self.insert())
        self.insert_button.clicked.connect(self.insert)
        self.save_button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self.remove)

    def _lay_out(self) -> None:
        self.wanted.setAccessibleName(_("Tìm câu mẫu"))
        self.wanted.setPlaceholderText(_("Gõ vài chữ để tìm, có dấu hay không đều được"))
        self.wanted.setClearButtonEnabled(True)
        self.name.setAccessibleName(_("Tên câu mẫu"))
        self.name.setPlaceholderText(_("Tên câu mẫu"))
        self.words.setAccessibleName(_("Lời câu mẫu"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + EDGE)
        self.source.setObjectName("quiet")
        self.source.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.insert_button, self.save_button, self.remove_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(self.wanted)
        column.addWidget(self.table, 1)
        column.addWidget(self.name)
        column.addWidget(self.words)
        column.addWidget(self.source)
        column.addLayout(row)
