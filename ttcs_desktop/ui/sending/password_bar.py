"""A secret asked for in the window, used once and forgotten (ô mật khẩu)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.look import TIGHT


class PasswordBar(QWidget):
    """Asks for the password of the mailbox; it is handed on and cleared at once."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.told, self.line = QLabel(), QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(_("Mật khẩu hộp thư"))
        self.line.setMinimumWidth(220)
        self.told.setWordWrap(True)
        self.go, self.leave = QPushButton(_("Gửi")), QPushButton(_("Thôi"))
        self.go.clicked.connect(self._give)
        self.line.returnPressed.connect(self._give)
        self.leave.clicked.connect(self._put_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.told)
        column.addLayout(Flow((self.line, self.go, self.leave)))
        self.hide()

    def ask(self, mailbox: str) -> None:
        """Ask for the password of a mailbox."""
        self.told.setText(
            _("Mật khẩu của hộp thư {mailbox} (máy này không giữ hộ nên hỏi mỗi lần):").format(
                mailbox=mailbox
            )
        )
        self.line.clear()
        self.show()
        self.line.setFocus()

    def _give(self) -> None:
        password = self.line.text()
        if password:
            self._put_away()
            self.given.emit(password)

    def _put_away(self) -> None:
        self.line.clear()
        self.hide()
