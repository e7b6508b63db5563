"""Lines under titles, names and subjects, and their lengths (đường kẻ)."""

from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.dress import dress_of
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import look_fix, trimmed, words_fix
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.checking.spoken import millimetres
from ttcs_desktop.checking.spoken_parts import part_name
from ttcs_desktop.i18n import _
from ttcs_desktop.model.appearance import DrawnLine, LineKind
from ttcs_desktop.model.component import Component, Part, Stretch, Sureness
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import Range
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.rules.measure import Face, width

_TITLES = (Part.NATIONAL_NAME, Part.MOTTO, Part.PARTY_TITLE, Part.YOUTH_TITLE)
_UNDERLINABLE = (*_TITLES, Part.PARENT_BODY, Part.ISSUING_BODY, Part.SUBJECT, Part.TYPE_NAME)
_TEXT_TOLERANCE, _PART_TOLERANCE = 0.1, 0.05
"""How far a line may differ from its length, in parts of the words above it."""
_SEPARATORS = frozenset("-–—")
_BY_HAND = frozenset({LineKind.LETTERS, LineKind.UNDERLINED_SPACE})


def under_title(case: Case) -> Iterator[Remark]:
    """Yield a title whose line is missing or not as long as its words (tiêu đề, Tiêu ngữ)."""
    form = case.format.letterhead
    ruled = {line.style for line in form.right_lines if line.rule == "text"}
    for component in case.sure(*_TITLES):
        dress = dress_of(case, component)
        if dress is None or dress.name not in ruled:
            continue
        yield from _checked(case, component, Range(1.0, 1.0, 1.0), _TEXT_TOLERANCE, form.source)


def under_issuer(case: Case) -> Iterator[Remark]:
    """Yield an issuing body whose line is missing, too short or too long (1/3 - 1/2)."""
    form = case.format.letterhead
    if form.issuer_rule != "third-to-half":
        return
    for component in list(case.sure(Part.ISSUING_BODY))[-1:]:
        if not case.first(Part.BODY_SEPARATOR):
            allowed = form.rule_fraction
            yield from _checked(case, component, allowed, _PART_TOLERANCE, form.source)


def under_subject(case: Case) -> Iterator[Remark]:
    """Yield a subject whose line is missing, too short or too long (1/3 - 1/2)."""
    form = case.format.subject
    component = case.first(Part.SUBJECT)
    if form.rule != "third-to-half" or case.is_attached:
        return
    if component is None or _has_hyphens(case):
        return
    if component.sureness is not Sureness.GUESSED:
        yield from _checked(case, component, form.rule_fraction, _PART_TOLERANCE, form.source)


def elsewhere(case: Case) -> Iterator[Remark]:
    """Yield lines where the format has none: under the body above, under Quốc hiệu."""
    ruled = {line.style for line in case.format.letterhead.right_lines if line.rule}
    for component in case.sure(Part.PARENT_BODY, *_TITLES):
        dress = dress_of(case, component)
        is_ruled = dress is not None and dress.name in ruled
        if dress is not None and component.rules and not is_ruled:
            yield Remark(
                _("{part} không có đường kẻ dưới.").format(part=part_name(component)),
                component,
                found=_("có đường kẻ"),
                asked=_("không có đường kẻ"),
                clause=case.format.letterhead.source,
            )


def underlined(case: Case) -> Iterator[Remark]:
    """Yield words of the head that are underlined in the place of a drawn line."""
    for component in case.sure(*_UNDERLINABLE):
        words = [one for one in case.words(component) if one.look.is_underlined]
        if words:
            yield Remark(
                _("{part} bị gạch chân; thay bằng đường kẻ riêng hoặc bỏ.").format(
                    part=part_name(component)
                ),
                component,
                found=_("gạch chân"),
                asked=_("không gạch chân"),
                fix=look_fix(
                    case, [one.stretch for one in words], {"is_underlined": False},
                    _("gạch chân"), _("không gạch chân"),
                ),
            )  # fmt: skip


def hand_made(case: Case) -> Iterator[Remark]:
    """Yield lines made of underscores, hyphens or underlined spaces (kẻ bằng dấu gạch)."""

    def differing() -> Iterator[tuple[Hashable, tuple[Component, str]]]:
        for component in case.sure(*_UNDERLINABLE, Part.ANNEX_TITLE, Part.ANNEX_REFERENCE):
            for rule in component.rules:
                is_letters = rule.kind in _BY_HAND
                paragraph = case.appearance.paragraphs[rule.paragraph]
                text = paragraph.text[rule.start : rule.end].strip()
                is_asked = component.part is Part.SUBJECT and set(text) <= _SEPARATORS
                if is_letters and not is_asked:
                    yield "letters", (component, text)

    def told(found: tuple[Component, str]) -> Remark:
        component, text = found
        return Remark(
            _("Đường kẻ dưới {part} làm bằng dấu gạch; nên vẽ bằng đường viền.").format(
                part=part_name(component).lower()
            ),
            component,
            found=text,
            asked=_("đường kẻ vẽ"),
        )

    yield from gathered(differing(), told)


