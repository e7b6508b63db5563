"""Mend what can be mended safely, and show every change before it is kept (sửa thể thức)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.finding import Change, ChangeWords, Finding
from ttcs_desktop.services.checking import Checked, Checker, CheckRequest
from ttcs_desktop.services.files import write_atomically
from ttcs_desktop.services.opening import bytes_of

_ROUNDS = 4
"""Fixes that overlap are made one after the other, each on what the one before left."""


@dataclass(frozen=True)
class Mended:
    """A file that was mended: its bytes, what was changed, and what is found in it now.

    Attributes:
        before: what was found at first.
        done: the findings that are gone because they were mended, each with its `fix`.
        left: findings with a fix that did not help, or could not be made.
    """

    data: bytes
    before: Checked
    after: Checked
    done: tuple[Finding, ...]

    @property
    def left(self) -> tuple[Finding, ...]:
        """Findings that still have a fix."""
        return tuple(one for one in self.after.findings if one.fix)


@dataclass(frozen=True)
class Mender:
    """Mends files with what a checker finds in them."""

    checker: Checker

    def mend(self, request: CheckRequest, rules: Iterable[str] = ()) -> Mended:
        """Make every safe fix of a file, or only those of some rules or families.

        Raises:
            SourceError: the file cannot be read, or may not be changed; says why.
        """
        return self.mend_data(bytes_of(request.path), request, rules)

    def mend_data(self, data: bytes, request: CheckRequest, rules: Iterable[str] = ()) -> Mended:
        """Make every safe fix of the bytes of a .docx."""
        wanted = frozenset(rules)
        before = self.checker.check_data(data, request)
        request = replace(request, format=before.format.id)
        now, done = before, list[Finding]()
        for _round in range(_ROUNDS):
            chosen = [one for one in now.findings if one.fix and _is_wanted(one, wanted)]
            if not chosen:
                break
            following, new = self._once(data, request, chosen)
            done.extend(new)
            if following is None:
                break
            data, now = following
        return Mended(data, before, now, tuple(done))

    def mend_one(self, data: bytes, request: CheckRequest, finding: Finding) -> Mended:
        """Make the fix of one finding: what a click on it does.

        Raises:
            UserError: the finding has no fix.
        """
        if finding.fix is None:
            raise UserError(_("Điểm này không sửa tự động được; cần người soạn quyết định."))
        before = self.checker.check_data(data, request)
        following, done = self._once(data, request, [finding])
        if following is None:
            return Mended(data, before, before, ())
        return Mended(following[0], before, following[1], tuple(done))

    def _once(
        self, data: bytes, request: CheckRequest, findings: list[Finding]
    ) -> tuple[tuple[bytes, Checked] | None, list[Finding]]:
        from ttcs_desktop.readers.mending import mended

        made = list(_apart(findings))
        changes = [change for one in made for change in (one.fix.changes if one.fix else ())]
        changed = mended(data, changes, where=str(request.path))
        if changed == data:
            return None, []
        return (changed, self.checker.check_data(changed, request)), made


def save_mended(mended: Mended, path: Path) -> None:
    """Keep a mended file beside the original, which is never written over.

    Raises:
        UserError: the path is that of the original.
        WriteError: the file cannot be written; the old one is intact.
    """
    if path.resolve() == mended.before.path.resolve():
        raise UserError(
            _("Không ghi đè lên tệp gốc."),
            where=str(path),
            remedy=_("Đặt tên khác cho tệp đã sửa."),
        )
    write_atomically(path, mended.data)


def _is_wanted(finding: Finding, rules: frozenset[str]) -> bool:
    return not rules or finding.rule in rules or finding.rule.partition(".")[0] in rules


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings whose words do not overlap with those of one before."""
    taken: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for finding in findings:
        spans = list(_spans(finding.fix.changes if finding.fix else ()))
        overlaps = any(
            start <= last and first <= end
            for place, start, end in spans
            for first, last in taken.get(place, ())
        )
        if overlaps:
            continue
        for place, start, end in spans:
            taken.setdefault(place, []).append((start, end))
        yield finding


def _spans(changes: Iterable[Change]) -> Iterator[tuple[tuple[str, int], int, int]]:
    for change in changes:
        if isinstance(change, ChangeWords):
            yield (change.part, change.order), change.start, change.end
