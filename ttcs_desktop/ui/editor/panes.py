"""How the editor is laid out: side, text and pages across, points to look at below (các ngăn)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ttcs_desktop.i18n import _

WIDTHS = (300, 440, 544)
"""Side, text and pages on a screen of 1366 pixels."""
HEIGHTS = (600, 130)
NARROWEST = 236
"""The side, with its tabs."""


class Panes(QSplitter):
    """Every pane beside the text can be put away, so that it fits a small screen."""

    def __init__(
        self,
        side: Sequence[tuple[str, QWidget]],
        text: Sequence[QWidget],
        pages: QWidget,
        below: QWidget,
        widths: Sequence[int],
    ) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumWidth(NARROWEST)
        self.tabs.tabBar().setAccessibleName(_("Ngăn bên trái"))
        for title, widget in side:
            self.tabs.addTab(_scrolled(widget, title), title)
        self._pages = pages
        self._below = below
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for number, widget in enumerate((self.tabs, _column(text), pages)):
            self._across.addWidget(widget)
            self._across.setStretchFactor(number, WIDTHS[number])
        self._across.setSizes(list(widths or WIDTHS))
        self._across.setChildrenCollapsible(False)
        self.addWidget(self._across)
        self.addWidget(below)
        self.setSizes(list(HEIGHTS))
        for splitter in (self, self._across):
            splitter.setHandleWidth(1)
        below.hide()

    def widths(self) -> tuple[int, ...]:
        """Return the widths of side, text and pages in pixels, 0 for what is put away."""
        return tuple(self._across.sizes())

    def show_tab(self, number: int) -> None:
        """Show a tab of the side, and put the keyboard into it."""
        self.tabs.show()
        self.tabs.setCurrentIndex(number)
        self.tabs.currentWidget().setFocus()
        self.tabs.currentWidget().focusNextChild()

    def turn_side(self) -> None:
        """Put the side away, or bring it back."""
        self.tabs.setVisible(not self.tabs.isVisible())

    def turn_pages(self) -> None:
        """Put the pages away, or bring them back."""
        self._pages.setVisible(not self._pages.isVisible())

    def turn_below(self) -> None:
        """Put the points to look at away, or bring them back with the keyboard in them."""
        self._below.setVisible(not self._below.isVisible())
        if self._below.isVisible():
            self._below.setFocus()


def _scrolled(widget: QWidget, name: str) -> QWidget:
    """Return a pane that may be lower than what it holds: it never makes the window high."""
    if isinstance(widget, QAbstractScrollArea):
        return widget
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def _column(widgets: Sequence[QWidget]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[0], 1)
    return whole
