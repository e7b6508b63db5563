"""The checker as the window asks it: a draft as one types, a file that was dropped (kiểm tra)."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.model.check_settings import CheckSettings, Ignored, Weight
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.finding import ChangeWords, Finding
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.services.library import Library

if TYPE_CHECKING:
    from ttcs_desktop.services.checking import Checked, CheckedDraft, Checker, DraftFinding
    from ttcs_desktop.services.mending import Mended
    from ttcs_desktop.services.office_rules import OfficeRule

MOST_CONTEXT = 16
"""Letters on each side that tell a place in a line from its like."""


@dataclass(frozen=True, slots=True)
class TextMend:
    """A safe change of a line of the text: from `start` to `end`, `before` becomes `after`."""

    line: int
    start: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Point:
    """A finding in a draft, with what may be done about it in the text."""

    rule: str
    severity: Severity
    line: int
    message: str
    found: str
    asked: str
    clause: str
    mend: TextMend | None = None


@dataclass(frozen=True)
class DeskChecks:
    """Checks drafts and files, and keeps what the office decided about the rules."""

    library: Library

    @cached_property
    def checker(self) -> "Checker":
        """The checker itself."""
        from ttcs_desktop.services.checking import Checker

        return Checker(self.library)

    def check_draft(self, draft: Draft) -> tuple[Point, ...]:
        """Return what is found in a draft as it stands.

        Raises:
            UserError: the draft or the office's settings cannot be read.
        """
        from ttcs_desktop.services.composing import Composer

        composition = Composer(self.library).compose(draft)
        checked = self.checker.check_composition(composition)
        return tuple(_points(checked, draft.text.split("\n")))

    def check_file(self, path: Path) -> "Checked":
        """Return what is found in a .docx.

        Raises:
            SourceError: the file cannot be read; says why and what to do.
        """
        from ttcs_desktop.services.checking import CheckRequest

        return self.checker.check(CheckRequest(path))

    def mend_file(self, path: Path) -> "Mended":
        """Return a file with every safe fix made; nothing is written.

        Raises:
            SourceError: the file cannot be read, or may not be changed; says why.
        """
        from ttcs_desktop.services.checking import CheckRequest
        from ttcs_desktop.services.mending import Mender

        return Mender(self.checker).mend(CheckRequest(path))

    def save_mended(self, mended: "Mended", path: Path) -> None:
        """Keep a mended file beside the original.

        Raises:
            UserError: the path is that of the original, or cannot be written.
        """
        from ttcs_desktop.services.mending import save_mended

        save_mended(mended, path)

    def write_appraisal(self, checked: "Checked", path: Path) -> None:
        """Write the appraisal form (phiếu thẩm định thể thức) as .docx or PDF.

        Raises:
            UserError: the name ends otherwise, or the file cannot be written.
        """
        from ttcs_desktop.services.check_reports import write_appraisal

        write_appraisal(checked, path, self.checker.today())

    def write_commented(self, checked: "Checked", path: Path) -> None:
        """Write a copy of a file with its findings as comments of Word.

        Raises:
            UserError: the copy would lie over the file, or cannot be written.
        """
        from ttcs_desktop.services.check_reports import write_commented

        write_commented(checked, checked.path, path)

    def ignore(self, rule: str) -> None:
        """Pass over a rule in this office from now on.

        Raises:
            WriteError: the settings cannot be written; the old ones are intact.
        """
        settings = self.checker.settings
        if Ignored(rule) not in settings.ignored:
            self._keep(dataclasses.replace(settings, ignored=(*settings.ignored, Ignored(rule))))

    def heed(self, rule: str) -> None:
        """Take a rule back that was passed over.

        Raises:
            WriteError: the settings cannot be written; the old ones are intact.
        """
        settings = self.checker.settings
        left = tuple(one for one in settings.ignored if one != Ignored(rule))
        self._keep(dataclasses.replace(settings, ignored=left))

    def office_rules(self) -> "tuple[OfficeRule, ...]":
        """Return every rule with what the office decided about it.

        Raises:
            DataError: the settings cannot be read; says which field.
        """
        from ttcs_desktop.services.office_rules import office_rules

        return office_rules(self.checker.settings)

    def decide(self, rule: "OfficeRule", weight: Weight | None) -> None:
        """Weigh a rule otherwise in this office; None takes a decision back.

        Raises:
            WriteError: the settings cannot be written; the old ones are intact.
        """
        from ttcs_desktop.services.office_rules import decided

        self._keep(decided(self.checker.settings, rule, weight))

    def lexicon(self) -> tuple[str, ...]:
        """Return the words and names that are right in this office."""
        return self.checker.settings.lexicon

    def keep_lexicon(self, words: Iterable[str]) -> None:
        """Keep the words and names that are right in this office.

        Raises:
            WriteError: the settings cannot be written; the old ones are intact.
        """
        lexicon = tuple(dict.fromkeys(word.strip() for word in words if word.strip()))
        self._keep(dataclasses.replace(self.checker.settings, lexicon=lexicon))

    def take_settings(self, path: Path) -> None:
        """Take over what another office decided, in the place of what this one did.

        Raises:
            DataError: the file cannot be read, or a field of it is wrong; says which.
            WriteError: the settings cannot be written; the old ones are intact.
        """
        from ttcs_desktop.services.check_settings import read_check_settings

        self._keep(read_check_settings(path))

    def hand_on_settings(self, path: Path) -> None:
        """Write what this office decided for another one.

        Raises:
            WriteError: the file cannot be written; the old one is intact.
        """
        from ttcs_desktop.services.check_settings import write_check_settings

        write_check_settings(self.checker.settings, path)

    def _keep(self, settings: CheckSettings) -> None:
        from ttcs_desktop.services.check_settings import save_check_settings

        save_check_settings(settings, self.library.own)


def _points(checked: "CheckedDraft", lines: list[str]) -> Iterator[Point]:
    fixes = {_key(one): one for one in checked.checked.findings if one.fix}
    for drafted in checked.findings:
        finding = drafted.finding
        yield Point(
            finding.rule,
            finding.severity,
            drafted.line,
            finding.message,
            finding.found,
            finding.asked,
            finding.clause,
            _mend(checked, drafted, fixes.get(_key(finding)), lines),
        )


def _key(finding: Finding) -> Finding:
    return dataclasses.replace(finding, fix=None)


def _mend(
    checked: "CheckedDraft", drafted: "DraftFinding", fixed: Finding | None, lines: list[str]
) -> TextMend | None:
    """Return a fix as a change of the text; None where its place there is not beyond doubt."""
    changes = fixed.fix.changes if fixed and fixed.fix else ()
    if len(changes) != 1 or not 0 < drafted.line <= len(lines):
        return None
    change = changes[0]
    if not isinstance(change, ChangeWords):
        return None
    paragraph = next(
        (
            one
            for one in checked.checked.appearance.paragraphs
            if (one.spot.part, one.spot.order) == (change.part, change.order)
        ),
        None,
    )
    if paragraph is None:
        return None
    before = paragraph.text[change.start : change.end]
    at = _place(paragraph.text, change.start, change.end, lines[drafted.line - 1])
    return None if at < 0 else TextMend(drafted.line, at, before, change.words)


def _place(text: str, start: int, end: int, line: str) -> int:
    """Return where the words of a paragraph stand in its line of text, -1 when unsure."""
    for room in range(MOST_CONTEXT, 0, -1):
        first = max(0, start - room)
        piece = text[first : end + room]
        if line.count(piece) == 1:
            return line.index(piece) + start - first
    return -1
