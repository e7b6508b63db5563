"""From a guidance to the plans of many units, and who has sent what."""

import dataclasses
import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot
from ui.hands import Until
from ui.test_opening import drop, files

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.exporting import export_docx
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.background import Progress
from ttcs_desktop.ui.chain.going_on import GoingOnTab
from ttcs_desktop.ui.chain.plans import PlansTab
from ttcs_desktop.ui.chain.screen import ChainScreen
from ttcs_desktop.ui.chain.tasks import TasksTab
from ttcs_desktop.ui.chain.tracking import TrackingTab
from ttcs_desktop.ui.main_window import MainWindow

DAY = datetime.date(2026, 12, 15)
TASKS, PLANS, GOING_ON, STANDING = range(4)


@pytest.fixture
def workbench() -> Workbench:
    return Workbench(Library())


@pytest.fixture
def screen(window: MainWindow) -> ChainScreen:
    window.go("chain")
    shown = window.screen_of("chain")
    assert isinstance(shown, ChainScreen)
    return shown


@pytest.fixture
def guidance_file(tmp_path: Path, seed_text: str) -> Path:
    path = tmp_path / "huong-dan.txt"
    path.write_text(seed_text, encoding="utf-8")
    return path


@pytest.fixture
def tasks(screen: ChainScreen, guidance_file: Path, until: Until) -> TasksTab:
    """Return the tab of tasks with the seed's guidance dropped on it."""
    tab = screen.tabs.tab(TASKS)
    assert isinstance(tab, TasksTab)
    assert drop(tab, files(guidance_file))
    until(tab.tree.topLevelItemCount)
    return tab


@pytest.fixture
def plans(screen: ChainScreen, tasks: TasksTab, tmp_path: Path, until: Until) -> PlansTab:
    screen.tabs.setCurrentIndex(PLANS)
    tab = screen.tabs.tab(PLANS)
    assert isinstance(tab, PlansTab)
    tab.date.set_date(DAY)
    tab.folder.setText(str(tmp_path / "kế hoạch"))
    until(lambda: tab.units.count() > 5)
    assert tasks.tree.topLevelItemCount() == 7
    return tab


def group(tab: TasksTab, number: int) -> QTreeWidgetItem:
    item = tab.tree.topLevelItem(number - 1)
    assert item is not None
    return item


def counts(tab: TasksTab) -> list[int]:
    return [group(tab, number).childCount() for number in range(1, 8)]


def test_the_tasks_of_the_seeds_guidance_stand_by_group(tasks: TasksTab) -> None:
    assert counts(tasks) == [2, 4, 2, 1, 1, 1, 3]
    assert "14 nhiệm vụ, 7 nhóm" in tasks.title.text()
    assert "nhóm 5" in group(tasks, 5).text(0)
    tasks.tree.setCurrentItem(group(tasks, 5).child(0))
    assert "tủ sách pháp luật" in tasks.wording.toPlainText()


def test_a_compound_task_is_split_at_the_clerks_word_and_put_together_again(
    qtbot: QtBot, tasks: TasksTab, until: Until
) -> None:
    tasks.tree.setCurrentItem(group(tasks, 1).child(0))
    whole = tasks.current()
    assert whole is not None
    qtbot.mouseClick(tasks.propose_button, Qt.MouseButton.LeftButton)
    assert counts(tasks)[0] == 2
    tasks.wording.setPlainText("Chỉ đạo tuyên truyền, quán triệt.\nXây dựng kế hoạch hằng năm.")
    qtbot.mouseClick(tasks.split_button, Qt.MouseButton.LeftButton)
    until(lambda: counts(tasks)[0] == 3)
    ids = [tasks.tree.topLevelItem(0).child(at).data(0, 256).id for at in range(2)]  # type: ignore[union-attr]
    assert ids == [f"{whole.id}a", f"{whole.id}b"]
    for at in range(2):
        group(tasks, 1).child(at).setSelected(True)  # type: ignore[union-attr]
    qtbot.mouseClick(tasks.merge_button, Qt.MouseButton.LeftButton)
    until(lambda: counts(tasks)[0] == 2)
    assert group(tasks, 1).child(0).data(0, 256).id == whole.id  # type: ignore[union-attr]
    qtbot.mouseClick(tasks.undo_button, Qt.MouseButton.LeftButton)
    assert counts(tasks)[0] == 3


