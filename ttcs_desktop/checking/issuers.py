"""Which known unit a letterhead is (đơn vị ban hành)."""

from collections.abc import Iterable, Sequence

from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.officialtext.words import key


def issuer_in(components: Sequence[Component], units: Iterable[Unit]) -> Unit | None:
    """Return the unit whose letterhead stands in a file; None when none or several have it."""
    parent = _told(components, Part.PARENT_BODY)
    issuer = _told(components, Part.ISSUING_BODY)
    if not issuer:
        return None
    found = {
        unit.id: unit
        for unit in units
        for period in unit.periods
        if key(" ".join(period.letterhead_issuer)) == issuer
        and key(period.letterhead_parent) == parent
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _told(components: Sequence[Component], part: Part) -> str:
    return next((key(one.text) for one in components if one.part is part), "")
