"""A letter as the bytes that every mail program and server reads (RFC 5322, RFC 2231).

Everything is written in seven bits, so that no server on the way has to change it; Vietnamese names
of attachments are written as RFC 2231 asks, which portals and old programs may not know: for those
`attachments.plainly_named` gives names without marks.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import Header, decode_header, make_header
from email.message import Message
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr, getaddresses, make_msgid

from ttcs_desktop.errors import SourceError, WriteError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Attachment, Mail, MailAddress

_TYPES = {
    ".docx": "vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "pdf",
    ".zip": "zip",
}
_UNKNOWN = "octet-stream"
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def is_address(text: str) -> bool:
    """Tell whether a text is an address that any server takes (chữ không dấu, một dấu @)."""
    return bool(_ADDRESS.fullmatch(text)) and ".." not in text and not text.startswith(".")


def new_message_id(sender: str) -> str:
    """Return an id for a letter, in the sender's domain; it tells nothing of this machine."""
    return make_msgid(domain=sender.rpartition("@")[2] or "ttcs.invalid")


def draft_file(mail: Mail) -> bytes:
    """Return a letter as a file that opens in the mail program ready to be sent (`X-Unsent: 1`).

    Raises:
        WriteError: what was written does not read back as it was meant.
    """
    return _proved(mail, {"X-Unsent": "1"})


def sent_bytes(mail: Mail, message_id: str) -> bytes:
    """Return a letter as a server takes it, but for its date, which `dated` puts before it.

    Raises:
        WriteError: what was written does not read back as it was meant.
    """
    return _proved(mail, {"Message-ID": message_id})


def dated(message: bytes, moment: datetime.datetime) -> bytes:
    """Return a message with the moment that it is sent at its head."""
    return f"Date: {format_datetime(moment)}\r\n".encode("ascii") + message


def read_message(data: bytes) -> Mail:
    """Read a letter of ours back from its bytes.

    Raises:
        SourceError: it is no letter.
    """
    try:
        message = message_from_bytes(data)
        body, *attached = (part for part in message.walk() if not part.is_multipart())
        senders = _addresses(message["From"])
        return Mail(
            to=_addresses(message["To"]),
            subject=_decoded(message["Subject"]),
            body=_clean(_bytes_of(body).decode()).rstrip("\n"),
            attachments=tuple(
                Attachment(one.get_filename("") or "", _bytes_of(one)) for one in attached
            ),
            sender=senders[0] if senders else None,
        )
    except (HeaderParseError, LookupError, ValueError) as error:
        raise SourceError(
            _("Không đọc được thư ({reason}).").format(reason=error),
            remedy=_("Soạn lại thư."),
        ) from error


def _message(mail: Mail, headers: Mapping[str, str]) -> bytes:
    """Write a letter with the older half of `email`: the newer one loses spaces when it folds."""
    message = MIMEMultipart()
    if mail.sender:
        message["From"] = _written((mail.sender,))
    if mail.to:
        message["To"] = _written(mail.to)
    message["Subject"] = Header(_one_line(mail.subject), "utf-8", header_name="Subject").encode()
    for name, value in headers.items():
        message[name] = value
    message.attach(MIMEText(_clean(mail.body), "plain", "utf-8"))
    for attachment in mail.attachments:
        message.attach(_part(attachment))
    return message.as_bytes(policy=compat32.clone(linesep="\r\n"))


def _part(attachment: Attachment) -> MIMEBase:
    suffix = attachment.name[attachment.name.rfind(".") :].lower()
    part = MIMEApplication(attachment.data, _TYPES.get(suffix, _UNKNOWN))
    name = _one_line(attachment.name)
    told = name if name.isascii() else ("utf-8", "", name)
    part.add_header("Content-Disposition", "attachment", filename=told)
    return part


def _written(addresses: Iterable[MailAddress]) -> str:
    return ",\n ".join(map(_address, addresses))


def _address(address: MailAddress) -> str:
    name = _one_line(address.name)
    if name.isascii():
        return formataddr((name, address.email))
    return f"{Header(name, 'utf-8', maxlinelen=70).encode()} <{address.email}>"


def _addresses(header: str | None) -> tuple[MailAddress, ...]:
    found = getaddresses([header or ""])
    return tuple(MailAddress(email, _decoded(name)) for name, email in found if email)


def _decoded(words: str | None) -> str:
    return str(make_header(decode_header(words or "")))


def _bytes_of(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _proved(mail: Mail, headers: Mapping[str, str]) -> bytes:
    """Return the bytes of a letter that read back as it was meant."""
    data = _message(mail, headers)
    if read_message(data) != _meant(mail):
        raise WriteError(
            _("Thư ghi ra không đọc lại được đúng như đã soạn."),
            remedy=_("Bỏ ký tự lạ ở tên người nhận, tiêu đề hoặc tên tệp rồi soạn lại."),
        )
    return data


def _meant(mail: Mail) -> Mail:
    return Mail(
        to=tuple(map(_clean_address, mail.to)),
        subject=_one_line(mail.subject),
        body=_clean(mail.body).rstrip("\n"),
        attachments=tuple(replace(one, name=_one_line(one.name)) for one in mail.attachments),
        sender=_clean_address(mail.sender) if mail.sender else None,
    )


def _clean_address(address: MailAddress) -> MailAddress:
    return MailAddress(address.email, _one_line(address.name))


def _one_line(text: str) -> str:
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    """Return text with plain line ends, without what cannot be written in Unicode."""
    sound = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return "\n".join(sound.splitlines())
