"""What a unit is on a date, and its letterhead."""

import datetime

import pytest

from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Regime, Unit, UnitPeriod
from ttcs_desktop.places import resources
from ttcs_desktop.registry.units import Units, load_units
from ttcs_desktop.rules.units import issuing_body, period_on, place_name, problem_on


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def period(name: str, since: str | None, until: str | None) -> UnitPeriod:
    return UnitPeriod(
        name=name,
        letterhead_issuer=(name,),
        symbol=name,
        place="Khánh Hòa",
        valid_from=day(since) if since else None,
        valid_to=day(until) if until else None,
    )


BOARD = Unit(
    id="board",
    kind="ban",
    regime=Regime.PARTY,
    periods=(
        period("Một", "2010-01-01", "2014-12-31"),
        period("Hai", "2016-01-01", "2019-12-31"),
    ),
    successor="Ban khác",
    former=("Ban cũ",),
)


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2009-12-31", "Một"),
        ("2010-01-01", "Một"),
        ("2014-12-31", "Một"),
        ("2015-06-01", "Một"),
        ("2016-01-01", "Hai"),
        ("2019-12-31", "Hai"),
        ("2030-01-01", "Hai"),
    ],
)
def test_period_on(on: str, name: str) -> None:
    assert period_on(BOARD, day(on)).name == name


@pytest.mark.parametrize("on", ["2010-01-01", "2014-12-31", "2017-01-01"])
def test_no_problem_while_it_exists(on: str) -> None:
    assert problem_on(BOARD, day(on)) is None


def test_a_body_that_has_ended_names_its_successor() -> None:
    problem = problem_on(BOARD, day("2020-01-01"))
    assert problem is not None
    assert problem.severity is Severity.WARNING
    assert problem.message == "Hai chỉ có đến hết ngày 31/12/2019."
    assert "Ban khác" in problem.hint


def test_a_body_that_was_not_yet_there_names_what_was() -> None:
    problem = problem_on(BOARD, day("2009-01-01"))
    assert problem is not None
    assert problem.message == "Một chỉ có từ ngày 01/01/2010."
    assert "Ban cũ" in problem.hint


@pytest.fixture(scope="module")
def units() -> Units:
    return load_units(resources() / "units")


@pytest.mark.parametrize(
    ("unit_id", "parent", "issuer", "symbol"),
    [
        ("tu", "", "TỈNH UỶ KHÁNH HOÀ", "TU"),
        ("btgtu", "TỈNH UỶ KHÁNH HOÀ", "BAN TUYÊN GIÁO", "BTGTU"),
        ("dang-uy-22366", "ĐẢNG BỘ TỈNH KHÁNH HOÀ", "ĐẢNG UỶ PHƯỜNG NHA TRANG", "ĐU"),
        ("dang-uy-22736", "ĐẢNG BỘ TỈNH KHÁNH HOÀ", "ĐẢNG UỶ ĐẶC KHU TRƯỜNG SA", "ĐU"),
        ("ban-xay-dung-dang-22528", "ĐẢNG UỶ PHƯỜNG NINH HOÀ", "BAN XÂY DỰNG ĐẢNG", "BXDĐ"),
        ("ubnd-22528", "", "ỦY BAN NHÂN DÂN\nPHƯỜNG NINH HÒA", "UBND"),
        (
            "mttq-22528",
            "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nPHƯỜNG NINH HÒA",
            "BAN THƯỜNG TRỰC",
            "MTTQ-BTT",
        ),
        (
            "so-vhttdl",
            "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA",
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
            "SVHTTDL",
        ),
    ],
)
def test_letterheads(units: Units, unit_id: str, parent: str, issuer: str, symbol: str) -> None:
    body = issuing_body(period_on(units[unit_id], day("2026-11-24")))
    assert (body.parent, body.issuers, body.symbol) == (parent, (issuer,), symbol)
    assert body.name == period_on(units[unit_id], day("2026-11-24")).name


@pytest.mark.parametrize(
    ("level", "name", "place"),
    [
        ("phường", "Nha Trang", "Nha Trang"),
        ("phường", "5", "Phường 5"),
        ("thành phố", "Huế", "Thành phố Huế"),
        ("đặc khu", "Trường Sa", "Trường Sa"),
    ],
)
def test_place_name(level: str, name: str, place: str) -> None:
    assert place_name(level, name) == place
