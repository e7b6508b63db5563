"""Drafts that are being written, whatever file they have (bản thảo): where each stands."""

import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.kept import DraftCard, DraftState, KeptDraft
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.secrecy import SecretError, Trace, refuse

if TYPE_CHECKING:
    from ttcs_desktop.registry.drafts import KeptDrafts
    from ttcs_desktop.registry.statements import Statements

LONGEST_TITLE = 160


class Drafts:
    """What the registry knows of the clerk's drafts; a secret document is not among them."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def statements(self) -> "Statements":
        """The way to the database."""
        from ttcs_desktop.registry.statements import Statements

        return Statements(self._library.location, lambda: self._library.database)

    @property
    def shelf(self) -> "KeptDrafts":
        """Where drafts are kept."""
        from ttcs_desktop.registry.drafts import KeptDrafts

        return KeptDrafts(self.statements)

    def recent(self, limit: int = 50, offset: int = 0) -> tuple[DraftCard, ...]:
        """Return the drafts worked on last, the newest first.

        Raises:
            UserError: the database cannot be read.
        """
        return self.shelf.listed(limit, offset)

    def count(self) -> int:
        """Return how many drafts `recent` could list."""
        return self.shelf.count()

    def waiting_for_number(self, limit: int = 200) -> tuple[DraftCard, ...]:
        """Return the drafts that wait for a number (chờ số), the newest first."""
        return self.shelf.listed(limit, states=(DraftState.WAITING_FOR_NUMBER,))

    def waiting_for_signature(self, limit: int = 200) -> tuple[DraftCard, ...]:
        """Return the drafts that wait for the signer (chờ ký), the newest first."""
        return self.shelf.listed(limit, states=(DraftState.WAITING_FOR_SIGNATURE,))

    def open(self, draft_id: int) -> KeptDraft:
        """Return a draft as it was kept last.

        Where `card.path` is set and `card.has_more` is not, the file holds all of it: open that.

        Raises:
            UnknownError: there is no draft of that id.
        """
        return self.shelf.draft(draft_id)

    def mark(self, draft_id: int, state: DraftState) -> None:
        """Note how far a draft has come.

        Raises:
            UserError: the database cannot be written.
        """
        self.shelf.mark(draft_id, state)

    def of_file(self, path: Path) -> int:
        """Return the id of the draft of a file, 0 for none."""
        return self.shelf.of_file(str(path.absolute()))

    def keep(
        self, draft: Draft, path: Path | None = None, *, draft_id: int = 0, session: str = ""
    ) -> int:
        """Keep a draft as it stands now; return its id.

        `session` is the session of which no file holds all words, "" where the file holds them.

        Raises:
            SecretError: the draft is secret; nothing of it is kept any more.
            UserError: the database cannot be written.
        """
        try:
            refuse(draft, Trace.BACKUP)
        except SecretError:
            self.forget(draft_id, path)
            raise
        file = str(path.absolute()) if path else ""
        return self.shelf.keep(self._card(draft, draft_id, file), draft, session)

    def forget(self, draft_id: int, path: Path | None = None) -> None:
        """Delete a draft and its versions."""
        if not self._library.location.exists():
            return
        for known in {draft_id, self.of_file(path) if path else 0} - {0}:
            self.shelf.forget(known)

    def _card(self, draft: Draft, draft_id: int, path: str) -> DraftCard:
        return DraftCard(
            id=draft_id,
            unit=draft.unit,
            template=draft.template,
            kind=self._kind(draft.template),
            title=title_of(draft),
            state=DraftState.DRAFT,
            path=path,
            changed_at=datetime.datetime.now(datetime.UTC),
        )

    def _kind(self, template: str) -> str:
        try:
            return self._library.templates.get(template).info.kind if template else ""
        except UserError:
            return ""


def title_of(draft: Draft) -> str:
    """Return type and subject of a draft, or its first words."""
    document = parse(draft.text)
    subject = plain(document.subject)
    if document.type_name or subject:
        words = f"{document.type_name.capitalize()} {subject}"
    else:
        words = " ".join(draft.text.replace("*", "").split()[:30])
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_TITLE else words[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
