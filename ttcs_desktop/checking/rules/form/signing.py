"""Who signs, and how it is written (quyền hạn, chức vụ, họ tên người ký)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.mending import trimmed, words_fix
from ttcs_desktop.checking.rule import Remark, Rule, no_clause
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part, Stretch
from ttcs_desktop.model.document import AuthorityLine
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.model.unit import Regime
from ttcs_desktop.officialtext.signatures import authority_line
from ttcs_desktop.rules.signing import RANK

_DEPUTY = re.compile(r"(?:PHÓ |THỨ TRƯỞNG|CẤP PHÓ)")
_JOINT = 2
_FOREIGN = frozenset({"T/M", "K/T", "T/L", "TM.", "KT.", "TL.", "TUQ."})


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines of one signer."""

    authority: tuple[Component, ...]
    titles: tuple[Component, ...]
    names: tuple[Component, ...]
    is_joined: bool

    @property
    def read(self) -> tuple[AuthorityLine, ...]:
        """The lines of authority as meaning, a second line of a long one with the first."""
        found = (authority_line(one.text) for one in self.authority)
        return tuple(line for line in found if line is not None)

    @property
    def title(self) -> str:
        """The signer's title in one line."""
        return " ".join(one.text for one in self.titles)


def signatures(case: Case) -> tuple[Signature, ...]:
    """Return the signatures of the document, in reading order."""
    numbers = sorted({one.signature for one in case.components if one.signature})
    return tuple(
        Signature(
            _of(case, number, Part.AUTHORITY),
            _of(case, number, Part.SIGNER_TITLE),
            _of(case, number, Part.SIGNER_NAME),
            bool(_of(case, number, Part.SIGNER_JOINER)),
        )
        for number in numbers
    )


def authority_form(case: Case) -> Iterator[Remark]:
    """Yield lines of authority whose abbreviation is misspelt: `TM `, `T.M.`, `TM.ỦY BAN`."""
    form = case.format.signature
    for component in case.sure(Part.AUTHORITY):
        text = case.text(component)
        read = authority_line(text)
        head = text.split()[0] if text.split() else ""
        is_right = not form.line_regex or re.match(form.line_regex, text)
        if read is None or is_right or head in _FOREIGN:
            continue
        word = form.words.get(read.authority.value) or form.words.get(
            form.instead_of.get(read.authority.value, ""), ""
        )
        first = trimmed(case, component)
        length = len(text) - len(read.of)
        at = Stretch(first.paragraph, first.start, first.start + length)
        yield Remark(
            _("Quyền hạn ký ghi “{asked}”, không phải “{found}”.").format(
                asked=(word or form.line_regex).strip(), found=text[:length].strip()
            ),
            component,
            found=text[:length].strip(),
            asked=word.strip(),
            fix=words_fix(case, at, word) if word else None,
        )


def rank(case: Case) -> Iterator[Remark]:
    """Yield a degree, rank or honour before the signer's name (học hàm, học vị, quân hàm)."""
    for component in case.sure(Part.SIGNER_NAME):
        text = case.text(component)
        found = RANK.match(text)
        if found is None:
            continue
        yield Remark(
            _("Không ghi học hàm, học vị, quân hàm, danh hiệu trước họ tên người ký."),
            component,
            found=text,
            asked=_("chỉ họ và tên"),
            severity=Severity.WARNING if case.format.regime is Regime.STATE else None,
        )


def no_name(case: Case) -> Iterator[Remark]:
    """Yield a signature without the signer's name (thiếu họ tên người ký)."""
    found = signatures(case)
    if any(one.names and not one.titles and not one.authority for one in found):
        return
    for signature in found:
        first = (*signature.authority, *signature.titles)
        if first and not signature.names:
            yield Remark(
                _("Thiếu họ và tên người ký."), first[-1], found=_("không có"), asked=_("họ và tên")
            )


def no_title(case: Case) -> Iterator[Remark]:
    """Yield a signature with a name and no title or authority above it (thiếu chức vụ)."""
    found = signatures(case)
    if any((one.titles or one.authority) and not one.names for one in found):
        return
    for signature in found:
        if signature.names and not signature.titles and not signature.authority:
            yield Remark(
                _("Thiếu chức vụ người ký."),
                signature.names[0],
                found=_("không có"),
                asked=_("chức vụ"),
            )


def stranded(case: Case) -> Iterator[Remark]:
    """Yield a signature that stands alone on a page, without any line of the text."""
    if not case.appearance.knows_pages:
        return
    signed = [one for one in case.components if one.signature]
    texts = [one for one in case.components if one.part in _BODY and not one.annex]
    if not signed or not texts:
        return
    page = case.paragraph(signed[0]).spot.page
    last = max(case.paragraphs(one)[-1].spot.last_page for one in texts)
    if page > last > 0:
        yield Remark(
            _("Phần ký đứng một mình ở trang {page}, không có dòng nội dung nào.").format(
                page=page
            ),
            signed[0],
            found=_("trang {page}").format(page=page),
            asked=_("cùng trang với dòng cuối của nội dung"),
        )


_BODY = frozenset({Part.TEXT, Part.ITEM, Part.ITEM_TITLE, Part.CLOSING_NOTE, Part.TABLE_TEXT})


def _of(case: Case, number: int, part: Part) -> tuple[Component, ...]:
    return tuple(one for one in case.all(part) if one.signature == number)


def _clause(form: FormatProfile) -> str:
    return form.signature.source


RULES = (
    Rule(
        "signature.form",
        Severity.ERROR,
        lambda: _("Cách ghi quyền hạn ký"),
        _clause,
        authority_form,
    ),
    Rule("signature.rank", Severity.ERROR, lambda: _("Học vị trước họ tên"), _clause, rank),
    Rule("signature.name", Severity.NOTE, lambda: _("Có họ tên người ký"), _clause, no_name),
    Rule("signature.title", Severity.WARNING, lambda: _("Có chức vụ người ký"), _clause, no_title),
    Rule(
        "signature.stranded",
        Severity.WARNING,
        lambda: _("Phần ký đứng một mình"),
        no_clause,
        stranded,
    ),
)
