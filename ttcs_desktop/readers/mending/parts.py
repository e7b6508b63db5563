"""A package with some of its parts changed; every other part keeps its bytes."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.readers.ooxml import Element
from ttcs_desktop.readers.package import Package

_STRICT = b"purl.oclc.org/ooxml"


def refuse_unsafe(package: Package, where: str) -> None:
    """Refuse files that a change would harm.

    Raises:
        SourceError: it has a digital signature, or is saved as Strict Open XML.
    """
    if any(name.startswith("_xmlsignatures/") for name in package.names()):
        raise SourceError(
            _("Tệp đã ký số; sửa tệp sẽ làm mất hiệu lực chữ ký."),
            where=where,
            remedy=_("Sửa bản chưa ký rồi ký lại."),
        )
    if _STRICT in package.data(package.main):
        raise SourceError(
            _("Tệp lưu ở dạng Strict Open XML nên chưa sửa tự động được."),
            where=where,
            remedy=_("Mở bằng Word, lưu lại dạng Word Document (.docx) thường."),
        )


def serialised(root: Element) -> bytes:
    """Return a part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def repacked(package: Package, data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with other bytes for some parts, and new parts at its end.

    Raises:
        SourceError: a part that stays as it is cannot be read.
    """
    wanted = {name.casefold(): content for name, content in parts.items()}
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            name = info.filename.replace("\\", "/").lstrip("/")
            content = wanted.pop(name.casefold(), None)
            entry = zipfile.ZipInfo(name, info.date_time)
            entry.external_attr = info.external_attr
            whole = package.data(name) if content is None else content
            new.writestr(entry, whole, zipfile.ZIP_DEFLATED)
        for name, content in parts.items():
            if name.casefold() in wanted:
                entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
