"""Timing of functions side by side, in turns, so that a busy machine slows all alike."""

import statistics
import time
from collections.abc import Callable


def medians(contestants: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the median seconds of each contestant, run in turns after one warm-up each."""
    for work in contestants.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, work in contestants.items():
            start = time.perf_counter()
            work()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def table(times: dict[str, float], ours: str) -> None:
    """Print each time and how it stands to ours."""
    for name, seconds in times.items():
        ratio = seconds / times[ours]
        print(f"   {name:<44}{seconds * 1000:9.2f} ms   {ratio:7.2f} x ours")


def verdict(sentence: str, *, holds: bool) -> bool:
    """Print whether a claim holds, and return it."""
    print(f"   {'holds ' if holds else 'FAILS '} {sentence}")
    return holds
