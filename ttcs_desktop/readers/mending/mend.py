"""Apply fixes in the XML itself (sửa trên tệp): looks first, then words from last to first."""

from collections import defaultdict
from collections.abc import Sequence

from ttcs_desktop.model.finding import (
    Change,
    ChangeLook,
    ChangeParagraph,
    ChangeSection,
    ChangeWords,
)
from ttcs_desktop.readers.inspection.inspect import inspect_package
from ttcs_desktop.readers.inspection.words import Source
from ttcs_desktop.readers.mending.letters import Letters
from ttcs_desktop.readers.mending.looks import set_paragraph, set_section, set_words
from ttcs_desktop.readers.mending.parts import refuse_unsafe, repacked, serialised
from ttcs_desktop.readers.ooxml import PARAGRAPH, Element, w
from ttcs_desktop.readers.package import Package, open_package

_Place = tuple[str, int]


def mended(data: bytes, changes: Sequence[Change], *, where: str) -> bytes:
    """Return a .docx with changes made; what is not found, or overlaps, is left out.

    Raises:
        SourceError: the file cannot be read, or may not be changed; says why.
    """
    package = open_package(data, where=where)
    refuse_unsafe(package, where)
    mending = _Mending(package, where)
    mending.apply(changes)
    return repacked(package, data, mending.parts())


class Paragraphs:
    """The paragraphs of an open package with the elements that their letters come from."""

    def __init__(self, package: Package, where: str) -> None:
        appearance, found = inspect_package(package, where)
        self.roots: dict[str, Element] = {}
        self._sources: dict[_Place, list[Source]] = {}
        self._letters: dict[_Place, Letters] = {}
        self._package = package
        for paragraph, sources in zip(appearance.paragraphs, found.sources, strict=True):
            spot = paragraph.spot
            self._sources[spot.part, spot.order] = sources
            if sources:
                self.roots.setdefault(spot.part, sources[0].run.getroottree().getroot())

    def root(self, part: str) -> Element | None:
        """Return the root of a part, the same each time."""
        if part not in self.roots:
            found = self._package.xml(part)
            if found is None:
                return None
            self.roots[part] = found
        return self.roots[part]

    def letters(self, place: _Place) -> Letters:
        """Return the letters of a paragraph, the same each time."""
        if place not in self._letters:
            self._letters[place] = Letters(self._sources.get(place, ()))
        return self._letters[place]

    def element(self, place: _Place) -> Element | None:
        """Return the element of a paragraph."""
        root = self.root(place[0])
        if root is None:
            return None
        paragraphs = list(root.iter(PARAGRAPH))
        return paragraphs[place[1]] if 0 <= place[1] < len(paragraphs) else None


class _Mending:
    def __init__(self, package: Package, where: str) -> None:
        self._package = package
        self._paragraphs = Paragraphs(package, where)
        self._touched: set[str] = set()

    def parts(self) -> dict[str, bytes]:
        """Return the bytes of every part that was changed."""
        return {part: serialised(self._paragraphs.roots[part]) for part in self._touched}

    def apply(self, changes: Sequence[Change]) -> None:
        """Make all changes."""
        places: dict[_Place, list[ChangeLook | ChangeWords]] = defaultdict(list)
        for change in changes:
            if isinstance(change, ChangeSection):
                self._section(change)
            elif isinstance(change, ChangeParagraph):
                self._paragraph(change)
            else:
                places[change.part, change.order].append(change)
        for place, own in places.items():
            self._letters(place, own)

    def _letters(self, place: _Place, changes: Sequence[ChangeLook | ChangeWords]) -> None:
        letters = self._paragraphs.letters(place)
        self._touched.add(place[0])
        for look in (one for one in changes if isinstance(one, ChangeLook)):
            letters.split(look.start)
            letters.split(look.end)
            for run in letters.runs(look.start, look.end):
                set_words(run, look.look)
        words = [one for one in changes if isinstance(one, ChangeWords)]
        reached: int | None = None
        for one in sorted(words, key=lambda one: (one.start, one.end), reverse=True):
            if reached is not None and one.end > reached:
                continue
            letters.put(one.start, one.end, one.words)
            reached = one.start

    def _paragraph(self, change: ChangeParagraph) -> None:
        element = self._paragraphs.element((change.part, change.order))
        if element is not None:
            set_paragraph(element, change.look)
            self._touched.add(change.part)

    def _section(self, change: ChangeSection) -> None:
        main = self._package.main
        root = self._paragraphs.root(main)
        sections = [] if root is None else list(root.iter(w("sectPr")))
        if change.section < len(sections):
            set_section(sections[change.section], change.look)
            self._touched.add(main)
