"""The next document out of the last one: everything old in it is marked (mở kỳ sau từ kỳ trước).

Days, years, names of bodies that have ended and figures stand as `[XEM LẠI: …]` until the clerk
confirms them; what a form reached becomes what was reached before.
"""

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _, pick
from ttcs_desktop.language.numbers import grouped
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.period import Period
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.template import Field, FieldType, Holding, TemplateInfo
from ttcs_desktop.model.text import plain
from ttcs_desktop.officialtext.parse import parse
from ttcs_desktop.rules.audiences import has_ended
from ttcs_desktop.rules.periods import name_of, next_of_kind, period_in
from ttcs_desktop.rules.signs import review
from ttcs_desktop.rules.stale import Stale
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.chaining import REPORT, Chained
from ttcs_desktop.services.drafting import Drafter
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.task_rows import Row

_REPORT = "báo cáo"
_SIGNED = "is_signed"
_WORDING = "wording"
"""A task's own words: their numbers are part of what was asked."""
_OF_FIGURES = ("product",)
"""Short answers that say how much."""
_WORDS = (FieldType.TEXT, FieldType.PARAGRAPHS, FieldType.LIST)
_GONE = (FieldType.DATE, FieldType.MONEY)
"""What cannot bear a sign is left open."""


@dataclass(frozen=True)
class Continuing:
    """Opens the last report, or last year's plan, as the start of the next."""

    library: Library

    def next_from(self, draft: Draft, date: datetime.date, period: Period | None = None) -> Chained:
        """Return the next document, everything old in it marked until it is confirmed.

        `period` is that of the next report; without it, the next one of the same kind. A text that
        was edited by hand, or that no template wrote, is marked as it stands.

        Raises:
            UserError: it is a report, and neither it nor the caller says of which period.
            TemplateError: its template is wrong.
        """
        is_filled = draft.template in self.library.templates.ids() and not draft.is_edited
        info = self.library.templates.get(draft.template).info if is_filled else None
        document = parse(draft.text)
        is_report = info.kind == REPORT if info else document.type_name == _REPORT
        if is_report:
            period = period or _next_period(draft, plain(document.subject))
        start = period.start if period else datetime.date(_year_after(draft, date), 1, 1)
        stale = self._stale(date, start)
        fresh = dataclasses.replace(draft, date=date, number="", period=period, results=())
        if info is None:
            whole = dataclasses.replace(stale, has_figures=is_report)
            text = dataclasses.replace(fresh, text=whole.marked(draft.text), is_edited=True)
            return Chained(text, tuple(self._unit_problems(draft, date)))
        turning = _Turning(info, stale, draft, period)
        filled = Drafter(self.library).fill(fresh, turning.answers())
        return Chained(
            filled.draft,
            (
                *self._unit_problems(draft, date),
                *turning.problems,
                *_moved(filled.draft),
                *filled.problems,
            ),
        )

    def _stale(self, date: datetime.date, start: datetime.date) -> Stale:
        symbols = {one.symbol for one in self.library.instruments.values() if one.symbol}
        return Stale(start, ended_names(self.library, date), symbols)

    def _unit_problems(self, draft: Draft, date: datetime.date) -> Iterator[Problem]:
        unit = self.library.units.get(draft.unit)
        if unit and has_ended(unit, date):
            heirs = [self.library.units[one] for one in unit.successors]
            yield Problem(
                Severity.ERROR,
                "chain.unit-ended",
                _("{name} không còn vào ngày của văn bản mới.").format(name=unit.periods[-1].name),
                hint=_("Chọn đơn vị ban hành khác: {names}.").format(
                    names="; ".join(period_on(one, date).name for one in heirs) or unit.successor
                ),
            )


def ended_names(library: Library, date: datetime.date) -> dict[str, str]:
    """Return names that no body bears on a day any more, folded, with the name of who follows."""
    names: dict[str, str] = {}
    current: set[str] = set()
    for unit in library.units.values():
        for period in unit.periods:
            own = {fold(one) for one in (period.name, period.list_name) if one}
            if period.covers(date):
                current |= own
            elif period.valid_to and period.valid_to < date:
                names |= dict.fromkeys(own, _heir(library, unit.id, date))
    return {name: heir for name, heir in names.items() if name not in current}


def _heir(library: Library, unit_id: str, date: datetime.date) -> str:
    """Return what a body that bore another name is called now, or the one that followed it."""
    unit = library.units[unit_id]
    if not has_ended(unit, date):
        return period_on(unit, date).name
    heirs = [library.units.get(one) for one in unit.successors]
    known = [period_on(one, date).name for one in heirs if one]
    return known[0] if len(known) == 1 else ""


