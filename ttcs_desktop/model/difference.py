"""Differences between what is and what would be, shown before anything is taken in (đối chiếu)."""

from dataclasses import dataclass
from enum import StrEnum


class RecordKind(StrEnum):
    """What a record of the registry is."""

    UNIT = "unit"
    INSTRUMENT = "instrument"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that would change (một chỗ thay đổi).

    Attributes:
        id: the record's id.
        name: what the record is called.
        field: path of the field, e.g. "periods[2025-07-01].filing".
        label: what the clerk calls the field.
        before: what it says now, "" when nothing.
        after: what it would say.
        is_new: the whole record is new.
    """

    kind: RecordKind
    id: str
    name: str
    field: str
    label: str
    before: str
    after: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Outdated:
    """A field of the clerk's under which the shipped value has changed (dữ liệu gốc đã đổi).

    `own` stays in force until the clerk takes `now`, what ships today; `then` is what shipped when
    the clerk wrote.
    """

    kind: RecordKind
    id: str
    name: str
    field: str
    label: str
    own: str
    then: str
    now: str
