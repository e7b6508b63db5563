"""What an office decides about the checker (thiết lập kiểm tra của cơ quan)."""

from dataclasses import dataclass, field
from enum import StrEnum


class Weight(StrEnum):
    """How an office wants a rule weighed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Ignored:
    """Findings that the office does not want to see: of a rule ("" for any), on some words.

    `words` are compared without regard to case and to where tone marks stand; "" means any.
    """

    rule: str = ""
    words: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Severities, what to pass over, and the office's own words.

    Attributes:
        weights: severity by rule id, or by family, e.g. "language" for "language.spelling".
        lexicon: words and names that are right in this office (từ điển riêng).
    """

    weights: dict[str, Weight] = field(default_factory=dict)
    ignored: tuple[Ignored, ...] = ()
    lexicon: tuple[str, ...] = ()
