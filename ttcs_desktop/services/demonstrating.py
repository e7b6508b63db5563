"""The sample chain (bộ văn bản mẫu): guidance, seven plans, seven reports, one consolidated."""

import dataclasses
import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import cycle
from pathlib import Path
from typing import Any

from ttcs_desktop.codec import read_toml, to_record
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.period import Period, PeriodKind
from ttcs_desktop.model.template import Holding, TemplateInfo
from ttcs_desktop.rules.periods import period_on
from ttcs_desktop.services.chain_data import holds
from ttcs_desktop.services.chaining import Chaining
from ttcs_desktop.services.composing import Composer
from ttcs_desktop.services.consolidated_draft import ConsolidatedDrafter
from ttcs_desktop.services.consolidating import Consolidator, write_workbook
from ttcs_desktop.services.exporting import export_docx, export_pdf
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.rendering import Renderer, Request

SELECTOR_END = ","


@dataclass(frozen=True, slots=True)
class Sample:
    """What the sample chain is made of: `resources/samples/chain.toml`."""

    guidance: str
    number: str
    units: tuple[str, ...]
    plans_on: datetime.date
    period_year: int
    reports_on: datetime.date
    reports_due: datetime.date
    consolidated_on: datetime.date
    figures: dict[str, int]
    results: tuple[dict[str, str], ...]
    types: dict[str, str] = field(default_factory=dict)
    report: dict[str, str] = field(default_factory=dict)
    consolidated: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """One document of the chain on disk."""

    title: str
    unit: str
    docx: Path
    pdf: Path


@dataclass(frozen=True)
class Demonstration:
    """Writes the whole chain of the sample."""

    library: Library

    @cached_property
    def sample(self) -> Sample:
        """What the chain is made of.

        Raises:
            DataError: the file of the sample is wrong.
        """
        path = self.library.shipped / "samples" / "chain.toml"
        return to_record(read_toml(path), Sample, where=str(path))

    @cached_property
    def chaining(self) -> Chaining:
        """What carries tasks from document to document."""
        return Chaining(self.library)

    def write(self, folder: Path) -> Iterator[Path]:
        """Write 16 documents as .docx and PDF, a workbook and an index page; say each when done.

        Raises:
            WriteError: the folder cannot be written.
        """
        written: list[Written] = []
        guidance = self._guidance()
        yield from self._written(guidance, folder / "1-huong-dan", written)
        proposal = self.chaining.tasks_of(guidance)
        plans = []
        for order, unit in enumerate(self.sample.units, start=1):
            plan = self.chaining.plan_from(proposal, unit, self.sample.plans_on).draft
            plan = dataclasses.replace(plan, number=str(10 + order))
            plans.append(plan)
            yield from self._written(plan, folder / f"2-ke-hoach-{order}-{unit}", written)
        reports = []
        for order, plan in enumerate(plans, start=1):
            name = folder / f"3-bao-cao-{order}-{plan.unit}"
            yield from self._written(self._report(plan, order), name, written)
            reports.append(written[-1].docx)
        yield from self._consolidated(guidance.unit, reports, folder, written)
        index = folder / "index.html"
        write_atomically(index, _index(written).encode("utf-8"))
        yield index

    def _guidance(self) -> Draft:
        draft = Renderer(self.library).render(Request(self.sample.guidance)).composition.draft
        return dataclasses.replace(draft, number=self.sample.number)

    @cached_property
    def _period(self) -> Period:
        return period_on(PeriodKind.YEAR, datetime.date(self.sample.period_year, 1, 1))

    def _report(self, plan: Draft, order: int) -> Draft:
        """Answer a plan with the sample's figures, those of a later unit a tenth higher each."""
        chained = self.chaining.report_from(plan, self._period, self.sample.reports_on).draft
        info = self.library.templates.get(chained.template).info
        answers = chained.answers | self._told(info, chained.answers, order)
        filled = self.chaining.drafter.fill(chained, answers).draft
        return dataclasses.replace(filled, number=str(100 + order))

    def _told(self, info: TemplateInfo, answers: dict[str, Any], order: int) -> dict[str, Any]:
        known = {one.id for one in info.fields}
        told: dict[str, Any] = {
            name: text for name, text in self.sample.report.items() if name in known
        }
        if types := answers.get("results"):
            told["results"] = [self._of_type(row) for row in types]
        for one in holds(info, Holding.RESULTS):
            rows = zip(answers[one.id], cycle(self.sample.results), strict=False)
            told[one.id] = [{**row, **result} for row, result in rows]
        for one in holds(info, Holding.FIGURES):
            told[one.id] = [self._counted(row, order) for row in answers.get(one.id) or ()]
        return told

    def _of_type(self, row: dict[str, Any]) -> dict[str, Any]:
        return {**row, "content": self.sample.types.get(str(row.get("type")), "Không.")}

    def _counted(self, row: dict[str, Any], order: int) -> dict[str, Any]:
        base = self.sample.figures.get(str(row.get("id")))
        if base is None:
            return row
        value = base * (9 + order) // 10
        return {**row, "value": value, "previous": value * 9 // 10}

    def _consolidated(
        self, unit: str, reports: list[Path], folder: Path, written: list[Written]
    ) -> Iterator[Path]:
        expected = SELECTOR_END.join(self.sample.units)
        result = Consolidator(self.library).consolidate_files(
            reports, expected, self.sample.reports_due
        )
        drafter = ConsolidatedDrafter(self.chaining.drafter)
        draft = drafter.report(result, unit, self.sample.consolidated_on)
        told = self.chaining.drafter.fill(draft, draft.answers | self.sample.consolidated).draft
        carried = dataclasses.replace(
            told, tasks=draft.tasks, figures=draft.figures, period=draft.period, number="120"
        )
        yield from self._written(carried, folder / "4-bao-cao-tong-hop", written)
        workbook = folder / "4-bao-cao-tong-hop.xlsx"
        write_workbook(result, workbook)
        yield workbook

    def _written(self, draft: Draft, name: Path, written: list[Written]) -> Iterator[Path]:
        composition = Composer(self.library).compose(draft)
        docx, pdf = name.with_suffix(".docx"), name.with_suffix(".pdf")
        export_docx(composition, docx)
        export_pdf(composition, pdf)
        issuer = composition.document.issuer.name
        written.append(Written(composition.sheet.title, issuer, docx, pdf))
        yield from (docx, pdf)


def _index(written: list[Written]) -> str:
    """Return a page that leads to every document of the chain."""
    heading = _("Bộ văn bản mẫu: từ hướng dẫn đến báo cáo tổng hợp")
    rows = "\n".join(
        f"<tr><td>{escape(one.title)}</td><td>{escape(one.unit)}</td>"
        f'<td><a href="{escape(one.docx.name)}">.docx</a></td>'
        f'<td><a href="{escape(one.pdf.name)}">PDF</a></td></tr>'
        for one in written
    )
    return f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{escape(heading)}</title>
<style>
body {{ font: 16px/1.5 "Liberation Serif", "Times New Roman", serif; }}
body {{ margin: 3em auto; max-width: 60em; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ border-bottom: 1px solid #ccc; padding: .4em .6em; }}
td, th {{ text-align: left; vertical-align: top; }}
</style></head><body>
<h1>{escape(heading)}</h1>
<p>{escape(_("Số liệu là giả định."))}</p>
<table><tr><th>{escape(_("Văn bản"))}</th><th>{escape(_("Đơn vị"))}</th><th></th><th></th></tr>
{rows}
</table></body></html>
"""
