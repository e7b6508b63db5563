"""From a composed draft to files: .docx with the draft inside, PDF, text."""

from pathlib import Path

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.source import write_source


def export_docx(composition: Composition, path: Path) -> None:
    """Write the .docx that carries its draft.

    Raises:
        WriteError: the file cannot be written; the old one is intact.
    """
    from ttcs_desktop.writers.docx import write

    write_atomically(path, write(composition.sheet, composition.format, composition.draft))


def export_pdf(composition: Composition, path: Path, *, is_archival: bool = False) -> None:
    """Write the page twin; as PDF/A-2b for the archive on request.

    Raises:
        WriteError: the file cannot be written; the old one is intact.
    """
    from ttcs_desktop.writers.pdf import write

    data = write(composition.sheet, composition.format, is_archival=is_archival)
    write_atomically(path, data)


def export_text(composition: Composition, path: Path) -> None:
    """Write the official text with what stands beside it, to be opened here again.

    Raises:
        WriteError: the file cannot be written; the old one is intact.
    """
    write_atomically(path, write_source(composition.draft).encode("utf-8"))


def export_sheet(sheet: Sheet, format: FormatProfile, path: Path) -> None:  # noqa: A002
    """Write pages that no draft stands behind: a copy, labels, a list; .docx or PDF by the name.

    Raises:
        WriteError: the file cannot be written; the old one is intact.
    """
    from ttcs_desktop.writers.docx import write as write_docx
    from ttcs_desktop.writers.pdf import write as write_pdf

    write = write_docx if path.suffix.lower() == ".docx" else write_pdf
    write_atomically(path, write(sheet, format))
