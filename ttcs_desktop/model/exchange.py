"""Exchange packages (gói trao đổi): what an office hands to another without a network."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class ExchangeKind(StrEnum):
    """What an item of a package is; the value is its folder in the package."""

    TEMPLATE = "templates"
    FORMAT = "formats"
    UNIT = "units"
    INSTRUMENT = "instruments"
    DRAFT = "drafts"


class ItemState(StrEnum):
    """How an item stands to what this office has."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OLDER = "older"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One place in which an item differs: what is here, and what the package has."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that can be taken in or left.

    Attributes:
        note: what the clerk should know of it, one sentence; "" for nothing.
    """

    kind: ExchangeKind
    id: str
    title: str
    state: ItemState = ItemState.NEW
    changes: tuple[ItemChange, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signed a package (người ký gói): name, public key as hex, fingerprint to be compared."""

    name: str
    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class TrustedSender:
    """A sender whose fingerprint the clerk compared, and when."""

    sender: Sender
    since: datetime.date


class Trust(StrEnum):
    """How a sender stands to those that the clerk trusts."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    OTHER_KEY = "other-key"
    """A trusted sender of that name has another key."""
    OWN = "own"
