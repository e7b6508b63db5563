"""Form, text and pages stay one, and what a clerk typed is never written over."""

import dataclasses
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from ui.hands import Until, answer, press, type_into, write

from ttcs_desktop.model.document import Marks
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.citation_box import CitationBox
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.main_window import MainWindow


def shown_words(editor: EditorScreen, folder: Path) -> str:
    """Return the words of the pages that the window shows, as poppler reads them."""
    path = folder / "shown.pdf"
    path.write_bytes(editor.pages.pdf())
    read = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True)
    return " ".join(read.stdout.split())


def test_an_answer_appears_in_the_text_and_on_the_page(
    qtbot: QtBot, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    assert "[CẦN BỔ SUNG: Trích yếu]" in shown_words(editor, tmp_path)
    answer(editor, "subject", "công tác thông tin cơ sở năm 2027")
    answer(editor, "classes", "12")
    until(lambda: "Tổ chức 12 lớp" in editor.text.toPlainText())
    until(lambda: "Tổ chức 12 lớp" in shown_words(editor, tmp_path))
    assert "công tác thông tin cơ sở năm 2027" in shown_words(editor, tmp_path)


def test_what_is_typed_into_the_form_arrives_as_typed(
    qtbot: QtBot, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    hostile = "Sở KH&ĐT <tỉnh> 5 * 3 - x [[a]] {{ 1 }} | 1. b"
    answer(editor, "subject", hostile)
    until(lambda: hostile in shown_words(editor, tmp_path))


def test_an_edited_text_is_kept_when_the_form_changes_and_the_clerk_is_asked(
    qtbot: QtBot, window: MainWindow, editor: EditorScreen, until: Until
) -> None:
    answer(editor, "subject", "về thông tin")
    until(lambda: "về thông tin" in editor.text.toPlainText())
    editor.text.go_to_line(5)
    write(editor.text, "Sua tay. ")
    edited = editor.text.toPlainText()
    answer(editor, "classes", "7")
    qtbot.wait(200)
    assert editor.text.toPlainText() == edited
    assert "giữ nguyên" in window.messages.text()
    window.messages.act()
    until(lambda: "Tổ chức 7 lớp" in editor.text.toPlainText())
    assert "Sua tay" not in editor.text.toPlainText()
    assert window.messages.text() == ""
    editor.text.undo()
    assert editor.text.toPlainText() == edited
    assert editor.writing.draft.is_edited
    editor.text.redo()
    assert "Tổ chức 7 lớp" in editor.text.toPlainText()
    assert not editor.writing.draft.is_edited


def test_undoing_what_the_form_did_brings_the_answers_back(
    qtbot: QtBot, editor: EditorScreen, until: Until
) -> None:
    answer(editor, "classes", "3")
    until(lambda: "Tổ chức 3 lớp" in editor.text.toPlainText())
    answer(editor, "classes", "4")
    until(lambda: "Tổ chức 4 lớp" in editor.text.toPlainText())
    editor.text.undo()
    assert "Tổ chức 3 lớp" in editor.text.toPlainText()
    assert editor.form.answers()["classes"] == 3
    assert editor.writing.draft.answers["classes"] == 3


def test_an_answer_that_is_wrong_is_told_beside_it_and_stays_marked_in_the_text(
    qtbot: QtBot, window: MainWindow, editor: EditorScreen, until: Until
) -> None:
    answer(editor, "classes", "5")
    until(lambda: "Tổ chức 5 lớp" in editor.text.toPlainText())
    answer(editor, "classes", "500")
    until(lambda: "[CẦN BỔ SUNG: Số lớp tập huấn]" in editor.text.toPlainText())
    assert editor.form.faults() == {"classes": "Số này không được quá 100."}
    assert window.messages.text() == ""


def test_typing_while_the_template_is_at_work_wins(
    qtbot: QtBot, window: MainWindow, editor: EditorScreen, until: Until
) -> None:
    answer(editor, "classes", "9")
    editor.text.insert("Gõ ngay. ")
    until(window.messages.text)
    assert "Gõ ngay. " in editor.text.toPlainText()
    assert "[CẦN BỔ SUNG: Số lớp tập huấn]" in editor.text.toPlainText()


def test_another_unit_and_date_change_letterhead_and_text(
    qtbot: QtBot, editor: EditorScreen, until: Until, tmp_path: Path
) -> None:
    until(lambda: "ĐẢNG CỘNG SẢN VIỆT NAM" in shown_words(editor, tmp_path))
    line = editor.style_panel.unit.inner
    assert isinstance(line, QLineEdit)
    type_into(line, "so tu phap")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    until(lambda: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in shown_words(editor, tmp_path))
    assert editor.writing.draft.unit == "so-tu-phap"
    write(editor.style_panel.date, "05/9/2026")
    until(lambda: "ngày 05 tháng 9 năm 2026" in shown_words(editor, tmp_path))


def test_the_style_panel_offers_what_the_format_allows(
    editor: EditorScreen, until: Until, workbench: Workbench
) -> None:
    panel = editor.style_panel
    until(lambda: panel.urgency.count() > 1)
    marks = workbench.compose(editor.writing.draft).format.marks
    offered = [panel.urgency.itemText(at) for at in range(1, panel.urgency.count())]
    assert offered == list(marks.urgency)
    assert panel.format.count() == len(workbench.formats()) + 1


def test_sections_lead_through_the_text(qtbot: QtBot, editor: EditorScreen, until: Until) -> None:
    until(lambda: editor.outline.count() >= 2)
    item = next(
        editor.outline.item(at)
        for at in range(editor.outline.count())
        if "NHIỆM VỤ" in editor.outline.item(at).text()
    )
    editor.outline.itemActivated.emit(item)
    assert editor.text.textCursor().block().text() == "II. NHIỆM VỤ"
    assert editor.outline.currentItem() is item


def test_points_to_look_at_are_counted_and_lead_to_their_line(
    qtbot: QtBot, window: MainWindow, until: Until
) -> None:
    text = "BÁO CÁO\n\nvề thử\n\nI. MỘT\n\nChữ.\n\nIII. BA\n\nChữ.\n"
    window.take_up(Draft(text=text, unit="btgtu"), None, None)
    editor = window.editor()
    until(editor.problems.topLevelItemCount)
    window.commands.trigger("go-problems")
    assert editor.problems.isVisible()
    row = editor.problems.topLevelItem(0)
    editor.problems.itemActivated.emit(row, 0)
    assert editor.text.line() == int(row.text(1))


def test_a_template_that_cannot_be_filled_is_told_and_nothing_is_lost(
    qtbot: QtBot,
    window: MainWindow,
    editor: EditorScreen,
    until: Until,
    workbench: Workbench,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from ttcs_desktop.errors import TemplateError

    def refuse(*_: object) -> None:
        raise TemplateError("Mẫu có lỗi.", where="trial-plan, dòng 3", remedy="Sửa dòng này.")

    before = editor.text.toPlainText()
    monkeypatch.setattr(workbench, "fill", refuse)
    answer(editor, "classes", "8")
    until(window.messages.text)
    assert "Mẫu có lỗi. Sửa dòng này." in window.messages.text()
    assert editor.text.toPlainText() == before
    monkeypatch.undo()
    answer(editor, "classes", "9")
    until(lambda: "Tổ chức 9 lớp" in editor.text.toPlainText())
    assert window.messages.text() == ""


def test_an_instrument_is_cited_where_the_cursor_stands(
    editor: EditorScreen, window: MainWindow, until: Until, tmp_path: Path
) -> None:
    editor.text.go_to_line(7)
    window.commands.trigger("citation")
    box = window.findChild(CitationBox)
    assert box is not None
    line = box.findChild(QLineEdit)
    assert line is not None
    type_into(line, "07-CT/TW")
    press(line, Qt.Key.Key_Return)
    assert editor.text.toPlainText().splitlines()[6].startswith("[[ct-07-2016]]")
    until(lambda: "Chỉ thị số 07-CT/TW" in shown_words(editor, tmp_path))
    until(lambda: window.findChild(CitationBox) is None)
    assert editor.text.line() == 7


@pytest.mark.parametrize("template", ["guidance", "annual-plan", "report"])
@pytest.mark.parametrize("example", ["example.toml", "example-state.toml"])
def test_every_template_that_ships_opens_with_its_example(
    window: MainWindow, until: Until, template: str, example: str
) -> None:
    from ttcs_desktop.places import shipped_templates
    from ttcs_desktop.services.library import Library
    from ttcs_desktop.services.rendering import Renderer, Request

    data = shipped_templates() / template / example
    draft = Renderer(Library()).render(Request(template, data=data)).composition.draft
    shipped = Workbench()
    window.office.workbench.__dict__["library"] = shipped.library
    window.take_up(draft, None, None)
    editor = window.editor()
    until(editor.pages.page_count)
    assert window.messages.text() == ""
    assert editor.form.faults() == {}
    assert (
        editor.form.answers().items()
        >= {
            name: answer for name, answer in draft.answers.items() if not isinstance(answer, list)
        }.items()
    )
    assert editor.outline.count() >= 3
    assert not editor.writing.draft.is_edited


def test_an_input_method_is_left_alone_while_pages_and_form_change(
    editor: EditorScreen, until: Until, qtbot: QtBot
) -> None:
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    words = [
        "Cộng",
        "hòa",
        "xã",
        "hội",
        "chủ",
        "nghĩa",
        "Việt",
        "Nam",
        "Độc",
        "lập",
        "Tự",
        "do",
        "Hạnh",
        "phúc",
    ]
    for number, word in enumerate(words):
        for length in range(1, len(word) + 1):
            QApplication.sendEvent(editor.text, QInputMethodEvent(word[:length], []))
            qtbot.wait(8)
        if number == 4:
            answer(editor, "classes", "6")
        committed = QInputMethodEvent("", [])
        committed.setCommitString(f"{word} ")
        QApplication.sendEvent(editor.text, committed)
    assert editor.text.toPlainText().endswith(" ".join(words) + " ")
    until(lambda: editor.following.places)
    assert editor.writing.draft.text == editor.text.toPlainText()


def test_a_secret_draft_says_what_it_forgoes_as_long_as_it_is_secret(
    window: MainWindow, editor: EditorScreen, until: Until
) -> None:
    assert not editor.secret.isVisible()
    secret = Draft(text="KẾ HOẠCH\n\n**bảo vệ kỳ họp**\n", marks=Marks(secrecy="Mật"))
    window.take_up(secret, None, secret)
    until(lambda: "không soạn thư điện tử" in editor.secret.text())
    assert editor.secret.text().startswith("Dấu MẬT:")
    window.take_up(dataclasses.replace(secret, marks=Marks()), None, None)
    until(lambda: not editor.secret.text())
