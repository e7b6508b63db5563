"""What changes from one document to the next (chỗ trống)."""

from dataclasses import dataclass
from enum import StrEnum


class GapKind(StrEnum):
    """What stands in a gap."""

    UNIT = "unit"  # tên đơn vị ban hành
    SIGNER = "signer"  # họ tên người ký
    YEAR = "year"  # năm
    PERIOD = "period"  # kỳ báo cáo
    DATE = "date"  # ngày
    MONEY = "money"  # số tiền
    SECTION = "section"  # nội dung của một mục
    ENDING = "ending"  # phần ký, nơi nhận
    WORDS = "words"  # lời văn mà người soạn chọn


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that change, each time they are said; the words of a section only where it stands.

    Attributes:
        words: as they stand in the text.
        around: a section's heading; else the words before the gap, or those after it.
        start: where in the text they are first said.
        count: how often the text says them.
    """

    kind: GapKind
    words: str
    around: str = ""
    start: int = 0
    count: int = 1
