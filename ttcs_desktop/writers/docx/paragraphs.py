"""Lines and rules of the sheet as Word paragraphs (đoạn)."""

import re
from collections.abc import Sequence
from copy import copy
from functools import cache, lru_cache

from lxml import etree

from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.sheet import FootnoteMark, Line, Rule, Run
from ttcs_desktop.writers.docx.names import (
    NAMESPACES,
    SPACE,
    VAL,
    eighths,
    twips,
    twips_of_points,
    w,
)
from ttcs_desktop.writers.docx.styles import (
    AFTER_TABLE_STYLE,
    ALIGNMENTS,
    FOOT_RULE,
    FOOTNOTE_MARK,
    RULE,
    RULE_THICKNESS,
)

Element = etree._Element  # noqa: SLF001  lxml has no public name for its element type

_add = etree.SubElement
_BREAKS = {"\n": w("br"), "\t": w("tab")}
_BEFORE_FRAME = frozenset({w("pStyle"), w("keepNext"), w("pageBreakBefore")})
_BREAK = re.compile(r"([\n\t])")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Return text without what XML cannot hold: control characters, halves of letters."""
    return text if text.isprintable() else _NOT_XML.sub("", text)


class Paragraphs:
    """Writes paragraphs, and remembers which styles they use, what they say and their footnotes."""

    def __init__(self, format: FormatProfile, used: set[str]) -> None:  # noqa: A002
        self.format = format
        self.used = used
        self.notes: list[FootnoteMark] = []
        self.words: list[str] = []

    def line(
        self,
        parent: Element,
        line: Line,
        *,
        align: str = "",
        keeps: bool = False,
        starts_page: bool = False,
        least_above: float = 0.0,
        frame: dict[str, str] | None = None,
    ) -> Element:
        """Write a line; what it says itself and its style does not is written at the paragraph."""
        style = self.format.styles[line.style]
        paragraph = self._start(
            parent,
            line.style,
            keeps=(keeps or line.keep_with_next) and not style.keep_with_next,
            starts_page=starts_page or line.page_break_before,
            align=align if align != style.align else "",
            above=least_above if least_above > style.space_before else 0.0,
        )
        if frame:
            _frame(paragraph, frame)
        self._runs(paragraph, line.runs)
        return paragraph

    def rule(self, parent: Element, rule: Rule, room: int, *, keeps: bool = False) -> Element:
        """Write a rule as the lower border of a low paragraph, in the middle of `room` twips."""
        paragraph = self._start(parent, RULE, keeps=keeps or rule.keep_with_next)
        properties = paragraph[0]
        if rule.thickness != RULE_THICKNESS:
            border = {"val": "single", "sz": str(eighths(rule.thickness)), "space": "0"}
            around = _add(properties, w("pBdr"))
            _add(around, w("bottom"), {w(name): value for name, value in border.items()})
        left = max(0, room - twips(rule.length)) // 2 if rule.length else 0
        if left:
            right = room - twips(rule.length) - left
            _add(properties, w("ind"), {w("left"): str(left), w("right"): str(right)})
        return paragraph

    def foot_rule(self, parent: Element, frame: dict[str, str]) -> None:
        """Write a rule in a frame as a paragraph that is nothing but black.

        LibreOffice takes no paragraph with borders into a frame.
        """
        _frame(self._start(parent, FOOT_RULE), frame)

    def after_table(self, parent: Element, *, above: float = 0.0, keeps: bool = False) -> Element:
        """Write the low paragraph without words that Word wants where a table may not be last."""
        return self._start(parent, AFTER_TABLE_STYLE, above=above, keeps=keeps)

    def footnote(self, parent: Element, style: str, note: FootnoteMark) -> None:
        """Write a footnote's own paragraph."""
        paragraph = self._start(parent, style)
        self._mark(paragraph, w("footnoteRef"), {})
        self._runs(paragraph, (Run(" "), *note.runs))

    def _start(
        self,
        parent: Element,
        style: str,
        *,
        keeps: bool = False,
        starts_page: bool = False,
        align: str = "",
        above: float = 0.0,
    ) -> Element:
        self.used.add(style)
        paragraph = copy(_paragraph(style, align, above, keeps, starts_page))
        parent.append(paragraph)
        return paragraph

    def _runs(self, paragraph: Element, runs: Sequence[Run | FootnoteMark]) -> None:
        said = []
        for run in runs:
            if isinstance(run, FootnoteMark):
                self.notes.append(run)
                self._mark(paragraph, w("footnoteReference"), {w("id"): str(run.number)})
            elif run.text:
                said.append(_run(paragraph, run))
        self.words.append("".join(said))

    def _mark(self, paragraph: Element, name: str, values: dict[str, str]) -> None:
        self.used.add(FOOTNOTE_MARK)
        run = _add(paragraph, w("r"))
        _add(_add(run, w("rPr")), w("rStyle"), {VAL: FOOTNOTE_MARK})
        _add(run, name, values)


def _run(paragraph: Element, run: Run) -> str:
    """Write a run, and return its words as XML holds them."""
    element = copy(_empty_run(run.bold, run.italic, run.underline))
    paragraph.append(element)
    text = run.text
    if text.isprintable():
        _say(element[-1], text)
        return text
    element.remove(element[-1])
    said = []
    for piece in _BREAK.split(cleaned(text)):
        if piece in _BREAKS:
            _add(element, _BREAKS[piece])
        elif piece:
            _say(_add(element, w("t")), piece)
            said.append(piece)
    return "".join(said)


def _say(text: Element, words: str) -> None:
    text.text = words
    if words[0] == " " or words[-1] == " " or "  " in words:
        text.set(SPACE, "preserve")


def _frame(paragraph: Element, frame: dict[str, str]) -> None:
    """Put a paragraph into a frame; paragraphs in the same frame follow each other."""
    properties = paragraph[0]
    before = [own for own in properties if own.tag in _BEFORE_FRAME]
    properties.insert(len(before), etree.Element(w("framePr"), frame))


# Copying a small tree is three times faster than adding its elements one by one.


@lru_cache(maxsize=1024)
def _paragraph(style: str, align: str, above: float, keeps: bool, starts_page: bool) -> Element:
    """Return a paragraph of a style without words, to be copied."""
    paragraph = etree.Element(w("p"), nsmap=NAMESPACES)
    properties = _add(paragraph, w("pPr"))
    _add(properties, w("pStyle"), {VAL: style})
    if keeps:
        _add(properties, w("keepNext"))
    if starts_page:
        _add(properties, w("pageBreakBefore"))
    if above:
        _add(properties, w("spacing"), {w("before"): str(twips_of_points(above))})
    if align:
        _add(properties, w("jc"), {VAL: ALIGNMENTS[align]})
    return paragraph


@cache
def _empty_run(bold: bool | None, italic: bool | None, underline: bool | None) -> Element:
    """Return a run of a dress without words, to be copied; None follows the style."""
    run = etree.Element(w("r"), nsmap=NAMESPACES)
    if bold is not None or italic is not None or underline is not None:
        properties = _add(run, w("rPr"))
        for name, value in (("b", bold), ("i", italic)):
            if value is not None:
                _add(properties, w(name), {} if value else {VAL: "0"})
        if underline is not None:
            _add(properties, w("u"), {VAL: "single" if underline else "none"})
    _add(run, w("t"))
    return run
