"""Records that ship, with what the clerk changed laid over them (dữ liệu gốc và của đơn vị)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

from ttcs_desktop.codec import to_record, to_table
from ttcs_desktop.errors import DataError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Difference, Outdated, RecordKind
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.registry.labels import label, shown
from ttcs_desktop.registry.lazy import Over
from ttcs_desktop.registry.own_fields import OwnField, changes, flat, laid

T = TypeVar("T", Unit, Instrument)


@dataclass(frozen=True, slots=True)
class Laid(Generic[T]):
    """What came of laying the clerk's fields over what ships.

    `outdated` are fields of the clerk's whose shipped value has changed since; `problems` what
    could not be laid, and was left out.
    """

    records: Mapping[str, T]
    outdated: tuple[Outdated, ...]
    problems: tuple[Problem, ...]


def lay(shipped: Mapping[str, T], own: Iterable[OwnField], record: type[T]) -> Laid[T]:
    """Lay the clerk's fields over records by id."""
    records: dict[str, T] = {}
    outdated: list[Outdated] = []
    problems: list[Problem] = []
    for record_id, group in groupby(sorted(own, key=lambda one: one.id), key=lambda one: one.id):
        fields = tuple(group)
        below = to_table(shipped[record_id]) if record_id in shipped else {}
        table, left = laid(below, fields)
        problems.extend(_without_base(one) for one in left)
        try:
            records[record_id] = to_record({**table, "id": record_id}, record, where=record_id)
        except DataError as error:
            problems.append(_unreadable(record_id, error))
            continue
        outdated.extend(_outdated(fields, flat(below), records[record_id]))
    return Laid(Over(shipped, records), tuple(outdated), tuple(problems))


def name_of(record: Unit | Instrument) -> str:
    """Return what a record is called: a unit by its last name, an instrument by type and number."""
    if isinstance(record, Unit):
        return record.periods[-1].name if record.periods else record.id
    return f"{record.type_name} {record.symbol}".strip() if record.symbol else record.title


def differences(
    before: Unit | Instrument | None, after: Unit | Instrument
) -> tuple[Difference, ...]:
    """Return the fields in which a record would differ from what it is, None for nothing yet."""
    kind = RecordKind.UNIT if isinstance(after, Unit) else RecordKind.INSTRUMENT
    below = to_table(before) if before else {}
    return tuple(
        as_difference(one, after, is_new=before is None)
        for one in changes(kind, after.id, below, to_table(after)).values()
        if before or shown(one.value)
    )


def as_difference(one: OwnField, record: Unit | Instrument | None, *, is_new: bool) -> Difference:
    """Return a field of the clerk's as a difference from what it lies over."""
    is_gone = one.field.endswith("]")
    return Difference(
        one.kind,
        one.id,
        name_of(record) if record else one.id,
        one.field,
        label(one.field),
        _("có") if is_gone else shown(one.shipped),
        _("bỏ") if is_gone else shown(one.value),
        is_new,
    )


def _outdated(
    fields: Iterable[OwnField], below: Mapping[str, Any], record: Unit | Instrument
) -> Iterable[Outdated]:
    for one in fields:
        now = below.get(one.field)
        if now in (one.shipped, one.value):
            continue
        yield Outdated(
            one.kind,
            one.id,
            name_of(record),
            one.field,
            label(one.field),
            shown(one.value),
            shown(one.shipped),
            shown(now),
        )


def as_problem(outdated: Outdated) -> Problem:
    """Tell that what ships has changed under a field of the clerk's."""
    return Problem(
        Severity.NOTE,
        "registry.shipped-changed",
        _("{name}: {field} trong dữ liệu gốc đã đổi từ “{then}” thành “{now}”.").format(
            name=outdated.name, field=outdated.label, then=outdated.then, now=outdated.now
        ),
        hint=_("Đơn vị đang dùng “{own}”; chọn giữ lại hoặc lấy theo dữ liệu gốc.").format(
            own=outdated.own
        ),
    )


def _without_base(one: OwnField) -> Problem:
    return Problem(
        Severity.WARNING,
        "registry.nothing-beneath",
        _("{id}: không còn chỗ cho sửa đổi “{field}” trong dữ liệu gốc.").format(
            id=one.id, field=label(one.field)
        ),
        hint=_("Sửa lại đơn vị ấy, hoặc bỏ sửa đổi này."),
    )


def _unreadable(record_id: str, error: DataError) -> Problem:
    return Problem(
        Severity.WARNING,
        "registry.unreadable",
        _("Không dùng được sửa đổi của “{id}”: {reason}").format(id=record_id, reason=error.what),
        hint=_("Sửa lại, hoặc bỏ sửa đổi này."),
    )
