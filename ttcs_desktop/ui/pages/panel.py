"""The pages with their small tools: zoom, page count, state (khung trang)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import GAP, TIGHT
from ttcs_desktop.ui.pages.view import PageView


class PagePanel(QWidget):
    """The page view under a thin bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PageView()
        self._page = QLabel()
        self._page.setObjectName("quiet")
        self._zoom = QLabel()
        self._zoom.setObjectName("quiet")
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.addWidget(self._page)
        row.addStretch()
        row.addWidget(_button("zoom-out", "−", _("Thu nhỏ trang"), self.view.zoom_out))
        row.addWidget(self._zoom)
        row.addWidget(_button("zoom-in", "+", _("Phóng to trang"), self.view.zoom_in))
        width = _button("", _("Vừa ngang"), _("Vừa bề ngang"), self.view.zoom_to_width)
        row.addWidget(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        self.view.shown.connect(self._tell)
        self.view.zoomed.connect(lambda _scale: self._tell())
        self.view.verticalScrollBar().valueChanged.connect(lambda _value: self._tell())

    def _tell(self) -> None:
        count = self.view.page_count()
        self._page.setText(
            _("Trang {page}/{count}").format(page=self.view.current_page(), count=count)
            if count
            else ""
        )
        self._zoom.setText(f"{round(self.view.scale() * 100)} %")


def _button(picture: str, text: str, name: str, act: "object") -> QToolButton:
    button = QToolButton()
    button.setObjectName("quiet")
    button.setToolTip(name)
    button.setAccessibleName(name)
    drawing = icon(picture) if picture else None
    if drawing is not None and not drawing.isNull():
        button.setIcon(drawing)
    else:
        button.setText(text)
    button.clicked.connect(act)
    return button
