"""Timing of functions side by side, in turns, so that a busy machine slows all alike."""

import gc
import statistics
import time
from collections.abc import Callable

IN_A_ROW = 5


def medians(contestants: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each contestant, called `rounds` times after one warm-up.

    They take turns of a few calls in a row. What one leaves behind is cleared away before the next,
    so that nobody pays for another's litter.
    """
    for work in contestants.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds // IN_A_ROW):
        for name, work in contestants.items():
            gc.collect()
            taken[name] += [_seconds(work) for _ in range(IN_A_ROW)]
    return {name: statistics.median(times) for name, times in taken.items()}


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def table(times: dict[str, float], ours: str) -> None:
    """Print each time and how it stands to ours."""
    for name, seconds in times.items():
        ratio = seconds / times[ours]
        print(f"   {name:<44}{seconds * 1000:9.2f} ms   {ratio:7.2f} x ours")


def verdict(sentence: str, *, holds: bool) -> bool:
    """Print whether a claim holds, and return it."""
    print(f"   {'holds ' if holds else 'FAILS '} {sentence}")
    return holds
