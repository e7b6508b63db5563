"""A real mail server on the loopback, with TLS and login, that refuses, puts off and is cut."""

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from ttcs_desktop.model.mail import MailAccount, Security

USER, PASSWORD = "van-thu", "mật khẩu của văn thư"
SENDER = "van-thu@khanhhoa.gov.vn"
WELL = "250 OK"


@dataclass(frozen=True)
class Taken:
    """A letter that the server took over."""

    sender: str
    addresses: tuple[str, ...]
    content: bytes

    @property
    def message_id(self) -> str:
        return str(message_from_bytes(self.content)["Message-ID"])


@dataclass
class Behaviour:
    """What the server answers; changed by a test as it goes."""

    taken: list[Taken] = field(default_factory=list)
    to_address: Callable[[str], str] = lambda _address: WELL
    to_letter: Callable[[], str] = lambda: WELL
    reached_data: threading.Event = field(default_factory=threading.Event)
    may_answer: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.may_answer.set()

    async def handle_RCPT(  # noqa: N802  the name that the server calls
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: object
    ) -> str:
        answer = self.to_address(address)
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        answer = self.to_letter()
        if answer.startswith("2"):
            self.taken.append(Taken(str(envelope.mail_from), tuple(envelope.rcpt_tos), content))
        self.reached_data.set()
        while not self.may_answer.is_set():
            await asyncio.sleep(0.01)
        return answer


@dataclass(frozen=True)
class Server:
    """The server at hand, and the mailbox that a clerk sends from through it."""

    account: MailAccount
    behaviour: Behaviour
    other_authority: str
    """A certificate that the server's was not issued by."""

    @property
    def taken(self) -> list[Taken]:
        return self.behaviour.taken


def _password_is_right(
    _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: object
) -> AuthResult:
    assert isinstance(given, LoginPassword)
    is_right = (given.login.decode(), given.password.decode()) == (USER, PASSWORD)
    return AuthResult(success=is_right, handled=False)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextlib.contextmanager
def mail_server(folder: Path, security: Security = Security.STARTTLS) -> Iterator[Server]:
    """Run a server whose certificate is issued by an authority of its own."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    own, other = folder / "authority.pem", folder / "other-authority.pem"
    authority.cert_pem.write_to_path(str(own))
    trustme.CA().cert_pem.write_to_path(str(other))
    behaviour, port = Behaviour(), free_port()
    is_tls = security is Security.TLS
    controller = Controller(
        behaviour,
        hostname="127.0.0.1",
        port=port,
        ssl_context=context if is_tls else None,
        tls_context=None if is_tls else context,
        require_starttls=not is_tls,
        auth_require_tls=not is_tls,
        auth_required=True,
        authenticator=_password_is_right,
        ident="may chu thu",
        server_hostname="localhost",
        data_size_limit=50_000_000,
    )
    controller.start()
    account = MailAccount(
        SENDER, "Ban Tuyên giáo Tỉnh uỷ", "127.0.0.1", port, security, USER, str(own)
    )
    try:
        yield Server(account, behaviour, str(other))
    finally:
        behaviour.may_answer.set()
        controller.stop()


@contextlib.contextmanager
def cutting_proxy(
    port: int, *, bytes_let_through: int = 10**9, host: str = "127.0.0.1"
) -> Iterator[int]:
    """Pass so many bytes on to a server, then cut the line both ways; return the proxy's port."""
    listener = socket.create_server((host, 0))
    listener.settimeout(0.1)
    is_over = threading.Event()
    ends: list[socket.socket] = []

    def cut(*cut_ends: socket.socket) -> None:
        for end in cut_ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def carry(one: socket.socket, other: socket.socket, limit: int) -> None:
        passed = 0
        with contextlib.suppress(OSError):
            while data := one.recv(16_384):
                passed += len(data)
                if passed > limit:
                    break
                other.sendall(data)
        cut(one, other)

    def serve() -> None:
        while not is_over.is_set():
            with contextlib.suppress(OSError):
                client, _address = listener.accept()
                client.settimeout(None)
                server = socket.create_connection(("127.0.0.1", port))
                ends.extend((client, server))
                for one, other, limit in (
                    (client, server, bytes_let_through),
                    (server, client, 10**9),
                ):
                    threading.Thread(target=carry, args=(one, other, limit), daemon=True).start()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        is_over.set()
        thread.join(timeout=5)
        cut(*ends)
        listener.close()
