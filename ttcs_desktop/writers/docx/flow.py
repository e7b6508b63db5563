"""Elements of a section one under another (thân văn bản)."""

from ttcs_desktop.model.metrics import BELOW_GRID
from ttcs_desktop.model.sheet import Columns, Grid, Line, Rule, SheetSection
from ttcs_desktop.writers.docx import tables
from ttcs_desktop.writers.docx.names import twips
from ttcs_desktop.writers.docx.paragraphs import Paragraphs
from ttcs_desktop.writers.docx.sections import last_foot, text_width


def flow(section: SheetSection, paragraphs: Paragraphs) -> list[str]:
    """Return what a section holds; the last is always a paragraph.

    Two tables would grow into one, and a section may not end with a table: a low paragraph stands
    after such a table and never alone on a page.
    """
    room = twips(text_width(paragraphs.format, section))
    count = len(section.elements)
    written = []
    is_below_grid = False
    for index, element in enumerate(section.elements, start=1):
        is_last = index == count
        if isinstance(element, Line):
            keeps = is_last and bool(section.last_foot)
            least_above = BELOW_GRID if is_below_grid else 0.0
            written.append(paragraphs.line(element, keeps=keeps, least_above=least_above))
        elif isinstance(element, Rule):
            written.append(paragraphs.rule(element, room))
        else:
            written.append(_table(element, paragraphs, keeps_last=is_last))
            if not is_last and isinstance(section.elements[index], Columns | Grid):
                above = BELOW_GRID if isinstance(element, Grid) else 0.0
                written.append(paragraphs.after_table(above=above))
        is_below_grid = isinstance(element, Grid)
    if section.last_foot or not count or isinstance(section.elements[-1], Columns | Grid):
        written += last_foot(section, paragraphs)
        written.append(paragraphs.after_table())
    return written


def _table(table: Columns | Grid, paragraphs: Paragraphs, *, keeps_last: bool) -> str:
    if isinstance(table, Columns):
        return tables.columns(table, paragraphs, keeps_last=keeps_last)
    return tables.grid(table, paragraphs, keeps_last=keeps_last)
