"""The pages as they will be printed, on a grey desk (khung xem trang)."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.look import colours
from ttcs_desktop.ui.pages.desk import Desk
from ttcs_desktop.ui.pages.pictures import Pictures
from ttcs_desktop.ui.pages.places import ASCENT

STEP = 1.15
NEAR = 3
"""Pages beyond those that show whose pictures are kept."""
SMALLEST, LARGEST = 0.3, 4.0
SHADOW = ((1, 46), (2, 26), (3, 14), (4, 7))
"""Distance in pixels and darkness of the shadow's rims."""


class PageView(QAbstractScrollArea):
    """Shows a PDF page below page; a new one takes the old one's place when it is drawn."""

    clicked = Signal(int, float, float)
    """Page from 1, x and y in pt from its top left corner."""
    shown = Signal()
    """A new PDF is on the screen."""
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Trang văn bản"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self._pictures = Pictures(self)
        self._pictures.drawn.connect(self._take)
        self._desk = Desk()
        self._drawn: dict[int, QImage] = {}
        self._zoom: float | None = None
        self._fresh: set[int] = set()
        self._awaited: set[int] = set()
        self._pointed: tuple[int, float] | None = None

    def show_pdf(self, pdf: bytes) -> None:
        """Show another PDF at the same place of the desk."""
        sizes = self._pictures.open(pdf)
        top = self.verticalScrollBar().value()
        self._pointed = None
        self._desk = Desk(sizes, self._desk.scale, self.viewport().width(), self._zoom is None)
        self._settle()
        self.verticalScrollBar().setValue(top)
        self._drawn = {page: image for page, image in self._drawn.items() if page < len(sizes)}
        self._fresh.clear()
        self._awaited = set(self._visible())
        self._ask_for(self._awaited)

    def pdf(self) -> bytes:
        """Return the PDF that shows, empty before the first."""
        return self._pictures.pdf

    def place_on_screen(self, page: int, x: float, y: float) -> QPoint:
        """Return where in the viewport a place is: page from 1, x and y on it in pt."""
        place = QPointF(x, y) * self._desk.scale_of(page - 1)
        return self._desk.page(page - 1).topLeft() + place.toPoint() - self._scrolled()

    def words_between(self, page: int, start: QPointF, end: QPointF) -> str:
        """Return the words on a page (from 1) between two places in pt."""
        return self._pictures.words_between(page - 1, start, end)

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._desk.sizes)

    def drawn_pages(self) -> set[int]:
        """Return the pages (from 0) whose pictures are at hand."""
        return set(self._drawn)

    def scale(self) -> float:
        """Return the scale, 1 when a page is as large as on paper."""
        return self._desk.scale * 72 / self.logicalDpiX()

    def current_page(self) -> int:
        """Return the page (from 1) in the upper third of the view, 0 when there is none."""
        third = self.verticalScrollBar().value() + self.viewport().height() // 3
        visible = self._desk.between(third, third)
        return visible[-1] + 1 if visible else 0

    def zoom_in(self) -> None:
        """Show the pages larger."""
        self._zoom_to(self._desk.scale * STEP)

    def zoom_out(self) -> None:
        """Show the pages smaller."""
        self._zoom_to(self._desk.scale / STEP)

    def zoom_to_width(self) -> None:
        """Let a page fill the width, now and when the view changes."""
        self._zoom_to(None)

    def point_at(self, page: int, y: float, *, scrolls: bool = True) -> None:
        """Show a place: page from 1, foot of a line on it in pt; a mark in the margin tells it."""
        if not 0 < page <= self.page_count():
            return
        self._pointed = (page - 1, y)
        at = self._desk.page(page - 1).top() + round(y * self._desk.scale_of(page - 1))
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        if scrolls and not top + 40 <= at <= top + height - 60:
            self.verticalScrollBar().setValue(at - height // 3)
        self.viewport().update()

    def close_pdf(self) -> None:
        """Let the PDF go."""
        self._pictures.close()

    def sizeHint(self) -> QSize:
        """Return room for a page that can be read."""
        return QSize(520, 640)

    def _zoom_to(self, scale: float | None) -> None:
        paper = self.logicalDpiX() / 72
        smallest = min(SMALLEST * paper, self._desk.scale)
        self._zoom = None if scale is None else min(max(scale, smallest), LARGEST * paper)
        self._settle()
        self._ask_for(self._visible())
        self.viewport().update()

    def _settle(self) -> None:
        before = self._desk
        width = self.viewport().width()
        scale = self._zoom or Desk(before.sizes).scale_for(width)
        self._desk = Desk(before.sizes, scale, width, self._zoom is None)
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        centre = (bar.value() + room / 2) / before.height if before.sizes else 0.0
        bar.setRange(0, max(0, self._desk.height - room))
        bar.setPageStep(room)
        if abs(before.scale - scale) > 1e-6:
            bar.setValue(round(centre * self._desk.height - room / 2))
        beside = max(0, self._desk.needed_width - width)
        if beside != self.horizontalScrollBar().maximum():
            self.horizontalScrollBar().setRange(0, beside)
            self.horizontalScrollBar().setValue(beside // 2)
        self.horizontalScrollBar().setPageStep(width)
        self.zoomed.emit(self.scale())

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _visible(self) -> range:
        top = self.verticalScrollBar().value()
        return self._desk.between(top, top + self.viewport().height())

    def _ask_for(self, pages: "set[int] | range") -> None:
        for page in sorted(pages):
            self._pictures.ask(page, self._pixels(page))

    def _pixels(self, page: int) -> QSize:
        return self._desk.page(page).size() * self.devicePixelRatioF()

    def _take(self, page: int, picture: QImage) -> None:
        self._drawn[page] = picture
        self._fresh.add(page)
        self._forget_far_pages()
        if page not in self._awaited:
            self.viewport().update()
            return
        self._awaited.discard(page)
        if not self._awaited:
            self._drawn = {at: image for at, image in self._drawn.items() if at in self._fresh}
            self.viewport().update()
            self.shown.emit()

    def _forget_far_pages(self) -> None:
        visible = self._visible()
        near = range(visible.start - NEAR, visible.stop + NEAR)
        self._drawn = {page: image for page, image in self._drawn.items() if page in near}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the desk and the pages that show."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours().desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._scrolled())
        for page in self._visible():
            place = self._desk.page(page)
            _draw_shadow(painter, place)
            painter.fillRect(place, Qt.GlobalColor.white)
            picture = self._drawn.get(page)
            if picture is not None:
                painter.drawImage(place, picture)
            if picture is None or picture.size() != self._pixels(page):
                self._pictures.ask(page, self._pixels(page))
        if self._pointed is not None:
            self._draw_pointer(painter, *self._pointed)
        painter.end()

    def _draw_pointer(self, painter: QPainter, page: int, y: float) -> None:
        place = self._desk.page(page)
        scale = self._desk.scale_of(page)
        top = place.top() + round((y - ASCENT) * scale)
        mark = QRect(place.left() + 3, top, 3, round(1.3 * ASCENT * scale))
        painter.fillRect(mark, QColor(colours().accent))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802  Qt's name
        """Follow the scroll bars."""
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which place of which page was clicked."""
        found = self._desk.place(event.position().toPoint() + self._scrolled())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            page, point = found
            self.clicked.emit(page + 1, point.x(), point.y())


def _draw_shadow(painter: QPainter, page: QRect) -> None:
    for distance, darkness in SHADOW:
        painter.setPen(QColor(0, 0, 0, darkness))
        painter.drawRect(page.adjusted(-distance, -distance + 1, distance - 1, distance))
