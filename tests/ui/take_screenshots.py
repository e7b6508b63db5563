"""Pictures for the guide and the README, each of a real window at 1366x768.

python tests/ui/take_screenshots.py [NAME...]     into docs/pictures; all of them unless named
"""

import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from scenes import SCENES

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
SCREEN = "-screen 0 1366x768x24"
COLOURS = 256
ALIKE = 0xFFF0F0F0
"""Colours that differ below these bits are one, save the commonest."""
KEPT = 60
PAGE_WIDTH = 560
"""Pixels of a page shown alone."""
LARGE = "-150"
"""How the names of pictures at 150 percent end."""
DAY = datetime.date(2026, 11, 24)
PATIENCE = 20_000


def main() -> None:
    """Take the pictures, on a screen that nobody sees when there is none."""
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        arguments = ["xvfb-run", "-a", "-s", SCREEN, sys.executable, __file__, *sys.argv[1:]]
        assert shutil.which("xvfb-run"), "Xvfb is not installed: see .ci/system-packages"
        os.execvp(arguments[0], arguments)  # noqa: S606
    names = sys.argv[1:] or list(PLANS)
    large = [name for name in names if name.endswith(LARGE)]
    if large and "QT_SCALE_FACTOR" not in os.environ:
        names = [name for name in names if name not in large]
        scaled = {**os.environ, "QT_SCALE_FACTOR": "1.5"}
        subprocess.run([sys.executable, __file__, *large], env=scaled, check=True)
    os.environ["HOME"] = home = tempfile.mkdtemp()
    os.environ["TTCS_HOME"] = f"{home}/ttcs"
    sys.path.insert(0, str(ROOT))
    photographer = Photographer()
    for name in names:
        PLANS[name](photographer, name)
    photographer.close()


class Photographer:
    """Works the app as a clerk does, and takes pictures of its window."""

    def __init__(self) -> None:
        from PySide6.QtGui import QFont
        from PySide6.QtWidgets import QApplication

        from ttcs_desktop.services.workbench import Workbench
        from ttcs_desktop.ui.application import Desktop
        from ttcs_desktop.ui.look import dress

        self.application = QApplication([])
        self.application.setFont(QFont("Liberation Sans", 10))
        dress(self.application)
        self.workbench = Workbench()
        self.desktop = Desktop(self.workbench)
        sys.excepthook = sys.__excepthook__
        self.fill_screen()
        self.desktop.open([])

    def fill_screen(self) -> None:
        """Make the window as large as the screen, whatever its scale."""
        scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
        self.desktop.window.setGeometry(0, 0, round(1366 / scale), round(768 / scale))

    def close(self) -> None:
        """End without a trace."""
        self.desktop.window.close()
        self.desktop.close()
        shutil.rmtree(os.environ["HOME"])

    def wait(self, holds: Callable[[], object], rest: int = 400) -> None:
        """Wait until something holds, and a little longer."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        ticker = QTimer(interval=30)
        ticker.timeout.connect(lambda: holds() and loop.quit())
        ticker.start()
        QTimer.singleShot(PATIENCE, loop.quit)
        loop.exec()
        assert holds(), "the window never got there"
        ticker.stop()
        QTimer.singleShot(rest, loop.quit)
        loop.exec()

    def example(self, template: str, file: str = "example.toml") -> "object":
        """Return the draft that a template's example gives."""
        from ttcs_desktop.services.rendering import Renderer, Request

        data = ROOT / "templates" / template / file
        request = Request(template, data=data)
        return Renderer(self.workbench.library).render(request).composition.draft

    def open_example(self, template: str, file: str = "example.toml") -> None:
        """Put an example on the desk, its form at the top."""
        window = self.desktop.window
        window.take_up(self.example(template, file), None, None)
        editor = window.editor()
        with_pages = editor.pages
        self.wait(lambda: with_pages.page_count() > 0)
        while window.messages.text():
            window.messages.dismiss()

    def leave_work_behind(self) -> None:
        """Leave files and a draft, as on a desk that is used every day."""
        from ttcs_desktop.services.workbench import Workbench

        folder = Path(os.environ["HOME"]) / "Tài liệu"
        for template, name in (("guidance", "Hướng dẫn 2026"), ("annual-plan", "Kế hoạch 2027")):
            draft, path = self.example(template), folder / f"{name}.docx"
            self.workbench.export_docx(draft, path)
            self.workbench.remember(path, self.workbench.compose(draft).sheet.title, draft)
        other = Workbench(self.workbench.library)
        other.autosave(self.example("report"))
        other.close()

    def speak(self, language: str) -> None:
        """Let the window speak a language."""
        from ttcs_desktop import i18n

        if i18n.language() != language:
            self.desktop.speak(language)

    def take(self, name: str) -> None:
        """Take a picture of the window."""
        self.fill_screen()
        self.wait(lambda: True)
        _save(self.desktop.window.grab().toImage(), name)

    def page(self, template: str, file: str, name: str) -> None:
        """Take a picture of the first page of an example."""
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
        from PySide6.QtPdf import QPdfDocument

        pdf = self.workbench.preview(self.example(template, file)).pdf
        buffer = QBuffer()
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        height = round(PAGE_WIDTH * 842 / 595)
        drawn = document.render(0, QSize(PAGE_WIDTH * 2, height * 2))
        _save(_on_white(drawn), name)


