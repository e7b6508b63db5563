"""What waits in the database: letters in the outbox, packs that are out (đang chờ)."""

import datetime
from dataclasses import dataclass

from ttcs_desktop.model.mail import LetterState
from ttcs_desktop.registry.statements import Statements

MOST = 100
_UNDER_WAY = (
    LetterState.ASKED,
    LetterState.WAITING,
    LetterState.HANDED_OVER,
    LetterState.UNSURE,
)


@dataclass(frozen=True, slots=True)
class OutForSignature:
    """A pack that was handed off and has not come back (hồ sơ đang trình ký)."""

    document: str
    number: str
    title: str
    made_at: datetime.datetime


@dataclass(frozen=True)
class Waiting:
    """Looks at the database without loading what writes it."""

    statements: Statements

    def letters(self) -> dict[LetterState, int]:
        """Return how many letters of the outbox are in each state that asks for something.

        Raises:
            UserError: the database cannot be read.
        """
        told = ", ".join(f"'{state}'" for state in _UNDER_WAY)
        rows = self.statements.read(
            f"SELECT state, count(*) FROM letter WHERE state IN ({told}) GROUP BY state"  # noqa: S608
        )
        return {LetterState(state): int(count) for state, count in rows}

    def packs(self) -> tuple[OutForSignature, ...]:
        """Return the packs that are out, the newest first.

        Raises:
            UserError: the database cannot be read.
        """
        rows = self.statements.read(
            "SELECT document, number, title, made_at FROM hand_off WHERE returned_at IS NULL"
            " ORDER BY made_at DESC LIMIT :most",
            most=MOST,
        )
        return tuple(
            OutForSignature(document, number, title, _moment(made_at))
            for document, number, title, made_at in rows
        )


def _moment(at: str | datetime.datetime) -> datetime.datetime:
    """Return a moment as SQLite or a server tells it."""
    told = datetime.datetime.fromisoformat(at) if isinstance(at, str) else at
    return told if told.tzinfo else told.replace(tzinfo=datetime.UTC)
