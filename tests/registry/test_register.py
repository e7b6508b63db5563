"""Numbers for outgoing documents: none twice, none lost, nothing undone in silence."""

import datetime
from collections import Counter
from pathlib import Path

import pytest
from racing import race

from ttcs_desktop.errors import UnknownError, UserError
from ttcs_desktop.model.difference import RecordKind
from ttcs_desktop.model.register import NumberState, Registered, Serial, Series
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.location import Location, locate
from ttcs_desktop.registry.own_fields import OwnField, keep, own_fields
from ttcs_desktop.registry.register import Register
from ttcs_desktop.registry.register_rows import TakenError
from ttcs_desktop.rules.register import register_problems

PLANS = Series("btgtu", "kế hoạch", "2025-10-01")
REPORTS = Series("btgtu", "báo cáo", "2025-10-01")
DETAILS = Registered(datetime.date(2026, 2, 5), "-KH/BTGTU", "Kế hoạch", "thông tin cơ sở năm 2026")


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(Database(locate(tmp_path)))


def numbers(register: Register, series: Series = PLANS) -> list[str]:
    return [str(entry.serial) for entry in register.entries(series)]


def test_numbers_follow_each_other_in_each_series(register: Register) -> None:
    given = [register.issue(PLANS, DETAILS) for _time in range(3)]
    assert [entry.number_and_symbol for entry in given] == [
        "01-KH/BTGTU", "02-KH/BTGTU", "03-KH/BTGTU",
    ]  # fmt: skip
    assert str(register.issue(REPORTS, DETAILS).serial) == "1"
    assert str(register.issue(Series("btgtu", "kế hoạch", "2030-10-01"), DETAILS).serial) == "1"
    assert str(register.peek(PLANS)) == "4"
    assert register.series("btgtu") == (REPORTS, PLANS, Series("btgtu", "kế hoạch", "2030-10-01"))


def test_looking_at_an_empty_register_makes_no_file(tmp_path: Path) -> None:
    register = Register(Database(locate(tmp_path)))
    assert register.entries(PLANS) == ()
    assert register.series() == ()
    assert register.peek(PLANS) == Serial(1)
    assert list(tmp_path.iterdir()) == []


def test_what_a_line_says_comes_back_as_it_was_written(register: Register) -> None:
    said = Registered(
        datetime.date(2026, 2, 5), "-KH/BTGTU", "Kế hoạch", "về “Đẩy mạnh” & <5 %>",
        "Nguyễn Văn A", "Thường trực Tỉnh uỷ; các sở", "TGTU", 12, "hoả tốc", "/tep/kh.docx",
    )  # fmt: skip
    given = register.issue(PLANS, said)
    assert register.entries(PLANS) == (given,)
    assert (given.registered, given.state) == (said, NumberState.ISSUED)
    assert abs((datetime.datetime.now(datetime.UTC) - given.given_at).total_seconds()) < 60
    amended = register.amend(given.id, DETAILS)
    assert register.entries(PLANS) == (amended,)
    assert amended.serial == given.serial


def test_a_kept_number_is_put_on_its_document(register: Register) -> None:
    kept = register.reserve(PLANS, DETAILS, count=3)
    assert [str(entry.serial) for entry in kept] == ["1", "2", "3"]
    assert register.issue(PLANS, DETAILS).serial == Serial(4)
    issued = register.issue_reserved(kept[1].id, DETAILS)
    assert (issued.serial, issued.state) == (Serial(2), NumberState.ISSUED)
    with pytest.raises(UnknownError, match="không phải số đang giữ"):
        register.issue_reserved(kept[1].id, DETAILS)
    assert len(register.entries(PLANS, state=NumberState.RESERVED)) == 2


