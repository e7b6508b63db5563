"""The clerk's own units and instruments, and the register of numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "own_field",
        sa.Column("record", sa.String(20), nullable=False),
        sa.Column("record_id", sa.String(200), nullable=False),
        sa.Column("field", sa.String(200), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("shipped", sa.Text),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("record", "record_id", "field", name="pk_own_field"),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("unit", sa.String(200), nullable=False),
        sa.Column("type_name", sa.String(100), nullable=False),
        sa.Column("span", sa.String(20), nullable=False),
        sa.Column("is_secret", sa.Boolean, nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_series"),
        sa.UniqueConstraint(
            "unit", "type_name", "span", "is_secret", name="uq_series_unit_type_name_span_is_secret"
        ),
    )
    _create_entry()


def _create_entry() -> None:
    texts = ("symbol", "type_name", "subject", "signer", "recipients", "filing")
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("series_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("suffix", sa.String(5), nullable=False),
        sa.Column("occurrence", sa.Integer, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("date", sa.Date),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("copies", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("note", "document", "reason")),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name="fk_entry_series_id"),
        sa.UniqueConstraint(
            "series_id",
            "number",
            "suffix",
            "occurrence",
            name="uq_entry_series_id_number_suffix_occurrence",
        ),
    )
    op.create_index("ix_entry_date", "entry", ["date"])
    op.create_index("ix_entry_document", "entry", ["document"])
