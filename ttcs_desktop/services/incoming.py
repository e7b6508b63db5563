"""What came in: files, folders, zip archives and saved mails, as one stream of documents."""

import email
import email.policy
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from ttcs_desktop.i18n import _
from ttcs_desktop.services.opening import LARGEST_FILE

DOCUMENTS = (".docx", ".docm", ".doc", ".txt")
_ARCHIVE, _MAIL = ".zip", ".eml"
_MOST_FILES = 20_000
_DEEPEST = 2
"""A zip inside a mail is opened, one inside that is not."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One document that came in, or why it cannot be read.

    `name` says where it was found: "reports.zip/xã A.docx".
    """

    name: str
    data: bytes = b""
    fault: str = ""


def incoming(paths: Iterable[Path]) -> Iterator[Incoming]:
    """Yield every document of some files and folders, in the order of their names."""
    for path in paths:
        if path.is_dir():
            files = [one for one in path.rglob("*") if one.is_file() and not _is_passing(one)]
            for file in sorted(files):
                yield from _file(file, str(file.relative_to(path.parent)))
        else:
            yield from _file(path, path.name)


def _is_passing(path: Path) -> bool:
    """Tell whether a file is only a trace of another program: Word's lock, a hidden file."""
    return path.name.startswith(("~$", "."))


def _file(path: Path, name: str) -> Iterator[Incoming]:
    suffix = path.suffix.lower()
    if suffix not in (*DOCUMENTS, _ARCHIVE, _MAIL):
        return
    try:
        if path.stat().st_size > LARGEST_FILE:
            yield Incoming(name, fault=_("Tệp quá lớn (trên 100 MB)."))
            return
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        yield Incoming(name, fault=_("Không mở được tệp ({reason}).").format(reason=reason))
        return
    yield from _unpacked(data, name, depth=0)


def _unpacked(data: bytes, name: str, depth: int) -> Iterator[Incoming]:
    suffix = Path(name).suffix.lower()
    if suffix == _ARCHIVE and depth < _DEEPEST:
        yield from _archive(data, name, depth)
    elif suffix == _MAIL and depth < _DEEPEST:
        yield from _mail(data, name, depth)
    elif suffix in DOCUMENTS:
        yield Incoming(name, data)


def _archive(data: bytes, name: str, depth: int) -> Iterator[Incoming]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError):
        yield Incoming(name, fault=_("Tệp nén bị hỏng."))
        return
    left = LARGEST_FILE
    for info in archive.infolist()[:_MOST_FILES]:
        inner = f"{name}/{info.filename}"
        if info.is_dir() or _is_passing(Path(info.filename)):
            continue
        left -= info.file_size
        if left < 0:
            yield Incoming(inner, fault=_("Tệp nén bung ra quá lớn (trên 100 MB)."))
            return
        try:
            yield from _unpacked(archive.read(info), inner, depth + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, OSError):
            yield Incoming(
                inner, fault=_("Không lấy được tệp này khỏi tệp nén (hỏng hoặc có mật khẩu).")
            )


def _mail(data: bytes, name: str, depth: int) -> Iterator[Incoming]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        file = part.get_filename()
        if file and isinstance(part, EmailMessage) and not part.is_multipart():
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield from _unpacked(content, f"{name}/{file}", depth + 1)
