"""Attachments made fit for the way: zipped above a limit, names without marks on request."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.model.mail import Attachment

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The same files give the same bytes."""


def size(attachments: Iterable[Attachment]) -> int:
    """Return how large attachments are, bytes."""
    return sum(len(one.data) for one in attachments)


def zipped(attachments: tuple[Attachment, ...], name: str) -> Attachment:
    """Return one .zip that holds all attachments (tệp nén)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in attachments:
            archive.writestr(zipfile.ZipInfo(one.name, _NO_TIME), one.data, zipfile.ZIP_DEFLATED)
    return Attachment(f"{name}.zip", buffer.getvalue())


def plainly_named(attachments: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Return attachments with names of plain letters (không dấu), for portals that lose others."""
    return tuple(replace(one, name=_plain(one.name)) for one in attachments)


def _plain(name: str) -> str:
    letters = (letter if letter.isascii() and letter.isprintable() else "-" for letter in
               without_marks(name).replace(" ", "-"))  # fmt: skip
    return "".join(letters)
