"""Where the registry's database is, known without opening it (nơi để sổ dữ liệu).

It is a SQLite file beside the clerk's settings unless `TTCS_REGISTRY` or the settings name another
file, or the URL of a PostgreSQL database that an office shares: `postgresql://văn-thư@máy-chủ/ttcs`.
"""

import os
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "TTCS_REGISTRY"
FILE_NAME = "registry.sqlite3"


@dataclass(frozen=True, slots=True)
class Location:
    """A file or a server; `file` is None for a server, `url` "" for a file."""

    file: Path | None
    url: str = ""

    def exists(self) -> bool:
        """Tell whether anything may be read there; a server is taken to be there."""
        return self.file is None or self.file.exists()

    def __str__(self) -> str:
        return str(self.file) if self.file else self.url.rpartition("@")[2]


def locate(own: Path, setting: str = "") -> Location:
    """Return where the database is: the environment first, then the setting, then the own folder.

    A relative path is taken from the own folder.
    """
    told = os.environ.get(VARIABLE) or setting
    if told.startswith("sqlite:///"):
        told = told.removeprefix("sqlite:///")
    if "://" in told:
        return Location(None, told)
    return Location(own / (told or FILE_NAME))
