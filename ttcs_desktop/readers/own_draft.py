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
_TEXT_FOLDER = "word/"


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """The draft found in a file; None with `is_broken` when what is there cannot be read."""

    draft: Draft | None = None
    fingerprint: str = ""
    is_broken: bool = False


def find_draft(package: Package, *, where: str) -> OwnDraft:
    """Find the draft in a package by its namespace, whatever its part is called."""
    for name in package.names():
        if name.endswith(".xml") and not name.startswith(_TEXT_FOLDER):
            found = _in_part(package, name, where)
            if found is not None:
                return found
    return OwnDraft()


def words_of(body: Element) -> str:
    """Return the fingerprint of the words that stand in a body now."""
    return fingerprint(_paragraphs(body))


def _in_part(package: Package, name: str, where: str) -> OwnDraft | None:
    """Read the draft in a part; None when the part holds something else."""
    if not _is_named(package, name):
        return None
    try:
        root = package.xml(name)
    except SourceError:
        return OwnDraft(is_broken=True)
    if root is None or root.tag != _ROOT:
        return None
    try:
        draft = from_json("".join(map(str, root.itertext())), Draft, where=where)
    except (DataError, RecursionError):
        return OwnDraft(is_broken=True)
    return OwnDraft(draft, root.get("fingerprint", ""))


def _is_named(package: Package, name: str) -> bool:
    try:
        return _NAMED in package.data(name)
    except SourceError:
        return False


def _paragraphs(body: Element) -> Iterator[str]:
    for paragraph in body.iter(PARAGRAPH):
        yield "".join(text.text or "" for text in paragraph.iter(TEXT))
