"""Units (đơn vị): one lasting id per body, with dated names, letterheads and symbols under it."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Regime(StrEnum):
    """Whose rules of form a body follows (hệ thể thức)."""

    PARTY = "party"
    STATE = "state"
    FRONT = "front"
    YOUTH = "youth"


@dataclass(frozen=True, slots=True)
class Habits:
    """What a unit does its own way where practice differs (nếp trình bày của đơn vị).

    None follows the format. `spelling` is "new" (uỷ, hoà) or "old" (ủy, hòa); `roman_mark` "I." or
    "I-"; `clause_mark` "1." or "1-"; `first_line_indent` mm; `end_mark` "." or "./." or "";
    `line_spacing` in the format's own mode (pt when exact, lines when multiple); `two_sided`
    mirrors the margins for two-sided printing; `size_set` names one of the format's size sets.
    """

    spelling: str | None = None
    roman_mark: str | None = None
    clause_mark: str | None = None
    first_line_indent: float | None = None
    end_mark: str | None = None
    line_spacing: float | None = None
    two_sided: bool | None = None
    size_set: str | None = None


@dataclass(frozen=True, slots=True)
class SigningForm:
    """A usual way to sign for a unit, as typed lines: ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who signs for a unit (người ký), between two dates, both included; None is open.

    Attributes:
        position: e.g. "Phó Trưởng ban".
        authority: the ways this person may sign (thẩm quyền ký), the commonest first, each as
            typed lines: ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN").
    """

    name: str
    position: str = ""
    authority: tuple[tuple[str, ...], ...] = ()
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None

    def covers(self, date: datetime.date) -> bool:
        """Tell whether the person is in office on a date."""
        return _holds(self.valid_from, self.valid_to, date)


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a unit is reached (đầu mối liên hệ); `name` is a person, a room or a mailbox."""

    name: str
    email: str = ""
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the committee (nhiệm kỳ cấp uỷ), from the day it starts to the next one."""

    name: str
    valid_from: datetime.date


@dataclass(frozen=True, slots=True)
class UnitPeriod:
    """What a unit is called between two dates, both included; None is open.

    Attributes:
        name: official name in running text, e.g. "Ban Tuyên giáo Tỉnh ủy".
        short_name: as spoken inside the province, "" when the same.
        list_name: as a list of recipients writes it, "" when the same.
        letterhead_parent: the body above it, as the letterhead prints it; "" for none.
        letterhead_issuer: its own lines, broken by sense.
        symbol: abbreviation in the number, e.g. "BTGTU".
        place: place in the date line, e.g. "Khánh Hòa".
        signing: usual signing forms, the commonest first.
        source: where the facts come from, and how far they are verified.
    """

    name: str
    letterhead_issuer: tuple[str, ...]
    symbol: str
    place: str
    letterhead_parent: str = ""
    short_name: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    signing: tuple[SigningForm, ...] = ()
    recipients: tuple[str, ...] = ()
    filing: str = ""
    habits: Habits = Habits()
    source: str = ""
    list_name: str = ""

    def covers(self, date: datetime.date) -> bool:
        """Tell whether the period holds on a date."""
        return _holds(self.valid_from, self.valid_to, date)


@dataclass(frozen=True, slots=True)
class Epoch:
    """A stretch of time in which the bodies of the province stood to each other in one way."""

    id: str
    label: str
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None

    def covers(self, date: datetime.date) -> bool:
        """Tell whether a date lies in it."""
        return _holds(self.valid_from, self.valid_to, date)


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that issues documents (đơn vị), through all its names.

    Attributes:
        group: its group of recipients in a guidance (nhóm 1-8; 0 none).
        groups: other groups that it belongs to, by the clerk's own names.
        periods: stand in order of time.
        successor: who took its duties over when it ended, in words, "" for nobody; `successors`
            the same as ids, several when the unit was split.
        former: the bodies or places that it was made from, to find it by an old name.
        people: who signs for it.
        contacts: where it is reached.
        terms: the terms of its committee, in order of time; numbers restart with each.
        number_series: "type" or "all", as in `NumberGrammar.series`; "" follows the format.
    """

    id: str
    kind: str
    regime: Regime
    periods: tuple[UnitPeriod, ...]
    level: str = ""
    group: int = 0
    superior: str = ""
    successor: str = ""
    former: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    contacts: tuple[Contact, ...] = ()
    terms: tuple[Term, ...] = ()
    number_series: str = ""


def _holds(start: datetime.date | None, end: datetime.date | None, date: datetime.date) -> bool:
    return (start is None or start <= date) and (end is None or date <= end)
