"""Certificates of an authority of our own, pictures of signature and seal, and a token."""

import datetime
import os
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.UTC)
YEAR = datetime.timedelta(days=365)
MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
PIN = "123456"


@dataclass(frozen=True)
class Issued:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def write_p12(self, path: Path, password: str, *others: "Issued") -> Path:
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(
                b"key",
                self.key,
                self.certificate,
                [one.certificate for one in others],
                serialization.BestAvailableEncryption(password.encode()),
            )
        )
        return path


def authority(name: str) -> Issued:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    return Issued(_signed(subject, subject, key, key, is_authority=True), key)


def signer(
    issuer: Issued,
    name: str,
    organisation: str = "Ban Tuyên giáo Tỉnh uỷ",
    *,
    start: datetime.datetime = NOW - YEAR,
    end: datetime.datetime = NOW + YEAR,
) -> Issued:
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    certificate = _signed(
        subject, issuer.certificate.subject, key, issuer.key, start=start, end=end
    )
    return Issued(certificate, key)


def _signed(
    subject: x509.Name,
    issuer: x509.Name,
    key: rsa.RSAPrivateKey,
    by: rsa.RSAPrivateKey,
    *,
    is_authority: bool = False,
    start: datetime.datetime = NOW - 2 * YEAR,
    end: datetime.datetime = NOW + 2 * YEAR,
) -> x509.Certificate:
    usage = x509.KeyUsage(
        digital_signature=not is_authority, content_commitment=not is_authority,
        key_encipherment=False, data_encipherment=False, key_agreement=False,
        key_cert_sign=is_authority, crl_sign=is_authority, encipher_only=False,
        decipher_only=False,
    )  # fmt: skip
    own, above = (x509.SubjectKeyIdentifier.from_public_key(one.public_key()) for one in (key, by))
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(own, critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(above), critical=False
        )
        .sign(by, hashes.SHA256())
    )


def picture(width: int, height: int, colour: tuple[int, int, int], *, ring: bool = False) -> bytes:
    """Draw a PNG on a transparent ground: a slanting stroke, or the ring of a seal."""
    rows = []
    for y in range(height):
        row = bytearray(b"\0")
        for x in range(width):
            if ring:
                away = ((x - width / 2) ** 2 + (y - height / 2) ** 2) ** 0.5
                is_ink = width * 0.42 < away < width * 0.48
            else:
                is_ink = abs(y - height * (1 - x / width)) < height * 0.06
            row += bytes((*colour, 255 if is_ink else 0))
        rows.append(bytes(row))
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def token_module() -> Path | None:
    return next((Path(one) for one in MODULES if Path(one).is_file()), None)


def make_token(folder: Path, label: str, slot_pin: str = PIN) -> None:
    """Make an empty token; `SOFTHSM2_CONF` must name `softhsm2.conf` in the folder."""
    store = folder / "tokens"
    store.mkdir(exist_ok=True)
    (folder / "softhsm2.conf").write_text(f"directories.tokendir = {store}\nlog.level = ERROR\n")
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", label, "--pin", slot_pin,
         "--so-pin", "12345678"],
        check=True, capture_output=True,
        env={**os.environ, "SOFTHSM2_CONF": str(folder / "softhsm2.conf")},
    )  # fmt: skip
