"""The page twin against LibreOffice's conversion of the same document."""

import dataclasses
import tempfile
import time
from pathlib import Path

from judges import libreoffice_pdf

from tests.bench.clock import medians, table, verdict
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.writers.docx import write as write_docx
from ttcs_desktop.writers.pdf import write as write_pdf

ROUNDS = 20


def _others(composer: Composer, draft: Draft, count: int) -> list[Sheet]:
    """Return sheets that differ in nearly every paragraph, so that nothing is set from memory."""
    texts = (draft.text.replace(" và ", f" và {number} ") for number in range(count))
    return [composer.compose(dataclasses.replace(draft, text=text)).sheet for text in texts]


def measure() -> bool:
    """Print both times and whether the claim holds."""
    library = Library()
    composition = Renderer(library).render(Request("guidance")).composition
    sheet, form = composition.sheet, composition.format
    others = iter(_others(Composer(library), composition.draft, ROUNDS + 1))
    times = medians({"ours: sheet to PDF": lambda: write_pdf(next(others), form)}, rounds=ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        docx = Path(folder) / "guidance.docx"
        docx.write_bytes(write_docx(sheet, form, composition.draft))
        libreoffice_pdf(docx, Path(folder))
        start = time.perf_counter()
        libreoffice_pdf(docx, Path(folder))
        times["LibreOffice, .docx to PDF, second start"] = time.perf_counter() - start
    table(times, "ours: sheet to PDF")
    ratio = times["LibreOffice, .docx to PDF, second start"] / times["ours: sheet to PDF"]
    return verdict(f"{ratio:.0f} times faster than LibreOffice (aim: 50)", holds=ratio >= 50)
