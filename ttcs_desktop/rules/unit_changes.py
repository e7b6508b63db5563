"""How a unit changes with time: a new period, a new term, an end (đơn vị đổi thay theo thời gian).

What was stays: a change starts on a day, and what stood before ends the day before.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.unit import Term, Unit
from ttcs_desktop.rules.units import period_on

_ONE_DAY = datetime.timedelta(days=1)


def with_period(unit: Unit, on: datetime.date, changes: Mapping[str, Any]) -> Unit:
    """Return a unit with a period that starts on a day, like the one before but for the changes.

    Raises:
        UserError: a period that starts then or later is known already.
    """
    last = unit.periods[-1]
    if last.valid_from and last.valid_from >= on:
        raise UserError(
            _("{name} đã có quãng thời gian từ ngày {day}.").format(
                name=last.name, day=short_date(last.valid_from)
            ),
            remedy=_("Chọn ngày sau ngày ấy, hoặc sửa quãng ấy."),
        )
    before = replace(last, valid_to=on - _ONE_DAY)
    after = replace(last, valid_from=on, valid_to=None, source="", **dict(changes))
    return replace(unit, periods=(*unit.periods[:-1], before, after))


def with_term(unit: Unit, term: Term) -> Unit:
    """Return a unit with one more term of its committee.

    Raises:
        UserError: a term that starts then or later is known already.
    """
    later = [known for known in unit.terms if known.valid_from >= term.valid_from]
    if later:
        raise UserError(
            _("{name} đã có nhiệm kỳ từ ngày {day}.").format(
                name=unit.periods[-1].name, day=short_date(later[0].valid_from)
            ),
            remedy=_("Chọn ngày sau ngày ấy, hoặc sửa nhiệm kỳ ấy."),
        )
    return replace(unit, terms=(*unit.terms, term))


def ended_by(unit: Unit, on: datetime.date, heirs: Iterable[Unit]) -> Unit:
    """Return a unit that ends the day before, its duties taken over by others.

    Raises:
        UserError: the unit is not there on that day.
    """
    last = unit.periods[-1]
    end = on - _ONE_DAY
    if (last.valid_to and last.valid_to < end) or (last.valid_from and last.valid_from > end):
        raise UserError(
            _("{name} không hoạt động vào ngày {day}.").format(name=last.name, day=short_date(end)),
            remedy=_("Xem lại ngày sáp nhập hoặc chia tách."),
        )
    heirs = tuple(heirs)
    return replace(
        unit,
        periods=(*unit.periods[:-1], replace(last, valid_to=end)),
        successor="; ".join(period_on(one, on).name for one in heirs),
        successors=tuple(one.id for one in heirs),
    )
