"""What `list` and `show` tell of units, templates and formats."""

import datetime
from typing import Any

from ttcs_desktop.codec import to_table
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.library import Library


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def unit_rows(library: Library, date: datetime.date | None) -> list[dict[str, str]]:
    """List the units by the names they bear on a date, today unless told."""
    rows = []
    for unit in library.units.values():
        period = period_on(unit, date or _today())
        rows.append(
            {"id": unit.id, "name": period.name, "regime": unit.regime, "symbol": period.symbol}
        )
    return rows


def unit_facts(library: Library, unit_id: str, date: datetime.date | None) -> dict[str, Any]:
    """Tell what a unit is on a date, today unless told.

    Raises:
        UnknownError: no unit has that id.
    """
    unit = library.unit(unit_id)
    return {
        "id": unit.id,
        "kind": unit.kind,
        "regime": unit.regime,
        "level": unit.level,
        "group": unit.group,
        "superior": unit.superior,
        **to_table(period_on(unit, date or _today())),
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
