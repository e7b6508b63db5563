"""What a .docx says of itself: its properties, and the draft that rides inside."""

import re
from functools import cache, lru_cache
from typing import Any

from lxml import etree

from ttcs_desktop.codec import to_json, to_plain
from ttcs_desktop.model.draft import (
    DRAFT_NAMESPACE,
    FORMAT_PROPERTY,
    FORMAT_VERSION_PROPERTY,
    Draft,
)
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.writers.docx.paragraphs import Element, cleaned

_add = etree.SubElement

_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_NAMESPACES: Any = {None: _CUSTOM, "vt": _VALUES}
_DRAFT_NAMESPACES: Any = {None: DRAFT_NAMESPACE}
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_DRAFT_ID = "{7B1C9A52-3E0D-4F7A-9C55-2D6A54434353}"
_UNSAFE = re.compile("[\x7f-\x9f\ufffe\uffff]")


def core_properties(sheet: Sheet, draft: Draft | None) -> Element:
    """Return title, author, keywords and language; created on the document's own date."""
    root = etree.Element(f"{{{_CORE['cp']}}}coreProperties", nsmap=_CORE)
    values = {
        f"{{{_CORE['dc']}}}title": sheet.title,
        f"{{{_CORE['dc']}}}creator": sheet.author,
        f"{{{_CORE['cp']}}}keywords": sheet.keywords,
        f"{{{_CORE['dc']}}}language": "vi-VN",
    }
    for name, value in values.items():
        if value:
            _add(root, name).text = " ".join(cleaned(value).split())
    if draft and draft.date:
        created = _add(root, f"{{{_CORE['dcterms']}}}created")
        created.set(f"{{{_CORE['xsi']}}}type", "dcterms:W3CDTF")
        created.text = f"{draft.date.isoformat()}T00:00:00Z"
    return root


@lru_cache(maxsize=32)
def custom_properties(format_id: str, version: str) -> bytes:
    """Return the part that tells the id and version of the format."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap=_CUSTOM_NAMESPACES)
    values = {FORMAT_PROPERTY: format_id, FORMAT_VERSION_PROPERTY: version}
    for number, (name, value) in enumerate(values.items(), start=_FIRST_PROPERTY):
        own = _add(root, f"{{{_CUSTOM}}}property", fmtid=_USER_DEFINED, pid=str(number), name=name)
        _add(own, f"{{{_VALUES}}}lpwstr").text = cleaned(value)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def draft_item(draft: Draft, fingerprint: str) -> Element:
    """Return the draft as a custom XML item, with the fingerprint of the words round it."""
    root = etree.Element(f"{{{DRAFT_NAMESPACE}}}draft", nsmap=_DRAFT_NAMESPACES)
    root.set("version", "1")
    root.set("fingerprint", fingerprint)
    json = _json(draft)
    root.text = json if json.isprintable() else _UNSAFE.sub(_escaped, json)
    return root


@cache
def draft_item_properties() -> bytes:
    """Return the part with the lasting id and the namespace of the custom XML item."""
    root = etree.Element(f"{{{_DATA_STORE}}}datastoreItem", nsmap={"ds": _DATA_STORE})
    root.set(f"{{{_DATA_STORE}}}itemID", _DRAFT_ID)
    schemas = _add(root, f"{{{_DATA_STORE}}}schemaRefs")
    _add(schemas, f"{{{_DATA_STORE}}}schemaRef").set(f"{{{_DATA_STORE}}}uri", DRAFT_NAMESPACE)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _json(draft: Draft) -> str:
    """Return a draft as JSON; halves of letters, which no file can hold, are left out."""
    try:
        return to_json(draft).decode()
    except UnicodeEncodeError:
        return to_json(_whole(to_plain(draft))).decode()


def _whole(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "ignore").decode()
    if isinstance(value, dict):
        return {_whole(key): _whole(own) for key, own in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(own) for own in value]
    return value


def _escaped(match: re.Match[str]) -> str:
    """Write a letter as JSON does where XML cannot hold it."""
    return f"\\u{ord(match[0]):04x}"
