"""The register of numbers given to outgoing documents (sổ đăng ký văn bản đi)."""

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

_SERIAL = re.compile(r"0*([1-9][0-9]{0,5})([a-zđ]{0,3})")


class NumberState(StrEnum):
    """What became of a number."""

    RESERVED = "reserved"  # giữ số
    ISSUED = "issued"  # đã ban hành
    CANCELLED = "cancelled"  # huỷ, có ghi lý do


@dataclass(frozen=True, slots=True)
class Series:
    """A series of numbers that starts from 01 (dãy số).

    Attributes:
        unit: id of the issuing body.
        type_name: the type of document in lower case; "" when one series serves all types.
        span: what it lasts for: a year ("2026"), or the day a term starts ("2025-08-20"; "" the
            term before the first one known).
        is_secret: for secret documents where they are numbered apart.
    """

    unit: str
    type_name: str
    span: str
    is_secret: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Serial:
    """A number in a series; `suffix` are the letters of one inserted later: 264a (số chèn)."""

    number: int
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.number}{self.suffix}"

    @classmethod
    def read(cls, text: str) -> "Serial | None":
        """Read "31", "05", "264a"; None when it is anything else."""
        found = _SERIAL.fullmatch(text.strip().lower())
        return cls(int(found[1]), found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Registered:
    """What a line of the register says beside the number (một dòng trong sổ).

    Attributes:
        symbol: what stands after the number, e.g. "-HD/BTGTU" or "/KH-UBND".
        type_name: type of document, e.g. "Hướng dẫn".
        subject: what it is about (trích yếu).
        filing: unit or person that keeps the archive copy (nơi lưu).
        copies: how many were made (số bản), 0 unknown.
        document: the file or draft that bears the number, "" for none.
    """

    date: datetime.date | None = None
    symbol: str = ""
    type_name: str = ""
    subject: str = ""
    signer: str = ""
    recipients: str = ""
    filing: str = ""
    copies: int = 0
    note: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register: a number and what became of it.

    `reason` tells why it was cancelled; `given_at` is the moment the number was given.
    """

    id: int
    series: Series
    serial: Serial
    state: NumberState
    registered: Registered
    given_at: datetime.datetime
    reason: str = ""

    @property
    def number_and_symbol(self) -> str:
        """Number and symbol as printed: "05-HD/BTGTU", "264a/KH-UBND"."""
        return f"{self.serial.number:02}{self.serial.suffix}{self.registered.symbol}"
