"""Days to keep (lịch nhắc việc), as a calendar program shows them."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """An event that takes a whole day.

    Attributes:
        id: lasting id, so that a calendar that reads the file again changes the day it has.
        days_ahead: how many days before it the calendar reminds; 0 for no reminder.
    """

    id: str
    day: datetime.date
    title: str
    text: str = ""
    days_ahead: int = 0
