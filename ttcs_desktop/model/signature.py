"""Digital signatures (chữ ký số): where they stand, who signed, what a received file tells."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SigningLook:
    """How signatures look on electronic copies: lengths in mm, size in pt.

    Attributes:
        picture_width, picture_height: room for the picture of the signature.
        seal_width: width of the seal, as the real one.
        seal_over: part of the signature, from its left, that the seal covers.
        line_size: size of the line that tells body and time, at the top right of page 1;
            `line_from_top` and `line_from_right` say where.
    """

    picture_width: float
    picture_height: float
    seal_width: float
    seal_over: float
    line_size: float
    line_from_top: float
    line_from_right: float
    source: str
    verified: str


class FieldKind(StrEnum):
    """What a signature field is for."""

    PERSON = "person"  # chữ ký của người có thẩm quyền
    SEAL = "seal"  # chữ ký của cơ quan, có ảnh dấu
    LINE = "line"  # dòng chữ và thời gian ký, trên bản sao và phụ lục kèm theo


@dataclass(frozen=True, slots=True)
class FieldBox:
    """A signature field on a page: page from 1, pt from the top left corner of the page."""

    name: str
    kind: FieldKind
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width of the box, pt."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height of the box, pt."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class FileKey:
    """A certificate with its key in a file (.p12, .pfx), and the file's password."""

    path: Path
    password: str


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A certificate with its key on a token.

    Attributes:
        module: the program library of the token's maker (PKCS#11).
        slot: the reader it is in; None for the first with a token.
        certificate: its name, where the token holds several.
    """

    module: Path
    pin: str
    slot: int | None = None
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class TokenInfo:
    """A token in a reader (USB token, thẻ ký) and the certificates on it, by their names."""

    slot: int
    label: str
    serial: str
    certificates: tuple[str, ...]


class Change(StrEnum):
    """What happened to a file after a signature."""

    NONE = "none"
    SIGNED_ON = "signed-on"  # chỉ thêm chữ ký, dấu thời gian
    FORBIDDEN = "forbidden"  # nội dung bị sửa


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What one signature of a file tells.

    Attributes:
        field: name of its field.
        signer, organisation: from the certificate.
        issuer: who issued the certificate.
        signed_at: as the signer's machine said, or as a time authority proved (`is_time_proved`).
        is_intact: what was signed is as it was.
        change: what happened to the file after it.
        is_trusted: the certificate leads to an authority that is trusted here.
        doubt: why it is not trusted, one sentence; "" when it is.
    """

    field: str
    signer: str
    organisation: str
    issuer: str
    signed_at: datetime.datetime | None
    is_time_proved: bool
    is_intact: bool
    change: Change
    is_trusted: bool
    doubt: str
    valid_from: datetime.datetime
    valid_to: datetime.datetime

    @property
    def is_good(self) -> bool:
        """Tell whether the file is as it was signed, by whom it says."""
        return self.is_intact and self.change is not Change.FORBIDDEN and self.is_trusted
