"""All of the clerk's own in one file: settings, own folders, registry (sao lưu).

No password goes in, nor a document that bears a mark of secrecy; what was left out is told.
"""

import dataclasses
import datetime
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop import __version__
from ttcs_desktop.codec import to_json
from ttcs_desktop.i18n import _
from ttcs_desktop.registry import database_file
from ttcs_desktop.services.files import replacing
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.own_files import own_files
from ttcs_desktop.services.packages import MANIFEST, Manifest, Part, part_of, part_of_bytes
from ttcs_desktop.services.settings import load_settings, settings_file, settings_text

KIND = "ttcs-backup"
MAKE = 1
SUFFIX = ".ttcs-backup.zip"
DATABASE = "registry.sqlite3"
OWN = "own/"
REVISION = "revision"
"""What of the manifest tells at which step the database stands."""

Tell = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class BackupMade:
    """What a backup holds, and what it does not, in sentences."""

    path: Path
    size: int
    files: int
    left_out: tuple[str, ...]


def suggested_backup_name(today: datetime.date) -> str:
    """Return a name for a backup of a day."""
    return f"ttcs-{today:%Y-%m-%d}{SUFFIX}"


def back_up(library: Library, path: Path, tell: Tell = lambda _done, _of: None) -> BackupMade:
    """Write a backup; the file that stood there before is replaced when it is whole.

    Raises:
        WriteError: there is no room, or the folder cannot be written; nothing stays behind.
    """
    found = own_files(library.own)
    texts = {"settings.toml": _settings_without_password()} if settings_file().exists() else {}
    with replacing(path) as half, tempfile.TemporaryDirectory(dir=path.parent) as aside:
        files: dict[str, Path | bytes] = {
            f"{OWN}{name}": texts.get(str(name), library.own / name) for name in found.kept
        }
        about = {}
        database = library.location.file
        if database is not None and database.exists():
            about[REVISION] = database_file.revision_of(database)
            copy = Path(aside) / DATABASE
            database_file.copy_to(database, copy)
            files[DATABASE] = copy
        _write(half, files, about, tell)
    return BackupMade(
        path, path.stat().st_size, len(files), tuple(_left_out(library, len(found.secret)))
    )


def _write(
    half: Path, files: Mapping[str, Path | bytes], about: Mapping[str, str], tell: Tell
) -> None:
    parts = tuple(_part(name, source) for name, source in files.items())
    now = datetime.datetime.now(datetime.UTC)
    manifest = Manifest(KIND, MAKE, __version__, now, parts, dict(about))
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, to_json(manifest))
        for done, (name, source) in enumerate(files.items()):
            tell(done, len(files))
            if isinstance(source, bytes):
                archive.writestr(name, source)
            else:
                archive.write(source, name)


def _part(name: str, source: Path | bytes) -> Part:
    return part_of_bytes(name, source) if isinstance(source, bytes) else part_of(name, source)


def _settings_without_password() -> bytes:
    settings = load_settings()
    return settings_text(
        dataclasses.replace(settings, registry=without_password(settings.registry))
    )


def without_password(address: str) -> str:
    """Return the address of a shared registry without the password that it may hold."""
    scheme, mark, rest = address.partition("://")
    user, at, host = rest.rpartition("@")
    if not mark or not at:
        return address
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{host}"


def _left_out(library: Library, secret: int) -> Iterator[str]:
    if secret:
        yield _(
            "{count} văn bản mật hoặc không đọc được không vào bản sao lưu; "
            "hãy tự lưu vào nơi được phép giữ."
        ).format(count=secret)
    yield _("Trích yếu, nơi nhận của văn bản mật trong sổ đăng ký riêng không vào bản sao lưu.")
    yield _("Mật khẩu và khoá ký gói trao đổi không bao giờ vào bản sao lưu.")
    if library.location.file is None:
        yield _("Sổ dữ liệu chung trên máy chủ do người quản trị máy chủ sao lưu.")
