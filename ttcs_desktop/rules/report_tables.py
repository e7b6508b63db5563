"""Figures read off the tables of a report (số liệu trong bảng), matched by the heads of columns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import Document, Table, TableCell
from ttcs_desktop.model.indicator import Figure, Indicator, IndicatorKind
from ttcs_desktop.model.report import ReportWords
from ttcs_desktop.model.text import plain

NAME, PREVIOUS, TARGET, VALUE = "name", "previous", "target", "value"
_ORDINAL = re.compile(r"^(?:\d+(?:\.\d+)*|[a-zđ]|[ivx]+)[.)]\s+|^[-+•]\s+", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?P<number>-?\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?)\s*(?P<rest>\D*)"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def figures_in(
    document: Document, indicators: Mapping[str, Indicator], words: ReportWords
) -> tuple[Figure, ...]:
    """Return the figures that the tables of a report give for known indicators, each once."""
    by_name = {name: one for one in indicators.values() for name in _names(one)}
    found: dict[str, Figure] = {}
    for table in _tables(document):
        for figure in _figures(table, by_name, words):
            found.setdefault(figure.indicator, figure)
    return tuple(found.values())


def number(text: str) -> Decimal | None:
    """Return the number that a cell holds, "1.250,5 giờ" as 1250.5; None when it holds none."""
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    plain_number = re.sub(r"[. \u00a0]", "", match["number"]).replace(",", ".")
    try:
        return Decimal(plain_number)
    except InvalidOperation:
        return None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand that a table of figures needs; `previous` and `target` may lack."""

    name: int
    value: int
    previous: int | None
    target: int | None


def _tables(document: Document) -> Iterator[Table]:
    annexes = (block for annex in document.annexes for block in annex.blocks)
    for block in (*document.blocks, *annexes):
        if isinstance(block, Table):
            yield block


def _figures(
    table: Table, by_name: Mapping[str, Indicator], words: ReportWords
) -> Iterator[Figure]:
    rows = [_spread(row) for row in (*table.header, *table.rows)]
    start, columns = _head(rows, words)
    if columns is None:
        return
    for row in rows[start:]:
        indicator = by_name.get(_key(_at(row, columns.name)))
        if indicator is not None:
            yield _figure(indicator, row, columns, words)


def _figure(
    indicator: Indicator, row: Sequence[str], columns: _Columns, words: ReportWords
) -> Figure:
    typed = _at(row, columns.value)
    is_nothing = _key(typed) in {_key(word) for word in words.nothing}
    if indicator.kind is IndicatorKind.TEXT:
        return Figure(indicator.id, text=typed)
    return Figure(
        indicator.id,
        Decimal(0) if is_nothing else number(typed),
        number(_at(row, columns.previous)),
        number(_at(row, columns.target)),
        text=typed if is_nothing or number(typed) is None else "",
    )


def _head(rows: Sequence[Sequence[str]], words: ReportWords) -> tuple[int, _Columns | None]:
    """Return where the figures begin, and the columns that the row above them names."""
    for index, row in enumerate(rows[:4]):
        meanings = [_meaning(cell, words) for cell in row]
        if NAME in meanings and VALUE in meanings:
            return index + 1, _Columns(
                meanings.index(NAME),
                meanings.index(VALUE),
                _place(meanings, PREVIOUS),
                _place(meanings, TARGET),
            )
    return 0, None


def _place(meanings: Sequence[str], meaning: str) -> int | None:
    return meanings.index(meaning) if meaning in meanings else None


def _meaning(cell: str, words: ReportWords) -> str:
    """Return what a column head means; "" for one that we do not need."""
    head = _key(cell)
    best, meaning = 0, ""
    for name, starts in words.columns.items():
        for start in starts:
            if len(start) > best and re.match(rf"{re.escape(_key(start))}(?!\w)", head):
                best, meaning = len(start), name
    return meaning


def _spread(row: Iterable[TableCell]) -> list[str]:
    """Return the words of a row, a merged cell's words once and the places it covers empty."""
    spread: list[str] = []
    for cell in row:
        spread.extend([plain(cell.content), *[""] * (cell.columns - 1)])
    return spread


def _at(row: Sequence[str], column: int | None) -> str:
    return row[column].strip() if column is not None and column < len(row) else ""


def _names(indicator: Indicator) -> Iterator[str]:
    for name in (indicator.name, *indicator.also):
        yield _key(name)


def _key(text: str) -> str:
    """Return words as they are compared: without number, bracketed unit and end mark."""
    bare = _BRACKETS.sub("", _ORDINAL.sub("", text.strip()))
    return fold(" ".join(bare.split())).casefold().strip(" .:;,")
