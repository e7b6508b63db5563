"""How paragraphs stand: alignment, spacing, line spacing, indents (căn lề, giãn, thụt dòng)."""

from collections.abc import Hashable, Iterator
from itertools import pairwise

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.dress import dress_of
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import paragraph_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.spoken import millimetres, points, span
from ttcs_desktop.checking.spoken_parts import part_name
from ttcs_desktop.i18n import _
from ttcs_desktop.model.appearance import ParagraphLook, PrintedParagraph
from ttcs_desktop.model.component import Component, Part, Sureness
from ttcs_desktop.model.document import Level
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import Range, TextStyle
from ttcs_desktop.model.problem import Severity

_CENTRED = (
    Part.NATIONAL_NAME, Part.MOTTO, Part.PARTY_TITLE, Part.YOUTH_TITLE, Part.PARENT_BODY,
    Part.ISSUING_BODY, Part.BODY_SEPARATOR, Part.NUMBER, Part.PLACE_DATE, Part.LETTER_SUBJECT,
    Part.TYPE_NAME, Part.AUTHOR_LINE, Part.SUBJECT, Part.SUBJECT_SEPARATOR, Part.DIVISION,
    Part.DIVISION_TITLE, Part.ENACTING, Part.ENACTING_AUTHORITY, Part.AUTHORITY, Part.SIGNER_TITLE,
    Part.SIGNER_JOINER, Part.SIGNER_NAME, Part.ANNEX_LABEL, Part.ANNEX_TITLE, Part.ANNEX_REFERENCE,
)  # fmt: skip
_LEFT = (Part.RECIPIENTS_LABEL, Part.RECIPIENT, Part.FILING)
_LONG = 110
"""Letters of a paragraph that fills more than a line."""
_INDENT_TOLERANCE = 0.7
_LEAST = 0.3
_BLOCK = 1.5
"""mm of an indent that a reader sees."""
_ALIGNMENTS = {
    "left": lambda: _("căn trái"),
    "center": lambda: _("căn giữa"),
    "right": lambda: _("căn phải"),
    "justify": lambda: _("căn đều hai bên"),
}
Item = tuple[Component, PrintedParagraph]


def centred(case: Case) -> Iterator[Remark]:
    """Yield each component that should stand in the middle of its column or page."""
    for component in case.sure(*_CENTRED):
        dress = dress_of(case, component)
        is_by_hand = case.paragraph(component).text.startswith(("  ", "\t"))
        if dress is None or dress.style.align != "center" or is_by_hand:
            continue
        if _is_by_tabs(case, component):
            continue
        wrong = [one for one in case.paragraphs(component) if one.look.align != "center"]
        if wrong:
            yield _aligned(case, component, wrong[0].look.align, "center", dress.style)


def flush_left(case: Case) -> Iterator[Remark]:
    """Yield recipients that do not stand at the left (nơi nhận sát lề trái)."""

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component in case.sure(*_LEFT):
            if case.paragraph(component).look.align in {"center", "right"}:
                yield "left", component

    def told(component: Component) -> Remark:
        dress = dress_of(case, component)
        look = case.paragraph(component).look
        style = dress.style if dress else case.format.styles["recipient"]
        return _aligned(case, component, look.align, "left", style)

    yield from gathered(differing(), told)


def justified(case: Case) -> Iterator[Remark]:
    """Yield long paragraphs of the body that are not justified (căn đều hai lề)."""
    style = case.format.styles["body"]

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component, paragraph in running(case, Part.BASIS):
            is_long = len(paragraph.full_text) > _LONG
            if is_long and paragraph.look.align != "justify":
                yield paragraph.look.align, component

    def told(component: Component) -> Remark:
        look = case.paragraph(component).look
        return _aligned(case, component, look.align, "justify", style)

    if style.align == "justify":
        yield from gathered(differing(), told)


def spacing(case: Case) -> Iterator[Remark]:
    """Yield paragraphs of the body too near to the next one (khoảng cách giữa các đoạn)."""
    style = case.format.styles["body"]
    wanted = style.space_after
    if wanted is None or wanted.min <= 0:
        return

    def differing() -> Iterator[tuple[Hashable, tuple[Component, float]]]:
        for (component, above), (following, below) in pairwise(running(case, Part.BASIS)):
            gap = _gap(above.look, below.look)
            if _are_neighbours(component, following) and gap < wanted.min - _LEAST:
                yield round(gap), (component, gap)

    def told(found: tuple[Component, float]) -> Remark:
        component, gap = found
        asked = span(wanted, "pt")
        indexes = {stretch.paragraph for stretch in component.stretches}
        return Remark(
            _("Khoảng cách dưới đoạn là {found}; thể thức là {asked}.").format(
                found=points(gap), asked=asked
            ),
            component,
            found=points(gap),
            asked=asked,
            verified=style.verified,
            fix=paragraph_fix(
                case, indexes, {"after": wanted.default}, points(gap), points(wanted.default)
            ),
        )

    yield from gathered(differing(), told)


