"""What belongs to another regime (lẫn thể thức Đảng và Nhà nước), row by row.

The commonest error: a Party document with habits of the State, and the other way round.
"""

from collections.abc import Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.mending import trimmed, words_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part, Stretch
from ttcs_desktop.model.finding import Fix
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.officialtext.lines import bare
from ttcs_desktop.officialtext.words import key, known

_TITLES = (Part.NATIONAL_NAME, Part.MOTTO, Part.PARTY_TITLE, Part.YOUTH_TITLE)
_HYPHENS = frozenset("-–— ")
_STATE_END, _STOP = "./.", "."


def title(case: Case) -> Iterator[Remark]:
    """Yield a title at the right that another regime prints."""
    lines = case.format.letterhead.right_lines
    printed = {key(line.text).strip(" -:;.") for line in lines}
    asked = " / ".join(line.text for line in lines)
    for component in case.sure(*_TITLES):
        folded = key(component.text).strip(" -:;.")
        is_ours = folded in printed or component.part is Part.MOTTO
        has_motto = any(line.style == "motto" for line in lines)
        if is_ours and (component.part is not Part.MOTTO or has_motto):
            continue
        yield Remark(
            _("“{found}” không có trong văn bản loại này; góc phải ghi “{asked}”.").format(
                found=component.text, asked=asked
            ),
            component,
            found=component.text,
            asked=asked,
        )


def separator(case: Case) -> Iterator[Remark]:
    """Yield what stands under the issuing body's name and belongs to another regime."""
    form = case.format.letterhead
    found = case.first(Part.BODY_SEPARATOR)
    issuer = case.first(Part.ISSUING_BODY)
    if found is not None and not form.under_issuer:
        yield Remark(
            _("Dưới tên cơ quan là đường kẻ, không phải dấu “{found}”.").format(found=found.text),
            found,
            found=found.text,
            asked=_("đường kẻ"),
        )
    elif form.under_issuer and found is not None and found.text != form.under_issuer:
        yield Remark(
            _("Dưới tên cơ quan là dấu “{asked}”.").format(asked=form.under_issuer),
            found,
            found=found.text,
            asked=form.under_issuer,
            fix=words_fix(case, trimmed(case, found), form.under_issuer),
        )
    elif form.under_issuer and found is None and issuer is not None:
        has_line = bool(issuer.rules)
        message = (
            _("Dưới tên cơ quan là dấu “{asked}”, không phải đường kẻ.")
            if has_line
            else _("Thiếu dấu “{asked}” dưới tên cơ quan.")
        )
        yield Remark(
            message.format(asked=form.under_issuer),
            issuer,
            found=_("đường kẻ") if has_line else _("không có"),
            asked=form.under_issuer,
        )


def subject_line(case: Case) -> Iterator[Remark]:
    """Yield hyphens under the subject where the State draws a line, or a line for hyphens."""
    form = case.format.subject
    subject = case.first(Part.SUBJECT)
    if subject is None:
        return
    rows = [one for one in case.all(Part.SUBJECT_SEPARATOR) if set(one.text) <= _HYPHENS]
    if rows and not form.under:
        yield Remark(
            _("Dưới trích yếu là đường kẻ, không phải dấu gạch nối."),
            rows[0],
            found=rows[0].text,
            asked=_("đường kẻ"),
        )


def letter_subject(case: Case) -> Iterator[Remark]:
    """Yield the first words of a letter's subject that another regime uses (V/v, về việc)."""
    component, form = case.first(Part.LETTER_SUBJECT), case.format.subject
    if component is None or not form.letter_prefix:
        return
    text = case.text(component)
    if text.startswith(form.letter_prefix):
        return
    lead = known().subject_lead.match(text)
    first = trimmed(case, component)
    length = lead.end() if lead else 0
    at = Stretch(first.paragraph, first.start, first.start + length)
    prefix = form.letter_prefix.rstrip()
    yield Remark(
        _("Trích yếu công văn bắt đầu bằng “{asked}”.").format(asked=prefix),
        component,
        found=text[: max(length, 10)],
        asked=prefix,
        clause=form.source,
        verified=form.verified,
        fix=words_fix(case, at, prefix) if lead else None,
    )


def addressing(case: Case) -> Iterator[Remark]:
    """Yield the word of address that another regime or period uses (Kính gửi, Kính trình)."""
    component, form = case.first(Part.ADDRESSEE_LABEL), case.format.recipients
    if component is None:
        return
    is_submitted = case.type_name == "tờ trình"
    asked = form.submitted_label if is_submitted else form.addressed_label
    text = case.text(component).strip()
    if key(text.rstrip(" :")) == key(asked.rstrip(" :")):
        return
    yield Remark(
        _("{type} ghi “{asked}”.").format(
            type=case.type_name.capitalize() or _("Văn bản"), asked=asked
        ),
        component,
        found=text,
        asked=asked,
        fix=words_fix(case, trimmed(case, component), asked),
    )


