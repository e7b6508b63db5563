"""What a document is called: title, number and symbol, date, unit (thông tin của văn bản)."""

import datetime
from dataclasses import dataclass

from ttcs_desktop.errors import UserError
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.regimes import guess_regime
from ttcs_desktop.rules.register import symbol_after_number
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.completing import complete
from ttcs_desktop.services.library import Library


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document and what it is called; what is not known is "" or None."""

    document: Document
    title: str
    number: str
    date: datetime.date | None
    unit_name: str


def facts_of(library: Library, draft: Draft) -> DocumentFacts:
    """Return what a draft is called; a unit or format that is not known is passed over."""
    day = draft.date or datetime.datetime.now().astimezone().date()
    unit = library.units.get(draft.unit) if draft.unit else None
    period = period_on(unit, day) if unit else None
    document = complete(parse(draft.text), draft, unit, period, day)
    issuer = document.issuer
    name = period.name if period else issuer.name or " ".join(issuer.issuers)
    title = f"{upper_first(document.type_name)} {plain(document.subject)}".strip()
    date = draft.date or document.place_and_date.date
    return DocumentFacts(document, title, _number(library, draft, document, day), date, name)


def _number(library: Library, draft: Draft, document: Document, day: datetime.date) -> str:
    serial = document.number.serial
    if not serial:
        return ""
    if document.number.symbol:
        return f"{serial}{document.number.symbol}"
    try:
        unit = library.units.get(draft.unit) if draft.unit else None
        regime = unit.regime if unit else guess_regime(draft.text)
        form = library.format(draft.format) if draft.format else library.format_for(regime, day)
        symbol = symbol_after_number(document.type_name, document.issuer.symbol, form)
    except (UserError, KeyError):
        return serial
    return f"{serial}{symbol}"
