"""Footnotes and endnotes of a .docx (chú thích): their words by the key of their mark."""

from collections.abc import Iterator

from ttcs_desktop.readers.flow import FlowReader
from ttcs_desktop.readers.ooxml import w
from ttcs_desktop.readers.package import Package
from ttcs_desktop.readers.passages import Block, Inline, Passage, Words

_KINDS = {"footnotes": "footnote", "endnotes": "endnote"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_notes(package: Package, reader: FlowReader) -> dict[str, tuple[Inline, ...]]:
    """Return the words of every note of a document; separators are none.

    Raises:
        SourceError: the part that holds them is broken.
    """
    notes: dict[str, tuple[Inline, ...]] = {}
    for part, kind in _KINDS.items():
        root = package.xml(package.related(package.main, part))
        for element in () if root is None else root.iter(w(kind)):
            if element.get(w("type")) not in _SEPARATORS:
                words = tuple(_words(reader.read(element)))
                notes[f"{kind} {element.get(w('id'), '')}"] = words
    return notes


def _words(blocks: Iterator[Block]) -> Iterator[Inline]:
    """Yield the words of all paragraphs of a note, one after the other; notes have no notes."""
    for block in blocks:
        if isinstance(block, Passage):
            yield from (part for part in block.words if isinstance(part, Words))
            yield Words(" ")