def hyphens(case: Case) -> Iterator[Remark]:
    """Yield the row of hyphens under a subject that are not just five (Đảng: -----)."""
    form = case.format.subject
    if not form.under or case.first(Part.SUBJECT) is None:
        return
    found = [one for one in case.all(Part.SUBJECT_SEPARATOR) if not one.annex]
    if not found:
        yield Remark(
            _("Thiếu “{asked}” dưới trích yếu.").format(asked=form.under),
            case.first(Part.SUBJECT),
            found=_("không có"),
            asked=form.under,
            clause=form.source,
            verified=form.verified,
        )
    for component in found:
        text = case.text(component)
        is_row = set(text.replace(" ", "")) <= _SEPARATORS
        if text != form.under and is_row:
            yield Remark(
                _("Dưới trích yếu là “{asked}” (năm gạch nối), không phải “{found}”.").format(
                    asked=form.under, found=text
                ),
                component,
                found=text,
                asked=form.under,
                clause=form.source,
                verified=form.verified,
                fix=words_fix(case, trimmed(case, component), form.under),
            )


def _checked(
    case: Case, component: Component, allowed: Range, tolerance: float, clause: str
) -> Iterator[Remark]:
    """Yield what is wrong with the one line that should stand under a component."""
    lines = component.rules
    name = part_name(component)
    if not lines and not _is_underlined(case, component):
        yield Remark(
            _("Thiếu đường kẻ dưới {part}.").format(part=name),
            component,
            found=_("không có"),
            asked=_("đường kẻ nét liền"),
            clause=clause,
        )
    for line in lines[:1]:
        yield from _length(case, component, line, allowed, tolerance, clause)
        if not line.is_solid:
            yield Remark(
                _("Đường kẻ dưới {part} phải là nét liền.").format(part=name),
                component,
                found=_("nét đứt"),
                asked=_("nét liền"),
                clause=clause,
            )


def _length(
    case: Case,
    component: Component,
    line: DrawnLine,
    allowed: Range,
    tolerance: float,
    clause: str,
) -> Iterator[Remark]:
    words, *others = _widths(case, component)
    if line.length is None or not words:
        return
    parts = [line.length / one for one in (words, *others)]
    if any(allowed.min - tolerance <= part <= allowed.max + tolerance for part in parts):
        return
    is_whole = allowed.min == allowed.max
    asked = (
        _("bằng độ dài chữ, {length}").format(length=millimetres(words))
        if is_whole
        else _("từ 1/3 đến 1/2 dòng chữ, {least} - {most}").format(
            least=millimetres(words * allowed.min), most=millimetres(words * allowed.max)
        )
    )
    yield Remark(
        _("Đường kẻ dưới {part} dài {found}; thể thức là {asked}.").format(
            part=part_name(component), found=millimetres(line.length), asked=asked
        ),
        component,
        found=millimetres(line.length),
        asked=asked,
        clause=clause,
        severity=Severity.NOTE if line.kind in _BY_HAND else Severity.WARNING,
    )


def _widths(case: Case, component: Component) -> list[float]:
    """Return how wide the longest line of a component is, mm: broken by its column, and whole.

    Word may give a column more room than the file says.
    """
    paragraph = case.paragraph(component)
    cell = paragraph.spot.cell
    room = cell.width if cell is not None else case.section(component).text_width
    room = 0.0 if paragraph.spot.box and cell is None else room
    return [
        max(_widest(case, stretch, limit) for stretch in component.stretches)
        for limit in dict.fromkeys((room, 0.0))
    ]


def _widest(case: Case, stretch: Stretch, room: float) -> float:
    """Return how wide the longest printed line of a stretch is; `room` of 0 is no limit."""
    widest = line = 0.0
    for words in case.looks(stretch):
        look = words.look
        if look.is_raised or look.is_lowered:
            continue
        face = Face(look.size, look.is_bold, look.is_italic)
        space = width(" ", face)
        for word in words.text.strip("\n\t").split(" "):
            wide = width(word, face) * look.scale / 100
            longer = line + space + wide if line else wide
            is_full = bool(room) and line > 0 and longer > room
            line = wide if is_full else longer
            widest = max(widest, line)
    return widest


def _is_underlined(case: Case, component: Component) -> bool:
    return any(words.look.is_underlined for words in case.words(component))


def _has_hyphens(case: Case) -> bool:
    return any(
        set(case.text(one).replace(" ", "")) <= _SEPARATORS
        for one in case.all(Part.SUBJECT_SEPARATOR)
    )


def _head(form: FormatProfile) -> str:
    return form.letterhead.source


def _subject(form: FormatProfile) -> str:
    return form.subject.source


RULES = (
    Rule("line.title", Severity.ERROR, lambda: _("Đường kẻ dưới tiêu đề"), _head, under_title),
    Rule(
        "line.issuer",
        Severity.ERROR,
        lambda: _("Đường kẻ dưới tên cơ quan ban hành"),
        _head,
        under_issuer,
        applies=lambda form: bool(form.letterhead.issuer_rule),
    ),
    Rule(
        "line.subject",
        Severity.ERROR,
        lambda: _("Đường kẻ dưới trích yếu"),
        _subject,
        under_subject,
        applies=lambda form: bool(form.subject.rule),
    ),
    Rule(
        "line.hyphens",
        Severity.ERROR,
        lambda: _("Năm gạch nối dưới trích yếu"),
        _subject,
        hyphens,
        applies=lambda form: bool(form.subject.under),
    ),
    Rule("line.extra", Severity.WARNING, lambda: _("Đường kẻ thừa"), _head, elsewhere),
    Rule("line.underlined", Severity.WARNING, lambda: _("Chữ bị gạch chân"), _head, underlined),
    Rule(
        "line.hand-made", Severity.NOTE, lambda: _("Đường kẻ bằng dấu gạch"), no_clause, hand_made
    ),
)
