"""Marks round the document (các dấu chỉ): secrecy, urgency, draft, circulation, contact."""

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.sheet import Cell, Line, Rule
from ttcs_desktop.rules.scribe import Scribe

FIRST_PAGE, SIGNATURE = "first-page", "signature"
_FULL_WIDTH = 0.0


def marks_under_number(scribe: Scribe) -> tuple[Line, ...]:
    """Write secrecy, urgency and draft marks, under number and symbol."""
    marks, boxes, form = scribe.document.marks, scribe.boxes, scribe.format.marks
    lines = []
    if marks.secrecy:
        lines.append(scribe.line(boxes.secrecy, "secrecy", upper(scribe.fixed(marks.secrecy))))
    if marks.urgency:
        urgency = _as_known(scribe, marks.urgency, form.urgency, "marks.unknown-urgency")
        lines.append(scribe.line(boxes.urgency, "urgency", urgency))
    if marks.draft_round:
        draft = form.draft_template.format(n=marks.draft_round)
        lines.append(scribe.line(boxes.draft, "draft-mark", draft))
    return tuple(lines)


def first_head(scribe: Scribe) -> Cell:
    """Write the circulation mark at the head of page 1."""
    circulation = scribe.document.marks.circulation
    if not circulation:
        return ()
    known = scribe.format.marks.circulation
    words = _as_known(scribe, circulation, known, "marks.unknown-circulation")
    return (scribe.line(scribe.boxes.circulation, "circulation", words),)


def first_foot(scribe: Scribe) -> Cell:
    """Write what stands at the foot of the first page: the contact line, where it belongs there."""
    return _contact(scribe) if scribe.format.marks.contact_place == FIRST_PAGE else ()


def last_foot(scribe: Scribe) -> Cell:
    """Write what stands at the foot of the last page: contact line, and "Không phổ biến …"."""
    form = scribe.format.marks
    contact = () if form.contact_place == FIRST_PAGE else _contact(scribe)
    return contact if form.no_media_place == SIGNATURE else (*contact, *_no_media(scribe))


def under_signature(scribe: Scribe) -> tuple[Line, ...]:
    """Write "Không phổ biến …" under the signature, where it belongs there."""
    return _no_media(scribe) if scribe.format.marks.no_media_place == SIGNATURE else ()


def drafter_mark(scribe: Scribe) -> tuple[Line, ...]:
    """Write the drafter's mark and number of copies, after the recipients."""
    drafter = scribe.document.marks.drafter
    return (scribe.line(scribe.boxes.drafter, "drafter-mark", upper(drafter)),) if drafter else ()


def _contact(scribe: Scribe) -> Cell:
    contact = scribe.document.marks.contact
    if not contact:
        return ()
    box = scribe.boxes.contact
    return (Rule(box, _FULL_WIDTH), scribe.line(box, "contact", contact))


def _no_media(scribe: Scribe) -> tuple[Line, ...]:
    words = scribe.format.marks.no_media
    if not scribe.document.marks.no_media or not words:
        return ()
    return (scribe.line(scribe.boxes.circulation, "no-media", scribe.fixed(words)),)


def _as_known(scribe: Scribe, typed: str, known: tuple[str, ...], rule: str) -> str:
    """Return a mark as the format writes it; report one that it does not know."""
    for mark in known:
        if fold(mark).casefold() == fold(typed).casefold():
            return scribe.fixed(mark)
    scribe.warn(
        rule,
        _("Dấu chỉ “{mark}” không có trong thể thức này.").format(mark=typed),
        hint=_("Dùng một trong các dấu: {known}.").format(known=", ".join(known)),
    )
    return upper(scribe.fixed(typed))
