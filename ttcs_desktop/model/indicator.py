"""Indicators (chỉ tiêu) and the figures that reports give for them (số liệu)."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class IndicatorKind(StrEnum):
    """How figures of several units or periods become one (cách cộng dồn)."""

    SUM = "sum"  # cộng dồn
    LAST = "last"  # số cuối kỳ; các đơn vị vẫn cộng lại
    RATIO = "ratio"  # tính lại từ tử số, mẫu số; không bao giờ lấy trung bình
    TEXT = "text"  # bằng lời


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted.

    Attributes:
        id: lasting id, e.g. "ban-tin-phat-thanh".
        measure: what it is counted in (đơn vị tính), e.g. "bản tin", "%".
        parts: ids of numerator and denominator of a RATIO.
        groups: recipient groups that report it (nhóm 1-7; 8 the commune that runs a station).
        also: other names that it goes by in reports.
        valid_from: the day from which it is counted, None for always.
        source: where it was seen, and how far it is verified.
    """

    id: str
    name: str
    measure: str
    kind: IndicatorKind
    parts: tuple[str, ...] = ()
    groups: tuple[int, ...] = ()
    also: tuple[str, ...] = ()
    source: str = ""
    valid_from: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report: what was reached, before that, and what the plan aimed at.

    A `value` of None with `text` "" was left open; an explicit nothing is Decimal(0), or "Không."
    in `text`. `note` is the query of who consolidates; a figure itself is never corrected.
    """

    indicator: str
    value: Decimal | None = None
    previous: Decimal | None = None
    target: Decimal | None = None
    text: str = ""
    note: str = ""
