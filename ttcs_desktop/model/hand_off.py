"""Documents handed off for signature, and what comes back (hồ sơ trình ký)."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SlipTemplate:
    """The slip that goes with a document to be signed (phiếu trình ký), with named blanks.

    `text` is official text; `submitted_to` whom it addresses; `signing` the lines of its signature.
    """

    type_name: str
    subject: str
    submitted_to: str
    signing: tuple[str, ...]
    text: str
    source: str
    verified: str


class KnownBy(StrEnum):
    """By what a returned file was known, the surest first."""

    CONTENT = "content"  # đúng tệp đã xuất, chỉ thêm chữ ký
    METADATA = "metadata"  # thuộc tính của tệp PDF
    NUMBER = "number"  # số, ký hiệu đọc được trong tệp
    NAME = "name"  # tên tệp
    CLERK = "clerk"  # văn thư chọn


@dataclass(frozen=True, slots=True)
class HandOff:
    """A pack that was handed off (hồ sơ trình ký), and its tick when it came back.

    Attributes:
        document: file or draft that it was made of, "" for none.
        number: number and symbol, "" while there was none.
        name: name of its files, without suffix.
        pdf_size, pdf_sha256: of the PDF to be signed.
        returned_file: where the signed file was filed; `verdict` what its signatures told.
    """

    id: int
    document: str
    number: str
    title: str
    name: str
    folder: str
    pdf_size: int
    pdf_sha256: str
    made_at: datetime.datetime
    returned_at: datetime.datetime | None = None
    returned_file: str = ""
    returned_sha256: str = ""
    known_by: KnownBy | None = None
    verdict: str = ""

    @property
    def is_back(self) -> bool:
        """Tell whether a signed file came back."""
        return self.returned_at is not None
