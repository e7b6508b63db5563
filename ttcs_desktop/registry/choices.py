"""Choices of many units at once (chọn đơn vị): `group:1`, `kind:ubnd+level:xa`, `@tep.csv`."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from ttcs_desktop.errors import SourceError, UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.unit import Unit

SELECTABLE = ("group", "kind", "level", "regime", "superior")
_ID_HEADINGS = ("ma", "id", "ma don vi")
_LARGEST_LIST = 1_000_000


def chosen(selector: str, units: Mapping[str, Unit]) -> tuple[Unit, ...]:
    """Return the units that a selector names, each once, in the order of `units`.

    Raises:
        UnknownError: a choice names no unit.
        SourceError: a list file cannot be read.
    """
    ids = {unit.id for choice in selector.split(",") for unit in _choose(choice.strip(), units, "")}
    return tuple(unit for unit in units.values() if unit.id in ids)


def _choose(choice: str, units: Mapping[str, Unit], where: str) -> tuple[Unit, ...]:
    if choice == "all":
        return tuple(units.values())
    if choice.startswith("@"):
        return tuple(_listed(Path(choice[1:]), units))
    if ":" not in choice:
        return (_named(choice, units, where),)
    conditions = [_condition(part.strip(), choice, where) for part in choice.split("+")]
    found = tuple(
        unit
        for unit in units.values()
        if all(_holds(unit, field, value) for field, value in conditions)
    )
    if not found:
        raise _nothing_chosen(choice, where)
    return found


def _condition(part: str, choice: str, where: str) -> tuple[str, str]:
    field, _colon, value = part.partition(":")
    if field not in SELECTABLE:
        raise _nothing_chosen(choice, where)
    return field, value.strip()


def _holds(unit: Unit, field: str, value: str) -> bool:
    if str(getattr(unit, field)) == value:
        return True
    return field == "group" and value in unit.groups


def _named(choice: str, units: Mapping[str, Unit], where: str) -> Unit:
    """Return a unit by its id, or by a name that no other unit bears."""
    if (known := units.get(choice)) is not None:
        return known
    wanted = _key(choice)
    found = [
        unit
        for unit in units.values()
        if wanted
        and any(wanted in (_key(period.name), _key(period.short_name)) for period in unit.periods)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownError(
            _("“{name}” là tên của nhiều đơn vị.").format(name=choice),
            where=where,
            remedy=_("Ghi mã: {ids}.").format(ids=", ".join(unit.id for unit in found)),
        )
    if where:
        raise _nothing_chosen(choice, where)
    return units[choice]


def _listed(path: Path, units: Mapping[str, Unit]) -> Iterator[Unit]:
    """Yield the units of a list file, one choice a line; a .csv has them in its first column."""
    for number, choice in _lines(path):
        yield from _choose(choice, units, f"{path}: {number}")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        if path.stat().st_size > _LARGEST_LIST:
            raise SourceError(_("Danh sách quá dài."), where=str(path))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(
            _("Không đọc được danh sách đơn vị ({reason}).").format(reason=error),
            where=str(path),
            remedy=_("Danh sách là tệp .txt hoặc .csv (UTF-8), mỗi dòng một đơn vị."),
        ) from error
    if path.suffix.lower() == ".csv":
        yield from _column(text)
        return
    for number, line in enumerate(text.splitlines(), 1):
        choice = line.partition("#")[0].strip()
        if choice:
            yield number, choice


def _column(text: str) -> Iterator[tuple[int, str]]:
    separator = ";" if ";" in text.partition("\n")[0] else ","
    at = 0
    for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1):
        headings = [without_marks(cell).strip().lower() for cell in row]
        if number == 1 and (column := [name for name in headings if name in _ID_HEADINGS]):
            at = headings.index(column[0])
        elif len(row) > at and row[at].strip():
            yield number, row[at].strip()


def _key(name: str) -> str:
    return " ".join(fold(name).casefold().split())


def _nothing_chosen(choice: str, where: str) -> UnknownError:
    return UnknownError(
        _("Không có đơn vị nào ứng với “{choice}”.").format(choice=choice),
        where=where,
        remedy=_(
            "Chọn bằng mã đơn vị, all, group:1, kind:so, level:xa, regime:party, superior:tu, "
            "@danh-sách.csv."
        ),
    )
