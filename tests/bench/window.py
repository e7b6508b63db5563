"""The first window against a bare window of Qt, and the memory of the open app."""

import statistics
import time

from tests.bench.clock import table, verdict
from tests.bench.screen import in_a_window

STARTS = 5
SLOWEST = 3.0
"""Times a bare window of Qt."""
LARGEST = 250
"""MB."""
MB = 1_000_000


def measure() -> bool:
    """Print both starts and both peaks, and whether the claims hold."""
    kinds = {"ours: the start screen": "ours", "a bare window of Qt": "bare"}
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    peaks = {"bare": 0.0}
    for _ in range(STARTS):
        for name, kind in kinds.items():
            found = _start(kind)
            taken[name].append(found["seconds"])
            peaks[kind] = found["peak"] / MB
    times = {name: statistics.median(seconds) for name, seconds in taken.items()}
    table(times, "ours: the start screen")
    ratio = times["ours: the start screen"] / times["a bare window of Qt"]
    opened = _start("open")["peak"] / MB
    print(
        f"   peak memory: a bare window of Qt {peaks['bare']:.0f} MB, the start screen "
        f"{peaks['ours']:.0f} MB, with the seed open and typed in {opened:.0f} MB"
    )
    first = verdict(f"{ratio:.1f} times a bare window (aim: {SLOWEST:g})", holds=ratio <= SLOWEST)
    second = verdict(f"{opened:.0f} MB at most (aim: {LARGEST})", holds=opened <= LARGEST)
    return first and second


def _start(kind: str) -> dict[str, float]:
    return in_a_window("tests.bench.window_session", kind, str(time.time()))
