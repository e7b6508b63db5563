"""The draft that rides inside one of our own .docx files (bản nháp kèm theo tệp)."""

from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.codec import from_json
from ttcs_desktop.errors import DataError, SourceError
from ttcs_desktop.model.draft import DRAFT_NAMESPACE, Draft
from ttcs_desktop.officialtext.fingerprint import fingerprint
from ttcs_desktop.readers.ooxml import PARAGRAPH, TEXT, Element
from ttcs_desktop.readers.package import Package

_ROOT = f"{{{DRAFT_NAMESPACE}}}draft"
_NAMED = DRAFT_NAMESPACE.encode()
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """The draft found in a file; None with `is_broken` when what is there cannot be read."""

    draft: Draft | None = None
    fingerprint: str = ""
    is_broken: bool = False


def find_draft(package: Package, *, where: str) -> OwnDraft:
    """Find the draft in a package by its namespace, whatever its part is called."""
    for name in package.names():
        if name.endswith(".xml") and not name.startswith("word/"):
            root = _root(package, name)
            if root is not None:
                return _read(root, where)
    return OwnDraft()


def words_of(body: Element) -> str:
    """Return the fingerprint of the words that stand in a body now."""
    return fingerprint(_paragraphs(body))


def _root(package: Package, name: str) -> Element | None:
    try:
        if _NAMED not in package.data(name):
            return None
        root = package.xml(name)
    except SourceError:
        return None
    return root if root is not None and root.tag == _ROOT else None


def _read(root: Element, where: str) -> OwnDraft:
    try:
        draft = from_json(root.text or "", Draft, where=where)
    except DataError:
        return OwnDraft(is_broken=True)
    return OwnDraft(draft, root.get("fingerprint", ""))


def _paragraphs(body: Element) -> Iterator[str]:
    for paragraph in body.iter(PARAGRAPH):
        yield "".join(text.text or "" for text in paragraph.iter(TEXT))
