"""Properties of words and paragraphs (rPr, pPr) as fields of their looks.

Each reader returns only the fields that are set, so that they can be laid over one another.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ttcs_desktop.model.appearance import LineRule
from ttcs_desktop.readers.inspection.lengths import count, mm, number, points
from ttcs_desktop.readers.ooxml import VALUE, Element, is_on, w

Fields = dict[str, Any]
TOGGLES = ("is_bold", "is_italic", "is_upper", "is_small_caps", "is_struck", "is_hidden")
"""On in a style of words and in the style of their paragraph is off (toggle properties)."""
FONT_ASCII, FONT_OTHER = "font_ascii", "font_other"
"""Fonts of plain letters and of those with marks; `WordsLook.font` is made of both."""
NUMBERING = "numbering"
"""List id and level of a paragraph."""
BORDERS, SHADING = "borders", "shading"
_ALIGNMENTS = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "justify",
    "distribute": "justify",
    "lowKashida": "justify",
    "mediumKashida": "justify",
    "highKashida": "justify",
    "thaiDistribute": "justify",
}
_LINE_RULES = {"exact": LineRule.EXACTLY, "atLeast": LineRule.AT_LEAST}
_AUTO_SPACE = 14.0
"""pt that Word leaves where spacing is "auto"."""
_SINGLE = 240
_AUTO = "auto"
_BLACK = "000000"
Fonts = Mapping[str, str]
"""Fonts of the theme by the names that rFonts uses, e.g. "minorHAnsi"."""


def words_fields(properties: Element | None, theme: Fonts) -> Fields:
    """Return what properties of words (rPr) set."""
    fields: Fields = {}
    for element in () if properties is None else properties:
        read = _WORDS.get(element.tag)
        if read is not None:
            read(element, fields)
        elif element.tag == _FONTS:
            _fonts(element, theme, fields)
    return fields


def paragraph_fields(properties: Element | None) -> Fields:
    """Return what properties of a paragraph (pPr) set, its numbering and borders with them."""
    fields: Fields = {}
    for element in () if properties is None else properties:
        read = _PARAGRAPH.get(element.tag)
        if read is not None:
            read(element, fields)
    return fields


def _toggle(field: str) -> Callable[[Element, Fields], None]:
    def read(element: Element, fields: Fields) -> None:
        fields[field] = is_on(element)

    return read


def _size(element: Element, fields: Fields) -> None:
    if size := number(element.get(VALUE)) / 2:
        fields["size"] = size


def _underline(element: Element, fields: Fields) -> None:
    fields["is_underlined"] = element.get(VALUE, "single") != "none"


def _colour(element: Element, fields: Fields) -> None:
    colour = element.get(VALUE, _AUTO)
    fields["colour"] = _BLACK if colour == _AUTO else colour.upper()


def _raised(element: Element, fields: Fields) -> None:
    kind = element.get(VALUE)
    fields["is_raised"], fields["is_lowered"] = kind == "superscript", kind == "subscript"


def _spacing_of_letters(element: Element, fields: Fields) -> None:
    fields["spacing"] = points(element.get(VALUE))


def _scale(element: Element, fields: Fields) -> None:
    fields["scale"] = number((element.get(VALUE) or "100").rstrip("%")) or 100.0


def _highlight(element: Element, fields: Fields) -> None:
    name = element.get(VALUE, "none")
    fields["highlight"] = "" if name == "none" else name


def _shaded_words(element: Element, fields: Fields) -> None:
    fill = element.get(w("fill"), _AUTO)
    if fill.upper() not in {_AUTO.upper(), "FFFFFF"}:
        fields.setdefault("highlight", fill.upper())


def _frame(element: Element, fields: Fields) -> None:
    fields["is_framed"] = element.get(VALUE, "nil") not in {"nil", "none"}


def _fonts(element: Element, theme: Fonts, fields: Fields) -> None:
    for field, direct, themed in (
        (FONT_ASCII, "ascii", "asciiTheme"),
        (FONT_OTHER, "hAnsi", "hAnsiTheme"),
    ):
        name = element.get(w(themed))
        font = theme.get(name, "") if name else element.get(w(direct), "")
        if font:
            fields[field] = font


def _align(element: Element, fields: Fields) -> None:
    fields["align"] = _ALIGNMENTS.get(element.get(VALUE, "left"), "left")


def _indents(element: Element, fields: Fields) -> None:
    for field, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        told = [length for name in names if (length := element.get(w(name))) is not None]
        if told:
            fields[field] = mm(told[0])
    if (hanging := element.get(w("hanging"))) is not None:
        fields["first_line"] = 0.0 - mm(hanging)
    elif (first := element.get(w("firstLine"))) is not None:
        fields["first_line"] = mm(first)


def _spacing(element: Element, fields: Fields) -> None:
    for field in ("before", "after"):
        if (told := element.get(w(field))) is not None:
            fields[field] = points(told)
        auto = element.get(w(f"{field}Autospacing"))
        if auto in {"1", "true", "on"}:
            fields[field] = _AUTO_SPACE
    line = element.get(w("line"))
    rule = element.get(w("lineRule"))
    if line is not None:
        fields["line_rule"] = _LINE_RULES.get(rule or _AUTO, LineRule.MULTIPLE)
        is_multiple = fields["line_rule"] is LineRule.MULTIPLE
        fields["line"] = round(number(line) / _SINGLE, 4) if is_multiple else points(line)


def _numbering(element: Element, fields: Fields) -> None:
    told = dict(fields.get(NUMBERING, {}))
    if (list_id := element.find(w("numId"))) is not None:
        told["id"] = list_id.get(VALUE, "")
    if element.find(w("ilvl")) is not None:
        told["level"] = count(element, w("ilvl"))
    fields[NUMBERING] = told


def _outline(element: Element, fields: Fields) -> None:
    level = number(element.get(VALUE))
    fields["outline"] = int(level) if 0 <= level < _BODY_TEXT else None


def _pinned(element: Element, fields: Fields) -> None:
    fields["is_pinned"] = element.get(w("vAnchor")) == "page"


def _borders(element: Element, fields: Fields) -> None:
    fields[BORDERS] = {**fields.get(BORDERS, {}), **{edge.tag: edge for edge in element}}


def _shading(element: Element, fields: Fields) -> None:
    fields[SHADING] = element.get(w("fill"), "").upper()


_BODY_TEXT = 9
_FONTS = w("rFonts")
_WORDS: dict[str, Callable[[Element, Fields], None]] = {
    w("b"): _toggle("is_bold"),
    w("i"): _toggle("is_italic"),
    w("caps"): _toggle("is_upper"),
    w("smallCaps"): _toggle("is_small_caps"),
    w("strike"): _toggle("is_struck"),
    w("dstrike"): _toggle("is_struck"),
    w("vanish"): _toggle("is_hidden"),
    w("sz"): _size,
    w("u"): _underline,
    w("color"): _colour,
    w("vertAlign"): _raised,
    w("spacing"): _spacing_of_letters,
    w("w"): _scale,
    w("highlight"): _highlight,
    w("shd"): _shaded_words,
    w("bdr"): _frame,
}
_PARAGRAPH: dict[str, Callable[[Element, Fields], None]] = {
    w("jc"): _align,
    w("ind"): _indents,
    w("spacing"): _spacing,
    w("numPr"): _numbering,
    w("outlineLvl"): _outline,
    w("framePr"): _pinned,
    w("keepNext"): _toggle("keep_with_next"),
    w("keepLines"): _toggle("keep_together"),
    w("pageBreakBefore"): _toggle("starts_page"),
    w("contextualSpacing"): _toggle("is_snug"),
    w("pBdr"): _borders,
    w("shd"): _shading,
}
