"""Work away from the window: results come back to it, the newest request counts."""

import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot
from ui.hands import Until

from ttcs_desktop.ui.background import Background, Latest, Progress
from ttcs_desktop.ui.status import Status


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    background = Background()
    yield background
    background.close()


def test_results_and_failures_arrive_on_the_thread_of_the_window(
    background: Background, until: Until
) -> None:
    home = QThread.currentThread()
    told: list[object] = []

    def note(outcome: object) -> None:
        assert QThread.currentThread() is home
        told.append(outcome)

    def fail() -> None:
        assert threading.current_thread() is not threading.main_thread()
        raise ValueError("no")

    background.run(lambda: 3, note)
    background.run(fail, failed=note)
    until(lambda: len(told) == 2)
    assert {type(one) for one in told} == {int, ValueError}


def test_only_the_newest_of_many_requests_is_done(background: Background, until: Until) -> None:
    latest, began, done = Latest(background), [], []
    gate = threading.Event()

    def work(number: int) -> int:
        began.append(number)
        gate.wait(5)
        return number

    for number in range(50):
        latest.submit(lambda number=number: work(number), done.append, pytest.fail)
    gate.set()
    until(lambda: 49 in done)
    assert began == [0, 49]
    assert done == [0, 49]


def test_a_failure_does_not_stop_what_follows(background: Background, until: Until) -> None:
    latest, done, failed = Latest(background), [], []
    latest.submit(lambda: 1 / 0, done.append, failed.append)
    until(lambda: failed)
    latest.submit(lambda: 2, done.append, failed.append)
    until(lambda: done == [2])


def test_long_work_shows_its_progress_and_stops_when_asked(
    qtbot: QtBot, background: Background, until: Until
) -> None:
    status = Status(background)
    qtbot.addWidget(status)
    status.show()
    steps: list[int] = []

    def work(progress: Progress) -> None:
        for step in range(1000):
            progress.report(step, 1000)
            steps.append(step)
            time.sleep(0.005)

    failures: list[Exception] = []
    background.run_long("Đang in", work, failed=failures.append)
    until(status.shows_work)
    background.cancel()
    until(lambda: not status.shows_work())
    assert 0 < len(steps) < 1000
    assert failures == []


def test_short_work_does_not_flash(qtbot: QtBot, background: Background, until: Until) -> None:
    status = Status(background)
    qtbot.addWidget(status)
    status.show()
    done: list[int] = []
    background.run_long("Đang lưu", lambda _progress: 1, done.append)
    until(lambda: done)
    qtbot.wait(500)
    assert not status.shows_work()


def test_work_held_back_begins_when_the_window_stands(background: Background, until: Until) -> None:
    done: list[int] = []
    background.hold()
    background.run(lambda: 1, done.append)
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert done == []
    background.begin()
    until(lambda: done == [1])


def test_nothing_arrives_after_the_end(qtbot: QtBot) -> None:
    background, done = Background(), []
    background.run(lambda: time.sleep(0.05), done.append)
    background.close()
    background.run(lambda: 1, done.append)
    qtbot.wait(100)
    assert done == []


def test_what_was_asked_for_by_somebody_who_has_gone_is_not_told(
    qtbot: QtBot, background: Background
) -> None:
    told: list[str] = []
    begun, going_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> str:
        begun.set()
        going_on.wait(5)
        progress.report(1, 2)
        return "late"

    background.run_long("Đang đọc", work, told.append, lambda _error: told.append("failed"))
    assert begun.wait(5)
    background.forget()
    going_on.set()
    background.run(lambda: "new", told.append)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(50)
    assert told == ["new"]


def test_stopped_work_says_so_to_who_asked(qtbot: QtBot, background: Background) -> None:
    told: list[str] = []
    begun, going_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        going_on.wait(5)
        progress.report(1, 2)

    background.run_long("Đang đọc", work, stopped=lambda: told.append("stopped"))
    assert begun.wait(5)
    background.cancel()
    going_on.set()
    qtbot.waitUntil(lambda: told == ["stopped"])
