"""Instruments that a text names: found as they were typed, checked on its date (viện dẫn)."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from ttcs_desktop.model.document import PlaceAndDate
from ttcs_desktop.model.format import CitationForm
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.text import plain
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.rules.citations import full
from ttcs_desktop.rules.mentions import KnownInstruments, Mention, mention_problems, mentions
from ttcs_desktop.rules.validity import validity_problem
from ttcs_desktop.services.library import Library


@dataclass(frozen=True)
class Citing:
    """Finds instruments for the clerk, in the grammar of one regime on one date."""

    library: Library
    regime: Regime
    date: datetime.date

    def look_up(self, text: str) -> tuple[Mention, ...]:
        """Return the instruments that a text names by number, each with what is wrong with it.

        `Mention.candidates` are what it may mean: offer them where there are several.
        """
        return mentions(text, self._known, self._form, self._written)

    def problems(self, text: str) -> tuple[Problem, ...]:
        """Return what is wrong with the citations that are typed into a text, by line."""
        return mention_problems(self.look_up(text))

    def problem_with(self, instrument: Instrument) -> Problem | None:
        """Tell that an instrument has ended, is of a period that is over, or is yet to come."""
        return validity_problem(instrument, self._written, self._form, self.library.instruments)

    def successor_of(self, instrument: Instrument) -> Instrument | None:
        """Return what replaced an instrument, None when nothing is known."""
        return self.library.instruments.get(instrument.successor)

    def in_full(self, instrument: Instrument) -> str:
        """Return the full citation in the regime's grammar, as words."""
        return plain(full(instrument, self._form))

    @property
    def _form(self) -> CitationForm:
        return self.library.format_for(self.regime, self.date).citation

    @property
    def _written(self) -> PlaceAndDate:
        return PlaceAndDate("", self.date)

    @cached_property
    def _known(self) -> KnownInstruments:
        return KnownInstruments(self.library.instruments)
