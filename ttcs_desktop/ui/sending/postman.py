"""Sends what the clerk said yes to, away from the window (người đưa thư).

What waits for a network is tried again by itself every few minutes, where no password is to be
asked; nothing goes without the yes that is noted with each letter.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.background import Progress
from ttcs_desktop.ui.message_bar import Message
from ttcs_desktop.ui.screens import Office

if TYPE_CHECKING:
    from ttcs_desktop.services.outbox import Round

MINUTES = 3
"""Between two looks at what waits."""


class Postman(QObject):
    """One round of sending at a time."""

    went_out = Signal()
    """A round has begun."""
    came_back = Signal()
    """A round has ended, well or not."""
    password_wanted = Signal()
    """No keyring has the password of the mailbox."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._progress: Progress | None = None
        self._again = QTimer(self, interval=MINUTES * 60_000)
        self._again.timeout.connect(self.try_again)
        self._again.start()

    def is_out(self) -> bool:
        """Tell whether a round is under way."""
        return self._progress is not None

    def send(self, password: str | None = None) -> None:
        """Send what is due; where a password is needed and none is given, it is asked for."""
        dispatch = self._office.workbench.dispatch

        def go(is_needed: bool) -> None:
            if is_needed and password is None:
                self.password_wanted.emit()
            else:
                self._go(password)

        self._office.background.run(
            lambda: dispatch.outbox().needs_password(), go, self._office.messages.tell
        )

    def try_again(self) -> None:
        """Send what is due, where nobody has to be asked for anything."""
        dispatch = self._office.workbench.dispatch

        def may_go() -> bool:
            outbox = dispatch.outbox()
            is_set_up = bool(outbox.account.host)
            return is_set_up and bool(outbox.due()) and not outbox.needs_password()

        def go(may: bool) -> None:
            if may:
                self._go(None)

        if not self.is_out():
            self._office.background.run(may_go, go, lambda _error: None)

    def stop(self) -> None:
        """Ask the round to end after the letter that is on its way."""
        if self._progress is not None:
            self._progress.cancel()

    def _go(self, password: str | None) -> None:
        if self.is_out():
            return
        dispatch = self._office.workbench.dispatch
        self._progress = self._office.background.run_long(
            _("Đang gửi thư"),
            lambda progress: dispatch.outbox().send_due(lambda _account: password, progress.report),
            self._tell,
            self._refuse,
            self._say_stopped,
        )
        self.went_out.emit()

    def _tell(self, done: "Round") -> None:
        from ttcs_desktop.model.mail import LetterState

        self._end()
        sent = sum(one.state is LetterState.SENT for one in done.letters)
        others = len(done.letters) - sent
        parts = [_("Đã gửi {count} thư.").format(count=sent)] if sent else []
        if others:
            parts.append(_("{count} thư chưa gửi xong; xem lý do từng thư.").format(count=others))
        if done.stopped:
            parts.append(done.stopped)
        if parts:
            weight = "warning" if others or done.stopped else "note"
            self._office.messages.say(Message(" ".join(parts), topic="letters", weight=weight))

    def _refuse(self, error: Exception) -> None:
        self._end()
        self._office.messages.tell(error)

    def _say_stopped(self) -> None:
        self._end()
        told = _("Đã dừng gửi; thư còn lại vẫn chờ trong hộp thư đi.")
        self._office.messages.say(Message(told, topic="letters"))

    def _end(self) -> None:
        self._progress = None
        self.came_back.emit()
