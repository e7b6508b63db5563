"""A document that was issued stays as it was issued (khoá văn bản đã ban hành)."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.register import Entry
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office


class Lock(QObject):
    """Keeps a text and what stands beside it from being changed, and says why."""

    changed = Signal()
    """Locked or open now."""

    def __init__(
        self,
        office: Office,
        text: QPlainTextEdit,
        beside: Sequence[QWidget],
        copy: Callable[[], object],
    ) -> None:
        super().__init__(text)
        self._office = office
        self._text = text
        self._beside = beside
        self._copy = copy
        self._turn = 0
        self.is_closed = False

    def follow(self, path: Path | None) -> None:
        """Open for another draft; close again when its file turns out to be issued."""
        self._turn += 1
        turn = self._turn
        self._turn_to(is_closed=False)
        self._office.messages.withdraw("issued")
        if path is None:
            return
        issuance = self._office.workbench.issuance

        def close(entry: Entry | None) -> None:
            if entry is not None and turn == self._turn and not self.is_closed:
                self.close(entry.number_and_symbol)

        self._office.background.run(
            lambda: issuance.issued_as(path), close, self._office.messages.tell
        )

    def close(self, number: str) -> None:
        """Let nothing be changed: the document bears this number."""
        self._turn_to(is_closed=True)
        self._office.messages.say(
            Message(
                _("Văn bản đã ban hành, số {number}, nên được khoá.").format(number=number),
                topic="issued",
                action=_("Soạn bản mới từ đây"),
                act=self._copy,
            )
        )

    def _turn_to(self, *, is_closed: bool) -> None:
        self.is_closed = is_closed
        self._text.setReadOnly(is_closed)
        for widget in self._beside:
            widget.setEnabled(not is_closed)
        self.changed.emit()
