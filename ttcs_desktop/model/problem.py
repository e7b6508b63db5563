"""Findings on content are values, not exceptions."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs (mức độ)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One point to look at again (điểm cần rà soát).

    Attributes:
        severity: error stops issuing, warning asks, note only tells.
        rule: the id of the rule, e.g. "officialtext.broken-table".
        message: what was found, in the interface language.
        line: the line of the official text it concerns, from 1; 0 when there is none.
        hint: what to do next.
        source: the clause the rule comes from, "" for practice.
    """

    severity: Severity
    rule: str
    message: str
    line: int = 0
    hint: str = ""
    source: str = ""
