"""Drafts saved by themselves, and found again after a crash or a power cut (tự lưu, khôi phục)."""

import contextlib
import datetime
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import DataError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.places import user_data
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


@dataclass
class Autosave:
    """The autosave file of this session; a lock beside it tells that the session lives."""

    folder: Path = field(default_factory=lambda: user_data() / "autosave")
    session: str = field(default_factory=lambda: uuid.uuid4().hex)
    _lock: FileLock | None = None

    def save(self, draft: Draft, path: Path | None = None) -> None:
        """Keep the draft as it stands now.

        Raises:
            SecretError: the draft is secret; nothing of it is kept any more.
            WriteError: the clerk's own folder cannot be written.
        """
        try:
            refuse(draft, Trace.BACKUP)
        except SecretError:
            self.discard()
            raise
        self._claim()
        now = datetime.datetime.now(datetime.UTC)
        kept = Recovered(draft, now, str(path or ""), self.session)
        write_atomically(self._file(self.session), to_json(kept))

    def discard(self, recovered: Recovered | None = None) -> None:
        """Forget what this session kept, or what an earlier one left behind."""
        session = recovered.session if recovered else self.session
        self._file(session).unlink(missing_ok=True)
        if recovered:
            self._lock_file(session).unlink(missing_ok=True)

    def recoverable(self) -> tuple[Recovered, ...]:
        """Return what sessions that ended without saving left behind, newest first."""
        if not self.folder.is_dir():
            return ()
        self._sweep()
        left = [
            kept
            for file in self.folder.glob("[!.]*.json")
            if file.stem != self.session
            and not self._is_alive(file.stem)
            and (kept := _read(file)) is not None
        ]
        return tuple(sorted(left, key=lambda kept: kept.saved_at, reverse=True))

    def close(self) -> None:
        """End the session: what is still kept may be recovered by the next one."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            self._lock_file(self.session).unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Remove what a session that was killed while it wrote had not put in its place."""
        for half in self.folder.glob(".ttcs-*"):
            with contextlib.suppress(OSError):
                if time.time() - half.stat().st_mtime > STALE:
                    half.unlink()

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

    def _file(self, session: str) -> Path:
        return self.folder / f"{session}.json"

    def _lock_file(self, session: str) -> Path:
        return self.folder / f"{session}.lock"


def _read(file: Path) -> Recovered | None:
    try:
        return from_json(file.read_bytes(), Recovered, where=str(file))
    except (DataError, OSError):
        return None
