"""Numbers and marks of the body: their grammar, gaps and disorder (đánh số đề mục)."""

import re
from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part, Sureness
from ttcs_desktop.model.document import DIVISIONS, Item, Level
from ttcs_desktop.model.format import FormatProfile, LevelForm
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.text import Span
from ttcs_desktop.rules.numbering import numbering_problems

_PARTS = (Part.DIVISION, Part.ITEM, Part.ITEM_TITLE)
_NUMBERED = frozenset(
    {Level.ARTICLE, Level.ROMAN, Level.CLAUSE, Level.SUBCLAUSE, Level.SUBSUBCLAUSE, Level.POINT}
)
_ROMAN_DIVISIONS = frozenset({Level.PART, Level.CHAPTER})
_NOT_LETTERS = re.compile(r"^\s*([fjwzFJWZ])\)\s+\S")
_ROMAN = re.compile(r"[IVXLC]+")
_LEGACY = re.compile(r"\d+-")


def order(case: Case) -> Iterator[Remark]:
    """Yield numbers that do not follow the ones before them (nhảy, lặp, đảo số)."""
    for annex in sorted({one.annex for one in case.components}):
        found = [
            one
            for one in case.components
            if one.part in _PARTS and one.annex == annex and one.sureness is not Sureness.GUESSED
        ]
        items = [
            Item(one.level or Level.DASH, one.ordinal, (Span(one.text),), line=index + 1)
            for index, one in enumerate(found)
        ]
        for problem in numbering_problems(items):
            component = found[problem.line - 1]
            yield Remark(problem.message, component, found=component.label, asked=problem.hint)


def marks(case: Case) -> Iterator[Remark]:
    """Yield numbers punctuated otherwise than the format does (1. và 1-, a) và a.)."""

    def differing() -> Iterator[tuple[Hashable, tuple[Component, LevelForm]]]:
        for component in case.sure(*_PARTS):
            form = case.format.levels.get(component.level) if component.level else None
            if form is None or component.level not in _NUMBERED:
                continue
            if not _is_right(component, (form.mark,)):
                yield (component.level, _shape(component)), (component, form)

    def told(found: tuple[Component, LevelForm]) -> Remark:
        component, form = found
        asked = form.mark.replace("{n}", component.ordinal).strip()
        is_accepted = _is_right(component, form.accepts)
        is_legacy = bool(_LEGACY.fullmatch(component.label))
        message = (
            _("Đánh số “{found}” là kiểu cũ; thể thức ghi “{asked}”.")
            if is_legacy
            else _("Đánh số “{found}”; thể thức ghi “{asked}”.")
        )
        return Remark(
            message.format(found=component.label, asked=asked),
            component,
            found=component.label,
            asked=asked,
            clause=form.source,
            verified=form.verified,
            severity=Severity.NOTE if is_accepted else None,
        )

    yield from gathered(differing(), told)


def numerals(case: Case) -> Iterator[Remark]:
    """Yield parts and chapters without Roman numbers, sections without Arabic ones."""
    for component in case.sure(Part.DIVISION):
        ordinal, level = component.ordinal, component.level
        if level is None or level not in DIVISIONS:
            continue
        is_roman = bool(_ROMAN.fullmatch(ordinal))
        wants_roman = level in _ROMAN_DIVISIONS
        if is_roman == wants_roman or not (is_roman or ordinal.isdecimal()):
            continue
        asked = _("số La Mã") if wants_roman else _("số Ả Rập")
        yield Remark(
            _("“{found}” đánh bằng {asked}.").format(found=component.label, asked=asked),
            component,
            found=component.label,
            asked=asked,
            clause=case.format.levels[level].source,
            verified=case.format.levels[level].verified,
        )


def letters(case: Case) -> Iterator[Remark]:
    """Yield points with letters that are not Vietnamese: f, j, w, z (điểm theo bảng chữ cái)."""
    for component in case.sure(Part.TEXT):
        found = _NOT_LETTERS.match(component.text)
        if found:
            yield Remark(
                _("Điểm đánh theo bảng chữ cái tiếng Việt, không có chữ “{letter}”.").format(
                    letter=found[1]
                ),
                component,
                found=f"{found[1]})",
                asked="a) b) c) d) đ) e) g) h) …",
                clause=case.format.levels[Level.POINT].source,
            )


def _is_right(component: Component, patterns: tuple[str, ...]) -> bool:
    wanted = {pattern.replace("{n}", component.ordinal).strip() for pattern in patterns}
    return component.label in wanted


def _shape(component: Component) -> str:
    """Return a label with its number left out: "1-" and "2-" are one way to number."""
    return component.label.replace(component.ordinal, "{n}", 1)


def _clause(form: FormatProfile) -> str:
    return form.levels[Level.CLAUSE].source


RULES = (
    Rule("heading.order", Severity.WARNING, lambda: _("Thứ tự đánh số"), _clause, order),
    Rule("heading.mark", Severity.WARNING, lambda: _("Dấu sau số thứ tự"), _clause, marks),
    Rule("heading.numerals", Severity.ERROR, lambda: _("Số La Mã, số Ả Rập"), _clause, numerals),
    Rule("heading.letter", Severity.ERROR, lambda: _("Chữ cái của điểm"), _clause, letters),
)
