"""Copies of issued documents, certified by the body that copies (sao văn bản)."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ttcs_desktop.errors import UnknownError, UserError
from ttcs_desktop.i18n import _
from ttcs_desktop.model.copy_form import CopyForm, CopyKind
from ttcs_desktop.model.document import (
    Document,
    DocumentNumber,
    PlaceAndDate,
    Recipient,
    Recipients,
)
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.sheet import Sheet
from ttcs_desktop.model.unit import Unit
from ttcs_desktop.rules.copying import certificate_alone, copied, extract
from ttcs_desktop.rules.secrecy import is_secret
from ttcs_desktop.rules.signing import block_from_lines
from ttcs_desktop.rules.units import issuing_body, period_on, signing_on
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.library import Library


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """Who certifies a copy, and of what kind.

    Attributes:
        unit: id of the copying body; it may be another than the issuing one.
        kind: id of a kind in the body's format; "" for the first.
        number: serial from the register, "" to leave room.
        signing: lines of the signature, e.g. ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"); () for the
            unit's usual.
        lines: first and last line of the official text that are copied, for an extract.
    """

    unit: str
    date: datetime.date
    kind: str = ""
    number: str = ""
    signing: tuple[str, ...] = ()
    signer: str = ""
    recipients: tuple[str, ...] = ()
    lines: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class CopyPages:
    """The pages of a copy: for any writer, and what the clerk should look at."""

    sheet: Sheet
    format: FormatProfile
    kind: CopyKind
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Copying:
    """Makes copies."""

    library: Library

    def kinds(self, unit: str, date: datetime.date) -> tuple[CopyKind, ...]:
        """Return the kinds of copies that a body makes on a date; () when its format has none.

        Raises:
            UnknownError: there is no such unit.
        """
        form = self._format(self.library.unit(unit), date).copy
        return form.kinds if form else ()

    def copy(self, composition: Composition, request: CopyRequest) -> CopyPages:
        """Return a copy of an issued document with the certificate below its text.

        Raises:
            UnknownError: there is no such unit or kind.
            UserError: the document was not issued yet, or no lines are given for an extract.
        """
        _refuse_draft(composition)
        unit = self.library.unit(request.unit)
        certifying = self._format(unit, request.date)
        kind = _kind(certifying.copy, request.kind)
        original = _copied_part(composition.document, kind, request.lines)
        sheet = copied(
            original,
            self._certificate(unit, kind, request),
            kind,
            _format_of(composition, original),
            certifying,
            self.library.instruments,
        )
        problems = tuple(_problems(composition, certifying, request))
        return CopyPages(sheet, composition.format, kind, problems)

    def certificate(self, request: CopyRequest) -> CopyPages:
        """Return the certificate on a page of its own, for an original that is only on paper.

        Raises:
            UnknownError: there is no such unit or kind.
        """
        unit = self.library.unit(request.unit)
        certifying = self._format(unit, request.date)
        kind = _kind(certifying.copy, request.kind)
        sheet = certificate_alone(self._certificate(unit, kind, request), kind, certifying)
        return CopyPages(sheet, certifying, kind, ())

    def _format(self, unit: Unit, date: datetime.date) -> FormatProfile:
        return self.library.format_for(unit.regime, date)

    def _certificate(self, unit: Unit, kind: CopyKind, request: CopyRequest) -> Document:
        """Return the copying body as a document of its own."""
        period = period_on(unit, request.date)
        usual = signing_on(unit, request.date)[:1]
        lines = request.signing or (usual[0].lines if usual else ())
        name = request.signer or ("" if request.signing or not usual else usual[0].name)
        return Document(
            type_name=kind.type_name,
            issuer=issuing_body(period),
            number=DocumentNumber(request.number),
            place_and_date=PlaceAndDate(period.place, request.date),
            recipients=Recipients(tuple(map(Recipient, request.recipients)), period.filing),
            signatures=(block_from_lines(lines, name),),
        )


def _kind(form: CopyForm | None, wanted: str) -> CopyKind:
    kinds = form.kinds if form else ()
    for kind in kinds:
        if wanted in ("", kind.id):
            return kind
    raise UnknownError(
        _("Thể thức này không có hình thức sao “{kind}”.").format(kind=wanted),
        remedy=_("Các hình thức sao: {kinds}.").format(
            kinds=", ".join(f"{kind.id} ({kind.title})" for kind in kinds) or "-"
        ),
    )


def _refuse_draft(composition: Composition) -> None:
    document = composition.document
    if not document.number.serial.strip() or document.place_and_date.date is None:
        raise UserError(
            _("Chỉ sao văn bản đã ban hành: văn bản này chưa có số hoặc ngày."),
            remedy=_("Ban hành văn bản trước, rồi sao."),
        )


def _copied_part(document: Document, kind: CopyKind, lines: tuple[int, int] | None) -> Document:
    if not kind.is_extract:
        return document
    blocks = extract(document.blocks, *lines) if lines else ()
    if not blocks:
        raise UserError(
            _("Chưa chọn phần cần trích sao."),
            remedy=_("Chọn dòng đầu và dòng cuối của phần cần trích."),
        )
    return replace(document, blocks=blocks, annexes=())


def _format_of(composition: Composition, part: Document) -> FormatProfile:
    """Return the original's format; a part without the end of the text bears no end mark."""
    if part.blocks[-1:] == composition.document.blocks[-1:]:
        return composition.format
    return replace(composition.format, end_mark="")


def _problems(
    composition: Composition, certifying: FormatProfile, request: CopyRequest
) -> Iterator[Problem]:
    if is_secret(composition.document.marks):
        yield Problem(
            Severity.WARNING,
            "copying.secret",
            _("Văn bản mật chỉ được sao khi người có thẩm quyền cho phép."),
            hint=_("Ghi số lượng bản sao và nơi nhận theo quy định bảo vệ bí mật nhà nước."),
            source="Luật Bảo vệ bí mật nhà nước 29/2018/QH14, Điều 11",
        )
    written = composition.document.place_and_date.date
    if written and request.date < written:
        yield Problem(
            Severity.ERROR,
            "copying.before-original",
            _("Ngày sao trước ngày của văn bản."),
            hint=_("Xem lại ngày sao."),
        )
    form = certifying.copy
    if form and form.has_head and not request.number:
        yield Problem(
            Severity.WARNING,
            "copying.no-number",
            _("Bản sao chưa có số."),
            hint=_("Lấy số từ sổ đăng ký bản sao."),
            source=form.source,
        )
