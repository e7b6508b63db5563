"""A rule of the checker (quy tắc kiểm tra), and what it says of a file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ttcs_desktop.checking.case import Case
from ttcs_desktop.model.component import Component, Stretch
from ttcs_desktop.model.finding import Fix
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule found; the engine adds the rule's id, severity and place.

    Attributes:
        at: the component or stretch it concerns; None for the whole file.
        section: the section it concerns, from 0, where it is about paper and margins.
        clause: where it is not the rule's own.
        verified: how far that clause is verified, as in `model.format`: it softens the severity.
        severity: where it weighs less than the rule usually does.
        words: the words to show; "" for those of the place.
    """

    message: str
    at: Component | Stretch | None = None
    section: int | None = None
    found: str = ""
    asked: str = ""
    clause: str | None = None
    verified: str = ""
    severity: Severity | None = None
    words: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its family is the first part of its id: "page" of "page.margins".

    Attributes:
        title: what it asks for, in the interface language.
        clause: where it comes from in a format, "" for practice.
        check: yields a remark for each place where a file differs.
        applies: whether a format has the rule at all.
    """

    id: str
    severity: Severity
    title: Callable[[], str]
    clause: Callable[[FormatProfile], str]
    check: Callable[[Case], Iterable[Remark]]
    applies: Callable[[FormatProfile], bool] = lambda _format: True

    @property
    def family(self) -> str:
        """What the rule is about, e.g. "page"."""
        return self.id.partition(".")[0]


def no_clause(_format: FormatProfile) -> str:
    """Return the clause of a rule that is practice."""
    return ""
