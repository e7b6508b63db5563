"""Icons of one family, drawn in the colour of the text around them (biểu tượng)."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPalette, QPixmap

from ttcs_desktop.places import resources

DRAWN_IN = b"#3b4252"
"""The stroke colour of the shipped files."""
SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str, colour: str = "") -> QIcon:
    """Return an icon by name, in a colour or in that of the window's text; empty when missing."""
    text = QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    return _icon(name, colour or text)


@cache
def _icon(name: str, colour: str) -> QIcon:
    path = resources() / "icons" / f"{name}.svg"
    if not path.exists():
        return QIcon()
    drawing = path.read_bytes().replace(DRAWN_IN, colour.encode())
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_pixmap(drawing, size))
    return made


def _pixmap(drawing: bytes, size: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())
