"""Units through all their names, communes from patterns, the clerk's own files over the shipped."""

import csv
import datetime
import time
from pathlib import Path

import pytest

from ttcs_desktop.errors import DataError, UnknownError
from ttcs_desktop.model.unit import Regime, Unit
from ttcs_desktop.places import resources
from ttcs_desktop.registry.units import Units, load_units
from ttcs_desktop.rules.units import period_on

SHIPPED = resources() / "units"
COMMUNE_BODIES = Path(__file__).parent / "data" / "commune_bodies.csv"
REGIMES = {"dang": Regime.PARTY, "nn-30": Regime.STATE, "mttq-91": Regime.FRONT}
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(scope="module")
def units() -> Units:
    return load_units(SHIPPED)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "units"
    folder.mkdir()
    return folder


def written(folder: Path, text: str) -> Path:
    path = folder / "cua-toi.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "row", list(csv.DictReader(COMMUNE_BODIES.open(encoding="utf-8"))), ids=lambda row: row["id"]
)
def test_commune_bodies_are_those_of_the_province(units: Units, row: dict[str, str]) -> None:
    unit = units[row["id"]]
    period = period_on(unit, TODAY)
    sign_of = "{so}-{loai}/" if unit.regime is Regime.PARTY else "{so}/{loai}-"
    assert unit.regime is REGIMES[row["regime"]]
    assert period.name == row["name"]
    assert period.letterhead_parent == row["letterhead_parent"].replace(" | ", "\n")
    assert " | ".join(period.letterhead_issuer) == row["letterhead_issuer"]
    assert sign_of + period.symbol == row["symbol"]
    assert " | ".join(period.signing[0].lines) == row["signer"]
    assert period.valid_from == datetime.date(2025, 7, 1)


def test_every_commune_has_its_five_bodies(units: Units) -> None:
    kinds = ("dang-uy", "ban-xay-dung-dang", "van-phong-dang-uy", "ubnd", "mttq")
    for kind in kinds:
        assert len(units.select(f"kind:{kind}+level:xa")) == 65
    assert units["van-phong-dang-uy-22480"].periods[0].letterhead_issuer == ("VĂN PHÒNG",)
    assert units["ban-xay-dung-dang-22480"].superior == "dang-uy-22480"


@pytest.mark.parametrize(
    ("day", "name", "parent", "symbol", "spelling"),
    [
        ("2019-05-01", "Ban Tuyên giáo Tỉnh ủy", "TỈNH ỦY KHÁNH HÒA", "BTGTU", "old"),
        (
            "2025-06-01",
            "Ban Tuyên giáo và Dân vận Tỉnh uỷ",
            "TỈNH UỶ KHÁNH HOÀ",
            "BTGDV",
            "new",
        ),
        ("2026-11-01", "Ban Tuyên giáo Tỉnh uỷ", "TỈNH UỶ KHÁNH HOÀ", "BTGTU", "new"),
    ],
)
def test_the_propaganda_board_through_its_names(
    units: Units, day: str, name: str, parent: str, symbol: str, spelling: str
) -> None:
    period = period_on(units["btgtu"], datetime.date.fromisoformat(day))
    assert (period.name, period.letterhead_parent, period.symbol) == (name, parent, symbol)
    assert period.habits.spelling == spelling


def test_the_board_of_2017_keeps_its_own_ways(units: Units) -> None:
    period = period_on(units["btgtu"], datetime.date(2017, 9, 5))
    assert (period.habits.roman_mark, period.habits.clause_mark) == ("I.", "1-")
    assert period.filing == "TGTU"
    assert period.signing[0].lines == ("TRƯỞNG BAN",)
    assert period.signing[1].lines == ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")


def test_periods_follow_each_other_without_overlap(units: Units) -> None:
    for unit in units.values():
        for before, after in zip(unit.periods, unit.periods[1:], strict=False):
            assert before.valid_to is not None, unit.id
            assert after.valid_from is not None, unit.id
            assert before.valid_to < after.valid_from, unit.id


def test_every_body_can_issue(units: Units) -> None:
    for unit in units.values():
        assert not unit.superior or unit.superior in units, unit.id
        for period in unit.periods:
            assert period.name, unit.id
            assert period.letterhead_issuer, unit.id
            assert period.symbol, unit.id
            assert period.place, unit.id
            assert period.filing, unit.id
            assert period.source, unit.id
            assert "{" not in repr(period), unit.id


def test_words_follow_the_spelling_of_their_unit(units: Units) -> None:
    wrong = {"new": ("ủy", "ỦY", "Hòa", "HÒA"), "old": ("uỷ", "UỶ", "Hoà", "HOÀ")}
    for unit in units.values():
        for period in unit.periods:
            words = repr((period.name, period.letterhead_issuer, period.letterhead_parent))
            words += repr((period.signing, period.recipients, period.filing, period.place))
            assert period.habits.spelling
            assert not [sign for sign in wrong[period.habits.spelling] if sign in words], unit.id


