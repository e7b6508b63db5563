"""`ttcs units`: list, show, import, export."""

from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.commands.printing import date_of, print_facts, print_rows
from ttcs_desktop.commands.records import export_records, import_records
from ttcs_desktop.i18n import _
from ttcs_desktop.services.library import Library


def unit_commands(library: Library) -> typer.Typer:
    """Return the commands on units, in the language spoken now."""
    units = typer.Typer(help=_("Đơn vị."), no_args_is_help=True, rich_markup_mode=None)
    _add_list(units, library)
    _add_show(units, library)
    _add_import(units, library)
    _add_export(units, library)
    return units


def _add_list(units: typer.Typer, library: Library) -> None:
    @units.command("list", help=_("Liệt kê đơn vị."))
    def list_units(
        *,
        on: Annotated[str, typer.Option(help=_("Tên vào ngày nào."))] = "",
        select: Annotated[
            str, typer.Option(help=_("Chỉ các đơn vị: group:1, kind:so, @danh-sách.csv."))
        ] = "all",
        find: Annotated[str, typer.Option(help=_("Chỉ các đơn vị có các chữ này."))] = "",
        ended: Annotated[
            bool, typer.Option("--ended", help=_("Cả đơn vị không còn hoặc chưa có vào ngày ấy."))
        ] = False,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.showing import unit_rows

        rows = unit_rows(
            library, date_of(on) if on else None, select=select, find=find, with_ended=ended
        )
        headings = (_("Mã"), _("Tên"), _("Hệ thể thức"), _("Ký hiệu"))
        print_rows(headings, rows, as_json=as_json)


def _add_show(units: typer.Typer, library: Library) -> None:
    @units.command("show", help=_("Một đơn vị vào một ngày."))
    def show_unit(
        unit_id: Annotated[str, typer.Argument(metavar="ID", help=_("Mã đơn vị."))],
        *,
        on: Annotated[str, typer.Option(help=_("Tên vào ngày nào."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        from ttcs_desktop.services.showing import unit_facts

        print_facts(unit_facts(library, unit_id, date_of(on) if on else None), as_json=as_json)


def _add_import(units: typer.Typer, library: Library) -> None:
    @units.command("import", help=_("Nhập đơn vị từ bảng .xlsx hoặc .csv; xem trước khi nhập."))
    def import_units(
        file: Annotated[Path, typer.Argument(help=_("Bảng đơn vị, người ký hoặc liên hệ."))],
        *,
        yes: Annotated[bool, typer.Option("--yes", help=_("Nhập các thay đổi đã xem."))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> int:
        return import_records(library, file, is_meant=yes, as_json=as_json)


def _add_export(units: typer.Typer, library: Library) -> None:
    @units.command("export", help=_("Xuất đơn vị ra bảng .xlsx hoặc .csv."))
    def export_units(
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .xlsx hoặc .csv."))],
        *,
        select: Annotated[
            str, typer.Option(help=_("Chỉ các đơn vị: group:1, kind:so, @danh-sách.csv."))
        ] = "all",
    ) -> None:
        export_records(library, library.units.select(select), output)
