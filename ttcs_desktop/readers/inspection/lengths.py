"""Lengths of OOXML as mm and pt."""

from ttcs_desktop.readers.ooxml import Element, w, whole

_TWIPS_PER_MM = 1440 / 25.4
_EMU_PER_MM = 36000
_MM_PER_POINT = 25.4 / 72
_UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": _MM_PER_POINT, "pc": 12 * _MM_PER_POINT}
_LONGEST = 10_000.0


def mm(twips: str | None) -> float:
    """Return a length in twips, or with its unit ("2.5cm"), as mm; 0 for anything else."""
    text = twips or ""
    unit = _UNITS.get(text[-2:])
    if unit is not None:
        return number(text[:-2]) * unit
    return round(_bounded(number(text) / _TWIPS_PER_MM), 3)


def points(twips: str | None) -> float:
    """Return a length in twips, or with its unit, as pt; 0 for anything else."""
    text = twips or ""
    if text[-2:] in _UNITS:
        return round(mm(text) / _MM_PER_POINT, 3)
    return round(_bounded(number(text) / 20), 3)


def mm_of_emu(length: str | None) -> float:
    """Return a length of DrawingML as mm."""
    return round(_bounded(number(length) / _EMU_PER_MM), 3)


def number(text: str | None) -> float:
    """Return a number as typed in an attribute; 0 for anything else."""
    try:
        found = float(text or 0)
    except ValueError:
        return 0.0
    return found if abs(found) < float("inf") else 0.0


def length_of(parent: Element | None, name: str) -> float:
    """Return the width of a table or cell in mm; 0 where it is not said in twips."""
    found = None if parent is None else parent.find(name)
    if found is None or found.get(w("type"), "dxa") != "dxa":
        return 0.0
    return mm(found.get(w("w")))


def count(parent: Element | None, name: str, default: int = 0) -> int:
    """Return a whole number that a property holds."""
    found = None if parent is None else parent.find(name)
    return default if found is None else whole(found.get(w("val")), default)


def _bounded(length: float) -> float:
    return max(-_LONGEST, min(_LONGEST, length))
