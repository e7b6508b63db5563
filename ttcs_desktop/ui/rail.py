"""The rail of screens at the left edge (thanh màn hình)."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.entries import Entry
from ttcs_desktop.ui.icons import icon

WIDTH = 74
HEIGHT = 61
"""Of a button where there is room; on a low screen they share what there is."""
LOWEST = 40
"""Of a button on the lowest screens."""
MARGIN, APART = 10, 2
ICON, SMALL_ICON = 24, 18


class Rail(QToolBar):
    """One button for each screen; Alt and a number goes there too."""

    wanted = Signal(str)

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__(_("Màn hình"))
        self.setObjectName("rail")
        self.setMovable(False)
        self.setOrientation(Qt.Orientation.Vertical)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(ICON, ICON))
        self._buttons: list[QToolButton] = []
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for number, entry in enumerate(entries, 1):
            action = QAction(icon(entry.icon), entry.title, group)
            action.setCheckable(True)
            action.setShortcut(f"Alt+{number}")
            action.setToolTip(f"{entry.title} (Alt+{number})")
            action.triggered.connect(lambda _on=False, id_=entry.id: self.wanted.emit(id_))
            self.addAction(action)
            self._actions[entry.id] = action
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setFixedWidth(WIDTH)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setAccessibleName(entry.title)
                self._buttons.append(button)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return how low it can be, so that it never keeps the window high."""
        low = LOWEST * len(self._buttons) + 2 * MARGIN
        return QSize(super().minimumSizeHint().width(), low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let all buttons show, however low the screen is."""
        super().resizeEvent(event)
        share = (event.size().height() - 2 * MARGIN) // len(self._buttons) - APART
        height = min(HEIGHT, share)
        size = ICON if height == HEIGHT else SMALL_ICON
        self.setIconSize(QSize(size, size))
        for button in self._buttons:
            button.setFixedHeight(height)

    def mark(self, screen_id: str) -> None:
        """Mark the screen that shows."""
        self._actions[screen_id].setChecked(True)
