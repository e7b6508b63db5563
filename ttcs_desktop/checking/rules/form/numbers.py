"""Number and symbol: the grammar of the line (số, ký hiệu)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.mending import trimmed, words_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.number import NumberParts, read_number
from ttcs_desktop.officialtext.words import abbreviations, is_abbreviation

_LEGAL = re.compile(r"\d+\s?/\s?(?:19|20)\d\d\s?/")
_INSERTED = re.compile(r"(?<=\d)[a-zđ]{1,2}(?=[-/])")
"""What an inserted number bears: 264a."""
_DIGRAPH = re.compile(r"(?<=[TCKNP])h(?=[A-ZĐ])")
"""The small letter of Th, Ch, Kh, Nh, Ph in an abbreviation: ThU (thành uỷ thuộc tỉnh)."""
_BLANK = re.compile(r"…|\.\.|_{2}")
"""Signs in a symbol that is still to be given."""
_NO_FIELD = re.compile(r"Số:[ \u00a0.…_]*\d*/[A-ZĐ][A-Za-zĐđ0-9]*")
_SERIAL = re.compile(r"\d+/")


def wrong_number(case: Case) -> tuple[str, Remark] | None:
    """Return the first fault of the number line with the id of its rule; None when it is right."""
    component = case.first(Part.NUMBER)
    if component is None:
        return None
    text = _DIGRAPH.sub("H", _INSERTED.sub("", case.text(component)))
    if _BLANK.search(text.partition("/")[2] or text.partition("-")[2]):
        return None
    if (letter := _letter_type(case, component, text)) is not None:
        return "number.letter", letter
    if _is_right(case, text):
        wrong_type = _wrong_type(case, component, text)
        return ("number.type", wrong_type) if wrong_type else None
    for rule, find in _FAULTS:
        if (remark := find(case, component, text)) is not None:
            return rule, remark
    return "number.form", _remark(case, component, _("Số, ký hiệu không đúng cách ghi."))


def _letter_field(case: Case, component: Component, text: str) -> Remark | None:
    """Tell that the number of a State letter lacks the unit or field after the body."""
    wants_field = "{field}" in case.format.number.letter_template
    if not case.is_letter or not wants_field or not _NO_FIELD.fullmatch(text):
        return None
    message = _("Ký hiệu công văn thiếu đơn vị soạn thảo hoặc lĩnh vực sau tên cơ quan.")
    remark = _remark(case, component, message)
    is_blank = not _SERIAL.search(text)
    return replace(remark, severity=Severity.NOTE if is_blank else Severity.WARNING)


def _number_rule(rule: str) -> Callable[[Case], Iterator[Remark]]:
    def check(case: Case) -> Iterator[Remark]:
        found = wrong_number(case)
        if found and found[0] == rule:
            yield found[1]

    return check


def _is_right(case: Case, text: str) -> bool:
    form = case.format.number
    patterns = [form.regex, form.draft_regex, form.copy_regex]
    if form.letter_regex and (case.is_letter or not case.type_name):
        patterns.append(form.letter_regex)
        if case.is_letter:
            patterns.remove(form.regex)
    return any(pattern and re.match(pattern, text) for pattern in patterns)


def _wrong_type(case: Case, component: Component, text: str) -> Remark | None:
    """Tell that the number is of another type of document than the one above the subject."""
    read = read_number(text)
    if read is None or not case.type_name or case.is_letter or not read.first:
        return None
    known = {one.name.lower(): one.abbreviation for one in case.format.types}
    wanted = known.get(case.type_name) or ""
    right = {wanted, *abbreviations(case.type_name)} - {""}
    if read.first in right or not is_abbreviation(read.first) or not wanted:
        return None
    return _remark(
        case,
        component,
        _("Ký hiệu ghi “{found}” nhưng văn bản là {type}, viết tắt “{asked}”.").format(
            found=read.first, type=case.type_name, asked=wanted
        ),
        asked=wanted,
    )


def _legal_act(case: Case, component: Component, text: str) -> Remark | None:
    if not _LEGAL.search(text):
        return None
    message = _("Ký hiệu có năm là của văn bản quy phạm pháp luật.")
    return _remark(case, component, message)


def _letter_type(case: Case, component: Component, text: str) -> Remark | None:
    """Tell that a State letter bears CV, or a Party letter does not."""
    read = read_number(text)
    if read is None or not case.is_letter:
        return None
    has_type = "CV" in (read.first, read.second)
    wants_type = bool(re.search(r"\{type\}", case.format.number.letter_template))
    if has_type and not wants_type:
        return _remark(case, component, _("Công văn của Nhà nước không ghi CV trong ký hiệu."))
    if wants_type and not has_type and is_ordered(case, read):
        return _remark(case, component, _("Ký hiệu công văn phải ghi CV."))
    return None


def is_ordered(case: Case, read: NumberParts) -> bool:
    """Tell whether a number has its parts in the order of the format's regime."""
    return read.is_party_order == _is_party_order(case.format)


