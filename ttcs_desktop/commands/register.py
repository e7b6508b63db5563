"""`ttcs register`: the numbers of outgoing documents (sổ đăng ký văn bản đi)."""

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from ttcs_desktop.codec import to_plain, to_table
from ttcs_desktop.commands.printing import (
    FINDINGS,
    date_of,
    print_json,
    print_problems,
    print_rows,
    today,
)
from ttcs_desktop.i18n import _
from ttcs_desktop.model.register import Entry
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.registering import NumberBook, Outgoing, state_word


def register_commands(library: Library) -> typer.Typer:
    """Return the commands on the register, in the language spoken now."""
    register = typer.Typer(
        help=_("Sổ đăng ký văn bản đi: giữ số, cấp số, huỷ số, rà soát."),
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    book = NumberBook(library)
    _add_list(register, book)
    _add_next(register, book)
    _add_reserve(register, book)
    _add_issue(register, book)
    _add_cancel(register, book)
    _add_begin(register, book)
    _add_check(register, book)
    _add_export(register, book)
    return register


def _rows(book: NumberBook, entries: Iterable[Entry]) -> list[dict[str, object]]:
    return [
        {
            "id": entry.id,
            "number": entry.number_and_symbol,
            "date": str(entry.registered.date or ""),
            "subject": f"{entry.registered.type_name} {entry.registered.subject}".strip(),
            "signer": entry.registered.signer,
            "state": state_word(entry.state),
            "reason": entry.reason,
        }
        for entry in entries
    ]


def _print_entries(book: NumberBook, entries: Iterable[Entry], *, as_json: bool) -> None:
    if as_json:
        print_json(to_plain(tuple(entries)))
        return
    headings = (
        _("Dòng"), _("Số"), _("Ngày"), _("Trích yếu"), _("Người ký"), _("Tình trạng"), _("Lý do"),
    )  # fmt: skip
    print_rows(headings, _rows(book, entries), as_json=False)


def _day(date: str) -> datetime.date:
    return date_of(date) if date else today()


def _add_list(register: typer.Typer, book: NumberBook) -> None:
    @register.command("list", help=_("Các dòng trong sổ."))
    def list_entries(
        *,
        unit: Annotated[str, typer.Option(help=_("Chỉ của đơn vị này."))] = "",
        year: Annotated[int, typer.Option(help=_("Chỉ trong năm này."))] = 0,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        _print_entries(book, book.entries(unit=unit, year=year), as_json=as_json)


def _add_next(register: typer.Typer, book: NumberBook) -> None:
    @register.command("next", help=_("Số tiếp theo của một loại văn bản."))
    def next_number(
        *,
        unit: Annotated[str, typer.Option(help=_("Đơn vị ban hành."))],
        type_name: Annotated[str, typer.Option("--type", help=_("Tên loại, ví dụ kế hoạch."))],
        date: Annotated[str, typer.Option(help=_("Ngày văn bản, 2026-05-27."))] = "",
    ) -> None:
        typer.echo(book.next_number(Outgoing(unit, type_name, _day(date))))


def _add_reserve(register: typer.Typer, book: NumberBook) -> None:
    @register.command("reserve", help=_("Giữ số cho văn bản sắp ban hành."))
    def reserve(
        *,
        unit: Annotated[str, typer.Option(help=_("Đơn vị ban hành."))],
        type_name: Annotated[str, typer.Option("--type", help=_("Tên loại, ví dụ kế hoạch."))],
        date: Annotated[str, typer.Option(help=_("Ngày văn bản, 2026-05-27."))] = "",
        subject: Annotated[str, typer.Option(help=_("Trích yếu."))] = "",
        number: Annotated[str, typer.Option(help=_("Giữ đúng số này, ví dụ 264a."))] = "",
        count: Annotated[int, typer.Option(min=1, max=1000, help=_("Giữ mấy số."))] = 1,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        asked = Outgoing(unit, type_name, _day(date), subject)
        _print_entries(book, book.reserve(asked, number, count), as_json=as_json)


def _add_issue(register: typer.Typer, book: NumberBook) -> None:
    @register.command("issue", help=_("Cấp số cho một văn bản và ghi vào sổ."))
    def issue(
        *,
        unit: Annotated[str, typer.Option(help=_("Đơn vị ban hành."))],
        type_name: Annotated[str, typer.Option("--type", help=_("Tên loại, ví dụ kế hoạch."))],
        date: Annotated[str, typer.Option(help=_("Ngày văn bản, 2026-05-27."))] = "",
        subject: Annotated[str, typer.Option(help=_("Trích yếu."))] = "",
        signer: Annotated[str, typer.Option(help=_("Người ký."))] = "",
        recipients: Annotated[str, typer.Option(help=_("Nơi nhận."))] = "",
        filing: Annotated[str, typer.Option(help=_("Nơi lưu."))] = "",
        document: Annotated[str, typer.Option(help=_("Tệp mang số."))] = "",
        number: Annotated[str, typer.Option(help=_("Cấp đúng số này, ví dụ 31."))] = "",
        after: Annotated[int, typer.Option(help=_("Chèn sau số này: 264 cho 264a."))] = 0,
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        asked = Outgoing(
            unit, type_name, _day(date), subject=subject, signer=signer, recipients=recipients,
            filing=filing, document=document,
        )  # fmt: skip
        entry = book.insert_after(asked, after) if after else book.issue(asked, number)
        _print_entries(book, [entry], as_json=as_json)


def _add_cancel(register: typer.Typer, book: NumberBook) -> None:
    @register.command("cancel", help=_("Huỷ một số, có ghi lý do; số vẫn ở trong sổ."))
    def cancel(
        line: Annotated[int, typer.Argument(help=_("Dòng trong sổ."))],
        *,
        reason: Annotated[str, typer.Option(help=_("Lý do huỷ."))],
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> None:
        _print_entries(book, [book.cancel(book.entry(line), reason)], as_json=as_json)


def _add_begin(register: typer.Typer, book: NumberBook) -> None:
    @register.command("begin", help=_("Bắt đầu dãy số tiếp theo sổ giấy."))
    def begin(
        *,
        unit: Annotated[str, typer.Option(help=_("Đơn vị ban hành."))],
        type_name: Annotated[str, typer.Option("--type", help=_("Tên loại, ví dụ kế hoạch."))],
        at: Annotated[int, typer.Option(min=1, help=_("Số đầu tiên ghi ở đây."))],
        date: Annotated[str, typer.Option(help=_("Ngày văn bản, 2026-05-27."))] = "",
    ) -> None:
        asked = Outgoing(unit, type_name, _day(date))
        book.begin_at(asked, at)
        typer.echo(book.next_number(asked))


def _add_check(register: typer.Typer, book: NumberBook) -> None:
    @register.command("check", help=_("Số bỏ trống, số trùng, ngày không theo thứ tự."))
    def check(
        *,
        unit: Annotated[str, typer.Option(help=_("Chỉ của đơn vị này."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("In dạng JSON."))] = False,
    ) -> int:
        found = {series: book.check(series) for series in book.all_series(unit)}
        if as_json:
            print_json(
                [
                    {"series": book.title(series), **problem}
                    for series, problems in found.items()
                    for problem in map(to_table, problems)
                ]
            )
        else:
            for series, problems in found.items():
                if problems:
                    typer.echo(f"{series.unit} · {book.title(series)}")
                print_problems(problems)
        return FINDINGS if any(found.values()) else 0


def _add_export(register: typer.Typer, book: NumberBook) -> None:
    @register.command("export", help=_("Xuất sổ đăng ký văn bản đi ra .xlsx."))
    def export(
        output: Annotated[Path, typer.Option("-o", "--output", help=_("Tệp .xlsx sẽ ghi."))],
        *,
        unit: Annotated[str, typer.Option(help=_("Chỉ của đơn vị này."))] = "",
        year: Annotated[int, typer.Option(help=_("Chỉ trong năm này."))] = 0,
    ) -> None:
        book.export(output, book.entries(unit=unit, year=year))
        typer.echo(_("Đã ghi {path}").format(path=output))