@dataclass
class _Turning:
    """The answers of one form on their way into the next document."""

    info: TemplateInfo
    stale: Stale
    draft: Draft
    period: Period | None
    problems: list[Problem] = field(default_factory=list)

    def answers(self) -> dict[str, Any]:
        """Return the answers of the next document."""
        turned = {
            one.id: self._turned(one, self.draft.answers[one.id])
            for one in self.info.fields
            if one.id in self.draft.answers
        }
        return {name: value for name, value in turned.items() if value is not None}

    def _turned(self, field_: Field, answer: Any) -> Any:  # noqa: ANN401  an answer of any kind
        if field_.holds is Holding.PERIOD and self.period:
            return name_of(self.period)
        was_default = answer == field_.default_on(self.draft.date or datetime.date.min)
        if was_default or field_.id == _SIGNED:
            return None
        if field_.type is FieldType.RECORDS:
            return [self._row(field_, row) for row in answer if isinstance(row, Mapping)]
        if field_.type is FieldType.NUMBER and answer == self.stale.start.year - 1:
            return self.stale.start.year
        if not field_.is_required and _is_period(answer):
            return None
        return self._cell(field_, answer)

    def _cell(self, field_: Field, answer: Any) -> Any:  # noqa: ANN401
        """Return an answer marked; what cannot bear a sign is left open, or told."""
        if field_.type in _GONE:
            self._tell(_("Ô “{label}” để trống: số cũ là {value}."), field_, answer)
            return None
        if field_.type not in _WORDS:
            return answer
        if field_.pattern:
            self._tell(_("Ô “{label}” giữ như văn bản cũ: {value}."), field_, answer)
            return answer
        if isinstance(answer, list | tuple):
            return [self._marked(field_, str(one)) for one in answer]
        return self._marked(field_, str(answer))

    def _marked(self, field_: Field, text: str) -> str:
        has_figures = field_.type is FieldType.PARAGRAPHS or field_.id in _OF_FIGURES
        return dataclasses.replace(self.stale, has_figures=has_figures).marked(text)

    def _row(self, field_: Field, row: Mapping[str, Any]) -> Row:
        columns = {column.id: column for column in field_.columns}
        kept = {key: value for key, value in row.items() if key not in columns}
        turned = {
            key: self._row_cell(field_, columns[key], value)
            for key, value in row.items()
            if key in columns
        }
        if field_.holds is Holding.FIGURES and "value" in columns:
            turned |= {"previous": row.get("value"), "value": None}
        return kept | {key: value for key, value in turned.items() if value is not None}

    def _row_cell(self, field_: Field, column: Field, value: Any) -> Any:  # noqa: ANN401
        if field_.holds is Holding.RESULTS and column.id == "state":
            return None
        if field_.holds is Holding.RESULTS and column.id == "result" and value:
            return review(str(value))
        if field_.holds is Holding.FIGURES and column.id == "target" and self._is_other_year():
            return review(str(value)) if column.type is FieldType.TEXT else None
        if column.id == _WORDING:
            return self.stale.marked(str(value))
        return value if column.type is FieldType.NUMBER else self._cell(column, value)

    def _is_other_year(self) -> bool:
        before = self.draft.period
        return before is None or before.start.year != self.stale.start.year

    def _tell(self, message: str, field_: Field, value: object) -> None:
        label = pick(field_.label, field_.label_en)
        told = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        told = grouped(value) if isinstance(value, int) else told
        self.problems.append(
            Problem(
                Severity.WARNING,
                "chain.look-again",
                message.format(label=label, value=told),
                hint=_("Xem lại ô này."),
            )
        )


def _is_period(answer: object) -> bool:
    """Tell whether an answer is nothing but the name of a period."""
    named = period_in(answer) if isinstance(answer, str) else None
    return named is not None and name_of(named) == str(answer).strip()


def _next_period(draft: Draft, subject: str) -> Period:
    period = draft.period or period_in(subject)
    if period is None:
        raise UserError(
            _("Không rõ báo cáo này là của kỳ nào."),
            remedy=_("Nói rõ kỳ của báo cáo mới, ví dụ --period “quý III năm 2026”."),
        )
    return next_of_kind(period)


def _moved(draft: Draft) -> Iterator[Problem]:
    count = sum(one.previous is not None for one in draft.figures)
    if count:
        yield Problem(
            Severity.WARNING,
            "chain.moved-figures",
            _("{count} số của văn bản cũ nay là số kỳ trước.").format(count=count),
            hint=_("Xem lại cột kỳ trước trong bảng số liệu."),
        )


def _year_after(draft: Draft, date: datetime.date) -> int:
    year = draft.answers.get("year")
    return year + 1 if isinstance(year, int) else date.year
