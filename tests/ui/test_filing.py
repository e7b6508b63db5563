"""Saving and exporting: a file is whole or the old one, and nothing typed is lost."""

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.hands import Until, answer, write

from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.main_window import MainWindow

Asked = list[tuple[str, Path]]


def answer_with(editor: EditorScreen, path: Path | None) -> Asked:
    """Let the clerk name this file when asked where to write, and tell what was asked."""
    asked: Asked = []

    def name(title: str, suggested: Path, _kinds: str) -> Path | None:
        asked.append((title, suggested))
        return path

    editor.filing.ask = name
    return asked


def test_what_is_exported_opens_again_as_it_was(
    window: MainWindow, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    answer(editor, "subject", "công tác thông tin cơ sở năm 2027")
    until(lambda: "năm 2027" in editor.text.toPlainText())
    path = tmp_path / "kế hoạch.docx"
    asked = answer_with(editor, path)
    window.commands.trigger("save-docx")
    until(lambda: not editor.is_changed())
    assert asked[0][1].name.startswith("KH-")
    assert asked[0][1].suffix == ".docx"
    assert "kế hoạch.docx" in window.messages.text()
    assert window.windowTitle() == "kế hoạch.docx[*] — TTCS"
    draft = editor.writing.draft

    window.commands.trigger("new")
    window.screen_of("start").begin_blank()
    assert editor.text.toPlainText() == ""
    window.open_file(path)
    until(lambda: editor.filing.path == path)
    assert editor.writing.draft == draft
    assert editor.form.answers()["subject"] == "công tác thông tin cơ sở năm 2027"
    assert not editor.is_changed()
    window.go("start")
    start = window.screen_of("start")
    until(lambda: start.recent.list.count() == 1)
    first = start.recent.model.index(0)
    assert "kế hoạch.docx" in first.data(Qt.ItemDataRole.ToolTipRole)
    until(lambda: start.recent.model.pixmap(first) is not None)


def test_pdf_archive_and_text_are_written_beside_it(
    window: MainWindow, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    for command, name, start in (
        ("export-pdf", "a.pdf", b"%PDF"),
        ("export-archive", "b.pdf", b"%PDF"),
        ("save-text", "c.txt", b"+++"),
    ):
        answer_with(editor, tmp_path / name)
        window.commands.trigger(command)
        until((tmp_path / name).exists)
        assert (tmp_path / name).read_bytes().startswith(start)
    info = subprocess.run(
        ["pdfinfo", str(tmp_path / "b.pdf")], check=True, capture_output=True, text=True
    )
    assert "Tagged:          yes" in info.stdout


def test_the_second_save_asks_nothing(
    window: MainWindow, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    asked = answer_with(editor, tmp_path / "a")
    window.commands.trigger("save-docx")
    until(lambda: not editor.is_changed())
    assert editor.filing.path == tmp_path / "a.docx"
    write(editor.text, "thêm ")
    assert editor.is_changed()
    assert window.isWindowModified()
    window.commands.trigger("save-docx")
    until(lambda: not editor.is_changed())
    assert len(asked) == 1
    assert not window.isWindowModified()


def test_a_clerk_who_names_no_file_gets_none(
    window: MainWindow, editor: EditorScreen, qtbot: QtBot, until: Until, tmp_path: Path
) -> None:
    asked = answer_with(editor, None)
    window.commands.trigger("save-docx")
    until(lambda: asked)
    qtbot.wait(50)
    assert list(tmp_path.iterdir()) == []
    assert editor.is_changed()
    assert window.messages.text() == ""


def test_a_folder_that_cannot_be_written_is_told_and_the_draft_stays(
    window: MainWindow, editor: EditorScreen, until: Until, locked_folder: Path
) -> None:
    before = editor.text.toPlainText()
    answer_with(editor, locked_folder / "a.docx")
    window.commands.trigger("save-docx")
    until(window.messages.text)
    assert "chỉ cho đọc" in window.messages.text()
    assert "Chọn thư mục khác" in window.messages.text()
    assert editor.text.toPlainText() == before
    assert editor.is_changed()
    assert editor.filing.path is None


def test_a_full_disk_is_told_and_the_old_file_stays(
    window: MainWindow, editor: EditorScreen, until: Until, small_disk: Path
) -> None:
    path = small_disk / "a.docx"
    answer_with(editor, path)
    window.commands.trigger("save-docx")
    until(lambda: not editor.is_changed())
    old = path.read_bytes()
    (small_disk / "filling").write_bytes(os.urandom(_free(small_disk)))
    write(editor.text, "thêm ")
    window.commands.trigger("save-docx")
    until(lambda: "đầy" in window.messages.text())
    assert path.read_bytes() == old
    assert editor.is_changed()
    assert sorted(one.name for one in small_disk.iterdir()) == ["a.docx", "filling"]
    (small_disk / "filling").unlink()
    window.commands.trigger("save-docx")
    until(lambda: not editor.is_changed())
    assert "đầy" not in window.messages.text()


def _free(folder: Path) -> int:
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def test_a_file_that_another_hand_changed_is_not_written_over_unasked(
    window: MainWindow, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    answer_with(editor, path)
    window.commands.trigger("save-docx")
    until(lambda: not editor.is_changed())
    path.write_bytes(b"of another hand")
    write(editor.text, "thêm ")
    window.commands.trigger("save-docx")
    assert "đã bị thay đổi ở nơi khác" in window.messages.text()
    assert path.read_bytes() == b"of another hand"
    window.messages.act()
    until(lambda: not editor.is_changed())
    assert path.read_bytes().startswith(b"PK")


def test_an_autosave_that_fails_is_told_once(
    window: MainWindow,
    editor: EditorScreen,
    workbench: Workbench,
    until: Until,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from ttcs_desktop.errors import WriteError

    tried = []

    def refuse(*_: object) -> None:
        tried.append(1)
        raise WriteError("Ổ đĩa đã đầy, chưa ghi được tệp.")

    monkeypatch.setattr(workbench, "autosave", refuse)
    write(editor.text, "a")
    until(window.messages.text)
    assert "đầy" in window.messages.text()
    window.messages.dismiss()
    write(editor.text, "b")
    until(lambda: len(tried) == 2)
    qtbot.wait(50)
    assert window.messages.text() == ""


def test_the_window_stays_open_when_the_draft_can_be_kept_nowhere(
    window: MainWindow,
    editor: EditorScreen,
    workbench: Workbench,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from ttcs_desktop.errors import WriteError

    def refuse(*_: object) -> None:
        raise WriteError("Ổ đĩa đã đầy, chưa ghi được tệp.")

    write(editor.text, "điều chưa lưu ")
    monkeypatch.setattr(workbench, "autosave", refuse)
    window.close()
    assert window.isVisible()
    assert "Bản nháp chưa được giữ lại" in window.messages.text()
    window.screen_of("start").begin_blank()
    assert "điều chưa lưu" in editor.text.toPlainText()
    window.messages.act()
    assert editor.text.toPlainText() == ""
    assert window.isVisible()


def test_printing_makes_the_pages_that_the_screen_shows(
    window: MainWindow, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    from PySide6.QtPrintSupport import QPrinter

    path = tmp_path / "printed.pdf"

    def to_file(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    editor.filing.choose_printer = to_file
    window.commands.trigger("print")
    until(lambda: "máy in" in window.messages.text())
    info = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True)
    assert f"Pages:           {editor.pages.page_count()}" in info.stdout
    assert "A4" in info.stdout


def test_the_days_of_a_plan_are_written_for_any_calendar(
    window: MainWindow, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "lịch.ics"
    answer_with(editor, path)
    window.commands.trigger("export-calendar")
    until(path.exists)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    until(lambda: "lịch.ics" in window.messages.text())
