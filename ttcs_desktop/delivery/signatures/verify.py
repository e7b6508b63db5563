"""What the signatures of a received PDF tell: who, when, intact or changed, trusted or not.

Nothing is fetched from a network: whether a certificate was revoked is known only where the file
itself carries the answer. Trusted is what leads to the certificates that the office put in place.
"""

import datetime
import io
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttcs_desktop.delivery.signatures.fields import in_short, reading
from ttcs_desktop.errors import SourceError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import Change, SignatureReport

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate, Name
    from pyhanko.sign.validation import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus
    from pyhanko_certvalidator import ValidationContext

_WEAK = ("md5", "sha1")
_SUFFIXES = (".pem", ".crt", ".cer", ".der")


def verified(pdf: bytes, roots: Iterable["Certificate"]) -> tuple[SignatureReport, ...]:
    """Return what each signature of a PDF tells, in the order they were put on; () for none.

    Raises:
        SourceError: the PDF cannot be read.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko.sign").setLevel(logging.CRITICAL)
    trusted = list(roots)
    with reading():
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        return tuple(_report(one, trusted) for one in reader.embedded_regular_signatures)


def roots_in(folder: Path) -> tuple["Certificate", ...]:
    """Return the certificates of authorities in a folder (chứng thư gốc).

    Raises:
        SourceError: a file with such a name is no certificate.
    """
    from pyhanko.keys import load_certs_from_pemder

    if not folder.is_dir():
        return ()
    files = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in _SUFFIXES]
    found: list[Certificate] = []
    for path in files:
        try:
            found += load_certs_from_pemder([str(path)])  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise SourceError(
                _("Tệp không phải chứng thư số ({reason}).").format(reason=error),
                where=str(path),
                remedy=_("Bỏ tệp này khỏi thư mục chứng thư gốc."),
            ) from error
    return tuple(found)


def _report(signature: "EmbeddedPdfSignature", roots: list["Certificate"]) -> SignatureReport:
    try:
        return _looked_at(signature, roots)
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(
            _("Chữ ký ở ô “{field}” bị hỏng, không đọc được ({reason}).").format(
                field=signature.field_name, reason=in_short(error)
            ),
            remedy=_("Xin lại tệp từ người ký."),
        ) from error


def _looked_at(signature: "EmbeddedPdfSignature", roots: list["Certificate"]) -> SignatureReport:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    usage = KeyUsageConstraints({"digital_signature", "non_repudiation"})
    moment = signature.self_reported_timestamp
    status = validate_pdf_signature(
        signature,
        signer_validation_context=_context(roots, moment),
        ts_validation_context=_context(roots, None),
        key_usage_settings=usage,
    )
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    is_proved = bool(stamp and stamp.intact and stamp.valid and stamp.trusted)
    return SignatureReport(
        field=signature.field_name,
        signer=_name(certificate.subject, "common_name"),
        organisation=_name(certificate.subject, "organization_name"),
        issuer=_name(certificate.issuer, "common_name"),
        signed_at=stamp.timestamp if stamp and is_proved else moment,
        is_time_proved=is_proved,
        is_intact=bool(status.intact and status.valid),
        change=_change(status),
        is_trusted=bool(status.trusted),
        doubt=_doubt(status, roots, moment),
        valid_from=certificate.not_valid_before,
        valid_to=certificate.not_valid_after,
    )


def _context(roots: list["Certificate"], moment: datetime.datetime | None) -> "ValidationContext":
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(
        trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail", moment=moment
    )


def _change(status: "PdfSignatureStatus") -> Change:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel as Covers

    if status.coverage is Covers.ENTIRE_FILE:
        return Change.NONE
    level = status.modification_level
    if not status.intact or level is None or not status.docmdp_ok:
        return Change.FORBIDDEN
    if level in (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES):
        return Change.NONE
    return Change.SIGNED_ON if level is ModificationLevel.FORM_FILLING else Change.FORBIDDEN


def _doubt(
    status: "PdfSignatureStatus", roots: list["Certificate"], moment: datetime.datetime | None
) -> str:
    """Return why a certificate is not trusted."""
    if status.trusted:
        return ""
    certificate = status.signing_cert
    if status.md_algorithm in _WEAK:
        return _("Chữ ký dùng thuật toán {name}, nay không còn an toàn.").format(
            name=status.md_algorithm.upper()
        )
    when = moment or datetime.datetime.now(datetime.UTC)
    if status.revoked:
        return _("Chứng thư số đã bị thu hồi.")
    if not certificate.not_valid_before <= when <= certificate.not_valid_after:
        return _("Chứng thư số không có hiệu lực vào lúc ký.")
    if certificate.self_signed in ("yes", "maybe") and certificate.issuer == certificate.subject:
        return _("Chứng thư số do chính người ký tự lập.")
    issuer = _name(certificate.issuer, "common_name")
    if not roots:
        return _("Chưa có chứng thư gốc nào trên máy này để đối chiếu nơi cấp “{issuer}”.").format(
            issuer=issuer
        )
    return _("Nơi cấp “{issuer}” không dẫn đến chứng thư gốc nào được tin cậy ở đây.").format(
        issuer=issuer
    )


def _name(name: "Name", part: str) -> str:
    parts: Mapping[str, Any] = name.native
    found = parts.get(part) or ""
    return "; ".join(map(str, found)) if isinstance(found, list) else str(found)