def test_inserted_numbers_follow_the_vietnamese_alphabet(register: Register) -> None:
    register.begin_at(PLANS, 264)
    register.issue(PLANS, DETAILS)
    given = [register.insert_after(PLANS, 264, DETAILS) for _time in range(5)]
    assert [entry.number_and_symbol for entry in given][:2] == ["264a-KH/BTGTU", "264b-KH/BTGTU"]
    assert numbers(register) == ["264", "264a", "264b", "264c", "264d", "264đ"]
    assert register.issue(PLANS, DETAILS).serial == Serial(265)
    with pytest.raises(UnknownError, match="Chưa có số 300"):
        register.insert_after(PLANS, 300, DETAILS)


def test_a_number_is_not_given_twice_but_a_double_can_be_told(register: Register) -> None:
    register.issue(PLANS, DETAILS, Serial(5))
    with pytest.raises(TakenError, match=r"Số 5 đã có.*5a"):
        register.issue(PLANS, DETAILS, Serial(5))
    with pytest.raises(TakenError):
        register.reserve(PLANS, DETAILS, Serial(5))
    register.issue(PLANS, DETAILS, Serial(5), is_double=True)
    assert numbers(register) == ["5", "5"]


def test_cancelling_is_noted_and_the_number_stays(register: Register) -> None:
    given = register.issue(PLANS, DETAILS)
    for reason in ("", "   "):
        with pytest.raises(UserError, match="Chưa ghi lý do"):
            register.cancel(given.id, reason)
    cancelled = register.cancel(given.id, "không ban hành")
    assert (cancelled.state, cancelled.reason) == (NumberState.CANCELLED, "không ban hành")
    assert register.entries(PLANS) == (cancelled,)
    with pytest.raises(UserError, match="đã huỷ trước đó: không ban hành"):
        register.cancel(given.id, "lần nữa")
    assert register.issue(PLANS, DETAILS).serial == Serial(2)
    again = register.issue(PLANS, DETAILS, Serial(1))
    assert [entry.state for entry in register.entries(PLANS)] == [
        NumberState.CANCELLED, NumberState.ISSUED, NumberState.ISSUED,
    ]  # fmt: skip
    assert again.serial == Serial(1)
    with pytest.raises(UnknownError):
        register.cancel(999, "không có")


def test_a_series_starts_where_the_paper_register_ended(register: Register) -> None:
    register.begin_at(PLANS, 45)
    assert register.issue(PLANS, DETAILS).serial == Serial(45)
    with pytest.raises(UserError, match="đã có số 45"):
        register.begin_at(PLANS, 60)
    register.begin_at(PLANS, 40)
    assert register.first_of(PLANS) == 40


def test_gaps_doubles_and_dates_out_of_order_are_told(register: Register) -> None:
    for serial, day in (("2", 3), ("3", 9), ("3", 9), ("7", 5), ("7a", 1), ("8", 10)):
        said = Registered(datetime.date(2026, 3, day), "-KH/BTGTU")
        number = Serial.read(serial)
        register.issue(PLANS, said, number, is_double=True)
    cancelled = register.issue(PLANS, DETAILS, Serial(8), is_double=True)
    register.cancel(cancelled.id, "ghi nhầm")
    problems = list(register_problems(register.entries(PLANS)))
    assert [(problem.rule, problem.message) for problem in problems] == [
        ("register.gap", "Sổ bỏ trống số 1."),
        ("register.gap", "Sổ bỏ trống số 4 - 6."),
        ("register.double", "Số 3 ở trên nhiều văn bản."),
        ("register.date-order", "Số 7 ngày 05/3/2026 đứng sau số 3 ngày 09/3/2026."),
    ]


def test_the_register_of_a_year(register: Register) -> None:
    for year in (2025, 2026, 2026):
        register.issue(PLANS, Registered(datetime.date(year, 12, 31)))
    register.issue(PLANS, Registered())
    this_year = datetime.datetime.now(datetime.UTC).year
    assert len(register.entries(PLANS, year=2025)) == 1
    assert len(register.entries(unit="btgtu", year=2026)) == 2 + (this_year == 2026)
    assert register.entries(unit="so-tu-phap") == ()


def test_a_document_finds_its_number(register: Register) -> None:
    register.issue(PLANS, Registered(document="a.docx"))
    given = register.issue(PLANS, Registered(document="b.docx"))
    assert register.entries(document="b.docx") == (given,)


