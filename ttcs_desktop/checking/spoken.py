"""Values in the words of a message: lengths, sizes, spans (cách ghi giá trị)."""

from ttcs_desktop.i18n import _
from ttcs_desktop.model.look import Range

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
    """Return the clauses that a format's `source` names, without what it remarks on them.

    "NĐ30 PL1-I.I.7; khoảng cách đo trên tệp" gives "NĐ30 PL1-I.I.7"; a source that names no clause
    stays as it is.
    """
    parts = [part.strip() for part in source.split(";")]
    return "; ".join(part for part in parts if part[:1].isupper()) or parts[0]


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
