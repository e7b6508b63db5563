"""Tasks go from guidance to plan to report, with the same ids, whatever file they came in."""

import dataclasses
import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from judges import audit, libreoffice_resave

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import DRAFT_NAMESPACE, Draft
from ttcs_desktop.model.period import PeriodKind
from ttcs_desktop.model.task import Origin, Task
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.periods import period_on
from ttcs_desktop.services.chaining import Chaining, Proposal, period_of
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.exporting import export_docx
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file

ISSUED = datetime.date(2017, 9, 5)
PLANNED = datetime.date(2017, 12, 15)
UNITS = {
    1: "hu-thanh-uy-nha-trang",
    2: "mttq-tinh",
    3: "so-tttt",
    4: "so-vhtt",
    5: "so-tu-phap",
    6: "bao-kh",
    7: "btg-thanh-uy-nha-trang",
}
COUNTS = {1: 2, 2: 4, 3: 2, 4: 1, 5: 1, 6: 1, 7: 3}
COMMUNE = "dang-uy-22366"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def chaining(library: Library) -> Chaining:
    return Chaining(library, today=lambda: PLANNED)


@pytest.fixture(scope="module")
def seed(seed_text: str) -> Draft:
    return Draft(seed_text, unit="btgtu", date=ISSUED)


@pytest.fixture(scope="module")
def proposal(chaining: Chaining, seed: Draft) -> Proposal:
    return chaining.tasks_of(seed)


def ids(tasks: tuple[Task, ...]) -> list[str]:
    return [task.id for task in tasks]


@pytest.mark.parametrize("group", UNITS)
def test_a_plan_holds_exactly_the_tasks_of_its_group(
    group: int, chaining: Chaining, proposal: Proposal, library: Library
) -> None:
    made = chaining.plan_from(proposal, UNITS[group], PLANNED)
    asked = proposal.tasks_of([group])
    assert len(asked) == COUNTS[group]
    assert ids(made.draft.tasks) == ids(asked)
    assert [task.wording for task in made.draft.tasks] == [task.wording for task in asked]
    assert {task.source for task in made.draft.tasks} == {f"Hướng dẫn, mục III.{group}"}
    assert library.templates.get(made.draft.template).info.group == group
    assert made.problems == ()
    assert "[CẦN BỔ SUNG" not in made.draft.text
    document = parse(made.draft.text)
    assert document.problems == ()
    assert made.draft.answers["year"] == 2018


def test_what_is_proposed_stands_apart_from_what_the_superior_said(
    chaining: Chaining, proposal: Proposal
) -> None:
    first = chaining.plan_from(proposal, UNITS[1], PLANNED).draft.tasks[0]
    asked = proposal.tasks_of([1])[0]
    assert (asked.lead, asked.timing, asked.product, asked.indicators) == ("", "", "", ())
    assert first.origin is Origin.SUPERIOR
    assert first.lead == "Ban Tuyên giáo"
    assert first.timing == "Quý I; Trước ngày 31/01"
    assert first.due == datetime.date(2018, 3, 31)
    assert first.product.startswith(
        "Văn bản chỉ đạo; hội nghị quán triệt, triển khai; Kế hoạch năm"
    )
    assert {"hoi-nghi-quan-triet", "ke-hoach-da-ban-hanh"} <= set(first.indicators)


def test_a_plan_names_the_guidance_it_carries_out(chaining: Chaining, proposal: Proposal) -> None:
    text = chaining.plan_from(proposal, UNITS[1], PLANNED).draft.text
    opening = text.split("\n\n")[2]
    assert opening.startswith(
        "Thực hiện Hướng dẫn, ngày 05/9/2017 của Ban Tuyên giáo Tỉnh ủy về “*tuyên truyền thực hiện"
    )
    assert "[[hd-31-btgtw-2017]]; [[ct-07-2016]]; [[qd-52-2016]]" in opening
    assert opening.endswith("như sau:")


def test_an_heir_takes_up_the_tasks_of_who_ended(chaining: Chaining, proposal: Proposal) -> None:
    today = datetime.date(2026, 12, 15)
    made = chaining.plan_from(proposal, "so-vhttdl", today)
    assert {task.group for task in made.draft.tasks} == {3, 4}
    commune = chaining.plan_from(proposal, COMMUNE, today)
    assert ids(commune.draft.tasks) == ids(proposal.tasks_of([1]))
    assert commune.draft.tasks[0].lead == "Ban Xây dựng Đảng"
    board = chaining.plan_from(proposal, "ban-xay-dung-dang-22366", today)
    assert ids(board.draft.tasks) == ids(proposal.tasks_of([7]))


def test_a_unit_that_is_given_nothing_is_told_and_has_its_usual_tasks(
    chaining: Chaining, proposal: Proposal
) -> None:
    made = chaining.plan_from(proposal, "ubnd-22366", datetime.date(2026, 12, 15))
    assert [problem.rule for problem in made.problems] == ["chain.no-tasks"]
    assert ids(made.draft.tasks) == [f"ttcs.8.{number}" for number in range(1, 7)]


