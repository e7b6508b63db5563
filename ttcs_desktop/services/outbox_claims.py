"""Who is sending letters now, and whether he still lives (ai đang gửi)."""

import datetime
import platform
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout


@dataclass(frozen=True)
class Claims:
    """Senders on this machine hold a lock in `folder`; one on another machine is believed to live
    until his claim runs out.
    """

    folder: Path

    @contextmanager
    def taken(self) -> Iterator[str]:
        """Yield a name to send under; it lives as long as this goes on."""
        token = uuid.uuid4().hex
        file = self._file(token)
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(file, thread_local=False):
                yield f"{token}@{platform.node()}"
        finally:
            file.unlink(missing_ok=True)

    def lives(self, holder: str, until: datetime.datetime) -> bool:
        """Tell whether a sender lives."""
        token, _at, machine = holder.partition("@")
        if machine != platform.node():
            return until > datetime.datetime.now(datetime.UTC)
        file = self._file(token)
        if not file.exists():
            return False
        try:
            with FileLock(file, timeout=0):
                pass
        except Timeout:
            return True
        file.unlink(missing_ok=True)
        return False

    def _file(self, token: str) -> Path:
        return self.folder / f"{token}.lock"
