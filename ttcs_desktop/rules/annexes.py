"""Annexes (phụ lục): pages of their own, with label, title and the line that refers to the text."""

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.model.document import Annex
from ttcs_desktop.model.sheet import Element, SheetSection
from ttcs_desktop.rules.body import block_elements
from ttcs_desktop.rules.lengths import rule_under
from ttcs_desktop.rules.measure import face_of, width
from ttcs_desktop.rules.numbering import numbering_problems
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.stops import closes_with_stop, ended
from ttcs_desktop.rules.symbols import UNKNOWN, bare_number, date_in_text
from ttcs_desktop.rules.wrapping import by_sense

_SIDE = 1.5
"""Room left free at each side of a centred line, mm."""
_SHORTEST = 60.0
"""A title shorter than this, mm, has the rule of one as long."""
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def annex_sections(scribe: Scribe) -> list[SheetSection]:
    """Write each annex as a section of its own."""
    annexes = scribe.document.annexes
    return [
        _section(scribe, annex, _numeral(scribe, position, len(annexes)))
        for position, annex in enumerate(annexes, start=1)
    ]


def _section(scribe: Scribe, annex: Annex, numeral: str) -> SheetSection:
    room = _room(scribe, is_landscape=annex.is_landscape)
    blocks = annex.blocks
    if closes_with_stop(blocks):
        blocks = ended(blocks, scribe.format.end_mark)
    scribe.note(numbering_problems(annex.blocks))
    elements = (*_head(scribe, annex, numeral, room), *block_elements(scribe, blocks, "", room))
    return SheetSection(elements, is_landscape=annex.is_landscape)


def _head(scribe: Scribe, annex: Annex, numeral: str, room: float) -> tuple[Element, ...]:
    form, source = scribe.format.annex, annex.line
    label = f"{form.label} {numeral}".strip()
    lines = [scribe.line("", "annex-label", label, source=source, keep=True)]
    if annex.title:
        lines.append(
            scribe.line("", "annex-title", annex.title, source=source, keep=True, stands_apart=True)
        )
    lines.append(scribe.line("", "annex-reference", _reference(scribe), source=source, keep=True))
    lines = [by_sense(line, face_of(scribe.format, line.style), room - 2 * _SIDE) for line in lines]
    words = scribe.words(annex.title) or label
    measured = width(words, face_of(scribe.format, "annex-title"))
    measured = min(max(measured, _SHORTEST), room)
    return (*lines, *rule_under("", form.rule, measured, form.rule_fraction))


def _reference(scribe: Scribe) -> str:
    """Return the line that says which document an annex goes with, with room for what is blank."""
    document = scribe.document
    issuer = document.issuer.name or " - ".join(document.issuer.issuers).replace("\n", " ")
    if not issuer:
        scribe.warn("annexes.no-issuer", _("Chưa có tên cơ quan trong dòng kèm theo của phụ lục."))
    return scribe.format.annex.reference_template.format(
        type=upper_first(scribe.fixed(document.type_name or "công văn")),
        number=bare_number(scribe),
        date=date_in_text(document.place_and_date, scribe.format),
        issuer=issuer or UNKNOWN,
    )


def _numeral(scribe: Scribe, position: int, count: int) -> str:
    if count == 1:
        return ""
    return _roman(position) if scribe.format.annex.numerals == "roman" else str(position)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written


def _room(scribe: Scribe, *, is_landscape: bool) -> float:
    """Return how wide the text is, mm; on a turned page the margins keep their sides."""
    page = scribe.format.page
    if not is_landscape:
        return scribe.format.text_width
    return page.height - page.margin_left.default - page.margin_right.default
