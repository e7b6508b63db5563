"""Signing with the Cipher Committee's tool or here, and verifying any PDF (thẻ ký số)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.sending.desk import Desk
from ttcs_desktop.ui.sending.drop_zone import PDF, SignedZone
from ttcs_desktop.ui.sending.key_form import KeyForm
from ttcs_desktop.ui.sending.path_box import PathBox
from ttcs_desktop.ui.sending.verified import VerifiedBox
from ttcs_desktop.ui.system import Opener, open_outside

if TYPE_CHECKING:
    from ttcs_desktop.services.going_out import GoingOut
    from ttcs_desktop.services.signing_files import SignRequest, Verified

NARROWEST = 400
LINE_ROWS = 2
NEW_LINE = ""
"""The field of a line at the top right of page 1 that is still to be made."""


class SigningTab(QWidget):
    """First way: the PDF with its fields goes to the other tool. Second: signed here."""

    signed = Signal(object)
    """A file was signed here: its path."""

    def __init__(self, office: Office, desk: Desk) -> None:
        super().__init__()
        self._office = office
        self._desk = desk
        self.asker = Asker(self, lambda: office.workbench.settings().folder)
        self.open_folder: Opener = open_outside
        self.prepare_button = QPushButton(_("Xuất PDF có ô ký…"))
        pdfs = _("Tệp PDF (*.pdf)")
        self.file = PathBox(_("Tệp PDF cần ký"), lambda: self.asker.open(_("Tệp PDF"), pdfs))
        self.field = Picker(())
        self.picture = PathBox(
            _("Ảnh chữ ký hoặc dấu (PNG)"),
            lambda: self.asker.open(_("Ảnh chữ ký hoặc dấu"), _("Ảnh (*.png)")),
        )
        self.words = QPlainTextEdit()
        self.place = QLineEdit()
        self.key = KeyForm(office, self.asker)
        self.sign_button = QPushButton(_("Ký"))
        self.zone = SignedZone(
            _("Kiểm tra chữ ký: thả tệp PDF vào đây, hoặc bấm để chọn"), PDF, self.asker
        )
        self.told = VerifiedBox()
        self._lay_out()
        self._listen()
        self._follow_desk(desk.out)
        self._follow_field()

    def prepare(self) -> None:
        """Write the PDF with its signature fields, for the other tool."""
        out, dispatch = self._desk.out, self._office.workbench.dispatch
        path = (
            self.asker.save(_("Xuất PDF có ô ký"), f"{out.name}.pdf", _("Tệp PDF (*.pdf)"))
            if out
            else None
        )
        if out is None or path is None:
            return

        def well(_none: None) -> None:
            told = _(
                "Đã ghi {name} có ô ký. Ký bằng công cụ của Ban Cơ yếu Chính phủ, rồi thả tệp "
                "đã ký vào cửa sổ này."
            )
            act = partial(self.open_folder, path.parent)
            words = told.format(name=path.name)
            said = Message(words, topic="sign", action=_("Mở thư mục"), act=act)
            self._office.messages.say(said)
            self.file.show_path(path)

        self._office.background.run_long(
            _("Đang ghi PDF"),
            lambda _progress: dispatch.prepare(out, path),
            well,
            self._office.messages.tell,
        )

    def sign(self) -> None:
        """Sign the file in the field chosen; password or PIN are forgotten at once."""
        signing = self._office.workbench.dispatch.signing
        try:
            request = self._request()
        except UserError as error:
            self._office.messages.tell(error)
            return
        self.key.forget()
        self.sign_button.setEnabled(False)

        def well(path: Path) -> None:
            self.sign_button.setEnabled(True)
            self._office.messages.withdraw("error")
            told = _("Đã ký, ghi vào {path}.").format(path=path)
            self._office.messages.say(Message(told, topic="sign"))
            self.file.show_path(path)
            self.verify(path)
            self.signed.emit(path)

        def refuse(error: Exception) -> None:
            self.sign_button.setEnabled(True)
            self._office.messages.tell(error)

        self._office.background.run_long(
            _("Đang ký"), lambda _progress: signing.sign(request), well, refuse
        )

    def verify(self, path: Path) -> None:
        """Tell in plain words what the signatures of a PDF say."""
        signing = self._office.workbench.dispatch.signing

        def show(verified: "Verified") -> None:
            self.told.show_verified(verified)

        self._office.background.run_long(
            _("Đang kiểm tra chữ ký"),
            lambda _progress: signing.verify(path),
            show,
            self._office.messages.tell,
        )

    def _request(self) -> "SignRequest":
        from ttcs_desktop.services.signing_files import SignRequest

        path = self.file.path()
        if path is None:
            raise UserError(_("Chưa chọn tệp PDF cần ký."), remedy=_("Chọn tệp rồi ký lại."))
        words = tuple(line.strip() for line in self.words.toPlainText().splitlines() if line)
        return SignRequest(
            path,
            self.field.value() or NEW_LINE,
            self.key.key(),
            self.picture.path() if self._is_in_field() else None,
            words,
            self.place.text().strip(),
        )

    def _read_fields(self) -> None:
        """Offer the fields of the file that are still empty, and a line of its own."""
        path, signing = self.file.path(), self._office.workbench.dispatch.signing
        if path is None:
            self._offer(())
            return

        def refuse(error: Exception) -> None:
            self._offer(())
            self._office.messages.tell(error)

        self._office.background.run(lambda: signing.empty_fields(path), self._offer, refuse)

    def _offer(self, fields: tuple[str, ...]) -> None:
        from ttcs_desktop.services.signing import LINE, field_word

        options = [(name, field_word(name)) for name in fields]
        if LINE not in fields:
            new = _("Dòng ký ở góc trên bên phải trang 1 (bản sao, phụ lục)")
            options.append((NEW_LINE, new))
        self.field.offer(options, options[0][0])
        self._follow_field()

    def _is_in_field(self) -> bool:
        from ttcs_desktop.services.signing import LINE

        return self.field.value() not in (None, NEW_LINE, LINE)

    def _follow_field(self) -> None:
        is_in_field = self._is_in_field()
        for widget in self._for_field:
            widget.setVisible(is_in_field)
        for widget in self._for_line:
            widget.setVisible(not is_in_field)

    def _follow_desk(self, out: "GoingOut | None") -> None:
        self.prepare_button.setEnabled(out is not None)

    def _listen(self) -> None:
        self._desk.changed.connect(self._follow_desk)
        self.prepare_button.clicked.connect(self.prepare)
        self.file.changed.connect(self._read_fields)
        self.field.chosen.connect(lambda _field: self._follow_field())
        self.sign_button.clicked.connect(self.sign)
        self.zone.dropped.connect(self.verify)

    def _lay_out(self) -> None:
        self.sign_button.setObjectName("primary")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * LINE_ROWS + 18)
        self.words.setPlaceholderText(_("SAO Y\nTên cơ quan sao"))
        page = QWidget()
        page.setObjectName("plain")
        column = QVBoxLayout(page)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(TIGHT)
        column.addWidget(_words(_("1. Ký bằng công cụ của Ban Cơ yếu Chính phủ"), "heading"))
        column.addWidget(_words(_("Ô ký và ô dấu đã đặt đúng chỗ trong tệp PDF xuất ra."), "help"))
        column.addLayout(Flow((self.prepare_button,)))
        column.addSpacing(EDGE)
        column.addWidget(_words(_("2. Ký tại đây"), "heading"))
        column.addWidget(_words(_("Mật khẩu và mã PIN không được giữ lại."), "help"))
        self._labelled(column, _("Tệp PDF cần ký"), self.file)
        self._labelled(column, _("Ô ký"), self.field)
        self._for_field = self._labelled(column, _("Ảnh chữ ký hoặc dấu (PNG)"), self.picture)
        self._for_line = self._labelled(column, _("Chữ ghi trong dòng ký"), self.words)
        column.addWidget(self.key)
        self._labelled(column, _("Nơi ký"), self.place)
        column.addSpacing(GAP)
        column.addLayout(Flow((self.sign_button,)))
        column.addStretch(1)
        left = QScrollArea()
        left.setWidgetResizable(True)
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setAccessibleName(_("Ký tệp PDF"))
        left.setWidget(page)
        left.setMinimumWidth(NARROWEST)
        right = QVBoxLayout()
        right.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        right.setSpacing(GAP)
        right.addWidget(_words(_("Kiểm tra chữ ký số"), "heading"))
        right.addWidget(self.zone)
        right.addWidget(self.told)
        right.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(left, 1)
        across.addLayout(right, 1)

    def _labelled(self, column: QVBoxLayout, words: str, widget: QWidget) -> tuple[QWidget, ...]:
        label = QLabel(words)
        label.setBuddy(widget)
        if not isinstance(widget, PathBox):
            widget.setAccessibleName(words)
        column.addWidget(label)
        column.addWidget(widget)
        return (label, widget)


def _words(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(kind)
    label.setWordWrap(True)
    return label
