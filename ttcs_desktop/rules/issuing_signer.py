"""Whether who signs may sign, and may issue such a document (người ký, thẩm quyền ban hành)."""

import datetime
from collections.abc import Iterable, Iterator

from ttcs_desktop.i18n import _
from ttcs_desktop.language.case import upper_first
from ttcs_desktop.language.dates import short_date
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.document import Document, SignatureBlock, SigningAuthority
from ttcs_desktop.model.gate import AuthorityRule
from ttcs_desktop.model.problem import Problem, Severity
from ttcs_desktop.model.unit import Person, Unit
from ttcs_desktop.rules.issuing import ask, key, stop
from ttcs_desktop.rules.signing import block_from_lines
from ttcs_desktop.rules.units import signing_on


def signer_problems(
    document: Document, unit: Unit | None, date: datetime.date
) -> Iterator[Problem]:
    """Yield what the signatures lack, and signers who may not sign on that date."""
    if not document.signatures:
        yield stop("issuing.no-signature", _("Văn bản chưa có phần ký."), hint=_("Chọn người ký."))
    for block in document.signatures:
        if not block.name.strip():
            yield stop(
                "issuing.no-signer",
                _("Chưa có họ tên người ký."),
                block.line,
                _("Chọn người ký."),
            )
        if not block.authority and not block.positions:
            yield stop(
                "issuing.no-position",
                _("Chưa có quyền hạn, chức vụ của người ký."),
                block.line,
                _("Chọn cách đề ký."),
            )
        if block.is_signed:
            yield ask(
                "issuing.signed-already",
                _("Phần ký ghi “(đã ký)”, không còn chỗ để ký."),
                block.line,
                _("Bỏ dòng “(đã ký)” nếu đây là bản để trình ký."),
            )
        if unit and len(document.signatures) == 1:
            yield from _office_problems(block, unit, date)


def authority_problems(
    document: Document, unit: Unit | None, date: datetime.date, rules: Iterable[AuthorityRule]
) -> Iterator[Problem]:
    """Yield that the body that signs may not issue a document of this type."""
    if unit is None:
        yield ask(
            "issuing.unknown-body",
            _("Chưa chọn đơn vị ban hành nên chưa rà soát được thẩm quyền."),
            hint=_("Chọn đơn vị ban hành."),
        )
        return
    type_name = document.type_name.strip().lower()
    for rule in rules:
        if not _is_for(rule, unit, document, date):
            continue
        if fold(type_name) in map(fold, rule.forbidden):
            yield Problem(
                Severity.ERROR if rule.verified == "primary" else Severity.WARNING,
                "issuing.not-entitled",
                _("{body} không ban hành {type}.").format(
                    body=_body(document, rule), type=type_name
                ),
                document.subject_line,
                _("Xem lại tên loại hoặc cơ quan ký; nếu đúng thẩm quyền thì bỏ qua."),
                rule.source,
            )


def _office_problems(block: SignatureBlock, unit: Unit, date: datetime.date) -> Iterator[Problem]:
    known = [person for person in unit.people if key(person.name) == key(block.name)]
    serving = [person for person in known if person.covers(date)]
    if known and not serving:
        yield stop(
            "issuing.not-in-office",
            _("{name} không giữ chức vụ ký vào ngày {day}.").format(
                name=block.name, day=short_date(date)
            ),
            block.line,
            _("Chọn người ký khác, hoặc sửa thời gian giữ chức vụ trong danh sách người ký."),
        )
    elif unit.people and not known and block.name:
        yield ask(
            "issuing.unknown-signer",
            _("{name} không có trong danh sách người ký của đơn vị.").format(name=block.name),
            block.line,
            _("Kiểm tra họ tên, hoặc thêm vào danh sách người ký."),
        )
    yield from _form_problems(block, unit, date, serving)


def _form_problems(
    block: SignatureBlock, unit: Unit, date: datetime.date, serving: list[Person]
) -> Iterator[Problem]:
    own = [lines for person in serving for lines in person.authority]
    allowed = own or [form.lines for form in signing_on(unit, date)]
    forms = [block_from_lines(lines) for lines in allowed]
    if forms and not any(_is_same_way(block, form) for form in forms):
        ways = "; ".join(" / ".join(lines) for lines in dict.fromkeys(allowed))
        yield ask(
            "issuing.unusual-signature",
            _("Cách đề ký này không có trong các cách ký đã ghi của đơn vị."),
            block.line,
            _("Các cách đã ghi: {ways}.").format(ways=ways),
        )


def _is_same_way(block: SignatureBlock, form: SignatureBlock) -> bool:
    """Compare ways to sign; what a regime adds for a deputy (KT.) may be left out."""

    def said(one: SignatureBlock) -> tuple[object, ...]:
        authority = [line for line in one.authority if line.authority is not SigningAuthority.FOR]
        return (
            [(line.authority, key(line.of)) for line in authority],
            [key(position) for position in one.positions],
        )

    return said(block) == said(form)


def _is_for(rule: AuthorityRule, unit: Unit, document: Document, date: datetime.date) -> bool:
    signs_for = {
        key(line.of)
        for block in document.signatures
        for line in block.authority
        if line.authority is SigningAuthority.ON_BEHALF
    }
    return (
        rule.regime is unit.regime
        and rule.covers(date)
        and (not rule.levels or unit.level in rule.levels)
        and (not rule.on_behalf or not signs_for.isdisjoint(map(key, rule.on_behalf)))
    )


def _body(document: Document, rule: AuthorityRule) -> str:
    return upper_first(rule.on_behalf[0].lower()) if rule.on_behalf else document.issuer.name
