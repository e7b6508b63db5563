"""Instruments in a list: found by what was typed, in force or not (văn bản viện dẫn)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ttcs_desktop.i18n import _
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.services.citing import Citing
from ttcs_desktop.services.library import Library


class Validity(StrEnum):
    """Whether an instrument may be cited on a date."""

    IN_FORCE = "in-force"
    PERIOD_OVER = "period-over"
    ENDED = "ended"
    LATER = "later"


_BY_RULE = {
    "citations.period-over": Validity.PERIOD_OVER,
    "citations.ended": Validity.ENDED,
    "citations.later": Validity.LATER,
}


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument in the list.

    `problem` is why it should not be cited on the date; `successor` what replaced it.
    """

    instrument: Instrument
    validity: Validity
    problem: Problem | None = None
    successor: Instrument | None = None


@dataclass(frozen=True, slots=True)
class InstrumentList:
    """What was found, and what is wrong with a citation that was typed."""

    rows: tuple[InstrumentRow, ...]
    problems: tuple[Problem, ...] = ()


def find_instruments(library: Library, text: str, date: datetime.date) -> InstrumentList:
    """Return the instruments that a typed citation may mean; of other words, those that hold them.

    Nothing typed finds all.
    """
    citing = Citing(library, Regime.PARTY, date)
    mentions = citing.look_up(text) if text else ()
    meant = {one.id: one for mention in mentions for one in mention.candidates}
    if meant:
        return InstrumentList(_rows(citing, meant.values()), citing.problems(text))
    return InstrumentList(_rows(citing, library.instruments.find(text)))


def citations_of(
    library: Library, instrument: Instrument, date: datetime.date
) -> dict[Regime, str]:
    """Return how an instrument is cited in full, in the grammar of the Party and of the State."""
    return {
        regime: Citing(library, regime, date).in_full(instrument)
        for regime in (Regime.PARTY, Regime.STATE)
    }


def validity_word(validity: Validity) -> str:
    """Return whether an instrument is in force, in words."""
    words = {
        Validity.IN_FORCE: _("còn hiệu lực"),
        Validity.PERIOD_OVER: _("hết giai đoạn"),
        Validity.ENDED: _("hết hiệu lực"),
        Validity.LATER: _("chưa ban hành"),
    }
    return words[validity]


def _rows(citing: Citing, instruments: Iterable[Instrument]) -> tuple[InstrumentRow, ...]:
    return tuple(_row(citing, one) for one in instruments)


def _row(citing: Citing, instrument: Instrument) -> InstrumentRow:
    problem = citing.problem_with(instrument)
    validity = _BY_RULE[problem.rule] if problem else Validity.IN_FORCE
    return InstrumentRow(instrument, validity, problem, citing.successor_of(instrument))
