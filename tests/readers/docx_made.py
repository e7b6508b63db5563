"""Small .docx files made by hand, as many programs write them."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from ttcs_desktop.readers.docx import read
from ttcs_desktop.readers.reading import Reading

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMESPACES = (
    f'xmlns:w="{WORD}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_PARTS = ("styles", "numbering", "footnotes", "endnotes")


def content_types(main_type: str = MAIN_TYPE) -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>'
    )


def relations(*pairs: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{index}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def without_draft(data: bytes) -> bytes:
    """Return one of our files as another program would have made it: no draft inside."""
    parts = unzipped(data)
    return zipped({n: part for n, part in parts.items() if not n.startswith("customXml/")})


def document(body: str, *, before: str = "") -> str:
    return f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def docx(body: str, *, before: str = "", **parts: str) -> bytes:
    """Return a .docx with a body, and with the content of further parts by their kind."""
    known = {kind: content for kind, content in parts.items() if kind in _PARTS}
    return zipped(
        {
            "[Content_Types].xml": content_types(),
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": document(body, before=before),
            "word/_rels/document.xml.rels": relations(*((k, f"{k}.xml") for k in known)),
            **{f"word/{k}.xml": f"<w:{k} {NAMESPACES}>{c}</w:{k}>" for k, c in known.items()},
        }
    )


def reading(body: str, **parts: str) -> Reading:
    return read(docx(body, **parts), where="tệp.docx")


def text(body: str, **parts: str) -> str:
    """Return the official text of a body, without the line end at its end."""
    return reading(body, **parts).text.rstrip("\n")


def r(words: str, properties: str = "") -> str:
    """Return a run."""
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{dress}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of plain words."""
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


BOLD, ITALIC = "<w:b/>", "<w:i/>"
CENTRE = '<w:jc w:val="center"/>'
BREAK, PAGE_BREAK, TAB = (
    "<w:r><w:br/></w:r>",
    '<w:r><w:br w:type="page"/></w:r>',
    "<w:r><w:tab/></w:r>",
)
LINES = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(own if own.startswith("<w:tc>") else cell(own) for own in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def ruled(*rows: str) -> str:
    return f"<w:tbl>{LINES}{''.join(rows)}</w:tbl>"


def placed(*rows: str) -> str:
    """Return a table without lines."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
