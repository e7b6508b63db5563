"""Letters that carry the document: read, then drafted, opened or put in the outbox (thẻ thư)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Mail
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.sending.attachments import AttachmentPicker
from ttcs_desktop.ui.sending.desk import Desk
from ttcs_desktop.ui.sending.letter_card import LetterCard
from ttcs_desktop.ui.sending.letter_list import LetterList, told
from ttcs_desktop.ui.sending.mailbox import say_missing
from ttcs_desktop.ui.split import beside
from ttcs_desktop.ui.system import Opener, open_outside

if TYPE_CHECKING:
    from ttcs_desktop.services.going_out import GoingOut, Offered, Prepared

WIDTHS = (560, 480)


class LettersTab(QWidget):
    """A letter for each recipient or group; the clerk ticks, mends, and chooses the way."""

    put_in = Signal()
    """Letters were put into the outbox."""

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self._writing = Latest(office.background)
        self._letters: list[Prepared] = []
        self._mended: set[str] = set()
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.open_folder: Opener = open_outside
        self.told = QLabel()
        self.files = AttachmentPicker(self.asker, office.messages.tell)
        self.plain = QCheckBox(_("Tên tệp không dấu"))
        self.list, self.card = LetterList(), LetterCard()
        self.outbox_button = QPushButton(_("Đưa vào hộp thư đi"))
        self.draft_button = QPushButton(_("Ghi thư nháp .eml…"))
        self.program_button = QPushButton(_("Mở bằng chương trình thư"))
        self.all_button, self.none_button = QPushButton(_("Chọn hết")), QPushButton(_("Bỏ chọn"))
        self._lay_out()
        self._listen()
        self._take(desk.out)

    def chosen(self) -> list[Mail]:
        """Return the letters that are ticked."""
        return [self._letters[at].mail for at in self.list.chosen()]

    def write(self) -> None:
        """Write the letters with the files chosen; those that were mended keep their words."""
        out, dispatch = self._desk.out, self._office.workbench.dispatch
        files, plain = self.files.chosen(), self.plain.isChecked()
        if out is None:
            return
        self._writing.submit(
            lambda: dispatch.letters(out, files, with_plain_names=plain) if files else (),
            self._show,
            self._refuse,
        )

    def put_into_outbox(self) -> None:
        """Put the letters ticked into the outbox, where they wait for the clerk's yes."""
        out, mails, dispatch = self._desk.out, self.chosen(), self._office.workbench.dispatch
        if out is None or not mails:
            return
        if not dispatch.account().email:
            say_missing(self._office)
            return

        def well(letters: Sequence[object]) -> None:
            said = _("Đã đưa {count} thư vào hộp thư đi; thư chỉ gửi khi bạn đồng ý ở đó.")
            self._office.messages.withdraw("error")
            self._office.messages.say(Message(said.format(count=len(letters)), topic="letters"))
            self._mended.clear()
            self.list.clear()
            self.write()
            self.put_in.emit()

        self._office.background.run_long(
            _("Đang soạn thư"),
            lambda _progress: dispatch.put_in(out, mails),
            well,
            self._office.messages.tell,
        )

    def write_drafts(self) -> None:
        """Write the letters ticked as draft files into a folder."""
        from ttcs_desktop.services.mailing import write_drafts

        mails = self.chosen()
        folder = self.asker.folder(_("Thư mục ghi thư nháp")) if mails else None
        if folder is None:
            return

        def well(paths: tuple[Path, ...]) -> None:
            words = _("Đã ghi {count} thư nháp vào {folder}. Mở từng tệp để gửi.")
            act = partial(self.open_folder, folder)
            text = words.format(count=len(paths), folder=folder)
            said = Message(text, topic="letters", action=_("Mở thư mục"), act=act)
            self._office.messages.say(said)

        self._office.background.run_long(
            _("Đang ghi thư nháp"),
            lambda _progress: write_drafts(mails, folder),
            well,
            self._office.messages.tell,
        )

    def open_in_program(self) -> None:
        """Open the letter that shows in the system's mail program."""
        from ttcs_desktop.services.mailing import open_in_mail_program

        number, out = self.list.number(), self._desk.out
        if number < 0 or out is None:
            return
        mail = self._letters[number].mail
        folder = self._desk.folder(self.asker.home()) / f"{out.name}-thu"
        self._office.background.run_long(
            _("Đang mở chương trình thư"),
            lambda _progress: open_in_mail_program(mail, folder),
            None,
            self._office.messages.tell,
        )

    def _take(self, out: "GoingOut | None") -> None:
        """Take up another document: its files first, then its letters."""
        dispatch = self._office.workbench.dispatch
        self._letters, self._mended = [], set()
        self.files.offer(())
        self._show(())
        if out is None:
            self.told.setText(_("Chọn văn bản ở trên để soạn thư cho từng nơi nhận."))
            return
        self._writing.submit(lambda: dispatch.files(out), self._offer, self._refuse)

    def _offer(self, files: "tuple[Offered, ...]") -> None:
        self.files.offer(files)
        self.write()

    def _show(self, letters: "Sequence[Prepared]") -> None:
        kept = {one.mail.recipient: one.mail for one in self._letters}
        self._letters = [
            replace(one, mail=replace(kept[one.mail.recipient], attachments=one.mail.attachments))
            if one.mail.recipient in self._mended and one.mail.recipient in kept
            else one
            for one in letters
        ]
        self.list.show_letters(self._letters)
        self._pick(self.list.number())
        missing = sum(not one.mail.to for one in self._letters)
        words = _("{count} thư; {missing} nơi chưa có địa chỉ (ghi ở Danh mục, phần liên hệ).")
        if self._letters:
            self.told.setText(
                words.format(count=len(self._letters), missing=missing)
                if missing
                else _("{count} thư, nơi nào cũng có địa chỉ.").format(count=len(self._letters))
            )
        elif self._desk.out is not None:
            self.told.setText(_("Chọn ít nhất một tệp kèm theo; văn bản phải có nơi nhận."))

    def _refuse(self, error: Exception) -> None:
        """Say why there are no letters: a secret document has none."""
        self._show(())
        if isinstance(error, UserError):
            self.told.setText(f"{error.what} {error.remedy}".strip())
        else:
            self._office.messages.tell(error)

    def _pick(self, number: int) -> None:
        is_there = 0 <= number < len(self._letters)
        letter = self._letters[number] if is_there else None
        self.card.show_mail(letter.mail if letter else None, told(letter) if letter else "")
        self.program_button.setEnabled(is_there)

    def _mend(self, mail: Mail) -> None:
        number = self.list.number()
        self._letters[number] = replace(self._letters[number], mail=mail)
        self._mended.add(mail.recipient)
        self.list.show_letter(number, self._letters[number])

    def _count(self) -> None:
        has_any = bool(self.list.chosen())
        self.outbox_button.setEnabled(has_any)
        self.draft_button.setEnabled(has_any)

    def _listen(self) -> None:
        self._desk.changed.connect(self._take)
        self.files.changed.connect(self.write)
        self.plain.toggled.connect(lambda _on: self.write())
        self.list.picked.connect(self._pick)
        self.list.ticked.connect(self._count)
        self.card.changed.connect(self._mend)
        self.all_button.clicked.connect(lambda: self.list.tick_all(is_on=True))
        self.none_button.clicked.connect(lambda: self.list.tick_all(is_on=False))
        self.outbox_button.clicked.connect(self.put_into_outbox)
        self.draft_button.clicked.connect(self.write_drafts)
        self.program_button.clicked.connect(self.open_in_program)

    def _lay_out(self) -> None:
        self.told.setObjectName("quiet")
        self.told.setWordWrap(True)
        self.outbox_button.setObjectName("primary")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addLayout(Flow((self.all_button, self.none_button)))
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(GAP, 0, 0, 0)
        side.addWidget(self.card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        whole.setSpacing(GAP)
        whole.addWidget(self.files)
        whole.addWidget(beside((left, right), WIDTHS), 1)
        ways = (self.outbox_button, self.draft_button, self.program_button, self.plain)
        whole.addLayout(Flow(ways))

    def showEvent(self, event: QShowEvent) -> None:
        """Look again which letters went meanwhile."""
        super().showEvent(event)
        if self._letters:
            self.write()
