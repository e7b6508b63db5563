"""The words of one paragraph with their looks (chữ và định dạng), and what is drawn among them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ttcs_desktop.language.case import upper
from ttcs_desktop.model.appearance import PrintedWords, WordsLook
from ttcs_desktop.readers.inspection.cascade import Cascade, Layers
from ttcs_desktop.readers.ooxml import (
    ALTERNATIVES,
    MATH_TEXT,
    RUN,
    WRAPPERS,
    Element,
    chosen,
    content,
    w,
)
from ttcs_desktop.readers.words import letters_of

PAGE_TURN = "\v"
"""Stands in the words where the program that wrote the file noted a page's end."""
_PICTURES = frozenset({w("drawing"), w("pict"), w("object")})
_SIMPLE_FIELD, _FIELD, _CODE = w("fldSimple"), w("fldChar"), w("instrText")
_TURN = w("lastRenderedPageBreak")
_PROPERTIES = w("rPr")
_SKIPPED = frozenset(map(w, ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr", "del", "moveFrom")))


@dataclass(slots=True)
class _Field:
    """A field being read (trường): its instruction, and whether its result has begun."""

    code: str = ""
    is_code: bool = True
    has_result: bool = False

    @property
    def name(self) -> str:
        """The instruction without its switches: PAGE, NUMPAGES, DATE."""
        return (self.code.split() or [""])[0].upper()


@dataclass(slots=True)
class Drawing:
    """A drawing anchored in a paragraph, with where in the words it stands."""

    element: Element
    offset: int


@dataclass(frozen=True, slots=True)
class Source:
    """The element that letters of a paragraph come from; `start` counts in the paragraph's text."""

    run: Element
    element: Element
    start: int
    text: str

    @property
    def end(self) -> int:
        """Where its letters end."""
        return self.start + len(self.text)


@dataclass(slots=True)
class ReadWords:
    """What stands in a paragraph."""

    words: list[PrintedWords] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    turns: list[int] = field(default_factory=list)
    """Where in the words pages end, as noted by the program that wrote the file."""
    length: int = 0
    sources: list[Source] = field(default_factory=list)

    def add(self, text: str, look: WordsLook, run: int, name: str) -> None:
        """Add words to those read so far."""
        shown = upper(text) if look.is_upper and len(upper(text)) == len(text) else text
        self.words.append(PrintedWords(shown, look, run, name))
        self.length += len(shown)


@dataclass(slots=True)
class WordsWalk:
    """Reads paragraphs one after the other; fields may reach over several."""

    cascade: Cascade
    _fields: list[_Field] = field(default_factory=list)
    _looks: dict[tuple[int, bytes], WordsLook] = field(default_factory=dict)
    _plain: dict[int, WordsLook] = field(default_factory=dict)

    def read(self, paragraph: Element, layers: Layers) -> ReadWords:
        """Return the words of a paragraph, what is drawn in it, and where pages end."""
        read = ReadWords()
        places = {run: index for index, run in enumerate(paragraph.iter(RUN))}
        self._children(paragraph, layers, read, places)
        for open_field in self._fields:
            open_field.is_code = False
        return read

    def _children(
        self, parent: Element, layers: Layers, read: ReadWords, places: dict[Element, int]
    ) -> None:
        for element in parent:
            tag = element.tag
            if tag == RUN:
                self._run(element, layers, read, places.get(element, -1))
            elif tag == _SIMPLE_FIELD:
                self._fields.append(_Field(element.get(w("instr"), ""), is_code=False))
                before = len(read.words)
                self._children(element, layers, read, places)
                self._close(read, layers.look({}, {}), -1, is_empty=len(read.words) == before)
            elif tag in WRAPPERS:
                self._children(element, layers, read, places)
            elif tag == w("sdt") or tag == ALTERNATIVES:
                for held in _held(element):
                    self._children_of(held, layers, read, places)
            elif tag not in _SKIPPED and isinstance(tag, str):
                formula = "".join(part.text or "" for part in element.iter(MATH_TEXT))
                if formula:
                    read.add(formula, layers.look({}, {}), -1, "")

    def _children_of(
        self, element: Element, layers: Layers, read: ReadWords, places: dict[Element, int]
    ) -> None:
        if element.tag == RUN:
            self._run(element, layers, read, places.get(element, -1))

    def _run(self, run: Element, layers: Layers, read: ReadWords, place: int) -> None:
        look = self.cascade.words(layers, run.find(_PROPERTIES))
        text = ""
        for element in content(run):
            tag = element.tag
            if tag == _TURN:
                read.turns.append(read.length + len(text))
            elif tag == _FIELD:
                text = self._said(text, look, read, place)
                self._turn(element.get(w("fldCharType"), ""), read, look, place)
            elif tag == _CODE:
                if self._fields:
                    self._fields[-1].code += element.text or ""
            elif look.is_hidden or any(one.is_code for one in self._fields):
                continue
            elif tag in _PICTURES:
                read.drawings.append(Drawing(element, read.length + len(text)))
            elif letters := letters_of(element):
                read.sources.append(Source(run, element, read.length + len(text), letters))
                text += letters
        self._said(text, look, read, place)

    def _said(self, text: str, look: WordsLook, read: ReadWords, place: int) -> str:
        if text:
            inner = self._fields[-1] if self._fields else None
            if inner:
                inner.has_result = True
            read.add(text, look, place, inner.name if inner else "")
        return ""

    def _turn(self, kind: str, read: ReadWords, look: WordsLook, place: int) -> None:
        """Follow a field: its instruction is not printed, its result is."""
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_code = False
        elif kind == "end" and self._fields:
            self._close(read, look, place, is_empty=not self._fields[-1].has_result)

    def _close(self, read: ReadWords, look: WordsLook, place: int, *, is_empty: bool) -> None:
        """End a field; one whose result is not in the file leaves a place without words."""
        name = self._fields.pop().name
        if is_empty and name:
            read.words.append(PrintedWords("", look, place, name))


def _held(element: Element) -> Iterator[Element]:
    """Yield what a control or a choice of pictures holds, looked at through what stands round."""
    if element.tag == ALTERNATIVES:
        yield from chosen(element)
        return
    properties = element.find(w("sdtPr"))
    is_prompt = properties is not None and properties.find(w("showingPlcHdr")) is not None
    held = element.find(w("sdtContent"))
    if held is not None and not is_prompt:
        yield from content(held)
