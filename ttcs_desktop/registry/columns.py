"""Columns of the tables that clerks edit: what stands in a cell, and how it is read (cột của bảng).

A cell that cannot be read is told by sheet, row and column; nothing of the table is taken in then.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import parse_date
from ttcs_desktop.language.letters import without_marks
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.registry.labels import LINE_END, label, shown
from ttcs_desktop.registry.spreadsheets import Cell, Table, column_letter

_EMAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>.]{2,}")


class CellKind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    MARK = "mark"  # text that may be told to be empty
    LINES = "lines"  # a list, one item a line
    FORMS = "forms"  # signing forms, one a line, lines of a form parted by " | "
    WAYS = "ways"  # ways to sign, written like FORMS
    DATE = "date"
    WHOLE = "whole"  # a whole number
    NUMBER = "number"
    FLAG = "flag"
    EMAIL = "email"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it fills, what it holds, and a heading of its own or the field's name.

    `choices` gives the clerk's word for each value.
    """

    field: str
    kind: CellKind = CellKind.TEXT
    is_needed: bool = False
    heading: str = ""
    choices: Mapping[str, str] | None = None

    @property
    def title(self) -> str:
        """What stands over the column."""
        return label(self.heading or self.field)


class WrongCellError(ValueError):
    """A cell cannot be read; its words tell the clerk what it should hold."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table, read: values by field, and where it stands, from 1."""

    values: dict[str, Any]
    number: int
    sheet: str


@dataclass(frozen=True, slots=True)
class Lines:
    """What was read of a table: its lines, the fields that it has, and what is wrong with it."""

    lines: tuple[Line, ...]
    fields: tuple[str, ...]
    problems: tuple[Problem, ...]


def table_of(name: str, columns: Sequence[Column], rows: Iterator[Mapping[str, Any]]) -> Table:
    """Return a table of these columns, each row given by field."""
    return Table(
        name,
        tuple(column.title for column in columns),
        tuple(tuple(cell_of(column, row.get(column.field)) for column in columns) for row in rows),
    )


def cell_of(column: Column, value: Any) -> Cell:  # noqa: ANN401  a value of any field
    """Return a value as a cell."""
    if value is None or (value == "" and column.kind is not CellKind.MARK):
        return None
    if value == "":
        return _none()
    if isinstance(value, datetime.date) or (
        isinstance(value, int | float) and not isinstance(value, bool)
    ):
        return value
    if column.choices:
        return column.choices.get(str(value), str(value))
    return shown(value) or None


def fits(table: Table, columns: Sequence[Column]) -> bool:
    """Tell whether a table has every column that these columns need."""
    known = {_key(heading) for heading in table.headings}
    return all(_key(column.title) in known for column in columns if column.is_needed)


def read_lines(table: Table, columns: Sequence[Column]) -> Lines:
    """Read a table; columns in any order, some may be missing, a wrong cell is a problem."""
    by_title = {_key(column.title): column for column in columns}
    found = [by_title.get(_key(heading)) for heading in table.headings]
    problems = [
        _at(table, 1, at, _("Không có cột nào tên như vậy."), Severity.WARNING)
        for at, column in enumerate(found)
        if column is None and table.headings[at]
    ]
    lines = []
    for number, row in enumerate(table.rows, 2):
        if all(cell is None or not str(cell).strip() for cell in row):
            continue
        values: dict[str, Any] = {}
        for at, column in enumerate(found):
            if column is None:
                continue
            try:
                values[column.field] = _read(column, row[at] if at < len(row) else None)
            except WrongCellError as error:
                problems.append(_at(table, number, at, str(error)))
        lines.append(Line(values, number, table.name))
    fields = tuple(column.field for column in found if column)
    return Lines(tuple(lines), fields, tuple(problems))


def wrong_line(line: Line, message: str, hint: str = "") -> Problem:
    """Return what is wrong with a whole line."""
    return Problem(
        Severity.ERROR,
        "registry.wrong-line",
        _("Trang “{sheet}”, dòng {row}: {message}").format(
            sheet=line.sheet, row=line.number, message=message
        ),
        line.number,
        hint,
    )


