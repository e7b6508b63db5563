"""Elements of a section one under another (thân văn bản)."""

from ttcs_desktop.model.metrics import BELOW_GRID
from ttcs_desktop.model.sheet import Columns, Grid, Line, Rule, SheetSection
from ttcs_desktop.writers.docx import tables
from ttcs_desktop.writers.docx.names import twips
from ttcs_desktop.writers.docx.paragraphs import Element, Paragraphs
from ttcs_desktop.writers.docx.sections import last_foot, text_width


def flow(body: Element, section: SheetSection, paragraphs: Paragraphs) -> Element:
    """Write what a section holds, and return its last paragraph.

    Two tables would grow into one, and a section may not end with a table: a low paragraph stands
    after such a table and never alone on a page.
    """
    room = twips(text_width(paragraphs.format, section))
    count = len(section.elements)
    last = None
    is_below_grid = False
    for index, element in enumerate(section.elements, start=1):
        is_last = index == count
        if isinstance(element, Line):
            keeps = is_last and bool(section.last_foot)
            least_above = BELOW_GRID if is_below_grid else 0.0
            last = paragraphs.line(body, element, keeps=keeps, least_above=least_above)
        elif isinstance(element, Rule):
            last = paragraphs.rule(body, element, room)
        else:
            _table(body, element, paragraphs, keeps_last=is_last)
            last = None
            if not is_last and isinstance(section.elements[index], Columns | Grid):
                above = BELOW_GRID if isinstance(element, Grid) else 0.0
                paragraphs.after_table(body, above=above)
        is_below_grid = isinstance(element, Grid)
    if last is None or section.last_foot:
        last_foot(body, section, paragraphs)
        return paragraphs.after_table(body)
    return last


def _table(
    body: Element, table: Columns | Grid, paragraphs: Paragraphs, *, keeps_last: bool
) -> None:
    if isinstance(table, Columns):
        tables.columns(body, table, paragraphs, keeps_last=keeps_last)
    else:
        tables.grid(body, table, paragraphs, keeps_last=keeps_last)
