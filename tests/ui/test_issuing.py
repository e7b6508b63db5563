"""A draft is issued from the editor: what is missing leads to its place, then all is locked."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui.hands import Until, press, write

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.gate import GatePlace, GatePoint
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.issue.gate_list import POINT
from ttcs_desktop.ui.main_window import MainWindow

SOUND = """KẾ HOẠCH

thông tin cơ sở năm 2027

Thực hiện Kế hoạch số 12-KH/TU, ngày 05/9/2026 của Tỉnh uỷ, Đảng uỷ xây dựng kế hoạch như sau:

I. MỤC ĐÍCH

1. Đưa thông tin về cơ sở.

Nơi nhận:
- Thường trực Tỉnh uỷ (báo cáo);
- Các chi bộ, đảng bộ trực thuộc;
- Lưu Văn phòng Đảng uỷ.

T/M BAN THƯỜNG VỤ

BÍ THƯ

Nguyễn Văn An
"""
REACH = Qt.MatchFlag.MatchRecursive
DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def workbench() -> Workbench:
    return Workbench(Library())


@pytest.fixture
def editor(window: MainWindow, until: Until) -> EditorScreen:
    window.take_up(Draft(text=SOUND, unit="dang-uy-22480"), None, None)
    shown = window.editor()
    until(shown.pages.page_count)
    return shown


@pytest.fixture
def issuing(window: MainWindow, editor: EditorScreen, tmp_path: Path, until: Until) -> EditorScreen:
    """Return the editor with its issue tab in front, writing into a folder of the test."""
    panel = editor.issuing.panel
    panel.folder.setText(str(tmp_path))
    panel.date.set_date(DAY)
    window.commands.trigger("issue")
    until(lambda: panel.gate.topLevelItemCount() and panel.number.placeholderText())
    return editor


def issue(qtbot: QtBot, editor: EditorScreen, until: Until) -> Path:
    panel = editor.issuing.panel
    until(panel.issue_button.isEnabled)
    qtbot.mouseClick(panel.issue_button, Qt.MouseButton.LeftButton)
    until(lambda: editor.issuing.lock.is_closed)
    assert editor.filing.path is not None
    return editor.filing.path


def test_a_sound_draft_is_issued_filed_and_locked(
    qtbot: QtBot,
    issuing: EditorScreen,
    window: MainWindow,
    workbench: Workbench,
    tmp_path: Path,
    until: Until,
) -> None:
    panel = issuing.issuing.panel
    assert panel.number.placeholderText() == "01-KH/ĐU"
    assert "KH-01-DU-2026-11-24" in panel.file.text()
    path = issue(qtbot, issuing, until)
    assert path == tmp_path / "KH-01-DU-2026-11-24.docx"
    assert path.with_suffix(".pdf").exists()
    assert "01-KH/ĐU" in window.messages.text()
    (entry,) = workbench.numbers.entries()
    assert entry.registered.document == str(path)
    assert open_file(path).draft.number == "01"
    assert issuing.text.isReadOnly()
    assert not issuing.form.isEnabled()
    before = issuing.text.toPlainText()
    write(issuing.text, "thêm")
    issuing.find_bar.wanted.setText("cơ sở")
    issuing.find_bar.replace_all()
    assert issuing.text.toPlainText() == before
    assert not window.commands.actions["table"].isEnabled()
    assert window.commands.actions["print"].isEnabled()


def test_an_issued_file_opens_locked_and_a_new_draft_is_begun_from_it(
    qtbot: QtBot, issuing: EditorScreen, window: MainWindow, until: Until
) -> None:
    path = issue(qtbot, issuing, until)
    window.take_up(Draft(text="khác"), None, None)
    assert not issuing.text.isReadOnly()
    assert window.commands.actions["table"].isEnabled()
    window.open_file(path)
    until(issuing.text.isReadOnly)
    until(lambda: "đã ban hành, số 01-KH/ĐU" in window.messages.text())
    window.messages.act()
    until(lambda: not issuing.text.isReadOnly())
    draft = issuing.writing.draft
    assert (draft.number, draft.date, issuing.filing.path) == ("", None, None)
    assert draft.text.startswith("KẾ HOẠCH")


def test_what_is_missing_stops_and_leads_to_its_line(
    issuing: EditorScreen, workbench: Workbench, until: Until
) -> None:
    panel = issuing.issuing.panel
    text = SOUND.replace("Đưa thông tin", "[CẦN BỔ SUNG: việc phải làm]")
    issuing.text.replace(text)
    until(lambda: any("việc phải làm" in one.problem.message for one in panel.gate.points()))
    assert not panel.issue_button.isEnabled()
    point = next(one for one in panel.gate.points() if "việc phải làm" in one.problem.message)
    panel.gate.wanted.emit(point)
    assert issuing.text.textCursor().block().text().startswith("1. [CẦN BỔ SUNG")
    issuing.text.undo()
    until(panel.issue_button.isEnabled)
    assert workbench.numbers.entries() == ()


GATE = {
    "issuing.no-recipients": ("text", "Nguyễn Văn An"),
    "issuing.no-signer": ("text", "Lưu Văn phòng Đảng uỷ"),
    "issuing.date-to-come": ("panel", "date"),
    "issuing.draft-mark": ("style", "draft_round"),
}


@pytest.mark.parametrize("rule", GATE)
def test_every_line_of_the_gate_leads_to_its_place(
    issuing: EditorScreen, until: Until, rule: str
) -> None:
    panel, changed = issuing.issuing.panel, SOUND
    if rule == "issuing.no-recipients":
        changed = SOUND[: SOUND.index("Nơi nhận")] + SOUND[SOUND.index("T/M") :]
    if rule == "issuing.no-signer":
        changed = SOUND[: SOUND.index("T/M")]
    if rule == "issuing.date-to-come":
        panel.date.set_date(datetime.date(2099, 1, 5))
        panel.look()
    if rule == "issuing.draft-mark":
        issuing.style_panel.draft_round.show_choice(2)
        issuing.style_panel.draft_round.chosen.emit(2)
    issuing.text.replace(changed)
    until(lambda: any(one.problem.rule == rule for one in panel.gate.points()))
    row = next(
        row
        for row in panel.gate.findItems("", Qt.MatchFlag.MatchContains | REACH)
        if (point := row.data(0, POINT)) and point.problem.rule == rule
    )
    panel.gate.setCurrentItem(row)
    panel.gate.setFocus()
    press(panel.gate, Qt.Key.Key_Return)
    where, what = GATE[rule]
    if where == "text":
        until(issuing.text.hasFocus)
        assert what in issuing.text.textCursor().block().text()
    else:
        field = getattr(panel if where == "panel" else issuing.style_panel, what)
        until(field.hasFocus)


def test_every_point_of_the_gate_has_a_place(window: MainWindow, until: Until) -> None:
    """Points without line and field still lead somewhere that shows."""
    window.take_up(Draft(text="chữ"), None, None)
    editor = window.editor()
    window.commands.trigger("issue")
    for place in GatePlace:
        window.commands.trigger("issue")
        point = GatePoint(Problem(Severity.ERROR, "x", "x"), place=place)
        editor.issuing.panel.gate.wanted.emit(point)
        focused = editor.window().focusWidget()
        assert focused is not None, place
        assert focused is not editor.issuing.panel.gate, place
        assert focused.isVisible(), place


def test_a_number_of_ones_own_is_given(qtbot: QtBot, issuing: EditorScreen, until: Until) -> None:
    panel = issuing.issuing.panel
    write(panel.number, "264a")
    until(lambda: "264a" in panel.file.text())
    path = issue(qtbot, issuing, until)
    assert path.name == "KH-264a-DU-2026-11-24.docx"


def test_a_draft_without_unit_is_told_so(window: MainWindow, until: Until) -> None:
    window.take_up(Draft(text=SOUND), None, None)
    window.commands.trigger("issue")
    panel = window.editor().issuing.panel
    until(lambda: "đơn vị ban hành" in panel.told.text())
    assert not panel.issue_button.isEnabled()


def test_a_folder_that_cannot_be_written_leaves_the_draft_open_and_its_number_kept(
    qtbot: QtBot, issuing: EditorScreen, window: MainWindow, tmp_path: Path, until: Until
) -> None:
    panel = issuing.issuing.panel
    blocked = tmp_path / "tệp"
    blocked.write_text("x")
    panel.folder.setText(str(blocked / "con"))
    panel.look()
    until(panel.issue_button.isEnabled)
    qtbot.mouseClick(panel.issue_button, Qt.MouseButton.LeftButton)
    until(window.messages.text)
    assert not issuing.text.isReadOnly()
    panel.folder.setText(str(tmp_path))
    until(panel.issue_button.isEnabled)
    assert issue(qtbot, issuing, until).name == "KH-01-DU-2026-11-24.docx"
