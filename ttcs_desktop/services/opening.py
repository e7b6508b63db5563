"""Open what a clerk has: our .docx, anyone's .docx, a text file of any age."""

from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.services.source import read_source

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes; a file beyond this is no official document."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file read as a draft.

    `was_edited_outside` tells that a .docx of ours was changed in another program; its text is then
    the changed one. `suggested_encoding` names a legacy encoding that the text seems to be in.
    """

    draft: Draft
    path: Path
    problems: tuple[Problem, ...] = ()
    was_edited_outside: bool = False
    suggested_encoding: str = ""
    is_ours: bool = False


def open_file(path: Path) -> Opened:
    """Read a .docx or a text file as a draft.

    Raises:
        SourceError: the file cannot be read; says why and what to do.
    """
    return open_data(bytes_of(path), path)


def open_data(data: bytes, path: Path) -> Opened:
    """Read the bytes of a .docx or a text file as a draft; `path` is what errors call it.

    Raises:
        SourceError: the data cannot be read; says why and what to do.
    """
    is_docx = data[:2] == b"PK" or path.suffix.lower() in {".docx", ".docm", ".doc"}
    return _open_docx(data, path) if is_docx else _open_text(data, path)


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        SourceError: the file cannot be read, or is larger than any document.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SourceError(
                _("Tệp quá lớn (trên 100 MB)."),
                where=str(path),
                remedy=_("Văn bản hành chính không lớn như vậy; kiểm tra lại tệp."),
            )
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            _("Không mở được tệp ({reason}).").format(reason=error.strerror or error),
            where=str(path),
            remedy=_("Kiểm tra tên tệp và quyền đọc."),
        ) from error


def _open_docx(data: bytes, path: Path) -> Opened:
    from ttcs_desktop.readers.docx import read

    reading = read(data, where=str(path))
    return Opened(
        reading.draft or Draft(text=reading.text),
        path,
        reading.problems,
        reading.was_edited_outside,
        reading.suggested_encoding,
        reading.draft is not None,
    )


def _open_text(data: bytes, path: Path) -> Opened:
    from ttcs_desktop.readers.text import read

    reading = read(data, where=str(path))
    return Opened(
        read_source(reading.text, where=str(path)),
        path,
        reading.problems,
        suggested_encoding=reading.suggested_encoding,
    )
