"""From one document that came in to a unit's report: its figures, answers and sentences."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ttcs_desktop.model.document import Document, Item, Paragraph
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.indicator import Figure
from ttcs_desktop.model.report import Sentence, UnitReport
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.periods import period_in
from ttcs_desktop.rules.report_tables import figures_in
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.letterheads import Letterheads
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import Opened, open_data
from ttcs_desktop.services.said_results import results_in

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZĐÀ-Ỹ“\"])")


@dataclass(frozen=True)
class ReportReader:
    """Reads reports, ours with their data and anyone's by their tables."""

    library: Library

    @cached_property
    def letterheads(self) -> Letterheads:
        """What tells who issued a report that carries no data."""
        return Letterheads(self.library)

    def read(self, data: bytes, name: str) -> UnitReport:
        """Read a document as a unit's report.

        Raises:
            SourceError: the document cannot be read; says why.
        """
        opened = open_data(data, Path(name))
        draft = opened.draft
        if opened.is_ours and not draft.is_edited and _has_data(draft):
            return self._from_data(draft, name)
        return self._from_text(opened, name)

    def _from_data(self, draft: Draft, name: str) -> UnitReport:
        date = draft.date
        return UnitReport(
            unit=draft.unit,
            name=self._name(draft.unit, date),
            file=name,
            period=draft.period,
            sent=date,
            number=draft.number,
            version=draft.number,
            tasks=draft.tasks,
            results=draft.results,
            figures=draft.figures,
            sentences=_sentences(parse(draft.text)),
        )

    def _from_text(self, opened: Opened, name: str) -> UnitReport:
        """Read the text; what it says goes before the data that rides along."""
        draft = opened.draft
        document = parse(draft.text)
        issuer = self.letterheads.issuer(document)
        unit = draft.unit or (issuer.id if issuer else "")
        sent = draft.date or document.place_and_date.date
        words, indicators = self.library.report_words, self.library.indicators
        said = figures_in(document, indicators, words)
        return UnitReport(
            unit=unit,
            name=self._name(unit, sent) or " ".join(document.issuer.issuers) or name,
            file=name,
            period=draft.period or period_in(plain(document.subject)),
            sent=sent,
            number=draft.number or document.number.serial,
            version=draft.number or document.number.serial,
            tasks=draft.tasks,
            results=results_in(document, draft.tasks, draft.results, words.states, indicators),
            figures=_laid_over(draft.figures, said),
            sentences=_sentences(document),
            is_foreign=not opened.is_ours,
            was_edited_outside=opened.was_edited_outside,
            problems=opened.problems,
        )

    def _name(self, unit_id: str, date: datetime.date | None) -> str:
        unit = self.library.units.get(unit_id)
        return period_on(unit, date or datetime.date.max).name if unit else unit_id


def _has_data(draft: Draft) -> bool:
    return bool(draft.tasks or draft.results or draft.figures)


def _laid_over(carried: Sequence[Figure], said: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures that a text says, with what only the data knows of the others."""
    by_id = {figure.indicator: figure for figure in carried}
    by_id |= {figure.indicator: figure for figure in said}
    return tuple(by_id.values())


def _sentences(document: Document) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(sentence.strip(), block.line)
        for block in document.blocks
        if isinstance(block, Item | Paragraph)
        for sentence in _SENTENCE_END.split(plain(block.content))
        if sentence.strip()
    )
