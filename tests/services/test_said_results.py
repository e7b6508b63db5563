"""A report whose text was changed says what its changed text says, task by task."""

import dataclasses
import tomllib
from pathlib import Path

import docx
import pytest
from judges import libreoffice_resave

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.task import Task, TaskResult, TaskState
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.exporting import export_docx
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.reporting import ReportReader
from ttcs_desktop.services.said_results import results_in

TASK = Task("a", "Quán triệt [[ct-07-2016]] đến từng chi bộ.", indicators=("hoi-nghi-quan-triet",))

WITH_FIGURES = (
    "- Quán triệt Chỉ thị 07 đến từng chi bộ: đã thực hiện; 22/22 chi bộ. "
    "Hội nghị quán triệt, triển khai: 4 hội nghị."
)
IN_FULL = (
    "- Quán triệt Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII) về "
    "“Đẩy mạnh công tác thông tin cơ sở trong tình hình mới” đến từng chi bộ: chưa thực hiện."
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def report(library: Library) -> Draft:
    path = shipped_templates() / "report-party-committees" / "example.toml"
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    draft = Draft("", template=path.parent.name, unit=values["unit"], date=values["date"])
    return Drafter(library).fill(draft, values["answers"]).draft


def read(library: Library, line: str, *known: TaskResult) -> tuple[TaskResult, ...]:
    document = parse(f"BÁO CÁO\n\n**a**\n\nI. KẾT QUẢ\n\n{line}\n")
    states = library.report_words.states
    return results_in(document, [TASK], known, states, library.indicators)


@pytest.mark.parametrize(
    ("line", "state", "text"),
    [
        (
            WITH_FIGURES,
            TaskState.DONE,
            "22/22 chi bộ.",
        ),
        (
            IN_FULL,
            TaskState.NOT_DONE,
            "",
        ),
        (
            "- Quán triệt [[ct-07-2016]] đến từng chi bộ: Đang thực hiện; còn hai chi bộ",
            TaskState.UNDER_WAY,
            "còn hai chi bộ",
        ),
    ],
)
def test_state_and_words_are_read_apart(
    line: str, state: TaskState, text: str, library: Library
) -> None:
    assert read(library, line) == (TaskResult("a", state, text),)


def test_words_without_a_state_keep_the_one_that_was_known(library: Library) -> None:
    known = TaskResult("a", TaskState.DONE, "cũ")
    line = "- Quán triệt Chỉ thị 07 đến từng chi bộ: mọi chi bộ đều xong."
    assert read(library, line, known) == (TaskResult("a", TaskState.DONE, "mọi chi bộ đều xong."),)


def test_a_task_that_the_text_has_no_more_keeps_its_answer(library: Library) -> None:
    known = TaskResult("a", TaskState.DONE, "cũ")
    assert read(library, "- Việc khác: đã thực hiện.", known) == (known,)
    assert read(library, "- Việc khác: đã thực hiện.") == ()


def test_a_task_still_to_be_answered_has_no_result(library: Library) -> None:
    line = "- Quán triệt Chỉ thị 07 đến từng chi bộ: [CẦN BỔ SUNG: Tình trạng]."
    assert read(library, line) == ()


def test_a_text_edited_in_the_window_goes_before_the_form(
    report: Draft, library: Library, tmp_path: Path
) -> None:
    text = report.text.replace("đã có kế hoạch, còn 02 chuyên đề", "còn 01 chuyên đề")
    text = text.replace("| kế hoạch | 3 | 3 | 3 |", "| kế hoạch | 3 | 3 | 5 |")
    path = tmp_path / "a.docx"
    edited = dataclasses.replace(report, text=text, is_edited=True)
    export_docx(Composer(library).compose(edited), path)
    came_in = ReportReader(library).read(path.read_bytes(), "a.docx")
    results = {one.task: one for one in came_in.results}
    assert results["ttcs.1.1c"].text.startswith("còn 01 chuyên đề")
    assert results["ttcs.1.1c"].state is TaskState.UNDER_WAY
    assert len(results) == 4
    values = {one.indicator: one.value for one in came_in.figures}
    assert values["ke-hoach-da-ban-hanh"] == 5
    assert came_in.was_edited_outside is False


@pytest.mark.libreoffice
def test_a_shipped_report_edited_elsewhere_gives_back_its_changes_and_all_the_rest(
    report: Draft, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    export_docx(Composer(library).compose(report), path)
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("không phát sinh vấn đề phức tạp", "phát sinh 01 vụ việc")
    document.save(str(path))
    (tmp_path / "resaved").mkdir()
    resaved = libreoffice_resave(path, tmp_path / "resaved")
    came_in = ReportReader(library).read(resaved.read_bytes(), "a.docx")
    assert came_in.was_edited_outside is True
    before = {one.task: one for one in report.results}
    after = {one.task: one for one in came_in.results}
    assert {task: one.state for task, one in after.items()} == {
        task: one.state for task, one in before.items()
    }
    assert after.pop("ttcs.1.2").text == "phát sinh 01 vụ việc."
    assert {one.text.rstrip(".") for one in after.values()} == {before[task].text for task in after}
    assert {one.indicator: one.value for one in came_in.figures} == {
        one.indicator: one.value for one in report.figures
    }
