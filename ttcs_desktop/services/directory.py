"""People who sign, contacts and usual recipients in one list (người ký, đầu mối, nơi nhận)."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.model.unit import Person, Unit
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.library import Library


class Entry(StrEnum):
    """What a line of the directory is."""

    SIGNER = "signer"  # người ký
    CONTACT = "contact"  # đầu mối liên hệ
    RECIPIENT = "recipient"  # nơi nhận thường dùng


@dataclass(frozen=True, slots=True)
class DirectoryRow:
    """One line.

    Attributes:
        unit_id, unit: whose person, contact or recipient it is, by its name on the day.
        role: position of a signer, note of a contact, purpose of a recipient.
        reached: how a signer signs; where a contact or a recipient is written to.
        since: the days for which a signer is in office.
        holds: a signer in office, or somebody with an address.
    """

    kind: Entry
    name: str
    role: str
    unit_id: str
    unit: str
    reached: str
    since: str = ""
    holds: bool = True


def directory(library: Library, own_unit: str, date: datetime.date) -> tuple[DirectoryRow, ...]:
    """Return the signers and contacts of all units, and whom the clerk's own unit writes to."""
    rows: list[DirectoryRow] = []
    for unit in library.units.values():
        if unit.people or unit.contacts:
            rows += _of_unit(unit, date)
    own = library.units.get(own_unit)
    return tuple(rows) + (tuple(_recipients(library, own, date)) if own else ())


def _of_unit(unit: Unit, date: datetime.date) -> Iterator[DirectoryRow]:
    name = period_on(unit, date).name
    for person in unit.people:
        authority = "; ".join(" · ".join(lines) for lines in person.authority)
        yield DirectoryRow(
            Entry.SIGNER, person.name, person.position, unit.id, name, authority,
            _since(person), person.covers(date),
        )  # fmt: skip
    for contact in unit.contacts:
        reached = "; ".join(part for part in (contact.email, contact.phone) if part)
        yield DirectoryRow(
            Entry.CONTACT, contact.name, contact.note, unit.id, name, reached,
            holds=bool(contact.email),
        )  # fmt: skip


def _recipients(library: Library, unit: Unit, date: datetime.date) -> Iterator[DirectoryRow]:
    from ttcs_desktop.officialtext.parse import parse
    from ttcs_desktop.services.addressing import AddressBook

    period = period_on(unit, date)
    typed = "\n".join(("Nơi nhận:", *(f"- {line};" for line in period.recipients)))
    for one in AddressBook(library, date, unit).addressings(parse(typed)):
        reached = "; ".join(address.email for address in one.to)
        yield DirectoryRow(
            Entry.RECIPIENT, one.recipient, one.purpose, unit.id, period.name,
            reached or _("chưa có địa chỉ"), holds=bool(one.to),
        )  # fmt: skip


def _since(person: Person) -> str:
    parts = []
    if person.valid_from:
        parts.append(_("từ {day}").format(day=short_date(person.valid_from)))
    if person.valid_to:
        parts.append(_("đến {day}").format(day=short_date(person.valid_to)))
    return " ".join(parts)
