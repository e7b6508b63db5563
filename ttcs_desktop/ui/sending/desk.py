"""The document that is on its way out (văn bản đang gửi)."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.going_out import GoingOut


class Desk(QObject):
    """Holds one document; everything on the screen follows it."""

    changed = Signal(object)
    """Another document, or the same anew; None for none."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._taking = Latest(office.background)
        self._from: Callable[[], GoingOut] | None = None
        self.out: GoingOut | None = None

    def open(self, path: Path) -> None:
        """Put a file on the desk."""
        dispatch = self._office.workbench.dispatch
        self._take(lambda: dispatch.of_file(path))

    def take(self, draft: Draft, path: Path | None) -> None:
        """Put a draft on the desk; `path` is the file that holds it."""
        dispatch = self._office.workbench.dispatch
        self._take(lambda: dispatch.of_draft(draft, path))

    def look(self) -> None:
        """Look at the same document again: a signed file may have come back."""
        if self.out is not None and self._from is not None:
            self._take(self._from)

    def folder(self, home: Path) -> Path:
        """Return the folder that the document lies in, or the usual one."""
        return self.out.path.parent if self.out is not None and self.out.path else home

    def _take(self, work: "Callable[[], GoingOut]") -> None:
        def show(out: "GoingOut") -> None:
            self._from, self.out = work, out
            self._office.messages.withdraw("error")
            self.changed.emit(out)

        self._taking.submit(work, show, self._office.messages.tell)


class DeskBar(QWidget):
    """Says which document is on the desk, and asks for another."""

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.title, self.place = QLabel(), QLabel()
        self.open_button = QPushButton(_("Chọn tệp…"))
        self.take_button = QPushButton(_("Lấy văn bản đang soạn"))
        self._lay_out()
        self.open_button.clicked.connect(self.ask)
        self.take_button.clicked.connect(self.take_from_editor)
        desk.changed.connect(self._show)
        self._show(None)

    def ask(self) -> None:
        """Ask for a file."""
        path = self.asker.open(_("Văn bản gửi đi"), _("Văn bản (*.docx *.txt);;Mọi tệp (*)"))
        if path is not None:
            self._desk.open(path)

    def take_from_editor(self) -> None:
        """Take what is being written."""
        draft = self._office.draft_on_desk()
        if draft is None:
            told = _("Chưa có văn bản nào đang soạn.")
            self._office.messages.say(Message(told, topic="desk"))
        else:
            self._desk.take(draft, self._office.file_on_desk())

    def _show(self, out: "GoingOut | None") -> None:
        if out is None:
            self.title.setText(_("Chưa chọn văn bản"))
            self.place.setText(_("Chọn tệp đã ban hành, hoặc lấy văn bản đang soạn."))
            return
        self.title.setText(out.title)
        places = [out.path.name if out.path else _("chưa lưu thành tệp")]
        self.place.setToolTip(out.document)
        if not out.number:
            places.append(_("chưa có số"))
        if out.signed:
            places.append(_("đã có bản ký: {name}").format(name=out.signed[-1].name))
        self.place.setText(" · ".join(places))

    def _lay_out(self) -> None:
        self.title.setObjectName("name")
        self.place.setObjectName("quiet")
        for label in (self.title, self.place):
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(self.title)
        words.addWidget(self.place)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, GAP, EDGE, 0)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        for button in (self.open_button, self.take_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
