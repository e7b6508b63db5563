"""Opening what a clerk has: by name, by drop, in an old encoding, or not at all."""

import subprocess
import sys
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from ui.hands import Until, write

from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.main_window import MainWindow

TCVN3 = "B¸o c¸o\n\nvÒ viÖc thùc hiÖn c«ng t¸c th«ng tin c¬ së n¨m 2026 cña c¸c ®¬n vÞ\n"


def drop(onto: QWidget, data: QMimeData) -> bool:
    """Drag something over a widget and let it go there; tells whether it was taken."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPoint(20, 20), copy, data, left, none)
    QApplication.sendEvent(onto, entering)
    if entering.isAccepted():
        QApplication.sendEvent(onto, QDropEvent(QPointF(20, 20), copy, data, left, none))
    return entering.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def words(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_a_text_file_is_opened_by_dropping_it(
    window: MainWindow, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "nguồn.txt"
    path.write_text("KẾ HOẠCH\n\nvề thử\n", encoding="utf-8")
    assert drop(window, files(path))
    until(window.is_writing)
    editor = window.editor()
    assert editor.text.toPlainText() == "KẾ HOẠCH\n\nvề thử\n"
    assert editor.filing.path == path
    assert not editor.is_changed()


def test_a_file_dropped_on_the_text_is_opened_too(
    window: MainWindow, until: Until, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Một", encoding="utf-8")
    second.write_text("Hai", encoding="utf-8")
    window.open_file(first)
    until(window.is_writing)
    editor = window.editor()
    write(editor.text, "chưa lưu ")
    assert drop(editor.text.viewport(), files(second))
    until(lambda: editor.filing.path == second)
    assert editor.text.toPlainText() == "Hai"
    start = window.screen_of("start")
    window.go("start")
    until(lambda: start.recovered.list.count() == 1)
    assert "chưa lưu Một" in start.recovered.list.item(0).text()
    start.recovered.list.itemActivated.emit(start.recovered.list.item(0))
    assert editor.text.toPlainText() == "chưa lưu Một"
    assert editor.filing.path == first
    assert editor.is_changed()


def test_words_dropped_on_the_window_become_a_text(window: MainWindow, until: Until) -> None:
    assert drop(window, words("BÁO CÁO\n\nvề thử\n"))
    until(window.is_writing)
    assert window.editor().text.toPlainText() == "BÁO CÁO\n\nvề thử\n"


def test_a_file_of_no_use_cannot_be_dropped(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(b"x")
    assert not drop(window, files(tmp_path / "a.gif"))


def test_an_old_encoding_is_told_and_turned_on_request(
    window: MainWindow, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "cũ.txt"
    path.write_text(TCVN3, encoding="utf-8")
    window.open_file(path)
    until(window.messages.text)
    editor = window.editor()
    assert "TCVN3" in window.messages.text()
    assert editor.filing.path is None
    window.messages.act()
    until(lambda: "về việc thực hiện" in editor.text.toPlainText())
    assert "năm 2026 của các đơn vị" in editor.text.toPlainText()
    assert path.read_text(encoding="utf-8") == TCVN3
    editor.text.undo()
    assert editor.text.toPlainText() == TCVN3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("hỏng.docx", b"PK\x03\x04 not a zip"),
        ("rỗng.docx", b""),
        ("không có.docx", None),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    window: MainWindow, until: Until, tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    window.open_file(path)
    until(window.messages.text)
    assert name in window.messages.text()
    assert "Traceback" not in window.messages.text()
    assert not window.is_writing()


def test_a_file_of_ours_that_was_edited_elsewhere_is_told_and_its_words_are_used(
    window: MainWindow, workbench: Workbench, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "kế hoạch.docx"
    workbench.export_docx(workbench.new_draft("trial-plan", "btgtu", None), path)
    file = docx.Document(str(path))
    paragraph = next(one for one in file.paragraphs if "Tổ chức" in one.text)
    paragraph.runs[-1].text += " Thêm trong Word."
    file.save(str(path))
    window.open_file(path)
    until(window.is_writing)
    editor = window.editor()
    assert "đã được sửa ở chương trình khác" in window.messages.text()
    assert "Thêm trong Word." in editor.text.toPlainText()
    assert editor.writing.draft.unit == "btgtu"
    assert editor.is_changed()


def test_the_window_stands_before_the_services_are_loaded() -> None:
    """What a service needs is loaded by the thread that asks for it, once the window is drawn."""
    script = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from ttcs_desktop.services.workbench import Workbench\n"
        "from ttcs_desktop.ui.application import Desktop\n"
        "application = QApplication([])\n"
        "desktop = Desktop(Workbench())\n"
        "desktop.window.show()\n"
        "print([name for name in sys.argv[1:] if name in sys.modules])\n"
        "desktop.close()\n"
    )
    heavy = ("ttcs_desktop.services.library", "ttcs_desktop.officialtext.parse", "PySide6.QtPdf")
    done = subprocess.run(
        [sys.executable, "-c", script, *heavy],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "[]"