def _is_party_order(form: FormatProfile) -> bool:
    return "-{type}/" in form.number.template


def _order(case: Case, component: Component, text: str) -> Remark | None:
    read = read_number(text)
    if read is None or not read.symbol or is_ordered(case, read) or not read.second:
        return None
    message = (
        _("Ký hiệu viết theo kiểu Nhà nước; văn bản của Đảng ghi số-loại/cơ quan.")
        if _is_party_order(case.format)
        else _("Ký hiệu viết theo kiểu Đảng; văn bản này ghi số/loại-cơ quan.")
    )
    return _remark(case, component, message, asked=_reordered(case, read))


def _colon(case: Case, component: Component, text: str) -> Remark | None:
    has_colon = text[2:].lstrip().startswith(":")
    wants_colon = case.format.number.template.startswith("Số:")
    if has_colon == wants_colon:
        return None
    message = (
        _("Sau chữ “Số” phải có dấu hai chấm.")
        if wants_colon
        else _("Sau chữ “Số” không có dấu hai chấm.")
    )
    head = "Số: " if wants_colon else "Số "
    rest = re.sub(r"^Số\s*:?\s?", "", text)
    return _remark(case, component, message, mended=head + rest)


def _spaces(case: Case, component: Component, text: str) -> Remark | None:
    """Tell that room stands inside the number, or is missing after its first word."""
    head = "Số: " if case.format.number.template.startswith("Số:") else "Số "
    rest = re.sub(r"^Số\s*:?", "", text)
    tight = re.sub(r"\s*([-–/])\s*", lambda found: found[1].replace("–", "-"), rest.strip())
    mended = head + tight
    if mended == text or not _is_right(case, mended):
        return None
    message = _("Số, ký hiệu viết liền, chỉ có một dấu cách sau “{head}”.")
    return _remark(case, component, message.format(head=head.strip()), mended=mended)


def _digits(case: Case, component: Component, text: str) -> Remark | None:
    found = re.search(r"^(Số\s*:?\s*)(\d)(?!\d)", text)
    if found is None:
        return None
    mended = f"{found[1]}0{text[found.end(1) :]}"
    return _remark(case, component, _("Số dưới 10 phải ghi thêm số 0 ở trước."), mended=mended)


def _case(case: Case, component: Component, text: str) -> Remark | None:
    read = read_number(text)
    is_small = bool(read and read.symbol and any(letter.islower() for letter in read.second))
    if not is_small:
        return None
    return _remark(case, component, _("Ký hiệu viết bằng chữ in hoa."))


_FAULTS: tuple[tuple[str, Callable[[Case, Component, str], Remark | None]], ...] = (
    ("number.legal-act", _legal_act),
    ("regime.number", _order),
    ("number.colon", _colon),
    ("number.digits", _digits),
    ("number.spaces", _spaces),
    ("number.field", _letter_field),
    ("number.case", _case),
)


def _reordered(case: Case, read: NumberParts) -> str:
    form = case.format.number
    filled = form.template.replace("{serial}", read.serial or form.blank)
    return filled.replace("{type}", read.first).replace("{symbol}", read.second)


def _remark(
    case: Case, component: Component, message: str, *, mended: str = "", asked: str = ""
) -> Remark:
    wanted = mended or asked or case.format.number.template
    return Remark(
        message,
        component,
        found=case.text(component),
        asked=wanted,
        clause=case.format.number.source,
        verified=case.format.number.verified,
        fix=words_fix(case, trimmed(case, component), mended) if mended else None,
    )


def _number_clause(form: FormatProfile) -> str:
    return form.number.source


_NUMBER_TITLES: tuple[tuple[str, Severity, Callable[[], str]], ...] = (
    ("number.form", Severity.ERROR, lambda: _("Cách ghi số, ký hiệu")),
    ("number.colon", Severity.ERROR, lambda: _("Dấu hai chấm sau chữ Số")),
    ("number.digits", Severity.ERROR, lambda: _("Số 0 trước số dưới 10")),
    ("number.spaces", Severity.ERROR, lambda: _("Dấu cách trong số, ký hiệu")),
    ("number.letter", Severity.ERROR, lambda: _("Ký hiệu công văn")),
    ("number.field", Severity.WARNING, lambda: _("Đơn vị, lĩnh vực trong ký hiệu công văn")),
    ("number.case", Severity.WARNING, lambda: _("Chữ in hoa trong ký hiệu")),
    ("number.type", Severity.ERROR, lambda: _("Ký hiệu đúng tên loại")),
    ("number.legal-act", Severity.ERROR, lambda: _("Ký hiệu có năm")),
    ("regime.number", Severity.ERROR, lambda: _("Thứ tự trong ký hiệu")),
)
RULES = tuple(
    Rule(rule, severity, title, _number_clause, _number_rule(rule))
    for rule, severity, title in _NUMBER_TITLES
)
