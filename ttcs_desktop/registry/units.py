"""Units by id: what ships, with the clerk's own laid over it (đơn vị)."""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from ttcs_desktop.i18n import _
from ttcs_desktop.model.difference import Outdated
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.unit import Epoch, Unit
from ttcs_desktop.registry.choices import chosen
from ttcs_desktop.registry.own_fields import OwnField
from ttcs_desktop.registry.own_records import lay
from ttcs_desktop.registry.shelf import Shelf, UnknownIdError
from ttcs_desktop.registry.unit_files import read_units


class Units(Shelf[Unit]):
    """Units by id, to find by any name they ever had, and to select many from.

    `outdated` are the clerk's fields under which the shipped value has changed; `problems` what of
    the clerk's could not be laid over what ships.
    """

    def __init__(
        self,
        entries: Mapping[str, Unit],
        outdated: tuple[Outdated, ...] = (),
        problems: tuple[Problem, ...] = (),
        epochs: tuple[Epoch, ...] = (),
    ) -> None:
        super().__init__(entries, _words, _unknown)
        self.outdated = outdated
        self.problems = problems
        self.epochs = epochs

    def select(self, selector: str, *, on: datetime.date | None = None) -> tuple[Unit, ...]:
        """Return the units that a selector names, each once, in the order of the files.

        A selector is a list of choices with commas. A choice is an id, a full name, `all`,
        `field:value` (group, kind, level, regime, superior), several joined by `+` where all must
        hold, or a list file: `group:1`, `kind:ubnd+level:xa`, `so-tu-phap,superior:tu`,
        `@danh-sach.csv`. With `on`, only units that exist on that date.

        Raises:
            UnknownError: a choice names no unit.
            SourceError: a list file cannot be read.
        """
        return tuple(
            unit
            for unit in chosen(selector, self)
            if on is None or any(period.covers(on) for period in unit.periods)
        )


def load_units(*folders: Path, own: Iterable[OwnField] = ()) -> Units:
    """Read every unit file of the folders; a later folder lies over an earlier one, field by field.

    `own` are the fields that the clerk changed in the database; they lie over all.

    Raises:
        DataError: a file is not TOML, or a field is wrong; names the file, the unit and the field.
    """
    read = read_units(folders)
    laid = lay(read.units, own, Unit)
    return Units(laid.records, laid.outdated, laid.problems, read.epochs)


def _words(unit: Unit) -> str:
    names = (
        f"{period.name} {period.short_name} {period.list_name} {period.symbol}"
        for period in unit.periods
    )
    return " ".join((*names, *unit.former))


def _unknown(unit_id: str, guesses: str) -> UnknownIdError:
    return UnknownIdError(
        _("Không có đơn vị “{id}”.").format(id=unit_id),
        remedy=_("Có phải: {guesses}?").format(guesses=guesses)
        if guesses
        else _("Xem các mã bằng lệnh ttcs units list."),
    )
