"""What is kept of a draft beside its file: where it stands, and how it was before (bản lưu)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ttcs_desktop.model.draft import Draft


class DraftState(StrEnum):
    """How far a draft has come (tình trạng bản thảo)."""

    DRAFT = "draft"
    WAITING_FOR_NUMBER = "waiting-number"
    WAITING_FOR_SIGNATURE = "waiting-signature"
    ISSUED = "issued"
    DISCARDED = "discarded"
    """Thrown away before it had a file; forgotten for good after `DAYS_TO_REPENT`."""


DAYS_TO_REPENT = 30


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft as a list tells of it.

    Attributes:
        kind: "guidance", "plan", "report" …; "" for free text.
        title: type and subject, or its first words.
        path: its file, "" for none.
        has_more: it holds words that its file does not.
    """

    id: int
    unit: str
    template: str
    kind: str
    title: str
    state: DraftState
    path: str
    changed_at: datetime.datetime
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft with what is known of it."""

    card: DraftCard
    draft: Draft


class Moment(StrEnum):
    """When a version was kept."""

    OPENED = "opened"
    TIMED = "timed"
    SAVED = "saved"
    EXPORTED = "exported"
    ISSUED = "issued"
    BEFORE_RESTORE = "before-restore"
    BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class Version:
    """A draft as it was at a moment (phiên bản)."""

    id: int
    draft_id: int
    made_at: datetime.datetime
    moment: Moment
    title: str
    note: str = ""
