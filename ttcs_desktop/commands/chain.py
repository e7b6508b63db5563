"""`ttcs batch` and `ttcs consolidate`: many units at once."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.commands.printing import FINDINGS, date_of, print_problems, today
from ttcs_desktop.i18n import _
from ttcs_desktop.model.report import Consolidation
from ttcs_desktop.services.library import Library


def add_batch(app: typer.Typer, library: Library) -> None:
    """Add the command that makes one document for each of many units."""

    @app.command(help=_("Soạn một mẫu cho nhiều đơn vị, mỗi đơn vị một tệp."))
    def batch(
        template: Annotated[str, typer.Argument(help=_("Mã mẫu."))],
        units: Annotated[
            str, typer.Option(help=_("Các đơn vị: group:1, kind:so, all, @danh-sách.csv."))
        ],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Thư mục ghi."))],
        *,
        data: Annotated[Path | None, typer.Option(help=_("Tệp TOML điền mẫu."))] = None,
        date: Annotated[str, typer.Option(help=_("Ngày ban hành, 2026-05-27."))] = "",
        pdf: Annotated[bool, typer.Option("--pdf", help=_("Ghi thêm bản PDF."))] = False,
        resume: Annotated[
            bool, typer.Option("--resume", help=_("Chỉ làm những tệp chưa có."))
        ] = False,
    ) -> int:
        from ttcs_desktop.services.batching import Batch, summary
        from ttcs_desktop.services.rendering import read_data

        answers = read_data(data).get("answers", {})
        maker = Batch(library)
        chosen, prepare = maker.from_template(
            template, units, answers, date_of(date) if date else None
        )
        made = []
        for one in maker.write(chosen, prepare, output, has_pdf=pdf, is_resumed=resume):
            made.append(one)
            told = one.path or one.fault
            typer.echo(f"[{len(made)}/{len(chosen)}] {one.name}: {told}")
        counts = summary(tuple(made))
        typer.echo(
            _(
                "Đã ghi {made} tệp, đã có sẵn {was_there}, cần xem lại {to_look_at}, lỗi {failed}."
            ).format(**counts)
        )
        return FINDINGS if counts["failed"] else 0


def add_consolidate(app: typer.Typer, library: Library) -> None:
    """Add the command that merges many reports."""

    @app.command(help=_("Tổng hợp báo cáo của nhiều đơn vị."))
    def consolidate(
        files: Annotated[
            list[Path], typer.Argument(help=_("Tệp, thư mục, tệp .zip hoặc thư .eml."))
        ],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .docx sẽ ghi."))],
        *,
        xlsx: Annotated[Path | None, typer.Option(help=_("Ghi thêm bảng tính."))] = None,
        expect: Annotated[
            str, typer.Option(help=_("Đơn vị phải báo cáo: group:1, kind:so, @danh-sách.csv."))
        ] = "",
        unit: Annotated[str, typer.Option(help=_("Đơn vị tổng hợp."))] = "btgtu",
        date: Annotated[str, typer.Option(help=_("Ngày của báo cáo tổng hợp."))] = "",
        due: Annotated[str, typer.Option(help=_("Hạn nộp báo cáo."))] = "",
    ) -> int:
        from ttcs_desktop.services.composing import Composer
        from ttcs_desktop.services.consolidated_draft import ConsolidatedDrafter
        from ttcs_desktop.services.consolidating import Consolidator, write_workbook
        from ttcs_desktop.services.drafting import Drafter
        from ttcs_desktop.services.exporting import export_docx

        result = Consolidator(library).consolidate_files(
            files, expect, date_of(due) if due else None
        )
        drafter = ConsolidatedDrafter(Drafter(library))
        draft = drafter.report(result, unit, date_of(date) if date else today())
        export_docx(Composer(library).compose(draft), output)
        if xlsx is not None:
            write_workbook(result, xlsx)
        _tell(result)
        for path in (output, xlsx):
            if path:
                typer.echo(_("Đã ghi {path}").format(path=path))
        return FINDINGS if result.missing or result.set_aside or result.problems else 0


def _tell(result: Consolidation) -> None:
    typer.echo(
        _("Đã tổng hợp {reports} báo cáo; {missing} đơn vị chưa báo cáo.").format(
            reports=len(result.reports), missing=len(result.missing)
        )
    )
    for one in result.missing:
        sys.stderr.write(_("Chưa báo cáo: {name}").format(name=one.name) + "\n")
    for late, days in result.late:
        sys.stderr.write(_("Nộp chậm {days} ngày: {name}").format(days=days, name=late.name) + "\n")
    for aside in result.set_aside:
        sys.stderr.write(f"{aside.file}: {aside.reason}\n")
    print_problems(result.problems)