def unknown_table(table: Table) -> Problem:
    """Return that a table is none that we know."""
    return Problem(
        Severity.ERROR,
        "registry.unknown-table",
        _("Trang “{sheet}” không có các cột cần thiết.").format(sheet=table.name),
        1,
        _("Xuất một bảng mẫu rồi điền vào đó; cột “{id}” phải có.").format(id=_("Mã")),
    )


def _at(
    table: Table, row: int, column: int, message: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(
        severity,
        "registry.wrong-cell",
        _("Trang “{sheet}”, ô {cell} (cột {heading}): {message}").format(
            sheet=table.name,
            cell=f"{column_letter(column)}{row}",
            heading=table.headings[column],
            message=message,
        ),
        row,
        _("Sửa ô ấy rồi nhập lại."),
    )


def _read(column: Column, cell: Cell) -> Any:  # noqa: ANN401  a value of any field
    if column.kind is CellKind.DATE:
        return _date(cell)
    text = _text(cell)
    if not text:
        if column.is_needed:
            raise WrongCellError(_("Không được để trống."))
        return None if column.field.startswith("habits.") else _EMPTY.get(column.kind)
    if column.kind is CellKind.CHOICE:
        return _choice(column, text)
    return _READERS[column.kind](text)


_EMPTY: dict[CellKind, Any] = {
    CellKind.TEXT: "",
    CellKind.EMAIL: "",
    CellKind.CHOICE: "",
    CellKind.LINES: [],
    CellKind.FORMS: [],
    CellKind.WAYS: [],
    CellKind.WHOLE: 0,
}


def _text(cell: Cell) -> str:
    """Return a cell as text; a whole number that a spreadsheet keeps as 22480.0 is 22480."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return shown(cell).strip()


def _date(cell: Cell) -> datetime.date | None:
    if isinstance(cell, datetime.date):
        return cell
    text = _text(cell)
    if not text:
        return None
    day = parse_date(text)
    if day is None:
        raise WrongCellError(_("“{text}” không phải ngày; viết như 01/7/2025.").format(text=text))
    return day


def _choice(column: Column, text: str) -> str:
    words = {_key(word): value for value, word in (column.choices or {}).items()}
    words |= {_key(value): value for value in column.choices or {}}
    if _key(text) not in words:
        raise WrongCellError(
            _("“{text}” không có trong các lựa chọn: {choices}.").format(
                text=text, choices=", ".join((column.choices or {}).values())
            )
        )
    return words[_key(text)]


def _none() -> str:
    """Return what a cell says where a mark is to be left out."""
    return _("(không)")


def _mark(text: str) -> str:
    return "" if text == _none() else text


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _ways(text: str) -> list[list[str]]:
    return [
        [part.strip() for part in line.split(LINE_END.strip()) if part.strip()]
        for line in _lines(text)
    ]


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise WrongCellError(_("“{text}” không phải số nguyên.").format(text=text))
    return int(text)


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise WrongCellError(_("“{text}” không phải số.").format(text=text)) from None


def _flag(text: str) -> bool:
    if _key(text) in ("co", "true", "x", "1"):
        return True
    if _key(text) in ("khong", "false", "0"):
        return False
    raise WrongCellError(_("Viết “có” hoặc “không”."))


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise WrongCellError(_("“{text}” không phải địa chỉ e-mail.").format(text=text))
    return text


_READERS: dict[CellKind, Callable[[str], Any]] = {
    CellKind.TEXT: str,
    CellKind.MARK: _mark,
    CellKind.LINES: _lines,
    CellKind.FORMS: lambda text: [{"lines": lines} for lines in _ways(text)],
    CellKind.WAYS: _ways,
    CellKind.WHOLE: _whole,
    CellKind.NUMBER: _number,
    CellKind.FLAG: _flag,
    CellKind.EMAIL: _email,
}


def _key(text: str) -> str:
    return " ".join(without_marks(text).lower().replace("*", "").split())
