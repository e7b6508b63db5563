"""Who may sign, and for whom (thẩm quyền ký: thay mặt, ký thay)."""

import re
from collections.abc import Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.issuers import issuer_in
from ttcs_desktop.checking.recognition.words import check_words
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules.form.signing import signatures
from ttcs_desktop.i18n import _
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.document import SigningAuthority
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.signatures import authority_line, is_known_title
from ttcs_desktop.officialtext.words import key

_DEPUTY = re.compile(r"(?:PHÓ |THỨ TRƯỞNG|CẤP PHÓ)")
_JOINT = 2


def deputy(case: Case) -> Iterator[Remark]:
    """Yield a deputy who signs without saying for whom, or says it where no rule does."""
    form = case.format.signature
    for signature in signatures(case):
        if not signature.titles or len(signatures(case)) >= _JOINT:
            continue
        kinds = {line.authority for line in signature.read}
        is_deputy = _DEPUTY.match(fold(signature.title).upper()) is not None
        word = form.words.get(SigningAuthority.FOR.value, "").strip()
        if form.deputy_signs_for_head and is_deputy and not kinds:
            yield Remark(
                _("Cấp phó ký thay phải ghi “{word}” trước chức vụ cấp trưởng.").format(word=word),
                signature.titles[0],
                found=signature.title,
                asked=f"{word} …",
                severity=Severity.WARNING,
            )
        elif form.deputy_signs_for_head and is_deputy and kinds == {SigningAuthority.ON_BEHALF}:
            yield Remark(
                _("Cấp phó thay mặt tập thể phải ghi thêm “{word}” chức vụ cấp trưởng.").format(
                    word=word
                ),
                signature.titles[0],
                found=signature.title,
                asked=f"{word} …",
                severity=Severity.WARNING,
            )
        elif (
            not form.deputy_signs_for_head
            and {
                SigningAuthority.ON_BEHALF,
                SigningAuthority.FOR,
            }
            <= kinds
        ):
            yield Remark(
                _("Ký thay mặt tập thể thì không ghi thêm “{word}”.").format(word=word),
                signature.authority[-1],
                found=signature.authority[-1].text,
                asked=_("chỉ ghi thay mặt"),
            )


def head_of_deputy(case: Case) -> Iterator[Remark]:
    """Yield a title that is not a deputy's under the line that signs for the head (ký thay)."""
    for signature in signatures(case):
        line = next((one for one in signature.read if one.authority is SigningAuthority.FOR), None)
        if line is None or not signature.titles:
            continue
        if not _DEPUTY.match(fold(signature.title).upper()):
            yield Remark(
                _("Người ký thay phải là cấp phó; chức vụ ghi “{found}”.").format(
                    found=signature.title
                ),
                signature.titles[0],
                found=signature.title,
                asked=_("chức vụ cấp phó"),
                severity=Severity.WARNING,
            )


def on_behalf_of(case: Case) -> Iterator[Remark]:
    """Yield who signs on behalf of one person or office, which only a collective has (thay mặt)."""
    for component in case.sure(Part.AUTHORITY):
        line = authority_line(component.text)
        if line is None or line.authority is not SigningAuthority.ON_BEHALF:
            continue
        if check_words().collective.match(key(line.of)) is None:
            yield Remark(
                _("Chỉ ký thay mặt cho tập thể lãnh đạo; “{of}” không phải tập thể.").format(
                    of=line.of
                ),
                component,
                found=component.text,
                asked=_("tên tập thể lãnh đạo"),
                severity=Severity.WARNING,
            )


def for_whom(case: Case) -> Iterator[Remark]:
    """Yield who signs for a body instead of for its head (ký thay chức vụ, không thay cơ quan)."""
    for component in case.sure(Part.AUTHORITY):
        line = authority_line(component.text)
        if line is None or line.authority is not SigningAuthority.FOR:
            continue
        if not is_known_title(line.of):
            yield Remark(
                _("Ký thay phải ghi chức vụ của người đứng đầu; “{of}” không phải chức vụ.").format(
                    of=line.of
                ),
                component,
                found=component.text,
                asked=_("chức vụ người đứng đầu"),
                severity=Severity.WARNING,
            )


def body_in_title(case: Case) -> Iterator[Remark]:
    """Yield a title that repeats the name of the body (chức vụ kèm tên cơ quan)."""
    found = signatures(case)
    if len(found) >= _JOINT:
        return
    for signature in found:
        if signature.is_joined:
            continue
        for component in signature.titles:
            words = check_words().body_in_title.search(key(component.text))
            if words is not None:
                yield Remark(
                    _("Chức vụ người ký không kèm tên cơ quan (“{words}”).").format(
                        words=component.text[words.start() : words.end()]
                    ),
                    component,
                    found=component.text,
                    asked=_("chỉ chức vụ"),
                    severity=Severity.WARNING,
                )


def person(case: Case) -> Iterator[Remark]:
    """Yield a signer whom the unit knows, and who may not sign so, or not on that day."""
    unit = issuer_in(case.components, case.units.values())
    if unit is None:
        return
    for signature in signatures(case):
        names = signature.names[:1]
        known = [one for one in unit.people if names and key(one.name) == key(names[0].text)]
        if not known:
            continue
        in_office = [one for one in known if case.date is None or one.covers(case.date)]
        if not in_office:
            yield Remark(
                _("{name} không giữ chức vụ này vào ngày của văn bản.").format(name=known[0].name),
                names[0],
                found=known[0].position,
            )
            continue
        typed = [key(one.text) for one in (*signature.authority, *signature.titles)]
        forms = [[key(line) for line in lines] for one in in_office for lines in one.authority]
        if forms and typed not in forms:
            asked = " / ".join(in_office[0].authority[0])
            yield Remark(
                _("{name} thường ký “{asked}”.").format(name=in_office[0].name, asked=asked),
                names[0],
                found=" / ".join(one.text for one in (*signature.authority, *signature.titles)),
                asked=asked,
                severity=Severity.NOTE,
            )


def _clause(form: FormatProfile) -> str:
    return form.signature.source


RULES = (
    Rule("signature.person", Severity.WARNING, lambda: _("Thẩm quyền người ký"), _clause, person),
    Rule("signature.deputy", Severity.WARNING, lambda: _("Cấp phó ký thay"), _clause, deputy),
    Rule(
        "signature.for-head",
        Severity.WARNING,
        lambda: _("Ký thay là cấp phó"),
        _clause,
        head_of_deputy,
    ),
    Rule(
        "signature.on-behalf",
        Severity.WARNING,
        lambda: _("Thay mặt tập thể"),
        _clause,
        on_behalf_of,
    ),
    Rule("signature.for-whom", Severity.WARNING, lambda: _("Ký thay chức vụ"), _clause, for_whom),
    Rule(
        "signature.body-in-title",
        Severity.WARNING,
        lambda: _("Chức vụ không kèm tên cơ quan"),
        _clause,
        body_in_title,
    ),
)
