"""Who signs: a certificate with its key, from a file (PKCS#12) or from a token (PKCS#11).

What real tokens answer is told in sentences; their own words stand in brackets for whoever helps.
"""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttcs_desktop.errors import SourceError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import FileKey, TokenInfo, TokenKey

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pkcs11 import Session
    from pyhanko.sign.signers import Signer


class KeyHolderError(UserError):
    """The file or token does not sign."""


@contextmanager
def opened(key: FileKey | TokenKey) -> "Iterator[Signer]":
    """Yield the signer that a key stands for.

    Raises:
        SourceError: its file cannot be read.
        KeyHolderError: the file or token does not sign; says why and what to do.
    """
    if isinstance(key, FileKey):
        yield from_file(key.path, key.password)
    else:
        with from_token(key) as signer:
            yield signer


def from_file(path: Path, password: str) -> "Signer":
    """Return the signer in a PKCS#12 file (.p12, .pfx).

    Raises:
        SourceError: the file cannot be read.
        KeyHolderError: the password is wrong, it holds no certificate with key, or is out of date.
    """
    from pyhanko.sign.signers import SimpleSigner

    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            _("Không đọc được tệp chứng thư số ({reason}).").format(reason=error.strerror or error),
            where=str(path),
            remedy=_("Chọn lại tệp .p12 hoặc .pfx."),
        ) from error
    try:
        signer: Signer = SimpleSigner.load_pkcs12_data(data, (), passphrase=password.encode())
    except ValueError as error:
        raise KeyHolderError(
            _("Mật khẩu không đúng, hoặc tệp không có chứng thư số kèm khoá."),
            where=str(path),
            remedy=_("Gõ lại mật khẩu; nếu vẫn không được thì xin lại tệp từ nơi cấp chứng thư."),
        ) from error
    _refuse_out_of_date(signer.signing_cert, str(path))
    return signer


def tokens(module: Path) -> tuple[TokenInfo, ...]:
    """Return the tokens that are plugged in, with the certificates that can be seen on them.

    Raises:
        KeyHolderError: the token's program (PKCS#11 module) cannot be used; says why.
    """
    with _explained(str(module)):
        return tuple(_info(slot, token) for slot, token in _present(module))


@contextmanager
def from_token(key: TokenKey) -> "Iterator[Signer]":
    """Yield the signer on a token, while it is open.

    Raises:
        KeyHolderError: no token, a wrong PIN, no key, several certificates to choose from, or one
            that is out of date; says what to do.
    """
    from pyhanko.sign.pkcs11 import PKCS11Signer

    where = str(key.module)
    with _explained(where), _token(key.module, key.slot).open(user_pin=key.pin) as session:
        found, key_id, key_label = _pair(session, key.certificate)
        _refuse_out_of_date(found, where)
        yield PKCS11Signer(session, signing_cert=found, key_id=key_id, key_label=key_label)


def _library(module: Path) -> Any:  # noqa: ANN401  a compiled library without types
    import pkcs11

    try:
        return pkcs11.lib(str(module))
    except (RuntimeError, OSError) as error:
        raise KeyHolderError(
            _("Không nạp được chương trình của thẻ ký ({reason}).").format(reason=error),
            where=str(module),
            remedy=_(
                "Cài chương trình của nơi cấp thẻ, đúng loại 64 bit, rồi chọn lại tệp thư viện "
                "PKCS#11 của nó."
            ),
        ) from error


def _present(module: Path) -> list[tuple[int, Any]]:
    """Return the tokens that are plugged in and set up, with their slots."""
    from pkcs11 import TokenFlag

    slots = _library(module).get_slots(token_present=True)
    found = [(slot.slot_id, slot.get_token()) for slot in slots]
    return [one for one in found if one[1].flags & TokenFlag.TOKEN_INITIALIZED]


def _token(module: Path, wanted: int | None) -> Any:  # noqa: ANN401  a compiled library without types
    present = _present(module)
    for slot, token in present:
        is_wanted = slot == wanted if wanted is not None else bool(_info(slot, token).certificates)
        if is_wanted or (wanted is None and len(present) == 1):
            return token
    raise KeyHolderError(
        _("Không thấy thẻ ký nào đang cắm."),
        where=str(module),
        remedy=_("Cắm lại thẻ, chờ đèn sáng rồi thử lại."),
    )


def _info(slot: int, token: Any) -> TokenInfo:  # noqa: ANN401  a compiled library without types
    with token.open() as session:
        names = tuple(_name(one) for one, _id, _label in _certificates(session))
    serial = token.serial
    return TokenInfo(
        slot,
        token.label.strip(),
        serial.decode(errors="replace").strip() if isinstance(serial, bytes) else str(serial),
        names,
    )


def _certificates(session: "Session") -> "Iterator[tuple[Certificate, bytes, str]]":
    from asn1crypto.x509 import Certificate
    from pkcs11 import Attribute, ObjectClass

    for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        yield Certificate.load(one[Attribute.VALUE]), one[Attribute.ID], one[Attribute.LABEL]


