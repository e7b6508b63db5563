"""The key that signs exchange packages: Ed25519, in a file that the clerk alone may read."""

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ttcs_desktop.errors import DataError, WriteError
from ttcs_desktop.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FILE_NAME = "key.pem"
GROUPS, DIGITS = 6, 5
"""Of a fingerprint: six groups of five digits are read over the telephone in a quarter minute."""


def public_key(folder: Path) -> str:
    """Return the office's public key as hex; the key is made when it is first asked for.

    Raises:
        WriteError: the folder cannot be written.
        DataError: the key file is damaged.
    """
    return _private(folder).public_key().public_bytes_raw().hex()


def signed(folder: Path, data: bytes) -> str:
    """Return the office's signature of these bytes as hex.

    Raises:
        WriteError: the key cannot be made.
        DataError: the key file is damaged.
    """
    return _private(folder).sign(data).hex()


def verifies(key: str, signature: str, data: bytes) -> bool:
    """Tell whether a signature is that of a public key for these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(signature), data
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(key: str) -> str:
    """Return the fingerprint of a public key, e.g. "04211 93077 …", to be read out and compared."""
    number = int.from_bytes(hashlib.sha256(bytes.fromhex(key)).digest())
    digits = f"{number % 10 ** (GROUPS * DIGITS):0{GROUPS * DIGITS}}"
    return " ".join(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


def _private(folder: Path) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    path = folder / FILE_NAME
    try:
        if not path.exists():
            _make(path)
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    except OSError as error:
        raise WriteError(
            _("Không tạo được khoá ký gói trao đổi ({reason}).").format(
                reason=error.strerror or error
            ),
            where=str(path),
            remedy=_("Kiểm tra quyền ghi vào thư mục riêng của phần mềm."),
        ) from error
    except ValueError as error:
        raise _damaged(path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _damaged(path)
    return key


def _make(path: Path) -> None:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    written = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(half, path)  # of two windows that make a key, the first one counts
    except FileExistsError:
        pass
    except OSError:  # a USB stick knows no second name
        half.replace(path)
    half.unlink(missing_ok=True)


def _damaged(path: Path) -> DataError:
    return DataError(
        _("Tệp khoá ký gói trao đổi bị hỏng."),
        where=str(path),
        remedy=_("Xoá tệp ấy để tạo khoá mới, rồi báo vân tay mới cho nơi nhận."),
    )
