"""Type name and subject (tên loại, trích yếu nội dung; ô 5a, 5b)."""

import dataclasses
import re

from ttcs_desktop.language.case import upper, upper_first
from ttcs_desktop.model.sheet import Element, Line, Run
from ttcs_desktop.model.text import Content, Span
from ttcs_desktop.rules.capitals import lower_start
from ttcs_desktop.rules.lengths import rule_under
from ttcs_desktop.rules.measure import face_of, width
from ttcs_desktop.rules.scribe import Scribe
from ttcs_desktop.rules.type_names import is_letter
from ttcs_desktop.rules.wrapping import by_sense

_LEAD = re.compile(r"^(?:về việc|v/v)\s+", re.IGNORECASE)
_SIDE = 1.5
"""Room left free at each side of a centred line, mm."""


def title_block(scribe: Scribe) -> tuple[Element, ...]:
    """Write type name, author and subject in the middle of the page; () for a letter."""
    document, box = scribe.document, scribe.boxes.subject
    if is_letter(document.type_name):
        return ()
    source = document.subject_line
    lines = [scribe.line(box, "type-name", upper(scribe.fixed(document.type_name)), keep=True)]
    if document.author_line:
        author = scribe.line(box, "author-line", document.author_line, source=source, keep=True)
        lines.append(
            by_sense(
                author, face_of(scribe.format, author.style), scribe.format.text_width - 2 * _SIDE
            )
        )
    if document.subject:
        words = scribe.line(
            box, "subject", subject(scribe), source=source, keep=True, stands_apart=True
        )
        lines.append(
            by_sense(
                words, face_of(scribe.format, words.style), scribe.format.text_width - 2 * _SIDE
            )
        )
    return (*lines, *_under(scribe, lines[-1]))


def subject(scribe: Scribe) -> Content:
    """Return the subject, its first letter as the format wants it."""
    content = scribe.document.subject
    if scribe.document.author_line or not scribe.format.subject.starts_upper:
        return _started(content, is_upper=False)
    return _started(content, is_upper=True)


def letter_subject(scribe: Scribe, room: float) -> tuple[Line, ...]:
    """Write the subject of a letter, `room` mm wide: `V/v …`, `về việc …`, or on its own."""
    document = scribe.document
    if not is_letter(document.type_name) or not document.subject:
        return ()
    prefix = scribe.format.subject.letter_prefix
    words = _started(_without_lead(document.subject), is_upper=not prefix)
    content = (Span(prefix), *words) if prefix else words
    source = document.subject_line
    box = scribe.boxes.letter_subject
    line = scribe.line(box, "letter-subject", content, source=source, stands_apart=True)
    return (by_sense(line, face_of(scribe.format, line.style), room),)


def _under(scribe: Scribe, last: Line) -> tuple[Element, ...]:
    """Write what closes the title: five hyphens, or a rule as long as a part of the words above."""
    form, box = scribe.format.subject, scribe.boxes.subject
    if form.under:
        return (scribe.line(box, "subject-separator", form.under),)
    words = "".join(run.text for run in last.runs if isinstance(run, Run))
    face = face_of(scribe.format, last.style)
    longest = max(width(own, face) for own in words.split("\n"))
    return rule_under(box, form.rule, longest, form.rule_fraction)


def _without_lead(content: Content) -> Content:
    """Return a letter's subject without the words that its format puts before it anyway."""
    first = content[0]
    if not isinstance(first, Span):
        return content
    text = _LEAD.sub("", first.text)
    return (dataclasses.replace(first, text=text), *content[1:]) if text else content[1:]


def _started(content: Content, *, is_upper: bool) -> Content:
    if not content or not isinstance(content[0], Span):
        return content
    first = content[0]
    start = upper_first if is_upper else lower_start
    return (dataclasses.replace(first, text=start(first.text)), *content[1:])
