"""Asking the clerk for a file or a folder with the system's own dialog (chọn tệp, thư mục)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


class Asker:
    """Asks over a window, from the clerk's usual folder on."""

    def __init__(self, window: QWidget, folder: Callable[[], str]) -> None:
        self._window = window
        self._folder = folder

    def home(self) -> Path:
        """Return the clerk's usual folder."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(self._folder() or QStandardPaths.writableLocation(place))

    def open(self, title: str, kinds: str) -> Path | None:
        """Ask which file to read."""
        name, _kind = QFileDialog.getOpenFileName(self._window, title, str(self.home()), kinds)
        return Path(name) if name else None

    def open_many(self, title: str, kinds: str) -> list[Path]:
        """Ask which files to read."""
        names, _kind = QFileDialog.getOpenFileNames(self._window, title, str(self.home()), kinds)
        return [Path(name) for name in names]

    def save(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask where to write; a name without suffix takes the suggested one."""
        suggested = self.home() / name
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, str(suggested), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(suggested.suffix)

    def folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._window, title, str(self.home()))
        return Path(name) if name else None
