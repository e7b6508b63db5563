"""Plans of many units from one guidance (lập kế hoạch hàng loạt)."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.services.batching import Batch, Made
from ttcs_desktop.services.chaining import Chaining, Proposal
from ttcs_desktop.services.library import Library


@dataclass(frozen=True, slots=True)
class Order:
    """Which plans to make, and where to; `year` 0 follows the date."""

    selector: str
    date: datetime.date
    folder: Path
    year: int = 0
    has_pdf: bool = False
    is_resumed: bool = False


@dataclass(frozen=True)
class Planner:
    """Makes each unit's plan with the tasks that a guidance gives its group."""

    library: Library

    def make(
        self, proposal: Proposal, order: Order, tell: Callable[[tuple[Made, ...], int], object]
    ) -> tuple[Made, ...]:
        """Make the plans; `tell` hears what is made so far and of how many, and may stop the work.

        Raises:
            UnknownError: the selector names no unit.
            WriteError: the folder cannot be written; what is there is whole.
        """
        units = self.library.units.select(order.selector, on=order.date)
        chaining = Chaining(self.library)

        def prepare(unit: Unit) -> Draft:
            return chaining.plan_from(proposal, unit.id, order.date, order.year).draft

        made: tuple[Made, ...] = ()
        tell(made, len(units))
        batch = Batch(self.library).write(
            units, prepare, order.folder, has_pdf=order.has_pdf, is_resumed=order.is_resumed
        )
        for one in batch:
            made = (*made, one)
            tell(made, len(units))
        return made
