"""Memory is swept on the window's thread alone, and what is left lying is found."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ttcs_desktop.ui.sweeping import Sweeper


class Knot:
    """Holds itself, so that only a sweep lets go of it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def sweeper(dressed: QApplication) -> Iterator[Sweeper]:
    sweeper = Sweeper(dressed)
    yield sweeper
    sweeper.setParent(None)
    gc.enable()
    gc.unfreeze()


def test_workers_never_sweep(sweeper: Sweeper) -> None:
    assert sweeper
    swept: list[str] = []

    def note(phase: str, _facts: dict[str, int]) -> None:
        swept.append(phase)

    gc.callbacks.append(note)
    try:
        worker = threading.Thread(target=lambda: [Knot() for _number in range(20_000)])
        worker.start()
        worker.join()
    finally:
        gc.callbacks.remove(note)
    assert swept == []


def test_what_is_left_lying_is_swept_up_turn_by_turn(sweeper: Sweeper) -> None:
    for _turn in range(3):
        knot = weakref.ref(Knot())
        assert knot() is not None
        sweeper.sweep()
        assert knot() is None
