"""Panes beside each other, that the clerk may widen and narrow (chia ngăn)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def beside(panes: Sequence[QWidget], widths: Sequence[int]) -> QSplitter:
    """Return panes side by side, in pixels; they share what is more in the same proportion."""
    across = QSplitter(Qt.Orientation.Horizontal)
    across.setHandleWidth(1)
    across.setChildrenCollapsible(False)
    for at, pane in enumerate(panes):
        across.addWidget(pane)
        across.setStretchFactor(at, widths[at])
    across.setSizes(list(widths))
    return across
