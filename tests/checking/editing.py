"""Change a .docx as a clerk would in Word: one thing at a time, through its XML."""

import copy
import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Edited:
    """A .docx being changed; paragraphs are found by how their text starts."""

    def __init__(self, data: bytes) -> None:
        self.document = docx.Document(io.BytesIO(data))
        self.body = self.document.element.body

    def data(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def all(self) -> Iterator[Any]:
        yield from self.body.iter(qn("w:p"))

    def p(self, start: str, nth: int = 0) -> Any:
        """Return the nth paragraph whose text starts so."""
        found = [one for one in self.all() if text_of(one).startswith(start)]
        assert len(found) > nth, f"no paragraph starts with “{start}”"
        return found[nth]

    # --- words

    def say(self, start: str, text: str) -> None:
        """Put other words into a paragraph; they keep the look of its first ones."""
        runs = self.p(start).findall(qn("w:r"))
        for run in runs[1:]:
            run.getparent().remove(run)
        for child in list(runs[0]):
            if child.tag != qn("w:rPr"):
                runs[0].remove(child)
        for index, part in enumerate(text.split("\t")):
            if index:
                etree.SubElement(runs[0], qn("w:tab"))
            words = etree.SubElement(runs[0], qn("w:t"))
            words.text = part
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def swap(self, start: str, old: str, new: str) -> None:
        """Put some words in the place of others, in whatever run they stand."""
        for words in self.p(start).iter(qn("w:t")):
            if old in (words.text or ""):
                words.text = words.text.replace(old, new, 1)
                words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                return
        raise AssertionError(old)

    def drop(self, start: str, nth: int = 0) -> None:
        """Take a paragraph out; the last one of a cell is only emptied."""
        paragraph = self.p(start, nth)
        parent = paragraph.getparent()
        if parent.tag == qn("w:tc") and len(parent.findall(qn("w:p"))) == 1:
            for run in paragraph.findall(qn("w:r")):
                paragraph.remove(run)
            return
        parent.remove(paragraph)

    def add(self, after: str, text: str, nth: int = 0) -> Any:
        """Write one more paragraph like another one, under it."""
        above = self.p(after, nth)
        new = copy.deepcopy(above)
        above.addnext(new)
        runs = new.findall(qn("w:r"))
        for run in runs[1:]:
            new.remove(run)
        for words in list(runs[0].iter(qn("w:t"))):
            words.text = text
        return new

    def blank(self, after: str, count: int = 1) -> None:
        """Leave empty paragraphs under one."""
        above = self.p(after)
        for _number in range(count):
            above.addnext(OxmlElement("w:p"))

    # --- looks

    def look(self, start: str, *, nth: int = 0, part: str = "", **look: Any) -> None:
        """Give the words of a paragraph another look, or only the run that holds `part`."""
        for run in self.p(start, nth).findall(qn("w:r")):
            if part and part not in text_of(run):
                continue
            properties = run.find(qn("w:rPr"))
            if properties is None:
                properties = OxmlElement("w:rPr")
                run.insert(0, properties)
            for name, value in look.items():
                _set_words(properties, name, value)

    def stand(self, start: str, *, nth: int = 0, **look: Any) -> None:
        """Make a paragraph stand otherwise."""
        properties = self.p(start, nth).get_or_add_pPr()
        for name, value in look.items():
            _set_paragraph(properties, name, value)

    def section(self, index: int = 0, **values: Any) -> None:
        """Change the paper of a section: attributes of pgSz and pgMar, in twips."""
        properties = list(self.body.iter(qn("w:sectPr")))[index]
        for name, value in values.items():
            element = properties.find(qn("w:pgSz" if name in {"w", "h", "orient"} else "w:pgMar"))
            element.set(qn(f"w:{name}"), str(value))

    def sections(self) -> list[Any]:
        return list(self.body.iter(qn("w:sectPr")))

    def headers(self) -> list[Any]:
        """Return the roots of all headers and footers of the file."""
        return [
            part.element
            for part in self.document.part.package.iter_parts()
            if "header" in str(part.partname) or "footer" in str(part.partname)
        ]

    def border(self, start: str, length: float, **values: str) -> None:
        """Draw a line of some length (mm) under a paragraph, as an empty one with a border."""
        paragraph = OxmlElement("w:p")
        properties = paragraph.get_or_add_pPr()
        borders = etree.SubElement(properties, qn("w:pBdr"))
        told = {"val": "single", "sz": "6", "space": "0", "color": "000000"} | values
        bottom = etree.SubElement(borders, qn("w:bottom"))
        for name, value in told.items():
            bottom.set(qn(f"w:{name}"), value)
        etree.SubElement(properties, qn("w:ind")).set(qn("w:right"), str(round(length)))
        self.p(start).addnext(paragraph)


def text_of(element: Any) -> str:
    """Return the words of an element, a space for the end of a line."""
    parts = element.iter(qn("w:t"), qn("w:br"))
    return "".join(" " if part.tag == qn("w:br") else part.text or "" for part in parts)


def _set_words(properties: Any, name: str, value: Any) -> None:
    tag = {
        "font": "rFonts", "size": "sz", "bold": "b", "italic": "i", "underline": "u",
        "colour": "color", "spacing": "spacing", "scale": "w", "caps": "caps", "style": "rStyle",
    }[name]  # fmt: skip
    old = properties.find(qn(f"w:{tag}"))
    if old is not None:
        properties.remove(old)
    element = etree.SubElement(properties, qn(f"w:{tag}"))
    if name == "font":
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            element.set(qn(f"w:{script}"), value)
    elif name == "size":
        element.set(qn("w:val"), str(round(value * 2)))
    elif name in {"bold", "italic", "caps"}:
        element.set(qn("w:val"), "1" if value else "0")
    else:
        element.set(qn("w:val"), str(value))


def _set_paragraph(properties: Any, name: str, value: Any) -> None:
    tag, attribute = {
        "align": ("jc", "val"),
        "before": ("spacing", "before"),
        "after": ("spacing", "after"),
        "line": ("spacing", "line"),
        "rule": ("spacing", "lineRule"),
        "left": ("ind", "left"),
        "right": ("ind", "right"),
        "first": ("ind", "firstLine"),
        "hanging": ("ind", "hanging"),
        "style": ("pStyle", "val"),
        "breaks": ("pageBreakBefore", "val"),
    }[name]
    element = properties.find(qn(f"w:{tag}"))
    if element is None:
        element = etree.SubElement(properties, qn(f"w:{tag}"))
    element.set(qn(f"w:{attribute}"), str(value))
