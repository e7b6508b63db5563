"""Files and folders in the system's own programs (mở bằng chương trình của máy)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

Opener = Callable[[Path], object]


def open_outside(path: Path) -> bool:
    """Open a file or show a folder as the system does; tell whether that was possible."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
