"""Where the pages lie: one below the other, as wide as asked (bàn bày trang)."""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSizeF

MARGIN = 18
"""Desk around and between the pages, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Pages of given sizes (pt) laid out at a scale (pixels per pt) in a width (pixels).

    With `fits`, a page that is wider than the others (phụ lục ngang) is made smaller until it fits.
    """

    sizes: tuple[QSizeF, ...] = ()
    scale: float = 1.0
    width: int = 0
    fits: bool = False

    def scale_of(self, number: int) -> float:
        """Return the scale of a page (from 0)."""
        if not self.fits:
            return self.scale
        return min(self.scale, max(0.1, (self.width - 2 * MARGIN) / self.sizes[number].width()))

    def tops(self) -> list[int]:
        """Return where each page begins, and where the last one's margin ends."""
        tops, at = [], MARGIN
        for number, size in enumerate(self.sizes):
            tops.append(at)
            at += round(size.height() * self.scale_of(number)) + MARGIN
        return [*tops, at]

    @property
    def height(self) -> int:
        """Height of the whole desk."""
        return self.tops()[-1]

    @property
    def needed_width(self) -> int:
        """Width of the widest page with its margins."""
        widths = (size.width() * self.scale_of(at) for at, size in enumerate(self.sizes))
        return round(max(widths, default=0.0)) + 2 * MARGIN

    def page(self, number: int) -> QRect:
        """Return where a page (from 0) lies."""
        size = self.sizes[number] * self.scale_of(number)
        width, height = round(size.width()), round(size.height())
        left = max(MARGIN, (max(self.width, self.needed_width) - width) // 2)
        return QRect(left, self.tops()[number], width, height)

    def between(self, top: int, bottom: int) -> range:
        """Return the pages that show between two heights."""
        tops = self.tops()[:-1]
        first = max(0, bisect_right(tops, top) - 1)
        return range(first, bisect_right(tops, bottom))

    def place(self, point: QPoint) -> tuple[int, QPointF] | None:
        """Return the page (from 0) and the place on it in pt, None beside the pages."""
        for number in self.between(point.y(), point.y()):
            page = self.page(number)
            if page.contains(point):
                inside = QPointF(point - page.topLeft()) / self.scale_of(number)
                return number, inside
        return None

    def scale_for(self, width: int) -> float:
        """Return the scale at which the first page fills a width."""
        if not self.sizes:
            return 1.0
        return max(0.2, (width - 2 * MARGIN) / self.sizes[0].width())