def test_a_split_into_one_part_is_refused(
    tasks: TasksTab, window: MainWindow, until: Until
) -> None:
    tasks.tree.setCurrentItem(group(tasks, 4).child(0))
    tasks.split()
    until(window.messages.text)
    assert "hai phần" in window.messages.text()
    assert counts(tasks)[3] == 1


def test_confirmed_tasks_travel_with_the_guidance(
    tasks: TasksTab, window: MainWindow, until: Until
) -> None:
    tasks.tree.setCurrentItem(group(tasks, 7).child(2))
    tasks.wording.setPlainText("Nắm bắt diễn biến tư tưởng; phản ánh kịp thời.")
    tasks.reword()
    until(lambda: "Nắm bắt diễn biến" in group(tasks, 7).child(2).text(0))  # type: ignore[union-attr]
    tasks.confirm()
    until(window.is_writing)
    draft = window.editor().writing.draft
    assert len(draft.tasks) == 14
    assert draft.tasks[-1].wording == "Nắm bắt diễn biến tư tưởng; phản ánh kịp thời."
    screen = window.screen_of("chain")
    assert isinstance(screen, ChainScreen)
    screen.guidance.take(draft, "đang soạn")
    until(lambda: "đang soạn" in tasks.title.text())
    assert "Nắm bắt diễn biến" in group(tasks, 7).child(2).text(0)  # type: ignore[union-attr]


def test_a_text_without_tasks_says_so(
    screen: ChainScreen, window: MainWindow, until: Until
) -> None:
    window.take_up(Draft(text="CÔNG VĂN\n\nKính gửi các đơn vị."), None, None)
    window.go("chain")
    tab = screen.tabs.tab(TASKS)
    assert isinstance(tab, TasksTab)
    tab.take_from_desk()
    until(lambda: "Không thấy phần giao nhiệm vụ" in tab.told.text())
    assert not tab.confirm_button.isEnabled()


def test_each_unit_of_a_group_gets_its_plan(
    qtbot: QtBot, plans: PlansTab, window: MainWindow, tmp_path: Path, until: Until
) -> None:
    plans.units.show_choice("so-tu-phap,dang-uy-22480,dang-uy-22546")
    qtbot.mouseClick(plans.make_button, Qt.MouseButton.LeftButton)
    until(lambda: len(plans.table.rows()) == 3)
    assert "Đã ghi 3 tệp" in window.messages.text()
    made = {one.unit: one.path for one in plans.table.rows()}
    assert all(path and path.parent == tmp_path / "kế hoạch" for path in made.values())
    path = made["so-tu-phap"]
    assert path is not None
    draft = open_file(path).draft
    assert [task.group for task in draft.tasks] == [5]
    plans.table.pick(lambda one: one.unit == "so-tu-phap")
    plans.table.opened.emit(plans.table.current())
    until(lambda: window.is_writing() and window.editor().filing.path == path)


def test_a_stopped_run_keeps_what_is_done_and_is_gone_on_with(
    plans: PlansTab, window: MainWindow, monkeypatch: pytest.MonkeyPatch, until: Until
) -> None:
    report = Progress.report

    def stop_at_two(progress: Progress, done: int, total: int) -> None:
        if done == 2:
            progress.cancel()
        report(progress, done, total)

    plans.units.show_choice("dang-uy-22480,dang-uy-22546,dang-uy-22576,dang-uy-22597")
    with monkeypatch.context() as patched:
        patched.setattr(Progress, "report", stop_at_two)
        plans.make()
        until(lambda: "Đã dừng sau" in window.messages.text())
    assert len(plans.table.rows()) == 2
    assert plans.resumed.isChecked()
    plans.make()
    until(lambda: len(plans.table.rows()) == 4)
    assert [one.was_there for one in plans.table.rows()] == [True, True, False, False]


