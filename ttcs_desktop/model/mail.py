"""Letters that carry documents (thư điện tử), and what became of each on its way."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class MailAddress:
    """An address (địa chỉ thư điện tử), with the name that stands before it."""

    email: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter (tệp đính kèm); its name may be Vietnamese."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """One letter, to one recipient or one group of them.

    Attributes:
        to: whom it goes to; () while nobody's address is known.
        recipient: the line of Nơi nhận that it is for.
        note: what the clerk should know of it, one sentence; "" for nothing.
    """

    to: tuple[MailAddress, ...]
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()
    sender: MailAddress | None = None
    recipient: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MailTemplate:
    """Subject and body of letters (mẫu thư), with named blanks such as `{number}`.

    `purposes` are those of the recipients that it is for, e.g. "báo cáo"; () for all others.
    """

    id: str
    title: str
    subject: str
    body: str
    title_en: str = ""
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MailLimits:
    """How large attachments may be, bytes: above `zip_above` they are zipped; above `largest` most
    mailboxes refuse them.
    """

    zip_above: int
    largest: int
    source: str = ""
    verified: str = ""


@dataclass(frozen=True, slots=True)
class KnownRecipient:
    """Who is meant by the words of a line of Nơi nhận: units by a selector, or plain addresses."""

    names: tuple[str, ...]
    select: str = ""
    emails: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class MailDesk:
    """All that writing letters rests on: templates, limits, known recipients."""

    templates: dict[str, MailTemplate]
    limits: MailLimits
    recipients: tuple[KnownRecipient, ...]


class Security(StrEnum):
    """How the way to the mail server is closed; an open one is not used."""

    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailAccount:
    """The mailbox that letters are sent from (hộp thư gửi).

    Attributes:
        user: name to log in with; "" where the server asks for none.
        authority_file: certificate (PEM) of the office's own authority, beside those of the system.
        is_password_kept: keep the password in the system's keyring.
    """

    email: str = ""
    name: str = ""
    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""
    authority_file: str = ""
    is_password_kept: bool = True


class LetterState(StrEnum):
    """Where a letter in the outbox stands."""

    ASKED = "asked"  # chờ văn thư đồng ý gửi
    WAITING = "waiting"  # đã đồng ý, chờ gửi
    SENDING = "sending"  # đang nối với máy chủ; chưa giao gì
    HANDED_OVER = "handed-over"  # đã bắt đầu giao, chưa có trả lời
    SENT = "sent"  # máy chủ đã nhận
    UNSURE = "unsure"  # có thể đã gửi
    REFUSED = "refused"  # máy chủ từ chối
    WITHDRAWN = "withdrawn"  # văn thư rút lại


class DeliveryState(StrEnum):
    """Where a letter stands for one of its addresses."""

    WAITING = "waiting"
    HANDED_OVER = "handed-over"
    SENT = "sent"
    UNSURE = "unsure"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a letter for one address; `reply` is what the server said."""

    email: str
    name: str = ""
    state: DeliveryState = DeliveryState.WAITING
    reply: str = ""
    at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the outbox (hộp thư đi).

    Attributes:
        message_id: fixed when it is put in, the same for every attempt.
        document: file or draft that it carries.
        size: bytes as sent.
        approved_at, approved_by: when and by whom the clerk's yes was given.
        attempts: how often it was tried; `next_try` when it is tried again, None at once.
        note: what happened last, one sentence.
    """

    id: int
    message_id: str
    recipient: str
    document: str
    sender: str
    subject: str
    size: int
    state: LetterState
    deliveries: tuple[Delivery, ...]
    put_in_at: datetime.datetime
    approved_at: datetime.datetime | None = None
    approved_by: str = ""
    sent_at: datetime.datetime | None = None
    attempts: int = 0
    next_try: datetime.datetime | None = None
    note: str = ""
