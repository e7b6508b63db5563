"""Hold a .docx that anyone wrote against the official rules (kiểm tra thể thức)."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttcs_desktop import __version__
from ttcs_desktop.codec import to_plain
from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.check_settings import CheckSettings
from ttcs_desktop.model.finding import Finding
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Habits, Unit
from ttcs_desktop.rules.formats import with_habits
from ttcs_desktop.rules.units import period_on
from ttcs_desktop.services.check_settings import load_check_settings
from ttcs_desktop.services.completing import habits_of
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.opening import bytes_of

if TYPE_CHECKING:
    from ttcs_desktop.model.appearance import Appearance
    from ttcs_desktop.model.component import Component

JSON_VERSION = 1
MOST_PARAGRAPHS = 15_000
"""More than a thousand pages: no document, and it would keep the clerk waiting."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check, and against what where the file itself shall not decide."""

    path: Path
    format: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True)
class Checked:
    """A file that was checked.

    Attributes:
        date: the document's date as used to choose the rules; `is_dated` when the file bears it.
        components: what every line was taken for.
    """

    path: Path
    format: FormatProfile
    date: datetime.date
    is_dated: bool
    findings: tuple[Finding, ...]
    appearance: "Appearance"
    components: "tuple[Component, ...]"

    @property
    def conforms(self) -> bool:
        """Tell whether there is neither error nor warning."""
        return all(one.severity is Severity.NOTE for one in self.findings)

    def count(self, severity: Severity) -> int:
        """Return how many findings have a severity."""
        return sum(one.severity is severity for one in self.findings)


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """What is found in a draft, with the line of its text, from 1; 0 for what the text lacks."""

    finding: Finding
    line: int


@dataclass(frozen=True)
class CheckedDraft:
    """A draft that was checked as it stands."""

    findings: tuple[DraftFinding, ...]
    checked: Checked


_OF_FILES = frozenset({"signature.stranded", "structure.unrecognised"})
"""Rules that ask what only a printed file tells."""


