"""What a text leaves out is known from its unit: letterhead, place, signer, filing line."""

import dataclasses
import datetime

from ttcs_desktop.model.document import (
    Document,
    IssuingBody,
    Marks,
    PlaceAndDate,
    Recipients,
    SignatureBlock,
)
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Habits, Unit, UnitPeriod
from ttcs_desktop.rules.signing import block_from_lines
from ttcs_desktop.rules.units import issuing_body, signing_on


def complete(
    document: Document,
    draft: Draft,
    unit: Unit | None,
    period: UnitPeriod | None,
    today: datetime.date,
) -> Document:
    """Fill what the text leaves out from its unit and what the draft says beside the text."""
    return dataclasses.replace(
        document,
        issuer=_issuer(document, unit, period),
        number=dataclasses.replace(document.number, serial=draft.number or document.number.serial),
        place_and_date=_place_and_date(document, draft, period, today),
        recipients=_recipients(document.recipients, period),
        signatures=document.signatures or _usual_signature(unit, draft.date or today),
        marks=_marks(document.marks, draft.marks),
    )


def habits_of(period: UnitPeriod | None, own: Habits) -> Habits:
    """Lay the choices made for this document over the unit's habits (nếp trình bày)."""
    if period is None:
        return own
    chosen = {
        name: value
        for name in Habits.__dataclass_fields__
        if (value := getattr(own, name)) is not None
    }
    return dataclasses.replace(period.habits, **chosen) if chosen else period.habits


def _issuer(document: Document, unit: Unit | None, period: UnitPeriod | None) -> IssuingBody:
    if unit is None or period is None:
        return document.issuer
    return issuing_body(period)


def _place_and_date(
    document: Document, draft: Draft, period: UnitPeriod | None, today: datetime.date
) -> PlaceAndDate:
    typed = document.place_and_date
    place = period.place if period else typed.place
    if draft.date:
        return PlaceAndDate(place, draft.date)
    if typed.date:
        return PlaceAndDate(place or typed.place, typed.date)
    return PlaceAndDate(place or typed.place, None, typed.month, typed.year or today.year)


def _recipients(typed: Recipients, period: UnitPeriod | None) -> Recipients:
    if period is None or typed.filing or not typed.entries:
        return typed
    return dataclasses.replace(typed, filing=period.filing)


def _usual_signature(unit: Unit | None, date: datetime.date) -> tuple[SignatureBlock, ...]:
    usual = signing_on(unit, date) if unit else ()
    return tuple(block_from_lines(form.lines, form.name) for form in usual[:1])


def _marks(typed: Marks, chosen: Marks) -> Marks:
    told = {name: value for name in Marks.__dataclass_fields__ if (value := getattr(chosen, name))}
    return dataclasses.replace(typed, **told)
