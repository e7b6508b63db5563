"""Which of the clerk's own files a backup holds, and which never leave (tệp của đơn vị).

Left out are what each start makes anew, what belongs to a running session, the private key that
signs exchange packages, and documents that bear a mark of secrecy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ttcs_desktop.errors import UserError
from ttcs_desktop.services.secrecy import Trace, refused

LEFT_FOLDERS = frozenset({"autosave", "cache", "outbox", "fonts", "exchange-key", "kept", "sample"})
"""Sessions under way, copies of the system's fonts, the private key, what restoring kept, and the
sample."""
LEFT_SUFFIXES = frozenset({".lock", ".log", ".sqlite3", ".sqlite3-wal", ".sqlite3-shm"})
_DOCUMENTS = frozenset({".docx", ".docm", ".txt", ".md"})


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """Files to keep by their paths inside the own folder, and the secret ones left out."""

    kept: tuple[PurePosixPath, ...]
    secret: tuple[PurePosixPath, ...]


def own_files(own: Path) -> OwnFiles:
    """Return what a backup holds of the clerk's own folder, by name."""
    found = sorted(path.relative_to(own) for path in _files(own))
    names = [PurePosixPath(path.as_posix()) for path in found]
    secret = tuple(name for name in names if _is_secret(own / name))
    return OwnFiles(tuple(name for name in names if name not in secret), secret)


def is_kept(name: PurePosixPath) -> bool:
    """Tell whether a backup holds a file of this name, its words aside."""
    top = name.parts[0]
    return (
        top not in LEFT_FOLDERS
        and not name.name.startswith(".ttcs-")
        and name.suffix.lower() not in LEFT_SUFFIXES
        and ".log." not in name.name
    )


def _files(own: Path) -> Iterator[Path]:
    if own.is_dir():
        for path in own.rglob("*"):
            if path.is_file() and not path.is_symlink():
                name = PurePosixPath(path.relative_to(own).as_posix())
                if is_kept(name):
                    yield path


def _is_secret(path: Path) -> bool:
    """Tell whether a document bears a mark of secrecy; one that cannot be read is taken to bear."""
    if path.suffix.lower() not in _DOCUMENTS or path.parent.name == "dictionaries":
        return False
    from ttcs_desktop.services.opening import open_file

    try:
        return bool(refused(open_file(path).draft, Trace.BACKUP))
    except UserError:
        return True
