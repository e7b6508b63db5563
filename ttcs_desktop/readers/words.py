"""The words of one paragraph (chữ trong đoạn): runs with their dress, fields, marks, text boxes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from ttcs_desktop.language.case import upper
from ttcs_desktop.readers.old_fonts import converted, encoding_of, is_typed_in
from ttcs_desktop.readers.ooxml import (
    ALTERNATIVES,
    MATH_TEXT,
    RUN,
    TEXT,
    VALUE,
    Element,
    chosen,
    content,
    w,
)
from ttcs_desktop.readers.passages import BREAK, PAGE_BREAK, TAB, Inline, NoteMark, Words
from ttcs_desktop.readers.styles import RunLook, Styles, with_run_properties
from ttcs_desktop.readers.symbols import UNKNOWN, symbol, without_private_letters

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOX = w("txbxContent")
_POWERS = {"2": "²", "3": "³"}
_UNIT = re.compile(r"(?<!\w)[kdcm]?m$")
"""A unit of length, whose raised figure makes it one of area or space."""
_PICTURES = frozenset({w("drawing"), w("pict"), w("object")})
_MARKS = {
    w("tab"): TAB,
    w("ptab"): TAB,
    w("cr"): BREAK,
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}
_FIELD, _LINE_BREAK, _SYMBOL = w("fldChar"), w("br"), w("sym")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


@dataclass(slots=True)
class Seen:
    """What was met on the way and is worth a note to the clerk."""

    old_fonts: set[str] = field(default_factory=set)
    pictures: int = 0
    unknown_symbols: int = 0
    outside_parts: int = 0


@dataclass(slots=True)
class _Piece:
    text: str
    look: RunLook


@dataclass(slots=True)
class WordsReader:
    """Reads paragraphs one after the other; fields may reach over several."""

    styles: Styles
    seen: Seen = field(default_factory=Seen)
    _fields: list[bool] = field(default_factory=list)
    """Open fields, outermost first: whether each is still at its instruction."""

    def read(self, paragraph: Element, base: RunLook) -> tuple[tuple[Inline, ...], list[Element]]:
        """Return the words of a paragraph, and the contents of the text boxes anchored in it."""
        boxes: list[Element] = []
        parts: list[_Piece | NoteMark] = []
        for element in content(paragraph):
            if element.tag == RUN:
                parts.extend(self._run(element, base, boxes))
            elif element.tag not in _SKIPPED and (text := _formula(element)):
                parts.append(_Piece(text, base))
        self._fields = [False for _is_code in self._fields]
        return self._dressed(parts), boxes

    def _run(
        self, run: Element, base: RunLook, boxes: list[Element]
    ) -> Iterator[_Piece | NoteMark]:
        look = self._look(run, base)
        text = ""
        for element in content(run):
            tag = element.tag
            if tag == _FIELD:
                self._turn(element.get(w("fldCharType"), ""))
            elif look.hidden or any(self._fields):
                continue
            elif tag in _NOTES:
                if text:
                    yield _Piece(text, look)
                    text = ""
                yield NoteMark(f"{_NOTES[tag]} {element.get(w('id'), '')}")
            elif tag in _PICTURES:
                self._picture(element, boxes)
            else:
                text += self._letters(element)
        if text:
            yield _Piece(text, look)

    def _look(self, run: Element, base: RunLook) -> RunLook:
        properties = run.find(_RUN_PROPERTIES)
        if properties is None:
            return base
        style = properties.find(_RUN_STYLE)
        if style is not None:
            base = self.styles.run(base, style.get(VALUE, ""))
        return with_run_properties(base, properties)

    def _turn(self, kind: str) -> None:
        """Follow a field: its instruction is not printed, its result is."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _letters(self, element: Element) -> str:
        letters = letters_of(element)
        return self._counted(letters) if element.tag == _SYMBOL else letters

    def _counted(self, text: str) -> str:
        self.seen.unknown_symbols += text.count(UNKNOWN)
        return text

    def _picture(self, element: Element, boxes: list[Element]) -> None:
        """Gather the text boxes of a drawing; a drawing without any is a picture or a line."""
        found = list(boxes_in(element))
        boxes.extend(found)
        has_image = any(is_image(inner) for inner in element.iter())
        self.seen.pictures += bool(has_image and not found)

    def _dressed(self, parts: list[_Piece | NoteMark]) -> tuple[Inline, ...]:
        """Return neighbours of one look as one, old encodings read by their fonts."""
        joined = list(_with_neighbours(parts))
        old = "".join(p.text for p in joined if isinstance(p, _Piece) and encoding_of(p.look.font))
        read = self._in_unicode if old and is_typed_in(old) else self._as_typed
        return tuple(_shown(joined, read))

    def _in_unicode(self, piece: _Piece) -> str:
        words = converted(piece.text, piece.look.font)
        if words != piece.text:
            self.seen.old_fonts.add(piece.look.font)
        return self._as_typed(_Piece(words, piece.look))

    def _as_typed(self, piece: _Piece) -> str:
        words = without_private_letters(piece.text, piece.look.font)
        return words if words == piece.text else self._counted(words)


def letters_of(element: Element) -> str:
    """Return the letters that an element of a run prints: text, breaks, tabs, symbols."""
    tag = element.tag
    if tag == TEXT:
        return _typed(element)
    if tag == _LINE_BREAK:
        return PAGE_BREAK if element.get(w("type")) == "page" else BREAK
    return _symbol(element) if tag == _SYMBOL else _MARKS.get(tag, "")


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    return symbol(code, element.get(w("font"), ""))


def _with_neighbours(parts: list[_Piece | NoteMark]) -> Iterator[_Piece | NoteMark]:
    """Yield pieces, neighbours of one look as one."""
    for look, group in groupby(parts, lambda part: getattr(part, "look", part)):
        if isinstance(look, RunLook):
            yield _Piece("".join(part.text for part in group if isinstance(part, _Piece)), look)
        else:
            yield from group


def _shown(
    parts: list[_Piece | NoteMark], read: Callable[[_Piece], str]
) -> Iterator[Words | NoteMark]:
    """Yield words as the page shows them: in capitals, raised figures after a unit of length."""
    before = ""
    for part in parts:
        if isinstance(part, NoteMark):
            yield part
            continue
        text = read(part)
        if part.look.raised and _UNIT.search(before):
            text = _POWERS.get(text, text)
        before = text
        yield Words(upper(text) if part.look.upper else text, part.look.bold, part.look.italic)


def _typed(element: Element) -> str:
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip()
    return text.replace("\n", " ").replace("\f", " ")


def _formula(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(MATH_TEXT))


def boxes_in(element: Element) -> Iterator[Element]:
    """Yield the contents of text boxes, each once, however many pictures of it there are."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag == ALTERNATIVES:
            for branch in chosen(child):
                yield from (branch,) if branch.tag == _BOX else boxes_in(branch)
        else:
            yield from boxes_in(child)


def is_image(element: Element) -> bool:
    """Tell whether an element names a picture."""
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] in {"blip", "imagedata"}


_RUN_PROPERTIES, _RUN_STYLE = w("rPr"), w("rStyle")
_SKIPPED = frozenset(map(w, ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "del", "moveFrom")))
