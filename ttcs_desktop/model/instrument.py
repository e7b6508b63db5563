"""Instruments that documents cite (văn bản viện dẫn)."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instrument:
    """A directive, decree, law or guidance that can be cited by id.

    Attributes:
        id: e.g. "ct-07-2016".
        symbol: number and symbol, e.g. "07-CT/TW"; "" for a law cited by name.
        type_name: e.g. "Chỉ thị".
        title: what it is about, as its own text says.
        short_name: how later mentions name it, e.g. "Chỉ thị 07"; "" for type and number.
        valid_to: last day in force, None while in force.
        successor: id of the instrument that replaced it, "" for none.
        citation: the full citation as seen in real documents; "" when not seen.
        source: how far the facts are verified.
    """

    id: str
    symbol: str
    type_name: str
    issuer: str
    title: str
    date: datetime.date | None = None
    short_name: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    status: str = ""
    successor: str = ""
    citation: str = ""
    source: str = ""
