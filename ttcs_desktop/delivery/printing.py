"""Printing the page twin, so that paper shows what the screen shows (in văn bản)."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from ttcs_desktop.errors import SourceError, WriteError
from ttcs_desktop.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

HIGHEST_RESOLUTION = 600
"""Dots per inch; more only costs memory and time on paper."""
STRIP = 512
"""Dots; a page is drawn strip by strip, so that 600 dpi needs 10 MB instead of 140."""

_ALIKE = QPageSize.SizeMatchPolicy.FuzzyMatch
"""A page that is A4 to the millimetre is called A4."""

Report = Callable[[int, int], None]


def make_printer(title: str, *, is_two_sided: bool) -> "QPrinter":
    """Return the system's usual printer, set for A4 to the paper's edge.

    `is_two_sided` asks for both sides, turned over the long edge; the clerk may change it.
    """
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    if is_two_sided:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setResolution(min(printer.resolution(), HIGHEST_RESOLUTION))
    return printer


def lay_in(printer: "QPrinter", pdf: bytes, copies: int = 1) -> None:
    """Ask for paper as large as the pages, and for a number of copies; the clerk may change both.

    Raises:
        SourceError: the PDF cannot be read.
    """
    document, _buffer = _open(pdf)
    size = document.pagePointSize(0)
    document.close()
    across, along = sorted((size.width(), size.height()))
    paper = QPageSize(QSizeF(across, along), QPageSize.Unit.Point, "", _ALIKE)
    printer.setPageSize(paper)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setCopyCount(max(1, copies))


def print_pdf(pdf: bytes, printer: "QPrinter", report: Report) -> None:
    """Print the pages that the printer's settings ask for; may run on another thread.

    Calls `report(done, total)` before each page; an exception of it stops the printing.

    Raises:
        SourceError: the PDF cannot be read.
        WriteError: the printer does not answer.
    """
    document, _buffer = _open(pdf)
    pages = list(_wanted(printer, document.pageCount()))
    painter = QPainter()
    try:
        for number, page in enumerate(pages):
            report(number, len(pages))
            _lay_paper(printer, document, page)
            if number == 0:
                _begin(painter, printer)
            else:
                printer.newPage()
            _draw(painter, printer, document, page)
    except Exception:
        printer.abort()
        raise
    finally:
        painter.end()
        document.close()


def _open(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.pageCount() < 1:
        raise SourceError(
            _("Không có trang nào để in."), remedy=_("Mở lại văn bản rồi in lần nữa.")
        )
    return document, buffer


def _begin(painter: QPainter, printer: "QPrinter") -> None:
    if not painter.begin(printer):
        raise WriteError(
            _("Máy in không trả lời."),
            where=printer.printerName(),
            remedy=_("Kiểm tra máy in đã bật, còn giấy, hoặc chọn máy in khác."),
        )


def _wanted(printer: "QPrinter", count: int) -> Iterator[int]:
    """Yield the pages to print, from 0, copy after copy where the printer cannot copy by itself."""
    first = max(1, printer.fromPage()) if printer.fromPage() else 1
    last = min(count, printer.toPage()) if printer.toPage() else count
    pages = list(range(first - 1, last))
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        yield from pages * copies
    else:
        for page in pages:
            yield from [page] * copies


def _lay_paper(printer: "QPrinter", document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    is_wide = size.width() > size.height()
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _draw(painter: QPainter, printer: "QPrinter", document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    dots = printer.resolution() / 72
    whole = QSize(round(size.width() * dots), round(size.height() * dots))
    edge = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
    for top in range(0, whole.height(), STRIP):
        strip = QRect(0, top, whole.width(), min(STRIP, whole.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        options.setScaledClipRect(strip)
        painter.drawImage(strip.translated(-edge), document.render(page, strip.size(), options))
