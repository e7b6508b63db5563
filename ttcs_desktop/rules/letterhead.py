"""The head of page 1 (phần đầu văn bản; ô 1-4): two columns without borders, two rows."""

import datetime
from dataclasses import replace

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper
from ttcs_desktop.model.document import IssuingBody
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.sheet import Cell, Columns, Line, Rule, Run
from ttcs_desktop.rules.lengths import rule_under
from ttcs_desktop.rules.marks import marks_under_number
from ttcs_desktop.rules.measure import face_of, width
from ttcs_desktop.rules.scribe import Scribe, missing
from ttcs_desktop.rules.subject import letter_subject
from ttcs_desktop.rules.symbols import check_symbol, number_line, place_and_date
from ttcs_desktop.rules.wrapping import broken

_ISSUER = "issuing-body"
_SIDE = 1.5
"""Room left free at each side of a column, mm, so that names never touch."""
_DATE_SIDE = 0.6
"""The same for the date, which is never broken."""
_LEAST_LEFT = 50.0
"""mm"""
_LONGEST_DATE = datetime.date(2000, 12, 30)


def letterhead(scribe: Scribe) -> Columns:
    """Return the letterhead: names and title above, number and date below."""
    left, right = _widths(scribe)
    room = left - 2 * _SIDE
    return Columns(
        widths=(left, right),
        rows=((_names(scribe, room), _title(scribe)), (_number(scribe, room), _date(scribe))),
        starts_at=scribe.format.letterhead.starts_at,
    )


def _widths(scribe: Scribe) -> tuple[float, float]:
    """Return both columns, the right one wide enough for the longest date of the place.

    The date of a draft is blank, so the columns stand the same before and after it is given.
    """
    form = scribe.format.letterhead
    written = replace(scribe.document.place_and_date, date=_LONGEST_DATE)
    longest = width(place_and_date(scribe, written), face_of(scribe.format, "place-date"))
    lacking = max(0.0, longest + 2 * _DATE_SIDE - form.right_width)
    moved = min(round(lacking, 1), max(0.0, form.left_width - _LEAST_LEFT))
    return round(form.left_width - moved, 1), round(form.right_width + moved, 1)


def _names(scribe: Scribe, room: float) -> Cell:
    """Write the body above, the issuing body, and what separates them from the number."""
    issuer, form, box = scribe.document.issuer, scribe.format.letterhead, scribe.boxes.issuer
    parent: Cell = ()
    if issuer.parent:
        fitted = _fitted(scribe, "parent-body", issuer.parent, room)
        parent = (Line(box, "parent-body", (Run(fitted),)),)
    name = _issuers(scribe, issuer, room)
    separator: Cell = ()
    if form.under_issuer:
        separator = (scribe.line(box, "body-separator", form.under_issuer),)
    rule = rule_under(box, form.issuer_rule, _longest(scribe, name), form.rule_fraction)
    return (*parent, Line(box, _ISSUER, (Run(name),)), *separator, *rule)


def _issuers(scribe: Scribe, issuer: IssuingBody, room: float) -> str:
    """Return the issuing body, broken to its column; of a joint document each from a new line."""
    if not issuer.issuers:
        scribe.report(
            Severity.ERROR,
            "letterhead.no-issuer",
            _("Chưa có tên cơ quan ban hành văn bản."),
            hint=_("Chọn đơn vị ban hành."),
        )
        return _fitted(scribe, _ISSUER, missing("tên cơ quan ban hành"), room)
    joined = _fitted(scribe, _ISSUER, " - ".join(issuer.issuers), room)
    if "\n" not in joined:
        return joined
    return _fitted(scribe, _ISSUER, " -\n".join(issuer.issuers), room)


def _fitted(scribe: Scribe, style: str, name: str, room: float) -> str:
    """Break a name by sense to the width of its column."""
    words = scribe.fixed(name)
    if scribe.format.styles[style].is_upper:
        words = upper(words)
    return broken(words, face_of(scribe.format, style), room)


def _longest(scribe: Scribe, name: str) -> float:
    face = face_of(scribe.format, _ISSUER)
    return max(width(line, face) for line in name.split("\n"))


def _title(scribe: Scribe) -> Cell:
    """Write the Party title, or national name and motto, each with the rule under it."""
    box, form = scribe.boxes.title, scribe.format.letterhead
    cell: list[Line | Rule] = []
    for fixed in form.right_lines:
        words = scribe.fixed(fixed.text)
        cell.append(scribe.line(box, fixed.style, words))
        measured = width(words, face_of(scribe.format, fixed.style))
        cell.extend(rule_under(box, fixed.rule, measured, form.rule_fraction))
    return tuple(cell)


def _number(scribe: Scribe, room: float) -> Cell:
    check_symbol(scribe)
    number = scribe.line(scribe.boxes.number, "number", number_line(scribe))
    return (number, *letter_subject(scribe, room), *marks_under_number(scribe))


def _date(scribe: Scribe) -> Cell:
    words = place_and_date(scribe, scribe.document.place_and_date)
    return (scribe.line(scribe.boxes.place_and_date, "place-date", words),)