def test_a_text_that_assigns_nothing_is_told(chaining: Chaining) -> None:
    proposal = chaining.tasks_of(Draft("BÁO CÁO\n\n**kết quả**\n\nI. KẾT QUẢ\n\n1. Tốt.\n"))
    assert proposal.assignments == ()
    assert [problem.rule for problem in proposal.problems] == ["chain.no-assignments"]


def test_a_body_that_no_group_names_is_told(chaining: Chaining) -> None:
    text = "HƯỚNG DẪN\n\n**a**\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Hội Khuyến học: Vận động học tập.\n"
    problems = chaining.tasks_of(Draft(text)).problems
    assert [problem.rule for problem in problems] == ["chain.unknown-group"]
    assert "Hội Khuyến học" in problems[0].message


def test_a_split_task_keeps_its_parts_in_the_plan(chaining: Chaining, proposal: Proposal) -> None:
    from ttcs_desktop.rules.tasks import parts_of, split

    whole = proposal.tasks_of([1])[0]
    parts = split(whole, parts_of(whole))
    first = proposal.assignments[0]
    changed = dataclasses.replace(
        proposal,
        assignments=(dataclasses.replace(first, tasks=(*parts, first.tasks[1])),),
    )
    tasks = chaining.plan_from(changed, UNITS[1], PLANNED).draft.tasks
    assert ids(tasks) == [f"{whole.id}a", f"{whole.id}b", first.tasks[1].id]
    assert [task.split_from for task in tasks] == [whole.id, whole.id, ""]


def _without_data(source: Path, target: Path) -> Path:
    import zipfile

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if DRAFT_NAMESPACE.encode() not in data:
                new.writestr(name, data)
    return target


@pytest.mark.libreoffice
def test_a_foreign_docx_gives_the_same_tasks_as_the_text(
    chaining: Chaining, library: Library, seed: Draft, proposal: Proposal, tmp_path: Path
) -> None:
    ours, bare = tmp_path / "ours.docx", tmp_path / "bare" / "seed.docx"
    bare.parent.mkdir()
    export_docx(Composer(library).compose(seed), ours)
    (tmp_path / "resaved").mkdir()
    foreign = libreoffice_resave(_without_data(ours, bare), tmp_path / "resaved")
    opened = open_file(foreign)
    assert opened.is_ours is False
    read = chaining.tasks_of(opened.draft)
    assert read.key == proposal.key
    assert [(one.ordinal, one.group) for one in read.assignments] == [
        (one.ordinal, one.group) for one in proposal.assignments
    ]
    groups = range(1, 8)
    assert ids(read.tasks_of(groups)) == ids(proposal.tasks_of(groups))
    assert [task.wording for task in read.tasks_of(groups)] == [
        task.wording for task in proposal.tasks_of(groups)
    ]
    plan = chaining.plan_from(read, UNITS[3], PLANNED)
    assert ids(plan.draft.tasks) == ids(proposal.tasks_of([3]))
    assert "Hướng dẫn ngày 05 tháng 9 năm 2017 của Ban Tuyên giáo Tỉnh ủy về" in plan.draft.text


def test_the_guidance_template_and_its_file_give_the_same_ids(
    chaining: Chaining, library: Library, proposal: Proposal, tmp_path: Path
) -> None:
    example = library.templates.get("guidance").example()
    draft = Draft("", template="guidance", unit="btgtu", date=ISSUED)
    filled = Drafter(library).fill(draft, example["answers"]).draft
    assert ids(filled.tasks) == ids(proposal.tasks_of(range(1, 8)))
    path = tmp_path / "hướng dẫn.docx"
    export_docx(Composer(library).compose(dataclasses.replace(filled, number="31")), path)
    read = chaining.tasks_of(open_file(path).draft)
    assert ids(read.tasks_of(range(1, 8))) == ids(filled.tasks)


def test_a_numbered_guidance_is_named_by_its_number(chaining: Chaining, seed: Draft) -> None:
    read = chaining.tasks_of(dataclasses.replace(seed, number="31"))
    assert read.key == "hd-31-btgtu-2017"
    plan = chaining.plan_from(read, UNITS[1], PLANNED)
    assert "Hướng dẫn số 31-HD/BTGTU, ngày 05/9/2017 của Ban Tuyên giáo Tỉnh ủy" in plan.draft.text


