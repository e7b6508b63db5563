"""What is to be done for a unit: due reports and tasks, and what waits for others."""

import dataclasses
import datetime
from pathlib import Path

import pytest

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.hand_off import HandOff, KnownBy
from ttcs_desktop.model.home import ToDoKind
from ttcs_desktop.model.kept import DraftState
from ttcs_desktop.model.mail import Mail, MailAddress
from ttcs_desktop.model.task import Task, TaskResult, TaskState
from ttcs_desktop.registry.hand_offs import HandOffs
from ttcs_desktop.registry.text_index import TextIndex
from ttcs_desktop.services.home import Home
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.outbox import Outbox
from ttcs_desktop.services.to_do import DAYS_AHEAD, reports_due

DAY = datetime.date(2026, 11, 24)
PLAN = "KẾ HOẠCH\nnăm 2027\n\n1. Treo pa nô\n\n2. Sửa chữa cụm loa\n"


@pytest.fixture
def home() -> Home:
    return Home(Library())


def kinds(home: Home) -> list[ToDoKind]:
    return [thing.kind for thing in home.to_do("", DAY).things]


def plan_with(*tasks: Task, text: str = PLAN, results: tuple[TaskResult, ...] = ()) -> Draft:
    return Draft(text, unit="btgtu", date=DAY, tasks=tasks, results=results)


def test_reports_due_within_a_month_are_told_the_soonest_first_with_the_inner_day() -> None:
    reports = list(reports_due(Library(), "btgtu", DAY))
    assert reports
    days = [report.days for report in reports if report.days is not None]
    assert days == sorted(days)
    assert all(day <= DAYS_AHEAD for day in days)
    assert "Báo cáo tuần 48 năm 2026, gửi Văn phòng Tỉnh" in reports[0].title
    assert "hạn 27/11/2026; trong đơn vị 26/11/2026 (còn 2 ngày)" in reports[0].detail


def test_only_deadlines_that_bind_the_regime_of_the_unit_are_told() -> None:
    told = {unit: {one.title for one in reports_due(Library(), unit, DAY)} for unit in
            ("btgtu", "so-tu-phap")}  # fmt: skip
    assert told["btgtu"] != told["so-tu-phap"]


def test_a_unit_that_is_not_known_has_nothing_to_do(home: Home) -> None:
    assert kinds(home) == []


def test_tasks_of_plans_stand_by_urgency_and_lead_to_their_line(home: Home, tmp_path: Path) -> None:
    near, past, far = (
        Task("a", "Sửa chữa cụm loa", due=DAY + datetime.timedelta(1), lead="Trung tâm Văn hoá"),
        Task("b", "Treo pa nô", due=DAY - datetime.timedelta(2)),
        Task("c", "Tổng kết", due=DAY + datetime.timedelta(60)),
    )
    path = tmp_path / "ke-hoach.docx"
    path.touch()
    home.remember(path, "Kế hoạch", plan_with(near, past, far))
    found = [one for one in home.to_do("btgtu", DAY).things if one.kind is ToDoKind.TASK]
    assert [(one.title, one.days, one.path, one.line) for one in found] == [
        ("Treo pa nô", -2, str(path), 4),
        ("Sửa chữa cụm loa", 1, str(path), 6),
    ]
    assert "đã qua 2 ngày" in found[0].detail
    assert "Trung tâm Văn hoá" in found[1].detail
    report = tmp_path / "bao-cao.docx"
    report.touch()
    done = (TaskResult("b", TaskState.DONE), TaskResult("a", TaskState.UNDER_WAY))
    home.remember(report, "Báo cáo", plan_with(text="BÁO CÁO\nnăm 2026\n", results=done))
    titles = [one.title for one in home.to_do("btgtu", DAY).things if one.kind is ToDoKind.TASK]
    assert titles == ["Sửa chữa cụm loa"]


def test_drafts_that_wait_for_number_or_signature_lead_to_themselves(
    home: Home, tmp_path: Path
) -> None:
    for name, state in (
        ("so", DraftState.WAITING_FOR_NUMBER),
        ("ky", DraftState.WAITING_FOR_SIGNATURE),
        ("nhap", DraftState.DRAFT),
    ):
        text = f"KẾ HOẠCH\nthử {name}\n"
        id_ = home.drafts.keep(Draft(text), tmp_path / f"{name}.docx")
        home.drafts.mark(id_, state)
    things = home.to_do("", DAY).things
    assert [(one.kind, one.title) for one in things] == [
        (ToDoKind.NUMBER, "Kế hoạch thử so"),
        (ToDoKind.SIGNATURE, "Kế hoạch thử ky"),
    ]
    assert home.drafts.open(things[0].draft_id).draft.text.endswith("thử so\n")


def test_packs_that_are_out_and_letters_that_wait_are_told(home: Home) -> None:
    made = datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC)
    offs = HandOffs(home.library.database)
    pack = HandOff(0, "/van-ban/a.docx", "05-KH/ĐU", "Kế hoạch A", "a", "/ky", 1, "x", made)
    offs.add(pack)
    back = offs.add(dataclasses.replace(pack, document="/van-ban/b.docx", title="Kế hoạch B"))
    offs.tick(back.id, file="b.pdf", sha256="y", known_by=KnownBy.NAME, verdict="")
    outbox = Outbox(home.library)
    sender = MailAddress("van-thu@xa.gov.vn")
    mails = [
        Mail(sender=sender, to=(MailAddress(f"{n}@tinh.gov.vn"),), subject="KH", body="")
        for n in "abc"
    ]
    letters = outbox.put_in(mails)
    outbox.approve(letters[0].id)
    outbox.withdraw(letters[1].id)
    titles = [(one.kind, one.title) for one in home.to_do("", DAY).things]
    assert titles == [
        (ToDoKind.SIGNATURE, "Kế hoạch A"),
        (ToDoKind.OUTBOX, "1 thư chờ gửi"),
        (ToDoKind.OUTBOX, "1 thư chờ đồng ý"),
    ]


def test_a_source_that_cannot_be_read_hides_none_of_the_others(home: Home, tmp_path: Path) -> None:
    index: TextIndex = home.searching._index
    index.path.parent.mkdir(parents=True, exist_ok=True)
    index.path.write_bytes(b"no database" * 500)
    home.drafts.mark(
        home.drafts.keep(Draft("KẾ HOẠCH\nthử\n"), tmp_path / "a.docx"),
        DraftState.WAITING_FOR_NUMBER,
    )
    found = home.to_do("btgtu", DAY)
    assert [str(error) for error in found.refused if "Kho tìm kiếm bị hỏng" in str(error)]
    assert {one.kind for one in found.things} == {ToDoKind.NUMBER, ToDoKind.REPORT}
