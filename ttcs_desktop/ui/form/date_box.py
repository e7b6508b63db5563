"""A date that may be left open (ô ngày)."""

import datetime

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from ttcs_desktop.i18n import _
from ttcs_desktop.language.dates import parse_date, short_date
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import mark_wrong


class DateBox(QLineEdit):
    """A date typed as 05/9/2016, or picked from a calendar; empty when it is not known yet."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._date: datetime.date | None = None
        self.setPlaceholderText(_("ngày/tháng/năm"))
        action = QAction(icon("calendar"), _("Mở lịch"), self)
        action.setShortcut("Alt+Down")
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._open_calendar)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._read)

    def date(self) -> datetime.date | None:
        """Return the date, None when there is none or it is not understood."""
        return self._date

    def set_date(self, date: datetime.date | None) -> None:
        """Show a date without telling of it."""
        self._date = date
        self.setText(short_date(date) if date else "")
        mark_wrong(self, is_wrong=False)

    def calendar(self) -> QCalendarWidget | None:
        """Return the calendar while it is open."""
        return self.findChild(QCalendarWidget)

    def _read(self, text: str) -> None:
        date = parse_date(text)
        mark_wrong(self, is_wrong=bool(text.strip()) and date is None)
        if date != self._date:
            self._date = date
            self.chosen.emit()

    def _open_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setAccessibleName(_("Lịch"))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        if self._date:
            calendar.setSelectedDate(QDate(self._date.year, self._date.month, self._date.day))
        column = QVBoxLayout(popup)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(calendar)

        def pick(day: QDate) -> None:
            popup.close()
            self.set_date(datetime.date(day.year(), day.month(), day.day()))
            self.chosen.emit()

        calendar.activated.connect(pick)
        calendar.clicked.connect(pick)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        popup.show()
        calendar.setFocus()
