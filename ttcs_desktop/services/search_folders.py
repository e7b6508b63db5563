"""Which files are searched: the folders that the clerk chose, and what is read in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.codec import from_json, to_json
from ttcs_desktop.errors import DataError
from ttcs_desktop.services.files import write_atomically

READ = (".docx", ".docm", ".txt", ".md", ".pdf")
"""In this order of preference, where several files bear one name."""


@dataclass(frozen=True)
class SearchFolders:
    """The folders, in a small file of the clerk's own."""

    file: Path

    def all(self) -> tuple[str, ...]:
        """Return the folders, in the order in which they were chosen."""
        if not self.file.exists():
            return ()
        try:
            return from_json(self.file.read_bytes(), tuple[str, ...], where=str(self.file))
        except (DataError, OSError):
            return ()

    def add(self, folder: Path) -> None:
        """Remember a folder.

        Raises:
            WriteError: the clerk's own folder cannot be written.
        """
        known, name = self.all(), str(folder.absolute())
        if name not in known:
            write_atomically(self.file, to_json((*known, name)))

    def remove(self, folder: str) -> None:
        """Let a folder go; what was read of it is known until its files go.

        Raises:
            WriteError: the clerk's own folder cannot be written.
        """
        write_atomically(self.file, to_json(tuple(one for one in self.all() if one != folder)))


def searched_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the documents of some folders; a PDF beside a .docx of its name is its twin."""
    for folder in folders:
        kept: dict[str, Path] = {}
        for path in sorted(folder.rglob("*")):
            suffix = path.suffix.lower()
            if suffix not in READ or path.name.startswith(("~$", ".")) or not path.is_file():
                continue
            bare = str(path.with_suffix(""))
            other = kept.get(bare)
            if other is None or READ.index(suffix) < READ.index(other.suffix.lower()):
                kept[bare] = path
        yield from kept.values()


def stamp_of(path: Path) -> str:
    """Return what tells a file from itself as it was later; "" when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size}.{found.st_mtime_ns}"
