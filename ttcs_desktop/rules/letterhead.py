"""The head of page 1 (phần đầu văn bản; ô 1-4): two columns without borders, two rows."""

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

_SIDE = 1.5
"""Room left free at each side of a column, mm, so that names never touch."""


def letterhead(scribe: Scribe) -> Columns:
    """Return the letterhead: names and title above, number and date below."""
    form = scribe.format.letterhead
    return Columns(
        widths=(form.left_width, form.right_width),
        rows=((_names(scribe), _title(scribe)), (_number(scribe), _date(scribe))),
        starts_at=form.starts_at,
    )


def _names(scribe: Scribe) -> Cell:
    """Write the body above, the issuing body, and what separates them from the number."""
    issuer, form, box = scribe.document.issuer, scribe.format.letterhead, scribe.boxes.issuer
    parent = _name(scribe, "parent-body", issuer.parent) if issuer.parent else ()
    name = _issuers(scribe, issuer)
    longest = _longest(scribe, "issuing-body", name)
    separator: Cell = ()
    if form.under_issuer:
        separator = (scribe.line(box, "body-separator", form.under_issuer),)
    rule = rule_under(box, form.issuer_rule, longest, form.rule_fraction)
    return (*parent, *_name(scribe, "issuing-body", name), *separator, *rule)


def _issuers(scribe: Scribe, issuer: IssuingBody) -> str:
    """Return the issuing body; of a joint document the bodies, each from a line of its own."""
    if not issuer.issuers:
        scribe.report(
            Severity.ERROR,
            "letterhead.no-issuer",
            _("Chưa có tên cơ quan ban hành văn bản."),
            hint=_("Chọn đơn vị ban hành."),
        )
        return missing("tên cơ quan ban hành")
    joined = " - ".join(issuer.issuers)
    is_one_line = "\n" not in _fitted(scribe, "issuing-body", joined)
    return joined if is_one_line else " -\n".join(issuer.issuers)


def _name(scribe: Scribe, style: str, name: str) -> tuple[Line, ...]:
    return (Line(scribe.boxes.issuer, style, (Run(_fitted(scribe, style, name)),)),)


def _fitted(scribe: Scribe, style: str, name: str) -> str:
    """Break a name by sense to the width of its column."""
    words = scribe.fixed(name)
    if scribe.format.styles[style].is_upper:
        words = upper(words)
    room = scribe.format.letterhead.left_width - 2 * _SIDE
    return broken(words, face_of(scribe.format, style), room)


def _longest(scribe: Scribe, style: str, name: str) -> float:
    face = face_of(scribe.format, style)
    return max(width(line, face) for line in _fitted(scribe, style, name).split("\n"))


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


def _number(scribe: Scribe) -> Cell:
    check_symbol(scribe)
    number = scribe.line(scribe.boxes.number, "number", number_line(scribe))
    return (number, *letter_subject(scribe), *marks_under_number(scribe))


def _date(scribe: Scribe) -> Cell:
    return (scribe.line(scribe.boxes.place_and_date, "place-date", place_and_date(scribe)),)
