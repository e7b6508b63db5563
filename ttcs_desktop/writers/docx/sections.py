"""Sections: paper, margins, page number, heads and feet of their pages (phân đoạn)."""

from math import ceil

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.metrics import FOOT_FROM_EDGE, FOOT_LEAST_FROM_EDGE, SINGLE_LINE
from ttcs_desktop.model.sheet import Cell, Line, Run, SheetSection
from ttcs_desktop.rules.measure import face_of, width
from ttcs_desktop.writers.docx.names import NAMESPACES, part, twips
from ttcs_desktop.writers.docx.package import relation_id
from ttcs_desktop.writers.docx.paragraphs import Paragraphs
from ttcs_desktop.writers.docx.styles import PAGE_NUMBER, RULE, RULE_THICKNESS, space_after

_MM_PER_POINT = 25.4 / 72


class Sections:
    """Writes the properties of sections, and keeps the heads and feet that each has of its own."""

    def __init__(self, format: FormatProfile, used: set[str]) -> None:  # noqa: A002
        self.heads_and_feet: list[tuple[str, bytes]] = []
        self._format = format
        self._used = used
        self._had_first_head = self._had_first_foot = False

    def properties(self, section: SheetSection, *, is_annex: bool) -> str:
        """Write the properties of a section, in the order of the schema."""
        number, page = self._format.page_number, self._format.page
        sides = twips(page.width), twips(page.height)
        size = 'w:w="{}" w:h="{}"'.format(*sides)
        if section.is_landscape:
            size = 'w:w="{1}" w:h="{0}" w:orient="landscape"'.format(*sides)
        lengths = {
            "top": page.margin_top.default,
            "right": page.margin_right.default,
            "bottom": page.margin_bottom.default,
            "left": page.margin_left.default,
            "header": number.distance_from_top,
            "footer": FOOT_FROM_EDGE,
            "gutter": 0.0,
        }
        margins = " ".join(f'w:{name}="{twips(length)}"' for name, length in lengths.items())
        starts_anew = is_annex and number.annexes_numbered_separately
        own = '<w:pgNumType w:start="1"/>' if starts_anew else ""
        if self._has_own_first_page(section):
            own += "<w:titlePg/>"
        return (
            f"<w:sectPr>{self._heads(section)}<w:pgSz {size}/><w:pgMar {margins}/>{own}</w:sectPr>"
        )

    def _has_own_first_page(self, section: SheetSection) -> bool:
        is_numbered = self._format.page_number.shown_on_first_page
        return bool(not is_numbered or section.first_head or section.first_foot)

    def _heads(self, section: SheetSection) -> str:
        """Write heads and feet; a first page without its own takes those of the section before."""
        references = [self._refer("header", "default", self._number())]
        has_first = self._has_own_first_page(section)
        if has_first and (section.first_head or self._had_first_head):
            head = self._part("hdr", section.first_head, section)
            references.append(self._refer("header", "first", head))
        elif has_first and self._format.page_number.shown_on_first_page:
            references.append(self._refer("header", "first", self._number()))
        if has_first and (section.first_foot or self._had_first_foot):
            foot = self._part("ftr", section.first_foot, section)
            references.append(self._refer("footer", "first", foot))
        self._had_first_head |= bool(section.first_head)
        self._had_first_foot |= bool(section.first_foot)
        return "".join(references)

    def _refer(self, kind: str, pages: str, content: bytes) -> str:
        relation = relation_id(len(self.heads_and_feet))
        self.heads_and_feet.append((kind, content))
        return f'<w:{kind}Reference w:type="{pages}" r:id="{relation}"/>'

    def _number(self) -> bytes:
        """Return a head with the page number."""
        number = Paragraphs(self._format, self._used).page_number(PAGE_NUMBER)
        return part(f"<w:hdr {NAMESPACES}>{number}</w:hdr>")

    def _part(self, root: str, cell: Cell, section: SheetSection) -> bytes:
        paragraphs = Paragraphs(self._format, self._used)
        room = twips(text_width(self._format, section))
        content = "".join(
            paragraphs.line(element)
            if isinstance(element, Line)
            else paragraphs.rule(element, room)
            for element in cell
        )
        content = content or paragraphs.after_table()
        return part(f"<w:{root} {NAMESPACES}>{content}</w:{root}>")


def text_width(format: FormatProfile, section: SheetSection) -> float:  # noqa: A002
    """Return how wide the text of a section is, mm; margins keep their sides on a turned page."""
    page = format.page
    paper = page.height if section.is_landscape else page.width
    return paper - page.margin_left.default - page.margin_right.default


def last_foot(section: SheetSection, paragraphs: Paragraphs) -> list[str]:
    """Write the lines at the foot of a section's last page.

    They stand in a frame that hangs on the paragraph after them, at its place on the paper: it goes
    with the end of the text to whatever page that is.
    """
    room = text_width(paragraphs.format, section)
    page = paragraphs.format.page
    paper = page.width if section.is_landscape else page.height
    height = _height(section.last_foot, room, paragraphs.format)
    below_text = paper - page.margin_bottom.default
    top = min(
        max(paper - FOOT_FROM_EDGE - height, below_text), paper - FOOT_LEAST_FROM_EDGE - height
    )
    frame = (
        f'<w:framePr w:w="{twips(room)}" w:wrap="notBeside" w:vAnchor="page" w:hAnchor="margin"'
        f' w:xAlign="left" w:y="{twips(top)}"/>'
    )
    return [
        paragraphs.line(element, frame=frame)
        if isinstance(element, Line)
        else paragraphs.foot_rule(frame)
        for element in section.last_foot
    ]


def _height(foot: Cell, room: float, format: FormatProfile) -> float:  # noqa: A002
    """Return how high lines stand that are `room` mm wide, mm."""
    points = 0.0
    for element in foot:
        style = format.styles[element.style if isinstance(element, Line) else RULE]
        points += space_after(style)
        if isinstance(element, Line):
            points += style.space_before + _lines_height(element, room, format)
        else:
            points += RULE_THICKNESS
    return points * _MM_PER_POINT


def _lines_height(line: Line, room: float, format: FormatProfile) -> float:  # noqa: A002
    words = "".join(run.text for run in line.runs if isinstance(run, Run))
    face = face_of(format, line.style)
    count = sum(max(1, ceil(width(own, face) / room)) for own in words.split("\n"))
    style = format.styles[line.style]
    if style.line and format.line_mode == "exactly":
        return count * style.line.default
    return count * face.size * SINGLE_LINE * (style.line.default if style.line else 1.0)
