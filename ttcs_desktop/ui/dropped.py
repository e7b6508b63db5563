"""What may be dropped on the window: documents to open, signed files that return (thả tệp)."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

OPENS = frozenset({".docx", ".docm", ".txt", ".md"})


def documents_in(event: QDropEvent) -> list[Path]:
    """Return the files of a drag that are opened as documents."""
    return [path for path in _files(event) if path.suffix.lower() in OPENS]


def signed_in(event: QDropEvent) -> list[Path]:
    """Return the files of a drag that may be signed PDF or scans."""
    from ttcs_desktop.services.coming_back import SUFFIXES

    return [path for path in _files(event) if path.suffix.lower() in SUFFIXES]


def words_in(event: QDropEvent) -> str:
    """Return the words of a drag that carries no files."""
    data = event.mimeData()
    return data.text() if data.hasText() and not data.hasUrls() else ""


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
