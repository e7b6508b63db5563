"""Number and symbol as typed (số, ký hiệu), and the line of place and date."""

import datetime
import re
from dataclasses import dataclass

from ttcs_desktop.model.document import PlaceAndDate
from ttcs_desktop.officialtext.inline import words_of

BLANK = "…"
"""Stands for what is still to be given, as do dots, underscores or room."""
_NUMBER = re.compile(
    r"Số\s*:?\s*(?P<serial>\d{1,6}[a-zđ]{0,3})?[\s._…]{0,80}"
    r"(?P<symbol>[-/]\s*[\w/.–\- ]{0,80}\w(?:[-/]…)?)?[\s._…]{0,80}",
)
_PARTY = re.compile(r"-(?P<type>\w+)/(?P<body>\w+(?:-\w+)*|…)")
_STATE = re.compile(r"/(?P<first>\w+)-(?P<second>\w+(?:-\w+)*|…)")
_GAP = r"[\s._…]{0,40}"
_DATE = re.compile(
    rf"(?P<place>|…|\w[^,:]{{0,60}}?)\s*,\s*ngày(?P<day>{_GAP}\d{{0,2}}){_GAP}tháng(?P<month>{_GAP}\d{{0,2}})"
    rf"{_GAP}năm(?P<year>{_GAP}\d{{0,4}}){_GAP}\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NumberParts:
    """What a number line says (số, ký hiệu).

    `31-HD/BTGTU` and `31/HD-BTGTU` have `first` HD and `second` BTGTU; in `12/UBND-VX`, a State
    letter, `first` is the body and `second` the field. `symbol` is all after the serial as typed,
    with the mark that separates it.
    """

    serial: str = ""
    symbol: str = ""
    first: str = ""
    second: str = ""
    is_party_order: bool = False


def read_number(line: str) -> NumberParts | None:
    """Read a number line of the Party (`Số 31-HD/BTGTU`), State (`Số: 15/KH-UBND`) or Youth form.

    The serial is "" where it was left blank. None when the line is anything else.
    """
    if not line.startswith("Số"):
        return None
    found = _NUMBER.fullmatch(line)
    if found is None:
        return None
    symbol = re.sub(r"\s+", "", found["symbol"] or "").replace("–", "-")
    serial = found["serial"] or ""
    if not serial and not symbol and line.rstrip(" :._…") != "Số":
        return None
    if party := _PARTY.fullmatch(symbol):
        body = party["body"].strip(BLANK)
        return NumberParts(serial, symbol, party["type"], body, is_party_order=True)
    if state := _STATE.fullmatch(symbol):
        return NumberParts(serial, symbol, state["first"], state["second"].strip(BLANK))
    return NumberParts(serial, symbol)


def read_place_and_date(line: str) -> PlaceAndDate | None:
    """Read `Khánh Hòa, ngày 05 tháng 9 năm 2016`, blanks allowed; None when it is anything else."""
    found = _DATE.fullmatch(line) if "năm" in line.lower() else None
    if found is None:
        return None
    day, month, year = (_figure(found[part]) for part in ("day", "month", "year"))
    place = words_of(found["place"]).rstrip(" ._…")
    try:
        return PlaceAndDate(place, datetime.date(year, month, day))
    except ValueError:
        return PlaceAndDate(place, None, month if month <= 12 else 0, year)


def has_impossible_date(line: str) -> bool:
    """Tell whether a line has day, month and year in figures, but no such day exists."""
    found = _DATE.search(line)
    figures = [_figure(found[part]) for part in ("day", "month", "year")] if found else [0]
    dated = read_place_and_date(found[0]) if found else None
    return all(figures) and dated is not None and dated.date is None


def _figure(text: str) -> int:
    figures = "".join(letter for letter in text if letter.isdecimal())
    return int(figures) if figures else 0
