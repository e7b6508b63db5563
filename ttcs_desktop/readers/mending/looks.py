"""Looks of words, paragraphs and sections written into the XML, each property in its place."""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from ttcs_desktop.readers.ooxml import VALUE, Element, w, whole


def _tags(names: str) -> tuple[str, ...]:
    return tuple(map(w, names.split()))


_WORDS_ORDER = _tags(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
    "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath "
)
_PARAGRAPH_ORDER = _tags(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange "
)
_SECTION_ORDER = _tags(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange "
)
_TWIPS_A_MM = 1440 / 25.4
_TWIPS_A_POINT = 20
_SINGLE = 240
_THEMES = tuple(w(f"{script}Theme") for script in ("ascii", "hAnsi", "cs", "eastAsia"))


def set_words(run: Element, look: Mapping[str, Any]) -> None:
    """Give a run another look: fields of `WordsLook`."""
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    for name, value in look.items():
        _WORDS[name](properties, value)


def set_paragraph(paragraph: Element, look: Mapping[str, Any]) -> None:
    """Make a paragraph stand otherwise: fields of `ParagraphLook`."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    for name, value in look.items():
        if name == "line_rule":
            continue
        if name == "line":
            _set_line(properties, look.get("line_rule", "multiple"), value)
        else:
            _PARAGRAPH[name](properties, value)


def set_section(properties: Element, look: Mapping[str, Any]) -> None:
    """Change the paper of a section: fields of `PrintedSection`."""
    for name, value in look.items():
        if name == "has_first_page":
            _toggle("titlePg", _SECTION_ORDER)(properties, value)
        elif name in ("width", "height"):
            size = _placed(properties, "pgSz", _SECTION_ORDER)
            size.set(w(name[0]), _twips(value))
            sides = [whole(size.get(w(side))) for side in "wh"]
            if sides[0] <= sides[1]:
                _unset(size, w("orient"))
        else:
            margins = _placed(properties, "pgMar", _SECTION_ORDER)
            if name in ("left", "right"):
                _unset(margins, w({"left": "start", "right": "end"}[name]))
            margins.set(w(name), _twips(value))
            for side in ("top", "right", "bottom", "left", "header", "footer", "gutter"):
                if margins.get(w(side)) is None:
                    margins.set(w(side), "0")


def _placed(parent: Element, name: str, order: tuple[str, ...]) -> Element:
    """Return a property; one that is missing is put where the schema wants it."""
    tag = w(name)
    found = parent.find(tag)
    if found is not None:
        return found
    new = etree.Element(tag)
    later = frozenset(order[order.index(tag) + 1 :])
    for index, child in enumerate(parent):
        if child.tag in later:
            parent.insert(index, new)
            return new
    parent.append(new)
    return new


def _toggle(name: str, order: tuple[str, ...], *twins: str) -> Callable[[Element, Any], None]:
    def write(properties: Element, value: Any) -> None:  # noqa: ANN401  as the look has it
        for own in (name, *twins):
            element = _placed(properties, own, order)
            element.attrib.clear()
            if not value:
                element.set(VALUE, "0")

    return write


def _font(properties: Element, value: str) -> None:
    fonts = _placed(properties, "rFonts", _WORDS_ORDER)
    for theme in _THEMES:
        _unset(fonts, theme)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(w(script), value)


def _size(properties: Element, value: float) -> None:
    for name in ("sz", "szCs"):
        _placed(properties, name, _WORDS_ORDER).set(VALUE, str(round(value * 2)))


def _colour(properties: Element, value: str) -> None:
    colour = _placed(properties, "color", _WORDS_ORDER)
    colour.attrib.clear()
    colour.set(VALUE, value)


def _underline(properties: Element, value: bool) -> None:
    line = _placed(properties, "u", _WORDS_ORDER)
    line.attrib.clear()
    line.set(VALUE, "single" if value else "none")


def _letter_spacing(properties: Element, value: float) -> None:
    _placed(properties, "spacing", _WORDS_ORDER).set(VALUE, str(round(value * _TWIPS_A_POINT)))


def _scale(properties: Element, value: float) -> None:
    _placed(properties, "w", _WORDS_ORDER).set(VALUE, str(round(value)))


def _highlight(properties: Element, value: str) -> None:
    _placed(properties, "highlight", _WORDS_ORDER).set(VALUE, value or "none")
    if not value:
        shade = _placed(properties, "shd", _WORDS_ORDER)
        shade.attrib.clear()
        for name, told in (("val", "clear"), ("color", "auto"), ("fill", "auto")):
            shade.set(w(name), told)


def _raised(properties: Element, value: bool) -> None:
    _placed(properties, "vertAlign", _WORDS_ORDER).set(
        VALUE, "superscript" if value else "baseline"
    )


def _align(properties: Element, value: str) -> None:
    _placed(properties, "jc", _PARAGRAPH_ORDER).set(VALUE, "both" if value == "justify" else value)


def _indent(side: str) -> Callable[[Element, float], None]:
    def write(properties: Element, value: float) -> None:
        indents = _placed(properties, "ind", _PARAGRAPH_ORDER)
        for name in (f"{side}Chars", {"left": "start", "right": "end"}[side]):
            _unset(indents, w(name))
        indents.set(w(side), _twips(value))

    return write


def _first_line(properties: Element, value: float) -> None:
    indents = _placed(properties, "ind", _PARAGRAPH_ORDER)
    for name in ("firstLineChars", "hangingChars", "hanging", "firstLine"):
        _unset(indents, w(name))
    indents.set(w("hanging" if value < 0 else "firstLine"), _twips(abs(value)))


def _room(side: str) -> Callable[[Element, float], None]:
    def write(properties: Element, value: float) -> None:
        spacing = _placed(properties, "spacing", _PARAGRAPH_ORDER)
        for name in (f"{side}Autospacing", f"{side}Lines"):
            _unset(spacing, w(name))
        spacing.set(w(f"{side}Autospacing"), "0")
        spacing.set(w(side), str(round(value * _TWIPS_A_POINT)))

    return write


def _set_line(properties: Element, rule: str, value: float) -> None:
    spacing = _placed(properties, "spacing", _PARAGRAPH_ORDER)
    names = {"multiple": "auto", "exactly": "exact", "at-least": "atLeast"}
    unit = _SINGLE if rule == "multiple" else _TWIPS_A_POINT
    spacing.set(w("line"), str(round(value * unit)))
    spacing.set(w("lineRule"), names[str(rule)])


def _unset(element: Element, name: str) -> None:
    if name in element.attrib:
        del element.attrib[name]


def _twips(millimetres: float) -> str:
    return str(round(millimetres * _TWIPS_A_MM))


_WORDS: dict[str, Callable[[Element, Any], None]] = {
    "font": _font,
    "size": _size,
    "is_bold": _toggle("b", _WORDS_ORDER, "bCs"),
    "is_italic": _toggle("i", _WORDS_ORDER, "iCs"),
    "is_upper": _toggle("caps", _WORDS_ORDER),
    "is_small_caps": _toggle("smallCaps", _WORDS_ORDER),
    "is_struck": _toggle("strike", _WORDS_ORDER),
    "is_hidden": _toggle("vanish", _WORDS_ORDER),
    "is_underlined": _underline,
    "is_raised": _raised,
    "colour": _colour,
    "spacing": _letter_spacing,
    "scale": _scale,
    "highlight": _highlight,
}
_PARAGRAPH: dict[str, Callable[[Element, Any], None]] = {
    "align": _align,
    "left": _indent("left"),
    "right": _indent("right"),
    "first_line": _first_line,
    "before": _room("before"),
    "after": _room("after"),
    "keep_with_next": _toggle("keepNext", _PARAGRAPH_ORDER),
    "keep_together": _toggle("keepLines", _PARAGRAPH_ORDER),
    "starts_page": _toggle("pageBreakBefore", _PARAGRAPH_ORDER),
    "is_snug": _toggle("contextualSpacing", _PARAGRAPH_ORDER),
}
