"""The register of a unit as it is looked through: its series, lines and what is odd (sổ)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.register import Entry, Series
from ttcs_desktop.services.registering import NumberBook


@dataclass(frozen=True, slots=True)
class NumberList:
    """The lines of a unit or of one of its series, newest number first, and what to look at."""

    titles: tuple[tuple[Series, str], ...]
    entries: tuple[Entry, ...]
    problems: tuple[tuple[str, Problem], ...]


def number_list(book: NumberBook, unit: str, series: Series | None = None) -> NumberList:
    """Return the register of a unit, or of one series of it.

    Raises:
        UserError: the register cannot be read.
    """
    known = book.all_series(unit)
    titles = tuple((one, book.title(one)) for one in known)
    entries = book.entries(series, unit=unit)
    by_series: dict[Series, list[Entry]] = {}
    for entry in entries:
        by_series.setdefault(entry.series, []).append(entry)
    problems = tuple(
        (title, problem)
        for one, title in titles
        if series in (None, one)
        for problem in book.check(one, by_series.get(one, ()))
    )
    return NumberList(titles, _newest_first(entries), problems)


def _newest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: one.given_at, reverse=True))
