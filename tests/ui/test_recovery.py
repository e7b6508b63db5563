"""What was typed outlives the program, however it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ui.hands import Until, write

from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.start.screen import StartScreen

SESSION = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.application import Desktop

application = QApplication([])
desktop = Desktop(Workbench())
desktop.open([])
desktop.window.screen_of("start").begin_blank()
editor = desktop.window.editor()
words = iter("BÁO CÁO về việc thử một hai ba bốn năm sáu bảy tám chín mười".split())

def type_on():
    word = next(words, None)
    if word is None:
        print("typed", flush=True)
    else:
        editor.text.insert(word + " ")
        QTimer.singleShot(50, type_on)

type_on()
sys.exit(application.exec())
"""


def test_a_session_that_was_killed_is_carried_on(
    window: MainWindow, start: StartScreen, until: Until
) -> None:
    session = subprocess.Popen(
        [sys.executable, "-c", SESSION],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert session.stdout is not None
    assert session.stdout.readline() == "typed\n"
    until(lambda: "mười" in _kept_words())
    session.send_signal(signal.SIGKILL)
    session.wait()
    window.go("start")
    until(lambda: start.recovered.list.count() == 1)
    start.recovered.list.itemActivated.emit(start.recovered.list.item(0))
    editor = window.editor()
    assert editor.text.toPlainText().split()[-1] == "mười"
    assert editor.is_changed()
    window.go("start")
    until(lambda: start.recovered.list.count() == 0)
    assert "mười" in _kept_words()


TYPING = SESSION.replace(
    """words = iter("BÁO CÁO về việc thử một hai ba bốn năm sáu bảy tám chín mười".split())""",
    """import itertools, time; words = (f"{time.time():.3f}" for _ in itertools.count())""",
).replace(
    'editor.text.insert(word + " ")', 'editor.text.insert(word + " "); print(word, flush=True)'
)


@pytest.mark.parametrize("seconds", [1.7, 3.3])
def test_a_killed_session_loses_two_seconds_of_typing_at_most(
    window: MainWindow, start: StartScreen, until: Until, seconds: float
) -> None:
    """Somebody types word after word without a pause; each word is the moment it was typed."""
    session = subprocess.Popen(
        [sys.executable, "-c", TYPING],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert session.stdout is not None
    first = float(session.stdout.readline())
    while float(session.stdout.readline()) < first + seconds:
        pass
    session.send_signal(signal.SIGKILL)
    killed = time.time()
    session.wait()
    window.go("start")
    until(lambda: start.recovered.list.count() == 1)
    start.recovered.list.itemActivated.emit(start.recovered.list.item(0))
    last = float(window.editor().text.toPlainText().split()[-1])
    assert killed - last <= 2


def _kept_words() -> str:
    held = Workbench().history.drafts.shelf.held()
    return " ".join(kept.draft.text for _session, kept in held)


def test_the_draft_is_kept_while_one_types_on(editor: EditorScreen, until: Until) -> None:
    """Typing without a pause must not put the keeping off."""
    for number in range(60):
        write(editor.text, f"{number} ")
        if "0 1 2" in _kept_words():
            return
        until(lambda: True)
        editor.text.window().windowHandle()
        _let_pass(50)
    raise AssertionError("nothing was kept in three seconds of typing")


def _let_pass(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def test_what_is_saved_is_no_longer_offered(
    window: MainWindow, editor: EditorScreen, start: StartScreen, until: Until, tmp_path: Path
) -> None:
    write(editor.text, "điều mới ")
    until(lambda: "điều mới" in _kept_words())
    editor.filing.ask = lambda *_: tmp_path / "a.docx"
    window.commands.trigger("save-docx")
    until(lambda: _kept_words() == "")


def throw_away(words: str, window: MainWindow, start: StartScreen, until: Until) -> None:
    """Leave a draft behind, and discard it on the start screen."""
    from ttcs_desktop.model.draft import Draft

    left = Workbench()
    left.autosave(Draft(text=words))
    left.close()
    window.go("start")
    until(lambda: start.recovered.list.count() == 1)
    start.recovered.list.setCurrentRow(0)
    start.discard.click()
    until(lambda: start.recovered.list.count() == 0)


def test_a_draft_that_nobody_wants_is_thrown_away(
    window: MainWindow, start: StartScreen, until: Until
) -> None:
    throw_away("Bỏ đi", window, start, until)
    assert _kept_words() == ""


def test_a_draft_that_was_thrown_away_is_taken_back(
    window: MainWindow, start: StartScreen, until: Until
) -> None:
    throw_away("Vẫn cần", window, start, until)
    window.messages.act()
    until(lambda: start.recovered.list.count() == 1)
    assert "Vẫn cần" in _kept_words()
