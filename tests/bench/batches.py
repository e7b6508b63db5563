"""65 commune plans from one template: ours against docxtpl, and the PDFs beside them.

Each plan is that of another Party committee: its letterhead, its names, its signer's title.
"""

import datetime
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.bench.clock import verdict
from tests.bench.peers import Form, found_in
from ttcs_desktop.codec import to_json
from ttcs_desktop.services.batching import Batch
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import read_data

UNITS = "kind:dang-uy"
DAY = datetime.date(2026, 12, 15)
EXAMPLE = Path(__file__).parents[2] / "templates" / "annual-plan" / "example.toml"


def measure() -> bool:
    """Print the times and whether the claims hold."""
    library = Library()
    batch, composer = Batch(library), Composer(library)
    answers = read_data(EXAMPLE)["answers"]
    units, prepare = batch.from_template("annual-plan", UNITS, answers, DAY)
    plans = [composer.compose(prepare(unit)) for unit in units]
    data = to_json([plans[0].draft.answers, units[0]]).decode()
    form = Form(plans[0].sheet, plans[0].format, found_in(data))
    values = [form.values(plan.sheet) for plan in plans]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        list(batch.write(units[:2], prepare, folder / "warm", has_pdf=True))
        (folder / "docxtpl").mkdir()
        ours = _seconds(batch.write(units, prepare, folder / "ours"))
        peer = _seconds(
            (folder / "docxtpl" / f"{number}.docx").write_bytes(form.filled(own))
            for number, own in enumerate(values)
        )
        with_pdf = _seconds(batch.write(units, prepare, folder / "pdf", has_pdf=True))
    print(f"   ours, {len(units)} plans to .docx on disk {ours:9.2f} s")
    print(f"   docxtpl, the same plans {peer:21.2f} s")
    print(f"   ours, with PDF {with_pdf:30.2f} s")
    held = [
        verdict(f"{peer / ours:.1f} times faster than docxtpl (aim: 12)", holds=peer / ours >= 12),
        verdict(f"with PDF within 5 s: {with_pdf:.1f} s", holds=with_pdf <= 5),
    ]
    return all(held)


def _seconds(made: Iterable[object]) -> float:
    start = time.perf_counter()
    for _one in made:
        pass
    return time.perf_counter() - start
