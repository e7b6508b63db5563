"""The last report, or last year's plan, opens as the start of the next, all that is old marked."""

import dataclasses
import datetime
import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from ttcs_desktop.errors import UserError
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.continuing import Continuing, ended_names
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.exporting import export_docx
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_file

JUNE = datetime.date(2027, 6, 10)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def continuing(library: Library) -> Continuing:
    return Continuing(library)


def example(library: Library, template: str, name: str = "example") -> Draft:
    path = shipped_templates() / template / f"{name}.toml"
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    draft = Draft("", template=template, unit=values["unit"], date=values["date"], number="12")
    return Drafter(library).fill(draft, values["answers"]).draft


def rules(problems: tuple) -> list[str]:
    return [one.rule for one in problems]


def test_a_report_opens_the_next_period_with_its_figures_as_the_previous_ones(
    library: Library, continuing: Continuing
) -> None:
    last = example(library, "report-front")
    made = continuing.next_from(last, JUNE)
    draft = made.draft
    assert draft.period == Period(
        PeriodKind.HALF_YEAR, datetime.date(2026, 7, 1), datetime.date(2026, 12, 31)
    )
    assert (draft.number, draft.date, draft.results) == ("", JUNE, ())
    assert [task.id for task in draft.tasks] == [task.id for task in last.tasks]
    old = {one.indicator: one for one in last.figures}
    for figure in draft.figures:
        if figure.indicator != "mo-hinh-hay":
            assert (figure.previous, figure.value) == (old[figure.indicator].value, None)
    assert "6 tháng cuối năm 2026" in draft.text
    assert "NHIỆM VỤ 6 THÁNG ĐẦU NĂM 2027" in draft.text
    assert "chain.moved-figures" in rules(made.problems)


def test_nothing_of_a_report_stands_unmarked(library: Library, continuing: Continuing) -> None:
    last = example(library, "report")
    made = continuing.next_from(last, datetime.date(2027, 1, 10))
    body = made.draft.text.partition("PHỤ LỤC")[0]
    unmarked = re.sub(r"\[(?:XEM LẠI|CẦN BỔ SUNG):[^\]]*\]|\[\[[^\]]*\]\]", "", body)
    lines = [re.sub(r"^(?:\d+\.|[a-zđ]\)|[IVX]+-)\s", "", one) for one in unmarked.splitlines()]
    left = [one for one in lines if re.search(r"\d", one)]
    of_now = re.compile(r"năm 202[67]|Chỉ thị 07|ngày 30/9/2026|ngày 25 hằng tháng", re.IGNORECASE)
    assert [one for one in left if not of_now.search(one)] == []
    assert "[XEM LẠI: 22/22 chi bộ]" in body
    assert "[XEM LẠI: Ban Tuyên giáo và Dân vận Tỉnh uỷ, nay là Ban Tuyên giáo Tỉnh uỷ]" in body
    assert parse(made.draft.text).problems == ()


def test_signs_stop_the_issue_until_they_are_confirmed(
    library: Library, continuing: Continuing
) -> None:
    draft = continuing.next_from(example(library, "annual-plan"), datetime.date(2027, 12, 15)).draft
    found = [
        one for one in Composer(library).compose(draft).problems if one.rule == "review.unconfirmed"
    ]
    assert len(found) == draft.text.count("[XEM LẠI:") > 3
    assert {one.severity for one in found} == {Severity.ERROR}
    assert all("[XEM LẠI:" in draft.text.splitlines()[one.line - 1] for one in found)
    confirmed = re.sub(r"\[XEM LẠI: ([^\]]*)\]", r"\1", draft.text)
    composition = Composer(library).compose(dataclasses.replace(draft, text=confirmed))
    assert "review.unconfirmed" not in rules(composition.problems)


