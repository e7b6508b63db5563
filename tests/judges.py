"""Independent judges of what we write: LibreOffice, poppler and openxml-audit."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@dataclass(frozen=True)
class PrintedLine:
    """A line of text as poppler finds it on a page; lengths in pt from the top left corner."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float


def libreoffice_pdf(docx: Path, folder: Path) -> Path:
    """Let LibreOffice print a .docx to PDF, in a profile of its own, and return the PDF."""
    return libreoffice_pdfs([docx], folder)[0]


def libreoffice_pdfs(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Let LibreOffice print several .docx files to PDF in one start, which is the slow part."""
    assert SOFFICE, "LibreOffice is not installed: see .ci/run"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                SOFFICE,
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *map(str, documents),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return [folder / f"{document.stem}.pdf" for document in documents]


def libreoffice_resave(docx: Path, folder: Path) -> Path:
    """Open a .docx in LibreOffice and save it again as .docx, as a colleague's edit would."""
    assert SOFFICE, "LibreOffice is not installed: see .ci/run"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                SOFFICE,
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(folder),
                str(docx),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return folder / docx.name


class _Boxes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = 0
        self.words: list[tuple[float, float, float, float, str]] = []
        self.lines: list[PrintedLine] = []
        self._word: tuple[float, float, float, float] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "page":
            self.page += 1
        elif tag == "line":
            self.words = []
        elif tag == "word":
            self._word = tuple(float(values[k] or 0) for k in ("xmin", "ymin", "xmax", "ymax"))  # type: ignore[assignment]

    def handle_data(self, data: str) -> None:
        if self._word:
            self.words.append((*self._word, data))

    def handle_endtag(self, tag: str) -> None:
        if tag == "word":
            self._word = None
        elif tag == "line" and self.words:
            self.lines.append(
                PrintedLine(
                    self.page,
                    " ".join(word[4] for word in self.words),
                    min(word[0] for word in self.words),
                    min(word[1] for word in self.words),
                    max(word[2] for word in self.words),
                    max(word[3] for word in self.words),
                )
            )


def printed_lines(pdf: Path) -> list[PrintedLine]:
    """Return every line of a PDF, page by page, top to bottom, then left to right."""
    html = subprocess.run(
        ["pdftotext", "-bbox-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    boxes = _Boxes()
    boxes.feed(html)
    return sorted(boxes.lines, key=lambda line: (line.page, round(line.bottom), line.left))


def words(pdf: Path) -> list[str]:
    """Return the words of a PDF in poppler's reading order."""
    text = subprocess.run(
        ["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    return text.split()


def page_count(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    info = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages")))


def audit(docx: Path) -> list[str]:
    """Return what openxml-audit finds wrong in a .docx; an empty list is a valid file."""
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(str(docx))
    return [str(error) for error in result.errors]
