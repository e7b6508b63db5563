"""How a draft was before, kept by itself and by hand (phiên bản): list, open."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.kept import Moment, Version
from ttcs_desktop.services.drafts import Drafts, title_of

if TYPE_CHECKING:
    from ttcs_desktop.registry.versions import KeptVersions

PAUSE = datetime.timedelta(minutes=10)
"""How long a draft changes before a version is kept by itself."""


class Versions:
    """The versions of drafts; of a secret document there are none."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    @property
    def shelf(self) -> "KeptVersions":
        """Where versions are kept."""
        from ttcs_desktop.registry.versions import KeptVersions

        return KeptVersions(self._drafts.statements)

    def keep(self, draft_id: int, draft: Draft, moment: Moment, note: str = "") -> int:
        """Keep a version of a draft that the registry knows; return its id.

        0 where the newest version says the same: nothing new is kept then, unless there is a note.

        Raises:
            UserError: the database cannot be written.
        """
        return self.shelf.add(draft_id, draft, moment, title_of(draft), note)

    def of(self, draft_id: int) -> tuple[Version, ...]:
        """Return the versions of a draft, the newest first."""
        return self.shelf.of(draft_id) if draft_id else ()

    def of_file(self, path: Path) -> tuple[Version, ...]:
        """Return the versions of the draft of a file, the newest first."""
        return self.of(self._drafts.of_file(path))

    def draft(self, version_id: int) -> Draft:
        """Return a draft as it was.

        Raises:
            UnknownError: there is no version of that id.
        """
        return self.shelf.draft(version_id)