def _pair(session: "Session", wanted: str) -> "tuple[Certificate, bytes | None, str | None]":
    """Return the certificate to sign with, and how its key is called on the token."""
    from pkcs11 import Attribute, ObjectClass

    keys = [
        (one[Attribute.ID], one[Attribute.LABEL])
        for one in session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY})
    ]
    certificates = [one for one in _certificates(session) if wanted in ("", _name(one[0]))]
    if not certificates:
        raise KeyHolderError(
            _("Trên thẻ không có chứng thư số nào."),
            remedy=_("Kiểm tra đã chọn đúng thẻ; thẻ mới phải được nạp chứng thư trước."),
        )
    ids, labels = {key_id for key_id, _label in keys}, {label for _id, label in keys}
    paired = [one for one in certificates if one[1] in ids or one[2] in labels]
    if not paired and len(keys) == len(certificates) == 1:
        (key_id, label), (certificate, *_rest) = keys[0], certificates[0]
        return certificate, key_id or None, None if key_id else label
    if not paired:
        raise _no_key("NoSuchKey")
    if len(paired) > 1:
        raise KeyHolderError(
            _("Trên thẻ có nhiều chứng thư số."),
            remedy=_("Chọn một: {names}.").format(names="; ".join(_name(one[0]) for one in paired)),
        )
    ((certificate, own_id, own_label),) = paired
    return certificate, own_id if own_id in ids else None, None if own_id in ids else own_label


def _name(certificate: "Certificate") -> str:
    names = certificate.subject.native
    return str(names.get("common_name") or certificate.subject.human_friendly)


def _refuse_out_of_date(certificate: "Certificate", where: str) -> None:
    now = datetime.datetime.now(datetime.UTC)
    start, end = certificate.not_valid_before, certificate.not_valid_after
    if not start <= now <= end:
        raise KeyHolderError(
            _("Chứng thư số của {name} chỉ có hiệu lực từ {start} đến {end}.").format(
                name=_name(certificate), start=f"{start:%d/%m/%Y}", end=f"{end:%d/%m/%Y}"
            ),
            where=where,
            remedy=_("Xem ngày giờ của máy; chứng thư hết hạn thì xin gia hạn ở nơi cấp."),
        )


def _no_key(reason: str) -> KeyHolderError:
    return KeyHolderError(
        _("Thẻ có chứng thư số nhưng phần mềm không thấy khoá đi kèm ({reason}).").format(
            reason=reason
        ),
        remedy=_(
            "Thẻ này có lẽ chỉ ký qua chương trình của nơi cấp: xuất tệp PDF có ô ký, ký bằng công "
            "cụ của Ban Cơ yếu Chính phủ rồi đưa tệp trở lại đây."
        ),
    )


@contextmanager
def _explained(where: str) -> Iterator[None]:
    """Tell what a token answers in a clerk's words.

    Raises:
        KeyHolderError: the token refused something.
    """
    from pkcs11.exceptions import PKCS11Error

    try:
        yield
    except PKCS11Error as error:
        name = type(error).__name__
        if name in ("NoSuchKey", "MultipleObjectsReturned", "KeyHandleInvalid"):
            raise _no_key(name) from error
        what, remedy = _TOLD.get(name, _otherwise)()
        raise KeyHolderError(f"{what} ({name})", where=where, remedy=remedy) from error


def _wrong_pin() -> tuple[str, str]:
    return (
        _("Mã PIN của thẻ không đúng"),
        _("Gõ lại mã PIN; sai nhiều lần thì thẻ sẽ khoá."),
    )


def _no_token() -> tuple[str, str]:
    return _("Không thấy thẻ ký"), _("Cắm lại thẻ, chờ đèn sáng rồi thử lại.")


def _otherwise() -> tuple[str, str]:
    return (
        _("Thẻ ký không làm được việc này"),
        _("Rút thẻ ra cắm lại; nếu vẫn vậy thì ký bằng công cụ của Ban Cơ yếu Chính phủ."),
    )


_TOLD: dict[str, Callable[[], tuple[str, str]]] = {
    "PinIncorrect": _wrong_pin,
    "PinInvalid": _wrong_pin,
    "PinLenRange": _wrong_pin,
    "ArgumentsBad": _wrong_pin,
    "PinLocked": lambda: (
        _("Thẻ ký đã bị khoá vì gõ sai mã PIN nhiều lần"),
        _("Mang thẻ đến nơi cấp để mở khoá."),
    ),
    "PinExpired": lambda: (
        _("Mã PIN của thẻ đã hết hạn"),
        _("Đổi mã PIN bằng chương trình của nơi cấp thẻ."),
    ),
    "UserPinNotInitialized": lambda: (
        _("Thẻ chưa được đặt mã PIN"),
        _("Đặt mã PIN bằng chương trình của nơi cấp thẻ."),
    ),
    "TokenNotPresent": _no_token,
    "NoSuchToken": _no_token,
    "DeviceRemoved": _no_token,
    "TokenNotRecognised": _no_token,
    "SlotIDInvalid": _no_token,
    "UserNotLoggedIn": lambda: (
        _("Thẻ đòi nhập mã PIN lần nữa khi ký"),
        _("Ký bằng chương trình của nơi cấp thẻ, hoặc công cụ của Ban Cơ yếu Chính phủ."),
    ),
    "AnotherUserAlreadyLoggedIn": lambda: (
        _("Thẻ đang được chương trình khác dùng"),
        _("Đóng chương trình đó rồi thử lại."),
    ),
    "SessionCount": lambda: (
        _("Thẻ đang được chương trình khác dùng"),
        _("Đóng chương trình đó rồi thử lại."),
    ),
}
