"""`ttcs demo`: the whole chain of the seed, each step holding what the one before gave it."""

from decimal import Decimal
from pathlib import Path

import pytest
from judges import audit, page_count

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.indicator import IndicatorKind
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.services.chaining import Chaining
from ttcs_desktop.services.checking import Checker, CheckRequest
from ttcs_desktop.services.demonstrating import Demonstration
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def folder(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    written = list(Demonstration(library).write(out))
    assert all(path.exists() for path in written)
    return out


def drafts(folder: Path, start: str) -> list[Draft]:
    return [open_file(path).draft for path in sorted(folder.glob(f"{start}-*.docx"))]


def test_sixteen_documents_are_valid_files_with_their_page_twins(folder: Path) -> None:
    files = sorted(folder.glob("*.docx"))
    assert len(files) == 16
    assert {path.name: found for path in files if (found := audit(path))} == {}
    assert all(page_count(path.with_suffix(".pdf")) >= 1 for path in files)


def test_the_index_leads_to_every_document(folder: Path) -> None:
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{path.name}"' in page for path in folder.glob("*.docx"))


def test_each_plan_holds_exactly_the_tasks_of_its_group(folder: Path, library: Library) -> None:
    (guidance,) = drafts(folder, "1")
    assigned = Chaining(library).tasks_of(guidance).assignments
    plans = drafts(folder, "2")
    assert [len(one.tasks) for one in assigned] == [2, 4, 2, 1, 1, 1, 3]
    wanted = [[task.id for task in one.tasks] for one in assigned]
    assert [[task.id for task in plan.tasks] for plan in plans] == wanted
    assert [plan.tasks[0].wording for plan in plans] == [one.tasks[0].wording for one in assigned]


def test_each_report_answers_its_plan_task_by_task(folder: Path) -> None:
    plans, reports = drafts(folder, "2"), drafts(folder, "3")
    for plan, report in zip(plans, reports, strict=True):
        assert [one.task for one in report.results] == [task.id for task in plan.tasks]
        assert all(one.text for one in report.results)
        assert report.period is not None
        assert "[CẦN BỔ SUNG" not in report.text


def test_the_consolidated_sums_are_the_sums_of_the_seven(folder: Path, library: Library) -> None:
    reports = drafts(folder, "3")
    (merged,) = drafts(folder, "4")
    checked = 0
    for figure in merged.figures:
        if library.indicators[figure.indicator].kind is not IndicatorKind.SUM:
            continue
        given = [
            one.value
            for report in reports
            for one in report.figures
            if one.indicator == figure.indicator and one.value is not None
        ]
        assert figure.value == sum(given, Decimal(0))
        checked += 1
    assert checked > 15
    assert len(merged.tasks) == 14


def test_our_own_checker_finds_nothing_but_what_the_seed_itself_says(
    folder: Path, library: Library
) -> None:
    """The guidance of 2017 has a space before a semicolon; who takes its words over has it too."""
    checker = Checker(library)
    told = {
        (path.name[0], finding.rule, finding.place.words)
        for path in folder.glob("*.docx")
        for finding in checker.check(CheckRequest(path)).findings
        if finding.severity is not Severity.NOTE
    }
    assert {(rule, "năm ;" in words) for _kind, rule, words in told} == {
        ("spacing.before-mark", True)
    }
    assert {kind for kind, _rule, _words in told} == {"1", "2", "3"}
