"""Writing files so that a failure never harms what stood there before."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ttcs_desktop.errors import WriteError
from ttcs_desktop.i18n import _


def write_atomically(path: Path, data: bytes) -> None:
    """Write a whole file or nothing: a temporary file beside it, flushed, then put in its place.

    Raises:
        WriteError: says why in a clerk's words; the old file is intact and no half file stays.
    """
    temporary: Path | None = None
    try:
        handle, temporary = _beside(path)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        _keep_permissions(path, temporary)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise told_as_write_error(path, error) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a file beside `path` to write step by step; at the end it takes the place of `path`.

    Raises:
        WriteError: says why in a clerk's words; the old file is intact and no half file stays.
    """
    half: Path | None = None
    try:
        handle, half = _beside(path)
        os.close(handle)
        yield half
        with half.open("rb") as written:
            os.fsync(written.fileno())
        _keep_permissions(path, half)
        half.replace(path)
    except OSError as error:
        raise told_as_write_error(path, error) from error
    finally:
        if half is not None:
            half.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[int, Path]:
    """Open a new file in the folder where `path` is to be; return its handle and where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".ttcs-", suffix=path.suffix)
    return handle, Path(name)


def _keep_permissions(path: Path, temporary: Path) -> None:
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o777)
    elif os.name == "posix":
        temporary.chmod(0o644)


_REASONS: dict[int, Callable[[], tuple[str, str]]] = {
    errno.ENOSPC: lambda: (
        _("Ổ đĩa đã đầy, chưa ghi được tệp."),
        _("Xoá bớt tệp hoặc chọn ổ đĩa khác rồi lưu lại."),
    ),
    errno.EACCES: lambda: (
        _("Không được phép ghi vào thư mục này."),
        _("Chọn thư mục khác, ví dụ Tài liệu."),
    ),
    errno.EROFS: lambda: (
        _("Ổ đĩa này chỉ cho đọc."),
        _("Chọn thư mục khác, ví dụ Tài liệu."),
    ),
    errno.EISDIR: lambda: (_("Đây là một thư mục, không phải tệp."), _("Đặt tên tệp khác.")),
    errno.ENAMETOOLONG: lambda: (_("Tên tệp quá dài."), _("Đặt tên tệp ngắn hơn.")),
}
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]
_REASONS[errno.EDQUOT] = _REASONS[errno.ENOSPC]
_REASONS[errno.ENOTDIR] = lambda: (
    _("Đường dẫn này đi qua một tệp, không phải thư mục."),
    _("Chọn thư mục khác."),
)


def free_path(path: Path) -> Path:
    """Return a path that nothing stands at yet: "ke-hoach", "ke-hoach-2", "ke-hoach-3"."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def told_as_write_error(path: Path, error: OSError) -> WriteError:
    """Return why a file or folder could not be written, in a clerk's words."""
    reason = _REASONS.get(error.errno or 0)
    if reason is not None:
        what, remedy = reason()
    else:
        what = _("Không ghi được tệp ({reason}).").format(reason=error.strerror or error)
        remedy = _("Đóng tệp nếu đang mở ở chương trình khác, hoặc chọn thư mục khác.")
    return WriteError(what, where=str(path), remedy=remedy)
