"""The outbox of letters, and packs handed off for signature."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of what leaves the office."""
    _create_letter()
    op.create_table(
        "delivery",
        sa.Column("letter_id", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *_texts("email", "name"),
        sa.Column("state", sa.String(20), nullable=False),
        *_texts("reply"),
        sa.Column("at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("letter_id", "position", name="pk_delivery"),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name="fk_delivery_letter_id"),
    )
    _create_hand_off()


def _create_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("message_id", sa.String(200), nullable=False),
        *_texts("recipient", "document", "sender", "subject"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("put_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
        *_texts("approved_by"),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True)),
        *_texts("note", "holder"),
        sa.Column("held_until", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.UniqueConstraint("message_id", name="uq_letter_message_id"),
    )
    op.create_index("ix_letter_document", "letter", ["document"])
    op.create_index("ix_letter_state", "letter", ["state"])


def _create_hand_off() -> None:
    op.create_table(
        "hand_off",
        sa.Column("id", sa.Integer, nullable=False),
        *_texts("document", "number", "title", "name", "folder"),
        sa.Column("pdf_size", sa.Integer, nullable=False),
        sa.Column("pdf_sha256", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("returned_at", sa.DateTime(timezone=True)),
        *_texts("returned_file"),
        sa.Column("returned_sha256", sa.String(64), nullable=False),
        sa.Column("known_by", sa.String(20), nullable=False),
        *_texts("verdict"),
        sa.PrimaryKeyConstraint("id", name="pk_hand_off"),
    )
    op.create_index("ix_hand_off_document", "hand_off", ["document"])
    op.create_index("ix_hand_off_pdf_sha256", "hand_off", ["pdf_sha256"])


def _texts(*names: str) -> tuple["sa.Column[str]", ...]:
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in names)
