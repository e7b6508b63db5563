"""Findings of the checker on the screen, one a line."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ttcs_desktop.i18n import _
from ttcs_desktop.model.finding import Finding, FindingPlace
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.services.alike import few_of_each

if TYPE_CHECKING:
    from ttcs_desktop.services.checking import Checked
    from ttcs_desktop.services.mending import Mended

_SEVERITIES = {
    Severity.ERROR: lambda: _("lỗi"),
    Severity.WARNING: lambda: _("cần xem"),
    Severity.NOTE: lambda: _("gợi ý"),
}


def print_checked(checked: "Checked") -> None:
    """Print what was found in a file, and how many of each weight."""
    typer.echo(
        _("{file}: kiểm tra theo {format}.").format(file=checked.path, format=checked.format.title)
    )
    print_findings(checked.findings)
    counts = {severity: checked.count(severity) for severity in Severity}
    typer.echo(
        _("{errors} lỗi, {warnings} điểm cần xem, {notes} gợi ý.").format(
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
        )
    )


def print_mended(mended: "Mended", path: Path) -> None:
    """Print every change that was made, before and after."""
    for finding in mended.done:
        if finding.fix:
            place = told_place(finding.place)
            typer.echo(
                _("[đã sửa] {place}{before} → {after} [{rule}]").format(
                    place=place,
                    before=finding.fix.before,
                    after=finding.fix.after,
                    rule=finding.rule,
                )
            )
    typer.echo(_("Đã ghi {path}").format(path=path))


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings one a line, in reading order; the many of one rule share a line."""
    for finding, like in few_of_each(findings, lambda one: one.rule):
        typer.echo(told_together(like) if like else told(finding))


def told_together(findings: Sequence[Finding]) -> str:
    """Return findings of one rule as one line: how many, what, and where the first of them is."""
    more = _("Còn {count} điểm như vậy.").format(count=len(findings))
    return f"{told(findings[0])} {more}"


def told(finding: Finding) -> str:
    """Return a finding as one line: place, severity, what was found, clause, rule."""
    clause = f" ({finding.clause})" if finding.clause else ""
    severity = _SEVERITIES[finding.severity]()
    words = f" “{finding.place.words}”" if finding.place.words else ""
    place = told_place(finding.place)
    return f"[{severity}] {place}{finding.message}{words}{clause} [{finding.rule}]"


def told_place(place: FindingPlace) -> str:
    """Return where something is: "trang 1, đoạn 5: "."""
    parts = []
    if place.page:
        parts.append(_("trang {page}").format(page=place.page))
    if place.paragraph:
        parts.append(_("đoạn {paragraph}").format(paragraph=place.paragraph))
    return f"{', '.join(parts)}: " if parts else ""
