"""Who has planned and who has reported, by the files that came in (theo dõi thực hiện)."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.document import Document
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.report import SetAside
from ttcs_desktop.model.task import TaskState
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.incoming import incoming
from ttcs_desktop.services.letterheads import Letterheads
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import open_data

PLAN, REPORT = "kế hoạch", "báo cáo"


@dataclass(frozen=True, slots=True)
class Delivered:
    """A plan or report that came in: its file, its date, and the tasks that travel with it.

    `done` are the ids of the tasks that a report says are done.
    """

    file: str
    kind: str
    unit: str
    date: datetime.date | None = None
    number: str = ""
    tasks: tuple[str, ...] = ()
    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in some files: plans and reports, and what cannot be counted, with why."""

    delivered: tuple[Delivered, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a unit is; of several plans or reports the newest counts."""

    unit: str
    name: str
    plan: Delivered | None = None
    report: Delivered | None = None


@dataclass(frozen=True)
class Tracking:
    """Reads what came in and holds it against who was asked."""

    library: Library

    def read(self, paths: Sequence[Path], tell: Callable[[str], object]) -> Found:
        """Read plans and reports of some files, folders, archives and mails."""
        delivered: list[Delivered] = []
        aside: list[SetAside] = []
        for one in incoming(paths):
            tell(one.name)
            if one.fault:
                aside.append(SetAside(one.name, one.fault))
                continue
            try:
                opened = open_data(one.data, Path(one.name))
            except SourceError as error:
                aside.append(SetAside(one.name, error.what))
                continue
            found = self._delivered(opened.draft, one.name)
            if isinstance(found, SetAside):
                aside.append(found)
            else:
                delivered.append(found)
        return Found(tuple(delivered), tuple(aside))

    def standing(
        self, found: Iterable[Found], selector: str, date: datetime.date
    ) -> tuple[Standing, ...]:
        """Return how far each unit is that a selector names; without one, those that sent anything.

        Raises:
            UnknownError: the selector names no unit.
        """
        plans: dict[str, Delivered] = {}
        reports: dict[str, Delivered] = {}
        for one in sorted((d for each in found for d in each.delivered), key=_age):
            (plans if one.kind == PLAN else reports)[one.unit] = one
        sent = dict.fromkeys((*plans, *reports))
        units = (
            self.library.units.select(selector, on=date)
            if selector
            else [self.library.units[unit] for unit in sent]
        )
        return tuple(
            Standing(unit.id, period_on(unit, date).name, plans.get(unit.id), reports.get(unit.id))
            for unit in units
        )

    def _delivered(self, draft: Draft, name: str) -> Delivered | SetAside:
        document = parse(draft.text)
        kind = document.type_name.lower()
        unit = draft.unit or self._issuer(document)
        if kind not in (PLAN, REPORT):
            return SetAside(name, _("Không phải kế hoạch hay báo cáo."), unit)
        if unit not in self.library.units:
            return SetAside(name, _("Không rõ văn bản của đơn vị nào."))
        done = (one.task for one in draft.results if one.state is TaskState.DONE)
        return Delivered(
            name,
            kind,
            unit,
            draft.date or document.place_and_date.date,
            draft.number or document.number.serial,
            tuple(task.id for task in draft.tasks),
            tuple(done),
        )

    def _issuer(self, document: Document) -> str:
        unit = self._letterheads.issuer(document)
        return unit.id if unit else ""

    @cached_property
    def _letterheads(self) -> Letterheads:
        return Letterheads(self.library)


def _age(one: Delivered) -> tuple[datetime.date, str]:
    return (one.date or datetime.date.min, one.file)
