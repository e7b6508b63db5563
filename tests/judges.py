"""Independent judges of what we write: LibreOffice, poppler and openxml-audit."""

import math
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_SAME_BASELINE = 0.6
"""Words no further from one another, pt, stand on one line."""

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


@dataclass(frozen=True)
class SetLine:
    """Words on one baseline, all spaces left out; lengths in pt from the top left corner.

    `left` is not a number where a space stands before the first word.
    """

    page: int
    text: str
    left: float
    baseline: float


def set_lines(pdf: Path) -> list[SetLine]:
    """Return what stands on each baseline of a PDF, page by page, top to bottom."""
    from pypdf import PdfReader

    lines: list[SetLine] = []
    for number, page in enumerate(PdfReader(pdf).pages, start=1):
        spans: list[tuple[float, float, str]] = []

        def note(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
            if text.strip():
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                spans.append((page.mediabox.height - y, x, text))  # noqa: B023

        page.extract_text(visitor_text=note)
        for baseline, row in _rows(sorted(spans)):
            left, first = min(row)
            words = "".join("".join(text.split()) for _, text in sorted(row))
            lines.append(SetLine(number, words, math.nan if first[0] == " " else left, baseline))
    return lines


def _rows(
    spans: list[tuple[float, float, str]],
) -> list[tuple[float, list[tuple[float, str]]]]:
    rows: list[tuple[float, list[tuple[float, str]]]] = []
    for y, x, text in spans:
        if rows and y - rows[-1][0] < _SAME_BASELINE:
            rows[-1][1].append((x, text))
        else:
            rows.append((y, [(x, text)]))
    return rows


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
