"""Reporting periods (kỳ báo cáo)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class PeriodKind(StrEnum):
    """How long a report looks back."""

    WEEK = "week"  # tuần
    MONTH = "month"  # tháng
    QUARTER = "quarter"  # quý
    HALF_YEAR = "half-year"  # 6 tháng
    NINE_MONTHS = "nine-months"  # 9 tháng
    YEAR = "year"  # năm
    REVIEW = "review"  # chuyên đề, sơ kết, tổng kết nhiều năm


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days that a report covers, both ends included."""

    kind: PeriodKind
    start: datetime.date
    end: datetime.date
