"""What a unit is on a date, and its letterhead (đơn vị vào ngày của văn bản)."""

import datetime
from collections.abc import Iterable

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper, upper_first
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import IssuingBody
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.unit import SigningForm, Unit, UnitPeriod


def period_on(unit: Unit, date: datetime.date) -> UnitPeriod:
    """Return what a unit is called on a date.

    Before its first period it is the first, in a gap or after the end the last one before.
    """
    begun = [period for period in unit.periods if _has_begun(period, date)]
    covering = [period for period in begun if period.covers(date)]
    return (covering or begun[-1:] or unit.periods)[0]


def problem_on(unit: Unit, date: datetime.date) -> Problem | None:
    """Tell that a body did not exist on a date, and who took its duties over."""
    period = period_on(unit, date)
    if period.covers(date):
        return None
    has_ended = period.valid_to is not None and period.valid_to < date
    message = (
        _("{name} chỉ có đến hết ngày {day}.") if has_ended else _("{name} chỉ có từ ngày {day}.")
    )
    limit = period.valid_to if has_ended else period.valid_from
    return Problem(
        severity=Severity.WARNING,
        rule="units.not-on-that-date",
        message=message.format(name=period.name, day=short_date(limit or date)),
        hint=_hint(unit, has_ended=has_ended),
        source=period.source,
    )


def issuing_body(period: UnitPeriod) -> IssuingBody:
    """Return the letterhead of one body: its lines broken by sense, the body above it over them."""
    return IssuingBody(
        parent=period.letterhead_parent,
        issuers=("\n".join(period.letterhead_issuer),),
        symbol=period.symbol,
        name=period.name,
    )


def signing_on(unit: Unit, date: datetime.date) -> tuple[SigningForm, ...]:
    """Return the ways to sign for a unit on a date: of those in office by name, then the usual.

    Someone without an authority of their own signs in the usual form that ends with their position.
    """
    usual = period_on(unit, date).signing
    named = [
        SigningForm(lines, person.name)
        for person in unit.people
        if person.covers(date)
        for lines in person.authority or _lines_of(person.position, usual)
    ]
    return (*named, *usual)


def place_name(level: str, name: str) -> str:
    """Return the place of the date line (địa danh) for a seat: "Nha Trang", but "Phường 5".

    The level stands in front of a name of one syllable (Hướng dẫn 05-HD/VPTW I.4; Nghị định
    30/2020/NĐ-CP, Phụ lục I, II.4).
    """
    return name if " " in name else f"{upper_first(level)} {name}"


def _lines_of(position: str, usual: Iterable[SigningForm]) -> tuple[tuple[str, ...], ...]:
    wanted = fold(upper(position))
    return tuple(form.lines for form in usual if fold(form.lines[-1]) == wanted)


def _has_begun(period: UnitPeriod, date: datetime.date) -> bool:
    return period.valid_from is None or period.valid_from <= date


def _hint(unit: Unit, *, has_ended: bool) -> str:
    if has_ended and unit.successor:
        return _("Nay là: {successor}.").format(successor=unit.successor)
    if not has_ended and unit.former:
        return _("Trước đó là: {former}.").format(former=", ".join(unit.former))
    return _("Chọn đơn vị khác hoặc sửa ngày văn bản.")
