"""The gate before issuing (rà soát trước khi ban hành): what must stand, and what does not yet."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.unit import Regime


@dataclass(frozen=True, slots=True)
class AuthorityRule:
    """Types of documents that a body may not issue (thẩm quyền ban hành).

    Attributes:
        levels: levels of the bodies it is for; () for all.
        on_behalf: what stands after T/M or TM. in the signature; () for every way to sign.
        forbidden: type names in lower case.
        verified: "primary" where the rule itself was read; only then it stops issuing.
    """

    regime: Regime
    forbidden: tuple[str, ...]
    source: str
    verified: str
    levels: tuple[str, ...] = ()
    on_behalf: tuple[str, ...] = ()
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None

    def covers(self, date: datetime.date) -> bool:
        """Tell whether the rule holds on a date."""
        begun = self.valid_from is None or self.valid_from <= date
        return begun and (self.valid_to is None or date <= self.valid_to)


class GatePlace(StrEnum):
    """Where a point is seen to that stands on no line of the text and in no field of the form."""

    NUMBER = "number"  # ô số
    DATE = "date"  # ô ngày
    UNIT = "unit"  # ô đơn vị ban hành
    FORMAT = "format"  # ô thể thức
    DRAFT_MARK = "draft-mark"  # ô dấu dự thảo
    HEAD = "head"  # đầu văn bản
    END = "end"  # cuối văn bản


@dataclass(frozen=True, slots=True)
class GatePoint:
    """One thing that is still to be seen to; it leads to a line of the text or a field of the form.

    `problem.severity` is ERROR where it stops issuing, WARNING where the clerk is asked. `place` is
    where it leads to without line and field.
    """

    problem: Problem
    field: str = ""
    place: GatePlace = GatePlace.UNIT

    @property
    def stops(self) -> bool:
        """Tell whether nothing is issued while it stands."""
        return self.problem.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class GateCheck:
    """One question of the gate, with what was found on it; () when all is well."""

    id: str
    title: str
    points: tuple[GatePoint, ...] = ()

    @property
    def is_met(self) -> bool:
        """Tell whether nothing on it stops issuing."""
        return not any(point.stops for point in self.points)


@dataclass(frozen=True, slots=True)
class Gate:
    """The whole list."""

    checks: tuple[GateCheck, ...]

    @property
    def may_issue(self) -> bool:
        """Tell whether the document may be issued; warnings are the clerk's to weigh."""
        return all(check.is_met for check in self.checks)

    @property
    def points(self) -> tuple[GatePoint, ...]:
        """Return everything that was found, in the order of the checks."""
        return tuple(point for check in self.checks for point in check.points)
