"""Samples of what the product makes: every template with its own examples (bộ văn bản mẫu)."""

from collections.abc import Iterator
from pathlib import Path

from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request, write


def write_samples(library: Library, folder: Path) -> Iterator[Path]:
    """Write each template's examples as .docx and PDF, and say which file is done.

    `example.toml` gives a file with the template's name, `example-state.toml` one that ends in
    -state.

    Raises:
        WriteError: the folder cannot be written.
    """
    renderer = Renderer(library)
    for info in library.templates.all():
        for example in library.templates.get(info.id).examples:
            rendered = renderer.render(Request(info.id, data=example))
            name = example.stem.replace("example", info.id, 1)
            docx, pdf = folder / f"{name}.docx", folder / f"{name}.pdf"
            write(rendered, docx, pdf)
            yield from (docx, pdf)
