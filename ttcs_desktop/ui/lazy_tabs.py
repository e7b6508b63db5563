"""Tabs that are made when they are first shown (thẻ)."""

from collections.abc import Callable

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget


class LazyTabs(QTabWidget):
    """Tabs across the whole screen, so that a screen opens with one of them alone."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName(name)
        self._makers: list[tuple[QVBoxLayout, Callable[[], QWidget]]] = []
        self._made: dict[int, QWidget] = {}
        self.currentChanged.connect(self.tab)

    def offer(self, title: str, make: Callable[[], QWidget]) -> None:
        """Add a tab; the first one is made at once."""
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        self._makers.append((column, make))
        self.addTab(home, title)

    def tab(self, number: int) -> QWidget:
        """Return what a tab holds; it is made when it is first asked for."""
        if number not in self._made:
            home, make = self._makers[number]
            self._made[number] = make()
            home.addWidget(self._made[number])
        return self._made[number]

    def made(self) -> tuple[QWidget, ...]:
        """Return what was made so far."""
        return tuple(self._made.values())
