"""What an official document must have, and where on page 1 it stands (thành phần thể thức)."""

from collections.abc import Callable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.mending import trimmed, words_fix
from ttcs_desktop.checking.recognition.words import check_words
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.i18n import _
from ttcs_desktop.language.tones import fold
from ttcs_desktop.model.component import Part
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.words import key

_TITLES = (Part.NATIONAL_NAME, Part.MOTTO, Part.PARTY_TITLE, Part.YOUTH_TITLE, Part.OTHER_TITLE)
_WITHOUT_DATE = frozenset({"biên bản"})


def title(case: Case) -> Iterator[Remark]:
    """Yield a head without the format's title (thiếu Quốc hiệu, Tiêu ngữ, tiêu đề)."""
    lines = case.format.letterhead.right_lines
    found = {key(one.text).strip(" -:;.") for one in case.all(*_TITLES)}
    others = case.all(Part.OTHER_TITLE)
    accepted = {key(text) for text in case.format.letterhead.accepts}
    if any(key(one.text) in accepted for one in others) or not case.is_recognised:
        return
    has_foreign = bool(case.all(*_TITLES)) and not any(
        key(line.text).strip(" -:;.") in found for line in lines
    )
    for line in lines:
        is_there = key(line.text).strip(" -:;.") in found
        is_motto = line.style == "motto" and case.first(Part.MOTTO) is not None
        if not is_there and not is_motto and not has_foreign:
            yield Remark(
                _("Thiếu dòng “{asked}” ở đầu trang 1.").format(asked=line.text),
                case.first(*_TITLES),
                found=_("không có"),
                asked=line.text,
                words=line.text,
            )


def title_words(case: Case) -> Iterator[Remark]:
    """Yield a title whose words or signs are not exactly the format's (Tiêu ngữ dấu gạch nối)."""
    for line in case.format.letterhead.right_lines:
        for component in case.all(*_TITLES):
            text = case.text(component)
            is_motto = line.style == "motto" and component.part is Part.MOTTO
            is_same = key(text).strip(" -:;.") == key(line.text)
            if (is_motto or is_same) and not _is_exact(text, line.text):
                yield Remark(
                    _("Ghi đúng là “{asked}”.").format(asked=line.text),
                    component,
                    found=text,
                    asked=line.text,
                    fix=words_fix(case, trimmed(case, component), line.text),
                )


def _is_exact(text: str, asked: str) -> bool:
    """Tell whether words are the same; where tone marks stand is free, capitals are another rule's.

    A motto in capitals is a fault of its words: it is written as it stands.
    """
    told, wanted = fold(text), fold(asked)
    return told == wanted if not asked.isupper() else told.upper() == wanted


def _missing(
    message: Callable[[], str],
    parts: tuple[Part, ...],
    is_needed: Callable[[Case], bool] = lambda _case: True,
) -> Callable[[Case], Iterator[Remark]]:
    def check(case: Case) -> Iterator[Remark]:
        is_whole = case.is_recognised and not case.is_attached
        if is_whole and is_needed(case) and case.first(*parts) is None:
            yield Remark(message(), found=_("không có"), asked=_("phải có"))

    return check


def columns(case: Case) -> Iterator[Remark]:
    """Yield a letterhead whose title stands at the left (đảo hai cột đầu trang)."""
    found = case.first(*_TITLES[:4])
    issuer = case.first(Part.ISSUING_BODY)
    if found is None or issuer is None:
        return
    right, left = case.paragraph(found).spot.cell, case.paragraph(issuer).spot.cell
    if right and left and right.table == left.table and right.column < left.column:
        yield Remark(
            _("Tiêu đề phải ở bên phải, tên cơ quan ở bên trái."),
            found,
            found=_("bên trái"),
            asked=_("bên phải"),
        )


def number_column(case: Case) -> Iterator[Remark]:
    """Yield a number or date that stands in the other's column (số bên trái, ngày bên phải)."""
    for part, other in ((Part.NUMBER, Part.ISSUING_BODY), (Part.PLACE_DATE, Part.MOTTO)):
        component = case.first(part)
        partner = case.first(other, *(_TITLES if other is Part.MOTTO else ()))
        if component is None or partner is None:
            continue
        own, wanted = case.paragraph(component).spot.cell, case.paragraph(partner).spot.cell
        if own and wanted and own.table == wanted.table and own.column != wanted.column:
            where = _("bên trái") if part is Part.NUMBER else _("bên phải")
            yield Remark(
                _("“{words}” phải ở {where}.").format(words=component.text, where=where),
                component,
                asked=where,
            )
            return


