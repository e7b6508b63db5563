"""What a file is that is no .docx, told to the clerk in one sentence (loại tệp)."""

from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file of old Office begins; password-protected .docx are such files too."""
_LOOKED_AT = 1 << 20
_HTML_STARTS = (b"<html", b"<!doctype html", b"<head", b"<body", b"<table", b"<div", b"<p>")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*")
_NAMED_BINARIES = (b"%PDF", b"{\\rtf", *_PICTURES)


def not_a_docx(data: bytes, *, where: str) -> SourceError:
    """Return what to tell of a file that is no zip package at all."""
    start = data[:_LOOKED_AT]
    begun = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if not data:
        return SourceError(
            _("Tệp trống, không có nội dung nào."),
            where=where,
            remedy=_("Chép lại tệp từ nơi gửi."),
        )
    if data.startswith(_COMPOUND):
        return _compound(data, where)
    if begun.startswith(b"%pdf"):
        return _other_kind("PDF", where, _("Mở tệp .docx gốc của văn bản này."))
    if begun.startswith(b"{\\rtf"):
        return _other_kind("RTF", where, _save_as_docx())
    if begun.startswith(_HTML_STARTS):
        return _other_kind("HTML", where, _save_as_docx())
    if begun.startswith(b"<?xml") or b'progid="word.document"' in begun:
        return _other_kind("XML", where, _save_as_docx())
    if start.startswith(_PICTURES):
        return _other_kind(_("ảnh"), where, _("Mở tệp .docx gốc của văn bản này."))
    return SourceError(
        _("Tệp không phải là tệp Word (.docx)."),
        where=where,
        remedy=_("Kiểm tra lại tệp, hoặc mở bằng Word rồi lưu lại với kiểu .docx."),
    )


def not_a_text(data: bytes, *, where: str) -> SourceError:
    """Return what to tell of a file that is neither a text nor a .docx."""
    if data.startswith((_COMPOUND, *_NAMED_BINARIES)):
        return not_a_docx(data, where=where)
    return SourceError(
        _("Tệp không phải là văn bản: bên trong là dữ liệu nhị phân."),
        where=where,
        remedy=_("Chọn tệp .docx hoặc tệp văn bản thuần (.txt)."),
    )


def is_binary(data: bytes) -> bool:
    """Tell whether a file begins as no text does: a package, a picture, a PDF, an RTF."""
    return data.startswith((b"PK\x03\x04", _COMPOUND, *_NAMED_BINARIES))


def other_package(main_type: str, mimetype: str, *, where: str) -> SourceError:
    """Return what to tell of a zip package that holds something else than a Word document."""
    if "opendocument" in mimetype:
        return _other_kind("OpenDocument (.odt, .ods)", where, _save_as_docx())
    if "spreadsheetml" in main_type or "ms-excel" in main_type:
        return _other_kind("Excel (.xlsx)", where, _("Chọn tệp văn bản .docx."))
    if "presentationml" in main_type or "ms-powerpoint" in main_type:
        return _other_kind("PowerPoint (.pptx)", where, _("Chọn tệp văn bản .docx."))
    return SourceError(
        _("Tệp nén này không chứa văn bản Word."),
        where=where,
        remedy=_("Nếu là tệp nén .zip, giải nén rồi mở tệp .docx bên trong."),
    )


def broken(where: str) -> SourceError:
    """Return what to tell of a package that cannot be read to its end."""
    return SourceError(
        _("Tệp Word bị hỏng hoặc chép chưa hết."),
        where=where,
        remedy=_("Chép lại tệp từ nơi gửi, hoặc mở bằng Word, sửa lỗi rồi lưu lại."),
    )


def protected(where: str) -> SourceError:
    """Return what to tell of a file with a password."""
    return SourceError(
        _("Tệp có mật khẩu nên không đọc được."),
        where=where,
        remedy=_("Mở tệp bằng Word, bỏ mật khẩu rồi lưu lại."),
    )


def too_large(where: str) -> SourceError:
    """Return what to tell of a package that would unfold beyond measure."""
    return SourceError(
        _("Nội dung bên trong tệp lớn bất thường nên không mở, để tránh treo máy."),
        where=where,
        remedy=_("Kiểm tra nguồn gốc của tệp."),
    )


def unsafe(where: str) -> SourceError:
    """Return what to tell of a package with declarations that no Word document has."""
    return SourceError(
        _("Tệp có khai báo DTD hoặc thực thể ngoài, không an toàn; văn bản Word không dùng đến."),
        where=where,
        remedy=_("Không dùng tệp này; kiểm tra nguồn gốc của tệp."),
    )


def _compound(data: bytes, where: str) -> SourceError:
    if _holds(data, "EncryptedPackage") or _holds(data, "EncryptionInfo"):
        return protected(where)
    if _holds(data, "WordDocument"):
        return SourceError(
            _("Đây là tệp Word đời cũ (.doc), chương trình chỉ đọc .docx."),
            where=where,
            remedy=_save_as_docx(),
        )
    if _holds(data, "Workbook"):
        return _other_kind("Excel (.xls)", where, _("Chọn tệp văn bản .docx."))
    return SourceError(
        _("Đây là tệp Office đời cũ, chương trình chỉ đọc .docx."),
        where=where,
        remedy=_save_as_docx(),
    )


def _holds(data: bytes, stream: str) -> bool:
    """Tell whether a compound file has a stream of that name in its directory."""
    return stream.encode("utf-16-le") in data


def _other_kind(kind: str, where: str, remedy: str) -> SourceError:
    return SourceError(
        _("Đây là tệp {kind}; chương trình chỉ đọc tệp Word .docx và văn bản thuần .txt.").format(
            kind=kind
        ),
        where=where,
        remedy=remedy,
    )


def _save_as_docx() -> str:
    return _("Mở tệp bằng Word hoặc LibreOffice rồi lưu lại với kiểu .docx.")
