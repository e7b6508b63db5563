"""Values in the words of a message: lengths, sizes, spans (cách ghi giá trị)."""

import re

from ttcs_desktop.checking.word_lists import word_lists
from ttcs_desktop.i18n import _
from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.look import Range

_ANNEX = re.compile(r"\b(?P<annex>PL\d)(?:-(?P<part>[IVX]+)(?:\.(?P<item>[IVX]+(?:\.\w+)?))?)?")
"""An annex of a format's source: "PL1-I.II.9d"."""
_NO_LIMIT = 99.0
"""What a format writes for a maximum that the rule does not give."""


def number(value: float) -> str:
    """Return a number as Vietnamese writes it, at most one decimal: 12,7."""
    return f"{round(value, 1):g}".replace(".", ",")


def exact(value: float) -> str:
    """Return a number with two decimals where it has them: 1,15."""
    return f"{round(value, 2):g}".replace(".", ",")


def millimetres(value: float) -> str:
    """Return a length: 20 mm."""
    return f"{number(value)} mm"


def points(value: float) -> str:
    """Return a size: cỡ 14 is "14 pt"."""
    return f"{number(value)} pt"


def clause(source: str) -> str:
    """Return the clauses that a format's `source` names, in the words of a reader.

    "NĐ30 PL1-I.I.7; khoảng cách đo trên tệp" gives "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
    Mục I.7": what the source remarks on them is left out. A source that names no clause stays.
    """
    parts = [part.strip() for part in source.split(";")]
    return _in_full("; ".join(part for part in parts if part[:1].isupper()) or parts[0])


@remembered
def _in_full(named: str) -> str:
    """Name instruments and annexes in full where a format has its short names for them."""
    lists = word_lists("sources")
    instruments: dict[str, str] = lists["instruments"]
    first = next((short for short in instruments if short in named), "")
    annexes: dict[str, str] = lists["annexes"].get(first, {})

    def annex(found: re.Match[str]) -> str:
        name = annexes.get(found["annex"], found["annex"])
        part = f", Phần {found['part']}" if found["part"] else ""
        return f"{name}{part}, Mục {found['item']}" if found["item"] else f"{name}{part}"

    told = _ANNEX.sub(annex, named)
    for short, full in instruments.items():
        told = re.sub(rf"\b{short} (?=[IVX]+(?:\.|$|,| ))", f"{full}, mục ", told)
        told = re.sub(rf"\b{short} (?=Phụ lục)", f"{full}, ", told)
        told = re.sub(rf"\b{short}\b", full, told)
    return told


def span(told: Range, unit: str = "") -> str:
    """Return what a rule allows: "20 - 25 mm", "10 hoặc 12,7 mm", "từ 6 pt"."""
    end = f" {unit}" if unit else ""
    if told.choices:
        return _(" hoặc ").join(map(number, told.choices)) + end
    if told.min == told.max:
        return exact(told.min) + end
    if told.max >= _NO_LIMIT:
        return _("từ {least}").format(least=exact(told.min)) + end
    return f"{exact(told.min)} - {exact(told.max)}{end}"
