"""The whole country's commune reports consolidated: time, memory, and how they grow."""

import dataclasses
import datetime
import json
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

from tests.bench.clock import verdict

COUNTS = (325, 1000, 3321)
"""A tenth of the country's communes, a third, and all of them."""
PROGRAM = """
import json, resource, sys, time
from pathlib import Path
from ttcs_desktop.services.consolidating import Consolidator, write_workbook
from ttcs_desktop.services.library import Library
consolidator = Consolidator(Library())
start, worked = time.perf_counter(), time.process_time()
result = consolidator.consolidate_files([Path(sys.argv[1])])
write_workbook(result, Path(sys.argv[2]))
took, worked = time.perf_counter() - start, time.process_time() - worked
total = next(one.value for one in result.figures if one.indicator.id == "gio-phat-thanh")
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([took, worked, memory, len(result.reports), int(total)]))
"""


def measure() -> bool:
    """Print time and memory for each count, and whether the claims hold."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            reports = Path(folder) / f"{count}"
            expected = _write_reports(reports, count)
            took, worked, memory, *found = _consolidated(reports, Path(folder) / "all.xlsx")
            assert found == [count, expected], "a report was lost"
            rows.append((count, took, worked, memory))
            each = worked / count * 1000
            print(
                f"   {count:5} reports {took:7.2f} s, {each:6.2f} ms of work each, {memory:5.0f} MB"
            )
    (few, _took, few_work, _memory), (many, took, many_work, peak) = rows[0], rows[-1]
    growth = (many_work / many) / (few_work / few)
    held = [
        verdict(f"{many} reports within 20 s: {took:.1f} s", holds=took <= 20),
        verdict(f"within 500 MB: {peak:.0f} MB", holds=peak <= 500),
        verdict(f"the work for one grows {growth:.2f} times (linear: 1)", holds=growth <= 1.5),
    ]
    return all(held)


def _write_reports(folder: Path, count: int) -> int:
    """Write reports that differ in unit and figures; return the sum of their hours."""
    from ttcs_desktop.model.draft import Draft
    from ttcs_desktop.model.indicator import Figure
    from ttcs_desktop.model.period import Period, PeriodKind
    from ttcs_desktop.services.composing import Composer
    from ttcs_desktop.services.drafting import Drafter
    from ttcs_desktop.services.library import Library
    from ttcs_desktop.services.rendering import Renderer, Request
    from ttcs_desktop.writers.docx import write

    library = Library()
    rendered = Renderer(library).render(Request("report"))
    pattern: Draft = (
        Drafter(library).fill(rendered.composition.draft, rendered.composition.draft.answers).draft
    )
    composition = Composer(library).compose(pattern)
    year = Period(PeriodKind.YEAR, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    folder.mkdir()
    for number in range(count):
        others = (
            Figure(indicator, Decimal(number % 97), Decimal(50))
            for indicator in list(library.indicators)[:20]
            if indicator != "gio-phat-thanh"
        )
        draft = dataclasses.replace(
            pattern,
            unit=f"ubnd-{number:05}",
            period=year,
            figures=(*others, Figure("gio-phat-thanh", Decimal(number))),
        )
        data = write(composition.sheet, composition.format, draft)
        (folder / f"{number:05}.docx").write_bytes(data)
    return sum(range(count))


def _consolidated(reports: Path, workbook: Path) -> list[float]:
    """Consolidate in a process of its own: seconds, seconds of work, MB, reports, sum."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(reports), str(workbook)],
        capture_output=True,
        text=True,
        check=True,
    )
    told: list[float] = json.loads(done.stdout)
    return told
