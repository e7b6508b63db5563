"""From the bytes of a PDF to pictures of its pages, drawn on another thread (ảnh trang)."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QPointF,
    QSize,
    QSizeF,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer


@dataclass(frozen=True, slots=True)
class _Opened:
    document: QPdfDocument
    buffer: QBuffer

    def sizes(self) -> tuple[QSizeF, ...]:
        return tuple(self.document.pagePointSize(page) for page in range(self.document.pageCount()))


class Pictures(QObject):
    """The pages of the newest PDF as pictures; what was asked of an older one never arrives."""

    drawn = Signal(int, QImage)
    """Page from 0, its picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pdf = b""
        self._opened: _Opened | None = None
        self._asked: dict[int, tuple[int, QSize]] = {}
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._arrived)

    def open(self, pdf: bytes) -> tuple[QSizeF, ...]:
        """Take a PDF in place of the last one; returns its page sizes in pt."""
        self.pdf = pdf
        before = self._opened
        opened = _open(pdf)
        self._asked.clear()
        self._renderer.setDocument(opened.document)
        self._opened = opened
        if before is not None:
            before.document.close()
        return opened.sizes()

    def ask(self, page: int, size: QSize) -> None:
        """Ask for the picture of a page in this many pixels; it arrives by `drawn`."""
        if page in self._asked and self._asked[page][1] == size:
            return
        number = self._renderer.requestPage(page, size, QPdfDocumentRenderOptions())
        self._asked[page] = (number, size)

    def words_between(self, page: int, start: QPointF, end: QPointF) -> str:
        """Return the words of a page (from 0) between two places (pt), "" when none stand there."""
        if self._opened is None:
            return ""
        return self._opened.document.getSelection(page, start, end).text()

    def close(self) -> None:
        """Let the PDF go."""
        self._asked.clear()
        if self._opened is not None:
            self._opened.document.close()

    @Slot(int, QSize, QImage, QPdfDocumentRenderOptions, int)
    def _arrived(
        self,
        page: int,
        size: QSize,
        picture: QImage,
        _options: QPdfDocumentRenderOptions,
        number: int,
    ) -> None:
        if self._asked.get(page) == (number, size):
            del self._asked[page]
            self.drawn.emit(page, picture)


def _open(pdf: bytes) -> _Opened:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return _Opened(document, buffer)
