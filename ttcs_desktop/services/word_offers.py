"""What the words before the cursor may become: names, citations, phrases (gợi ý từ ngữ)."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.phrases import Phrases

MOST = 12
_MOST_WORDS = 8
_SHORTEST = 2
"""Letters that are enough to look for."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class WordOffer:
    """Words to put in place of the last `replaced` letters before the cursor."""

    shown: str
    words: str
    replaced: int


@dataclass(frozen=True)
class WordOffers:
    """Finds what was begun, with or without marks, as unit, instrument or phrase."""

    library: Library
    phrases: Phrases

    def after(self, before: str, date: datetime.date) -> tuple[WordOffer, ...]:
        """Return what the end of a line may become, for its longest part that begins something."""
        known = tuple(self._known(date))
        starts = [found.start() for found in _WORD.finditer(before)][-_MOST_WORDS:]
        for start in starts:
            typed = _key(before[start:])
            if len(typed) < _SHORTEST:
                break
            found = [
                WordOffer(shown, words, len(before) - start)
                for shown, words in known
                if _key(shown).startswith(typed) and words != before[start:]
            ]
            if found:
                return tuple(found[:MOST])
        return ()

    def _known(self, date: datetime.date) -> Iterator[tuple[str, str]]:
        """Yield what is shown and what is put in: the clerk's phrases first."""
        for phrase in self.phrases.all():
            yield phrase.name, phrase.text
        for instrument in self.library.instruments.values():
            name = f"{instrument.type_name} {instrument.symbol}".strip()
            if name and instrument.symbol:
                yield name, f"[[{instrument.id}]]"
        units = (unit for unit in self.library.units.select("all", on=date))
        names = dict.fromkeys(period_on(unit, date).name for unit in units)
        yield from ((name, name) for name in sorted(names, key=len))


def _key(text: str) -> str:
    return " ".join(without_marks(text).casefold().split())
