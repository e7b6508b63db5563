"""A clerk types into a real window; the age of what shows is measured key by key.

Of the pages, and of the checker's list below the text.

python -m tests.bench.typing_session PAGES       4, 12 or 40; prints JSON, in milliseconds
"""

import json
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.composing import PagePreview
from ttcs_desktop.services.desk_checks import DeskChecks, Point
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.application import SHARE, Desktop
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.look import dress
from ttcs_desktop.ui.sweeping import PAUSE, Sweeper

SEED = Path(__file__).parents[1] / "seed-guidance.txt"
PAGES_OF_SEED = 4
KEYS = 60
PACE = 90
"""Milliseconds between two keys: a quick typist."""
BEAT = 5
"""Milliseconds between two looks at the clock, to feel how long the window hears nothing."""
WORDS = "tuyên truyền, phổ biến chủ trương của Đảng, chính sách, pháp luật"
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


class Remembering(Workbench):
    """Knows how long the text was that each PDF was made of."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: dict[bytes, int] = {}
        self.checks = RememberingChecks(self.library)

    def preview(self, draft: Draft) -> PagePreview:
        """Return the pages, and remember their text."""
        made = super().preview(draft)
        self.sizes[made.pdf] = len(draft.text)
        return made


class RememberingChecks(DeskChecks):
    """Knows how long the text was that was checked last."""

    newest = 0

    def check_draft(self, draft: Draft) -> tuple[Point, ...]:
        """Return what is found, and remember of how long a text."""
        found = super().check_draft(draft)
        type(self).newest = len(draft.text)
        return found


class Typist(QObject):
    """Types at a steady pace, and hears when pages and findings show what was typed."""

    done = Signal()

    def __init__(self, editor: EditorScreen, workbench: Remembering) -> None:
        super().__init__()
        self._editor = editor
        self._sizes = workbench.sizes
        self._waiting: list[tuple[float, int]] = []
        self._unchecked: list[tuple[float, int]] = []
        self._keys = iter(WORDS[:KEYS])
        self.ages: list[float] = []
        self.findings: list[float] = []
        self.gaps: list[float] = []
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(self._feel)
        self._pace = QTimer(self, interval=PACE)
        self._pace.timeout.connect(self._press)
        editor.pages.shown.connect(self._see)
        editor.checks.checked.connect(self._see_findings)

    def begin(self) -> None:
        """Start typing."""
        self._editor.text.setFocus()
        self._tick = time.perf_counter()
        self._beat.start()
        self._pace.start()

    def _press(self) -> None:
        letter = next(self._keys, None)
        if letter is None:
            self._pace.stop()
            QTimer.singleShot(1000, self.done.emit)
            return
        start = time.perf_counter()
        press(self._editor.text, letter)
        typed = (start, len(self._editor.writing.draft.text))
        self._waiting.append(typed)
        self._unchecked.append(typed)

    def _see(self) -> None:
        self._editor.pages.viewport().repaint()
        now = time.perf_counter()
        held = self._sizes.get(self._editor.pages.pdf(), 0)
        self.ages += [now - start for start, size in self._waiting if size <= held]
        self._waiting = [one for one in self._waiting if one[1] > held]

    def _see_findings(self) -> None:
        self._editor.problems.viewport().repaint()
        now, held = time.perf_counter(), RememberingChecks.newest
        self.findings += [now - start for start, size in self._unchecked if size <= held]
        self._unchecked = [one for one in self._unchecked if one[1] > held]

    def _feel(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._tick)
        self._tick = now


def press(widget: QWidget, letter: str) -> None:
    """Press a key and let it go."""
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def text_of(pages: int) -> str:
    """Return the seed with its body as often as it takes, the sections numbered through."""
    text = SEED.read_text(encoding="utf-8")
    start, end = text.index("I. MỤC ĐÍCH"), text.index("(Gửi kèm")
    sections = text[start:end].replace("\nII. ", "\n§. ").replace("\nIII. ", "\n§. ")
    body = ("\n§. " + sections.removeprefix("I. ")) * (pages // PAGES_OF_SEED)
    for number in range(1, body.count("§") + 1):
        body = body.replace("§", "X" * (number // 10) + ROMAN[number % 10], 1)
    return text[:start] + body + text[end:]


def bare(letters: str) -> list[float]:
    """Return how long a bare Qt editor takes from each key to the letter on the screen."""
    text = QPlainTextEdit(text_of(PAGES_OF_SEED))
    text.resize(440, 700)
    text.show()
    wait(500)
    taken = []
    for letter in letters:
        start = time.perf_counter()
        press(text, letter)
        text.viewport().repaint()
        taken.append(time.perf_counter() - start)
        wait(20)
    return taken


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Type, and print the figures."""
    sys.setswitchinterval(SHARE)
    application = QApplication([])
    floor = bare(WORDS[:KEYS])
    Sweeper(application)
    dress(application)
    workbench = Remembering()
    desktop = Desktop(workbench)
    desktop.open([])
    text = text_of(int(sys.argv[1]))
    desktop.window.take_up(Draft(text=text, unit="btgtu"), None, None)
    editor = desktop.window.editor()
    loop = QEventLoop()
    editor.pages.shown.connect(loop.quit)
    loop.exec()
    editor.pages.shown.disconnect(loop.quit)
    desktop.window.commands.trigger("go-problems")
    editor.text.go_to_line(text[: len(text) // 2].count("\n") + 1)
    wait(PAUSE + 500)  # memory is swept wholly once, soon after the start
    typist = Typist(editor, workbench)
    typist.done.connect(loop.quit)
    typist.begin()
    loop.exec()
    figures = {
        "pages": editor.pages.page_count(),
        "seen": len(typist.ages),
        "median": statistics.median(typist.ages) * 1000,
        "worst": max(typist.ages) * 1000,
        "findings": statistics.median(typist.findings) * 1000,
        "worst findings": max(typist.findings) * 1000,
        "longest block": max(typist.gaps) * 1000,
        "bare": statistics.median(floor) * 1000,
    }
    print(json.dumps(figures))
    desktop.window.close()
    desktop.close()


if __name__ == "__main__":
    main()
