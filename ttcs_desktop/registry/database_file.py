"""The database as a file on disk: what step it stands at, copies, and a damaged one set aside.

Plain `sqlite3`, so that looking costs nothing; `registry.database` opens the database itself.
"""

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ttcs_desktop.errors import DataError, WriteError
from ttcs_desktop.i18n import _
from ttcs_desktop.registry.migrations import revisions

DAMAGED = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
_SIDE_FILES = ("-wal", "-shm")
_SECONDS_TO_WAIT = 30


def revision_of(path: Path) -> str:
    """Return the step that a database file stands at; "" for a new one.

    Raises:
        DataError: the file is damaged and was set aside, belongs to another program, or was made by
            a newer version of the product.
    """
    with looking(path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if "alembic_version" not in tables:
            if tables:
                raise _foreign(path)
            return ""
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return refuse_newer(found[0] if found else "", str(path))


def refuse_newer(revision: str, where: str) -> str:
    """Return a step that this version of the product knows.

    Raises:
        DataError: a newer version of the product made the database.
    """
    if revision and revision not in revisions():
        raise DataError(
            _("Sổ dữ liệu này do phiên bản mới hơn của phần mềm tạo ra."),
            where=where,
            remedy=_("Cập nhật phần mềm trên máy này rồi mở lại; sổ được giữ nguyên."),
        )
    return revision


@contextmanager
def looking(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database file to read; one that is damaged is set aside.

    Raises:
        DataError: the file is damaged; tells where it is now.
    """
    try:
        with closing(_opened(path)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise told(error, path) from error


def told(error: BaseException, path: Path) -> DataError | WriteError:
    """Return what went wrong with a database file, in a clerk's words; set aside a damaged one."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in DAMAGED:
        return _damaged(path, set_aside(path))
    reasons = {
        sqlite3.SQLITE_BUSY: (
            _("Sổ dữ liệu đang được một cửa sổ hay máy khác ghi."),
            _("Chờ một lát rồi làm lại."),
        ),
        sqlite3.SQLITE_FULL: (
            _("Ổ đĩa đã đầy, chưa ghi được vào sổ dữ liệu."),
            _("Xoá bớt tệp rồi làm lại."),
        ),
        sqlite3.SQLITE_READONLY: (
            _("Không được phép ghi vào sổ dữ liệu."),
            _("Kiểm tra quyền ghi của thư mục, hoặc chọn nơi khác để sổ."),
        ),
        sqlite3.SQLITE_CANTOPEN: (
            _("Không mở được sổ dữ liệu."),
            _("Kiểm tra thư mục có còn ở đó và có quyền ghi không."),
        ),
    }
    what, remedy = reasons.get(
        code, (_("Sổ dữ liệu không ghi được ({reason}).").format(reason=error), "")
    )
    return WriteError(what, where=str(path), remedy=remedy)


def set_aside(path: Path) -> Path:
    """Move a damaged database out of the way, never over another file; return where it is now."""
    aside = _free(path.with_name(f"{path.stem}.damaged.{_now()}{path.suffix}"))
    path.replace(aside)
    for ending in _SIDE_FILES:
        side = path.with_name(path.name + ending)
        if side.exists():
            side.replace(aside.with_name(aside.name + ending))
    return aside


def copy_beside(path: Path, revision: str) -> Path:
    """Write a whole copy beside a database, its step and the time in the name; return the copy.

    Raises:
        WriteError: there is no room, or the folder cannot be written.
    """
    copy = _free(path.with_name(f"{path.stem}.{revision}.{_now()}{path.suffix}"))
    try:
        with closing(_opened(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.DatabaseError as error:
        copy.unlink(missing_ok=True)
        raise told(error, path) from error
    return copy


def copy_to(path: Path, target: Path) -> None:
    """Write a whole copy of a database as it stands at one moment, others writing or not.

    What a register says of secret documents (văn bản mật) is left out of the copy: numbers and
    dates stay, so that none is given twice.

    Raises:
        WriteError: there is no room, or the folder cannot be written; no copy stays.
        DataError: the database is damaged.
    """
    try:
        with closing(_opened(path)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            with copy:
                _leave_out_secrets(copy)
            copy.execute("VACUUM")
    except sqlite3.DatabaseError as error:
        target.unlink(missing_ok=True)
        raise told(error, path) from error


def _leave_out_secrets(copy: sqlite3.Connection) -> None:
    columns = ("subject", "recipients", "filing", "signer", "note", "document")
    blanked = ", ".join(f"{name} = ''" for name in columns)
    if copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'entry'").fetchone():
        copy.execute(
            f"UPDATE entry SET {blanked} WHERE series_id IN "  # noqa: S608
            "(SELECT id FROM series WHERE is_secret)"
        )


def is_whole(path: Path) -> bool:
    """Tell whether a file is a database of which no page is damaged; it is never set aside."""
    try:
        with closing(_opened(path)) as connection:
            found: tuple[str] = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return found[0] == "ok"


def copies_of(path: Path) -> tuple[Path, ...]:
    """Return the copies made beside a database, the newest first."""
    found = path.parent.glob(f"{path.stem}.[0-9]*.*{path.suffix}")
    return tuple(sorted(found, key=lambda copy: copy.stat().st_mtime, reverse=True))


def _opened(path: Path) -> sqlite3.Connection:
    """Open to read; a folder that cannot be written is read as it stands."""
    address = path.absolute().as_uri()
    try:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=_SECONDS_TO_WAIT)
        connection.execute("SELECT name FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True)
    return connection


def _free(path: Path) -> Path:
    """Return a name that no file bears yet."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _now() -> str:
    return f"{datetime.datetime.now().astimezone():%Y%m%d-%H%M%S}"


def _damaged(path: Path, aside: Path) -> DataError:
    copies = copies_of(path)
    remedy = (
        _("Có thể lấy lại từ bản sao {copy}.").format(copy=copies[0].name)
        if copies
        else _("Lấy lại từ bản sao lưu; nếu làm tiếp, sổ bắt đầu trống.")
    )
    return DataError(
        _("Sổ dữ liệu bị hỏng, đã được cất sang {aside}.").format(aside=aside.name),
        where=str(path),
        remedy=remedy,
    )


def _foreign(path: Path) -> DataError:
    return DataError(
        _("Tệp này không phải sổ dữ liệu của phần mềm."),
        where=str(path),
        remedy=_("Chọn nơi khác để sổ trong phần thiết đặt."),
    )