def unsure(case: Case) -> Iterator[Remark]:
    """Yield that a file is not recognised as an official document (không nhận ra thể thức)."""
    if not case.is_recognised:
        yield Remark(
            _("Không nhận ra phần đầu của văn bản hành chính; chỉ kiểm tra được một phần."),
            found=_("không rõ"),
            asked=_("tên cơ quan, số, ngày, tên loại"),
        )


def legal_act(case: Case) -> Iterator[Remark]:
    """Yield that a legal act has rules of form of its own (văn bản quy phạm pháp luật)."""
    if case.is_legal_act:
        yield Remark(
            _("Văn bản quy phạm pháp luật theo thể thức riêng; phần mềm chỉ kiểm tra trang giấy."),
            case.first(Part.NUMBER, Part.TYPE_NAME),
        )


def _is_typed(case: Case) -> bool:
    return not case.is_letter


def _is_letter(case: Case) -> bool:
    return case.is_letter


def _needs_date(case: Case) -> bool:
    return case.type_name not in _WITHOUT_DATE


def _has_subject(case: Case) -> bool:
    return case.first(Part.TYPE_NAME) is not None and case.type_name not in check_words().bare


def _head(form: FormatProfile) -> str:
    return form.letterhead.source


RULES = (
    Rule("scope.legal-act", Severity.NOTE, lambda: _("Văn bản QPPL"), no_clause, legal_act),
    Rule("structure.title", Severity.ERROR, lambda: _("Có tiêu đề"), _head, title),
    Rule("structure.title-words", Severity.ERROR, lambda: _("Chữ của tiêu đề"), _head, title_words),
    Rule(
        "structure.issuer",
        Severity.ERROR,
        lambda: _("Có tên cơ quan ban hành"),
        _head,
        _missing(lambda: _("Thiếu tên cơ quan ban hành văn bản."), (Part.ISSUING_BODY,)),
    ),
    Rule(
        "structure.number",
        Severity.ERROR,
        lambda: _("Có số, ký hiệu"),
        lambda form: form.number.source,
        _missing(lambda: _("Thiếu số, ký hiệu văn bản."), (Part.NUMBER,)),
    ),
    Rule(
        "structure.date",
        Severity.ERROR,
        lambda: _("Có địa danh, ngày tháng"),
        lambda form: form.date.source,
        _missing(
            lambda: _("Thiếu địa danh và ngày, tháng, năm ban hành."),
            (Part.PLACE_DATE,),
            _needs_date,
        ),
    ),
    Rule(
        "structure.type",
        Severity.ERROR,
        lambda: _("Có tên loại"),
        lambda form: form.subject.source,
        _missing(lambda: _("Thiếu tên loại văn bản."), (Part.TYPE_NAME,), _is_typed),
    ),
    Rule(
        "structure.subject",
        Severity.ERROR,
        lambda: _("Có trích yếu"),
        lambda form: form.subject.source,
        _missing(lambda: _("Thiếu trích yếu nội dung."), (Part.SUBJECT,), _has_subject),
    ),
    Rule(
        "structure.letter-subject",
        Severity.ERROR,
        lambda: _("Công văn có trích yếu"),
        lambda form: form.subject.source,
        _missing(lambda: _("Công văn thiếu trích yếu."), (Part.LETTER_SUBJECT,), _is_letter),
    ),
    Rule(
        "structure.signature",
        Severity.ERROR,
        lambda: _("Có phần ký"),
        lambda form: form.signature.source,
        _missing(
            lambda: _("Không tìm thấy chức vụ, họ tên người ký."),
            (Part.AUTHORITY, Part.SIGNER_TITLE, Part.SIGNER_NAME),
        ),
    ),
    Rule(
        "structure.recipients",
        Severity.ERROR,
        lambda: _("Có nơi nhận"),
        lambda form: form.recipients.source,
        _missing(lambda: _("Thiếu phần Nơi nhận."), (Part.RECIPIENTS_LABEL,)),
    ),
    Rule("structure.columns", Severity.ERROR, lambda: _("Hai cột đầu trang"), _head, columns),
    Rule("structure.place", Severity.WARNING, lambda: _("Vị trí số và ngày"), _head, number_column),
    Rule(
        "structure.unrecognised",
        Severity.NOTE,
        lambda: _("Nhận ra văn bản hành chính"),
        _head,
        unsure,
    ),
)
