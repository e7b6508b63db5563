"""The gate before issuing: one list in a clerk's words, each line leads to its place (ban hành)."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.gate import Gate, GateCheck, GatePlace, GatePoint
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.template import Field
from ttcs_desktop.rules.issuing import (
    blanks,
    date_problems,
    key,
    mark_problems,
    number_problems,
    placeholders,
    recipient_problems,
    stop,
)
from ttcs_desktop.rules.issuing_signer import authority_problems, signer_problems
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library

_PLACES = {
    "issuing.no-number": GatePlace.NUMBER,
    "issuing.odd-number": GatePlace.NUMBER,
    "issuing.no-date": GatePlace.DATE,
    "issuing.date-to-come": GatePlace.DATE,
    "issuing.draft-mark": GatePlace.DRAFT_MARK,
    "issuing.no-addressee": GatePlace.HEAD,
    "issuing.not-entitled": GatePlace.HEAD,
    "issuing.no-recipients": GatePlace.END,
    "issuing.odd-recipient": GatePlace.END,
    "issuing.no-signature": GatePlace.END,
    "issuing.no-signer": GatePlace.END,
    "issuing.no-position": GatePlace.END,
    "issuing.unusual-signature": GatePlace.END,
    "issuing.unknown-signer": GatePlace.END,
    "issuing.not-in-office": GatePlace.END,
}
"""Where points without a line lead to, the unit's field save these."""


@dataclass(frozen=True)
class IssueGate:
    """Looks whether a document may be issued; gives no number and changes nothing."""

    library: Library
    today: Callable[[], datetime.date] = datetime.date.today

    def look(self, composition: Composition) -> Gate:
        """Return the whole list for a composed draft (rà soát trước khi ban hành).

        Raises:
            UserError: the draft's template or unit is not there any more.
        """
        document, sheet = composition.document, composition.sheet
        unit = self.library.unit(composition.draft.unit) if composition.draft.unit else None
        date = document.place_and_date.date or self.today()
        signers = signer_problems(document, unit, date)
        authority = authority_problems(document, unit, date, self.library.authority)
        return Gate(
            (
                _check("placeholders", _("Không còn chỗ bổ sung"), self._gaps(composition)),
                _check("fields", _("Các ô bắt buộc đã điền"), self._empty_fields(composition)),
                _check("blanks", _("Không còn chỗ để trống"), _points(blanks(sheet))),
                _check("number", _("Số, ký hiệu"), _points(number_problems(document, sheet))),
                _check("date", _("Địa danh, ngày"), _points(date_problems(document, self.today()))),
                _check("signer", _("Người ký"), _points(signers)),
                _check("authority", _("Thẩm quyền ban hành"), _points(authority)),
                _check(
                    "recipients",
                    _("Nơi nhận"),
                    _points(recipient_problems(document, composition.format)),
                ),
                _check("marks", _("Dấu chỉ"), _points(mark_problems(document))),
                _check("findings", _("Thể thức và nội dung"), self._findings(composition)),
            )
        )

    def _gaps(self, composition: Composition) -> Iterator[GatePoint]:
        """Yield what is still to be filled in, with the field that asks for it in these words."""
        asking: dict[str, str] = {}
        for field in self._fields(composition):
            for one in (field, *field.columns):
                asking.setdefault(key(one.label), field.id)
        for problem, what in placeholders(composition.sheet):
            yield GatePoint(problem, asking.get(key(what), ""))

    def _empty_fields(self, composition: Composition) -> Iterator[GatePoint]:
        """Yield required fields without an answer; a text that was edited stands by itself."""
        if composition.draft.is_edited:
            return
        for field in self._fields(composition):
            answer = composition.draft.answers.get(field.id)
            if field.is_required and answer in (None, "", [], ()):
                yield GatePoint(
                    stop(
                        "issuing.empty-field",
                        _("Chưa điền ô “{label}”.").format(label=field.label),
                        hint=_("Điền ô này trong biểu mẫu."),
                    ),
                    field.id,
                )

    def _fields(self, composition: Composition) -> tuple[Field, ...]:
        template = composition.draft.template
        if not template:
            return ()
        try:
            return self.library.templates.get(template).info.fields
        except UserError:
            return ()

    def _findings(self, composition: Composition) -> Iterator[GatePoint]:
        """Yield what stops issuing among what was found when composing and checking."""
        from ttcs_desktop.services.checking import Checker

        found = [one for one in composition.problems if one.severity is Severity.ERROR]
        checked = Checker(self.library, self.today).check_composition(composition)
        found += [
            Problem(one.severity, one.rule, one.message, finding.line, one.asked, one.clause)
            for finding in checked.findings
            if (one := finding.finding).severity is Severity.ERROR
        ]
        seen: set[tuple[str, int]] = set()
        for problem in found:
            if (problem.message, problem.line) not in seen:
                seen.add((problem.message, problem.line))
                yield GatePoint(problem, place=_PLACES.get(problem.rule, GatePlace.FORMAT))


def _check(name: str, title: str, points: Iterator[GatePoint]) -> GateCheck:
    return GateCheck(name, title, tuple(dict.fromkeys(points)))


def _points(problems: Iterator[Problem]) -> Iterator[GatePoint]:
    for problem in problems:
        yield GatePoint(problem, place=_PLACES.get(problem.rule, GatePlace.UNIT))