@pytest.mark.parametrize(
    ("typed", "serial"),
    [("31", Serial(31)), ("05", Serial(5)), ("264A", Serial(264, "a")), (" 7đ ", Serial(7, "đ"))],
)
def test_serials_are_read_as_typed(typed: str, serial: Serial) -> None:
    assert Serial.read(typed) == serial


@pytest.mark.parametrize("typed", ["", "0", "a", "31-KH", "-5", "1.5", "1234567", "٣"])
def test_what_is_no_serial_is_not_read(typed: str) -> None:
    assert Serial.read(typed) is None


RACER = """
import os, sys
from ttcs_desktop.model.register import Registered, Series
from ttcs_desktop.registry.database import Database
from ttcs_desktop.registry.location import locate
from ttcs_desktop.registry.register import Register
from pathlib import Path
register = Register(Database(locate(Path(sys.argv[1]))))
series = Series("btgtu", "kế hoạch", "2025-10-01")
print("ready", flush=True)
sys.stdin.readline()
for time in range(int(sys.argv[2])):
    said = Registered(subject=f"{os.getpid()}:{time}")
    entry = register.issue(series, said) if time % 2 else register.reserve(series, said)[0]
    print(entry.serial, flush=True)
"""


def numbers_raced_for(
    folder: Path, each: int, environment: dict[str, str] | None = None
) -> list[int]:
    said = race(RACER, str(folder), str(each), environment=environment)
    assert [len(one) for one in said] == [each, each]
    return [int(number) for one in said for number in one]


def assert_none_twice_none_lost(given: list[int], register: Register, count: int) -> None:
    assert sorted(given) == list(range(1, count + 1))
    entries = register.entries(PLANS)
    assert [entry.serial.number for entry in entries] == list(range(1, count + 1))
    assert len({entry.registered.subject for entry in entries}) == count
    writers = Counter(entry.registered.subject.partition(":")[0] for entry in entries)
    assert sorted(writers.values()) == [count // 2, count // 2]


def test_two_processes_racing_for_1000_numbers_get_none_twice_and_lose_none(
    tmp_path: Path, register: Register
) -> None:
    given = numbers_raced_for(tmp_path, 500)
    assert_none_twice_none_lost(given, register, 1000)
    assert list(register_problems(register.entries(PLANS))) == []


def test_an_office_that_shares_a_server_gets_the_same(
    tmp_path: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTCS_REGISTRY", postgresql)
    given = numbers_raced_for(tmp_path, 100)
    database = Database(locate(tmp_path))
    register = Register(database)
    assert_none_twice_none_lost(given, register, 200)
    kept = register.reserve(REPORTS, DETAILS)[0]
    register.insert_after(REPORTS, 1, DETAILS)
    register.cancel(register.issue_reserved(kept.id, DETAILS).id, "thử")
    assert numbers(register, REPORTS) == ["1", "1a"]
    assert len(register.entries(REPORTS, year=2026)) == 2
    own = OwnField(RecordKind.UNIT, "so-tu-phap", "group", 7, 5)
    with database.writing() as session:
        keep(session, RecordKind.UNIT, "so-tu-phap", {"group": own})
    assert own_fields(locate(tmp_path), RecordKind.UNIT) == (own,)
    assert list(tmp_path.iterdir()) == []
    database.close()


def test_a_server_that_is_not_there_is_told_without_its_password() -> None:
    database = Database(Location(None, "postgresql://vt:bi-mat@127.0.0.1:9/ttcs"))
    with pytest.raises(UserError, match="Không dùng được sổ dữ liệu chung") as error:
        Register(database).entries(PLANS)
    assert "bi-mat" not in str(error.value)


def test_another_kind_of_server_is_refused() -> None:
    database = Database(Location(None, "mysql://vt@127.0.0.1/ttcs"))
    with pytest.raises(UserError, match="mysql"):
        Register(database).entries(PLANS)