def _on_white(page: "object") -> "object":
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    half = QSize(page.width() // 2, page.height() // 2)
    small = page.scaled(half, mode=Qt.TransformationMode.SmoothTransformation)
    paper = QImage(half, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, small)
    painter.setPen(QColor("#b9b6b0"))
    painter.drawRect(0, 0, half.width() - 1, half.height() - 1)
    painter.end()
    return paper


def _save(picture: "object", name: str) -> None:
    """Write a picture small: its commonest colours, packed as hard as it goes."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    PICTURES.mkdir(parents=True, exist_ok=True)
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    points = memoryview(bytes(plain.constBits())).cast("I")
    common = [colour for colour, _count in Counter(points).most_common()]
    alike: dict[int, int] = {}
    for colour in common:
        alike.setdefault(colour & ALIKE, colour)
    colours = list(dict.fromkeys([*common[:KEPT], *alike.values()]))[:COLOURS]
    few = plain.convertToFormat(
        QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither
    )
    path = PICTURES / f"{name}.png"
    assert few.save(str(path), "PNG", 0)
    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")  # noqa: T201


def _start(photographer: Photographer, name: str) -> None:
    _show_start(photographer, "vi")
    photographer.take(name)


def _show_start(photographer: Photographer, language: str) -> None:
    photographer.speak(language)
    photographer.leave_work_behind()
    window = photographer.desktop.window
    start = window.screen_of("start")
    window.go("start")
    start.unit.show_value("btgtu")
    start.date.set_date(DAY)
    start.arrive()
    shelves = (start.due, start.recent, start.recovered)
    photographer.wait(lambda: all(shelf.list.count() for shelf in shelves))


def _editor(photographer: Photographer, name: str) -> None:
    photographer.speak(name.rpartition("-")[2])
    photographer.open_example("annual-plan")
    photographer.take(name)


def _outline(photographer: Photographer, name: str) -> None:
    photographer.speak("vi")
    photographer.open_example("guidance")
    window = photographer.desktop.window
    window.commands.trigger("go-outline")
    window.editor().text.go_to_line(12)
    photographer.wait(lambda: True)
    photographer.take(name)


def _format(photographer: Photographer, name: str) -> None:
    photographer.speak("vi")
    photographer.open_example("annual-plan", "example-state.toml")
    photographer.desktop.window.commands.trigger("go-style")
    photographer.wait(lambda: True)
    photographer.take(name)


def _dark(photographer: Photographer, name: str) -> None:
    from ttcs_desktop.ui import look

    photographer.speak("vi")
    look.is_dark = lambda: True
    look.paint(photographer.application)
    photographer.open_example("report")
    photographer.take(name)
    look.is_dark = lambda: False
    look.paint(photographer.application)


def _scene(photographer: Photographer, name: str) -> None:
    """Take one of the scenes, named like units-vi, units-en-150, units-vi-dark."""
    from ttcs_desktop.ui import look

    scene = max((one for one in SCENES if name.startswith(f"{one}-")), key=len)
    language, *rest = name.removeprefix(f"{scene}-").split("-")
    photographer.speak(language)
    is_dark = "dark" in rest
    look.is_dark = lambda: is_dark
    look.paint(photographer.application)
    SCENES[scene](photographer)
    while photographer.desktop.window.messages.text():
        photographer.desktop.window.messages.dismiss()
    photographer.take(name)


PLANS: dict[str, Callable[[Photographer, str], None]] = {
    "start-vi": _start,
    "editor-vi": _editor,
    "outline-vi": _outline,
    "format-vi": _format,
    "editor-dark": _dark,
    "editor-en": _editor,
    "page-party": lambda at_work, name: at_work.page("guidance", "example.toml", name),
    "page-state": lambda at_work, name: at_work.page("annual-plan", "example-state.toml", name),
    **{
        f"{scene}-{look}": _scene
        for look in ("vi", "en-150", "vi-dark")
        for scene in SCENES
        if look != "vi-dark" or scene in ("consolidation", "instruments")
    },
}


if __name__ == "__main__":
    main()
