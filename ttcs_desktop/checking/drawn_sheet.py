"""A sheet as it will be printed, without writing a file: what the checker looks at as one types."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ttcs_desktop.model.appearance import (
    Appearance,
    CellPlace,
    DrawnLine,
    LineKind,
    LineRule,
    Pages,
    ParagraphLook,
    PrintedPageNumber,
    PrintedParagraph,
    PrintedSection,
    PrintedWords,
    Spot,
    Story,
    WordsLook,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.look import TextStyle
from ttcs_desktop.model.sheet import (
    Cell,
    Columns,
    FootnoteMark,
    Grid,
    Line,
    Rule,
    Run,
    Sheet,
    SheetSection,
)

PART = "word/document.xml"
_FOOT = 12.7
_PARTS = {
    Story.BODY: PART,
    Story.HEADER: "word/header1.xml",
    Story.FOOTER: "word/footer1.xml",
    Story.FOOTNOTE: "word/footnotes.xml",
}


@dataclass(frozen=True)
class DrawnSheet:
    """A sheet as printed; `sources` tells the line of the official text of each paragraph."""

    appearance: Appearance
    sources: tuple[int, ...]


def drawn(sheet: Sheet, form: FormatProfile) -> DrawnSheet:
    """Return how a sheet will be printed in a format."""
    drawing = _Drawing(form)
    for number, section in enumerate(sheet.sections):
        drawing.section(section, number)
    drawing.edges(sheet)
    appearance = Appearance(
        tuple(drawing.sections),
        tuple(drawing.paragraphs),
        tuple(drawing.lines),
        tuple(drawing.numbers),
        is_mirrored=form.page.is_two_sided,
        format_id=form.id,
    )
    return DrawnSheet(appearance, tuple(drawing.sources))


@dataclass(slots=True)
class _Drawing:
    form: FormatProfile
    sections: list[PrintedSection] = field(default_factory=list)
    paragraphs: list[PrintedParagraph] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    numbers: list[PrintedPageNumber] = field(default_factory=list)
    notes: list[FootnoteMark] = field(default_factory=list)
    tables: int = 0
    story: Story = Story.BODY
    pages: Pages = Pages.DEFAULT

    def section(self, section: SheetSection, number: int) -> None:
        """Print a section."""
        self.sections.append(_paper(self.form, section, number))
        for element in section.elements:
            if isinstance(element, Line):
                self._line(element, number)
            elif isinstance(element, Rule):
                self._rule(element)
            elif isinstance(element, Columns):
                self._columns(element, number)
            else:
                self._grid(element, number)

    def edges(self, sheet: Sheet) -> None:
        """Print what stands in the margins, page numbers and footnotes."""
        for number, section in enumerate(sheet.sections):
            self.story, self.pages = Story.HEADER, Pages.DEFAULT
            self.numbers.append(
                PrintedPageNumber(number, Story.HEADER, Pages.DEFAULT, len(self.paragraphs))
            )
            self._line(Line("", "page-number", (Run("2"),)), number, field_name="PAGE")
            self.pages = Pages.FIRST
            self._cell(section.first_head, number, None)
            self.story = Story.FOOTER
            self._cell((*section.first_foot, *section.last_foot), number, None)
        self.story, self.pages = Story.FOOTNOTE, Pages.DEFAULT
        for note in self.notes:
            self._line(Line("", "footnote", (Run(" "), *note.runs)), 0)

    def _columns(self, columns: Columns, section: int) -> None:
        table, self.tables = self.tables, self.tables + 1
        for row, cells in enumerate(columns.rows):
            for column, cell in enumerate(cells):
                width = columns.widths[column]
                self._cell(cell, section, CellPlace(table, row, column, width=width))

    def _cell(self, cell: Cell, section: int, place: CellPlace | None) -> None:
        for element in cell:
            if isinstance(element, Line):
                self._line(element, section, place)
            else:
                self._rule(element)

    def _grid(self, grid: Grid, section: int) -> None:
        table, self.tables = self.tables, self.tables + 1
        rows = (*grid.header, *grid.rows)
        for row, cells in enumerate(rows):
            column = 0
            for cell in cells:
                own = min(column, len(grid.widths) - 1)
                place = CellPlace(
                    table, row, column, cell.columns, is_ruled=True,
                    is_header=row < len(grid.header), width=grid.widths[own],
                )  # fmt: skip
                align = grid.alignments[min(column, len(grid.alignments) - 1)].value
                for line in cell.lines:
                    self._line(line, section, place, align=align)
                column += cell.columns

    def _line(
        self,
        line: Line,
        section: int,
        place: CellPlace | None = None,
        *,
        align: str = "",
        field_name: str = "",
    ) -> None:
        style = self.form.styles[line.style]
        look = _words_look(self.form, line.style, style)
        words = tuple(_words(self, line, look, field_name))
        part = _PARTS[self.story]
        spot = Spot(part, len(self.paragraphs), self.story, section, cell=place, pages=self.pages)
        self.paragraphs.append(
            PrintedParagraph(
                words, _paragraph_look(self.form, line, style, align), spot, mark_look=look
            )
        )
        self.sources.append(line.source)

    def _rule(self, rule: Rule) -> None:
        if not self.paragraphs:
            return
        length = rule.length or self.sections[-1].text_width
        self.lines.append(
            DrawnLine(LineKind.BORDER, len(self.paragraphs) - 1, length, thickness=rule.thickness)
        )


def _words(
    drawing: _Drawing, line: Line, look: WordsLook, field_name: str
) -> Iterator[PrintedWords]:
    for run in line.runs:
        if isinstance(run, FootnoteMark):
            drawing.notes.append(run)
            continue
        told: dict[str, Any] = {
            name: value
            for name, value in (
                ("is_bold", run.bold), ("is_italic", run.italic), ("is_underlined", run.underline),
            )
            if value is not None
        }  # fmt: skip
        yield PrintedWords(run.text, replace(look, **told) if told else look, field=field_name)


def _words_look(form: FormatProfile, name: str, style: TextStyle) -> WordsLook:
    return WordsLook(
        font=form.font,
        size=form.size(name),
        is_bold=style.is_bold,
        is_italic=style.is_italic,
        is_underlined=style.is_underlined,
        is_framed=style.is_framed,
        colour=style.colour,
    )


def _paragraph_look(form: FormatProfile, line: Line, style: TextStyle, align: str) -> ParagraphLook:
    is_exact = form.line_mode == "exactly" and style.line is not None
    first = style.first_line_indent
    return ParagraphLook(
        style=style.title,
        align=align or style.align,
        left=style.left_indent,
        first_line=(first.default if first else 0.0) - style.hanging,
        before=style.space_before,
        after=style.space_after.default if style.space_after else 0.0,
        line_rule=LineRule.EXACTLY if is_exact else LineRule.MULTIPLE,
        line=style.line.default if style.line else 1.0,
        keep_with_next=style.keep_with_next or line.keep_with_next,
        starts_page=line.page_break_before,
    )


def _paper(form: FormatProfile, section: SheetSection, number: int) -> PrintedSection:
    page = form.page
    width, height = page.width, page.height
    if section.is_landscape:
        width, height = height, width
    return PrintedSection(
        width=width,
        height=height,
        top=page.margin_top.default,
        bottom=page.margin_bottom.default,
        left=page.margin_left.default,
        right=page.margin_right.default,
        header=form.page_number.distance_from_top,
        footer=_FOOT,
        is_landscape=section.is_landscape,
        has_first_page=not form.page_number.shown_on_first_page,
        first_number=1 if number and form.page_number.annexes_numbered_separately else None,
    )
