"""Drafts that are being written, and their versions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of what is being written."""
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, nullable=False),
        *_texts("keeper", "unit", "template", "kind", "title"),
        sa.Column("state", sa.String(20), nullable=False),
        *_texts("path"),
        sa.Column("changed_at", sa.String(32), nullable=False),
        *_texts("session", "content"),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
    )
    op.create_index("ix_draft_keeper_changed_at", "draft", ["keeper", "changed_at"])
    op.create_index("ix_draft_keeper_state_changed_at", "draft", ["keeper", "state", "changed_at"])
    op.create_index("ix_draft_keeper_path", "draft", ["keeper", "path"])
    op.create_index("ix_draft_session", "draft", ["session"])
    op.create_table(
        "version",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("draft_id", sa.Integer, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("moment", sa.String(20), nullable=False),
        *_texts("title", "note"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name="fk_version_draft_id"),
    )
    op.create_index("ix_version_draft_id", "version", ["draft_id"])


def _texts(*names: str) -> tuple["sa.Column[str]", ...]:
    return tuple(sa.Column(name, sa.Text, nullable=False) for name in names)
