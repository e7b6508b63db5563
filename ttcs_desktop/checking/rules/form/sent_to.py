"""Recipients and addressees: marks at both ends of each (nơi nhận, kính gửi)."""

import re
from collections.abc import Hashable, Iterator

from ttcs_desktop.checking.case import Case
from ttcs_desktop.checking.gathered import gathered
from ttcs_desktop.checking.mending import trimmed, words_fix
from ttcs_desktop.checking.rule import Remark, Rule
from ttcs_desktop.checking.rules.form.regimes import is_foreign_filing
from ttcs_desktop.i18n import _
from ttcs_desktop.model.component import Component, Part, Stretch
from ttcs_desktop.model.finding import Fix
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Severity
from ttcs_desktop.officialtext.recipients import purpose_at
from ttcs_desktop.officialtext.words import key

_DASHES = "-–—•+ "
_ENDS = ".,;:"
_BLANK = re.compile(r"…|\.\.|_{2}")
"""Signs in a line that is still to be filled in."""
_INNER_STOP = re.compile(r"\.(?=\S)")
"""Full stops inside an abbreviation: P.TH."""


def label(case: Case) -> Iterator[Remark]:
    """Yield the words for recipients where they are not written as the format does."""
    asked = case.format.recipients.label
    for component in case.sure(Part.RECIPIENTS_LABEL):
        text = case.text(component)
        typed = text.split(":")[0].strip()
        is_right = typed == asked.rstrip(":") and ":" in text
        if not is_right:
            first = trimmed(case, component)
            length = len(typed) + (":" in text)
            at = Stretch(first.paragraph, first.start, first.start + length)
            yield Remark(
                _("Ghi “{asked}”, không phải “{found}”.").format(asked=asked, found=text[:30]),
                component,
                found=text[:30],
                asked=asked,
                fix=words_fix(case, at, asked) if text.rstrip(" :") == typed else None,
            )


def place(case: Case) -> Iterator[Remark]:
    """Yield recipients that stand to the right of the signature (nơi nhận ở góc trái)."""
    label_, signed = (
        case.first(Part.RECIPIENTS_LABEL),
        case.first(Part.SIGNER_TITLE, Part.AUTHORITY),
    )
    if label_ is None or signed is None:
        return
    own, other = case.paragraph(label_).spot.cell, case.paragraph(signed).spot.cell
    if own and other and own.table == other.table and own.column > other.column:
        yield Remark(
            _("Nơi nhận ở bên trái, phần ký ở bên phải."),
            label_,
            found=_("bên phải"),
            asked=_("bên trái"),
        )


def dashes(case: Case) -> Iterator[Remark]:
    """Yield recipients without the dash before each (gạch đầu dòng)."""
    form = case.format.recipients

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for component in case.sure(Part.RECIPIENT, Part.FILING):
            if not _is_continued(case, component) and not component.text.startswith("- "):
                yield "dash", component

    def told(component: Component) -> Remark:
        return Remark(
            _("Mỗi nơi nhận ghi một dòng, có gạch đầu dòng “- ”."),
            component,
            found=component.text[:30],
            asked=f"{form.prefix}…",
            fix=_dash_fix(case, component),
        )

    yield from gathered(differing(), told)


def separators(case: Case) -> Iterator[Remark]:
    """Yield recipients that do not end with the format's mark (dấu cuối mỗi nơi nhận)."""
    wanted = case.format.recipients.separator
    entries = [*case.sure(Part.RECIPIENT)]
    last = entries[-1] if entries and case.first(Part.FILING) is None else None

    def differing() -> Iterator[tuple[Hashable, Component]]:
        for index, component in enumerate(entries):
            follows = entries[index + 1] if index + 1 < len(entries) else None
            if follows is not None and _is_continued(case, follows):
                continue
            text = _without_purpose(component.text)
            allowed = (wanted, ".") if component is last else (wanted,)
            if text and not text.endswith(allowed) and "}" not in component.text:
                yield text[-1] if text[-1] in _ENDS else "", component

    def told(component: Component) -> Remark:
        text = component.text
        return Remark(
            _("Mỗi nơi nhận kết thúc bằng “{asked}”.").format(asked=wanted),
            component,
            found=text[-20:],
            asked=wanted,
            fix=end_fix(case, component, wanted),
        )

    yield from gathered(differing(), told)


def filing_line(case: Case) -> Iterator[Remark]:
    """Yield a filing line that is missing, misspelt or without its full stop (dòng lưu)."""
    form = case.format.recipients
    found = [*case.sure(Part.FILING)]
    recipients = [*case.sure(Part.RECIPIENT)]
    asked = form.prefix + form.filing_template.format(filing=form.filing_default) + form.last_ends
    if not found and recipients:
        yield Remark(
            _("Thiếu dòng lưu ở cuối Nơi nhận."),
            recipients[-1],
            found=_("không có"),
            asked=asked,
        )
    for component in found[-1:]:
        text = case.text(component)
        if is_foreign_filing(case, component) or not form.filing_regex:
            continue
        is_free = not text.startswith(form.prefix) or _BLANK.search(text)
        if is_free or re.match(form.filing_regex, _INNER_STOP.sub("", text)):
            continue
        is_end = not text.endswith(form.last_ends)
        message = _("Dòng lưu kết thúc bằng dấu chấm.") if is_end else _("Dòng lưu ghi “{asked}”.")
        yield Remark(
            message.format(asked=asked),
            component,
            found=text,
            asked=asked,
            fix=end_fix(case, component, form.last_ends) if is_end else None,
        )


