"""Whom the lines of Nơi nhận mean, and where they are reached (nơi nhận và địa chỉ)."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import Document, Recipient
from ttcs_desktop.model.mail import KnownRecipient, MailAddress
from ttcs_desktop.model.unit import Unit, UnitPeriod
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library

_SEPARATORS = re.compile(r"[\s;,<>]+")
"""What clerks put between several addresses in one cell."""


@dataclass(frozen=True, slots=True)
class Addressing:
    """One line of Nơi nhận, with the units it means and their addresses.

    Attributes:
        units: ids of the units; () when nobody is known by these words.
        unreached: names of those that have no address.
        line: the line of the official text.
    """

    recipient: str
    purpose: str
    units: tuple[str, ...]
    to: tuple[MailAddress, ...]
    unreached: tuple[str, ...] = ()
    line: int = 0


class AddressBook:
    """Finds who is meant, by the names of one day and one issuing body."""

    def __init__(self, library: Library, date: datetime.date, issuer: Unit | None) -> None:
        self._library = library
        self._date = date
        self._issuer = period_on(issuer, date) if issuer else None

    def addressings(self, document: Document) -> tuple[Addressing, ...]:
        """Return whom a document goes to: Kính gửi first, then the lines of Nơi nhận."""
        return tuple(map(self._addressing, recipients_of(document)))

    def _addressing(self, recipient: Recipient) -> Addressing:
        known = self._known(recipient.name)
        units = self._named(recipient.name) or (self._chosen(known) if known else ())
        to = [MailAddress(email) for email in known.emails] if known else []
        unreached = []
        for unit in units:
            name = period_on(unit, self._date).name
            emails = emails_of(unit)
            to += [MailAddress(email, name) for email in emails]
            unreached += [] if emails else [name]
        return Addressing(
            recipient.name,
            recipient.purpose,
            tuple(unit.id for unit in units),
            tuple(dict.fromkeys(to)),
            tuple(unreached),
            recipient.line,
        )

    def _named(self, words: str) -> tuple[Unit, ...]:
        """Return the unit of that name, or the clerk's own group of units."""
        found = self._by_name.get(_key(words))
        if not found and self._issuer:
            found = self._by_name.get(_key(f"{words} {self._issuer.place}"))
        if found:
            return found
        wanted = _key(words)
        return tuple(unit for unit in self._units if wanted in map(_key, unit.groups))

    def _known(self, words: str) -> KnownRecipient | None:
        wanted = _key(words)
        for known in self._library.mail_desk.recipients:
            if wanted in map(_key, known.names):
                return known
        return None

    def _chosen(self, known: KnownRecipient) -> tuple[Unit, ...]:
        if not known.select:
            return ()
        return self._library.units.select(known.select, on=self._date)

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        return self._library.units.select("all", on=self._date)

    @cached_property
    def _by_name(self) -> dict[str, tuple[Unit, ...]]:
        named: dict[str, tuple[Unit, ...]] = {}
        for unit in self._units:
            for name in _names(period_on(unit, self._date)):
                named.setdefault(_key(name), (unit,))
        return named


def addressings(library: Library, composition: Composition) -> tuple[Addressing, ...]:
    """Return whom a document goes to, by the names of its date."""
    draft = composition.draft
    written = composition.document.place_and_date.date
    date = written or datetime.datetime.now().astimezone().date()
    issuer = library.unit(draft.unit) if draft.unit else None
    return AddressBook(library, date, issuer).addressings(composition.document)


def recipients_of(document: Document) -> Iterator[Recipient]:
    """Yield whom a document goes to: Kính gửi, then Nơi nhận without its "Như trên"."""
    if document.addressees:
        line = document.addressees.line
        yield from (Recipient(name, line=line) for name in document.addressees.names)
    for entry in document.recipients.entries:
        if not _key(entry.name).startswith(_key("Như ")):
            yield entry


def emails_of(unit: Unit) -> tuple[str, ...]:
    """Return where a unit is written to: the first of its contacts with sound addresses, all."""
    from ttcs_desktop.delivery.mail.message import is_address

    for contact in unit.contacts:
        typed = _SEPARATORS.split(contact.email)
        if sound := tuple(address for address in typed if is_address(address)):
            return sound
    return ()


def _names(period: UnitPeriod) -> Iterator[str]:
    yield from (name for name in (period.name, period.short_name, period.list_name) if name)


def _key(name: str) -> str:
    return " ".join(fold(name).casefold().split()).strip(" .;,")
