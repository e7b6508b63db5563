"""`ttcs tasks`, `plan`, `report`, `next`, `calendar`: one document out of another."""

from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.codec import to_plain
from ttcs_desktop.commands.printing import (
    date_of,
    print_json,
    print_problems,
    print_rows,
    today,
)
from ttcs_desktop.i18n import _
from ttcs_desktop.model.draft import Draft
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.services.library import Library


def add_task_commands(app: typer.Typer, library: Library) -> None:
    """Add the commands that carry tasks from guidance to plan to report."""
    _add_tasks(app, library)
    _add_plan(app, library)
    _add_report(app, library)
    _add_next(app, library)
    _add_calendar(app, library)


def _add_tasks(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Nhiệm vụ mà một hướng dẫn giao cho từng nhóm đơn vị."))
    def tasks(
        file: Annotated[Path, typer.Argument(help=_("Tệp .docx hoặc văn bản của hướng dẫn."))],
        *,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.chaining import Chaining
        from ttcs_desktop.services.opening import open_file

        proposal = Chaining(library).tasks_of(open_file(file).draft)
        if as_json:
            print_json({"key": proposal.key, "assignments": to_plain(proposal.assignments)})
        else:
            rows = (
                {"group": one.group or "", "id": task.id, "wording": task.wording}
                for one in proposal.assignments
                for task in one.tasks
            )
            print_rows((_("Nhóm"), _("Mã"), _("Nhiệm vụ")), rows, as_json=False)
        print_problems(proposal.problems)


def _add_plan(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Kế hoạch của một đơn vị, với nhiệm vụ mà hướng dẫn giao cho nhóm của nó."))
    def plan(
        guidance: Annotated[Path, typer.Argument(help=_("Tệp của hướng dẫn."))],
        unit: Annotated[str, typer.Option(help=_("Đơn vị lập kế hoạch."))],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .docx sẽ ghi."))],
        *,
        date: Annotated[str, typer.Option(help=_("Ngày ban hành, 2026-05-27."))] = "",
        year: Annotated[int, typer.Option(help=_("Năm kế hoạch."))] = 0,
        pdf: Annotated[Path | None, typer.Option(help=_("Ghi thêm bản PDF."))] = None,
    ) -> None:
        from ttcs_desktop.services.chaining import Chaining
        from ttcs_desktop.services.opening import open_file

        chaining = Chaining(library)
        proposal = chaining.tasks_of(open_file(guidance).draft)
        day = date_of(date) if date else today()
        made = chaining.plan_from(proposal, unit, day, year)
        _write(library, made.draft, made.problems, output, pdf)


def _add_report(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Báo cáo trả lời một kế hoạch, từng nhiệm vụ một."))
    def report(
        plan: Annotated[Path, typer.Argument(help=_("Tệp .docx của kế hoạch."))],
        period: Annotated[
            str,
            typer.Option(
                help=_(
                    "week, month, quarter, half-year, nine-months, year; hoặc “quý III năm 2026”."
                )
            ),
        ],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .docx sẽ ghi."))],
        *,
        date: Annotated[str, typer.Option(help=_("Ngày ban hành, 2026-05-27."))] = "",
        previous: Annotated[Path | None, typer.Option(help=_("Báo cáo kỳ trước."))] = None,
        pdf: Annotated[Path | None, typer.Option(help=_("Ghi thêm bản PDF."))] = None,
    ) -> None:
        from ttcs_desktop.services.chaining import Chaining, period_of
        from ttcs_desktop.services.opening import open_file

        day = date_of(date) if date else today()
        before = open_file(previous).draft if previous else None
        made = Chaining(library).report_from(
            open_file(plan).draft, period_of(period, day), day, before
        )
        _write(library, made.draft, made.problems, output, pdf)


def _add_next(app: typer.Typer, library: Library) -> None:
    @app.command(
        "next",
        help=_("Mở kỳ sau từ báo cáo kỳ trước hoặc kế hoạch năm trước; điều cũ được đánh dấu."),
    )
    def go_on(
        file: Annotated[Path, typer.Argument(help=_("Báo cáo kỳ trước, kế hoạch năm trước."))],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .docx sẽ ghi."))],
        *,
        date: Annotated[str, typer.Option(help=_("Ngày ban hành, 2026-05-27."))] = "",
        period: Annotated[str, typer.Option(help=_("Kỳ của báo cáo mới."))] = "",
    ) -> None:
        from ttcs_desktop.services.chaining import period_of
        from ttcs_desktop.services.continuing import Continuing
        from ttcs_desktop.services.opening import open_file

        day = date_of(date) if date else today()
        asked = period_of(period, day) if period else None
        made = Continuing(library).next_from(open_file(file).draft, day, asked)
        _write(library, made.draft, made.problems, output, None)


def _add_calendar(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Xuất hạn của nhiệm vụ và của báo cáo ra tệp lịch .ics."))
    def calendar(
        plan: Annotated[Path, typer.Argument(help=_("Tệp .docx của kế hoạch."))],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .ics sẽ ghi."))],
    ) -> None:
        from ttcs_desktop.services.calendars import export_calendar
        from ttcs_desktop.services.opening import open_file

        count = export_calendar(library, open_file(plan).draft, output)
        typer.echo(_("Đã ghi {path}: {count} ngày.").format(path=output, count=count))


def _write(
    library: Library,
    draft: Draft,
    problems: tuple[Problem, ...],
    output: Path,
    pdf: Path | None,
) -> None:
    """Compose a draft, write it, and tell what to look at again."""
    from ttcs_desktop.services.composing import Composer
    from ttcs_desktop.services.rendering import Rendered, write

    composition = Composer(library).compose(draft)
    write(Rendered(composition, problems), output, pdf)
    print_problems(dict.fromkeys((*problems, *composition.problems)))
    for path in (output, pdf):
        if path:
            typer.echo(_("Đã ghi {path}").format(path=path))
