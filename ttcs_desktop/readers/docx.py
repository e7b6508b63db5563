"""Read a .docx: ours with its draft inside, or anyone's as official text."""

import dataclasses

from ttcs_desktop.language.encodings import detect
from ttcs_desktop.readers import file_kinds
from ttcs_desktop.readers.dress import Notes
from ttcs_desktop.readers.findings import broken_draft, findings
from ttcs_desktop.readers.flow import FlowReader
from ttcs_desktop.readers.notes import read_notes
from ttcs_desktop.readers.numbering import Numbering
from ttcs_desktop.readers.official import official_text
from ttcs_desktop.readers.ooxml import Element, w
from ttcs_desktop.readers.own_draft import find_draft, words_of
from ttcs_desktop.readers.package import Package, open_package
from ttcs_desktop.readers.reading import Reading
from ttcs_desktop.readers.reading_order import entries
from ttcs_desktop.readers.styles import Styles
from ttcs_desktop.readers.words import WordsReader

_REVISIONS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))


def read(data: bytes, *, where: str) -> Reading:
    """Read a .docx.

    One of ours gives back its draft; when its words were changed in another program, the draft with
    the changed text. Any other gives its official text.

    Raises:
        SourceError: it is no .docx, has a password, is broken, or is made to harm; says which.
    """
    package = open_package(data, where=where)
    body = _body(package, where)
    own = find_draft(package, where=where)
    if own.draft is not None and own.fingerprint == words_of(body):
        return Reading(own.draft, own.draft.text)
    foreign = _foreign(package, body)
    if own.is_broken:
        return dataclasses.replace(foreign, problems=(broken_draft(), *foreign.problems))
    if own.draft is None:
        return foreign
    draft = dataclasses.replace(own.draft, text=foreign.text, is_edited=True)
    return dataclasses.replace(foreign, draft=draft, was_edited_outside=True)


def _body(package: Package, where: str) -> Element:
    root = package.xml(package.main)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise file_kinds.broken(where)
    return body


def _foreign(package: Package, body: Element) -> Reading:
    """Read the body of a document, whoever wrote it."""
    styles = Styles(package.xml(package.related(package.main, "styles")))
    numbering = Numbering(
        package.xml(package.related(package.main, "numbering")), styles.list_levels()
    )
    words = WordsReader(styles)
    flow = FlowReader(styles, numbering, words)
    found = entries(flow.read(body))
    text = official_text(found, Notes(read_notes(package, flow)))
    is_revised = next(body.iter(*_REVISIONS), None) is not None
    encoding = detect(text)
    return Reading(
        None,
        text,
        problems=tuple(findings(words.seen, is_revised=is_revised)),
        suggested_encoding=encoding.value if encoding else "",
    )
