"""What stands under the editor: points to look at, page count, zoom (chân màn hình)."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import GAP, TIGHT
from ttcs_desktop.ui.pages.view import PageView


class Footer(QWidget):
    """Small tools for the pages, and how many points there are to look at."""

    problems_wanted = Signal()
    """Show the points."""

    def __init__(self, pages: PageView) -> None:
        super().__init__()
        self._pages = pages
        self.problems = _button("", _("Điểm cần rà soát"), self.problems_wanted.emit)
        self.problems.setToolTip(_("Xem danh sách (F8)"))
        self._page = _quiet()
        self._zoom = _quiet()
        row = QHBoxLayout(self)
        row.setContentsMargins(TIGHT, 0, GAP, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self.problems)
        row.addStretch()
        row.addWidget(self._page)
        row.addSpacing(2 * GAP)
        row.addWidget(_button("zoom-out", _("Thu nhỏ trang"), pages.zoom_out))
        row.addWidget(self._zoom)
        row.addWidget(_button("zoom-in", _("Phóng to trang"), pages.zoom_in))
        row.addWidget(_button("fit-width", _("Vừa bề ngang"), pages.zoom_to_width))
        pages.shown.connect(self._tell)
        pages.zoomed.connect(self._tell)
        pages.verticalScrollBar().valueChanged.connect(self._tell)

    def count_problems(self, count: int) -> None:
        """Show how many points there are to look at."""
        words = _("{count} điểm cần rà soát").format(count=count)
        self.problems.setText(words if count else _("Không có điểm cần rà soát"))
        self.problems.setIcon(icon("warning", "warning") if count else icon("note", "muted"))

    def _tell(self) -> None:
        count = self._pages.page_count()
        place = _("Trang {page}/{count}").format(page=self._pages.current_page(), count=count)
        self._page.setText(place if count else "")
        self._zoom.setText(f"{round(self._pages.scale() * 100)} %")


def _quiet() -> QLabel:
    label = QLabel()
    label.setObjectName("quiet")
    return label


def _button(picture: str, name: str, act: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setObjectName("quiet")
    button.setIconSize(QSize(16, 16))
    button.setToolTip(name)
    button.setAccessibleName(name)
    if picture:
        button.setIcon(icon(picture))
    else:
        button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
    button.clicked.connect(act)
    return button
