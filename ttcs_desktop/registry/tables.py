"""The tables of the registry's database (các bảng của sổ dữ liệu).

A change here needs a migration in `migrations/versions`; a test compares the two.
"""

import datetime

from sqlalchemy import (
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """A row of any table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012  read by SQLAlchemy once
        str: Text(),
        datetime.datetime: DateTime(timezone=True),
    }


class OwnFieldRow(Row):
    """One field of a unit or instrument that the clerk changed, over what ships."""

    __tablename__ = "own_field"

    record: Mapped[str] = mapped_column(String(20), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    field: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[str]
    shipped: Mapped[str | None]
    changed_at: Mapped[datetime.datetime]


class SeriesRow(Row):
    """A series of numbers; `first` is where it starts in this register."""

    __tablename__ = "series"
    __table_args__ = (UniqueConstraint("unit", "type_name", "span", "is_secret"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(String(200))
    type_name: Mapped[str] = mapped_column(String(100))
    span: Mapped[str] = mapped_column(String(20))
    is_secret: Mapped[bool]
    first: Mapped[int] = mapped_column(default=1)


class EntryRow(Row):
    """A line of the register.

    `occurrence` is 0 for a number given here; more for a number that had been given before, on
    paper or after a cancellation. So no number is given twice, and doubles can still be told.
    """

    __tablename__ = "entry"
    __table_args__ = (UniqueConstraint("series_id", "number", "suffix", "occurrence"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("series.id"))
    number: Mapped[int]
    suffix: Mapped[str] = mapped_column(String(5))
    occurrence: Mapped[int]
    state: Mapped[str] = mapped_column(String(20))
    date: Mapped[datetime.date | None] = mapped_column(index=True)
    symbol: Mapped[str]
    type_name: Mapped[str]
    subject: Mapped[str]
    signer: Mapped[str]
    recipients: Mapped[str]
    filing: Mapped[str]
    copies: Mapped[int]
    note: Mapped[str]
    document: Mapped[str] = mapped_column(Text, index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    given_at: Mapped[datetime.datetime]

    series: Mapped[SeriesRow] = relationship(lazy="joined", innerjoin=True)


class LetterRow(Row):
    """A letter in the outbox; `content` is what is sent, but for its date.

    `holder` is who is sending it now, `held_until` when that claim runs out at the latest.
    """

    __tablename__ = "letter"
    __table_args__ = (UniqueConstraint("message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[str] = mapped_column(String(200))
    recipient: Mapped[str]
    document: Mapped[str] = mapped_column(Text, index=True)
    sender: Mapped[str]
    subject: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    size: Mapped[int]
    state: Mapped[str] = mapped_column(String(20), index=True)
    put_in_at: Mapped[datetime.datetime]
    approved_at: Mapped[datetime.datetime | None]
    approved_by: Mapped[str] = mapped_column(Text, default="")
    sent_at: Mapped[datetime.datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    next_try: Mapped[datetime.datetime | None]
    note: Mapped[str] = mapped_column(Text, default="")
    holder: Mapped[str] = mapped_column(Text, default="")
    held_until: Mapped[datetime.datetime | None]

    deliveries: Mapped[list["DeliveryRow"]] = relationship(
        lazy="selectin", order_by="DeliveryRow.position"
    )


class DeliveryRow(Row):
    """What became of a letter for one address."""

    __tablename__ = "delivery"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    name: Mapped[str]
    state: Mapped[str] = mapped_column(String(20))
    reply: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime.datetime | None]


class HandOffRow(Row):
    """A pack handed off for signature, and what came back of it."""

    __tablename__ = "hand_off"

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(Text, index=True)
    number: Mapped[str]
    title: Mapped[str]
    name: Mapped[str]
    folder: Mapped[str]
    pdf_size: Mapped[int]
    pdf_sha256: Mapped[str] = mapped_column(String(64), index=True)
    made_at: Mapped[datetime.datetime]
    returned_at: Mapped[datetime.datetime | None]
    returned_file: Mapped[str] = mapped_column(Text, default="")
    returned_sha256: Mapped[str] = mapped_column(String(64), default="")
    known_by: Mapped[str] = mapped_column(String(20), default="")
    verdict: Mapped[str] = mapped_column(Text, default="")


class KeptDraftRow(Row):
    """A draft that is being written, or was; read and written by `registry.statements`.

    `keeper` is who keeps it: paths mean something on one machine alone. `session` is the session
    that holds words of it which no file holds, "" for none. Moments are written as text.
    """

    __tablename__ = "draft"
    __table_args__ = (
        Index(None, "keeper", "changed_at"),
        Index(None, "keeper", "state", "changed_at"),
        Index(None, "keeper", "path"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    keeper: Mapped[str]
    unit: Mapped[str]
    template: Mapped[str]
    kind: Mapped[str]
    title: Mapped[str]
    state: Mapped[str] = mapped_column(String(20))
    path: Mapped[str]
    changed_at: Mapped[str] = mapped_column(String(32))
    session: Mapped[str] = mapped_column(Text, index=True)
    content: Mapped[str]


class VersionRow(Row):
    """A draft as it was at a moment; `content` is JSON, packed."""

    __tablename__ = "version"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)
    made_at: Mapped[str] = mapped_column(String(32))
    moment: Mapped[str] = mapped_column(String(20))
    title: Mapped[str]
    note: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)
