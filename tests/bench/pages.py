"""The page twin against LibreOffice's conversion of the same document."""

import tempfile
import time
from pathlib import Path

from judges import libreoffice_pdf

from tests.bench.clock import medians, table, verdict
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request
from ttcs_desktop.writers.docx import write as write_docx
from ttcs_desktop.writers.pdf import write as write_pdf


def measure() -> bool:
    """Print both times and whether the claim holds."""
    composition = Renderer(Library()).render(Request("guidance")).composition
    sheet, form = composition.sheet, composition.format
    times = medians({"ours: sheet to PDF": lambda: write_pdf(sheet, form)}, rounds=20)
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
