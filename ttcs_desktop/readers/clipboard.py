"""The clipboard as official text (bộ nhớ tạm): HTML of other programs, tables set with tabs."""

import csv
import io
from collections.abc import Sequence

from ttcs_desktop.readers.body_text import body_lines
from ttcs_desktop.readers.dress import Notes, official
from ttcs_desktop.readers.html_blocks import html_blocks
from ttcs_desktop.readers.html_tables import HtmlTable
from ttcs_desktop.readers.lines import Entry, Line
from ttcs_desktop.readers.passages import Block, Passage, SectionEnd, Words
from ttcs_desktop.readers.pipes import pipe_rows

_CENTRED = frozenset({"center", "centre"})


def html_lines(html: str) -> list[str]:
    """Return the lines of official text that HTML says, none for HTML without words.

    Words from the middle of a sentence are one line as they are.
    """
    blocks = html_blocks(html)
    if len(blocks) == 1 and isinstance(blocks[0], Passage) and not blocks[0].label:
        return [official(blocks[0].words, Notes())]
    return list(body_lines([_entry(block) for block in blocks], Notes()))


def tab_rows(text: str) -> list[str] | None:
    """Return a table whose cells are set apart by tabs, as Excel copies it; None for other text."""
    rows = [row for row in csv.reader(io.StringIO(text.strip("\n")), delimiter="\t") if row]
    widths = {len(row) for row in rows}
    if len(widths) != 1 or widths == {1} or not rows:
        return None
    table = HtmlTable()
    for row in rows:
        table.begin_row()
        for cell in row:
            table.begin_cell({}, is_head=False)
            table.end_cell((Passage((Words(cell),)),) if cell.strip() else ())
    finished = table.finished()
    return pipe_rows(finished, Notes()) if finished else None


def _entry(block: Block) -> Entry:
    if not isinstance(block, Passage):
        return Line(()) if isinstance(block, SectionEnd) else block
    label: Sequence[Words] = (Words(f"{block.label} "),) if block.label else ()
    return Line((*label, *block.words), is_centred=block.alignment in _CENTRED)
