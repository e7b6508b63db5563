"""The package of a .docx: its parts, how they are related, and the zip that holds them.

What many documents have in common is packed once, as a shell; each document adds its own parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part

from ttcs_desktop.writers.docx.zipping import Archive, closed, with_parts

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
CORE_PROPERTIES = "docProps/core.xml"
ITEM = "customXml/item1.xml"
OWN = frozenset({DOCUMENT, FOOTNOTES, CORE_PROPERTIES, ITEM})
"""The parts that a document adds to its shell."""

_LEVEL, _SHELL_LEVEL = 3, 9
"""How hard to press: a document as fast as it can be, a shell once for many."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The parts round a document that others have too.

    `heads_and_feet` are pairs of "header" or "footer" and content; `item_properties` are None for
    a document without a draft.
    """

    styles: bytes
    settings: bytes
    font_table: bytes
    theme: bytes
    custom_properties: bytes
    heads_and_feet: tuple[tuple[str, bytes], ...]
    has_footnotes: bool
    item_properties: bytes | None


def relation_id(position: int) -> str:
    """Return the id of a head's or foot's relation to the document, by its position from 0."""
    return f"rId{position + 1}"


def packed(shell: Shell, parts: Mapping[str, bytes]) -> bytes:
    """Return a shell with a document's own parts as a zip; the same parts give the same bytes."""
    own = {name: parts[name] for name in sorted(parts)}
    return closed(with_parts(_packed_shell(shell), own, _LEVEL))


@lru_cache(maxsize=32)
def _packed_shell(shell: Shell) -> Archive:
    """Return a zip with a shell in it, still open."""
    package = _package(shell)
    parts: list[Part] = sorted(package.parts, key=lambda part: part.partname)
    content = {
        CONTENT_TYPES_URI.membername: _content_types(parts),
        PACKAGE_URI.rels_uri.membername: package.rels.xml,
    }
    for part in parts:
        if part.rels:
            content[part.partname.rels_uri.membername] = part.rels.xml
        if part.partname.membername not in OWN:
            content[part.partname.membername] = part.blob
    return with_parts(Archive(), content, _SHELL_LEVEL)


def _package(shell: Shell) -> Any:  # noqa: ANN401  python-docx says less than it does
    """Return the package with every relation in it; the document's own parts are still empty."""
    package: Any = OpcPackage()

    def part(name: str, content_type: str, content: bytes = b"") -> Part:
        return Part(PackURI(f"/{name}"), content_type, content, package)

    document = part(DOCUMENT, CONTENT_TYPE.WML_DOCUMENT_MAIN)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    for number, (kind, content) in enumerate(shell.heads_and_feet, start=1):
        own = part(f"word/{kind}{number}.xml", _CONTENT_TYPES[kind], content)
        document.relate_to(own, _RELATIONS[kind])
    for name, content_type, relation, content in (
        ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, shell.styles),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, shell.settings),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, shell.font_table),
        ("theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, shell.theme),
    ):
        document.relate_to(part(f"word/{name}.xml", content_type, content), relation)
    if shell.has_footnotes:
        footnotes = part(FOOTNOTES, CONTENT_TYPE.WML_FOOTNOTES)
        document.relate_to(footnotes, RELATIONSHIP_TYPE.FOOTNOTES)
    if shell.item_properties is not None:
        item = part(ITEM, CONTENT_TYPE.XML)
        document.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
        name, content_type = "customXml/itemProps1.xml", CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
        properties = part(name, content_type, shell.item_properties)
        item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    core = part(CORE_PROPERTIES, CONTENT_TYPE.OPC_CORE_PROPERTIES)
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    name, content_type = "docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES
    custom = part(name, content_type, shell.custom_properties)
    package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    return package


_CONTENT_TYPES = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}
_RELATIONS = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}


def _content_types(parts: list[Part]) -> bytes:
    types: Any = CT_Types.new()  # type: ignore[no-untyped-call]
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    types.add_default("xml", CONTENT_TYPE.XML)
    for part in parts:
        if part.content_type != CONTENT_TYPE.XML:
            types.add_override(part.partname, part.content_type)
    return serialize_part_xml(types)
