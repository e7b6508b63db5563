"""What a template is filled with beside the answers: who issues, when, in which format."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ttcs_desktop.language.tones import OLD
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Regime, Unit, UnitPeriod
from ttcs_desktop.rules.units import period_on

_SHORT = "short"


@dataclass(frozen=True, slots=True)
class Context:
    """The issuing unit on the document's date, and what its text may name (bối cảnh soạn thảo).

    `format` has the unit's habits laid over it; `units` are those that an answer may name.
    """

    unit: Unit
    period: UnitPeriod
    date: datetime.date
    format: FormatProfile
    instruments: Mapping[str, Instrument]
    units: Mapping[str, Unit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit as a template sees it: by the names it bears on the document's date."""

    id: str
    name: str
    short_name: str
    regime: str
    level: str = ""
    kind: str = ""
    place: str = ""
    symbol: str = ""
    signing: tuple[str, ...] = ()
    """The lines of the commonest signing form, e.g. T/M BAN THƯỜNG VỤ, BÍ THƯ."""
    recipients: tuple[str, ...] = ()
    filing: str = ""

    def __bool__(self) -> bool:
        """Tell whether there is a unit at all."""
        return bool(self.id or self.name)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What of a context the text of a template depends on.

    `marks` says how each level is numbered; `has_short_dates` that running text writes 05/9/2016,
    not ngày 05 tháng 9 năm 2016; `spelling` how it writes uỷ or ủy. Without `units` or
    `instruments` any id is taken for known.
    """

    unit: NamedUnit
    date: datetime.date
    marks: Mapping[Level, str] = field(default_factory=dict)
    has_short_dates: bool = False
    spelling: str = OLD
    instruments: Mapping[str, Instrument] | None = None
    units: Mapping[str, Unit] | None = None


def surroundings_of(context: Context) -> Surroundings:
    """Return what the text of a template depends on."""
    return Surroundings(
        unit=named(context.unit, context.period),
        date=context.date,
        marks={level: form.mark for level, form in context.format.levels.items()},
        has_short_dates=context.format.citation.date == _SHORT,
        spelling=context.format.spelling,
        instruments=context.instruments,
        units=context.units,
    )


def named(unit: Unit, period: UnitPeriod) -> NamedUnit:
    """Return a unit by the names of one of its periods."""
    return NamedUnit(
        id=unit.id,
        name=period.name,
        short_name=period.short_name or period.name,
        regime=unit.regime.value,
        level=unit.level,
        kind=unit.kind,
        place=period.place,
        symbol=period.symbol,
        signing=period.signing[0].lines if period.signing else (),
        recipients=period.recipients,
        filing=period.filing,
    )


def named_on(unit: Unit, date: datetime.date) -> NamedUnit:
    """Return a unit by the names it bears on a date."""
    return named(unit, period_on(unit, date))


def sample_unit(unit_id: str, regime: Regime) -> NamedUnit:
    """Return a unit to try a template with, where no register of units is at hand."""
    return NamedUnit(
        id=unit_id,
        name="Đơn vị mẫu",
        short_name="Đơn vị",
        regime=regime.value,
        place="Khánh Hòa",
        signing=("THỦ TRƯỞNG",),
        recipients=("Cơ quan cấp trên (báo cáo)",),
        filing="VT",
    )
