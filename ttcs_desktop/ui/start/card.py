"""A large way to begin (thẻ loại văn bản)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from ttcs_desktop.ui.icons import Picture
from ttcs_desktop.ui.look import EDGE, GAP

PICTURE = 28


class Card(QToolButton):
    """A button as large as a playing card: picture and name, one line on what it is for."""

    def __init__(self, picture: str, name: str, purpose: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(name)
        self.setAccessibleDescription(purpose)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title, line = QLabel(name), QLabel(purpose)
        title.setObjectName("name")
        line.setObjectName("quiet")
        line.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Picture(PICTURE, picture))
        head.addWidget(title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(line)
        column.addStretch()
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the room that its words need."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return the least room that its words need."""
        return QSize(170, self.sizeHint().height())
