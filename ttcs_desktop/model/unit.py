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
class UnitPeriod:
    """What a unit is called between two dates, both included; None is open.

    Attributes:
        name: official name in running text, e.g. "Ban Tuyên giáo Tỉnh ủy".
        short_name: as spoken inside the province, "" when the same.
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

    def covers(self, date: datetime.date) -> bool:
        """Tell whether the period holds on a date."""
        return (self.valid_from is None or self.valid_from <= date) and (
            self.valid_to is None or date <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Unit:
    """A body that issues documents (đơn vị), through all its names.

    `group` is its group of recipients in a guidance (nhóm 1-7; 0 none); `periods` stand in order
    of time. `successor` names who took its duties over when it ended, "" for nobody; `former` the
    bodies or places that it was made from, to find it by an old name.
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
