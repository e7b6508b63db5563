"""Files that carry many files: written whole, and mistrusted when they are read (tệp gói).

A package is a .zip with `manifest.json` first: what it is, of which make, and name, size and
SHA-256 of everything else in it.
"""

import datetime
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ttcs_desktop.codec import from_json
from ttcs_desktop.errors import DataError, SourceError
from ttcs_desktop.i18n import _

MANIFEST = "manifest.json"
LARGEST = 8 * 1024**3
"""Bytes of a whole package, unpacked; a larger one is no office's."""
LARGEST_MANIFEST = 16 * 1024**2
CHUNK = 1 << 20
_BAD = frozenset('<>:"|?*\\')


@dataclass(frozen=True, slots=True)
class Part:
    """A file in a package."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself.

    Attributes:
        kind: "ttcs-backup" or "ttcs-exchange".
        make: the way it is laid out, from 1; a newer one is refused.
        product: version of the product that made it.
        about: what else its kind needs to know, by name.
    """

    kind: str
    make: int
    product: str
    made_at: datetime.datetime
    parts: tuple[Part, ...]
    about: dict[str, str]


def part_of(name: str, path: Path) -> Part:
    """Return what a manifest says of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return Part(name, path.stat().st_size, digest.hexdigest())


def part_of_bytes(name: str, data: bytes) -> Part:
    """Return what a manifest says of these bytes."""
    return Part(name, len(data), hashlib.sha256(data).hexdigest())


@contextmanager
def reading(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a package; what is no whole .zip is told in one sentence.

    Raises:
        SourceError: the file cannot be read, is no package, or is cut short.
    """
    try:
        archive = zipfile.ZipFile(path)
    except OSError as error:
        raise _unreadable(path, error) from error
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise damaged(path) from error
    with archive:
        yield archive


def manifest_of(archive: zipfile.ZipFile, path: Path, kind: str, make: int) -> Manifest:
    """Return what a package says of itself, once its names and sizes are known to be sound.

    Raises:
        SourceError: it is of another kind, of a newer make, or names what it does not hold.
    """
    names = [info.filename for info in archive.infolist() if not info.is_dir()]
    if MANIFEST not in names:
        raise _foreign(path)
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise damaged(path)
    data = b"".join(_pieces(archive, MANIFEST, path))
    _refuse_other(data, path, kind, make)
    try:
        manifest = from_json(data, Manifest, where=str(path))
    except DataError as error:
        raise damaged(path) from error
    told = {part.name: part.size for part in manifest.parts}
    for name in (*told, *names):
        refuse_unsafe(name, path)
    sizes = {info.filename: info.file_size for info in archive.infolist()}
    is_whole = all(sizes.get(name) == size for name, size in told.items())
    is_clear = len({name.casefold() for name in told}) == len(manifest.parts)
    if not is_whole or not is_clear or sum(told.values()) > LARGEST:
        raise damaged(path)
    return manifest


def read_part(archive: zipfile.ZipFile, part: Part, path: Path) -> bytes:
    """Return a file of a package, checked.

    Raises:
        SourceError: it is not what the manifest says.
    """
    data = b"".join(_pieces(archive, part.name, path))
    if part_of_bytes(part.name, data) != part:
        raise damaged(path)
    return data


def unpack(archive: zipfile.ZipFile, part: Part, target: Path, path: Path) -> None:
    """Write a file of a package to a place, checked while it is written.

    Raises:
        SourceError: it is not what the manifest says.
        OSError: it cannot be written.
    """
    digest, size = hashlib.sha256(), 0
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        for chunk in _pieces(archive, part.name, path):
            size += len(chunk)
            digest.update(chunk)
            file.write(chunk)
    if (size, digest.hexdigest()) != (part.size, part.sha256):
        raise damaged(path)


def _pieces(archive: zipfile.ZipFile, name: str, path: Path) -> Iterator[bytes]:
    """Yield what a file of a package holds, a piece at a time."""
    try:
        with archive.open(name) as source:
            while chunk := source.read(CHUNK):
                yield chunk
    except OSError as error:
        raise _unreadable(path, error) from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise damaged(path) from error


def refuse_unsafe(name: str, path: Path) -> None:
    """Refuse a name that leads out of the folder it is unpacked into, or that no system can keep.

    Raises:
        SourceError: names it.
    """
    parts = PurePosixPath(name).parts
    is_safe = (
        name
        and not name.startswith("/")
        and "//" not in name
        and not _BAD & set(name)
        and all(ord(letter) >= ord(" ") for letter in name)
        and not any(part in {"..", "."} or part.endswith((" ", ".")) for part in parts)
    )
    if not is_safe:
        raise SourceError(
            _("Gói có tên tệp không an toàn: {name}.").format(name=name[:80]),
            where=str(path),
            remedy=_("Chưa mở gì; xin lại tệp từ người gửi."),
        )


def damaged(path: Path) -> SourceError:
    """Return that a package is damaged or cut short."""
    return SourceError(
        _("Tệp bị hỏng hoặc chép thiếu; chưa thay đổi gì."),
        where=str(path),
        remedy=_("Chép lại tệp từ nơi lưu rồi mở lại."),
    )


def _unreadable(path: Path, error: OSError) -> SourceError:
    return SourceError(
        _("Không mở được tệp ({reason}).").format(reason=error.strerror or error),
        where=str(path),
        remedy=_("Kiểm tra tên tệp và quyền đọc."),
    )


def _refuse_other(data: bytes, path: Path, kind: str, make: int) -> None:
    import json

    try:
        table = json.loads(data)
    except ValueError as error:
        raise damaged(path) from error
    if not isinstance(table, dict) or table.get("kind") != kind:
        raise _foreign(path)
    if isinstance(table.get("make"), int) and table["make"] > make:
        raise SourceError(
            _("Tệp này do phiên bản mới hơn của phần mềm tạo ra ({version}).").format(
                version=str(table.get("product", ""))[:20]
            ),
            where=str(path),
            remedy=_("Cập nhật phần mềm trên máy này rồi mở lại; chưa thay đổi gì."),
        )


def _foreign(path: Path) -> SourceError:
    return SourceError(
        _("Tệp này không phải tệp do phần mềm tạo ra cho việc này."),
        where=str(path),
        remedy=_("Sao lưu có đuôi .ttcs-backup.zip, gói trao đổi có đuôi .ttcs-goi."),
    )
