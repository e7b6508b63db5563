"""`ttcs check`: a .docx held against the official rules."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ttcs_desktop.commands.printing import FINDINGS, date_of, print_json
from ttcs_desktop.i18n import _
from ttcs_desktop.model.finding import Finding, FindingPlace
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.services.library import Library

if TYPE_CHECKING:
    from ttcs_desktop.services.checking import Checked

_SEVERITIES = {
    Severity.ERROR: lambda: _("lỗi"),
    Severity.WARNING: lambda: _("cần xem"),
    Severity.NOTE: lambda: _("gợi ý"),
}


def add_check(app: typer.Typer, library: Library) -> None:
    """Add the command."""

    @app.command(help=_("Kiểm tra thể thức một tệp .docx."))
    def check(
        file: Annotated[Path, typer.Argument(metavar="FILE.docx", help=_("Tệp cần kiểm tra."))],
        *,
        format_id: Annotated[str, typer.Option("--format", help=_("Thể thức."))] = "",
        date: Annotated[str, typer.Option(help=_("Ngày ban hành, 2026-05-27."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
        as_sarif: Annotated[bool, typer.Option("--sarif", help=_("In dạng SARIF."))] = False,
    ) -> None:
        from ttcs_desktop.services import checking

        day = date_of(date) if date else None
        checker = checking.Checker(library)
        checked = checker.check(checking.CheckRequest(file, format_id, day))
        if as_json:
            print_json(checking.as_json(checked))
        elif as_sarif:
            typer.echo(json.dumps(checking.as_sarif([checked]), ensure_ascii=False, indent=2))
        else:
            _print(checked)
        if not checked.conforms:
            raise typer.Exit(FINDINGS)


def _print(checked: "Checked") -> None:
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


def print_findings(findings: Sequence[Finding]) -> None:
    """Print findings one a line, in reading order."""
    for finding in findings:
        typer.echo(told(finding))


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
