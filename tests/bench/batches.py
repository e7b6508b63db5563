"""65 commune plans from one template: ours against docxtpl, and the PDFs beside them."""

import datetime
import io
import tempfile
import time
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from tests.bench.clock import verdict
from ttcs_desktop.model.document import Item, Paragraph
from ttcs_desktop.model.text import plain
from ttcs_desktop.services.batching import Batch
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import read_data

UNITS = "kind:dang-uy"
DAY = datetime.date(2026, 12, 15)
EXAMPLE = Path(__file__).parents[2] / "templates" / "annual-plan" / "example.toml"


def measure() -> bool:
    """Print the times and whether the claims hold."""
    batch = Batch(Library())
    answers = read_data(EXAMPLE)["answers"]
    units, prepare = batch.from_template("annual-plan", UNITS, answers, DAY)
    drafts = [prepare(unit) for unit in units]
    form, names = _form([plain(block.content) for block in _body(drafts[0])])
    with tempfile.TemporaryDirectory() as folder:
        list(batch.write(units[:2], prepare, Path(folder) / "warm", has_pdf=True))
        start = time.perf_counter()
        list(batch.write(units, prepare, Path(folder) / "ours"))
        ours = time.perf_counter() - start
        start = time.perf_counter()
        for number in range(len(units)):
            _fill(form, names, Path(folder) / f"{number}.docx")
        peer = time.perf_counter() - start
        start = time.perf_counter()
        list(batch.write(units, prepare, Path(folder) / "pdf", has_pdf=True))
        with_pdf = time.perf_counter() - start
    print(f"   ours, {len(units)} plans to .docx on disk {ours:9.2f} s")
    print(f"   docxtpl, the same count and words {peer:11.2f} s")
    print(f"   ours, with PDF {with_pdf:30.2f} s")
    held = [
        verdict(f"{peer / ours:.1f} times faster than docxtpl (aim: 12)", holds=peer / ours >= 12),
        verdict(f"with PDF within 5 s: {with_pdf:.1f} s", holds=with_pdf <= 5),
    ]
    return all(held)


def _body(draft: object) -> list[Paragraph | Item]:
    composition = Composer(Library()).compose(draft)  # type: ignore[arg-type]
    blocks = composition.document.blocks
    return [block for block in blocks if isinstance(block, Paragraph | Item)]


def _form(texts: list[str]) -> tuple[bytes, dict[str, str]]:
    """Make the Word template that an office would: a tag for the words of each paragraph."""
    document = docx.Document()
    values = {f"p{number}": text for number, text in enumerate(texts)}
    for name in values:
        document.add_paragraph(f"{{{{ {name} }}}}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue(), values


def _fill(form: bytes, values: dict[str, str], path: Path) -> None:
    template = DocxTemplate(io.BytesIO(form))
    template.render(values, autoescape=True)
    template.save(path)
