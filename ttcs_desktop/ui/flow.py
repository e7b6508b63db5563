"""A line of buttons that goes on in the next line where there is no more room (hàng nút)."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ttcs_desktop.ui.look import GAP


class Flow(QLayout):
    """Puts widgets beside each other, and below where the breadth is used up."""

    def __init__(self, widgets: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802  Qt's name
        """Take a widget."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return one by its place; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802  Qt's name
        """Return that no more room is wanted than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        """Return that the height follows from the breadth."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        """Return the height of all lines at a breadth."""
        heights = [_height(line) for line in self._lines(width)]
        return sum(heights) + GAP * max(0, len(heights) - 1)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802  Qt's name
        """Put everything in its place, in the middle of its line."""
        super().setGeometry(rect)
        y = rect.y()
        for line in self._lines(rect.width()):
            x, height = rect.x(), _height(line)
            for item in line:
                size = item.sizeHint()
                above = (height - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, y + above), size))
                x += size.width() + GAP
            y += height + GAP

    def sizeHint(self) -> QSize:
        """Return the room for a single line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + GAP * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802  Qt's name
        """Return the room for the widest alone."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = item.sizeHint().width()
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= needed + GAP
        return lines


def _height(line: Sequence[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
