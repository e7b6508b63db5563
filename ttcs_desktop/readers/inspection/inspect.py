"""Read how a .docx looks (đọc thể thức thực tế của một tệp)."""

import contextlib
import datetime
from collections.abc import Iterator

from ttcs_desktop.errors import SourceError
from ttcs_desktop.model.appearance import (
    Appearance,
    Pages,
    PrintedPageNumber,
    PrintedSection,
    Story,
)
from ttcs_desktop.model.draft import FORMAT_PROPERTY
from ttcs_desktop.readers import file_kinds
from ttcs_desktop.readers.inspection.cascade import Cascade, theme_fonts
from ttcs_desktop.readers.inspection.sections import Edge, Sections
from ttcs_desktop.readers.inspection.walk import Found, PartWalk
from ttcs_desktop.readers.inspection.words import WordsWalk
from ttcs_desktop.readers.numbering import Numbering
from ttcs_desktop.readers.ooxml import PARAGRAPH, Element, is_on, w
from ttcs_desktop.readers.own_draft import find_draft, words_of
from ttcs_desktop.readers.package import Package, open_package
from ttcs_desktop.readers.styles import Styles

_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_TURN = w("lastRenderedPageBreak")
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_PAGE = "PAGE"


def inspect(data: bytes, *, where: str) -> Appearance:
    """Read how a .docx looks; broken parts beside the text itself are passed over.

    Raises:
        SourceError: it is no .docx, has a password, is broken, or is made to harm; says which.
    """
    return inspect_package(open_package(data, where=where), where)[0]


def inspect_package(package: Package, where: str) -> tuple[Appearance, Found]:
    """Read how an open package looks; what was found holds the elements that letters come from.

    Raises:
        SourceError: the text itself is broken, or is made to harm; says which.
    """
    root = package.xml(package.main)
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        raise file_kinds.broken(where)
    inspector = _Inspector(package, where)
    return inspector.inspect(root, body), inspector.found


class _Inspector:
    def __init__(self, package: Package, where: str) -> None:
        self._package = package
        self._where = where
        styles_root = self._related("styles")
        styles = Styles(styles_root)
        numbering = Numbering(self._related("numbering"), styles.list_levels())
        theme = theme_fonts(self._related("theme"))
        self._cascade = Cascade(styles_root, styles, numbering, theme)
        self._words = WordsWalk(self._cascade)
        self.found = Found()
        self._sections = Sections()

    def inspect(self, root: Element, body: Element) -> Appearance:
        package, found = self._package, self.found
        found.knows_pages = next(body.iter(_TURN), None) is not None
        self._walk_body(root, body)
        numbers = tuple(self._edges())
        self._walk_notes()
        own = find_draft(package, where=self._where)
        is_whole = own.draft is not None and own.fingerprint == words_of(body)
        settings = self._related("settings")
        return Appearance(
            sections=tuple(self._sections.found),
            paragraphs=tuple(found.paragraphs),
            lines=tuple(found.lines),
            page_numbers=numbers,
            is_mirrored=_is_set(settings, "mirrorMargins"),
            has_even_pages=_is_set(settings, "evenAndOddHeaders"),
            knows_pages=found.knows_pages,
            is_revised=next(body.iter(*_REVISIONS), None) is not None,
            is_commented=bool(package.related(package.main, "comments")),
            format_id=self._property(FORMAT_PROPERTY),
            draft=own.draft if is_whole else None,
            created=self._created(),
            pictures=found.pictures,
        )

    def _walk_body(self, root: Element, body: Element) -> None:
        ahead = Sections()
        for properties in body.iter(w("sectPr")):
            ahead.add(properties)
        if not ahead.found:
            ahead.add(None)
        rooms = [section.text_width for section in ahead.found]
        walk = self._part(self._package.main, Story.BODY, root)
        walk.rooms = rooms
        walk.walk(body)
        if not self._sections.found:
            self._sections.add(None)

    def _edges(self) -> Iterator[PrintedPageNumber]:
        """Walk every header and footer once; yield the page numbers that each section shows."""
        targets = {one.id: one.target for one in self._package.relations(self._package.main)}
        walked: dict[tuple[str, Pages], list[int]] = {}
        pairs = zip(self._sections.found, self._sections.edges, strict=True)
        for number, (section, edges) in enumerate(pairs):
            for edge, relation in edges.items():
                target = targets.get(relation, "")
                if not target or not self._is_shown(section, edge):
                    continue
                key = (target, edge[1])
                if key not in walked:
                    walked[key] = self._walk_edge(target, edge, number)
                for paragraph in walked[key]:
                    yield PrintedPageNumber(number, edge[0], edge[1], paragraph)

    def _is_shown(self, section: PrintedSection, edge: Edge) -> bool:
        if edge[1] is Pages.FIRST:
            return section.has_first_page
        return edge[1] is Pages.DEFAULT or _is_set(self._related("settings"), "evenAndOddHeaders")

    def _walk_edge(self, target: str, edge: Edge, section: int) -> list[int]:
        """Walk a header or footer; return the paragraphs that hold a page number."""
        root = self._part_xml(target)
        if root is None:
            return []
        start = len(self.found.paragraphs)
        walk = self._part(target, edge[0], root)
        walk.pages, walk.section = edge[1], section
        walk.rooms = [own.text_width for own in self._sections.found]
        walk.walk(root)
        return [
            start + index
            for index, paragraph in enumerate(self.found.paragraphs[start:])
            if any(words.field == _PAGE for words in paragraph.words)
        ]

    def _walk_notes(self) -> None:
        for part, kind in _NOTES.items():
            target = self._package.related(self._package.main, part)
            root = self._part_xml(target) if target else None
            for note in () if root is None else root.iter(w(kind)):
                if note.get(w("type")) not in _SEPARATORS and root is not None:
                    self._part(target, Story.FOOTNOTE, root).walk(note)

    def _part(self, name: str, story: Story, root: Element) -> PartWalk:
        orders = {element: index for index, element in enumerate(root.iter(PARAGRAPH))}
        return PartWalk(name, story, self._cascade, self._words, self.found, self._sections, orders)

    def _related(self, kind: str) -> Element | None:
        return self._part_xml(self._package.related(self._package.main, kind))

    def _part_xml(self, name: str) -> Element | None:
        with contextlib.suppress(SourceError):
            return self._package.xml(name) if name else None
        return None

    def _property(self, name: str) -> str:
        root = self._part_xml(self._package.related("", "custom-properties"))
        for element in () if root is None else root:
            if element.get("name") == name:
                return "".join(map(str, element.itertext())).strip()
        return ""

    def _created(self) -> datetime.date | None:
        root = self._part_xml(self._package.related("", "core-properties"))
        for element in () if root is None else root:
            if isinstance(element.tag, str) and element.tag.endswith("}created"):
                with contextlib.suppress(ValueError):
                    return datetime.date.fromisoformat((element.text or "")[:10])
        return None


def _is_set(settings: Element | None, name: str) -> bool:
    element = None if settings is None else settings.find(w(name))
    return element is not None and is_on(element)
