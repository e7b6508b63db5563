"""The communes before the mergers, their bodies, and who took over; the four epochs."""

import datetime
from collections import Counter

import pytest

from ttcs_desktop.model.unit import Regime
from ttcs_desktop.places import resources
from ttcs_desktop.registry.units import Units, load_units
from ttcs_desktop.rules.units import period_on, problem_on

LAST_DAY = datetime.date(2025, 6, 30)
SPLIT = {
    "Cam Tân": 3, "Cam Hòa": 3, "Suối Tân": 3, "Cam Hiệp Bắc": 2, "Cam Hiệp Nam": 2,
    "Cam An Bắc": 2, "Cam An Nam": 2, "Đông Hải": 2,
}  # fmt: skip


@pytest.fixture(scope="module")
def units() -> Units:
    return load_units(resources() / "units")


def test_every_body_of_the_province_is_there(units: Units) -> None:
    """54 bodies of the sources are 51 here: some are one body through several names."""
    kinds = Counter(unit.kind for unit in units.values())
    of_communes = {
        "dang-uy": 65, "ban-xay-dung-dang": 65, "van-phong-dang-uy": 65, "ubnd": 65 + 1,
        "mttq": 65 + 1, "dang-uy-cu": 194, "ubnd-cu": 194, "mttq-cu": 194,
    }  # fmt: skip
    assert {kind: kinds[kind] for kind in of_communes} == of_communes
    provincial = [unit for unit in units.values() if unit.level != "xa"]
    assert len(provincial) == 51
    assert len(units["btgtu"].periods) == 3
    assert len(units["bao-kh"].periods) == 2
    assert len(units["btgtu"].periods) + len(units["bao-kh"].periods) + 49 == 54


def test_eight_communes_were_split_and_name_all_who_took_over(units: Units) -> None:
    for kind, name, new in (
        ("dang-uy-cu", "Đảng ủy", "dang-uy"),
        ("ubnd-cu", "Ủy ban nhân dân", "ubnd"),
        ("mttq-cu", "Ủy ban Mặt trận Tổ quốc Việt Nam", "mttq"),
    ):
        bodies = units.select(f"kind:{kind}")
        split = {
            unit.periods[0].name: len(unit.successors)
            for unit in bodies
            if len(unit.successors) > 1
        }
        places = {full.removeprefix(name).split(" ", 2)[2]: count for full, count in split.items()}
        assert places == SPLIT
        for unit in bodies:
            assert unit.successors, unit.id
            assert all(heir in units for heir in unit.successors), unit.id
            assert {units[heir].kind for heir in unit.successors} == {new}
            assert len(unit.successor.split("; ")) == len(unit.successors)


def test_old_and_new_communes_name_each_other(units: Units) -> None:
    for unit in units.select("kind:dang-uy"):
        old = [one for one in units.select("kind:dang-uy-cu") if unit.id in one.successors]
        assert len(old) == len(unit.former), unit.id
        said = {one.periods[0].name.removeprefix("Đảng ủy ").lower() for one in old}
        assert said == {name.lower() for name in unit.former}, unit.id


def test_an_old_commune_is_found_by_its_name_and_ends_with_the_merger(units: Units) -> None:
    found = [unit.id for unit in units.find("xã cam hòa") if unit.kind.endswith("-cu")]
    assert found == ["dang-uy-cu-22438", "ubnd-cu-22438", "mttq-cu-22438"]
    committee = units["dang-uy-cu-22438"]
    assert committee.regime is Regime.PARTY
    assert committee.superior == "hu-huyen-uy-cam-lam"
    period = period_on(committee, datetime.date(2019, 5, 1))
    assert period.letterhead_parent == "ĐẢNG BỘ HUYỆN CAM LÂM"
    assert period.recipients[0] == "Thường trực Huyện ủy Cam Lâm (báo cáo)"
    assert period.valid_to == LAST_DAY
    assert problem_on(committee, LAST_DAY) is None
    problem = problem_on(committee, datetime.date(2025, 7, 1))
    assert problem is not None
    assert problem.hint == "Nay là: Đảng ủy xã Cam Lâm; Đảng ủy xã Suối Dầu; Đảng ủy xã Cam Hiệp."


def test_one_code_before_and_after_is_two_bodies(units: Units) -> None:
    assert period_on(units["dang-uy-22480"], LAST_DAY).name == "Đảng uỷ xã Nam Cam Ranh"
    assert units["dang-uy-cu-22480"].periods[0].name == "Đảng ủy xã Cam Thịnh Đông"
    assert units["dang-uy-cu-22480"].successors == ("dang-uy-22480",)


def test_bodies_of_a_day_do_not_mix(units: Units) -> None:
    before = units.select("level:xa", on=LAST_DAY)
    after = units.select("level:xa", on=LAST_DAY + datetime.timedelta(days=1))
    assert len(before) == 194 * 3
    assert len(after) == 65 * 5
    assert not {unit.id for unit in before} & {unit.id for unit in after}


def test_ended_bodies_of_the_province_name_ids_that_exist(units: Units) -> None:
    for unit in units.values():
        assert all(heir in units for heir in unit.successors), unit.id
        if unit.periods[-1].valid_to is not None:
            assert unit.successors, unit.id


@pytest.mark.parametrize(
    ("day", "epoch"),
    [("2017-09-05", "E1"), ("2025-03-01", "E2"), ("2025-07-01", "E3"), ("2026-11-01", "E4")],
)
def test_the_four_epochs(units: Units, day: str, epoch: str) -> None:
    date = datetime.date.fromisoformat(day)
    assert [one.id for one in units.epochs if one.covers(date)] == [epoch]
    assert len(units.epochs) == 4
