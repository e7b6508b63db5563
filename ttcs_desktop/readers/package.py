"""A Word package opened safely (gói .docx): bounded sizes, no DTD, no entities, no network.

Names of parts are compared without regard to case, as the packaging standard says.
"""

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from ttcs_desktop.readers import file_kinds
from ttcs_desktop.readers.ooxml import Element

LARGEST_PACKAGE = 200 * 1024 * 1024
"""Bytes that all parts may unfold to."""
LARGEST_PART = 32 * 1024 * 1024
"""Bytes that one part of XML may unfold to."""
MOST_PARTS = 10_000
MOST_TAGS = 500_000
"""Tags in one part: some 600 pages; each takes memory and time, however short it is."""
_STEEPEST = 250
"""A part that unfolds to more than this many times its size, and is large, is a trap."""
_LARGE = 8 * 1024 * 1024

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DOCUMENT_KIND = "officeDocument"
_CONTENT_TYPES = "[Content_Types].xml"
_WORD_TYPES = ("wordprocessingml", "ms-word")
_USUAL_MAIN = "word/document.xml"
_STRICT = (
    (b"purl.oclc.org/ooxml/wordprocessingml/main",
     b"schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"purl.oclc.org/ooxml/officeDocument/relationships",
     b"schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"purl.oclc.org/ooxml/drawingml/main",
     b"schemas.openxmlformats.org/drawingml/2006/main"),
    (b"purl.oclc.org/ooxml/officeDocument/math",
     b"schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
"""Word can save with other names for the same things ("Strict Open XML")."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part: its id, what kind it is (the last word of its type), and its target."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a .docx; every one is read within bounds.

    Raises of every method:
        SourceError: a part is too large, broken, or has a DTD.
    """

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive = archive
        self._where = where
        self._entries = {_key(info.filename): info for info in archive.infolist()}
        self.main = ""
        """Name of the part that holds the document itself."""

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in the order of the file."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return _key(name) in self._entries

    def data(self, name: str) -> bytes:
        """Return the bytes of a part; b"" when there is none."""
        info = self._entries.get(_key(name))
        if info is None:
            return b""
        if info.flag_bits & 0x1:
            raise file_kinds.protected(self._where)
        is_steep = info.file_size > _LARGE and info.file_size > _STEEPEST * info.compress_size
        if info.file_size > LARGEST_PART or is_steep:
            raise file_kinds.too_large(self._where)
        try:
            with self._archive.open(info) as file:
                return file.read(info.file_size)
        except _ZIP_FAULTS as error:
            raise file_kinds.broken(self._where) from error

    def xml(self, name: str) -> Element | None:
        """Return the root of a part of XML; None when there is no such part."""
        if not self.has(name):
            return None
        data = _as_utf8(self.data(name))
        if data is None:
            raise file_kinds.broken(self._where)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise file_kinds.unsafe(self._where)
        if data.count(b"<") > MOST_TAGS:
            raise file_kinds.too_large(self._where)
        try:
            return etree.fromstring(_transitional(data), _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise file_kinds.broken(self._where) from error

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relations of a part, targets as names of parts; "" for the package itself."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        return () if root is None else tuple(_relations(root, folder))

    def related(self, name: str, kind: str) -> str:
        """Return the name of the first part that another is related to in that way; "" for none."""
        found = (one.target for one in self.relations(name) if one.kind == kind)
        return next((target for target in found if self.has(target)), "")


def open_package(data: bytes, *, where: str) -> Package:
    """Open a .docx.

    Raises:
        SourceError: it is another kind of file, has a password, is broken or a trap; says which.
    """
    if data[:2] != b"PK":
        raise file_kinds.not_a_docx(data, where=where)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _ZIP_FAULTS as error:
        raise file_kinds.broken(where) from error
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(info.file_size for info in entries) > LARGEST_PACKAGE:
        raise file_kinds.too_large(where)
    package = Package(archive, where)
    package.main = _main_part(package, where)
    return package


_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    UnicodeError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
)
"""What `zipfile` raises on files that are broken or made to harm."""


def _main_part(package: Package, where: str) -> str:
    mimetype = package.data("mimetype")[:100].decode("ascii", "replace")
    if "opendocument" in mimetype:
        raise file_kinds.other_package("", mimetype, where=where)
    main = package.related("", _DOCUMENT_KIND)
    if not main and package.has(_USUAL_MAIN):
        main = _USUAL_MAIN
    if not main:
        if package.has(_CONTENT_TYPES) and package.has("_rels/.rels"):
            raise file_kinds.broken(where)
        raise file_kinds.other_package("", mimetype, where=where)
    main_type = _content_type(package, main)
    if main_type and not any(known in main_type for known in _WORD_TYPES):
        raise file_kinds.other_package(main_type, mimetype, where=where)
    return main


def _content_type(package: Package, name: str) -> str:
    """Return the content type that a part is said to have; "" when nothing is said."""
    root = package.xml(_CONTENT_TYPES)
    if root is None:
        return ""
    for override in root.iter(_OVERRIDE):
        if _key(override.get("PartName", "")) == _key(name):
            return override.get("ContentType", "")
    return ""


def _relations(root: Element, folder: str) -> Iterator[Relation]:
    for element in root.iter(_RELATION):
        kind = element.get("Type", "").rpartition("/")[2]
        target = element.get("Target", "")
        if element.get("TargetMode") != "External":
            target = _resolved(target, folder)
        yield Relation(element.get("Id", ""), kind, target)


def _resolved(target: str, folder: str) -> str:
    path = unquote(target.replace("\\", "/"))
    path = path if path.startswith("/") else posixpath.join(folder, path)
    return posixpath.normpath(path).lstrip("/")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _as_utf8(data: bytes) -> bytes | None:
    """Return XML as UTF-8, one of the two encodings that packages allow; None for neither."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16").encode("utf-8")
        except UnicodeError:
            return None
    return None if b"\x00" in data[:4] else data


def _transitional(data: bytes) -> bytes:
    if b"purl.oclc.org/ooxml" not in data:
        return data
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
