"""What becomes of the draft on the desk: kept as it grows, and as it was at moments (lịch sử)."""

import contextlib
import time
from pathlib import Path

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.kept import DraftState, Moment, Version
from ttcs_desktop.services.drafts import Drafts
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.recovery import Autosave, autosave_of
from ttcs_desktop.services.secrecy import SecretError, Trace, refused
from ttcs_desktop.services.versions import PAUSE, Versions


class History:
    """Keeps the draft on the desk; safe to call from a worker thread.

    `autosave` is the session that keeps it; a caller that works later holds on to the one it began
    with.
    """

    def __init__(self, library: Library) -> None:
        self.drafts = Drafts(library)
        self.versions = Versions(self.drafts)
        self.autosave: Autosave = autosave_of(self.drafts)
        self._version_at = time.monotonic()

    def begin(self, draft_id: int = 0) -> Autosave:
        """Keep another draft from now on; return what kept the one before, for its end."""
        before, self.autosave = self.autosave, self.autosave.next(draft_id)
        self._version_at = time.monotonic()
        return before

    def prepare(self) -> None:
        """Make the registry's file ready, before there is anything to lose.

        Raises:
            UserError: the registry cannot be written.
        """
        if self.drafts.statements.location.file is not None:
            self.drafts.statements.prepare()

    def save(self, kept: Autosave, draft: Draft, path: Path | None) -> None:
        """Keep the draft in case of a crash, and a version of it from time to time.

        Raises:
            SecretError: the draft is secret; nothing of it is kept any more.
            UserError: it cannot be written.
        """
        kept.save(draft, path)
        if time.monotonic() - self._version_at > PAUSE.total_seconds():
            self.keep_version(kept, draft, path, Moment.TIMED)

    def file(self, kept: Autosave, draft: Draft, path: Path) -> None:
        """Note that a file holds the draft; of a secret one nothing is noted."""
        with contextlib.suppress(SecretError):
            kept.draft_id = self.drafts.keep(draft, path, draft_id=kept.draft_id)
        kept.discard()

    def keep_version(
        self, kept: Autosave, draft: Draft, path: Path | None, moment: Moment, note: str = ""
    ) -> int:
        """Keep a version of the draft; return its id, 0 where the newest says the same.

        Of a secret draft none is kept by itself.

        Raises:
            SecretError: the draft is secret, and a version was asked for by hand.
            UserError: it cannot be written.
        """
        if told := refused(draft, Trace.BACKUP):
            if moment is Moment.BY_HAND:
                raise SecretError(told)
            return 0
        if not kept.draft_id:
            kept.draft_id = self.drafts.keep(draft, path)
        if moment is Moment.ISSUED:
            self.drafts.mark(kept.draft_id, DraftState.ISSUED)
        self._version_at = time.monotonic()
        return self.versions.keep(kept.draft_id, draft, moment, note)

    def listed(self) -> tuple[Version, ...]:
        """Return the versions of the draft on the desk, the newest first."""
        return self.versions.of(self.autosave.draft_id)

    def state(self) -> DraftState:
        """Return how far the draft on the desk has come."""
        draft_id = self.autosave.draft_id
        return self.drafts.open(draft_id).card.state if draft_id else DraftState.DRAFT

    def mark(self, state: DraftState) -> None:
        """Note how far the draft on the desk has come."""
        if self.autosave.draft_id:
            self.drafts.mark(self.autosave.draft_id, state)
