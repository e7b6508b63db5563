"""A package that is no .docx, is broken, or is made to harm, gives one clear sentence."""

import io
import struct
import zipfile

import pytest
from readers.docx_made import (
    MAIN_TYPE,
    content_types,
    document,
    docx,
    p,
    relations,
    unzipped,
    zipped,
)

from ttcs_desktop.errors import SourceError
from ttcs_desktop.readers.docx import read
from ttcs_desktop.readers.package import (
    LARGEST_PACKAGE,
    LARGEST_PART,
    MOST_PARTS,
    MOST_TAGS,
    Relation,
    open_package,
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
GOOD = docx(p("Nội dung."))


def refused(data: bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(data, where="van-ban.docx")
    error = caught.value
    assert error.where == "van-ban.docx"
    assert error.what
    assert error.remedy
    return error


def changed(**parts: str | bytes | None) -> bytes:
    """Return a good file with parts changed or, for None, left out."""
    known = {"types": "[Content_Types].xml", "rels": "_rels/.rels", "main": "word/document.xml"}
    kept: dict[str, str | bytes] = dict(unzipped(GOOD))
    for kind, content in parts.items():
        if content is None:
            del kept[known[kind]]
        else:
            kept[known[kind]] = content
    return zipped(kept)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "trống"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "đời cũ (.doc)"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "Excel"),
        (COMPOUND, "đời cũ"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xef\xbb\xbf<html><body>", "HTML"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "XML"),
        (b"\x89PNG\r\n\x1a\n", "ảnh"),
        (b"chi la chu", "không phải là tệp Word"),
        (b"PK\x03\x04 hong", "hỏng"),
    ],
)
def test_each_other_kind_of_file_is_named(data: bytes, told: str) -> None:
    assert told in refused(data).what


def test_other_packages_are_named() -> None:
    excel = MAIN_TYPE.replace("wordprocessingml.document", "spreadsheetml.sheet")
    assert "Excel" in refused(changed(types=content_types(excel))).what
    slides = MAIN_TYPE.replace("wordprocessingml.document", "presentationml.presentation")
    assert "PowerPoint" in refused(changed(types=content_types(slides))).what
    text = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    assert "OpenDocument" in refused(text).what
    assert "không chứa văn bản Word" in refused(zipped({"a.txt": "a"})).what


def test_a_file_with_macros_or_a_template_is_read() -> None:
    for kind in ("document.macroEnabled", "template"):
        types = content_types(f"application/vnd.ms-word.{kind}.main+xml")
        assert read(changed(types=types), where="").text == "Nội dung.\n"


@pytest.mark.parametrize("length", [10, len(GOOD) // 2, len(GOOD) - 5])
def test_a_file_cut_short_is_broken(length: int) -> None:
    assert "hỏng" in refused(GOOD[:length]).what


def test_missing_and_broken_parts_are_told() -> None:
    assert "hỏng" in refused(changed(main=None)).what
    assert "hỏng" in refused(changed(main="<w:document")).what
    assert "hỏng" in refused(changed(main="")).what
    assert "hỏng" in refused(changed(main="<a/>")).what
    assert "hỏng" in refused(changed(main=b"\xff\xfe<\x00")).what
    assert read(changed(rels=None), where="").text == "Nội dung.\n"


def test_a_changed_byte_inside_a_part_is_found() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        info = archive.getinfo("word/document.xml")
    start = info.header_offset + 30 + len(info.filename) + 10
    broken = GOOD[:start] + bytes([GOOD[start] ^ 0xFF]) + GOOD[start + 1 :]
    assert "hỏng" in refused(broken).what


def test_a_part_with_a_password_is_told() -> None:
    locked = bytearray(GOOD)
    for start in (locked.find(b"PK\x01\x02"), 0):
        flags = start + (8 if start else 6)
        locked[flags : flags + 2] = struct.pack("<H", 1)
    assert "mật khẩu" in refused(bytes(locked)).what


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
        '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_document_type_is_ever_read(before: str, encoding: str) -> None:
    main = f'<?xml version="1.0" encoding="{encoding}"?>{document(p("&x;"), before=before)}'
    assert "không an toàn" in refused(changed(main=main.encode(encoding))).what


def test_a_part_in_utf_16_is_read() -> None:
    main = f'<?xml version="1.0" encoding="utf-16"?>{document(p("Nội dung ế."))}'
    assert read(changed(main=main.encode("utf-16")), where="").text == "Nội dung ế.\n"


def test_an_encoding_that_hides_a_document_type_is_not_followed() -> None:
    main = '<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    assert "hỏng" in refused(changed(main=main)).what


def test_zip_bombs_are_not_unfolded() -> None:
    words = p("a" * 1000)
    assert "lớn bất thường" in refused(docx(words * (LARGEST_PART // 1000))).what
    assert "lớn bất thường" in refused(docx("<w:p/>" * MOST_TAGS)).what
    parts: dict[str, str | bytes] = dict(unzipped(GOOD))
    picture = b"\x00" * (LARGEST_PACKAGE // 4 + 1)
    pictures = {f"word/media/{number}.bin": picture for number in range(4)}
    assert "lớn bất thường" in refused(zipped(parts | pictures)).what
    many = {f"word/media/{number}.bin": b"" for number in range(MOST_PARTS)}
    assert "lớn bất thường" in refused(zipped(parts | many)).what


def test_the_main_part_is_found_by_its_relation_wherever_it_is() -> None:
    moved = {
        "[Content_Types].xml": content_types().replace("/word/document.xml", "/Noi dung/Main.XML"),
        "_rels/.rels": relations(("officeDocument", "/noi%20dung/main.xml")),
        "Noi dung\\Main.XML": document(p("Ở nơi khác.")),
    }
    assert read(zipped(moved), where="").text == "Ở nơi khác.\n"


def test_parts_and_relations_are_at_hand_for_other_readers() -> None:
    package = open_package(docx(p("a"), styles=""), where="")
    assert package.main == "word/document.xml"
    assert package.relations(package.main) == (Relation("r0", "styles", "word/styles.xml"),)
    assert package.related(package.main, "styles") == "word/styles.xml"
    assert package.related(package.main, "numbering") == ""
    assert package.has("WORD/Styles.xml")
    assert package.xml("word/none.xml") is None
    assert package.data("word/none.xml") == b""
