"""The days of a plan as a calendar program reads them."""

import datetime
import tomllib
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from ttcs_desktop.model.calendar import CalendarDay
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.places import shipped_templates
from ttcs_desktop.services.calendars import days_of, export_calendar
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library
from ttcs_desktop.writers.ics import write

DAY = datetime.date(2026, 12, 15)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def plan(library: Library) -> Draft:
    path = shipped_templates() / "plan-party-committees" / "example.toml"
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    draft = Draft("", template=path.parent.name, unit=values["unit"], date=values["date"])
    return Drafter(library).fill(draft, values["answers"]).draft


def events(data: bytes) -> list[Component]:
    return Calendar.from_ical(data).walk("VEVENT")


def test_due_tasks_and_reports_are_days_of_the_year_of_the_plan(
    library: Library, plan: Draft, tmp_path: Path
) -> None:
    path = tmp_path / "kế hoạch.ics"
    count = export_calendar(library, plan, path)
    read = events(path.read_bytes())
    assert len(read) == count
    by_title = {str(one["SUMMARY"]): one for one in read}
    due = by_title["Hạn: Xây dựng kế hoạch thực hiện Chỉ thị 07 theo định kỳ hàng năm"]
    assert due["DTSTART"].dt == datetime.date(2027, 1, 31)
    assert due["DTEND"].dt == datetime.date(2027, 2, 1)
    assert "Chủ trì: Ban Xây dựng Đảng" in str(due["DESCRIPTION"])
    assert due.walk("VALARM")[0]["TRIGGER"].dt == datetime.timedelta(days=-7)
    half = by_title["Gửi báo cáo 6 tháng đầu năm 2027: Ban Tuyên giáo Tỉnh uỷ"]
    assert half["DTSTART"].dt == datetime.date(2027, 6, 15)
    collect = by_title["Thu số liệu báo cáo 6 tháng đầu năm 2027: Ban Tuyên giáo Tỉnh uỷ"]
    assert collect["DTSTART"].dt == datetime.date(2027, 6, 10)
    dues = [task for task in plan.tasks if task.due]
    assert sum(title.startswith("Hạn: ") for title in by_title) == len(dues) == 3


def test_ids_are_lasting_and_each_its_own(library: Library, plan: Draft) -> None:
    days = days_of(library, plan)
    assert len({one.id for one in days}) == len(days)
    assert [one.id for one in days_of(library, plan)] == [one.id for one in days]
    assert list(days) == sorted(days, key=lambda one: (one.day, one.id))
    assert write(days, DAY) == write(days, DAY)


def test_a_state_unit_has_the_deadlines_of_the_state(library: Library, plan: Draft) -> None:
    from dataclasses import replace

    days = days_of(library, replace(plan, unit="ubnd-22366"))
    titles = {one.title: one.day for one in days}
    sent = "Gửi báo cáo năm 2027: Sở Văn hóa, Thể thao và Du lịch"
    assert titles[sent] == datetime.date(2027, 11, 25)
    assert not any("Tỉnh uỷ" in title for title in titles)


def test_any_words_come_back_as_they_were(library: Library) -> None:
    title = "Hạn; 5, rồi \\ xuống\ndòng — " + "đường truyền thanh cơ sở xã phường đặc khu " * 5
    day = CalendarDay("a;b,c", DAY, title, "Một\nhai; ba, bốn")
    data = write([day], DAY)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = events(data)
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == day.text
    assert event["DTSTAMP"].dt.date() == DAY
    assert data.endswith(b"END:VCALENDAR\r\n")


def test_a_calendar_without_days_is_still_one() -> None:
    assert events(write([], DAY)) == []
