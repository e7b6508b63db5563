"""A backup taken back: looked at, unpacked and tried first, then put in place (khôi phục).

What stood before is kept whole in a folder beside it, and can be taken back in the same way.
"""

import datetime
import shutil
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.registry import database_file
from ttcs_desktop.registry.location import Location
from ttcs_desktop.services.backing_up import DATABASE, KIND, MAKE, OWN, REVISION
from ttcs_desktop.services.files import free_path, told_as_write_error
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.own_files import is_kept
from ttcs_desktop.services.packages import Manifest, damaged, manifest_of, reading, unpack
from ttcs_desktop.services.settings import load_settings, save_settings

KEPT = "kept"
NO_DATABASE = "registry.none"
"""Stands among what was kept when there was no database before."""
_SIDES = ("", "-wal", "-shm")

Tell = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class BackupLook:
    """What a backup holds, before anything is taken from it."""

    path: Path
    made_at: datetime.datetime
    product: str
    files: int
    size: int
    has_database: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place: where the state before is kept, and what was not taken."""

    kept: Path
    notes: tuple[str, ...] = ()


def look_at_backup(path: Path) -> BackupLook:
    """Read what a backup says of itself; nothing is changed.

    Raises:
        SourceError: it is damaged, of a newer version, or no backup.
    """
    with reading(path) as archive:
        manifest = _manifest(archive, path)
    size = sum(part.size for part in manifest.parts)
    names = {part.name for part in manifest.parts}
    return BackupLook(path, manifest.made_at, manifest.product, len(names), size, DATABASE in names)


def restore(library: Library, path: Path, tell: Tell = lambda _done, _of: None) -> Restored:
    """Put a backup in place of what is there, once all of it is unpacked and proved sound.

    Where this machine keeps its registry is not changed.

    Raises:
        SourceError: the backup is damaged or wrong; nothing was changed.
        WriteError: there is no room, or the folder cannot be written; nothing was changed.
    """
    own = library.own
    with _staging(own) as stage:
        with reading(path) as archive:
            _unpack(archive, path, stage, tell)
        _try_out(stage, path)
        registry = load_settings().registry
        notes = []
        if (stage / DATABASE).exists() and library.location.file is None:
            (stage / DATABASE).unlink()
            notes.append(_("Đơn vị dùng sổ dữ liệu chung trên máy chủ; sổ ấy được giữ nguyên."))
        kept = _swap(library, stage)
    with suppress(UserError):  # the place of the registry is told again in the settings
        _stay_with_registry(registry)
    return Restored(kept, tuple(notes))


def go_back(library: Library, kept: Path) -> Restored:
    """Put back what a restoring kept; what is there now is kept in its turn.

    Raises:
        WriteError: the folder cannot be written; nothing was changed.
    """
    before = _swap(library, kept)
    shutil.rmtree(kept, ignore_errors=True)
    return Restored(before)


def kept_states(own: Path) -> tuple[Path, ...]:
    """Return what earlier restorings kept, the newest first."""
    return tuple(sorted((own / KEPT).glob("[0-9]*"), reverse=True))


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    manifest = manifest_of(archive, path, KIND, MAKE)
    if revision := manifest.about.get(REVISION, ""):
        try:
            database_file.refuse_newer(revision, str(path))
        except UserError as error:
            raise SourceError(error.what, where=error.where, remedy=error.remedy) from error
    for part in manifest.parts:
        name = part.name.removeprefix(OWN)
        is_own = part.name.startswith(OWN) and is_kept(PurePosixPath(name))
        if part.name != DATABASE and not is_own:
            raise damaged(path)
    return manifest


@contextmanager
def _staging(own: Path) -> Iterator[Path]:
    """Yield a folder on the disk of the own folder, gone at the end."""
    try:
        own.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=own, prefix=".ttcs-restoring-") as folder:
            yield Path(folder)
    except OSError as error:
        raise told_as_write_error(own, error) from error


def _unpack(archive: zipfile.ZipFile, path: Path, stage: Path, tell: Tell) -> None:
    manifest = _manifest(archive, path)
    for done, part in enumerate(manifest.parts):
        tell(done, len(manifest.parts))
        unpack(archive, part, stage / part.name.removeprefix(OWN), path)


def _try_out(stage: Path, path: Path) -> None:
    """Read what was unpacked as the product will read it.

    Raises:
        SourceError: something of it cannot be read.
    """
    database = stage / DATABASE
    if database.exists() and not database_file.is_whole(database):
        raise damaged(path)
    tried = Library(own=stage, at=Location(database))
    try:
        if (settings := stage / "settings.toml").exists():
            tomllib.loads(settings.read_text(encoding="utf-8"))
        for shelf in (tried.formats, tried.units, tried.instruments, tried.indicators):
            len(shelf)
    except (UserError, ValueError) as error:
        raise SourceError(
            _("Dữ liệu trong bản sao lưu không đọc được: {reason}").format(reason=error),
            where=str(path),
            remedy=_("Chưa thay đổi gì; chọn bản sao lưu khác."),
        ) from error


def _swap(library: Library, stage: Path) -> Path:
    """Move what is there into a folder of its own, and what waits into its place; all or nothing.

    Raises:
        WriteError: something cannot be moved; everything was moved back.
    """
    own, moved = library.own, list[tuple[Path, Path]]()
    library.database.close()
    kept = _free_folder(own)
    try:
        for source, target in _moves(library, stage, kept):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(source, target)
            moved.append((source, target))
    except OSError as error:
        for source, target in reversed(moved):
            shutil.move(target, source)
        shutil.rmtree(kept, ignore_errors=True)
        raise told_as_write_error(own, error) from error
    library.forget()
    return kept


def _moves(library: Library, stage: Path, kept: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each file or folder with where it goes: first away, then into place."""
    own, database = library.own, library.location.file
    for path in sorted(own.iterdir()):
        name = PurePosixPath(path.name)
        is_ours = is_kept(name if path.is_file() else name / "file")
        if is_ours and path != database and not path.name.startswith(".ttcs-"):
            yield path, kept / path.name
    if database is not None:
        yield from _moves_of_database(database, stage, kept)
    for path in sorted(stage.iterdir()):
        if not path.name.startswith((DATABASE, NO_DATABASE)):
            yield path, own / path.name


def _moves_of_database(database: Path, stage: Path, kept: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the database with its side files, where another one waits, or none shall be."""
    if not any((stage / name).exists() for name in (DATABASE, NO_DATABASE)):
        return
    if not database.exists():
        (kept / NO_DATABASE).touch()
    for side in _SIDES:
        if (beside := database.with_name(database.name + side)).exists():
            yield beside, kept / f"{DATABASE}{side}"
    for side in _SIDES:
        if (waiting := stage / f"{DATABASE}{side}").exists():
            yield waiting, database.with_name(database.name + side)


def _free_folder(own: Path) -> Path:
    now = f"{datetime.datetime.now().astimezone():%Y%m%d-%H%M%S}"
    folder = free_path(own / KEPT / now)
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise told_as_write_error(folder, error) from error
    return folder


def _stay_with_registry(registry: str) -> None:
    import dataclasses

    settings = load_settings()
    if settings.registry != registry:
        save_settings(dataclasses.replace(settings, registry=registry))
