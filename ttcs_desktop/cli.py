"""The services without a window: `ttcs`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop import __version__
from ttcs_desktop.codec import to_plain
from ttcs_desktop.commands.chain import add_batch, add_consolidate
from ttcs_desktop.commands.checking import add_check
from ttcs_desktop.commands.instruments import instrument_commands
from ttcs_desktop.commands.issuing import add_issuing
from ttcs_desktop.commands.mail import mail_commands, outbox_commands
from ttcs_desktop.commands.printing import (
    date_of,
    print_facts,
    print_json,
    print_problems,
    print_rows,
)
from ttcs_desktop.commands.register import register_commands
from ttcs_desktop.commands.signing import add_signing
from ttcs_desktop.commands.tasks import add_task_commands
from ttcs_desktop.commands.units import unit_commands
from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.services.library import Library

USAGE_ERROR = 2


def run(arguments: list[str]) -> int:
    """Carry out one command line and return its exit code: 0 done, 1 findings, 2 could not."""
    command = typer.main.get_command(build(Library()))
    try:
        code = command.main(args=arguments, prog_name="ttcs", standalone_mode=False)
    except UserError as error:
        return _refuse(str(error))
    except typer.TyperException as error:
        reason = _("Câu lệnh chưa đúng: {reason}").format(reason=error.format_message())
        return _refuse(f"{reason} " + _("Xem ttcs --help."))
    except (typer.Abort, KeyboardInterrupt):
        return _refuse(_("Đã dừng theo yêu cầu."))
    except BrokenPipeError:
        return USAGE_ERROR
    return code if isinstance(code, int) else 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence.rstrip() + "\n")
    return USAGE_ERROR


def build(library: Library) -> typer.Typer:
    """Return the commands, in the language spoken now."""
    app = typer.Typer(
        name="ttcs",
        help=_("Soạn hướng dẫn, kế hoạch, báo cáo đúng thể thức, không cần mạng."),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        add_completion=False,
    )
    _add_version(app)
    _add_render(app, library)
    _add_read(app)
    add_check(app, library)
    _add_demo(app, library)
    add_issuing(app, library)
    add_signing(app, library)
    add_task_commands(app, library)
    add_batch(app, library)
    add_consolidate(app, library)
    app.add_typer(unit_commands(library), name="units")
    app.add_typer(instrument_commands(library), name="instruments")
    app.add_typer(register_commands(library), name="register")
    app.add_typer(mail_commands(library), name="mail")
    app.add_typer(outbox_commands(library), name="outbox")
    app.add_typer(_templates(library), name="templates")
    app.add_typer(_formats(library), name="formats")
    return app


def _add_version(app: typer.Typer) -> None:
    def show(*, wanted: bool) -> None:
        if wanted:
            typer.echo(f"ttcs {__version__}")
            raise typer.Exit

    @app.callback()
    def options(
        *,
        version: Annotated[
            bool,
            typer.Option(
                "--version",
                callback=lambda wanted: show(wanted=wanted),
                is_eager=True,
                help=_("In phiên bản."),
            ),
        ] = False,
        lang: Annotated[str, typer.Option("--lang", help=_("Ngôn ngữ: vi hoặc en."))] = "vi",
    ) -> None:
        pass


def _add_render(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Tạo một văn bản từ mẫu hoặc tệp văn bản nguồn."))
    def render(
        source: Annotated[str, typer.Argument(help=_("Mã mẫu, tệp văn bản hoặc .docx."))],
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .docx sẽ ghi."))],
        *,
        pdf: Annotated[Path | None, typer.Option(help=_("Ghi thêm bản PDF."))] = None,
        pdfa: Annotated[bool, typer.Option("--pdfa", help=_("PDF lưu trữ (PDF/A-2b)."))] = False,
        unit: Annotated[str, typer.Option(help=_("Đơn vị ban hành."))] = "",
        format_id: Annotated[str, typer.Option("--format", help=_("Thể thức."))] = "",
        date: Annotated[str, typer.Option(help=_("Ngày ban hành, 2026-05-27."))] = "",
        data: Annotated[Path | None, typer.Option(help=_("Tệp TOML điền mẫu."))] = None,
    ) -> None:
        from ttcs_desktop.services.rendering import Renderer, Request, write

        day = date_of(date) if date else None
        rendered = Renderer(library).render(Request(source, unit, format_id, day, data))
        write(rendered, output, pdf, is_archival=pdfa)
        print_problems(rendered.problems)
        for path in (output, pdf):
            if path:
                typer.echo(_("Đã ghi {path}").format(path=path))


def _add_read(app: typer.Typer) -> None:
    @app.command(help=_("Đọc bản nháp trong tệp .docx, hoặc nội dung một tệp bất kỳ."))
    def read(
        file: Annotated[Path, typer.Argument(help=_("Tệp cần đọc."))],
        *,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.opening import open_file

        opened = open_file(file)
        if as_json:
            print_json(
                {
                    "is_ours": opened.is_ours,
                    "was_edited_outside": opened.was_edited_outside,
                    "suggested_encoding": opened.suggested_encoding,
                    "draft": to_plain(opened.draft),
                    "problems": to_plain(opened.problems),
                }
            )
            return
        if opened.was_edited_outside:
            sys.stderr.write(_("Tệp này đã được sửa ở chương trình khác.") + "\n")
        typer.echo(opened.draft.text)


def _add_demo(app: typer.Typer, library: Library) -> None:
    @app.command(help=_("Tạo bộ văn bản mẫu: từ hướng dẫn đến báo cáo tổng hợp."))
    def demo(
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Thư mục ghi."))] = Path(
            "out"
        ),
    ) -> None:
        from ttcs_desktop.services.demonstrating import Demonstration

        for path in Demonstration(library).write(output):
            typer.echo(_("Đã ghi {path}").format(path=path))


def _templates(library: Library) -> typer.Typer:
    templates = typer.Typer(help=_("Mẫu văn bản."), no_args_is_help=True, rich_markup_mode=None)

    @templates.command("list", help=_("Liệt kê mẫu."))
    def list_templates(
        *, as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False
    ) -> None:
        from ttcs_desktop.services.showing import template_rows

        headings = (_("Mã"), _("Tên"), _("Loại"), _("Hệ thể thức"))
        print_rows(headings, template_rows(library), as_json=as_json)

    @templates.command("show", help=_("Các ô cần điền của một mẫu."))
    def show_template(
        template_id: Annotated[str, typer.Argument(metavar="ID", help=_("Mã mẫu."))],
        *,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.showing import template_facts

        print_facts(template_facts(library, template_id), as_json=as_json)

    return templates


def _formats(library: Library) -> typer.Typer:
    formats = typer.Typer(help=_("Thể thức."), no_args_is_help=True, rich_markup_mode=None)

    @formats.command("list", help=_("Liệt kê thể thức."))
    def list_formats(
        *, as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False
    ) -> None:
        from ttcs_desktop.services.showing import format_rows

        headings = (_("Mã"), _("Tên"), _("Hiệu lực từ"), _("đến"))
        print_rows(headings, format_rows(library), as_json=as_json)

    @formats.command("show", help=_("Các quy tắc của một thể thức, kèm điều khoản."))
    def show_format(
        format_id: Annotated[str, typer.Argument(metavar="ID", help=_("Mã thể thức."))],
        *,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.showing import format_facts

        print_facts(format_facts(library, format_id), as_json=as_json)

    return formats
