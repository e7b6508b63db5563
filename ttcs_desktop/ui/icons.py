"""Icons of one family, drawn in the colours of the scheme that shows (biểu tượng)."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QImage, QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from ttcs_desktop.places import resources
from ttcs_desktop.ui.look import colours

DRAWN_IN = b"#3b4252"
"""The stroke colour of the shipped files."""


@cache
def icon(name: str, colour: str = "text") -> QIcon:
    """Return an icon by name, in a colour by its name in `look.Colours`; empty when missing."""
    path = resources() / "icons" / f"{name}.svg"
    return QIcon(_Engine(path.read_bytes(), colour)) if path.exists() else QIcon()


class Picture(QLabel):
    """An icon that stands by itself."""

    def __init__(self, size: int, name: str = "note", colour: str = "accent") -> None:
        super().__init__()
        self._icon = icon(name, colour)
        self.setFixedSize(size, size)

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._icon = icon(name, colour)
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


class _Engine(QIconEngine):
    """Draws an icon anew in the colour of the moment, so that it follows light and dark."""

    def __init__(self, drawing: bytes, colour: str) -> None:
        super().__init__()
        self._drawing = drawing
        self._colour = colour
        self._clones: list[QIconEngine] = []

    def clone(self) -> QIconEngine:
        clone = _Engine(self._drawing, self._colour)
        self._clones.append(clone)  # Qt owns it, but Python must not let it go
        return clone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawImage(rect, self._image(rect.size() * ratio, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return QPixmap.fromImage(self._image(size, mode))

    def scaledPixmap(  # noqa: N802  Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.pixmap(size * scale, mode, state)

    def _image(self, size: QSize, mode: QIcon.Mode) -> QImage:
        name = "faint" if mode is QIcon.Mode.Disabled else self._colour
        return _image(self._drawing, getattr(colours(), name), size.width(), size.height())


@cache
def _image(drawing: bytes, colour: str, width: int, height: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing.replace(DRAWN_IN, colour.encode())))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(width, height))
    return reader.read()