def test_a_plan_opens_the_next_year(library: Library, continuing: Continuing) -> None:
    last = example(library, "annual-plan", "example-state")
    made = continuing.next_from(last, datetime.date(2027, 12, 15))
    assert made.draft.answers["year"] == 2028
    assert [task.id for task in made.draft.tasks] == [task.id for task in last.tasks]
    assert "- Thời gian thực hiện: [XEM LẠI: Quý I năm 2027]." in made.draft.text
    assert "- Thời gian thực hiện: Thường xuyên." in made.draft.text
    assert "- Sản phẩm: [XEM LẠI: 104] bản tin." in made.draft.text
    assert "Từ" not in made.draft.answers.get("budget", "")
    assert "125.000.000" not in made.draft.text
    assert any("125.000.000" in one.message for one in made.problems)


def test_targets_of_another_year_are_marked_and_of_the_same_year_kept(
    library: Library, continuing: Continuing
) -> None:
    plan = continuing.next_from(example(library, "plan-commune"), datetime.date(2027, 12, 15)).draft
    assert "[XEM LẠI: 720 giờ]" in plan.text
    report = continuing.next_from(example(library, "report"), JUNE).draft
    assert {one.target for one in report.figures if one.indicator == "gio-phat-thanh"} == {
        Decimal(720)
    }
    year = continuing.next_from(example(library, "report-commune"), datetime.date(2027, 11, 20))
    assert all(one.target is None for one in year.draft.figures)


def test_defaults_take_the_shape_of_the_new_date(library: Library, continuing: Continuing) -> None:
    last = example(library, "plan-justice", "example-2017")
    made = continuing.next_from(last, datetime.date(2026, 12, 15))
    assert "[[nd-49-2024]]" in made.draft.text
    assert "xã, phường, đặc khu" in made.draft.text
    assert "Phòng Tư pháp các huyện" not in made.draft.text.partition("PHỤ LỤC")[0]


def test_a_text_edited_by_hand_is_marked_as_it_stands(
    library: Library, continuing: Continuing, tmp_path: Path
) -> None:
    last = example(library, "report-justice")
    edited = dataclasses.replace(
        last, text=last.text.replace("giao ban định kỳ", "giao ban 12 lần"), is_edited=True
    )
    path = tmp_path / "a.docx"
    export_docx(Composer(library).compose(edited), path)
    made = continuing.next_from(open_file(path).draft, datetime.date(2027, 11, 20))
    assert "giao ban [XEM LẠI: 12] lần" in made.draft.text
    assert "[XEM LẠI: năm 2026]" in made.draft.text
    assert made.draft.is_edited


def test_a_foreign_report_needs_its_period(continuing: Continuing) -> None:
    text = "BÁO CÁO\n\n**kết quả công tác quý II năm 2026**\n\nI. KẾT QUẢ\n\n1. Đạt 12 tin.\n"
    made = continuing.next_from(Draft(text), datetime.date(2026, 9, 10))
    assert made.draft.period == Period(
        PeriodKind.QUARTER, datetime.date(2026, 7, 1), datetime.date(2026, 9, 30)
    )
    assert "1. Đạt [XEM LẠI: 12] tin." in made.draft.text
    with pytest.raises(UserError, match="Không rõ báo cáo này là của kỳ nào"):
        continuing.next_from(Draft(text.replace(" quý II năm 2026", "")), JUNE)


def test_a_unit_that_has_ended_cannot_go_on(library: Library, continuing: Continuing) -> None:
    last = example(library, "plan-information", "example-2017")
    made = continuing.next_from(last, datetime.date(2026, 12, 15))
    (problem,) = [one for one in made.problems if one.rule == "chain.unit-ended"]
    assert problem.severity is Severity.ERROR
    assert "Sở Văn hóa, Thể thao và Du lịch" in problem.hint


def test_names_that_are_borne_again_have_not_ended(library: Library) -> None:
    today = ended_names(library, datetime.date(2026, 12, 1))
    assert "Ban Tuyên giáo Tỉnh uỷ" not in today
    assert today["Ban Tuyên giáo và Dân vận Tỉnh uỷ"] == "Ban Tuyên giáo Tỉnh uỷ"
    assert "Sở Thông tin và Truyền thông" in today
    then = ended_names(library, datetime.date(2017, 12, 1))
    assert "Sở Thông tin và Truyền thông" not in then
