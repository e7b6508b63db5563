"""Words and tables of the tree as official text: marks, escapes, footnotes, cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ttcs_desktop.model.document import Alignment, Table, TableCell
from ttcs_desktop.model.text import Citation, Content, Footnote, Inline, Span
from ttcs_desktop.officialtext.escape import escaped_pipes, escaped_words, guarded
from ttcs_desktop.officialtext.tables import ABOVE, PIPE, is_alignment

_BOLD, _ITALIC = 2, 1
"""Asterisks."""
_RULES = {Alignment.LEFT: "---", Alignment.CENTRE: ":-:", Alignment.RIGHT: "--:"}


@dataclass(slots=True)
class WordPrinter:
    """Prints the words of blocks; footnotes are numbered through the whole text."""

    waiting: list[str] = field(default_factory=list)
    count: int = 0

    def print(self, content: Content, *, is_bold: bool = False) -> str:
        """Return words with their marks; `is_bold` dresses all of them so."""
        if not is_bold and not any(map(_style, content)):
            return "".join(map(self._item, content))
        printed: list[str] = []
        above = 0
        for words, style in self._runs(content, _BOLD if is_bold else 0):
            printed += ["*" * (above ^ style), words]
            above = style
        return "".join(printed) + "*" * above

    def definitions(self) -> Iterator[str]:
        """Return the lines with the words of the footnotes printed since they were last asked."""
        waiting, self.waiting = self.waiting, []
        yield from waiting

    def _runs(self, content: Content, dress: int) -> Iterator[tuple[str, int]]:
        """Return printed words and how they are dressed, `dress` added to all.

        A space at the end of a run is dressed as both of its neighbours, for no mark can stand
        on its inner side.
        """
        styles = [style | dress for style in _styles(content)]
        for item, style, before, after in zip(
            content, styles, [0, *styles], [*styles[1:], 0], strict=False
        ):
            words = self._item(item)
            rest = words.lstrip(" ")
            inner = rest.rstrip(" ")
            edges = (words[: len(words) - len(rest)], rest[len(inner) :])
            for run in ((edges[0], style & before), (inner, style), (edges[1], style & after)):
                if run[0]:
                    yield run

    def _item(self, item: Inline) -> str:
        if isinstance(item, Span):
            return escaped_words(item.text)
        if isinstance(item, Citation):
            return f"[[{item.instrument}]]"
        self.count += 1
        label = f"[^{self.count}]"
        self.waiting.append(f"{label}: {WordPrinter().print(item.content)}".rstrip())
        return label


def table_lines(table: Table, printer: WordPrinter) -> Iterator[str]:
    """Print a table: header, the line under it, rows."""
    yield from _rows(table.header, printer)
    yield _row(_RULES[alignment] for alignment in table.alignments)
    yield from _rows(table.rows, printer)


def _styles(content: Content) -> list[int]:
    """Return how items are dressed, as asterisks; a footnote as both of its neighbours.

    What turns on before its mark and off after it stands next to no space, so it is read.
    """
    before, after = _neighbours(content), _neighbours(content[::-1])[::-1]
    return [left | right for left, right in zip(before, after, strict=True)]


def _neighbours(content: Content) -> list[int]:
    """Return how each item is dressed, a footnote as what stands before it."""
    styles = [0]
    for item in content:
        is_own = not isinstance(item, Footnote)
        styles.append(_style(item) if is_own else styles[-1])
    return styles[1:]


def _style(item: Inline) -> int:
    if isinstance(item, Footnote):
        return 0
    return (_BOLD if item.bold else 0) | (_ITALIC if item.italic else 0)


def _rows(rows: tuple[tuple[TableCell, ...], ...], printer: WordPrinter) -> Iterator[str]:
    """Print rows; `^` continues a cell from above, `||` widens the one before."""
    covering: dict[int, TableCell] = {}
    left: dict[int, int] = {}
    for row in rows:
        cells: list[str | None] = []
        for cell in row:
            _continue(cells, covering, left)
            covering[len(cells)], left[len(cells)] = cell, cell.rows - 1
            cells += _wide(_cell(cell, printer), cell)
        _continue(cells, covering, left)
        yield _row(cells)


def _continue(
    cells: list[str | None], covering: dict[int, TableCell], left: dict[int, int]
) -> None:
    """Add the cells that continue those above, as far as they follow one another."""
    while left.get(column := len(cells), 0) > 0:
        left[column] -= 1
        cells += _wide(ABOVE, covering[column])


def _wide(words: str, cell: TableCell) -> list[str | None]:
    return [words, *[None] * (cell.columns - 1)]


def _cell(cell: TableCell, printer: WordPrinter) -> str:
    words = escaped_pipes(printer.print(cell.content))
    return guarded(words) if words == ABOVE or is_alignment(words) else words


def _row(cells: Iterable[str | None]) -> str:
    """Join cells; None widens the one before it: nothing stands between its pipes."""
    return PIPE + "".join(PIPE if cell is None else f" {cell} {PIPE}" for cell in cells)
