"""Ids for new records, made of what they are called."""

import datetime

import pytest

from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Regime, Unit, UnitPeriod
from ttcs_desktop.rules.ids import suggested_id


@pytest.mark.parametrize(
    ("symbol", "type_name", "title", "year", "made"),
    [
        ("07-CT/TW", "Chỉ thị", "Đẩy mạnh", 2016, "ct-07-2016"),
        ("49/2024/NĐ-CP", "Nghị định", "Quy định", 2024, "nd-49-2024"),
        ("264a/KH-UBND", "Kế hoạch", "Thử", 2026, "kh-264a-2026"),
        ("", "Kế hoạch", "Thông tin cơ sở năm 2027", 2026, "kh-thong-tin-co-so-2026"),
        ("", "", "", 0, "van-ban"),
    ],
)
def test_an_instrument_goes_by_type_number_and_year(
    symbol: str, type_name: str, title: str, year: int, made: str
) -> None:
    date = datetime.date(year, 1, 1) if year else None
    assert suggested_id(Instrument("", symbol, type_name, "", title, date), ()) == made


def test_a_unit_goes_by_its_name_and_never_by_another_ones_id() -> None:
    period = UnitPeriod("Phòng Văn hóa - Xã hội", ("PHÒNG",), "PVHXH", "Cam Lâm")
    unit = Unit("", "phong", Regime.STATE, (period,))
    assert suggested_id(unit, ()) == "phong-van-hoa-xa-hoi"
    taken = {"phong-van-hoa-xa-hoi", "phong-van-hoa-xa-hoi-2"}
    assert suggested_id(unit, taken) == "phong-van-hoa-xa-hoi-3"
