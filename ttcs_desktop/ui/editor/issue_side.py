"""The last step beside the text: issuing it, and keeping it as it was issued (ban hành)."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.editor.writing import Writing
from ttcs_desktop.ui.issue.lock import Lock
from ttcs_desktop.ui.issue.panel import IssuePanel
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.issuance import Issued


class IssueSide(QObject):
    """Holds the panel on which a draft is issued, and the lock on one that was."""

    taken = Signal(Draft, Path)
    """A draft was issued: as it is now, and its file."""

    def __init__(
        self,
        office: Office,
        writing: Writing,
        text: QPlainTextEdit,
        beside: Sequence[QWidget],
    ) -> None:
        super().__init__(text)
        self._office = office
        self._writing = writing
        self.panel = IssuePanel(office, lambda: writing.draft)
        self.lock = Lock(office, text, (*beside, self.panel), self._begin_anew)
        writing.changed.connect(self.panel.follow)
        self.panel.issued.connect(self._take)

    def begin(self, draft: Draft, path: Path | None) -> None:
        """Take up another draft, from its file."""
        self.panel.begin(draft, path)
        self.lock.follow(path)

    def _take(self, issued: "Issued") -> None:
        self.taken.emit(issued.draft, issued.docx)
        number = issued.entry.number_and_symbol
        self.lock.close(number)
        told = _("Đã ban hành số {number}; đã ghi {docx} và {pdf} vào thư mục {folder}.").format(
            number=number,
            docx=issued.docx.name,
            pdf=issued.pdf.name,
            folder=issued.docx.parent,
        )
        self._office.messages.say(
            Message(
                told,
                topic="written",
                action=_("Gửi và ký…"),
                act=lambda: self._office.send_out(issued.draft, issued.docx),
            )
        )
        self._remember(issued)

    def _remember(self, issued: "Issued") -> None:
        workbench, draft = self._office.workbench, issued.draft

        def work() -> None:
            workbench.remember(issued.docx, workbench.compose(draft).sheet.title, draft)

        self._office.background.run(work, failed=self._office.messages.tell)

    def _begin_anew(self) -> None:
        """Write on at a copy that has no number yet."""
        copy = dataclasses.replace(self._writing.draft, number="", date=None)
        self._office.take_up(copy, None, None)
