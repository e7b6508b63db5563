"""Drafts saved by themselves, and found again after a crash or a power cut (tự lưu, khôi phục).

What is being written is kept in the registry's database; where the registry is a server that an
office shares, in a file of the clerk's own: half-written words are nobody else's, and a network may
fail.
"""

import contextlib
import datetime
import threading
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import DataError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.places import user_data
from ttcs_desktop.services.drafts import Drafts
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.secrecy import SecretError, Trace, refuse

STALE = 60
"""Seconds after which no session writes at a file any more."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A draft that an earlier session left behind without saving it."""

    draft: Draft
    saved_at: datetime.datetime
    path: str = ""
    """The file it was opened from, "" for none."""
    session: str = ""
    id: int = 0
    """Its id in the registry, 0 for none."""


class Keeping(Protocol):
    """Where drafts are kept by the session that writes them."""

    def put(self, kept: Recovered) -> int:
        """Keep a draft under its session; return its id in the registry, 0 while it has none."""

    def rest(self, session: str) -> None:
        """Let go of what a session keeps."""

    def forget(self, kept: Recovered) -> None:
        """Leave no trace of a draft."""

    def all(self) -> Iterable[Recovered]:
        """Return all that is kept."""


@dataclass(frozen=True)
class InFiles:
    """One file for each session."""

    folder: Path

    def put(self, kept: Recovered) -> int:
        """Write the file of a session."""
        write_atomically(self._file(kept.session), to_json(kept))
        return kept.id

    def rest(self, session: str) -> None:
        """Remove the file of a session."""
        self._file(session).unlink(missing_ok=True)

    def forget(self, kept: Recovered) -> None:
        """Remove the file of a session."""
        self.rest(kept.session)

    def all(self) -> Iterable[Recovered]:
        """Read every file, and remove what killed sessions had not put in its place."""
        for half in self.folder.glob(".ttcs-*"):
            with contextlib.suppress(OSError):
                if time.time() - half.stat().st_mtime > STALE:
                    half.unlink()
        found = (_read(file) for file in self.folder.glob("[!.]*.json"))
        return tuple(kept for kept in found if kept is not None)

    def _file(self, session: str) -> Path:
        return self.folder / f"{session}.json"


@dataclass(frozen=True)
class InRegistry:
    """A row of the registry for each draft."""

    drafts: Drafts

    def put(self, kept: Recovered) -> int:
        """Write the row of a draft."""
        path = Path(kept.path) if kept.path else None
        return self.drafts.keep(kept.draft, path, draft_id=kept.id, session=kept.session)

    def rest(self, session: str) -> None:
        """Let the rows of a session be held by nobody."""
        if self.drafts.statements.location.exists():
            self.drafts.shelf.rest(session)

    def forget(self, kept: Recovered) -> None:
        """Delete a draft with its versions."""
        self.drafts.forget(kept.id, Path(kept.path) if kept.path else None)

    def all(self) -> Iterable[Recovered]:
        """Return the drafts with words that no file holds."""
        return tuple(
            Recovered(kept.draft, kept.card.changed_at, kept.card.path, session, kept.card.id)
            for session, kept in self.drafts.shelf.held()
        )


@dataclass
class Autosave:
    """What this session keeps; a lock tells that the session lives.

    `draft_id` is the draft's id in the registry, 0 while it is not known there.
    """

    folder: Path = field(default_factory=lambda: user_data() / "autosave")
    keeping: Keeping | None = None
    draft_id: int = 0
    session: str = field(default_factory=lambda: uuid.uuid4().hex)
    _lock: FileLock | None = None
    _is_over: bool = False
    _turn: threading.RLock = field(default_factory=threading.RLock)

    @property
    def _shelf(self) -> Keeping:
        return self.keeping or InFiles(self.folder)

    def next(self, draft_id: int = 0) -> "Autosave":
        """Return what keeps another draft in the same place."""
        return Autosave(self.folder, self.keeping, draft_id)

    def save(self, draft: Draft, path: Path | None = None) -> None:
        """Keep the draft as it stands now; nothing is kept after the session's end.

        Raises:
            SecretError: the draft is secret; nothing of it is kept any more.
            WriteError: the clerk's own folder cannot be written.
        """
        now = datetime.datetime.now(datetime.UTC)
        kept = Recovered(draft, now, str(path or ""), self.session, self.draft_id)
        with self._turn:
            if self._is_over:
                return
            try:
                refuse(draft, Trace.BACKUP)
            except SecretError:
                self._shelf.forget(kept)
                self.draft_id = 0
                raise
            self._claim()
            self.draft_id = self._shelf.put(kept)

    def discard(self, recovered: Recovered | None = None) -> None:
        """Let go of what this session kept, or what an earlier one left behind."""
        with self._turn:
            self._shelf.rest(recovered.session if recovered else self.session)
        if recovered:
            self._lock_file(recovered.session).unlink(missing_ok=True)

    def keep_again(self, recovered: Recovered) -> None:
        """Take back that a draft left behind was discarded (hoàn tác).

        Raises:
            UserError: it cannot be written.
        """
        self._shelf.put(recovered)

    def recoverable(self) -> tuple[Recovered, ...]:
        """Return what sessions that ended without saving left behind, newest first."""
        left = [
            kept
            for kept in self._shelf.all()
            if kept.session != self.session and not self._is_alive(kept.session)
        ]
        return tuple(sorted(left, key=lambda kept: kept.saved_at, reverse=True))

    def end(self) -> None:
        """End the session with nothing left to recover."""
        with self._turn:
            if self._lock is not None:
                self.discard()
            self.close()

    def close(self) -> None:
        """End the session: what is still kept may be recovered by the next one."""
        with self._turn:
            self._is_over = True
            if self._lock is not None:
                self._lock.release()
                self._lock = None
                self._lock_file(self.session).unlink(missing_ok=True)

    def _claim(self) -> None:
        if self._lock is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(self._lock_file(self.session), thread_local=False)
            self._lock.acquire(timeout=0)

    def _is_alive(self, session: str) -> bool:
        lock = self._lock_file(session)
        if not lock.exists():
            return False
        try:
            with FileLock(lock, timeout=0):
                return False
        except Timeout:
            return True

    def _lock_file(self, session: str) -> Path:
        return self.folder / f"{session}.lock"


def autosave_of(drafts: Drafts) -> Autosave:
    """Return what keeps drafts in the registry, in a file where the registry is a server."""
    is_here = drafts.statements.location.file is not None
    return Autosave(keeping=InRegistry(drafts) if is_here else None)


def _read(file: Path) -> Recovered | None:
    try:
        return from_json(file.read_bytes(), Recovered, where=str(file))
    except (DataError, OSError):
        return None