@pytest.mark.parametrize("group", UNITS)
def test_a_report_answers_its_plan_task_by_task(
    group: int, chaining: Chaining, proposal: Proposal, library: Library
) -> None:
    plan = chaining.plan_from(proposal, UNITS[group], PLANNED).draft
    day = datetime.date(2018, 11, 20)
    report = chaining.report_from(plan, period_on(PeriodKind.YEAR, day), day).draft
    info = library.templates.get(report.template).info
    assert (info.kind, info.group) == ("report", group)
    assert ids(report.tasks) == ids(plan.tasks)
    assert [task.indicators for task in report.tasks] == [task.indicators for task in plan.tasks]
    assert report.results == ()
    assert report.period == period_on(PeriodKind.YEAR, day)
    assert "năm 2018" in report.text
    measured = {one for task in plan.tasks for one in task.indicators}
    assert measured <= {figure.indicator for figure in report.figures}


def test_targets_come_from_the_plan_and_earlier_figures_from_the_report_before(
    chaining: Chaining, proposal: Proposal
) -> None:
    fresh = chaining.plan_from(proposal, UNITS[1], PLANNED).draft
    targets = [{"id": "hoi-nghi-quan-triet", "target": "từ 12 hội nghị trở lên"}]
    plan = chaining.drafter.fill(fresh, fresh.answers | {"targets": targets}).draft
    first, second = (period_of(f"quý {n} năm 2018", PLANNED) for n in ("I", "II"))
    before = chaining.report_from(plan, first, datetime.date(2018, 3, 20)).draft
    rows = [row | {"value": 3} for row in before.answers["figures"]]
    before = chaining.drafter.fill(before, before.answers | {"figures": rows}).draft
    made = chaining.report_from(plan, second, datetime.date(2018, 6, 20), before)
    figure = next(one for one in made.draft.figures if one.indicator == "hoi-nghi-quan-triet")
    assert (figure.previous, figure.target, figure.value) == (Decimal(3), Decimal(12), None)
    assert [one.rule for one in made.problems if one.rule.startswith("chain.")] == []
    skipped = chaining.report_from(
        plan, period_of("quý III năm 2018", PLANNED), datetime.date(2018, 9, 20), before
    )
    assert "chain.other-previous" in [one.rule for one in skipped.problems]


def test_a_weekly_report_is_short(chaining: Chaining, proposal: Proposal) -> None:
    plan = chaining.plan_from(proposal, UNITS[7], PLANNED).draft
    day = datetime.date(2018, 5, 11)
    report = chaining.report_from(plan, period_on(PeriodKind.WEEK, day), day).draft
    assert "tuần 19 năm 2018" in report.text
    assert "Bài học kinh nghiệm" not in report.text


def test_what_is_no_plan_is_refused(chaining: Chaining, seed: Draft) -> None:
    year = period_on(PeriodKind.YEAR, PLANNED)
    with pytest.raises(UserError, match="không mang nhiệm vụ"):
        chaining.report_from(Draft("KẾ HOẠCH\n\n**a**\n"), year, PLANNED)
    with pytest.raises(UserError, match="không mang nhiệm vụ"):
        chaining.report_from(seed, year, PLANNED)


def test_a_unit_for_which_no_template_is_made_is_told(
    chaining: Chaining, proposal: Proposal, library: Library
) -> None:
    lonely = Library(template_folders=(library.template_folders[0] / "_macros",))
    with pytest.raises(UserError, match="Chưa có mẫu nào"):
        Chaining(lonely).plan_from(proposal, COMMUNE, PLANNED)


def test_templates_are_offered_by_group_and_regime(chaining: Chaining) -> None:
    def offered(kind: str, unit: str, year: int = 2026) -> list[str]:
        return [one.id for one in chaining.offered(kind, unit, datetime.date(year, 12, 1))]

    assert offered("plan", COMMUNE) == ["plan-party-committees", "annual-plan"]
    assert offered("plan", "so-vhttdl") == ["plan-culture", "plan-information", "annual-plan"]
    assert offered("plan", "so-tttt", 2017) == ["plan-information", "annual-plan"]
    assert offered("report", "mttq-tinh")[0] == "report-front"
    assert offered("guidance", "btgtu") == ["guidance"]


def test_ids_and_words_survive_the_whole_way_through_files(
    chaining: Chaining, library: Library, seed: Draft, tmp_path: Path
) -> None:
    composer = Composer(library)
    paths = [tmp_path / f"{name}.docx" for name in ("guidance", "plan", "report")]
    export_docx(composer.compose(seed), paths[0])
    read = chaining.tasks_of(open_file(paths[0]).draft)
    export_docx(composer.compose(chaining.plan_from(read, UNITS[6], PLANNED).draft), paths[1])
    plan = open_file(paths[1]).draft
    day = datetime.date(2018, 6, 10)
    half = period_on(PeriodKind.HALF_YEAR, day)
    export_docx(composer.compose(chaining.report_from(plan, half, day).draft), paths[2])
    report = open_file(paths[2]).draft
    assert ids(report.tasks) == ids(plan.tasks) == ids(read.tasks_of([6]))
    assert report.tasks[0].wording == read.tasks_of([6])[0].wording
    assert [audit(path) for path in paths] == [[], [], []]
