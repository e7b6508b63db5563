"""The checker in the window: beside the text as one types, and for a file that was dropped."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot
from ui.hands import Until, write

from ttcs_desktop.model.check_settings import Weight
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.checking.office_rules import OfficeRules
from ttcs_desktop.ui.checking.screen import CheckScreen
from ttcs_desktop.ui.editor.problem_list import POINT
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.main_window import MainWindow
from ttcs_desktop.ui.start.screen import StartScreen

SLIP = "Tuyên truyền , vận động nhân dân."
TEXT = f"BÁO CÁO\n\nvề việc thử\n\nI. MỘT\n\n{SLIP}\n"
RULE = "spacing.before-mark"


def row_of(editor: EditorScreen, rule: str) -> QTreeWidgetItem | None:
    rows = [editor.problems.topLevelItem(at) for at in range(editor.problems.topLevelItemCount())]
    return next(
        (row for row in rows if row.data(0, POINT) and row.data(0, POINT).rule == rule), None
    )


def at_slip(window: MainWindow, until: Until) -> EditorScreen:
    window.take_up(Draft(text=TEXT, unit="btgtu"), None, None)
    editor = window.editor()
    window.commands.trigger("go-problems")
    until(lambda: row_of(editor, RULE))
    return editor


def test_what_the_checker_finds_stands_in_the_list_with_its_word_and_what_is_asked(
    window: MainWindow, until: Until
) -> None:
    row = row_of(at_slip(window, until), RULE)
    assert row is not None
    assert (row.text(0), row.text(1)) == ("Cần xem", "7")
    assert not row.icon(0).isNull()
    assert "truyền ," in row.toolTip(2)
    assert "truyền," in row.text(3)


def test_a_click_on_a_finding_goes_to_its_line(window: MainWindow, until: Until) -> None:
    editor = at_slip(window, until)
    row = row_of(editor, RULE)
    editor.problems.itemClicked.emit(row, 0)
    assert editor.text.line() == 7


def test_one_click_mends_a_finding_and_one_undo_takes_it_back(
    qtbot: QtBot, window: MainWindow, until: Until
) -> None:
    editor = at_slip(window, until)
    editor.problems.setCurrentItem(row_of(editor, RULE))
    qtbot.mouseClick(editor.checks.mend_button, Qt.MouseButton.LeftButton)
    assert editor.text.toPlainText() == TEXT.replace(" ,", ",")
    until(lambda: row_of(editor, RULE) is None)
    editor.text.undo()
    assert editor.text.toPlainText() == TEXT
    until(lambda: row_of(editor, RULE))


def test_a_rule_is_passed_over_in_this_office_until_it_is_taken_back(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    editor = at_slip(window, until)
    editor.problems.setCurrentItem(row_of(editor, RULE))
    qtbot.mouseClick(editor.checks.ignore_button, Qt.MouseButton.LeftButton)
    until(lambda: row_of(editor, RULE) is None)
    assert [one.rule for one in workbench.checks.checker.settings.ignored] == [RULE]
    workbench.checks.heed(RULE)
    editor.checks.follow()
    until(lambda: row_of(editor, RULE))


def test_a_finding_without_a_place_beyond_doubt_offers_no_mend(
    window: MainWindow, until: Until
) -> None:
    editor = at_slip(window, until)
    assert not editor.checks.mend_button.isEnabled()


def test_a_check_that_fails_says_so_in_the_list_and_in_the_log(
    window: MainWindow,
    workbench: Workbench,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    editor = at_slip(window, until)

    def broken(_draft: Draft) -> None:
        raise RuntimeError("a rule tripped")

    with monkeypatch.context() as broken_rule:
        broken_rule.setattr(type(workbench.checks), "check_draft", lambda _self, one: broken(one))
        write(editor.text, "a")
        until(lambda: "Chưa kiểm tra được" in editor.problems.topLevelItem(0).text(2))
        write(editor.text, "b")
        until(editor.pages.page_count)
    assert "điểm cần rà soát" in editor.footer().findChild(QToolButton).text()
    assert [record for record in caplog.records if record.exc_info]
    editor.checks.follow()
    until(lambda: row_of(editor, RULE))
    assert "Chưa kiểm tra được" not in editor.problems.topLevelItem(0).text(2)


def test_settings_of_the_office_that_cannot_be_read_are_said_in_the_list(
    window: MainWindow, workbench: Workbench, until: Until
) -> None:
    editor = at_slip(window, until)
    own = workbench.checks.library.own
    own.mkdir(parents=True, exist_ok=True)
    (own / "checking.toml").write_text("weights = 3", encoding="utf-8")
    editor.checks.follow()
    until(lambda: "weights" in editor.problems.topLevelItem(0).text(2))


def test_many_findings_of_one_rule_share_a_row_that_says_how_many(
    window: MainWindow, until: Until
) -> None:
    text = TEXT + "\n\n".join(f"{SLIP} Lần {at}." for at in range(20))
    window.take_up(Draft(text=text, unit="btgtu"), None, None)
    editor = window.editor()
    until(lambda: row_of(editor, RULE))
    items = [editor.problems.topLevelItem(at) for at in range(editor.problems.topLevelItemCount())]
    rows = [row for row in items if row.data(0, POINT) and row.data(0, POINT).rule == RULE]
    assert len(rows) == 6
    assert rows[-1].text(2).startswith("Còn 16 điểm như vậy.")
    assert editor.problems.count() == len(items) + 15


def test_typing_on_ten_pages_is_not_held_up_by_the_checker(
    window: MainWindow, until: Until
) -> None:
    lines = "\n\n".join(
        f"Đoạn {at}: " + "tuyên truyền, vận động nhân dân. " * 9 for at in range(70)
    )
    window.take_up(Draft(text=f"{TEXT}\n{lines}", unit="btgtu"), None, None)
    editor = window.editor()
    until(lambda: row_of(editor, RULE) and editor.pages.page_count() >= 8)
    began = time.process_time()
    for letter in "chữ":
        write(editor.text, letter)
    assert time.process_time() - began < 0.15
    assert "chữ" in editor.text.toPlainText()


@pytest.fixture
def rules(window: MainWindow, until: Until) -> OfficeRules:
    window.go("check")
    screen = window.screen_of("check")
    assert isinstance(screen, CheckScreen)
    screen.tabs.setCurrentIndex(1)
    tab = screen.tabs.tab(1)
    assert isinstance(tab, OfficeRules)
    until(tab.table.rows)
    return tab


def weigh(rules: OfficeRules, weight: Weight | None) -> None:
    rules.weight.setCurrentIndex(rules.weight.findData(weight))
    rules.weight.activated.emit(rules.weight.currentIndex())


def test_a_rule_that_was_passed_over_stands_first_and_is_checked_again_by_a_click(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    workbench.checks.ignore(RULE)
    window.go("check")
    screen = window.screen_of("check")
    assert isinstance(screen, CheckScreen)
    rules = screen.tabs.tab(1)
    assert isinstance(rules, OfficeRules)
    until(rules.table.rows)
    first = rules.table.rows()[0]
    assert (first.id, first.weight) == (RULE, Weight.OFF)
    rules.table.pick(lambda one: one.id == RULE)
    qtbot.mouseClick(rules.again_button, Qt.MouseButton.LeftButton)
    until(lambda: rules.table.rows()[0].weight is None)
    assert workbench.checks.checker.settings.ignored == ()
    assert row_of(at_slip(window, until), RULE)


def test_the_office_weighs_a_rule_in_the_window(
    window: MainWindow, rules: OfficeRules, until: Until
) -> None:
    rules.table.pick(lambda one: one.id == RULE)
    weigh(rules, Weight.ERROR)
    until(lambda: rules.table.rows()[0].weight is Weight.ERROR)
    row = row_of(at_slip(window, until), RULE)
    assert row is not None
    assert row.text(0) == "Lỗi"


def test_words_of_the_office_are_kept_and_its_settings_travel_as_a_file(
    qtbot: QtBot,
    rules: OfficeRules,
    workbench: Workbench,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until: Until,
) -> None:
    checks, path = workbench.checks, tmp_path / "thiet-lap.toml"
    rules.words.setPlainText("Vân Phong\n\n Vân Phong \nBTGTU")
    qtbot.mouseClick(rules.keep_button, Qt.MouseButton.LeftButton)
    until(lambda: checks.lexicon() == ("Vân Phong", "BTGTU"))
    monkeypatch.setattr(rules.asker, "save", lambda *_asked: path)
    qtbot.mouseClick(rules.hand_on_button, Qt.MouseButton.LeftButton)
    until(path.exists)
    checks.keep_lexicon(())
    monkeypatch.setattr(rules.asker, "open", lambda *_asked: path)
    qtbot.mouseClick(rules.take_button, Qt.MouseButton.LeftButton)
    until(lambda: rules.words.toPlainText() == "Vân Phong\nBTGTU" and checks.lexicon())
    path.write_text("weights = 3", encoding="utf-8")
    qtbot.mouseClick(rules.take_button, Qt.MouseButton.LeftButton)
    until(lambda: "weights" in rules.window().messages.text())
    assert checks.lexicon() == ("Vân Phong", "BTGTU")


def checked_file(window: MainWindow, path: Path, until: Until) -> CheckScreen:
    start = window.screen_of("start")
    assert isinstance(start, StartScreen)
    start.zone.dropped.emit(path)
    screen = window.screen_of("check")
    assert isinstance(screen, CheckScreen)
    until(screen.table.rows)
    return screen


@pytest.fixture
def faulty(workbench: Workbench, tmp_path: Path) -> Path:
    path = tmp_path / "Báo cáo.docx"
    workbench.export_docx(Draft(text=TEXT, unit="btgtu"), path)
    return path


def test_a_file_dropped_on_the_home_screen_is_checked_and_not_opened(
    window: MainWindow, faulty: Path, until: Until
) -> None:
    screen = checked_file(window, faulty, until)
    assert screen.isVisible()
    assert not window.is_writing()
    assert "Báo cáo.docx" in screen.told.text()
    severities = [one.severity for one in screen.table.rows()]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)


def test_many_findings_of_a_file_share_a_row_too(
    window: MainWindow, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    path = tmp_path / "Dài.docx"
    text = TEXT + "\n\n".join(f"{SLIP} Lần {at}." for at in range(20))
    workbench.export_docx(Draft(text=text, unit="btgtu"), path)
    screen = checked_file(window, path, until)
    rows = [row for row in screen.table.rows() if row.rule == RULE]
    assert len(rows) == 6
    assert rows[-1].message.endswith("Còn 16 điểm như vậy.")


def test_changes_are_shown_before_a_mended_copy_is_kept_and_the_original_stays(
    window: MainWindow, faulty: Path, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = checked_file(window, faulty, until)
    before, copy = faulty.read_bytes(), faulty.with_name("sửa.docx")
    screen.mend_button.click()
    until(screen.changes.rows)
    assert not copy.exists()
    assert any(one.fix and "truyền" in one.fix.before for one in screen.changes.rows())
    monkeypatch.setattr(screen.asker, "save", lambda *_asked: copy)
    screen.save_button.click()
    until(lambda: "sửa.docx" in window.messages.text())
    assert faulty.read_bytes() == before
    rules = {one.rule for one in Workbench().checks.check_file(copy).findings}
    assert RULE not in rules


@pytest.mark.parametrize(
    ("button", "name", "head"),
    [
        ("sheet_button", "phiếu.docx", b"PK"),
        ("sheet_button", "phiếu.pdf", b"%PDF"),
        ("comments_button", "ghi chú.docx", b"PK"),
    ],
)
def test_what_was_found_is_handed_on(
    window: MainWindow,
    faulty: Path,
    until: Until,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    name: str,
    head: bytes,
) -> None:
    screen = checked_file(window, faulty, until)
    path = faulty.with_name(name)
    monkeypatch.setattr(screen.asker, "save", lambda *_asked: path)
    getattr(screen, button).click()
    until(lambda: name in window.messages.text())
    assert path.read_bytes().startswith(head)


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path, until: Until
) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"not a file of Word")
    window.check_file(broken)
    until(lambda: "hỏng.docx" in window.messages.text())
