"""Units by id: what ships, with the clerk's own laid over it (đơn vị)."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.registry.shelf import Shelf, UnknownIdError
from ttcs_desktop.registry.unit_files import read_units

SELECTABLE = ("group", "kind", "level", "regime", "superior")


class Units(Shelf[Unit]):
    """Units by id, to find by any name they ever had, and to select many from."""

    def __init__(self, entries: Mapping[str, Unit]) -> None:
        super().__init__(entries, _words, _unknown)

    def select(self, selector: str, *, on: datetime.date | None = None) -> tuple[Unit, ...]:
        """Return the units that a selector names, each once, in the order of the files.

        A selector is a list of choices with commas. A choice is an id, `all`, or `field:value`
        (group, kind, level, regime, superior), several joined by `+` where all must hold:
        `group:1`, `kind:ubnd+level:xa`, `so-tu-phap,superior:tu`. With `on`, only units that exist
        on that date.

        Raises:
            UnknownError: a choice names no unit.
        """
        chosen = {
            unit.id for choice in selector.split(",") for unit in self._choose(choice.strip())
        }
        return tuple(
            unit
            for unit in self.values()
            if unit.id in chosen
            and (on is None or any(period.covers(on) for period in unit.periods))
        )

    def _choose(self, choice: str) -> tuple[Unit, ...]:
        if choice == "all":
            return tuple(self.values())
        if ":" not in choice:
            return (self[choice],)
        conditions = dict(_condition(part.strip(), choice) for part in choice.split("+"))
        found = tuple(
            unit
            for unit in self.values()
            if all(str(getattr(unit, field)) == value for field, value in conditions.items())
        )
        if not found:
            raise _nothing_chosen(choice)
        return found


def load_units(*folders: Path) -> Units:
    """Read every unit file of the folders; a later folder lies over an earlier one, field by field.

    Raises:
        DataError: a file is not TOML, or a field is wrong; names the file, the unit and the field.
    """
    return Units(read_units(folders))


def _condition(part: str, choice: str) -> tuple[str, str]:
    field, _colon, value = part.partition(":")
    if field not in SELECTABLE:
        raise _nothing_chosen(choice)
    return field, value.strip()


def _nothing_chosen(choice: str) -> UnknownError:
    return UnknownError(
        _("Không có đơn vị nào ứng với “{choice}”.").format(choice=choice),
        remedy=_(
            "Chọn bằng mã đơn vị, all, group:1, kind:so, level:xa, regime:party, superior:tu."
        ),
    )


def _words(unit: Unit) -> str:
    names = (f"{period.name} {period.short_name} {period.symbol}" for period in unit.periods)
    return " ".join((*names, *unit.former))


def _unknown(unit_id: str, guesses: str) -> UnknownIdError:
    return UnknownIdError(
        _("Không có đơn vị “{id}”.").format(id=unit_id),
        remedy=_("Có phải: {guesses}?").format(guesses=guesses)
        if guesses
        else _("Xem các mã bằng lệnh ttcs units list."),
    )
