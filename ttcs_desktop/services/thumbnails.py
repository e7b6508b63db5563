"""Pictures of first pages, kept in the user's cache (ảnh trang thu nhỏ).

A picture is named by its file and by what the file holds, so that an old one is never shown; their
number is bounded. A secret document has none, whatever was drawn of it before.
"""

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.home import Picture, PictureState
from ttcs_desktop.places import user_cache
from ttcs_desktop.services.files import write_atomically

MOST = 400
SUFFIX = ".png"
Draw = Callable[[Draft], bytes]
"""Draws the first page of a draft as a small PNG; empty where it cannot."""


@dataclass(frozen=True)
class Thumbnails:
    """The pictures, at most `most` of them."""

    folder: Path = field(default_factory=lambda: user_cache() / "thumbnails")
    most: int = MOST

    def picture(self, path: Path, draw: Draw) -> Picture:
        """Return the picture of a file's first page, drawn when it is not at hand."""
        try:
            data = path.read_bytes()
        except OSError:
            return Picture(PictureState.MISSING)
        kept = self.folder / f"{_key(str(path.absolute()).encode())}-{_key(data)}{SUFFIX}"
        if kept.exists():
            with contextlib.suppress(OSError):
                kept.touch()
            return Picture(PictureState.DRAWN, str(kept))
        self.drop(path)
        return self._drawn(path, kept, draw)

    def drop(self, path: Path) -> None:
        """Remove what was drawn of a file."""
        for old in self.folder.glob(f"{_key(str(path.absolute()).encode())}-*{SUFFIX}"):
            old.unlink(missing_ok=True)

    def _drawn(self, path: Path, kept: Path, draw: Draw) -> Picture:
        from ttcs_desktop.services.searched_files import draft_of
        from ttcs_desktop.services.secrecy import Trace, refused

        try:
            draft = draft_of(path)
            if refused(draft, Trace.THUMBNAIL):
                return Picture(PictureState.CONFIDENTIAL)
            drawn = draw(draft)
            if not drawn:
                return Picture(PictureState.NONE)
            write_atomically(kept, drawn)
        except UserError:
            return Picture(PictureState.NONE)
        self._bound()
        return Picture(PictureState.DRAWN, str(kept))

    def _bound(self) -> None:
        """Remove the pictures that were not looked at for longest."""
        found = list(self.folder.glob(f"*{SUFFIX}"))
        if len(found) <= self.most:
            return
        for old in sorted(found, key=_looked_at)[: len(found) - self.most]:
            old.unlink(missing_ok=True)


def _looked_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _key(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:24]
