"""The outbox, kept so that a letter goes once and only once (hộp thư đi).

Whoever sends a letter takes it first, in a writing transaction that nobody else can share; notes
before the letter is handed to the server that from now on it may have gone; and notes what the
server answered. A sender that dies leaves one of two traces: taken but not handed over, so the next
one can send it; or handed over without an answer, so only the clerk can tell.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Delivery, DeliveryState, Letter, LetterState, Mail
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.letter_rows import (
    aware,
    letter_in,
    new_rows,
    no_letter,
    row_of,
    state_of,
)
from ttcs_desktop.registry.tables import LetterRow

Moment = datetime.datetime
_NOT_SENT_YET = (LetterState.ASKED, LetterState.WAITING)


@dataclass(frozen=True, slots=True)
class Held:
    """A letter that somebody is sending: who, and until when the claim holds at the latest."""

    letter: Letter
    holder: str
    until: Moment


class Letters:
    """The letters of the outbox."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put_in(self, mail: Mail, content: bytes, message_id: str, document: str) -> Letter:
        """Put a letter in; it stays until the clerk says yes.

        Raises:
            UserError: the database cannot be written.
        """
        with self._database.writing() as session:
            row, deliveries = new_rows(mail, content, message_id, document)
            row.deliveries.extend(deliveries)
            session.add(row)
            session.flush()
            return letter_in(row)

    def letters(
        self, states: Iterable[LetterState] = (), *, document: str = ""
    ) -> tuple[Letter, ...]:
        """Return the letters in some states, or all, the oldest first."""
        if not self._database.location.exists():
            return ()
        asked = sa.select(LetterRow).order_by(LetterRow.id)
        if wanted := tuple(states):
            asked = asked.where(LetterRow.state.in_(wanted))
        if document:
            asked = asked.where(LetterRow.document == document)
        with self._database.reading() as session:
            return tuple(letter_in(row) for row in session.scalars(asked))

    def letter(self, letter_id: int) -> Letter:
        """Return a letter.

        Raises:
            UnknownError: there is no such letter.
        """
        with self._database.reading() as session:
            row = session.get(LetterRow, letter_id)
            if row is None:
                raise no_letter(letter_id)
            return letter_in(row)

    def content(self, letter_id: int) -> bytes:
        """Return what is sent of a letter, but for its date.

        Raises:
            UnknownError: there is no such letter.
        """
        asked = sa.select(LetterRow.content).where(LetterRow.id == letter_id)
        with self._database.reading() as session:
            content = session.scalar(asked)
        if content is None:
            raise no_letter(letter_id)
        return content

    def approve(self, letter_id: int, by: str) -> Letter:
        """Note the clerk's yes: from now on the letter is sent.

        Raises:
            UserError: it does not wait for a yes, or the database cannot be written.
        """
        with self._database.writing() as session:
            row = self._in_state(session, letter_id, (LetterState.ASKED,))
            row.state, row.approved_by, row.approved_at = LetterState.WAITING, by, _now()
            row.next_try = None
            return letter_in(row)

    def withdraw(self, letter_id: int) -> Letter:
        """Take a letter back that has not gone.

        Raises:
            UserError: it has gone or is being sent, or the database cannot be written.
        """
        with self._database.writing() as session:
            row = self._in_state(session, letter_id, _NOT_SENT_YET)
            row.state = LetterState.WITHDRAWN
            return letter_in(row)

    def settle(self, letter_id: int, *, has_gone: bool) -> Letter:
        """Note what the clerk found out of a letter that may have gone.

        One that has not gone waits for a new yes.

        Raises:
            UserError: it is known what became of it, or the database cannot be written.
        """
        with self._database.writing() as session:
            row = self._in_state(session, letter_id, (LetterState.UNSURE,))
            state = DeliveryState.SENT if has_gone else DeliveryState.WAITING
            _mark(row, DeliveryState.UNSURE, state, _("theo văn thư"))
            row.state = state_of(row.deliveries)
            if row.state == LetterState.WAITING:
                row.state, row.approved_at, row.approved_by = LetterState.ASKED, None, ""
            row.holder, row.held_until, row.note = "", None, ""
            return letter_in(row)

    def take_next(self, holder: str, until: Moment) -> Letter | None:
        """Take the next letter that is due, so that nobody else sends it; None when none is.

        Raises:
            UserError: the database cannot be written.
        """
        due = (
            sa.select(LetterRow)
            .where(
                LetterRow.state == LetterState.WAITING,
                LetterRow.approved_at.is_not(None),
                sa.or_(LetterRow.next_try.is_(None), LetterRow.next_try <= _now()),
            )
            .order_by(LetterRow.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=LetterRow)
        )
        with self._database.writing() as session:
            row = session.scalar(due)
            if row is None:
                return None
            row.state, row.holder, row.held_until = LetterState.SENDING, holder, until
            return letter_in(row)

    def put_back(
        self, letter_id: int, holder: str, note: str, next_try: Moment | None, *, tried: bool
    ) -> None:
        """Let a letter wait again that was taken and not handed over; `tried` counts an attempt."""
        with self._database.writing() as session:
            row = row_of(session, letter_id)
            if _is_held(row, holder, LetterState.SENDING):
                row.state, row.holder, row.held_until = LetterState.WAITING, "", None
                row.note, row.next_try = note, next_try
                row.attempts += tried

    def note_offer(
        self, letter_id: int, holder: str, answers: Mapping[str, Delivery], next_try: Moment
    ) -> bool:
        """Note what the server says of each address, before anything is handed over.

        Returns whether the letter is now to be handed over; never twice, whoever asks.

        Raises:
            UserError: the database cannot be written; then nothing may be handed over.
        """
        with self._database.writing() as session:
            row = row_of(session, letter_id)
            if not _is_held(row, holder, LetterState.SENDING):
                return False
            for delivery in row.deliveries:
                if answer := answers.get(delivery.email):
                    delivery.state, delivery.reply = answer.state, answer.reply
                    delivery.at = _now()
            row.state = state_of(row.deliveries)
            row.attempts += 1
            row.next_try = next_try
            if row.state != LetterState.HANDED_OVER:
                _let_go(row)
            return row.state == LetterState.HANDED_OVER

    def note_answer(self, letter_id: int, holder: str, state: DeliveryState, reply: str) -> Letter:
        """Note what the server answered to a letter that was handed over.

        Raises:
            UserError: the database cannot be written; the letter is then one that may have gone.
        """
        with self._database.writing() as session:
            row = row_of(session, letter_id)
            if row.holder == holder:
                for before in (DeliveryState.HANDED_OVER, DeliveryState.UNSURE):
                    _mark(row, before, state, reply)
                row.state = state_of(row.deliveries)
                row.sent_at = _now() if state is DeliveryState.SENT else row.sent_at
                _let_go(row)
            return letter_in(row)

    def held(self) -> tuple[Held, ...]:
        """Return the letters that somebody is sending, or left while sending."""
        if not self._database.location.exists():
            return ()
        states = (LetterState.SENDING, LetterState.HANDED_OVER)
        asked = sa.select(LetterRow).where(LetterRow.state.in_(states)).order_by(LetterRow.id)
        with self._database.reading() as session:
            return tuple(
                Held(letter_in(row), row.holder, aware(row.held_until) or _now())
                for row in session.scalars(asked)
            )

    def strand(self, letter_id: int, holder: str, note: str) -> None:
        """Note that who was sending a letter is no more: what was handed over may have gone.

        The claim of one that may have gone is kept: a sender that was only slow can still say so.
        """
        with self._database.writing() as session:
            row = row_of(session, letter_id)
            if _is_held(row, holder, LetterState.SENDING):
                row.state = LetterState.WAITING
                _let_go(row)
            elif _is_held(row, holder, LetterState.HANDED_OVER):
                _mark(row, DeliveryState.HANDED_OVER, DeliveryState.UNSURE, "")
                row.state, row.note = LetterState.UNSURE, note

    def _in_state(
        self, session: Session, letter_id: int, states: tuple[LetterState, ...]
    ) -> LetterRow:
        row = row_of(session, letter_id)
        if row.state not in states:
            raise UserError(
                _("Thư {id} không còn ở bước đó.").format(id=letter_id),
                remedy=_("Mở lại hộp thư đi để xem thư đang ở bước nào."),
            )
        return row


def _mark(row: LetterRow, before: DeliveryState, after: DeliveryState, reply: str) -> None:
    for delivery in row.deliveries:
        if delivery.state == before:
            delivery.state, delivery.at = after, _now()
            delivery.reply = reply or delivery.reply


def _is_held(row: LetterRow, holder: str, state: LetterState) -> bool:
    return row.state == state and row.holder == holder


def _let_go(row: LetterRow) -> None:
    row.holder, row.held_until = "", None


def _now() -> Moment:
    return datetime.datetime.now(datetime.UTC)
