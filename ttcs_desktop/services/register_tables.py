"""The register of outgoing documents as tables, in its usual columns (sổ đăng ký văn bản đi).

Columns: Nghị định 30/2020/NĐ-CP, Phụ lục IV.
"""

import datetime
from collections.abc import Iterable, Sequence

from ttcs_desktop.i18n import _
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.model.register import Entry, NumberState
from ttcs_desktop.registry.spreadsheets import Table

LONGEST_SHEET_NAME = 31


def register_tables(
    lists: Iterable[tuple[str, Iterable[Entry]]], problems: Sequence[tuple[str, Problem]]
) -> tuple[Table, ...]:
    """Return a table for each series, by its title, and one of what should be looked at."""
    tables: list[Table] = []
    for title, entries in lists:
        tables.append(_table(_sheet_name(title, [table.name for table in tables]), entries))
    if problems:
        tables.append(_to_look_at(problems))
    return tuple(tables) or (_table(_("Văn bản đi"), ()),)


def _table(name: str, entries: Iterable[Entry]) -> Table:
    headings = (
        _("Số, ký hiệu văn bản"),
        _("Ngày tháng văn bản"),
        _("Tên loại và trích yếu nội dung văn bản"),
        _("Người ký"),
        _("Nơi nhận văn bản"),
        _("Đơn vị, người nhận bản lưu"),
        _("Số lượng bản"),
        _("Ghi chú"),
    )
    return Table(name, headings, tuple(_row(entry) for entry in entries))


def _row(entry: Entry) -> tuple[str | int | datetime.date | None, ...]:
    said = entry.registered
    return (
        entry.number_and_symbol,
        said.date,
        f"{said.type_name} {said.subject}".strip(),
        said.signer,
        said.recipients,
        said.filing,
        said.copies or None,
        _note(entry),
    )


def _note(entry: Entry) -> str:
    notes = [entry.registered.note]
    if entry.state is NumberState.CANCELLED:
        notes.insert(0, _("Huỷ số: {reason}").format(reason=entry.reason))
    elif entry.state is NumberState.RESERVED:
        notes.insert(0, _("Giữ số"))
    return ". ".join(note for note in notes if note)


def _to_look_at(problems: Sequence[tuple[str, Problem]]) -> Table:
    headings = (_("Sổ"), _("Nội dung"), _("Việc cần làm"))
    rows = tuple((title, problem.message, problem.hint) for title, problem in problems)
    return Table(_("Cần xem lại"), headings, rows)


def _sheet_name(title: str, taken: Iterable[str]) -> str:
    """Return a name that a spreadsheet allows for a sheet, different from those taken."""
    plain_title = "".join("-" if letter in r"[]:*?/\\" else letter for letter in title)
    name, number = plain_title[:LONGEST_SHEET_NAME], 1
    while name.casefold() in {one.casefold() for one in taken}:
        number += 1
        name = f"{plain_title[: LONGEST_SHEET_NAME - 4]} ({number})"
    return name
