"""With what one signs: certificate file or token; its secret is never kept (chìa khoá ký)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import FileKey, TokenInfo, TokenKey
from ttcs_desktop.ui.asking import Asker
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import TIGHT
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.sending.path_box import PathBox

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE, TOKEN = "file", "token"


class KeyForm(QWidget):
    """Asks for the key to sign with."""

    changed = Signal()

    def __init__(self, office: Office, asker: Asker) -> None:
        super().__init__()
        self._office = office
        self.kind = Picker(((FILE, _("Tệp .p12, .pfx")), (TOKEN, _("Thẻ ký (USB token)"))))
        self.file = PathBox(
            _("Tệp chứng thư số"),
            lambda: asker.open(_("Tệp chứng thư số"), _("Chứng thư số (*.p12 *.pfx)")),
        )
        self.module = PathBox(
            _("Thư viện PKCS#11 của thẻ"),
            lambda: asker.open(
                _("Thư viện PKCS#11 của thẻ"), _("Thư viện (*.so *.dll *.dylib);;Mọi tệp (*)")
            ),
        )
        self.certificate = Picker(((("", None), _("Chứng thư duy nhất trên thẻ")),))
        self.read_button = QPushButton(_("Đọc thẻ đang cắm"))
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._lay_out()
        self.kind.chosen.connect(lambda _kind: self._follow())
        self.read_button.clicked.connect(self.read_token)
        self.secret.textEdited.connect(lambda _text: self.changed.emit())
        for box in (self.file, self.module):
            box.changed.connect(self.changed)
        self._follow()

    def key(self) -> FileKey | TokenKey:
        """Return the key, with its password or PIN.

        Raises:
            UserError: something is not chosen yet.
        """
        if self.kind.value() == FILE:
            return FileKey(_wanted(self.file, _("tệp chứng thư số")), self.secret.text())
        module = _wanted(self.module, _("thư viện PKCS#11 của thẻ"))
        name, slot = self.certificate.value() or ("", None)
        return TokenKey(module, self.secret.text(), slot, name)

    def forget(self) -> None:
        """Forget the password or PIN."""
        self.secret.clear()

    def read_token(self) -> None:
        """See which tokens are plugged in, and the certificates on them."""
        module = self.module.path()
        signing = self._office.workbench.dispatch.signing
        if module is None:
            self.module.setFocus()
            return
        self._office.background.run_long(
            _("Đang đọc thẻ"),
            lambda _progress: signing.tokens(module),
            self._offer,
            self._office.messages.tell,
        )

    def _offer(self, tokens: "Sequence[TokenInfo]") -> None:
        self._office.messages.withdraw("error")
        found = [
            ((name, one.slot), f"{name} · {one.label}")
            for one in tokens
            for name in one.certificates
        ]
        none = ((("", None), _("Không thấy chứng thư nào trên thẻ")),)
        self.certificate.offer(found or none, None)

    def _follow(self) -> None:
        for kind, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(kind == self.kind.value())
        is_file = self.kind.value() == FILE
        words = _("Mật khẩu của tệp") if is_file else _("Mã PIN của thẻ")
        self._secret_label.setText(words)
        self.secret.setAccessibleName(words)
        self.forget()
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        rows = (
            ("", _("Ký bằng"), self.kind),
            (FILE, _("Tệp chứng thư số"), self.file),
            (TOKEN, _("Thư viện PKCS#11 của thẻ"), self.module),
            (TOKEN, _("Chứng thư trên thẻ"), self.certificate),
            (TOKEN, "", self.read_button),
        )
        for kind, words, widget in rows:
            label = QLabel(words)
            label.setBuddy(widget)
            if words:
                column.addWidget(label)
                widget.setAccessibleName(words)
            column.addWidget(widget)
            if kind:
                self._rows[kind] = (*self._rows.get(kind, ()), *((label,) if words else ()), widget)
        self._secret_label = QLabel()
        self._secret_label.setBuddy(self.secret)
        column.addWidget(self._secret_label)
        column.addWidget(self.secret)


def _wanted(box: PathBox, what: str) -> Path:
    path = box.path()
    if path is None:
        raise UserError(_("Chưa chọn {what}.").format(what=what), remedy=_("Chọn rồi ký lại."))
    return path
