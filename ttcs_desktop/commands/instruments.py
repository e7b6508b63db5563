"""`ttcs instruments`: list, show, find, import, export."""

from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.commands.printing import (
    FINDINGS,
    date_of,
    print_facts,
    print_json,
    print_problems,
    print_rows,
    today,
)
from ttcs_desktop.commands.records import export_records, import_records
from ttcs_desktop.i18n import _
from ttcs_desktop.services.library import Library


def instrument_commands(library: Library) -> typer.Typer:
    """Return the commands on instruments, in the language spoken now."""
    instruments = typer.Typer(
        help=_("Văn bản để viện dẫn."), no_args_is_help=True, rich_markup_mode=None
    )
    _add_list(instruments, library)
    _add_show(instruments, library)
    _add_find(instruments, library)
    _add_import(instruments, library)
    _add_export(instruments, library)
    return instruments


def _headings() -> tuple[str, ...]:
    return (_("Mã"), _("Văn bản"), _("Ngày"), _("Trích yếu"), _("Hiệu lực"))


def _add_list(instruments: typer.Typer, library: Library) -> None:
    @instruments.command("list", help=_("Liệt kê văn bản."))
    def list_instruments(
        *,
        on: Annotated[str, typer.Option(help=_("Hiệu lực vào ngày nào."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.showing import instrument_rows

        day = date_of(on) if on else today()
        rows = instrument_rows(library, library.instruments.values(), day)
        print_rows(_headings(), rows, as_json=as_json)


def _add_show(instruments: typer.Typer, library: Library) -> None:
    @instruments.command("show", help=_("Một văn bản và cách viện dẫn."))
    def show_instrument(
        instrument_id: Annotated[str, typer.Argument(metavar="ID", help=_("Mã văn bản."))],
        *,
        on: Annotated[str, typer.Option(help=_("Hiệu lực vào ngày nào."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.showing import instrument_facts

        day = date_of(on) if on else today()
        print_facts(instrument_facts(library, instrument_id, day), as_json=as_json)


def _add_find(instruments: typer.Typer, library: Library) -> None:
    @instruments.command(
        "find", help=_("Tìm văn bản theo lời viện dẫn (Chỉ thị số 07-CT/TW) hoặc theo chữ.")
    )
    def find_instruments(
        text: Annotated[str, typer.Argument(help=_("Lời viện dẫn, hoặc các chữ cần tìm."))],
        *,
        on: Annotated[str, typer.Option(help=_("Ngày của văn bản viện dẫn nó."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> int:
        from ttcs_desktop.services.showing import found_instruments

        found = found_instruments(library, text, date_of(on) if on else today())
        if as_json:
            print_json({"instruments": found.rows, "problems": found.told})
        else:
            print_rows(_headings(), found.rows, as_json=False)
            print_problems(found.problems)
        return FINDINGS if found.problems or not found.rows else 0


def _add_import(instruments: typer.Typer, library: Library) -> None:
    @instruments.command("import", help=_("Nhập văn bản từ bảng .xlsx hoặc .csv; xem trước."))
    def import_instruments(
        file: Annotated[Path, typer.Argument(help=_("Bảng văn bản."))],
        *,
        yes: Annotated[bool, typer.Option("--yes", help=_("Nhập các thay đổi đã xem."))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> int:
        return import_records(library, file, is_meant=yes, as_json=as_json)


def _add_export(instruments: typer.Typer, library: Library) -> None:
    @instruments.command("export", help=_("Xuất văn bản ra bảng .xlsx hoặc .csv."))
    def export_instruments(
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .xlsx hoặc .csv."))],
    ) -> None:
        export_records(library, library.instruments.values(), output)
