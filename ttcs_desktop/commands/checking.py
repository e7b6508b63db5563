"""`ttcs check`: a .docx held against the official rules, mended and reported on request."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ttcs_desktop.commands.check_printing import print_checked, print_mended
from ttcs_desktop.commands.printing import FINDINGS, date_of, print_json, today
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.services.library import Library

if TYPE_CHECKING:
    from ttcs_desktop.services.checking import Checked, Checker, CheckRequest


def add_check(app: typer.Typer, library: Library) -> None:
    """Add the command."""

    @app.command(help=_("Kiểm tra thể thức một tệp .docx; sửa, ghi phiếu thẩm định khi cần."))
    def check(
        file: Annotated[
            Path | None, typer.Argument(metavar="FILE.docx", help=_("Tệp cần kiểm tra."))
        ] = None,
        *,
        format_id: Annotated[str, typer.Option("--format", help=_("Thể thức."))] = "",
        date: Annotated[str, typer.Option(help=_("Ngày ban hành, 2026-05-27."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
        as_sarif: Annotated[bool, typer.Option("--sarif", help=_("In dạng SARIF."))] = False,
        fix: Annotated[
            bool, typer.Option("--fix", help=_("Sửa các điểm an toàn, ghi ra tệp khác (-o)."))
        ] = False,
        output: Annotated[Path | None, typer.Option("-o", help=_("Tệp đã sửa."))] = None,
        only: Annotated[
            list[str] | None, typer.Option(help=_("Chỉ sửa quy tắc hoặc nhóm này; lặp lại được."))
        ] = None,
        report: Annotated[
            Path | None, typer.Option(help=_("Ghi phiếu thẩm định thể thức, .docx hoặc .pdf."))
        ] = None,
        comments: Annotated[
            Path | None, typer.Option(help=_("Ghi bản sao có nhận xét tại từng chỗ."))
        ] = None,
        settings: Annotated[
            Path | None, typer.Option(help=_("Dùng thiết lập kiểm tra của tệp này."))
        ] = None,
        export_settings: Annotated[
            Path | None, typer.Option(help=_("Ghi thiết lập kiểm tra đang dùng ra tệp."))
        ] = None,
    ) -> None:
        checker = _checker(library, settings)
        if export_settings:
            _export(checker, export_settings)
            if file is None:
                return
        request = _request(file, format_id, date)
        if fix:
            checked = _mended(checker, request, output, only or [], is_quiet=as_json or as_sarif)
        else:
            checked = checker.check(request)
        _say(checked, as_json=as_json, as_sarif=as_sarif)
        _hand_on(checked, request.path if not fix else output, report, comments)
        if not checked.conforms:
            raise typer.Exit(FINDINGS)


def _checker(library: Library, settings: Path | None) -> "Checker":
    from ttcs_desktop.services.check_settings import read_check_settings
    from ttcs_desktop.services.checking import Checker

    return Checker(library, today, read_check_settings(settings) if settings else None)


def _export(checker: "Checker", path: Path) -> None:
    from ttcs_desktop.services.check_settings import write_check_settings

    write_check_settings(checker.settings, path)
    typer.echo(_("Đã ghi {path}").format(path=path))


def _request(file: Path | None, format_id: str, date: str) -> "CheckRequest":
    from ttcs_desktop.services.checking import CheckRequest

    if file is None:
        raise UserError(_("Chưa nêu tệp cần kiểm tra."), remedy=_("Ví dụ: ttcs check “tệp.docx”."))
    return CheckRequest(file, format_id, date_of(date) if date else None)


def _mended(
    checker: "Checker",
    request: "CheckRequest",
    output: Path | None,
    only: list[str],
    *,
    is_quiet: bool,
) -> "Checked":
    from ttcs_desktop.services.mending import Mender, save_mended

    if output is None:
        raise UserError(
            _("Chưa nêu tệp để ghi bản đã sửa."), remedy=_("Thêm -o “tệp đã sửa.docx”.")
        )
    mended = Mender(checker).mend(request, only)
    save_mended(mended, output)
    if not is_quiet:
        print_mended(mended, output)
    return mended.after


def _say(checked: "Checked", *, as_json: bool, as_sarif: bool) -> None:
    from ttcs_desktop.services import checking

    if as_json:
        print_json(checking.as_json(checked))
    elif as_sarif:
        typer.echo(json.dumps(checking.as_sarif([checked]), ensure_ascii=False, indent=2))
    else:
        print_checked(checked)


def _hand_on(
    checked: "Checked", file: Path | None, report: Path | None, comments: Path | None
) -> None:
    if report:
        from ttcs_desktop.services.check_reports import write_appraisal

        write_appraisal(checked, report, today())
    if comments and file:
        from ttcs_desktop.services.check_reports import write_commented

        write_commented(checked, file, comments)
