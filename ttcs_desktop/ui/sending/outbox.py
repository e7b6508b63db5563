"""The outbox: letters that wait for a yes, for a network, and what became of each (hộp thư đi)."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Letter, LetterState, Mail
from ttcs_desktop.ui.background import Latest
from ttcs_desktop.ui.flow import Flow
from ttcs_desktop.ui.form.pickers import Picker
from ttcs_desktop.ui.look import EDGE, GAP
from ttcs_desktop.ui.screens import Office
from ttcs_desktop.ui.sending.letter_card import LetterCard
from ttcs_desktop.ui.sending.mailbox import SETTINGS, can_set_up
from ttcs_desktop.ui.sending.outbox_rows import letter_columns, state_choices
from ttcs_desktop.ui.sending.password_bar import PasswordBar
from ttcs_desktop.ui.sending.postman import Postman
from ttcs_desktop.ui.split import beside
from ttcs_desktop.ui.tables.table import RowTable

if TYPE_CHECKING:
    from ttcs_desktop.services.outbox import Outbox

WIDTHS = (780, 320)
_UNSENT = (LetterState.ASKED, LetterState.WAITING)


class OutboxTab(QWidget):
    """Shows the letters; the clerk's yes sends them, one by one or all that show."""

    def __init__(self, office: Office, postman: Postman) -> None:
        super().__init__()
        self._office = office
        self._postman = postman
        self._reading, self._opening = Latest(office.background), Latest(office.background)
        self._all: tuple[Letter, ...] = ()
        self.state = Picker(state_choices())
        self.wanted = QLineEdit()
        self.table: RowTable[Letter] = RowTable(
            _("Hộp thư đi"),
            letter_columns(),
            office.background,
            office.workbench.search_key,
            empty=_("Không có thư nào ở đây. Soạn thư ở thẻ Soạn thư rồi đưa vào hộp thư đi."),
        )
        self.story = QLabel()
        self.card = LetterCard(is_fixed=True)
        self.password = PasswordBar()
        self.yes_button = QPushButton(_("Đồng ý gửi thư này"))
        self.yes_to_all_button = QPushButton(_("Đồng ý gửi mọi thư đang hiện"))
        self.send_button = QPushButton(_("Gửi thư đang chờ"))
        self.stop_button = QPushButton(_("Dừng gửi"))
        self.withdraw_button = QPushButton(_("Rút lại"))
        self.gone_button = QPushButton(_("Nơi nhận đã có thư"))
        self.not_gone_button = QPushButton(_("Chưa nhận, gửi lại"))
        self.set_up_button = QPushButton(_("Khai báo hộp thư…"))
        self._lay_out()
        self._listen()
        self._follow(None)
        self.look()

    def look(self) -> None:
        """Read the outbox again."""
        dispatch = self._office.workbench.dispatch
        self._reading.submit(
            lambda: tuple(reversed(dispatch.outbox().letters())),
            self._show,
            self._office.messages.tell,
        )

    def approve(self, letters: Iterable[Letter]) -> None:
        """Note the clerk's yes to letters, then send them."""
        ids = [one.id for one in letters if one.state is LetterState.ASKED]
        if ids:
            self._do(lambda outbox: [outbox.approve(one) for one in ids], self._postman.send)

    def send(self) -> None:
        """Send what was approved and waits."""
        self._postman.send()

    def withdraw(self) -> None:
        """Take back the letter that shows, while it has not gone."""
        letter = self.table.current()
        if letter is not None:
            self._do(lambda outbox: outbox.withdraw(letter.id))

    def settle(self, *, has_gone: bool) -> None:
        """Note whether the letter that shows has arrived; if not, it waits for a new yes."""
        letter = self.table.current()
        if letter is not None:
            self._do(lambda outbox: outbox.settle(letter.id, has_gone=has_gone))

    def _do(
        self, work: "Callable[[Outbox], object]", then: Callable[[], object] | None = None
    ) -> None:
        dispatch = self._office.workbench.dispatch

        def well(_done: object) -> None:
            self._office.messages.withdraw("error")
            self.look()
            if then is not None:
                then()

        def refuse(error: Exception) -> None:
            self.look()
            self._office.messages.tell(error)

        self._office.background.run(lambda: work(dispatch.outbox()), well, refuse)

    def _show(self, letters: tuple[Letter, ...]) -> None:
        self._all = letters
        self._sift()

    def _sift(self) -> None:
        states = self.state.value() or ()
        shown = [one for one in self._all if not states or one.state in states]
        self.table.show_rows(shown, lambda letter: letter.id)
        if shown and self.table.current() is None:
            self.table.pick(lambda _letter: True)
        self._follow(self.table.current())

    def _follow(self, letter: Letter | None) -> None:
        """Let only what can be done to the letter that shows be asked for."""
        from ttcs_desktop.services.outbox_words import letter_story

        state = letter.state if letter else None
        self.yes_button.setEnabled(state is LetterState.ASKED)
        asked = sum(one.state is LetterState.ASKED for one in self.table.rows())
        self.yes_to_all_button.setEnabled(asked > 0)
        self.yes_to_all_button.setText(
            _("Đồng ý gửi mọi thư đang hiện ({count})").format(count=asked)
        )
        self.withdraw_button.setEnabled(state in _UNSENT)
        for button in (self.gone_button, self.not_gone_button):
            button.setVisible(state is LetterState.UNSURE)
        waiting = any(one.state is LetterState.WAITING for one in self._all)
        self.send_button.setEnabled(waiting and not self._postman.is_out())
        self.stop_button.setVisible(self._postman.is_out())
        self.story.setText(letter_story(letter) if letter else "")
        self._open(letter)

    def _open(self, letter: Letter | None) -> None:
        dispatch = self._office.workbench.dispatch
        if letter is None:
            self._opening.drop()
            self.card.show_mail(None)
            return

        def show(mail: Mail) -> None:
            if self.table.current() == letter:
                self.card.show_mail(mail)

        self._opening.submit(
            lambda: dispatch.outbox().mail(letter.id), show, self._office.messages.tell
        )

    def _ask_password(self) -> None:
        account = self._office.workbench.dispatch.account()
        self.password.ask(account.email or account.user)

    def _listen(self) -> None:
        self.state.chosen.connect(lambda _states: self._sift())
        self.wanted.textChanged.connect(self.table.search)
        self.table.picked.connect(self._follow)
        self.table.arranged.connect(lambda: self._follow(self.table.current()))
        self.yes_button.clicked.connect(lambda: self.approve(self.table.chosen()))
        self.yes_to_all_button.clicked.connect(lambda: self.approve(self.table.rows()))
        self.send_button.clicked.connect(self.send)
        self.stop_button.clicked.connect(self._postman.stop)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.gone_button.clicked.connect(lambda: self.settle(has_gone=True))
        self.not_gone_button.clicked.connect(lambda: self.settle(has_gone=False))
        self.set_up_button.clicked.connect(lambda: self._office.go(SETTINGS))
        self._postman.password_wanted.connect(self._ask_password)
        self._postman.went_out.connect(self.look)
        self._postman.came_back.connect(self.look)
        self.password.given.connect(self._postman.send)

    def _lay_out(self) -> None:
        self.yes_button.setObjectName("primary")
        self.story.setWordWrap(True)
        self.story.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_up_button.setVisible(can_set_up(self._office))
        self.state.setAccessibleName(_("Xem thư"))
        self.wanted.setAccessibleName(_("Tìm thư"))
        self.wanted.setPlaceholderText(_("Tìm thư"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.setMinimumWidth(180)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addLayout(Flow((self.state, self.wanted, self.set_up_button)))
        column.addWidget(self.table, 1)
        right = QWidget()
        side = QVBoxLayout(right)
        side.setContentsMargins(GAP, 0, 0, 0)
        side.setSpacing(GAP)
        side.addWidget(self.story)
        side.addLayout(Flow((self.gone_button, self.not_gone_button)))
        side.addWidget(self.card, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE, EDGE, EDGE, GAP)
        whole.setSpacing(GAP)
        whole.addWidget(beside((left, right), WIDTHS), 1)
        whole.addWidget(self.password)
        acts = (self.yes_button, self.yes_to_all_button, self.send_button)
        whole.addLayout(Flow((*acts, self.stop_button, self.withdraw_button)))
