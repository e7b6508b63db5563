"""Importing and exporting records, the same for units and instruments."""

from collections.abc import Iterable
from pathlib import Path

import typer

from ttcs_desktop.codec import to_plain
from ttcs_desktop.commands.printing import (
    FINDINGS,
    print_differences,
    print_json,
    print_problems,
)
from ttcs_desktop.i18n import _
from ttcs_desktop.model.instrument import Instrument
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registries import Registries


def import_records(library: Library, file: Path, *, is_meant: bool, as_json: bool) -> int:
    """Show what a table would change, and take it in when that is meant; return the exit code."""
    registries = Registries(library)
    incoming = registries.read(file)
    if as_json:
        print_json(
            {
                "differences": to_plain(incoming.differences),
                "problems": to_plain(incoming.problems),
                "taken_in": is_meant and incoming.is_sound,
            }
        )
    else:
        print_differences(incoming.differences)
        print_problems(incoming.problems)
    if is_meant:
        registries.take_in(incoming)
    if not as_json:
        typer.echo(_summary(len(incoming.differences), is_meant=is_meant))
    return 0 if incoming.is_sound else FINDINGS


def export_records(library: Library, records: Iterable[Unit | Instrument], output: Path) -> None:
    """Write records as a table, and tell the files."""
    for path in Registries(library).export(records, output):
        typer.echo(_("Đã ghi {path}").format(path=path))


def _summary(count: int, *, is_meant: bool) -> str:
    if not count:
        return _("Không có gì thay đổi.")
    if is_meant:
        return _("Đã nhập {count} thay đổi.").format(count=count)
    return _("{count} thay đổi, chưa nhập. Thêm --yes để nhập.").format(count=count)
