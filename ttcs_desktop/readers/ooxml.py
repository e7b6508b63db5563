"""Names of WordprocessingML, and how its values are read."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element  # noqa: SLF001  the only name lxml gives the type

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Return a WordprocessingML name as lxml spells it."""
    return f"{{{_WORD}}}{name}"


VALUE = w("val")
PARAGRAPH, RUN, TEXT, TABLE = w("p"), w("r"), w("t"), w("tbl")
ALTERNATIVES = f"{{{_COMPATIBILITY}}}AlternateContent"
CHOICE, FALLBACK = f"{{{_COMPATIBILITY}}}Choice", f"{{{_COMPATIBILITY}}}Fallback"
MATH_TEXT = f"{{{_MATH}}}t"
WRAPPERS = frozenset(
    {
        *map(w, ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")),
        w("sdtContent"),
    }
)
"""What only stands round other content: inserted words, links, tags, controls."""


def value(parent: Element | None, name: str, default: str = "") -> str:
    """Return the value of a property, `<w:name w:val="…"/>`; the default when it is not there."""
    found = None if parent is None else parent.find(name)
    return default if found is None else found.get(VALUE, default)


def is_on(element: Element) -> bool:
    """Tell whether a property that is on or off is on: there, and not said to be false."""
    return element.get(VALUE, "true") not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """Return a whole number as typed in an attribute; the default for anything else."""
    try:
        return int(float(text or ""))
    except (ValueError, OverflowError):
        return default


def chosen(alternatives: Element) -> Iterator[Element]:
    """Yield what one of several pictures of the same content holds: the first that has any."""
    for branch in (*alternatives.findall(CHOICE), *alternatives.findall(FALLBACK)):
        if len(branch):
            yield from branch
            return


def content(parent: Element) -> Iterator[Element]:
    """Yield what stands in an element, looked at through what only stands round it."""
    for child in parent:
        tag = child.tag
        if tag in WRAPPERS:
            yield from content(child)
        elif tag == w("sdt"):
            yield from _controlled(child)
        elif tag == ALTERNATIVES:
            yield from chosen(child)
        elif isinstance(tag, str):
            yield child


def _controlled(control: Element) -> Iterator[Element]:
    """Yield what a content control holds, unless it is only the prompt to fill it in."""
    properties = control.find(w("sdtPr"))
    is_prompt = properties is not None and properties.find(w("showingPlcHdr")) is not None
    held = control.find(w("sdtContent"))
    if held is not None and not is_prompt:
        yield from content(held)
