"""The line at the bottom: what the screen puts there, and work under way (thanh trạng thái)."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QStatusBar, QToolButton, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.background import Background

BAR_WIDTH = 140
PATIENCE = 400
"""Milliseconds; work that is done sooner is not worth a word."""


class Status(QStatusBar):
    """Holds the footer of the screen that shows, and the progress of long work."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._footers = QStackedWidget()
        self._nothing = QWidget()
        self._footers.addWidget(self._nothing)
        self._work = QLabel()
        self._work.setObjectName("quiet")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Tiến độ"))
        self._stop = QToolButton()
        self._stop.setObjectName("quiet")
        self._stop.setText(_("Dừng"))
        self._stop.setAccessibleName(_("Dừng việc đang chạy"))
        self._stop.clicked.connect(background.cancel)
        self.addWidget(self._footers, 1)
        for widget in self._progress():
            self.addPermanentWidget(widget)
            widget.hide()
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE)
        self._soon.timeout.connect(self._show_progress)
        background.progressed.connect(self._follow)
        background.finished.connect(self._hide_progress)

    def show_footer(self, footer: QWidget | None) -> None:
        """Show what a screen puts here."""
        if footer is not None:
            self._footers.addWidget(footer)
        self._footers.setCurrentWidget(footer or self._nothing)

    def shows_work(self) -> bool:
        """Tell whether long work is shown now."""
        return self._work.isVisible()

    def _progress(self) -> tuple[QWidget, ...]:
        return (self._work, self._bar, self._stop)

    def _follow(self, title: str, done: int, total: int) -> None:
        self._work.setText(title)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if not self.shows_work() and not self._soon.isActive():
            self._soon.start()

    def _show_progress(self) -> None:
        for widget in self._progress():
            widget.show()

    def _hide_progress(self, _title: str) -> None:
        self._soon.stop()
        for widget in self._progress():
            widget.hide()
