"""Copies of issued documents (bản sao): the copied text, and below it who certifies the copy.

State: SAO Y, SAO LỤC, TRÍCH SAO (Nghị định 30/2020/NĐ-CP, Điều 25 - 27; Phụ lục I, Phần II). Party:
"Bản sao văn bản" (Hướng dẫn 05-HD/VPTW, II.III); until 26/5/2026 the kinds of 36-HD/VPTW. What each
prints stands in the format's `copy`.
"""

from collections.abc import Mapping
from dataclasses import replace

from ttcs_desktop.language.case import upper
from ttcs_desktop.model.copy_form import CopyForm, CopyKind
from ttcs_desktop.model.document import Block, Document
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.sheet import Cell, Columns, Element, Rule, Sheet, SheetSection
from ttcs_desktop.rules.arrange import arrange
from ttcs_desktop.rules.lengths import rule_under
from ttcs_desktop.rules.measure import face_of, width
from ttcs_desktop.rules.recipients import recipients_cell
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.signing import signature_cell
from ttcs_desktop.rules.symbols import number_line, place_and_date
from ttcs_desktop.rules.wrapping import broken

_FULL_WIDTH = 0.0
_SIDE = 1.5
"""Room left free at each side of a column, mm."""
LEFT = "left"


def copied(
    original: Document,
    certificate: Document,
    kind: CopyKind,
    format: FormatProfile,  # noqa: A002
    certifying: FormatProfile,
    instruments: Mapping[str, Instrument],
) -> Sheet:
    """Return a copy: the original as it was issued, signed by name, and the certificate below it.

    `certificate` is the copying body as a document of its own: body, number, place and date,
    signature, recipients. `certifying` is its format, `format` the original's.
    """
    signed = tuple(replace(block, is_signed=True) for block in original.signatures)
    sheet = arrange(replace(original, signatures=signed), format, instruments)
    main, *annexes = sheet.sections
    last = annexes[-1] if annexes else main
    ended = replace(last, elements=(*last.elements, *_below(certificate, kind, certifying)))
    sections = (*sheet.sections[:-1], ended)
    return replace(sheet, sections=sections)


def certificate_alone(
    certificate: Document,
    kind: CopyKind,
    format: FormatProfile,  # noqa: A002
) -> Sheet:
    """Return the certificate on a page of its own, to be printed below a copy made by a copier."""
    return Sheet(
        title=kind.title,
        author=certificate.issuer.name,
        keywords="",
        sections=(SheetSection(_below(certificate, kind, format)),),
    )


def extract(blocks: tuple[Block, ...], first: int, last: int) -> tuple[Block, ...]:
    """Return the blocks of some lines of the official text, for a TRÍCH SAO."""
    return tuple(block for block in blocks if first <= block.line <= last)


def _below(
    certificate: Document,
    kind: CopyKind,
    format: FormatProfile,  # noqa: A002
) -> tuple[Element, ...]:
    """Write what stands below the copied text; it shares one page."""
    form = format.copy
    assert form is not None, "asked for a kind of copy that the format has"  # noqa: S101
    scribe = Scribe(certificate, format, {})
    return (
        Rule(scribe.boxes.issuer, _FULL_WIDTH),
        Columns((format.letterhead.left_width, _right(format)), _rows(scribe, form, kind)),
    )


def _right(format: FormatProfile) -> float:  # noqa: A002
    return round(format.text_width - format.letterhead.left_width, 1)


def _rows(scribe: Scribe, form: CopyForm, kind: CopyKind) -> tuple[tuple[Cell, ...], ...]:
    title: Cell = (scribe.line(scribe.boxes.subject, form.title_style, kind.title),)
    signature = tuple(
        line
        for block in scribe.document.signatures
        for line in signature_cell(scribe, block, _right(scribe.format))
    )
    if form.title_place == LEFT:
        return ((title, signature),)
    foot = (recipients_cell(scribe), signature)
    if not form.has_head:
        return (((), title), foot)
    space = scribe.line(scribe.boxes.number, "number", ())
    return ((_names(scribe), title), ((*_number(scribe), space), _date(scribe)), foot)


def _names(scribe: Scribe) -> Cell:
    """Write the copying body, with what separates it from the number."""
    letterhead, box = scribe.format.letterhead, scribe.boxes.issuer
    face = face_of(scribe.format, "issuing-body")
    room = letterhead.left_width - 2 * _SIDE
    name = broken(upper(scribe.fixed(" - ".join(scribe.document.issuer.issuers))), face, room)
    longest = max(width(line, face) for line in name.split("\n"))
    under = letterhead.under_issuer
    separator: Cell = (scribe.line(box, "body-separator", under),) if under else ()
    rule = rule_under(box, letterhead.issuer_rule, longest, letterhead.rule_fraction)
    return (scribe.line(box, "issuing-body", name.replace("\n", " ")), *separator, *rule)


def _number(scribe: Scribe) -> Cell:
    return (scribe.line(scribe.boxes.number, "number", number_line(scribe)),)


def _date(scribe: Scribe) -> Cell:
    words = place_and_date(scribe, scribe.document.place_and_date)
    return (scribe.line(scribe.boxes.place_and_date, "place-date", words),)
