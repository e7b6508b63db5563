"""The outbox: letters wait here for the clerk's yes, then for a network (hộp thư đi).

A letter is sent once and only once. Its content and Message-ID are fixed when it is put in; it is
sent only after `approve`; two windows or processes never send the same one; and one that was being
handed over when its sender died is never sent again by itself: the clerk is told that it may have
gone, and settles it.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import (
    Delivery,
    DeliveryState,
    Letter,
    LetterState,
    Mail,
    MailAccount,
)
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.mail_account import load_account
from ttcs_desktop.services.outbox_claims import Claims

if TYPE_CHECKING:
    from ttcs_desktop.delivery.mail.server import Line, Reply
    from ttcs_desktop.registry.letters import Letters

MINUTES_TO_WAIT = (5, 15, 30, 60, 120, 240)
"""After each attempt that the server put off (greylisting), then every four hours."""
DAYS_TO_TRY = 5
"""A server that puts a letter off for longer does not want it."""
MINUTES_OF_CLAIM = 20
"""How long a sender on another machine is believed to live without a sign."""

_OUT = (LetterState.WITHDRAWN, LetterState.REFUSED)

AskPassword = Callable[[MailAccount], str | None]
Report = Callable[[int, int], None]
"""Letters behind us, letters in all."""


def _untold(_done: int, _total: int) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of sending did: the letters it tried, and why it stopped, "" when done."""

    letters: tuple[Letter, ...] = ()
    stopped: str = ""


@dataclass(frozen=True)
class Outbox:
    """Letters that wait, and what became of those that were sent."""

    library: Library
    account: MailAccount = field(default_factory=load_account)

    def put_in(self, mails: Iterable[Mail], document: str = "") -> tuple[Letter, ...]:
        """Put letters in; they wait for the clerk's yes.

        Raises:
            UserError: a letter has no address or an unusable one; the database cannot be written.
        """
        from ttcs_desktop.delivery.mail.message import new_message_id, sent_bytes

        ready = []
        for mail in mails:
            _refuse_unaddressed(mail)
            message_id = new_message_id(mail.sender.email if mail.sender else "")
            ready.append((mail, sent_bytes(mail, message_id), message_id))
        return tuple(self._letters.put_in(*one, document) for one in ready)

    def approve(self, letter_id: int, by: str = "") -> Letter:
        """Note the clerk's yes (đồng ý gửi), with a name and the moment; only now it may be sent.

        Raises:
            UserError: the letter does not wait for a yes, or the database cannot be written.
        """
        return self._letters.approve(letter_id, by or self.account.email)

    def withdraw(self, letter_id: int) -> Letter:
        """Take a letter back that has not gone (rút lại).

        Raises:
            UserError: it has gone or is being sent, or the database cannot be written.
        """
        return self._letters.withdraw(letter_id)

    def settle(self, letter_id: int, *, has_gone: bool) -> Letter:
        """Note what the clerk found out of a letter that may have gone; if not, ask for a new yes.

        Raises:
            UserError: it is known what became of it, or the database cannot be written.
        """
        return self._letters.settle(letter_id, has_gone=has_gone)

    def letters(self, *states: LetterState, document: str = "") -> tuple[Letter, ...]:
        """Return the letters in some states, or all, the oldest first; strays are told first."""
        self._look_after_strays()
        return self._letters.letters(states, document=document)

    def due(self) -> tuple[Letter, ...]:
        """Return the letters that would be sent now: approved, and not put off for later."""
        return tuple(filter(_is_due, self.letters(LetterState.WAITING)))

    def earlier(self, document: str, recipient: str) -> tuple[Letter, ...]:
        """Return letters of a document to a recipient that went, may have gone, or will go.

        To be shown before another one is put in, so that nobody gets the same twice.
        """
        return tuple(
            letter
            for letter in self.letters(document=document)
            if letter.recipient == recipient and letter.state not in _OUT
        )

    def mail(self, letter_id: int) -> Mail:
        """Return a letter as it is sent, to be shown.

        Raises:
            UnknownError: there is no such letter.
        """
        from ttcs_desktop.delivery.mail.message import read_message

        return read_message(self._letters.content(letter_id))

    def needs_password(self) -> bool:
        """Tell whether the clerk must type the password of the mailbox: no keyring has it."""
        from ttcs_desktop.delivery.mail import password

        return bool(self.account.user) and password.remembered(self.account) is None

    def send_due(self, ask_password: AskPassword, report: Report = _untold) -> Round:
        """Send what was approved and is due; may run on another thread, and in many at once.

        `ask_password` is asked where no keyring has it; None stops the round. `report` is called
        before each letter; an exception of it ends the round, and what is left still waits.

        Raises:
            MailboxError: the server does not let this mailbox in; everything still waits.
            UserError: no mailbox is set up, or the database cannot be written.
        """
        from ttcs_desktop.delivery.mail.server import NoNetworkError

        due = len(self.due())
        if not due:
            return Round()
        self._refuse_without_mailbox()
        tried: list[Letter] = []
        try:
            with self._line(ask_password) as line, self._claims.taken() as holder:
                for letter in self._sent_in_turn(line, holder, lambda done: report(done, due)):
                    tried.append(letter)  # noqa: PERF402  what was done counts when it is cut
        except NoNetworkError as error:
            return Round(tuple(tried), str(error))
        except _CutOffError:
            told = _("Kết nối bị cắt giữa chừng; thư còn lại sẽ gửi sau.")
            return Round(tuple(tried), told)
        return Round(tuple(tried))

    @contextmanager
    def _line(self, ask_password: AskPassword) -> "Iterator[Line]":
        """Open a line; a password that was typed and is right is kept where there is a keyring."""
        from ttcs_desktop.delivery.mail import password
        from ttcs_desktop.delivery.mail.server import PasswordError, connected

        known = password.remembered(self.account) if self.account.user else ""
        given = known if known is not None else ask_password(self.account)
        if given is None:
            raise UserError(
                _("Chưa có mật khẩu hộp thư nên chưa gửi."), remedy=_("Gõ mật khẩu rồi gửi lại.")
            )
        try:
            with connected(self.account, given) as line:
                if known is None and self.account.is_password_kept:
                    password.remember(self.account, given)
                yield line
        except PasswordError:
            password.forget(self.account)
            raise

    def _sent_in_turn(
        self, line: "Line", holder: str, tell: Callable[[int], object]
    ) -> Iterator[Letter]:
        done = 0
        tell(done)
        while letter := self._letters.take_next(holder, _in(MINUTES_OF_CLAIM)):
            yield self._sent(line, letter, holder)
            done += 1
            tell(done)

    def _sent(self, line: "Line", letter: Letter, holder: str) -> Letter:
        """Send one letter that was taken, and return what became of it."""
        from ttcs_desktop.delivery.mail.message import dated
        from ttcs_desktop.delivery.mail.server import CutError

        content = dated(self._letters.content(letter.id), datetime.datetime.now().astimezone())
        waiting = [one.email for one in letter.deliveries if one.state is DeliveryState.WAITING]
        later = _in(MINUTES_TO_WAIT[min(letter.attempts, len(MINUTES_TO_WAIT) - 1)])
        try:
            replies = line.offer(letter.sender, waiting, len(content))
        except CutError as cut:
            self._letters.put_back(letter.id, holder, _("Kết nối bị cắt."), later, tried=True)
            raise _CutOffError from cut
        answers = {email: _answered(letter, email, reply) for email, reply in replies.items()}
        if not self._letters.note_offer(letter.id, holder, answers, later):
            return self._letters.letter(letter.id)
        try:
            reply = line.hand_over(content)
        except CutError as cut:
            state = DeliveryState.UNSURE if cut.may_have_gone else DeliveryState.WAITING
            self._letters.note_answer(letter.id, holder, state, _("kết nối bị cắt"))
            raise _CutOffError from cut
        return self._noted(letter, holder, reply)

    def _noted(self, letter: Letter, holder: str, reply: "Reply") -> Letter:
        state = DeliveryState.SENT if reply.is_well else _state_of(letter, reply)
        try:
            return self._letters.note_answer(letter.id, holder, state, str(reply))
        except UserError as error:
            if state is not DeliveryState.SENT:
                raise
            raise UserError(
                _("Thư “{subject}” đã gửi nhưng chưa ghi lại được: {reason}").format(
                    subject=letter.subject, reason=error.what
                ),
                where=error.where,
                remedy=_("Hộp thư đi sẽ ghi là có thể đã gửi; xác nhận là đã gửi, đừng gửi lại."),
            ) from error

    def _look_after_strays(self) -> None:
        """Find letters whose sender died, and tell of those that may have gone."""
        for held in self._letters.held():
            if not self._claims.lives(held.holder, held.until):
                note = _("Máy dừng giữa lúc gửi nên có thể thư đã đi; không tự gửi lại.")
                self._letters.strand(held.letter.id, held.holder, note)

    def _refuse_without_mailbox(self) -> None:
        if not self.account.host:
            raise UserError(
                _("Chưa khai báo hộp thư để gửi."),
                remedy=_("Ghi máy chủ thư, cổng và địa chỉ gửi trong phần thiết đặt hộp thư."),
            )

    @property
    def _claims(self) -> Claims:
        return Claims(self.library.own / "outbox")

    @property
    def _letters(self) -> "Letters":
        from ttcs_desktop.registry.letters import Letters

        return Letters(self.library.database)


