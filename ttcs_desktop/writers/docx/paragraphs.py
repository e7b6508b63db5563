"""Lines and rules of the sheet as Word paragraphs (đoạn)."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from xml.sax.saxutils import quoteattr

from ttcs_desktop.language.remembering import remembered
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import FootnoteMark, Line, Rule, Run
from ttcs_desktop.writers.docx.names import cleaned, eighths, twips, twips_of_points, words
from ttcs_desktop.writers.docx.styles import (
    AFTER_TABLE_STYLE,
    ALIGNMENTS,
    FOOT_RULE,
    FOOTNOTE_MARK,
    RULE,
    RULE_THICKNESS,
)

_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_BREAK = re.compile(r"([\n\t])")
_END_OF_PROPERTIES = "</w:pPr>"


class Paragraphs:
    """Writes paragraphs, and remembers which styles they use, what they say and their footnotes."""

    def __init__(self, format: FormatProfile, used: set[str]) -> None:  # noqa: A002
        self.format = format
        self.used = used
        self.notes: list[FootnoteMark] = []
        self.words: list[str] = []

    def line(
        self,
        line: Line,
        *,
        align: str = "",
        keeps: bool = False,
        starts_page: bool = False,
        least_above: float = 0.0,
        frame: str = "",
    ) -> str:
        """Write a line; what it says itself and its style does not is written at the paragraph.

        Paragraphs in the same frame follow each other.
        """
        style = self.format.styles[line.style]
        start = self._start(
            line.style,
            keeps=(keeps or line.keep_with_next) and not style.keep_with_next,
            starts_page=starts_page or line.page_break_before,
            align=align if align != style.align else "",
            above=least_above if least_above > style.space_before else 0.0,
            frame=frame,
        )
        return f"{start}{self._runs(line.runs)}</w:p>"

    def rule(self, rule: Rule, room: int, *, keeps: bool = False) -> str:
        """Write a rule as the lower border of a low paragraph, in the middle of `room` twips."""
        own = ""
        if rule.thickness != RULE_THICKNESS:
            size = eighths(rule.thickness)
            own = f'<w:pBdr><w:bottom w:val="single" w:sz="{size}" w:space="0"/></w:pBdr>'
        left = max(0, room - twips(rule.length)) // 2 if rule.length else 0
        if left:
            own += f'<w:ind w:left="{left}" w:right="{room - twips(rule.length) - left}"/>'
        return f"{self._start(RULE, keeps=keeps or rule.keep_with_next, own=own)}</w:p>"

    def foot_rule(self, frame: str) -> str:
        """Write a rule in a frame as a paragraph that is nothing but black.

        LibreOffice takes no paragraph with borders into a frame.
        """
        return f"{self._start(FOOT_RULE, frame=frame)}</w:p>"

    def after_table(self, *, above: float = 0.0, keeps: bool = False) -> str:
        """Write the low paragraph without words that Word wants where a table may not be last."""
        return f"{self._start(AFTER_TABLE_STYLE, above=above, keeps=keeps)}</w:p>"

    def page_number(self, style: str) -> str:
        """Write the number of the page, a field that Word keeps up."""
        field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        return f"{self._start(style)}{field}</w:p>"

    def footnote(self, style: str, note: FootnoteMark) -> str:
        """Write a footnote's own paragraph."""
        mark = self._mark("<w:footnoteRef/>")
        return f"{self._start(style)}{mark}{self._runs((Run(' '), *note.runs))}</w:p>"

    def _start(
        self,
        style: str,
        *,
        keeps: bool = False,
        starts_page: bool = False,
        align: str = "",
        above: float = 0.0,
        frame: str = "",
        own: str = "",
    ) -> str:
        self.used.add(style)
        return _start(style, keeps, starts_page, frame, above, align, own)

    def _runs(self, runs: Sequence[Run | FootnoteMark]) -> str:
        written, said = [], []
        for run in runs:
            if isinstance(run, FootnoteMark):
                self.notes.append(run)
                written.append(self._mark(f'<w:footnoteReference w:id="{run.number}"/>'))
            else:
                content, own = _content(run.text)
                said.append(own)
                if content:
                    dress = _dress(run.bold, run.italic, run.underline)
                    written.append(f"<w:r>{dress}{content}</w:r>")
        self.words.append("".join(said))
        return "".join(written)

    def _mark(self, mark: str) -> str:
        self.used.add(FOOTNOTE_MARK)
        return f'<w:r><w:rPr><w:rStyle w:val="{FOOTNOTE_MARK}"/></w:rPr>{mark}</w:r>'


def with_section(paragraph: str, properties: str) -> str:
    """Return a paragraph that ends a section and holds its properties."""
    return paragraph.replace(_END_OF_PROPERTIES, properties + _END_OF_PROPERTIES, 1)


@remembered
def _content(text: str) -> tuple[str, str]:
    """Write what a run says, words and breaks in turn; return its words without breaks too."""
    pieces = _BREAK.split(cleaned(text))
    written = "".join(_BREAKS.get(piece) or words(piece) for piece in pieces if piece)
    return written, "".join(pieces[::2])


@lru_cache(maxsize=1024)
def _start(
    style: str, keeps: bool, starts_page: bool, frame: str, above: float, align: str, own: str
) -> str:
    """Return the start of a paragraph, its properties in the order of the schema."""
    properties = (
        f"<w:pStyle w:val={quoteattr(style)}/>",
        "<w:keepNext/>" if keeps else "",
        "<w:pageBreakBefore/>" if starts_page else "",
        frame,
        f'<w:spacing w:before="{twips_of_points(above)}"/>' if above else "",
        f'<w:jc w:val="{ALIGNMENTS[align]}"/>' if align else "",
        own,
    )
    return f"<w:p><w:pPr>{''.join(properties)}{_END_OF_PROPERTIES}"


@cache
def _dress(bold: bool | None, italic: bool | None, underline: bool | None) -> str:
    """Return the properties of a run; None follows the style."""
    marks = [
        f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'
        for name, value in (("b", bold), ("i", italic))
        if value is not None
    ]
    if underline is not None:
        marks.append(f'<w:u w:val="{"single" if underline else "none"}"/>')
    return f"<w:rPr>{''.join(marks)}</w:rPr>" if marks else ""
