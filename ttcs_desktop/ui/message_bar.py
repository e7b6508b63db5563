"""What the window has to say, above the work and never in its way (thanh thông báo)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.places import user_data
from ttcs_desktop.ui.icons import Picture, icon
from ttcs_desktop.ui.look import EDGE, GAP, TIGHT


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say once; `topic` lets a later message take the place of this one."""

    text: str
    topic: str = ""
    weight: str = "note"
    """note, warning or error."""
    action: str = ""
    act: Callable[[], object] | None = None


def log_file() -> str:
    """Return where the details of a failure are written."""
    return str(user_data() / "ttcs.log")


def told(error: Exception) -> Message:
    """Turn a failure into what a clerk should read."""
    if isinstance(error, UserError):
        parts = [error.what, error.remedy]
        text = " ".join(part for part in parts if part)
        if error.where:
            text += "\n" + error.where
        return Message(text, topic="error", weight="error")
    sentence = _(
        "Có trục trặc trong chương trình; văn bản của bạn vẫn còn nguyên. "
        "Chi tiết được ghi ở {place}."
    )
    return Message(sentence.format(place=log_file()), topic="error", weight="error")


class MessageBar(QWidget):
    """Shows one message at a time, the newest first; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._messages: list[Message] = []
        self._sign = Picture(20)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.hide()
        self._action.clicked.connect(self.act)
        self._close = QToolButton()
        self._close.setObjectName("quiet")
        self._close.setIcon(icon("close"))
        self._close.setToolTip(_("Đóng thông báo"))
        self._close.setAccessibleName(_("Đóng thông báo"))
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, TIGHT, GAP, TIGHT)
        column.addLayout(row)

    def say(self, message: Message) -> None:
        """Show a message; one of the same topic goes."""
        self._messages = [one for one in self._messages if not _same_topic(one, message)]
        self._messages.append(message)
        self._show_newest()

    def tell(self, error: Exception) -> None:
        """Show a failure."""
        self.say(told(error))

    def withdraw(self, topic: str) -> None:
        """Take back what was said on a topic."""
        if any(one.topic == topic for one in self._messages):
            self._messages = [one for one in self._messages if one.topic != topic]
            self._show_newest()

    def text(self) -> str:
        """Return what is shown now, "" for nothing."""
        return self._messages[-1].text if self._messages else ""

    def _show_newest(self) -> None:
        self.setVisible(bool(self._messages))
        if not self._messages:
            return
        message = self._messages[-1]
        self._sign.show_icon(message.weight, message.weight)
        self._text.setText(message.text)
        self._text.setAccessibleName(message.text)
        self._action.setText(message.action)
        self._action.setAccessibleName(message.action)
        self._action.setVisible(bool(message.action))

    def act(self) -> None:
        """Do what the message shown offers."""
        act = self._messages[-1].act
        self.dismiss()
        if act is not None:
            act()

    def dismiss(self) -> None:
        """Take away the message shown."""
        self._messages.pop()
        self._show_newest()


def _same_topic(one: Message, other: Message) -> bool:
    return bool(other.topic) and one.topic == other.topic
