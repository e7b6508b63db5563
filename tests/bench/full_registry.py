"""The first window over 20,000 documents, against the same over none."""

import os
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.clock import table, verdict
from tests.bench.screen import in_a_window

DOCUMENTS = 20_000
SLOWEST = 1.5
"""Times the start over an empty registry."""
STARTS = 5


def measure() -> bool:
    """Print both starts, and whether the fuller is nearly as quick."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {"empty": Path(folder) / "empty", "20,000 documents": Path(folder) / "full"}
        for home in homes.values():
            _begin(home)
        _fill(homes["20,000 documents"])
        taken: dict[str, list[float]] = {name: [] for name in homes}
        for _ in range(STARTS):
            for name, home in homes.items():
                found = in_a_window(
                    "tests.bench.window_session", "ours", str(time.time()),
                    env={"TTCS_HOME": str(home)},
                )  # fmt: skip
                taken[name].append(found["seconds"])
    times = {name: statistics.median(seconds) for name, seconds in taken.items()}
    table(times, "empty")
    ratio = times["20,000 documents"] / times["empty"]
    return verdict(f"{ratio:.2f} times an empty registry (aim: 1.5)", holds=ratio <= SLOWEST)


def _begin(home: Path) -> None:
    """Make a registry with one draft in it."""
    from ttcs_desktop.model.draft import Draft
    from ttcs_desktop.services.drafts import Drafts
    from ttcs_desktop.services.library import Library

    before = os.environ.get("TTCS_HOME")
    os.environ["TTCS_HOME"] = str(home)
    try:
        draft = Draft(text="KẾ HOẠCH\n\n**thực hiện công tác thông tin cơ sở**\n", unit="btgtu")
        Drafts(Library()).keep(draft, home / "0.docx")
    finally:
        os.environ.pop("TTCS_HOME") if before is None else os.environ.update(TTCS_HOME=before)


def _fill(home: Path) -> None:
    """Put the draft in again and again, each with a file and a moment of its own."""
    (file,) = (path for path in home.rglob("*.sqlite3") if "search" not in path.name)
    with sqlite3.connect(file) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(draft)")]
        names = ", ".join(name for name in columns if name != "id")
        values = names.replace("path", "path || '-' || n").replace("title", "title || ' ' || n")
        database.execute(
            "WITH RECURSIVE numbers(n) AS"  # noqa: S608
            f" (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {DOCUMENTS})"
            f" INSERT INTO draft ({names}) SELECT {values} FROM draft, numbers"
        )
    database.close()
