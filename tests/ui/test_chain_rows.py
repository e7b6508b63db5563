"""Rows that carry more than the form shows keep it in the window, and new tasks get their ids."""

import datetime
from pathlib import Path

import pytest
from ui.hands import Until

from ttcs_desktop.model.task import Origin, TaskState
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.editor.screen import EditorScreen
from ttcs_desktop.ui.form.records import RecordsInput
from ttcs_desktop.ui.main_window import MainWindow

DAY = datetime.date(2026, 12, 15)


@pytest.fixture
def workbench() -> Workbench:
    """Return the real services with the templates that ship."""
    return Workbench(Library())


def open_editor(window: MainWindow, workbench: Workbench, template: str, unit: str) -> EditorScreen:
    window.take_up(workbench.new_draft(template, unit, DAY), None, None)
    return window.editor()


def rows(editor: EditorScreen, field: str) -> RecordsInput:
    records = editor.form.input(field)
    assert isinstance(records, RecordsInput)
    return records


def type_cell(records: RecordsInput, column: str, words: str) -> None:
    question = records._questions[column]
    question.input.show_value(words)
    question.input.changed.emit()


def test_a_task_of_ones_own_gets_an_id_that_outlives_its_words(
    window: MainWindow, workbench: Workbench, until: Until
) -> None:
    editor = open_editor(window, workbench, "plan-party-committees", "dang-uy-22366")
    until(editor.pages.page_count)
    records = rows(editor, "tasks")
    records._list.setCurrentRow(records._list.count() - 1)
    records._buttons["add"].click()
    type_cell(records, "group", "Việc thêm")
    type_cell(records, "wording", "Tổ chức hội thi tuyên truyền viên giỏi")
    until(lambda: len(editor.writing.draft.tasks) == 5)
    until(lambda: records.value()[-1].get("id"))
    task = editor.writing.draft.tasks[-1]
    assert task.origin is Origin.UNIT
    assert [one.origin for one in editor.writing.draft.tasks[:-1]] == [Origin.SUPERIOR] * 4
    assert records.value()[-1]["id"] == task.id
    type_cell(records, "wording", "Tổ chức hội diễn")
    until(lambda: editor.writing.draft.tasks[-1].wording == "Tổ chức hội diễn")
    assert editor.writing.draft.tasks[-1].id == task.id
    assert records._list.currentRow() == 4


def test_an_answered_report_travels_with_its_file(
    window: MainWindow, workbench: Workbench, until: Until, tmp_path: Path
) -> None:
    editor = open_editor(window, workbench, "report-justice", "so-tu-phap")
    until(editor.pages.page_count)
    records = rows(editor, "tasks")
    records._list.setCurrentRow(0)
    type_cell(records, "state", "đã thực hiện")
    type_cell(records, "result", "mở 64 hội nghị")
    until(lambda: any(one.text for one in editor.writing.draft.results))
    (result,) = editor.writing.draft.results
    assert (result.task, result.state, result.text) == (
        "ttcs.5.1a",
        TaskState.DONE,
        "mở 64 hội nghị",
    )
    path = tmp_path / "báo cáo.docx"
    workbench.export_docx(editor.writing.draft, path)
    draft = open_file(path).draft
    assert draft.results == (result,)
    assert [task.id for task in draft.tasks] == ["ttcs.5.1a", "ttcs.5.1b"]
    assert draft.tasks[0].indicators
