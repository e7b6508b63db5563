"""Paths as clerks know them (đường dẫn gọn)."""

from pathlib import Path


def short_path(path: str) -> str:
    """Return a path as seen from the clerk's own folder when it lies there."""
    home = Path.home()
    return str(Path(path).relative_to(home)) if path and Path(path).is_relative_to(home) else path
