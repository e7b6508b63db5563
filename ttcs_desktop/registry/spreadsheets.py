"""Tables on disk: .xlsx, and .csv in UTF-8 with a mark so that Excel opens it (bảng tính).

Text stays text: a cell that looks like a formula is written so that no program runs it.
"""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.language.letters import nfc

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as OwnCell
    from openpyxl.styles import NamedStyle

LARGEST_FILE = 50_000_000
"""Bytes of a file, unpacked."""
MOST_ROWS = 200_000
_FORMULA_STARTS = ("=", "+", "-", "@")
_WIDEST = 60

Cell = str | int | float | datetime.date | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with headings; `name` is its sheet's. Rows start under the headings, in line 2."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_csv(table: Table) -> bytes:
    """Return a table as .csv."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in (table.headings, *table.rows):
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """Return tables as the sheets of one .xlsx, headings fixed above, columns as wide as needed."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for style in _styles():
        book.add_named_style(style)
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read_tables(path: Path) -> tuple[Table, ...]:
    """Read the tables of a .xlsx or .csv file; sheets without any words are left out.

    Raises:
        SourceError: the file is none of these, damaged, or too large.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _too_large(path)
        if path.suffix.lower() == ".xlsx":
            return tuple(_sheets(path))
        return (_csv_table(path),)
    except OSError as error:
        raise SourceError(
            _("Không đọc được bảng ({reason}).").format(reason=error.strerror or error),
            where=str(path),
        ) from error


def column_letter(at: int) -> str:
    """Return what a spreadsheet calls a column, from 0: A, B, … Z, AA."""
    letters = ""
    at += 1
    while at:
        at, left = divmod(at - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters


_HEAD, _TEXT, _DAY = "TTCS head", "TTCS text", "TTCS day"


def _styles() -> "Iterator[NamedStyle]":
    from openpyxl.styles import Alignment, Font, NamedStyle

    place = Alignment(vertical="top", wrap_text=True)
    for name in (_HEAD, _TEXT, _DAY):
        font = Font(name="Times New Roman", size=12, bold=name == _HEAD)
        number_format = "dd/mm/yyyy" if name == _DAY else None
        yield NamedStyle(name, font=font, alignment=place, number_format=number_format)


def _fill(sheet: Any, table: Table) -> None:  # noqa: ANN401  the library leaves it untyped
    sheet.freeze_panes = "A2"
    for column in range(len(table.headings)):
        sheet.column_dimensions[column_letter(column)].width = _width(table, column)
    sheet.append([_cell(sheet, value, _HEAD) for value in table.headings])
    for row in table.rows:
        sheet.append([_cell(sheet, value, _TEXT) for value in row])


def _cell(sheet: Any, value: Cell, style: str) -> "OwnCell | None":  # noqa: ANN401  as above
    from openpyxl.cell import WriteOnlyCell

    if value is None:
        return None
    cell: OwnCell = WriteOnlyCell(sheet)
    cell.value = _without_controls(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.style = _DAY if isinstance(value, datetime.date) else style
    return cell


def _width(table: Table, column: int) -> int:
    cells = (str(row[column] or "") for row in (table.headings, *table.rows) if column < len(row))
    longest = max((len(line) for cell in cells for line in cell.split("\n")), default=0)
    return min(longest, _WIDEST) + 3


def _without_controls(text: str) -> str:
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t")


def _harmless(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime.date):
        return f"{cell:%d/%m/%Y}"
    text = str(cell)
    return f"'{text}" if text.startswith((*_FORMULA_STARTS, "'")) else text


def _as_typed(text: str) -> str:
    """Return a .csv cell without the mark that kept it from being a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in (*_FORMULA_STARTS, "'") else text


def _csv_table(path: Path) -> Table:
    data = path.read_bytes()
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            _("Bảng không ghi bằng Unicode nên không đọc được."),
            where=str(path),
            remedy=_("Trong Excel chọn lưu kiểu “CSV UTF-8”, hoặc .xlsx."),
        ) from error
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(nfc(text), newline=""), delimiter=separator))
    except csv.Error as error:
        raise SourceError(
            _("Bảng bị hỏng ({reason}).").format(reason=error), where=str(path)
        ) from error
    return _table(path.stem, [[_as_typed(cell) for cell in row] for row in rows], path)


def _sheets(path: Path) -> Iterator[Table]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(path) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST_FILE:
                raise _too_large(path)
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = [[_read(cell) for cell in row] for row in _rows(sheet, path)]
            if any(cell is not None for row in rows for cell in row):
                yield _table(sheet.title, rows, path)
        book.close()
    except (SourceError, OSError):
        raise
    except Exception as error:  # openpyxl lets through whatever a broken part causes
        raise SourceError(
            _("Tệp này không phải bảng tính .xlsx, hoặc đã hỏng."),
            where=str(path),
            remedy=_("Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại."),
        ) from error


def _rows(sheet: Any, path: Path) -> Iterator[Sequence[object]]:  # noqa: ANN401  a read-only sheet
    for at, row in enumerate(sheet.iter_rows(values_only=True)):
        if at > MOST_ROWS:
            raise _too_large(path)
        yield row


def _read(value: object) -> Cell:
    if isinstance(value, datetime.datetime):
        return value.date()
    if value is None or isinstance(value, datetime.date | int | float):
        return value
    return nfc(str(value)).strip() or None


def _table(name: str, rows: Sequence[Sequence[Cell]], path: Path) -> Table:
    if not rows:
        raise SourceError(_("Bảng không có dòng nào."), where=str(path))
    headings = tuple(" ".join(str(cell or "").split()) for cell in rows[0])
    return Table(name, headings, tuple(tuple(row) for row in rows[1:]))


def _too_large(path: Path) -> SourceError:
    return SourceError(_("Bảng quá lớn."), where=str(path), remedy=_("Chia thành nhiều tệp."))
