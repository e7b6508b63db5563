"""What a .docx says of itself: its properties, and the draft that rides inside."""

import re
from functools import cache, lru_cache
from xml.sax.saxutils import escape

from ttcs_desktop.codec import to_json, to_plain
from ttcs_desktop.model.draft import (
    DRAFT_NAMESPACE,
    FORMAT_PROPERTY,
    FORMAT_VERSION_PROPERTY,
    Draft,
)
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.writers.docx.names import cleaned, part

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_DRAFT_ID = "{7B1C9A52-3E0D-4F7A-9C55-2D6A54434353}"
_UNSAFE = re.compile("[\x7f-\x9f\ufffe\uffff]")
_MAYBE_UNSAFE = (b"\x7f", b"\xc2", b"\xef")
"""What the letters that XML cannot hold begin with in UTF-8, and others with them."""
_ENTITIES = ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"))


def core_properties(sheet: Sheet, draft: Draft | None) -> bytes:
    """Return title, author, keywords and language; created on the document's own date."""
    values = {
        "dc:title": sheet.title,
        "dc:creator": sheet.author,
        "cp:keywords": sheet.keywords,
        "dc:language": "vi-VN",
    }
    own = "".join(
        f"<{name}>{escape(' '.join(cleaned(value).split()))}</{name}>"
        for name, value in values.items()
        if value
    )
    created = ""
    if draft and draft.date:
        day = f"{draft.date.isoformat()}T00:00:00Z"
        created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
    return part(f"<cp:coreProperties {_CORE}>{own}{created}</cp:coreProperties>")


@lru_cache(maxsize=32)
def custom_properties(format_id: str, version: str) -> bytes:
    """Return the part that tells the id and version of the format."""
    values = {FORMAT_PROPERTY: format_id, FORMAT_VERSION_PROPERTY: version}
    own = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(cleaned(value))}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=_FIRST_PROPERTY)
    )
    return part(f"<Properties {_CUSTOM}>{own}</Properties>")


def draft_item(draft: Draft, fingerprint: str) -> bytes:
    """Return the draft as a custom XML item, with the fingerprint of the words round it."""
    json = _json(draft)
    if any(byte in json for byte in _MAYBE_UNSAFE):
        json = _UNSAFE.sub(_escaped, json.decode()).encode()
    for sign, entity in _ENTITIES:
        json = json.replace(sign, entity)
    opening = f'<draft xmlns="{DRAFT_NAMESPACE}" version="1" fingerprint="{fingerprint}">'
    return b"".join((part(opening), json, b"</draft>"))


@cache
def draft_item_properties() -> bytes:
    """Return the part with the lasting id and the namespace of the custom XML item."""
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{DRAFT_NAMESPACE}"/></ds:schemaRefs>'
    return part(
        f'<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{_DRAFT_ID}">{schema}'
        "</ds:datastoreItem>"
    )


def _json(draft: Draft) -> bytes:
    """Return a draft as JSON; halves of letters, which no file can hold, are left out."""
    try:
        return to_json(draft)
    except UnicodeEncodeError:
        return to_json(_whole(to_plain(draft)))


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