def authority(case: Case) -> Iterator[Remark]:
    """Yield lines of authority written as another regime does (T/M và TM.)."""
    is_slashed = any("/" in word for word in case.format.signature.words.values())
    for component in case.sure(Part.AUTHORITY):
        text = case.text(component)
        head = text.split()[0] if text.split() else ""
        other = _SLASHED if not is_slashed else _DOTTED
        if head not in other:
            continue
        asked = other[head]
        has_place = not asked or f"{asked} " in case.format.signature.words.values()
        first = trimmed(case, component)
        at = Stretch(first.paragraph, first.start, first.start + len(head))
        yield Remark(
            _("“{found}” không dùng trong văn bản loại này; ghi “{asked}”.").format(
                found=head, asked=asked
            ),
            component,
            found=head,
            asked=asked,
            clause=case.format.signature.source,
            verified=case.format.signature.verified,
            fix=words_fix(case, at, asked) if has_place else None,
        )


_SLASHED = {"T/M": "TM.", "K/T": "KT.", "T/L": "TL."}
_DOTTED = {"TM.": "T/M", "KT.": "K/T", "TL.": "T/L", "TUQ.": "T/L"}


def filing(case: Case) -> Iterator[Remark]:
    """Yield a filing line as another regime writes it (Lưu: VT và Lưu Văn phòng)."""
    for component in case.sure(Part.FILING):
        if is_foreign_filing(case, component):
            form = case.format.recipients
            asked = f"{form.prefix}{form.filing_template.format(filing=form.filing_default)}"
            yield Remark(
                _("Dòng lưu viết theo kiểu khác hệ; ghi “{asked}”.").format(asked=asked),
                component,
                found=component.text,
                asked=asked,
                clause=form.source,
                verified=form.verified,
            )


def is_foreign_filing(case: Case, component: Component) -> bool:
    """Tell whether a filing line is the other regime's: with a colon or VT, or without."""
    words = bare(component.text).lstrip("-–— ")
    has_colon = words.startswith(("Lưu:", "Lưu :"))
    wants_colon = "Lưu:" in case.format.recipients.filing_template
    is_state_place = words.replace(":", " ").split()[1:2] in (["VT"], ["VT,"], ["VT."])
    return has_colon != wants_colon or (is_state_place and not wants_colon)


def end_mark(case: Case) -> Iterator[Remark]:
    """Yield the end mark of the State where the regime ends with a full stop (./.)."""
    if case.format.end_mark == _STATE_END:
        return
    for component in case.components:
        text = component.text.rstrip()
        is_text = component.part in {Part.TEXT, Part.ITEM, Part.CLOSING_NOTE, Part.BASIS}
        if is_text and text.endswith(_STATE_END):
            yield Remark(
                _("Văn bản loại này kết thúc bằng “{asked}”, không phải “./.”.").format(
                    asked=case.format.end_mark
                ),
                component,
                found=_STATE_END,
                asked=case.format.end_mark,
                clause=case.format.end_mark_source,
                words=text[-40:],
                fix=_end_fix(case, component),
            )


def _end_fix(case: Case, component: Component) -> Fix | None:
    last = component.stretches[-1]
    raw = case.raw(last).rstrip()
    end = last.start + len(raw)
    return words_fix(case, Stretch(last.paragraph, end - len(_STATE_END), end), _STOP)


def _head(form: FormatProfile) -> str:
    return form.letterhead.source


def _recipients(form: FormatProfile) -> str:
    return form.recipients.source


def _is_state_like(form: FormatProfile) -> bool:
    return form.regime in {Regime.STATE, Regime.FRONT}


RULES = (
    Rule("regime.title", Severity.ERROR, lambda: _("Quốc hiệu hay tiêu đề"), _head, title),
    Rule("regime.separator", Severity.ERROR, lambda: _("Dấu dưới tên cơ quan"), _head, separator),
    Rule(
        "regime.subject-line",
        Severity.ERROR,
        lambda: _("Đường kẻ dưới trích yếu"),
        lambda form: form.subject.source,
        subject_line,
        applies=_is_state_like,
    ),
    Rule(
        "regime.letter-subject",
        Severity.ERROR,
        lambda: _("Chữ đầu trích yếu công văn"),
        lambda form: form.subject.source,
        letter_subject,
    ),
    Rule(
        "regime.addressing",
        Severity.ERROR,
        lambda: _("Kính gửi hay Kính trình"),
        _recipients,
        addressing,
    ),
    Rule(
        "regime.authority",
        Severity.ERROR,
        lambda: _("T/M, K/T, T/L hay TM., KT., TL."),
        lambda form: form.signature.source,
        authority,
    ),
    Rule("regime.filing", Severity.ERROR, lambda: _("Kiểu ghi dòng lưu"), _recipients, filing),
    Rule(
        "regime.end-mark",
        Severity.ERROR,
        lambda: _("Dấu kết thúc ./. của Nhà nước"),
        lambda form: form.end_mark_source,
        end_mark,
    ),
)