def ids(found: tuple[Unit, ...]) -> list[str]:
    return [unit.id for unit in found]


def test_find_by_any_name_with_or_without_marks(units: Units) -> None:
    assert ids(units.find("dân vận tỉnh"))[:2] == ["btgtu", "bdvtu"]
    assert ids(units.find("BAN DAN VAN tinh uy")) == ["btgtu", "bdvtu"]
    assert "dang-uy-22480" in ids(units.find("cam lap"))
    assert units.find("không có nơi nào như thế") == ()


@pytest.mark.parametrize(
    ("selector", "count"),
    [("group:5", 1), ("kind:so", 15), ("kind:ubnd+level:xa", 65), ("so-tu-phap, group:5", 1)],
)
def test_select(units: Units, selector: str, count: int) -> None:
    assert len(units.select(selector)) == count


def test_select_all_and_on_a_date(units: Units) -> None:
    assert units.select("all") == tuple(units.values())
    then = ids(units.select("group:1", on=datetime.date(2017, 9, 5)))
    now = ids(units.select("group:1", on=TODAY))
    assert "hu-thanh-uy-nha-trang" in then
    assert "dang-uy-22366" not in then
    assert "hu-thanh-uy-nha-trang" not in now
    assert len(now) == 65 + 4
    assert {units[one].superior for one in now} == {"tu"}


@pytest.mark.parametrize(
    "selector", ["", "grup:1", "group:99", "so-nao-do", "kind:so+", "periods:1"]
)
def test_a_selector_that_names_nothing_is_told(units: Units, selector: str) -> None:
    with pytest.raises(UnknownError):
        units.select(selector)


def test_an_unknown_id_names_the_closest(units: Units) -> None:
    with pytest.raises(UnknownError, match=r"btgt.*btgtu"):
        units["btgt"]
    with pytest.raises(UnknownError, match=r"Sở Tư pháp.*so-tu-phap"):
        units["Sở Tư pháp"]
    with pytest.raises(UnknownError, match="ttcs units list"):
        units["qwxz"]
    assert units.get("btgt") is None
    assert "btgtu" in units


def test_own_file_lies_over_the_shipped(own: Path) -> None:
    written(
        own,
        """
        [unit.so-tu-phap]
        filing = "VT, PBGDPL"
        habits = { line_spacing = 1.2 }
        [unit.dang-uy-22480]
        habits = { end_mark = "./." }
        [unit.phong-vhxh-22480]
        kind = "so"
        superior = "ubnd-22480"
        name = "Phòng Văn hóa - Xã hội"
        letterhead_issuer = "PHÒNG VĂN HÓA - XÃ HỘI"
        symbol = "PVHXH"
        """,
    )
    units = load_units(SHIPPED, own)
    department = units["so-tu-phap"].periods[0]
    assert (department.filing, department.symbol) == ("VT, PBGDPL", "STP")
    assert (department.habits.line_spacing, department.habits.spelling) == (1.2, "old")
    assert units["dang-uy-22480"].periods[0].habits.end_mark == "./."
    assert units["dang-uy-22480"].periods[0].name == "Đảng uỷ xã Nam Cam Ranh"
    assert units["phong-vhxh-22480"].regime is Regime.STATE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[unit.so-tu-phap]\nsimbol = 'STP'", ["so-tu-phap", "simbol", "symbol"]),
        ("[unit.so-tu-phap]\ngroup = 'năm'", ["so-tu-phap", "group"]),
        ("[unit.so-tu-phap]\nvalid_from = 'mai'", ["so-tu-phap", "periods[0].valid_from"]),
        ("[unit.so-tu-phap]\nsigning = 3", ["so-tu-phap", "signing"]),
        ("[unit.so-tu-phap]\nletterhead_issuer = ['SỞ']", ["so-tu-phap", "letterhead_issuer"]),
        ("[unit.so-tu-phap]\nperiods = 'hai'", ["so-tu-phap", "periods"]),
        ("[unit.moi]\nname = 'Phòng mới'", ["moi", "kind"]),
        ("[unit.moi]\nkind = 'so'", ["moi", "name"]),
        ("[units.moi]\nkind = 'so'", ["units", "unit"]),
        ("unit = 3", ["unit"]),
        ("[unit.so-tu-phap\nsymbol = 'STP'", ["TOML"]),
        ("[commune]\n22480 = { type = 'xã' }", ["name"]),
        ("[pattern.chi-bo]\nname = 'Chi bộ {nam}'", ["chi-bo", "{nam}"]),
    ],
)
def test_a_broken_file_names_file_unit_and_field(own: Path, text: str, told: list[str]) -> None:
    path = written(own, text)
    with pytest.raises(DataError) as error:
        load_units(SHIPPED, own)
    for word in (path.name, *told):
        assert word in str(error.value)


def test_all_units_load_while_nobody_notices() -> None:
    def seconds() -> float:
        started = time.process_time()
        load_units(SHIPPED)
        return time.process_time() - started

    assert min(seconds() for _round in range(3)) < 0.1
