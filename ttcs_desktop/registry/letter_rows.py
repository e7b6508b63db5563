"""Rows of the outbox: letters and what became of them for each address (dòng của hộp thư đi)."""

import datetime
from collections.abc import Iterable

from sqlalchemy.orm import Session

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Delivery, DeliveryState, Letter, LetterState, Mail
from ttcs_desktop.registry.tables import DeliveryRow, LetterRow


def new_rows(
    mail: Mail, content: bytes, message_id: str, document: str
) -> tuple[LetterRow, tuple[DeliveryRow, ...]]:
    """Return the rows of a letter that waits for the clerk's yes."""
    letter = LetterRow(
        message_id=message_id,
        recipient=mail.recipient,
        document=document,
        sender=mail.sender.email if mail.sender else "",
        subject=mail.subject,
        content=content,
        size=len(content),
        state=LetterState.ASKED,
        put_in_at=datetime.datetime.now(datetime.UTC),
        attempts=0,
        **dict.fromkeys(("approved_by", "note", "holder"), ""),
    )
    deliveries = tuple(
        DeliveryRow(
            position=position,
            email=address.email,
            name=address.name,
            state=DeliveryState.WAITING,
            reply="",
        )
        for position, address in enumerate(mail.to)
    )
    return letter, deliveries


def row_of(session: Session, letter_id: int) -> LetterRow:
    """Return a letter's row, so that nobody else changes it meanwhile.

    Raises:
        UnknownError: there is no such letter.
    """
    row = session.get(LetterRow, letter_id, with_for_update=True)
    if row is None:
        raise no_letter(letter_id)
    return row


def no_letter(letter_id: int) -> UnknownError:
    """Return that the outbox has no such letter."""
    return UnknownError(
        _("Hộp thư đi không có thư {id}.").format(id=letter_id),
        remedy=_("Mở lại hộp thư đi rồi chọn thư."),
    )


def letter_in(row: LetterRow) -> Letter:
    """Return the letter of a row."""
    return Letter(
        id=row.id,
        message_id=row.message_id,
        recipient=row.recipient,
        document=row.document,
        sender=row.sender,
        subject=row.subject,
        size=row.size,
        state=LetterState(row.state),
        deliveries=tuple(map(_delivery_in, row.deliveries)),
        put_in_at=aware(row.put_in_at) or datetime.datetime.now(datetime.UTC),
        approved_at=aware(row.approved_at),
        approved_by=row.approved_by,
        sent_at=aware(row.sent_at),
        attempts=row.attempts,
        next_try=aware(row.next_try),
        note=row.note,
    )


def aware(moment: datetime.datetime | None) -> datetime.datetime | None:
    """Return a moment with its zone: SQLite gives it back without."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=datetime.UTC)


def state_of(deliveries: Iterable[DeliveryRow]) -> LetterState:
    """Return where a letter stands, by where it stands for each address."""
    states = {delivery.state for delivery in deliveries}
    for one, whole in (
        (DeliveryState.HANDED_OVER, LetterState.HANDED_OVER),
        (DeliveryState.UNSURE, LetterState.UNSURE),
        (DeliveryState.WAITING, LetterState.WAITING),
        (DeliveryState.SENT, LetterState.SENT),
    ):
        if one in states:
            return whole
    return LetterState.REFUSED


def _delivery_in(row: DeliveryRow) -> Delivery:
    return Delivery(row.email, row.name, DeliveryState(row.state), row.reply, aware(row.at))
