"""How near the lines of the body stand (giãn dòng)."""

from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import paragraph_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules.form.standing import running
from ttcs_desktop.checking.spoken import exact, points, span
from ttcs_desktop.i18n import _
from ttcs_desktop.model.appearance import LineRule, ParagraphLook, PrintedParagraph
from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import Range
from ttcs_desktop.model.problem import Severity

_LEAST = 0.3
_LEAST_EXACT, _MOST_EXACT = 1.15, 1.73
"""Exact spacing as parts of the size, from single to one and a half lines (đổi từ 1 - 1,5 dòng)."""
_LINE_TOLERANCE = 0.02


def line_spacing(case: Case) -> Iterator[Remark]:
    """Yield paragraphs of the body whose lines are too near or too far (giãn dòng)."""
    style = case.format.styles["body"]
    wanted = style.line
    if wanted is None:
        return
    asked = _asked_lines(case.format, wanted)

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component, paragraph in running(case, Part.BASIS):
            if not _is_spaced(case.format, wanted, paragraph):
                look = paragraph.look
                yield (look.line_rule, look.line), component

    def told(component: Component) -> Remark:
        look = case.paragraph(component).look
        rule = LineRule.EXACTLY if case.format.line_mode == "exactly" else LineRule.MULTIPLE
        found = _told_lines(look)
        indexes = {stretch.paragraph for stretch in component.stretches}
        return Remark(
            _("Giãn dòng {found}; thể thức là {asked}.").format(found=found, asked=asked),
            component,
            found=found,
            asked=asked,
            verified=style.verified,
            fix=paragraph_fix(
                case, indexes, {"line_rule": rule.value, "line": wanted.default}, found, asked
            ),
        )

    yield from gathered(differing(), told)


def _is_spaced(form: FormatProfile, wanted: Range, paragraph: PrintedParagraph) -> bool:
    look = paragraph.look
    if form.line_mode == "exactly":
        is_exact = look.line_rule is LineRule.EXACTLY
        return is_exact and wanted.allows(look.line, _LEAST)
    if look.line_rule is LineRule.MULTIPLE:
        return wanted.allows(look.line, _LINE_TOLERANCE)
    size = max([words.look.size for words in paragraph.words] or [form.size("body")])
    least, most = size * _LEAST_EXACT, size * _MOST_EXACT
    if look.line_rule is LineRule.AT_LEAST:
        return look.line <= most + 1
    return least - 1 <= look.line <= most + 1


def _asked_lines(form: FormatProfile, wanted: Range) -> str:
    if form.line_mode == "exactly":
        return _("chính xác (Exactly) {span}").format(span=span(wanted, "pt"))
    return _("{span} dòng").format(span=span(wanted))


def _told_lines(look: ParagraphLook) -> str:
    if look.line_rule is LineRule.EXACTLY:
        return _("chính xác (Exactly) {points}").format(points=points(look.line))
    if look.line_rule is LineRule.AT_LEAST:
        return _("ít nhất (At least) {points}").format(points=points(look.line))
    return _("{count} dòng").format(count=exact(look.line))


def _body(form: FormatProfile) -> str:
    return form.styles["body"].source


RULES = (Rule("spacing.line", Severity.ERROR, lambda: _("Giãn dòng"), _body, line_spacing),)
