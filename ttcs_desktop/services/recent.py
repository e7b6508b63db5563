"""The files opened or saved last (tệp gần đây)."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import DataError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.places import user_data
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.secrecy import Trace, refused

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
    """Return the files, newest first, whether they are still there or not."""
    path = _list_file()
    if not path.exists():
        return ()
    try:
        return from_json(path.read_bytes(), tuple[RecentFile, ...], where=str(path))
    except (DataError, OSError):
        return ()


def forget(path: Path) -> None:
    """Take a file off the list.

    Raises:
        WriteError: the clerk's own folder cannot be written.
    """
    known = recent_files()
    others = tuple(one for one in known if one.path != str(path.absolute()))
    if others != known:
        write_atomically(_list_file(), to_json(others))


def remember(path: Path, title: str, draft: Draft) -> str:
    """Put a file at the head of the list; a secret one is taken off it, and the sentence returned.

    Raises:
        WriteError: the clerk's own folder cannot be written.
    """
    file = RecentFile(str(path.absolute()), title, datetime.datetime.now(datetime.UTC))
    known = recent_files()
    others = tuple(one for one in known if one.path != file.path)
    told = refused(draft, Trace.RECENT)
    kept = others if told else (file, *others)[:KEPT]
    if kept != known:
        write_atomically(_list_file(), to_json(kept))
    return told
