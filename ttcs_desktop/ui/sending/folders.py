"""Opening a folder in the system's own window (mở thư mục)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

Opener = Callable[[Path], object]


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's own window; tell whether that was possible."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
