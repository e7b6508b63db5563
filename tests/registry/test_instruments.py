"""Instruments that documents cite."""

import datetime
from pathlib import Path

import pytest

from ttcs_desktop.errors import DataError, UnknownError
from ttcs_desktop.places import resources
from ttcs_desktop.registry.instruments import Instruments, load_instruments

SHIPPED = resources() / "instruments"


@pytest.fixture(scope="module")
def instruments() -> Instruments:
    return load_instruments(SHIPPED)


def test_the_directive_of_2016(instruments: Instruments) -> None:
    directive = instruments["ct-07-2016"]
    assert (directive.type_name, directive.symbol) == ("Chỉ thị", "07-CT/TW")
    assert directive.date == datetime.date(2016, 9, 5)
    assert directive.issuer == "Ban Bí thư (khóa XII)"
    assert directive.citation == (
        "Chỉ thị số 07-CT/TW, ngày 05/9/2016 của Ban Bí thư (khóa XII) về "
        "“Đẩy mạnh công tác thông tin cơ sở trong tình hình mới”"
    )
    assert directive.title in directive.citation


def test_all_are_there_and_whole(instruments: Instruments) -> None:
    assert len(instruments) == 64
    for instrument in instruments.values():
        assert instrument.type_name, instrument.id
        assert instrument.issuer, instrument.id
        assert instrument.title, instrument.id
        assert instrument.source, instrument.id
        assert (
            instrument.symbol in instrument.citation
            or instrument.type_name == "Luật"
            or (not instrument.citation)
        ), instrument.id
        assert not instrument.successor or instrument.successor in instruments, instrument.id
        if instrument.valid_from and instrument.valid_to:
            assert instrument.valid_from <= instrument.valid_to, instrument.id


def test_a_dead_reference_leads_to_its_successor(instruments: Instruments) -> None:
    dead = instruments["qd-52-2016"]
    assert dead.valid_to == datetime.date(2024, 6, 30)
    heir = instruments[dead.successor]
    assert heir.symbol == "49/2024/NĐ-CP"
    assert heir.valid_from == dead.valid_to + datetime.timedelta(days=1)


def test_one_symbol_two_directives(instruments: Instruments) -> None:
    found = [one.id for one in instruments.find("chi thi 07-ct/tw") if one.type_name == "Chỉ thị"]
    assert found == ["ct-07-2016", "ct-07-2026"]


def test_find_by_words_of_the_title(instruments: Instruments) -> None:
    assert "nd-49-2024" in [one.id for one in instruments.find("hoạt động thông tin cơ sở")]
    assert instruments.find("phi thuyền không gian") == ()


def test_an_unknown_id_names_the_closest(instruments: Instruments) -> None:
    with pytest.raises(UnknownError, match=r"ct-07-2061.*ct-07-2016"):
        instruments["ct-07-2061"]
    assert instruments.get("ct-07-2061") is None


def test_own_file_adds_and_changes(tmp_path: Path) -> None:
    (tmp_path / "tinh.toml").write_text(
        """
        [ct-07-2016]
        valid_to = 2026-12-31
        [kh-1-2027]
        symbol = "01-KH/TU"
        type_name = "Kế hoạch"
        issuer = "Tỉnh uỷ"
        title = "Thông tin cơ sở"
        """,
        encoding="utf-8",
    )
    instruments = load_instruments(SHIPPED, tmp_path)
    assert instruments["ct-07-2016"].valid_to == datetime.date(2026, 12, 31)
    assert instruments["ct-07-2016"].symbol == "07-CT/TW"
    assert instruments["kh-1-2027"].symbol == "01-KH/TU"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[ct-07-2016]\ndat = 2016-09-05", ["ct-07-2016", "dat", "date"]),
        ("[ct-07-2016]\ndate = 'hôm qua'", ["ct-07-2016", "$.date"]),
        ("[moi]\nsymbol = '1'", ["moi", "type_name"]),
        ("ct-07-2016 = 'x'", ["object"]),
        ("[ct-07-2016", ["TOML"]),
    ],
)
def test_a_broken_file_names_file_instrument_and_field(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    path = tmp_path / "hong.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as error:
        load_instruments(SHIPPED, tmp_path)
    for word in (path.name, *told):
        assert word in str(error.value)
