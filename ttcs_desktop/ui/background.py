"""Work away from the window: plain futures, and one signal that brings results back to it."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")
Done = Callable[[T], object]
Failed = Callable[[Exception], object]

WORKERS = 2
"""One for the live pages, one for what takes longer; old machines have two cores."""


class Cancelled(Exception):  # noqa: N818  a way out, not an error
    """The clerk stopped a long job (đã dừng theo yêu cầu)."""


class Progress:
    """How far a long job is, told from its own thread (tiến độ)."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stopped = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Tell that `done` of `total` steps are behind us; 0 of 0 when nobody knows.

        Raises:
            Cancelled: the clerk asked to stop.
        """
        if self._stopped.is_set():
            raise Cancelled
        self._tell(done, total)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stopped.set()


class Background(QObject):
    """Runs work on other threads; what it returns arrives on the window's thread."""

    progressed = Signal(str, int, int)
    """Title of a long job, steps done, steps in all."""
    finished = Signal(str)
    """A long job with this title ended, one way or another."""
    crashed = Signal(object)
    """Work failed and nobody asked to hear of it."""
    _arrived = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="ttcs")
        self._is_closed = False
        self._round = 0
        self._held: list[Callable[[], None]] | None = None
        self._long: list[Progress] = []
        self._arrived.connect(self._deliver)

    def run(
        self, work: Callable[[], T], done: Done[T] | None = None, failed: Failed | None = None
    ) -> None:
        """Do `work` on another thread, then `done(result)` or `failed(error)` on this one."""
        job = partial(self._carry_out, self._round, work, done or _nothing, failed or self._crash)
        self._submit(job)

    def hold(self) -> None:
        """Let work wait: the window is about to be drawn, and needs the interpreter for itself."""
        self._held = []

    def begin(self) -> None:
        """Do what waited, and everything else at once from now on."""
        held, self._held = self._held or [], None
        for job in held:
            self._submit(job)

    def run_long(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Done[T] | None = None,
        failed: Failed | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> Progress:
        """Do long work whose progress the status bar shows; the answer cancels it.

        `stopped` hears that the clerk stopped it.
        """
        round_ = self._round
        progress = Progress(
            lambda at, of: self._send(round_, lambda: self.progressed.emit(title, at, of))
        )

        def over(error: Exception) -> None:
            self._end(progress, title)
            if not isinstance(error, Cancelled):
                (failed or self._crash)(error)
            elif stopped is not None:
                stopped()

        def well(result: T) -> None:
            self._end(progress, title)
            (done or _nothing)(result)

        self._long.append(progress)
        self.progressed.emit(title, 0, 0)
        self.run(lambda: work(progress), well, over)
        return progress

    def cancel(self) -> None:
        """Ask every long job to stop at its next step."""
        for progress in self._long:
            progress.cancel()

    def forget(self) -> None:
        """Let nothing that was asked for so far be heard of any more: who asked has gone."""
        self.cancel()
        self._long.clear()
        self._round += 1

    def close(self) -> None:
        """Drop what waits, stop long work at its next step, let the rest come to its end."""
        self._is_closed = True
        self.cancel()
        self._workers.shutdown(wait=True, cancel_futures=True)

    def _submit(self, job: Callable[[], None]) -> None:
        if self._held is not None:
            self._held.append(job)
        elif not self._is_closed:
            self._workers.submit(job)

    def _end(self, progress: Progress, title: str) -> None:
        self._long.remove(progress)
        if not self._long:
            self.finished.emit(title)

    def _carry_out(self, round_: int, work: Callable[[], T], done: Done[T], failed: Failed) -> None:
        try:
            result = work()
        except Exception as error:
            told = error
            self._send(round_, lambda: failed(told))
        else:
            self._send(round_, lambda: done(result))

    def _send(self, round_: int, call: Callable[[], object]) -> None:
        if not self._is_closed:
            self._arrived.emit(round_, call)

    @Slot(int, object)
    def _deliver(self, round_: int, call: Callable[[], object]) -> None:
        if not self._is_closed and round_ == self._round:
            call()

    def _crash(self, error: Exception) -> None:
        logging.getLogger(__name__).error("background work failed", exc_info=error)
        self.crashed.emit(error)


class Latest:
    """One kind of work of which only the newest request counts (chỉ lấy lần mới nhất).

    At most one runs; of those asked for meanwhile only the last one runs after it.
    """

    def __init__(self, background: Background) -> None:
        self._background = background
        self._waiting: tuple[Callable[[], Any], Done[Any], Failed] | None = None
        self._is_running = False

    def submit(self, work: Callable[[], T], done: Done[T], failed: Failed) -> None:
        """Ask for this work in place of any that has not begun."""
        self._waiting = (work, done, failed)
        if not self._is_running:
            self._next()

    def drop(self) -> None:
        """Forget the request that has not begun."""
        self._waiting = None

    def _next(self) -> None:
        if self._waiting is None:
            return
        work, done, failed = self._waiting
        self._waiting = None
        self._is_running = True
        self._background.run(work, self._then(done), self._then(failed))

    def _then(self, call: Callable[[Any], object]) -> Callable[[Any], None]:
        def arrive(outcome: Any) -> None:  # noqa: ANN401  a result or an error
            self._is_running = False
            call(outcome)
            self._next()

        return arrive


def _nothing(_result: object) -> None:
    return None
