"""A new term, a merged or split unit, a new name, a new signer: planned, then done (chuyển kỳ).

A plan lists what would change. Nothing is written before the clerk's yes; then all of it is, or
nothing. Old periods, documents, templates and the numbers given so far stay as they are: units get
dated periods, and series of numbers start again by themselves where the regime says so.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.difference import Difference
from ttcs_desktop.model.document import SigningAuthority
from ttcs_desktop.model.register import NumberState
from ttcs_desktop.model.unit import Person, Regime, Term, Unit, UnitPeriod
from ttcs_desktop.rules.unit_changes import ended_by, with_period, with_term
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import NumberBook
from ttcs_desktop.services.registries import Registries

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a roll-over would do (dự kiến chuyển kỳ).

    Attributes:
        units: the units as they would be.
        differences: each field that would change.
        restarts: the series of numbers that would start again from 01, in words.
        notes: what to know or to do besides, in words.
    """

    title: str
    units: tuple[Unit, ...]
    differences: tuple[Difference, ...]
    restarts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class RollOver:
    """Plans what changes with a term, a reorganisation or a person, and carries it out."""

    library: Library

    def new_term(
        self, unit_id: str, starts: datetime.date, name: str, bodies: Iterable[str] | None = None
    ) -> Plan:
        """Plan a new term of a committee, for itself and its advisory bodies (nhiệm kỳ mới).

        `bodies` are the ids to go along; by default those of `bodies_with`. Party numbers start
        again from 01 with the day the term starts (Hướng dẫn 05-HD/VPTW I.3).

        Raises:
            UserError: there is no such unit, or a term that starts later is known already.
        """
        unit = self.library.unit(unit_id)
        others = self.bodies_with(unit_id) if bodies is None else tuple(bodies)
        units = [
            with_term(one, Term(name, starts))
            for one in (unit, *(self.library.unit(body) for body in others))
        ]
        restarting = [one for one in units if self._restarts_by_term(one, starts)]
        staying = [one for one in units if one not in restarting]
        notes = [
            _("{name}: số văn bản theo năm, không đánh lại theo nhiệm kỳ.").format(
                name=period_on(one, starts).name
            )
            for one in staying
        ]
        return self._plan(
            _("{name} từ ngày {day}").format(name=name, day=short_date(starts)),
            units,
            [line for one in restarting for line in self._series_ending(one)],
            [*notes, *self._kept_numbers(restarting)],
        )

    def bodies_with(self, unit_id: str) -> tuple[str, ...]:
        """Return the advisory bodies whose numbers follow the term of a committee.

        They are of the Party and directly under it, and no committees themselves, which have terms
        of their own: their heads do not sign on behalf of anybody (T/M).
        """
        form = self.library.formats
        on_behalf = {
            one.signature.words.get(SigningAuthority.ON_BEHALF, "").strip()
            for one in form.values()
            if one.regime is Regime.PARTY
        }
        return tuple(
            unit.id
            for unit in self.library.units.values()
            if unit.superior == unit_id
            and unit.regime is Regime.PARTY
            and unit.periods[-1].valid_to is None
            and not _signs(unit.periods[-1]).startswith(tuple(on_behalf - {""}))
        )

    def new_signer(self, unit_id: str, person: Person, replaces: str = "") -> Plan:
        """Plan a new signer from a day on; the one replaced stays until the day before.

        Raises:
            UserError: there is no such unit, no such signer to replace, or no day is given.
        """
        unit = self.library.unit(unit_id)
        starts = person.valid_from
        if starts is None:
            raise UserError(
                _("Chưa có ngày bắt đầu ký."), remedy=_("Ghi ngày nhận nhiệm vụ của người ký mới.")
            )
        if replaces and replaces not in [one.name for one in unit.people]:
            raise UserError(
                _("{unit} không có người ký tên “{name}”.").format(unit=unit_id, name=replaces),
                remedy=_("Chọn lại người được thay."),
            )
        people = [
            replace(one, valid_to=starts - _ONE_DAY)
            if one.name == replaces and (one.valid_to is None or one.valid_to >= starts)
            else one
            for one in unit.people
        ]
        twins = [
            _("{name} cũng giữ chức vụ “{position}” từ ngày {day}.").format(
                name=one.name, position=one.position, day=short_date(starts)
            )
            for one in people
            if one.covers(starts) and one.position == person.position
        ]
        return self._plan(
            _("{name} ký từ ngày {day}").format(name=person.name, day=short_date(starts)),
            [replace(unit, people=(*people, person))],
            notes=twins,
        )

    def rename(self, unit_id: str, on: datetime.date, changes: Mapping[str, Any]) -> Plan:
        """Plan a new name, letterhead or symbol of a unit from a day on (đổi tên).

        `changes` are fields of `UnitPeriod`; the rest is taken over. Numbers go on.

        Raises:
            UserError: there is no such unit, or a later period is known already.
        """
        unit = with_period(self.library.unit(unit_id), on, changes)
        title = _("{name} từ ngày {day}").format(name=unit.periods[-1].name, day=short_date(on))
        return self._plan(title, [unit], notes=[_("Số văn bản tiếp tục, không đánh lại.")])

    def merge(self, unit_ids: Iterable[str], into: Unit | str, on: datetime.date) -> Plan:
        """Plan a merger: units end the day before, and one takes over (sáp nhập, hợp nhất).

        `into` is a unit that is there already, or a new one with its first period; it may be one
        of those that merge and goes on then. A new unit counts its numbers from 01.

        Raises:
            UserError: there is no such unit, or one has ended or started otherwise already.
        """
        heir = into if isinstance(into, Unit) else self.library.unit(into)
        ending = [self.library.unit(one) for one in unit_ids if one != heir.id]
        names = [period_on(unit, on - _ONE_DAY).name for unit in ending]
        heir = replace(heir, former=tuple(dict.fromkeys((*heir.former, *names))))
        ended = [ended_by(unit, on, [heir]) for unit in ending]
        moved = [
            replace(unit, superior=heir.id)
            for unit in self._under({unit.id for unit in ending}, on)
            if unit.id != heir.id
        ]
        title = _("Sáp nhập vào {name} từ ngày {day}").format(
            name=period_on(heir, on).name, day=short_date(on)
        )
        is_new = heir.id not in self.library.units
        return self._plan(
            title,
            [*ended, heir, *moved],
            [_new_numbers(heir, on)] if is_new else [],
            self._kept_numbers(ended),
        )

    def split(self, unit_id: str, into: Iterable[Unit | str], on: datetime.date) -> Plan:
        """Plan a split: a unit ends the day before, and several take over (chia, tách).

        The unit goes on when it is one of those that take over.

        Raises:
            UserError: there is no such unit, or it has ended or started otherwise already.
        """
        unit = self.library.unit(unit_id)
        heirs = [one if isinstance(one, Unit) else self.library.unit(one) for one in into]
        name = period_on(unit, on - _ONE_DAY).name
        changed = [
            one
            if one.id == unit_id
            else replace(one, former=tuple(dict.fromkeys((*one.former, name))))
            for one in heirs
        ]
        ended = [] if unit_id in {one.id for one in heirs} else [ended_by(unit, on, heirs)]
        notes = [
            _("{name}: chọn cấp trên mới, vì {old} được chia.").format(
                name=period_on(one, on).name, old=name
            )
            for one in self._under({unit_id}, on)
            if ended
        ]
        return self._plan(
            _("Chia {name} từ ngày {day}").format(name=name, day=short_date(on)),
            [*ended, *changed],
            [_new_numbers(one, on) for one in changed if one.id not in self.library.units],
            [*notes, *self._kept_numbers(ended)],
        )

    def apply(self, plan: Plan) -> tuple[Difference, ...]:
        """Carry out a plan after the clerk's yes, all of it or nothing; return what changed.

        Raises:
            UserError: units have changed since the plan was shown, or cannot be written.
        """
        self.library.refresh()
        registries = Registries(self.library)
        if registries.compare(plan.units) != plan.differences:
            raise UserError(
                _("Danh mục đơn vị đã thay đổi từ lúc xem dự kiến."),
                remedy=_("Xem lại dự kiến rồi làm lại."),
            )
        return registries.save(plan.units)

    def _plan(
        self,
        title: str,
        units: Iterable[Unit],
        restarts: Iterable[str] = (),
        notes: Iterable[str] = (),
    ) -> Plan:
        changed = tuple(units)
        differences = Registries(self.library).compare(changed)
        return Plan(title, changed, differences, tuple(restarts), tuple(notes))

    def _restarts_by_term(self, unit: Unit, date: datetime.date) -> bool:
        return self.library.format_for(unit.regime, date).number.restart == "term"

    def _series_ending(self, unit: Unit) -> list[str]:
        book = NumberBook(self.library)
        spans = {series.span for series in book.all_series(unit.id)}
        open_series = [one for one in book.all_series(unit.id) if one.span == max(spans)]
        name = unit.periods[-1].name
        if not open_series:
            return [_("{name}: mọi loại văn bản đánh số từ 01.").format(name=name)]
        return [
            _("{name}: {series} kết thúc, đánh số lại từ 01.").format(
                name=name, series=book.title(series)
            )
            for series in open_series
        ]

    def _kept_numbers(self, units: Iterable[Unit]) -> list[str]:
        """Tell of numbers that are still kept for documents to come."""
        book = NumberBook(self.library)
        kept = {
            unit.periods[-1].name: len(book.entries(unit=unit.id, state=NumberState.RESERVED))
            for unit in units
        }
        return [
            _("{name} còn {count} số đang giữ trong sổ cũ: ban hành hoặc huỷ trước.").format(
                name=name, count=count
            )
            for name, count in kept.items()
            if count
        ]

    def _under(self, unit_ids: set[str], on: datetime.date) -> list[Unit]:
        return [
            unit
            for unit in self.library.units.values()
            if unit.superior in unit_ids
            and unit.id not in unit_ids
            and any(period.covers(on) for period in unit.periods)
        ]


def _new_numbers(unit: Unit, on: datetime.date) -> str:
    return _("{name}: đánh số từ 01.").format(name=period_on(unit, on).name)


def _signs(period: UnitPeriod) -> str:
    return period.signing[0].lines[0] if period.signing else ""
