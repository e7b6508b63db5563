"""What a file says, read to be searched (đọc tệp để tìm)."""

import dataclasses
from pathlib import Path

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.opening import bytes_of, open_file

_MARKS = ("TUYỆT MẬT", "TỐI MẬT", "MẬT")
_HEAD = 60
"""Lines from the top among which a mark of secrecy is looked for, in whatever order a PDF has."""


def draft_of(path: Path) -> Draft:
    """Return what a .docx, a text or a PDF says, with its mark of secrecy wherever it was read.

    Raises:
        SourceError: the file cannot be read, or is a picture without words.
    """
    draft = _of_pdf(path) if path.suffix.lower() == ".pdf" else open_file(path).draft
    return _marked(draft)


def _of_pdf(path: Path) -> Draft:
    from ttcs_desktop.readers.pdf import read_words

    words = read_words(bytes_of(path))
    if not words.strip():
        raise SourceError(_("Tệp PDF này không có chữ (bản chụp)."), where=str(path))
    return Draft(text=words)


def _marked(draft: Draft) -> Draft:
    """Return a draft with the mark that stands on a line of its own near its head."""
    if draft.marks.secrecy:
        return draft
    lines = {line.strip(" *|\t") for line in draft.text.splitlines()[:_HEAD]}
    mark = next((one for one in _MARKS if one in lines), "")
    return dataclasses.replace(draft, marks=Marks(secrecy=mark)) if mark else draft
