"""Comments of Word placed at words of a copy (nhận xét), beside those the file has already."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from ttcs_desktop.readers.mending.mend import Paragraphs
from ttcs_desktop.readers.mending.parts import refuse_unsafe, repacked, serialised
from ttcs_desktop.readers.ooxml import PARAGRAPH, RUN, Element, w, whole
from ttcs_desktop.readers.package import Package, open_package

_WORD = w("x")[1:-2]
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_USUAL = "word/comments.xml"
_ID, _SPACE = w("id"), "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Comment:
    """What to say, and at which letters; `order` -1 says it at the start of the text."""

    lines: tuple[str, ...]
    part: str = ""
    order: int = -1
    start: int = 0
    end: int = 0


def commented(
    data: bytes,
    comments: Sequence[Comment],
    *,
    author: str,
    date: datetime.datetime,
    where: str,
) -> bytes:
    """Return a copy of a .docx with comments; those outside the text itself stand at its start.

    Raises:
        SourceError: the file cannot be read, or may not be changed; says why.
    """
    package = open_package(data, where=where)
    refuse_unsafe(package, where)
    paragraphs = Paragraphs(package, where)
    part = package.related(package.main, "comments") or _USUAL
    root = package.xml(part)
    if root is None:
        root = etree.Element(w("comments"), nsmap={"w": _WORD})
    taken = [whole(one.get(_ID)) for one in root.iter(w("comment"))]
    first = max(taken, default=-1) + 1
    stamp = date.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
    for number, comment in enumerate(comments, start=first):
        if _anchored(paragraphs, package.main, comment, str(number)):
            root.append(_comment(comment, str(number), author, stamp))
    main = paragraphs.root(package.main)
    parts = {part: serialised(root)}
    if main is not None:
        parts[package.main] = serialised(main)
    parts.update(_declared(package, part))
    return repacked(package, data, parts)


def _anchored(paragraphs: Paragraphs, main: str, comment: Comment, number: str) -> bool:
    """Mark the words of a comment in the text."""
    is_placed = comment.part == main and comment.order >= 0
    place = (main, comment.order if is_placed else 0)
    paragraph = paragraphs.element(place)
    if paragraph is None:
        return False
    letters = paragraphs.letters(place)
    runs: list[Element] = []
    if is_placed and comment.end > comment.start:
        letters.split(comment.start)
        letters.split(comment.end)
        runs = letters.runs(comment.start, comment.end)
    elif is_placed and (run := letters.run_at(comment.start)) is not None:
        runs = [run]
    start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
    start.set(_ID, number)
    end.set(_ID, number)
    if runs:
        _at_paragraph(runs[0], paragraph).addprevious(start)
        _at_paragraph(runs[-1], paragraph).addnext(end)
    else:
        properties = paragraph.find(w("pPr"))
        paragraph.insert(0 if properties is None else 1, start)
        start.addnext(end)
    end.addnext(_reference(number))
    return True


def _at_paragraph(run: Element, paragraph: Element) -> Element:
    """Return what holds a run among the children of its paragraph: the run, a link, a control."""
    element = run
    while (parent := element.getparent()) is not None and parent is not paragraph:
        element = parent
    return element


def _reference(number: str) -> Element:
    run = etree.Element(RUN)
    reference = etree.SubElement(run, w("commentReference"))
    reference.set(_ID, number)
    return run


def _comment(comment: Comment, number: str, author: str, stamp: str) -> Element:
    element = etree.Element(w("comment"))
    for name, value in (
        ("id", number), ("author", author), ("date", stamp), ("initials", author[:1].upper()),
    ):  # fmt: skip
        element.set(w(name), value)
    for line in comment.lines:
        run = etree.SubElement(etree.SubElement(element, PARAGRAPH), RUN)
        text = etree.SubElement(run, w("t"))
        text.text = line
        text.set(_SPACE, "preserve")
    return element


def _declared(package: Package, part: str) -> dict[str, bytes]:
    """Return content types and relations that name the part of comments, where they do not yet."""
    parts: dict[str, bytes] = {}
    if package.related(package.main, "comments"):
        return parts
    types = package.xml("[Content_Types].xml")
    if types is not None:
        override = etree.SubElement(types, f"{{{_TYPES}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", _CONTENT_TYPE)
        parts["[Content_Types].xml"] = serialised(types)
    folder, _slash, name = package.main.rpartition("/")
    path = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    relations = package.xml(path)
    if relations is None:
        relations = etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    relation = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
    taken = {one.get("Id") for one in relations}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    relation.set("Id", f"rId{number}")
    relation.set("Type", _KIND)
    relation.set("Target", f"/{part}" if not folder else part.removeprefix(f"{folder}/"))
    parts[path] = serialised(relations)
    return parts