class _CutOffError(Exception):
    """The line is dead; what waits goes in another round."""


def _refuse_unaddressed(mail: Mail) -> None:
    from ttcs_desktop.delivery.mail.message import is_address

    addresses = [one.email for one in (*mail.to, *((mail.sender,) if mail.sender else ()))]
    wrong = [address for address in addresses if not is_address(address)]
    if mail.to and mail.sender and not wrong:
        return
    what = (
        _("Địa chỉ “{address}” không gửi được.").format(address=wrong[0])
        if wrong
        else _("Thư chưa có địa chỉ người nhận hoặc người gửi.")
    )
    raise UserError(
        what,
        where=mail.recipient or mail.subject,
        remedy=_("Ghi địa chỉ không dấu, dạng van-thu@co-quan.gov.vn."),
    )


def _is_due(letter: Letter) -> bool:
    return letter.next_try is None or letter.next_try <= datetime.datetime.now(datetime.UTC)


def _answered(letter: Letter, email: str, reply: "Reply") -> Delivery:
    state = DeliveryState.HANDED_OVER if reply.is_well else _state_of(letter, reply)
    return Delivery(email, state=state, reply=str(reply))


def _state_of(letter: Letter, reply: "Reply") -> DeliveryState:
    """Return what a reply that does not accept means: try later, or refused for good."""
    begun = letter.approved_at or letter.put_in_at
    is_old = datetime.datetime.now(datetime.UTC) - begun > datetime.timedelta(days=DAYS_TO_TRY)
    return DeliveryState.WAITING if reply.is_for_now and not is_old else DeliveryState.REFUSED


def _in(minutes: int) -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=minutes)
