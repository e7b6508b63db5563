"""Numbers as clerks type them: dots between thousands, a comma before decimals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttcs_desktop.language.numbers import grouped, parse_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.250.000", 1_250_000),
        ("1 250", 1250),
        ("1250", 1250),
        ("1.250", 1250),
        ("12,5", 12.5),
        ("1.250,75", 1250.75),
        ("12.5", 12.5),
        ("-3", -3),
        (" 7 ", 7),
        ("0", 0),
    ],
)
def test_a_typed_number_is_read(typed: str, number: float) -> None:
    assert parse_number(typed) == number
    assert type(parse_number(typed)) is type(number)


@pytest.mark.parametrize(
    "typed", ["", "nhiều", "1.25.000", "1,5,6", "1.250.5", "1e9", "٣", "12,", "9" * 40]
)
def test_what_is_no_number_is_none(typed: str) -> None:
    assert parse_number(typed) is None


@given(st.integers(-(10**18), 10**18))
def test_a_printed_number_is_read_back(number: int) -> None:
    assert parse_number(grouped(number)) == number