@dataclass(frozen=True)
class Checker:
    """Checks files with what is at hand."""

    library: Library
    today: Callable[[], datetime.date] = datetime.date.today
    own_settings: CheckSettings | None = None
    """In the stead of what the office keeps."""

    def check(self, request: CheckRequest) -> Checked:
        """Read a .docx and check it.

        Raises:
            SourceError: the file cannot be read; says why and what to do.
            UnknownError: no format has the id that was asked for.
        """
        return self.check_data(bytes_of(request.path), request)

    def check_data(self, data: bytes, request: CheckRequest) -> Checked:
        """Check the bytes of a .docx; `request.path` is what errors call it.

        Raises:
            SourceError: the data cannot be read; says why and what to do.
            UnknownError: no format has the id that was asked for.
        """
        from ttcs_desktop.readers.inspection import inspect

        appearance = inspect(data, where=str(request.path))
        if len(appearance.paragraphs) > MOST_PARAGRAPHS:
            raise SourceError(
                _("Tệp có {count} đoạn, dài hơn mức kiểm tra được ({most} đoạn).").format(
                    count=len(appearance.paragraphs), most=MOST_PARAGRAPHS
                ),
                where=str(request.path),
                remedy=_("Tách phụ lục ra tệp riêng rồi kiểm tra từng tệp."),
            )
        return self._checked(appearance, request)

    def check_composition(self, composition: Composition) -> CheckedDraft:
        """Check a draft as it will be printed, without writing a file: as one types.

        Fixes are left out: what a draft says is mended in its text.
        """
        from ttcs_desktop.checking.drawn_sheet import drawn

        sheet = drawn(composition.sheet, composition.format)
        request = CheckRequest(Path(), composition.format.id, composition.draft.date)
        checked = self._checked(sheet.appearance, request, composition.format)
        sources = sheet.sources
        return CheckedDraft(
            tuple(
                DraftFinding(
                    replace(one, fix=None),
                    sources[one.place.order] if one.place.order >= 0 else 0,
                )
                for one in checked.findings
                if one.rule not in _OF_FILES
            ),
            checked,
        )

    def _checked(
        self,
        appearance: "Appearance",
        request: CheckRequest,
        form: FormatProfile | None = None,
    ) -> Checked:
        from ttcs_desktop.checking.case import Case
        from ttcs_desktop.checking.engine import check
        from ttcs_desktop.checking.recognition import recognise
        from ttcs_desktop.checking.regimes import date_of

        components = recognise(appearance, self.library.units.values())
        dated = date_of(components)
        date = request.date or dated or _draft_date(appearance) or self.today()
        unit = self._unit(appearance, components)
        form = form or self._format(request, appearance, components, unit, date)
        case = Case(
            appearance,
            components,
            form,
            date if request.date or dated else None,
            self.today(),
            self.library.units,
            self.library.instruments,
            self.settings,
        )
        findings = check(case)
        return Checked(
            request.path, form, date, dated is not None, findings, appearance, components
        )

    @property
    def settings(self) -> CheckSettings:
        """What the office decided."""
        return self.own_settings or load_check_settings(self.library.own)

    def _format(
        self,
        request: CheckRequest,
        appearance: "Appearance",
        components: "tuple[Component, ...]",
        unit: Unit | None,
        date: datetime.date,
    ) -> FormatProfile:
        """Choose the format: the one asked for, the one the file names, or what it looks like."""
        from ttcs_desktop.checking.regimes import regime_of
        from ttcs_desktop.rules.regimes import guess_regime

        if request.format:
            plain = self.library.format(request.format)
        elif appearance.format_id in self.library.formats:
            plain = self.library.format(appearance.format_id)
        else:
            regime = unit.regime if unit else regime_of(components)
            text = "\n".join(paragraph.text for paragraph in appearance.paragraphs)
            plain = self.library.format_for(regime or guess_regime(text), date)
        own = appearance.draft.habits if appearance.draft else Habits()
        return with_habits(plain, habits_of(period_on(unit, date) if unit else None, own))

    def _unit(self, appearance: "Appearance", components: "tuple[Component, ...]") -> Unit | None:
        """Return the unit whose document it is: as its draft says, or by its letterhead."""
        from ttcs_desktop.checking.issuers import issuer_in

        units = self.library.units
        if appearance.draft and appearance.draft.unit in units:
            return units[appearance.draft.unit]
        return issuer_in(components, units.values())


def as_json(checked: Checked) -> dict[str, Any]:
    """Return what was found as plain values; the shape is documented and lasting."""
    return {
        "version": JSON_VERSION,
        "file": str(checked.path),
        "format": checked.format.id,
        "format_title": checked.format.title,
        "date": checked.date,
        "is_dated": checked.is_dated,
        "conforms": checked.conforms,
        "counts": {severity.value: checked.count(severity) for severity in Severity},
        "findings": to_plain(checked.findings),
        "components": [
            {"part": one.part.value, "sureness": one.sureness.value, "text": one.text}
            for one in checked.components
        ],
    }


def as_sarif(checked: Sequence[Checked]) -> dict[str, Any]:
    """Return what was found in some files as SARIF 2.1.0."""
    from ttcs_desktop.checking.reports.sarif import sarif
    from ttcs_desktop.checking.rules import RULES

    files = {one.path.as_posix(): one.findings for one in checked}
    return sarif(files, RULES, checked[0].format, __version__)


def rule_rows(library: Library, format_id: str) -> list[dict[str, str]]:
    """Return every rule with its clause in a format.

    Raises:
        UnknownError: no format has that id.
    """
    from ttcs_desktop.checking.rules import RULES
    from ttcs_desktop.checking.spoken import clause

    form = library.format(format_id)
    return [
        {
            "id": rule.id,
            "severity": rule.severity.value,
            "title": rule.title(),
            "clause": clause(rule.clause(form)),
        }
        for rule in RULES
        if rule.applies(form)
    ]


def _draft_date(appearance: "Appearance") -> datetime.date | None:
    return appearance.draft.date if appearance.draft else None
