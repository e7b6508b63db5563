"""A plan and a report for each group of units, in the shape of 2017 and in today's."""

import datetime
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.indicator import IndicatorKind
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.task import Origin, TaskState
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.drafting import Drafter, Filled
from ttcs_desktop.services.library import Library
from ttcs_desktop.writers.text import write

GROUPS = range(1, 9)
COUNTS = {1: 4, 2: 5, 3: 4, 4: 1, 5: 2, 6: 2, 7: 4, 8: 6}
"""The fourteen tasks of the guidance come to twenty-two when compound ones are split."""
REGIMES = {
    1: {Regime.PARTY},
    2: {Regime.FRONT, Regime.YOUTH},
    3: {Regime.STATE},
    4: {Regime.STATE},
    5: {Regime.STATE},
    6: {Regime.PARTY, Regime.STATE},
    7: {Regime.PARTY},
    8: {Regime.STATE},
}
FOLDERS = sorted(
    path.parent
    for path in shipped_templates().glob("[!_]*/template.toml")
    if re.search(r"^group = \d", path.read_text(encoding="utf-8"), re.MULTILINE)
)
EXAMPLES = [path for folder in FOLDERS for path in sorted(folder.glob("example*.toml"))]
IDS = [f"{path.parent.name}/{path.stem}" for path in EXAMPLES]
ENDED_BY_2026 = re.compile(
    r"(?<!thành phố )(?:huyện|thị xã)\b|thị trấn|Sở Thông tin và Truyền thông|Ban Dân vận|"
    r"52/2016|giai đoạn 2016 - 2020|giai đoạn 2017 - 2020"
)
NOT_YET_IN_2017 = re.compile(
    r"đặc khu|Ban Xây dựng Đảng|Tuyên giáo và Dân vận|49/2024|hệ thống thông tin nguồn|"
    r"công nghệ thông tin - viễn thông|Văn hóa, Thể thao và Du lịch|Phòng Văn hóa - Xã hội"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def example(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def filled(library: Library, path: Path) -> Filled:
    values = example(path)
    draft = Draft("", template=path.parent.name, unit=values["unit"], date=values["date"])
    return Drafter(library).fill(draft, values["answers"])


def test_each_group_has_a_plan_and_a_report_of_its_regime_and_no_body_of_its_own(
    library: Library,
) -> None:
    infos = [info for info in library.templates.all() if info.group]
    assert sorted((info.group, info.kind) for info in infos) == [
        (group, kind) for group in GROUPS for kind in ("plan", "report")
    ]
    for info in infos:
        assert set(info.regimes) == REGIMES[info.group]
        assert {path.name for path in info.folder.iterdir()} == {
            "template.toml",
            "example.toml",
            "example-2017.toml",
        }


def test_each_has_english_words(library: Library) -> None:
    for info in (one for one in library.templates.all() if one.group):
        assert info.title_en
        assert info.description_en
        for field in info.fields:
            assert field.label_en
            assert bool(field.help) == bool(field.help_en), field.id


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_is_a_whole_document(path: Path, library: Library) -> None:
    values, made = example(path), filled(library, path)
    assert made.missing == ()
    assert made.problems == ()
    composition = Composer(library).compose(made.draft)
    assert composition.document.problems == ()
    assert [one for one in composition.problems if one.severity is Severity.ERROR] == []
    assert [one for one in composition.problems if one.rule.startswith("units.")] == []
    unit = library.unit(values["unit"])
    info = library.templates.get(path.parent.name).info
    assert composition.format.regime is unit.regime
    assert unit.regime in info.regimes
    assert composition.document.recipients.entries


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_speaks_of_bodies_and_instruments_of_its_time(
    path: Path, library: Library
) -> None:
    values, made = example(path), filled(library, path)
    is_old = values["date"].year == 2017
    composition = Composer(library).compose(made.draft)
    words = " ".join(write(composition.sheet, composition.format).split())
    assert str(values["date"].year) in words
    found = (NOT_YET_IN_2017 if is_old else ENDED_BY_2026).findall(words)
    assert found == []
    cited = [one for one in composition.problems if one.rule.startswith("citations.")]
    assert cited == []
    if path.parent.name.startswith("plan"):
        cites = set(re.findall(r"\[\[([\w-]+)\]\]", made.draft.text))
        assert cites & {"qd-52-2016" if is_old else "nd-49-2024", "ct-07-2016"}


@pytest.mark.parametrize("path", EXAMPLES, ids=IDS)
def test_an_example_holds_exactly_the_tasks_of_its_group(path: Path, library: Library) -> None:
    made = filled(library, path)
    info = library.templates.get(path.parent.name).info
    usual = [one.id for one in library.usual_tasks.values() if one.group == info.group]
    assert [task.id for task in made.draft.tasks] == usual
    assert len(usual) == COUNTS[info.group]
    assert {task.group for task in made.draft.tasks} == {info.group}
    for task in made.draft.tasks:
        assert task.origin is Origin.SUPERIOR
        assert task.source
        assert set(task.indicators) <= set(library.indicators)


@pytest.mark.parametrize("path", [one for one in EXAMPLES if one.parent.name.startswith("plan")])
def test_a_plan_proposes_lead_time_and_product_for_each_task(path: Path, library: Library) -> None:
    made = filled(library, path)
    for task in made.draft.tasks:
        assert task.lead
        assert task.timing
        assert task.product
    assert any(task.due for task in made.draft.tasks) or made.draft.tasks[0].group in (3, 4, 6)


@pytest.mark.parametrize("path", [one for one in EXAMPLES if one.parent.name.startswith("report")])
def test_a_report_answers_each_task_with_the_figures_of_its_group(
    path: Path, library: Library
) -> None:
    made, values = filled(library, path), example(path)
    draft = made.draft
    info = library.templates.get(path.parent.name).info
    assert [one.task for one in draft.results] == [task.id for task in draft.tasks]
    assert draft.period is not None
    assert draft.period.start <= values["date"] <= draft.period.end
    asked = [
        one
        for one in library.indicators.values()
        if info.group in one.groups and (one.valid_from is None or one.valid_from <= values["date"])
    ]
    assert {one.indicator for one in draft.figures} == {one.id for one in asked}
    by_id = {one.indicator: one for one in draft.figures}
    for indicator in asked:
        figure = by_id[indicator.id]
        assert (figure.text != "") is (indicator.kind is IndicatorKind.TEXT)
        assert (figure.value is None) is (indicator.kind is IndicatorKind.TEXT)
        if indicator.kind is IndicatorKind.RATIO:
            part, whole = (by_id[one].value for one in indicator.parts)
            assert part is not None
            assert whole is not None
            assert figure.value == round(part * 100 / whole, 1)


def test_a_fresh_form_of_a_group_has_its_tasks_and_indicators(library: Library) -> None:
    day = datetime.date(2026, 12, 15)
    plan = Drafter(library).start("plan-party-committees", "dang-uy-22366", day)
    report = Drafter(library).start("report-party-committees", "dang-uy-22366", day)
    assert [row["id"] for row in plan.answers["tasks"]] == [task.id for task in report.tasks]
    assert report.results == ()
    assert len(report.answers["figures"]) == 20
    assert all(figure.value is None for figure in report.figures if figure.text == "")
    assert "Uỷ ban nhân dân" in plan.text
    assert "Ủy ban" not in plan.text


def test_states_and_an_explicit_nothing_are_kept(library: Library) -> None:
    made = filled(library, shipped_templates() / "report-commune" / "example.toml")
    states = {one.task: one.state for one in made.draft.results}
    assert states["ttcs.8.1"] is TaskState.DONE
    assert states["ttcs.8.3"] is TaskState.UNDER_WAY
    assert states["ttcs.8.6"] is TaskState.NOT_DONE
    assert made.draft.figures[0].text == "Không."
    assert "Mô hình, cách làm hay\n\nKhông." in made.draft.text


def test_every_group_is_asked_in_the_words_of_its_guidance(library: Library) -> None:
    """The earliest words of the usual tasks are those of the guidance of 2017, compound or not."""
    guidance = Drafter(library).fill(
        Draft("", template="guidance", unit="btgtu", date=datetime.date(2017, 9, 5)),
        example(shipped_templates() / "guidance" / "example.toml")["answers"],
    )
    assigned = " ".join(task.wording for task in guidance.draft.tasks)
    labels = [one.forms[0].label for one in library.usual_tasks.values() if one.group < 8]
    assert len(labels) == 22
    assert [label for label in labels if label not in assigned] == []
    assert parse(guidance.draft.text).problems == ()
