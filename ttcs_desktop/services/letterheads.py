"""Who issued a document, known by its letterhead (cơ quan ban hành theo phần đầu)."""

from dataclasses import dataclass
from functools import cached_property

from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.services.library import Library


@dataclass(frozen=True)
class Letterheads:
    """The letterheads of all units, past and present."""

    library: Library

    def issuer(self, document: Document) -> Unit | None:
        """Return the unit whose letterhead a document bears; None when nothing tells it."""
        bodies = " ".join(document.issuer.issuers)
        whole = _key(f"{document.issuer.parent} {bodies}")
        return self._units.get(whole) or self._units.get(_key(bodies))

    @cached_property
    def _units(self) -> dict[str, Unit]:
        """Units by letterhead; one that several share, such as BAN TUYÊN GIÁO, needs its parent."""
        found: dict[str, Unit] = {}
        shared: set[str] = set()
        for unit in self.library.units.values():
            for period in unit.periods:
                body = _key(" ".join(period.letterhead_issuer))
                if found.setdefault(body, unit).id != unit.id:
                    shared.add(body)
                found[_key(f"{period.letterhead_parent} {body}")] = unit
        return {key: unit for key, unit in found.items() if key not in shared}


def _key(text: str) -> str:
    return fold(" ".join(text.split())).casefold()
