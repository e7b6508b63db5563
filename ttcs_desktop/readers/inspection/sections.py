"""Sections of a file (phân đoạn): paper, margins, and which headers and footers they show."""

from dataclasses import dataclass, field

from ttcs_desktop.model.appearance import Pages, PrintedSection, Story
from ttcs_desktop.readers.inspection.lengths import mm
from ttcs_desktop.readers.ooxml import Element, is_on, value, w, whole

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LETTER = (215.9, 279.4)
"""What Word takes where nothing says the paper."""
_MARGIN = 25.4
_CONTINUES = frozenset({"continuous", "nextColumn"})
_KINDS = {"headerReference": Story.HEADER, "footerReference": Story.FOOTER}
_PAGES = {"default": Pages.DEFAULT, "first": Pages.FIRST, "even": Pages.EVEN}
Edge = tuple[Story, Pages]


@dataclass(slots=True)
class Sections:
    """The sections read so far, with the relation of every header and footer that each shows."""

    found: list[PrintedSection] = field(default_factory=list)
    edges: list[dict[Edge, str]] = field(default_factory=list)

    def add(self, properties: Element | None) -> None:
        """Take up the properties of a section; what it does not name it has from the one before."""
        self.found.append(_section(properties))
        edges = dict(self.edges[-1]) if self.edges else {}
        for name, story in _KINDS.items():
            for reference in () if properties is None else properties.findall(w(name)):
                pages = _PAGES.get(reference.get(w("type"), "default"), Pages.DEFAULT)
                edges[story, pages] = reference.get(_RELATION, "")
        self.edges.append(edges)


def _section(properties: Element | None) -> PrintedSection:
    size = _find(properties, "pgSz")
    margins = _find(properties, "pgMar")
    numbers = _find(properties, "pgNumType")
    columns = _find(properties, "cols")
    width, height = _LETTER
    if size is not None:
        width, height = mm(size.get(w("w"))) or width, mm(size.get(w("h"))) or height
    first = None if numbers is None else numbers.get(w("start"))
    title_page = _find(properties, "titlePg")
    return PrintedSection(
        width=width,
        height=height,
        top=abs(_margin(margins, "top")),
        bottom=abs(_margin(margins, "bottom")),
        left=_margin(margins, "left", "start"),
        right=_margin(margins, "right", "end"),
        header=_margin(margins, "header", default=12.7),
        footer=_margin(margins, "footer", default=12.7),
        gutter=_margin(margins, "gutter", default=0.0),
        is_landscape=width > height,
        has_first_page=title_page is not None and is_on(title_page),
        starts_page=value(properties, w("type"), "nextPage") not in _CONTINUES,
        first_number=None if first is None else whole(first),
        number_format="decimal" if numbers is None else numbers.get(w("fmt"), "decimal"),
        columns=1 if columns is None else max(1, whole(columns.get(w("num")), 1)),
    )


def _margin(margins: Element | None, *names: str, default: float = _MARGIN) -> float:
    for name in names:
        if margins is not None and (told := margins.get(w(name))) is not None:
            return mm(told)
    return default


def _find(properties: Element | None, name: str) -> Element | None:
    return None if properties is None else properties.find(w(name))
