"""A large way to begin (thẻ loại văn bản)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout

from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import EDGE, TIGHT, colours

PICTURE = 36


class Card(QToolButton):
    """A button as large as a playing card: picture, name, one line on what it is for."""

    def __init__(self, picture: str, name: str, purpose: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(name)
        self.setAccessibleDescription(purpose)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        image, title, line = QLabel(), QLabel(name), QLabel(purpose)
        image.setPixmap(icon(picture, colours().accent).pixmap(PICTURE, PICTURE))
        title.setStyleSheet("font-size: 13pt; font-weight: 600;")
        line.setObjectName("quiet")
        line.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(TIGHT)
        for label in (image, title, line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch()

    def sizeHint(self) -> QSize:
        """Return the room that its words need."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return the least room that its words need."""
        return QSize(180, self.sizeHint().height())