def first_line(case: Case) -> Iterator[Remark]:
    """Yield paragraphs of the body whose first line is indented otherwise (thụt đầu dòng)."""

    def differing() -> Iterator[tuple[Hashable, tuple[Component, Range]]]:
        for component, paragraph in running(case, Part.BASIS):
            wanted = _wanted_indent(case, component)
            if wanted is None or not _is_indentable(paragraph):
                continue
            found = paragraph.look.left + paragraph.look.first_line
            if not wanted.allows(found, _INDENT_TOLERANCE):
                yield round(found), (component, wanted)

    def told(item: tuple[Component, Range]) -> Remark:
        component, wanted = item
        look = case.paragraph(component).look
        found, asked = millimetres(look.left + look.first_line), span(wanted, "mm")
        indexes = {stretch.paragraph for stretch in component.stretches}
        new = {"left": 0.0, "first_line": wanted.default}
        return Remark(
            _("Dòng đầu thụt {found}; thể thức là {asked}.").format(found=found, asked=asked),
            component,
            found=found,
            asked=asked,
            verified=_verified(case, component),
            fix=paragraph_fix(case, indexes, new, found, asked),
        )

    yield from gathered(differing(), told)


def whole_indent(case: Case) -> Iterator[Remark]:
    """Yield paragraphs of the body of which every line is indented (thụt cả đoạn)."""

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component, paragraph in running(case):
            look = paragraph.look
            if look.align not in {"left", "justify"}:
                continue
            is_block = look.left > _BLOCK and _fills_a_line(paragraph)
            if is_block or look.right > _BLOCK:
                yield (round(look.left), round(look.right), look.first_line < 0), component

    def told(component: Component) -> Remark:
        look = case.paragraph(component).look
        found = millimetres(max(look.left, look.right))
        return Remark(
            _("Cả đoạn bị thụt vào {found}; các dòng sau phải sát lề.").format(found=found),
            component,
            found=found,
            asked=_("chỉ thụt dòng đầu"),
            severity=Severity.NOTE if look.first_line < 0 else None,
        )

    yield from gathered(differing(), told)


def running(case: Case, *more: Part) -> Iterator[Item]:
    """Yield running text that stands in the flow of the page."""
    wanted = {Part.TEXT, Part.ITEM, Part.ITEM_TITLE, *more}
    for component in case.components:
        is_sure = component.sureness is not Sureness.GUESSED
        if component.part in wanted and is_sure and not case.is_blank(component):
            paragraph = case.paragraph(component)
            if paragraph.spot.cell is None and not paragraph.spot.box:
                yield component, paragraph


def _aligned(case: Case, component: Component, found: str, asked: str, style: TextStyle) -> Remark:
    told, wanted = _ALIGNMENTS[found](), _ALIGNMENTS[asked]()
    indexes = dict.fromkeys(stretch.paragraph for stretch in component.stretches)
    return Remark(
        _("{part} {found}; thể thức là {asked}.").format(
            part=part_name(component), found=told, asked=wanted
        ),
        component,
        found=told,
        asked=wanted,
        clause=style.source,
        verified=style.verified,
        fix=paragraph_fix(case, indexes, {"align": asked}, told, wanted),
    )


def _is_by_tabs(case: Case, component: Component) -> bool:
    """Tell whether a component shares its line with another one, set apart by tabs or room."""
    return any(
        one is not component
        and one.paragraph == component.paragraph
        and one.stretches[0].start != component.stretches[0].start
        and "\n" not in case.paragraph(component).text
        for one in case.components
    )


def _gap(above: ParagraphLook, below: ParagraphLook) -> float:
    """Return the room between two paragraphs, pt."""
    if above.is_snug and below.is_snug and above.style == below.style:
        return 0.0
    return above.after + below.before


def _are_neighbours(above: Component, below: Component) -> bool:
    """Tell whether nothing stands between two components, not even an empty paragraph."""
    return above.stretches[-1].paragraph + 1 == below.paragraph


def _wanted_indent(case: Case, component: Component) -> Range | None:
    dress = dress_of(case, component)
    return dress.style.first_line_indent if dress else None


def _verified(case: Case, component: Component) -> str:
    """Return how far the indent is verified: no rule speaks of dashes and plus signs."""
    dress = dress_of(case, component)
    is_marked = component.level in {Level.DASH, Level.PLUS} and dress is not None
    return dress.style.verified if dress and is_marked else case.format.styles["body"].verified


def _is_indentable(paragraph: PrintedParagraph) -> bool:
    is_aligned = paragraph.look.align in {"left", "justify"}
    return is_aligned and not paragraph.text.startswith((" ", "\t", "\u00a0"))


def _fills_a_line(paragraph: PrintedParagraph) -> bool:
    return len(paragraph.full_text) > _LONG


def _body(form: FormatProfile) -> str:
    return form.styles["body"].source


RULES = (
    Rule("align.centre", Severity.ERROR, lambda: _("Căn giữa"), _body, centred),
    Rule("align.left", Severity.WARNING, lambda: _("Nơi nhận sát lề trái"), _body, flush_left),
    Rule("align.justify", Severity.WARNING, lambda: _("Nội dung căn đều"), _body, justified),
    Rule("spacing.paragraph", Severity.ERROR, lambda: _("Khoảng cách đoạn"), _body, spacing),
    Rule("indent.first-line", Severity.ERROR, lambda: _("Thụt đầu dòng"), _body, first_line),
    Rule("indent.whole", Severity.WARNING, lambda: _("Thụt cả đoạn"), _body, whole_indent),
)
