"""The line at the bottom: points to look at, and work under way (thanh trạng thái)."""

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from ttcs_desktop.i18n import _
from ttcs_desktop.ui.background import Background

BAR_WIDTH = 160


class Status(QStatusBar):
    """Counts the problems of the text and shows the progress of long work."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.problems = QToolButton()
        self.problems.setObjectName("quiet")
        self.problems.setAccessibleName(_("Điểm cần rà soát"))
        self.problems.hide()
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
        self.addWidget(self.problems)
        for widget in (self._work, self._bar, self._stop):
            self.addPermanentWidget(widget)
            widget.hide()
        background.progressed.connect(self._show_progress)
        background.finished.connect(self._hide_progress)

    def count_problems(self, count: int) -> None:
        """Show how many points there are to look at."""
        words = _("{count} điểm cần rà soát").format(count=count) if count else ""
        self.problems.setText(words or _("Không có điểm cần rà soát"))
        self.problems.setToolTip(_("Xem danh sách (F8)"))
        self.problems.show()

    def _show_progress(self, title: str, done: int, total: int) -> None:
        self._work.setText(title)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        for widget in (self._work, self._bar, self._stop):
            widget.show()

    def _hide_progress(self, _title: str) -> None:
        for widget in (self._work, self._bar, self._stop):
            widget.hide()