def test_plans_need_a_guidance_and_units(
    screen: ChainScreen, window: MainWindow, until: Until
) -> None:
    tab = screen.tabs.tab(PLANS)
    assert isinstance(tab, PlansTab)
    assert not tab.make_button.isEnabled()
    tab.make()
    until(window.messages.text)
    assert "hướng dẫn" in window.messages.text()


def test_who_has_planned_and_who_has_reported(
    screen: ChainScreen, workbench: Workbench, tmp_path: Path, until: Until
) -> None:
    composer, folder = Composer(workbench.library), tmp_path / "nhận"
    ending = (
        "\n\nnăm 2026\n\nI. NỘI DUNG\n\n- Đã làm.\n\nNơi nhận:\n- Lưu.\n\nBÍ THƯ\n\nNguyễn Văn A\n"
    )
    sent = (
        ("KẾ HOẠCH", "dang-uy-22480"),
        ("BÁO CÁO", "dang-uy-22480"),
        ("KẾ HOẠCH", "dang-uy-22546"),
    )
    for number, (kind, unit) in enumerate(sent):
        draft = Draft(text=kind + ending, unit=unit, date=DAY, number=str(number + 1))
        export_docx(composer.compose(draft), folder / f"{number}.docx")
    export_docx(composer.compose(Draft(text="THÔNG BÁO" + ending, unit="tu")), folder / "khác.docx")
    screen.tabs.setCurrentIndex(STANDING)
    tab = screen.tabs.tab(STANDING)
    assert isinstance(tab, TrackingTab)
    tab.asked.show_choice("dang-uy-22480,dang-uy-22546,dang-uy-22576")
    assert drop(tab.inbox, files(folder))
    until(lambda: len(tab.table.rows()) == 3)
    assert "3 đơn vị: 2 đã có kế hoạch, 1 đã báo cáo" in tab.told.text()
    rows = {row.unit: (bool(row.plan), bool(row.report)) for row in tab.table.rows()}
    assert rows == {
        "dang-uy-22480": (True, True),
        "dang-uy-22546": (True, False),
        "dang-uy-22576": (False, False),
    }
    (aside,) = tab.aside.rows()
    assert "Không phải kế hoạch hay báo cáo" in aside.reason
    tab.inbox.remove([folder])
    until(lambda: "0 đã có kế hoạch" in tab.told.text())


def test_a_plan_is_answered_by_a_report_and_the_next_period_opened(
    plans: PlansTab, screen: ChainScreen, window: MainWindow, until: Until
) -> None:
    plans.units.show_choice("so-tu-phap")
    plans.make()
    until(plans.table.rows)
    path = plans.table.rows()[0].path
    assert path is not None
    screen.tabs.setCurrentIndex(GOING_ON)
    tab = screen.tabs.tab(GOING_ON)
    assert isinstance(tab, GoingOnTab)
    assert not tab.report_button.isEnabled()
    assert drop(tab, files(path))
    until(tab.report_button.isEnabled)
    assert "1 nhiệm vụ" in tab.title.text()
    tab.kind.show_choice("half-year")
    tab.date.set_date(datetime.date(2027, 6, 10))
    tab.draft_report()
    until(window.is_writing)
    report = window.editor().writing.draft
    planned = open_file(path).draft.tasks
    assert [task.id for task in report.tasks] == [task.id for task in planned]
    assert report.period is not None
    assert report.period.end == datetime.date(2027, 6, 30)
    tab.take(report, "báo cáo")
    tab.date.set_date(datetime.date(2027, 12, 10))
    tab.draft_next()
    until(lambda: window.editor().writing.draft.period != report.period)
    following = window.editor().writing.draft.period
    assert following is not None
    assert following.end == datetime.date(2027, 12, 31)


def test_the_clerks_own_plan_opens_in_the_editor(
    plans: PlansTab, window: MainWindow, workbench: Workbench, until: Until
) -> None:
    plans.draft_own()
    assert "đơn vị của mình" in window.messages.text()
    workbench.save_settings(dataclasses.replace(workbench.settings(), unit="so-tu-phap"))
    plans.draft_own()
    until(window.is_writing)
    draft = window.editor().writing.draft
    assert (draft.unit, [task.group for task in draft.tasks]) == ("so-tu-phap", [5])