def filing_last(case: Case) -> Iterator[Remark]:
    """Yield a filing line that is not the last of the recipients."""
    filing = case.first(Part.FILING)
    after = [
        one
        for one in case.sure(Part.RECIPIENT)
        if filing is not None and one.paragraph > filing.paragraph
    ]
    if filing is not None and after and not _is_continued(case, after[0]):
        yield Remark(
            _("Dòng lưu phải ở cuối danh sách nơi nhận."),
            filing,
            found=filing.text,
            asked=_("dòng cuối"),
        )


def first_entry(case: Case) -> Iterator[Remark]:
    """Yield a first recipient that is not “Như trên” under an address, or “Như Điều …”."""
    entries = [*case.sure(Part.RECIPIENT)]
    if not entries:
        return
    first = key(entries[0].text.lstrip(_DASHES))
    asked = case.format.recipients.first_when_addressed
    is_addressed = case.first(Part.ADDRESSEE_LABEL) is not None
    if is_addressed and asked and not first.startswith(key(asked)):
        yield Remark(
            _("Văn bản có Kính gửi thì nơi nhận đầu tiên ghi “{asked}”.").format(asked=asked),
            entries[0],
            found=entries[0].text,
            asked=f"- {asked};",
        )


def addressees(case: Case) -> Iterator[Remark]:
    """Yield addressees, several of them, that do not end with “;” and the last with “.”."""
    found = [*case.sure(Part.ADDRESSEE)]
    separator = case.format.recipients.separator
    if len(found) < 2:
        return
    for component in found[:-1]:
        if not component.text.endswith((separator, ",")) and not _continues(component):
            yield Remark(
                _("Mỗi nơi được kính gửi kết thúc bằng “{asked}”.").format(asked=separator),
                component,
                found=component.text[-20:],
                asked=separator,
                fix=end_fix(case, component, separator),
            )


def _continues(component: Component) -> bool:
    return not component.text.endswith(tuple(_ENDS)) and not component.text.startswith("-")


def _is_continued(case: Case, component: Component) -> bool:
    """Tell whether a line goes on with the entry above it: a list with dashes, and none here."""
    dashed = [one for one in case.all(Part.RECIPIENT, Part.FILING) if one.text.startswith("-")]
    text = component.text
    is_bare = not text.startswith(tuple(_DASHES.strip()))
    others = len(case.all(Part.RECIPIENT, Part.FILING)) - 1
    above = next(
        (one for one in reversed(case.all(Part.RECIPIENT)) if one.paragraph < component.paragraph),
        None,
    )
    is_open = above is not None and not above.text.rstrip().endswith(tuple(_ENDS))
    same = above is not None and above.paragraph == component.paragraph
    return is_bare and bool(dashed) and others > 0 and (is_open or same)


def _without_purpose(text: str) -> str:
    start = purpose_at(text)
    is_marked = text.rstrip().endswith((";", ".", ","))
    return text if start is None or is_marked else text[:start].rstrip()


def _dash_fix(case: Case, component: Component) -> Fix | None:
    first = trimmed(case, component)
    raw = case.raw(first)
    bare = raw.lstrip(_DASHES)
    at = Stretch(first.paragraph, first.start, first.start + len(raw) - len(bare))
    return words_fix(case, at, "- ")


def end_fix(case: Case, component: Component, mark: str) -> Fix | None:
    """Return a fix that lets a component end with another mark."""
    last = component.stretches[-1]
    raw = case.raw(last).rstrip()
    bare = raw.rstrip(_ENDS + " ")
    start = last.start + len(bare)
    return words_fix(case, Stretch(last.paragraph, start, last.start + len(raw)), mark)


def _clause(form: FormatProfile) -> str:
    return form.recipients.source


RULES = (
    Rule("recipients.label", Severity.ERROR, lambda: _("Chữ Nơi nhận"), _clause, label),
    Rule("recipients.place", Severity.ERROR, lambda: _("Nơi nhận bên trái"), _clause, place),
    Rule("recipients.dash", Severity.ERROR, lambda: _("Gạch đầu dòng nơi nhận"), _clause, dashes),
    Rule("recipients.end", Severity.ERROR, lambda: _("Dấu cuối nơi nhận"), _clause, separators),
    Rule("recipients.filing", Severity.ERROR, lambda: _("Dòng lưu"), _clause, filing_line),
    Rule(
        "recipients.filing-last",
        Severity.WARNING,
        lambda: _("Dòng lưu ở cuối"),
        _clause,
        filing_last,
    ),
    Rule(
        "recipients.first", Severity.WARNING, lambda: _("Nơi nhận đầu tiên"), _clause, first_entry
    ),
    Rule(
        "addressees.end", Severity.WARNING, lambda: _("Dấu cuối nơi kính gửi"), _clause, addressees
    ),
)
