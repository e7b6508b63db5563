"""Samples of what the product makes: every template with its own example (bộ văn bản mẫu)."""

from collections.abc import Iterator
from pathlib import Path

from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request, write


def write_samples(library: Library, folder: Path) -> Iterator[Path]:
    """Write each template's example as .docx and PDF, and say which file is done.

    Raises:
        WriteError: the folder cannot be written.
    """
    renderer = Renderer(library)
    for info in library.templates.all():
        rendered = renderer.render(Request(info.id))
        docx, pdf = folder / f"{info.id}.docx", folder / f"{info.id}.pdf"
        write(rendered, docx, pdf)
        yield from (docx, pdf)
