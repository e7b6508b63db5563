"""Text and pages show the same place: the cursor leads the pages, a click leads the cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.pages.places import Place, column_after, line_at, place_of
from ttcs_desktop.ui.pages.view import PageView

if TYPE_CHECKING:
    from ttcs_desktop.services.composing import PagePreview

INSIDE = QPointF(2, -4)
"""From where a line begins (pt) into its first letter."""


class Following(QObject):
    """Keeps the line that is being worked on in sight on the pages (theo dòng đang viết)."""

    def __init__(self, text: TextEdit, pages: PageView, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text
        self._pages = pages
        self.places: Sequence[Place] = ()
        """Where the lines of the text stand on the pages that show."""
        self._line = 0
        self._is_led = False
        text.moved.connect(self._follow_cursor)
        pages.clicked.connect(self._lead_cursor)

    def begin(self) -> None:
        """Begin at the head of another document."""
        self._line = 0
        self._pages.verticalScrollBar().setValue(0)

    def show(self, preview: "PagePreview") -> None:
        """Show newer pages at the line that is being worked on."""
        self.places = preview.places
        self._pages.show_pdf(preview.pdf)
        self.point()

    def watch(self, line: int) -> None:
        """Keep a line in sight from the next pages on: it was changed from outside the text."""
        self._line = line

    def point(self) -> None:
        """Show the line that is being worked on, and mark it in the margin."""
        place = place_of(self.places, self._line) if self._line else None
        if place is not None:
            self._pages.point_at(place.page, place.y)

    def _follow_cursor(self) -> None:
        if self._is_led:
            return
        self._line = self._text.line()
        self.point()

    def _lead_cursor(self, page: int, x: float, y: float) -> None:
        line = line_at(self.places, page, x, y)
        if not line:
            return
        place = place_of(self.places, line)
        self._is_led = True
        self._text.go_to_line(line)
        if place is not None and place.page == page:
            self._text.move_on(self._letters_before(place, QPointF(x, y)))
        self._text.setFocus()
        self._is_led = False
        self._line = line
        if place is not None:
            self._pages.point_at(place.page, place.y, scrolls=False)

    def _letters_before(self, place: Place, click: QPointF) -> int:
        """Return how many letters of the text stand before a click, 0 when it cannot be told."""
        later = [one.line for one in self.places if one.line > place.line]
        source = self._text.lines(place.line, min(later, default=place.line + 1) - 1)
        start = QPointF(place.x, place.y) + INSIDE
        return column_after(source, self._pages.words_between(place.page, start, click))
