"""What is at hand: formats, units, instruments and templates, shipped and the clerk's own."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.errors import UnknownError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Regime, Unit
from ttcs_desktop.places import resources, shipped_templates, user_data, user_templates

if TYPE_CHECKING:
    from ttcs_desktop.registry.instruments import Instruments
    from ttcs_desktop.registry.units import Units
    from ttcs_desktop.templating.catalogue import Catalogue


@dataclass(frozen=True)
class Library:
    """The shelves, each read when it is first asked for.

    `shipped` and `own` are folders with `formats/`, `units/` and `instruments/` in them; the
    clerk's own lie over the shipped.
    """

    shipped: Path = field(default_factory=resources)
    own: Path = field(default_factory=user_data)
    template_folders: tuple[Path, ...] = field(
        default_factory=lambda: (shipped_templates(), user_templates())
    )

    @cached_property
    def formats(self) -> Mapping[str, FormatProfile]:
        """Formats by id (thể thức)."""
        from ttcs_desktop.registry.formats import load_formats

        return load_formats(self.shipped / "formats", self.own / "formats")

    @cached_property
    def units(self) -> "Units":
        """Units by id (đơn vị)."""
        from ttcs_desktop.registry.units import load_units

        return load_units(self.shipped / "units", self.own / "units")

    @cached_property
    def instruments(self) -> "Instruments":
        """Instruments by id (văn bản viện dẫn)."""
        from ttcs_desktop.registry.instruments import load_instruments

        return load_instruments(self.shipped / "instruments", self.own / "instruments")

    @cached_property
    def templates(self) -> "Catalogue":
        """Templates by id (mẫu văn bản)."""
        from ttcs_desktop.templating.catalogue import Catalogue

        return Catalogue(*self.template_folders)

    def unit(self, unit_id: str) -> Unit:
        """Return a unit.

        Raises:
            UnknownError: no unit has that id.
        """
        return self.units[unit_id]

    def instrument(self, instrument_id: str) -> Instrument:
        """Return an instrument.

        Raises:
            UnknownError: no instrument has that id.
        """
        return self.instruments[instrument_id]

    def format(self, format_id: str) -> FormatProfile:
        """Return a format by id.

        Raises:
            UnknownError: no format has that id.
        """
        found = self.formats.get(format_id)
        if found is None:
            raise UnknownError(
                _("Không có thể thức “{id}”.").format(id=format_id),
                remedy=_("Các thể thức có sẵn: {ids}.").format(ids=", ".join(sorted(self.formats))),
            )
        return found

    def format_for(self, regime: Regime, date: datetime.date) -> FormatProfile:
        """Return the format in force for a regime on a date."""
        from ttcs_desktop.rules.formats import choose

        return choose(self.formats, regime, date)
