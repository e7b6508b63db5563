"""`ttcs gate`, `ttcs handoff`, `ttcs copy`: before and after a document is signed (ban hành)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.codec import to_plain
from ttcs_desktop.commands.printing import (
    FINDINGS,
    date_of,
    print_json,
    print_problems,
    print_rows,
    today,
    told,
)
from ttcs_desktop.commands.sources import DateOption, FormatOption, Source, UnitOption, composed
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.hand_off import HandOff
from ttcs_desktop.services.library import Library

AsJson = Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))]


def add_issuing(app: typer.Typer, library: Library) -> None:
    """Add the commands round issuing, in the language spoken now."""
    _add_gate(app, library)
    _add_copy(app, library)
    app.add_typer(_hand_off_commands(library), name="handoff")


def _add_gate(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Rà soát một văn bản trước khi ban hành."))
    def gate(
        source: Source,
        *,
        unit: UnitOption = "",
        format_id: FormatOption = "",
        date: DateOption = "",
        as_json: AsJson = False,
    ) -> int:
        from ttcs_desktop.services.issuing import IssueGate

        found = IssueGate(library).look(composed(library, source, unit, format_id, date))
        if as_json:
            print_json({"may_issue": found.may_issue, "checks": to_plain(found.checks)})
        else:
            for check in found.checks:
                typer.echo(f"[{'x' if check.is_met else ' '}] {check.title}")
                for point in check.points:
                    typer.echo(f"    {told(point.problem)}")
        return 0 if found.may_issue else FINDINGS


def _hand_off_commands(library: Library) -> typer.Typer:
    group = typer.Typer(
        help=_("Hồ sơ trình ký: gửi đi và nhận lại."), no_args_is_help=True, rich_markup_mode=None
    )

    @group.command("make", help=_("Ghi hồ sơ trình ký vào một thư mục."))
    def make(
        source: Source,
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Thư mục ghi."))],
        *,
        unit: UnitOption = "",
        format_id: FormatOption = "",
        date: DateOption = "",
    ) -> None:
        from ttcs_desktop.services.handing_off import HandingOff
        from ttcs_desktop.services.settings import load_settings

        composition = composed(library, source, unit, format_id, date)
        pattern = load_settings().name_pattern
        pack = HandingOff(library).hand_off(composition, output, pattern, document=source)
        typer.echo(_("Đã ghi {path}").format(path=pack.folder))
        for note in pack.notes:
            typer.echo(note, err=True)

    @group.command("back", help=_("Nhận lại tệp đã ký hoặc bản quét."))
    def back(
        files: Annotated[list[Path], typer.Argument(help=_("Tệp PDF đã ký, hoặc bản quét."))],
        *,
        pack: Annotated[int, typer.Option(help=_("Mã hồ sơ, khi tên tệp không rõ."))] = 0,
    ) -> None:
        from ttcs_desktop.services.coming_back import ComingBack

        way_back = ComingBack(library)
        wanted = next((one for one in way_back.all() if one.id == pack), None)
        for file in files:
            returned = way_back.take_back(file, wanted)
            typer.echo(_("Đã ghi {path}").format(path=returned.hand_off.returned_file))
            for note in returned.notes:
                typer.echo(note, err=True)

    @group.command("list", help=_("Hồ sơ đang trình ký và đã nhận lại."))
    def list_packs(*, as_json: AsJson = False) -> None:
        from ttcs_desktop.services.coming_back import ComingBack

        _print_packs(ComingBack(library).all(), as_json=as_json)

    return group


def _add_copy(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Sao một văn bản đã ban hành: sao y, sao lục, trích sao, bản sao."))
    def copy(
        source: Source,
        output: Annotated[
            Path, typer.Option("-o", "--output", help=_("Tệp .docx hoặc .pdf sẽ ghi."))
        ],
        *,
        by: Annotated[str, typer.Option(help=_("Mã cơ quan sao."))],
        pdf: Annotated[Path | None, typer.Option(help=_("Ghi thêm bản PDF."))] = None,
        kind: Annotated[str, typer.Option(help=_("Hình thức sao, ví dụ true-copy."))] = "",
        number: Annotated[str, typer.Option(help=_("Số của bản sao."))] = "",
        date: Annotated[str, typer.Option(help=_("Ngày sao, 2026-05-27."))] = "",
        sign: Annotated[
            list[str] | None, typer.Option("--sign", help=_("Dòng đề ký, mỗi dòng một lần."))
        ] = None,
        signer: Annotated[str, typer.Option(help=_("Người ký sao."))] = "",
        lines: Annotated[str, typer.Option(help=_("Phần trích sao, dòng đầu-cuối: 5-7."))] = "",
    ) -> None:
        from ttcs_desktop.services.copying import Copying, CopyRequest
        from ttcs_desktop.services.exporting import export_sheet

        day = date_of(date) if date else today()
        request = CopyRequest(by, day, kind, number, tuple(sign or ()), signer, lines=_span(lines))
        pages = Copying(library).copy(composed(library, source), request)
        for path in (output, pdf):
            if path:
                export_sheet(pages.sheet, pages.format, path)
                typer.echo(_("Đã ghi {path}").format(path=path))
        print_problems(pages.problems)


def _span(lines: str) -> tuple[int, int] | None:
    first, _dash, last = lines.partition("-")
    if not lines:
        return None
    if not first.isdigit() or not (last or first).isdigit():
        raise UserError(
            _("“{lines}” không phải dòng đầu-cuối.").format(lines=lines),
            remedy=_("Ghi như 5-7."),
        )
    return int(first), int(last or first)


def _print_packs(packs: Iterable[HandOff], *, as_json: bool) -> None:
    if as_json:
        print_json(to_plain(tuple(packs)))
        return
    rows = [
        {
            "id": pack.id,
            "number": pack.number,
            "title": pack.title,
            "made": f"{pack.made_at.astimezone():%d/%m/%Y}",
            "back": f"{pack.returned_at.astimezone():%d/%m/%Y}" if pack.returned_at else "",
            "verdict": pack.verdict,
            "folder": pack.folder,
        }
        for pack in packs
    ]
    headings = (
        _("Mã"), _("Số"), _("Trích yếu"), _("Trình ngày"), _("Nhận lại"), _("Kết luận"),
        _("Thư mục"),
    )  # fmt: skip
    print_rows(headings, rows, as_json=False)
