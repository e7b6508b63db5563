"""The letters of a paragraph in the runs that hold them: split runs, put other letters in."""

import copy
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from ttcs_desktop.readers.inspection.words import Source
from ttcs_desktop.readers.ooxml import TEXT, Element, w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PROPERTIES = w("rPr")


class Letters:
    """The letters of one paragraph while they are being changed."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = list(sources)

    def split(self, position: int) -> None:
        """Let a run end at a position, so that what follows can look otherwise."""
        for index, source in enumerate(self._sources):
            if source.start < position < source.end:
                if source.element.tag != TEXT:
                    return
                self._split_text(index, position - source.start)
            elif source.start == position and index and self._sources[index - 1].run is source.run:
                self._split_run(index)

    def runs(self, start: int, end: int) -> list[Element]:
        """Return the runs whose letters stand between two positions where runs were split."""
        found = (
            one.run for one in self._sources if start <= one.start and one.end <= end and one.text
        )
        return list(dict.fromkeys(found))

    def run_at(self, position: int) -> Element | None:
        """Return the run that holds the letter at a position, or the last before it."""
        before = [one for one in self._sources if one.start <= position]
        return (before or self._sources[:1])[-1].run if self._sources else None

    def put(self, start: int, end: int, words: str) -> bool:
        """Put words in the place of letters; False where they stand in no text of this paragraph.

        Letters at both ends that stay are not touched, so that each keeps its look.
        """
        old = self._text(start, end)
        if old is None:
            return False
        while old and words and old[0].casefold() == words[0].casefold() and old[0] == words[0]:
            old, words, start = old[1:], words[1:], start + 1
        while old and words and old[-1] == words[-1]:
            old, words, end = old[:-1], words[:-1], end - 1
        if len(old) == len(words):
            return self._swap(start, words)
        return self._replace(start, end, words)

    def _text(self, start: int, end: int) -> str | None:
        """Return letters as the file holds them; None when some stand elsewhere."""
        if start == end:
            return "" if any(one.start <= start <= one.end for one in self._sources) else None
        parts = [
            one.text[max(0, start - one.start) : max(0, end - one.start)] for one in self._sources
        ]
        text = "".join(parts)
        return text if len(text) == end - start else None

    def _swap(self, start: int, words: str) -> bool:
        """Put letters one by one in the place of others, each in the look of the one before it."""
        for offset, letter in enumerate(words):
            index = next(
                i for i, one in enumerate(self._sources) if one.start <= start + offset < one.end
            )
            source = self._sources[index]
            at = start + offset - source.start
            if source.text[at] == letter:
                continue
            if source.element.tag != TEXT:
                return False
            self._write(index, source.text[:at] + letter + source.text[at + 1 :])
        return True

    def _replace(self, start: int, end: int, words: str) -> bool:
        """Put words where the first of the old letters stood; cut the others out."""
        touched = [
            index
            for index, one in enumerate(self._sources)
            if one.element.tag == TEXT and one.start <= start <= one.end
        ]
        inside = [i for i in touched if self._sources[i].start <= start < self._sources[i].end]
        if start < end and not inside:
            touched = [
                i
                for i, one in enumerate(self._sources)
                if one.element.tag == TEXT and start <= one.start < end
            ] or touched
        chosen = (inside or touched or [-1])[0]
        if chosen < 0 and words:
            return False
        for index in reversed(range(len(self._sources))):
            self._cut(index, start, end, words if index == chosen else "")
        return True

    def _cut(self, index: int, start: int, end: int, words: str) -> None:
        source = self._sources[index]
        first = min(max(start - source.start, 0), len(source.text))
        last = min(max(end - source.start, 0), len(source.text))
        if first == last and not words:
            return
        text = source.text[:first] + words + source.text[last:]
        if source.element.tag == TEXT:
            self._write(index, text)
        elif not text and (parent := source.element.getparent()) is not None:
            parent.remove(source.element)
            self._sources[index] = replace(source, text="")

    def _write(self, index: int, text: str) -> None:
        source = self._sources[index]
        source.element.text = text
        source.element.set(_SPACE, "preserve")
        self._sources[index] = replace(source, text=text)

    def _split_text(self, index: int, at: int) -> None:
        source = self._sources[index]
        rest = etree.Element(TEXT)
        source.element.addnext(rest)
        tail = replace(source, element=rest, start=source.start + at, text=source.text[at:])
        self._sources.insert(index + 1, tail)
        self._write(index, source.text[:at])
        self._write(index + 1, tail.text)
        self._split_run(index + 1)

    def _split_run(self, index: int) -> None:
        """Start a new run, of the same look, with the element of a source."""
        source = self._sources[index]
        run = source.run
        new = etree.Element(run.tag)
        for name, value in run.attrib.items():
            new.set(name, value)
        properties = run.find(_PROPERTIES)
        if properties is not None:
            new.append(copy.deepcopy(properties))
        moved = [source.element, *source.element.itersiblings()]
        for element in moved:
            new.append(element)
        run.addnext(new)
        for place, one in enumerate(self._sources):
            if one.run is run and one.element.getparent() is new:
                self._sources[place] = replace(one, run=new)
