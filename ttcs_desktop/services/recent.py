"""The files opened or saved last (tệp gần đây)."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import DataError
from ttcs_desktop.places import user_data
from ttcs_desktop.services.files import write_atomically

KEPT = 12


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file the clerk worked on, with the title of what was in it."""

    path: str
    title: str
    opened_at: datetime.datetime


def _list_file() -> Path:
    return user_data() / "recent.json"


def recent_files() -> tuple[RecentFile, ...]:
    """Return the files that still exist, newest first."""
    path = _list_file()
    if not path.exists():
        return ()
    try:
        files = from_json(path.read_bytes(), tuple[RecentFile, ...], where=str(path))
    except (DataError, OSError):
        return ()
    return tuple(file for file in files if Path(file.path).exists())


def remember(path: Path, title: str) -> None:
    """Put a file at the head of the list.

    Raises:
        WriteError: the clerk's own folder cannot be written.
    """
    file = RecentFile(str(path.absolute()), title, datetime.datetime.now(datetime.UTC))
    others = tuple(known for known in recent_files() if known.path != file.path)
    write_atomically(_list_file(), to_json((file, *others)[:KEPT]))
