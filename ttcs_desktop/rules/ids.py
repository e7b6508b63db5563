"""Ids for what is new, made of what it is called (mã)."""

import re
from collections.abc import Container

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Unit

_WORDS_OF_TITLE = 4


def suggested_id(record: Unit | Instrument, taken: Container[str]) -> str:
    """Return an id that is not taken: `ct-07-2016`, `phong-van-hoa-xa-hoi`."""
    wanted = instrument_id(record) if isinstance(record, Instrument) else unit_id(record)
    return free_id(wanted, taken)


def free_id(wanted: str, taken: Container[str], joint: str = "-") -> str:
    """Return an id that is not taken: `ke-hoach`, `ke-hoach-2`, `ke-hoach-3`."""
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}{joint}{number}"
    return free


def unit_id(unit: Unit) -> str:
    """Return the words of a unit's first name."""
    return "-".join(id_words(unit.periods[0].name)) or "don-vi"


def instrument_id(instrument: Instrument) -> str:
    """Return type, number and year; words of the title stand for a number that is not there."""
    letters = "".join(word[0] for word in id_words(instrument.type_name))
    year = str(instrument.date.year) if instrument.date else ""
    number = re.match(r"\w+", instrument.symbol)
    named = [number[0].lower()] if number else id_words(instrument.title)[:_WORDS_OF_TITLE]
    return "-".join(word for word in (letters, *named, year) if word) or "van-ban"


def id_words(text: str) -> list[str]:
    """Return the words of a text as an id spells them: small, without marks and signs."""
    return re.findall(r"[a-z0-9]+", without_marks(text).lower())
