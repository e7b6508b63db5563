"""The mail server: reached only over an encrypted way whose certificate verifies (máy chủ thư).

A letter is handed over in two steps, so that who keeps the outbox can note down between them that
from here on it may have gone out. A cut connection tells which of the two it is: while the letter
was still being written, the server cannot have it whole; after its last line, it may.
"""

import base64
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from ttcs_desktop.errors import UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import MailAccount, Security

SECONDS = 60
"""How long an answer, or writing one piece of a letter, may take."""
SECONDS_TO_TAKE_IN = 600
"""How long a server may take over a whole letter (RFC 5321, 4.5.3.2.6)."""
_OURSELVES = "[127.0.0.1]"
"""What we call ourselves: nothing of this machine."""
_GO_ON, _FOR_NOW, _FOR_GOOD = 354, 400, 500
_PIECE = 65_536


class NoNetworkError(UserError):
    """The server cannot be reached now."""


class MailboxError(UserError):
    """The server does not let this mailbox in, whatever the letter."""


class PasswordError(MailboxError):
    """The server does not take user name and password."""


class CutError(Exception):
    """The connection was cut; `may_have_gone` tells that the server may have the whole letter."""

    def __init__(self, *, may_have_gone: bool) -> None:
        self.may_have_gone = may_have_gone
        super().__init__()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said."""

    code: int
    words: str

    @property
    def is_well(self) -> bool:
        """Tell whether it accepts."""
        return self.code < _FOR_NOW

    @property
    def is_for_now(self) -> bool:
        """Tell whether the same may be accepted later (4xx)."""
        return _FOR_NOW <= self.code < _FOR_GOOD

    def __str__(self) -> str:
        return f"{self.code} {self.words}".strip()


@contextmanager
def connected(account: MailAccount, password: str | None) -> Iterator["Line"]:
    """Yield a line to the mail server, logged in.

    Raises:
        NoNetworkError: it cannot be reached, or has no time now.
        MailboxError: its certificate does not verify, or it does not let this mailbox in.
    """
    smtp = _opened(account)
    try:
        if account.user:
            _log_in(smtp, account, password or "")
        yield Line(smtp)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()
        smtp.close()


class Line:
    """An open line to a mail server."""

    def __init__(self, smtp: smtplib.SMTP) -> None:
        self._smtp = smtp

    def offer(self, sender: str, addresses: Sequence[str], size: int) -> dict[str, Reply]:
        """Ask whether the server takes a letter of so many bytes for each address.

        Raises:
            CutError: the connection was cut; nothing was handed over.
        """
        try:
            self._smtp.rset()
            has_size = self._smtp.has_extn("size")
            answer = _reply(self._smtp.mail(sender, [f"size={size}"] if has_size else []))
            if not answer.is_well:
                return dict.fromkeys(addresses, answer)
            return {address: _reply(self._smtp.rcpt(address)) for address in addresses}
        except (OSError, smtplib.SMTPException) as error:
            raise CutError(may_have_gone=False) from error

    def hand_over(self, message: bytes) -> Reply:
        """Write a letter that was offered, and return whether the server has taken it over.

        Raises:
            CutError: the connection was cut; tells whether the letter may have gone.
        """
        try:
            answer = _reply(self._smtp.docmd("DATA"))
            if answer.code != _GO_ON:
                return answer if not answer.is_well else Reply(_FOR_NOW, str(answer))
            self._write(message)
        except (OSError, smtplib.SMTPException) as error:
            raise CutError(may_have_gone=False) from error
        try:
            answer = _reply(self._smtp.getreply())
            self._socket.settimeout(SECONDS)
        except (OSError, smtplib.SMTPException) as error:
            raise CutError(may_have_gone=True) from error
        return answer

    def _write(self, message: bytes) -> None:
        written = re.sub(rb"(?m)^\.", b"..", message.removesuffix(b"\r\n")) + b"\r\n.\r\n"
        for start in range(0, len(written), _PIECE):
            self._socket.sendall(written[start : start + _PIECE])
        self._socket.settimeout(SECONDS_TO_TAKE_IN)

    @property
    def _socket(self) -> socket.socket:
        if self._smtp.sock is None:
            raise ConnectionError
        return self._smtp.sock


def _opened(account: MailAccount) -> smtplib.SMTP:
    """Open an encrypted line whose certificate verifies."""
    context = _trusted(account)
    try:
        if account.security is Security.TLS:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                account.host, account.port, _OURSELVES, timeout=SECONDS, context=context
            )
        else:
            smtp = smtplib.SMTP(account.host, account.port, _OURSELVES, timeout=SECONDS)
            _close_the_way(smtp, account, context)
        smtp.ehlo_or_helo_if_needed()
    except ssl.SSLCertVerificationError as error:
        raise _unverified(account, error) from error
    except ssl.SSLError as error:
        raise _not_encrypted(account, str(error.reason or error)) from error
    except smtplib.SMTPResponseException as error:
        raise _not_now(account, _reply((error.smtp_code, error.smtp_error))) from error
    except (OSError, smtplib.SMTPException) as error:
        raise _unreachable(account, error) from error
    return smtp


def _close_the_way(smtp: smtplib.SMTP, account: MailAccount, context: ssl.SSLContext) -> None:
    smtp.ehlo()
    if not smtp.has_extn("starttls"):
        smtp.close()
        raise _not_encrypted(account, "STARTTLS")
    try:
        smtp.starttls(context=context)
    except (OSError, smtplib.SMTPException):
        smtp.close()
        raise
    smtp.ehlo()


def _trusted(account: MailAccount) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if account.authority_file:
        try:
            context.load_verify_locations(account.authority_file)
        except (OSError, ssl.SSLError) as error:
            raise MailboxError(
                _("Không đọc được chứng thư của cơ quan cấp ({reason}).").format(reason=error),
                where=account.authority_file,
                remedy=_("Chọn lại tệp chứng thư (.pem, .crt) trong phần thiết đặt hộp thư."),
            ) from error
    return context


def _log_in(smtp: smtplib.SMTP, account: MailAccount, password: str) -> None:
    """Log in; a password may hold Vietnamese letters (RFC 4616 asks for UTF-8)."""
    ways = smtp.esmtp_features.get("auth", "").upper().split()
    try:
        if "PLAIN" in ways:
            secret = base64.b64encode(f"\0{account.user}\0{password}".encode()).decode()
            answer = _reply(smtp.docmd("AUTH", f"PLAIN {secret}"))
        else:
            answer = _reply(smtp.login(account.user, password))
    except smtplib.SMTPResponseException as error:
        answer = _reply((error.smtp_code, error.smtp_error))
    except UnicodeEncodeError:
        answer = Reply(_FOR_GOOD, "")
    except smtplib.SMTPNotSupportedError as error:
        raise MailboxError(
            _("Máy chủ thư {host} không nhận đăng nhập.").format(host=account.host),
            remedy=_("Bỏ tên đăng nhập, hoặc kiểm tra lại máy chủ và cổng."),
        ) from error
    except (OSError, smtplib.SMTPException) as error:
        raise _unreachable(account, error) from error
    if answer.is_for_now:
        raise _not_now(account, answer)
    if not answer.is_well:
        raise PasswordError(
            _("Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu ({reply}).").format(reply=answer),
            where=f"{account.user} @ {account.host}",
            remedy=_("Kiểm tra lại tên đăng nhập, gõ lại mật khẩu; thư vẫn nằm trong hộp thư đi."),
        )


def _reply(answer: tuple[int, bytes | str]) -> Reply:
    code, words = answer
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return Reply(code, " ".join(text.split()))


def _unreachable(account: MailAccount, error: Exception) -> NoNetworkError:
    return NoNetworkError(
        _("Chưa nối được với máy chủ thư ({reason}).").format(reason=_reason(error)),
        where=f"{account.host}:{account.port}",
        remedy=_("Thư vẫn nằm trong hộp thư đi, khi có mạng sẽ gửi tiếp."),
    )


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return _("quá lâu không trả lời")
    return getattr(error, "strerror", None) or str(error)


def _not_now(account: MailAccount, reply: Reply) -> UserError:
    if reply.is_for_now:
        return NoNetworkError(
            _("Máy chủ thư đang bận ({reply}).").format(reply=reply),
            where=f"{account.host}:{account.port}",
            remedy=_("Thư vẫn nằm trong hộp thư đi, một lát nữa sẽ gửi tiếp."),
        )
    return MailboxError(
        _("Máy chủ thư không nhận kết nối ({reply}).").format(reply=reply),
        where=f"{account.host}:{account.port}",
        remedy=_("Kiểm tra lại tên máy chủ, cổng và cách mã hoá trong phần thiết đặt hộp thư."),
    )


def _unverified(account: MailAccount, error: ssl.SSLCertVerificationError) -> MailboxError:
    return MailboxError(
        _("Chứng thư của máy chủ thư không xác thực được ({reason}); không gửi gì.").format(
            reason=error.verify_message
        ),
        where=f"{account.host}:{account.port}",
        remedy=_(
            "Kiểm tra tên máy chủ và ngày giờ của máy này; nếu cơ quan tự cấp chứng thư thì chọn "
            "tệp chứng thư của cơ quan cấp trong phần thiết đặt hộp thư."
        ),
    )


def _not_encrypted(account: MailAccount, reason: str) -> MailboxError:
    return MailboxError(
        _("Máy chủ thư không mở được kết nối mã hoá ({reason}); không gửi gì.").format(
            reason=reason
        ),
        where=f"{account.host}:{account.port}",
        remedy=_("Chọn đúng cách mã hoá: STARTTLS thường ở cổng 587, TLS ở cổng 465."),
    )
