"""What `list` and `show` tell of units, templates and formats."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ttcs_desktop.codec import to_table
from ttcs_desktop.i18n import _
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.citing import Citing
from ttcs_desktop.services.library import Library


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def unit_rows(
    library: Library,
    date: datetime.date | None,
    *,
    select: str = "all",
    find: str = "",
    with_ended: bool = False,
) -> list[dict[str, str]]:
    """List the units by the names they bear on a date, today unless told.

    Units that are not there on that date are left out, unless they are asked for.

    Raises:
        UnknownError: the selector names no unit.
    """
    day = date or _today()
    chosen = library.units.select(select, on=None if with_ended else day)
    wanted = {unit.id for unit in library.units.find(find)} if find else None
    rows = []
    for unit in chosen:
        if wanted is not None and unit.id not in wanted:
            continue
        period = period_on(unit, day)
        rows.append(
            {"id": unit.id, "name": period.name, "regime": unit.regime, "symbol": period.symbol}
        )
    return rows


def unit_facts(library: Library, unit_id: str, date: datetime.date | None) -> dict[str, Any]:
    """Tell what a unit is on a date, today unless told, with its history and who signs for it.

    Raises:
        UnknownError: no unit has that id.
    """
    unit = library.unit(unit_id)
    day = date or _today()
    table = to_table(unit)
    return {
        "id": unit.id,
        "kind": unit.kind,
        "regime": unit.regime,
        "level": unit.level,
        "group": unit.group,
        "groups": list(unit.groups),
        "superior": unit.superior,
        "successor": unit.successor,
        "successors": list(unit.successors),
        "former": list(unit.former),
        **to_table(period_on(unit, day)),
        "people": [to_table(person) for person in unit.people if person.covers(day)],
        "contacts": table["contacts"],
        "terms": table["terms"],
        "history": [
            {"name": one.name, "from": str(one.valid_from or ""), "to": str(one.valid_to or "")}
            for one in unit.periods
        ],
        "epoch": next((one.label for one in library.units.epochs if one.covers(day)), ""),
    }


def template_rows(library: Library) -> list[dict[str, str]]:
    """List the templates at hand."""
    return [
        {
            "id": info.id,
            "title": info.title,
            "kind": info.kind,
            "regimes": ", ".join(info.regimes),
        }
        for info in library.templates.all()
    ]


def template_facts(library: Library, template_id: str) -> dict[str, Any]:
    """Tell what a template asks for.

    Raises:
        TemplateError: the template is wrong.
        UnknownError: no template has that id.
    """
    info = to_table(library.templates.get(template_id).info)
    return {name: value for name, value in info.items() if name != "folder"}


def format_rows(library: Library) -> list[dict[str, str]]:
    """List the formats at hand."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "valid_from": str(one.valid_from or ""),
            "valid_to": str(one.valid_to or ""),
        }
        for one in library.formats.values()
    ]


def format_facts(library: Library, format_id: str) -> dict[str, Any]:
    """Tell the rules of a format, each with its clause.

    Raises:
        UnknownError: no format has that id.
    """
    return to_table(library.format(format_id))


@dataclass(frozen=True, slots=True)
class FoundInstruments:
    """Instruments that a text may mean, and what is wrong with them on a date."""

    rows: list[dict[str, str]]
    problems: tuple[Problem, ...]

    @property
    def told(self) -> list[dict[str, Any]]:
        """The problems as plain tables."""
        return [to_table(problem) for problem in self.problems]


def instrument_rows(
    library: Library, instruments: Iterable[Instrument], date: datetime.date
) -> list[dict[str, str]]:
    """List instruments with whether they are in force on a date."""
    return [
        {
            "id": one.id,
            "name": f"{one.type_name} {one.symbol}".strip(),
            "date": str(one.date or ""),
            "title": one.title,
            "validity": _validity(library, one, date),
        }
        for one in instruments
    ]


def instrument_facts(library: Library, instrument_id: str, date: datetime.date) -> dict[str, Any]:
    """Tell all of an instrument: whether it is in force on a date, and how each regime cites it.

    Raises:
        UnknownError: no instrument has that id.
    """
    instrument = library.instrument(instrument_id)
    facts = {**to_table(instrument), "validity": _validity(library, instrument, date)}
    for regime in (Regime.PARTY, Regime.STATE):
        citing = Citing(library, regime, date)
        facts[f"cited_in_{regime}"] = citing.in_full(instrument)
    return facts


def found_instruments(library: Library, text: str, date: datetime.date) -> FoundInstruments:
    """Find the instruments that a typed citation may mean; of other words, those that hold them."""
    citing = Citing(library, Regime.PARTY, date)
    mentions = citing.look_up(text)
    if mentions:
        meant = {one.id: one for mention in mentions for one in mention.candidates}
        rows = instrument_rows(library, meant.values(), date)
        return FoundInstruments(rows, citing.problems(text))
    return FoundInstruments(instrument_rows(library, library.instruments.find(text), date), ())


def _validity(library: Library, instrument: Instrument, date: datetime.date) -> str:
    problem = Citing(library, Regime.PARTY, date).problem_with(instrument)
    if problem is None:
        return _("còn hiệu lực")
    words = {
        "citations.period-over": _("hết giai đoạn"),
        "citations.ended": _("hết hiệu lực"),
        "citations.later": _("chưa ban hành"),
    }
    successor = instrument.successor
    word = words[problem.rule]
    return _("{word}, nay là {id}").format(word=word, id=successor) if successor else word
